"""The pictures of planning: the list on two days, the norms, and a group from choice to paper."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QLabel

from lob_workbench.app.tour.stage import Stage
from lob_workbench.ui.lists import TableView


class Camera(Protocol):
    """What the scenes need of those around them."""

    stage: Stage

    def go(self, page: str) -> None:
        """To a page by the navigation."""
        ...

    def shot(self, page: str, state: str = "") -> None:
        """Keep a picture."""
        ...


class PlanningScenes:
    """Begins and ends anywhere in the example school."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def all(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """The scenes in their order."""
        return (("planning", self.planning), ("normen", self.norms), ("groep plannen", self.group))

    def planning(self) -> None:
        """Who is behind today, and at the end of the year; a day that is none."""
        stage = self._camera.stage
        self._camera.go("Planning")
        table = stage.see(TableView, "Studenten en de norm")
        stage.until(lambda: table.rows_model.rows, "er staan geen studenten")
        self._camera.shot("planning")
        self._on("1-7-2027")
        self._camera.shot("planning", "later")
        self._on("31-2-2027")
        self._camera.shot("planning", "fout")

    def _on(self, day: str) -> None:
        self._camera.stage.replace("Op datum", day)
        self._camera.stage.key("Tab")

    def norms(self) -> None:
        """The norms and the hours."""
        stage = self._camera.stage
        stage.press("Normen")
        table = stage.see(TableView, "Normen voor gesprekken")
        stage.until(lambda: table.rows_model.rows, "er staan geen normen")
        stage.choose_row(table, table.rows_model.rows[0])
        self._camera.shot("normen")
        stage.scroll_down()
        self._camera.shot("normen", "uren")

    def group(self) -> None:
        """Choosing, the proposal, planned and on paper; taken back in the end."""
        stage = self._camera.stage
        self._camera.go("Planning")
        stage.press("Groep plannen")
        stage.see(QLabel, "Wanneer jij kunt")
        stage.settle()
        self._camera.shot("groep-plannen")
        stage.key("Ctrl+Return")
        stage.see(QLabel, "Niet ingepland", start=True)
        self._camera.shot("groep-plannen", "voorstel")
        stage.key("Ctrl+Return")
        stage.see(QLabel, "Gepland")
        self._camera.shot("groep-plannen", "gepland")
        stage.key("Ctrl+P")
        stage.paper()
        self._camera.shot("papier", "groepslijst")
        stage.key("Escape")
        stage.press("Ongedaan maken")
        stage.settle()
