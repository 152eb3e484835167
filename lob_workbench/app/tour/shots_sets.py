"""The scenes of skills and routes: a set to read, a file looked at, and a route being made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.contributions import Target
from lob_workbench.ui import dialogs
from lob_workbench.ui.lists import TableView

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def set_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _SetScenes(scenes)
    return (
        ("skills lezen", shown.read),
        ("set inlezen", shown.take_over),
        ("routes", shown.routes),
    )


class _SetScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def read(self) -> None:
        """A skill with its levels, and the skills that hold a word."""
        stage = self.stage
        self._go(Target("skill_sets"))
        table = stage.see(TableView, "Skills")
        stage.until(lambda: table.rows_model.rows, "er staan geen skills")
        self.scenes.shot("skills")
        stage.enter("Zoeken", "collega")
        stage.until(lambda: len(table.rows_model.rows) < 25, "er wordt niet gezocht")
        self.scenes.shot("skills", "gezocht")
        stage.key("Ctrl+A")
        stage.key("Delete")

    def take_over(self) -> None:
        """A file that is refused, and one that is looked at and left."""
        stage = self.stage
        ours = skill_set_toml(load_skill_set())
        place = self.scenes.here / "eigen skills.toml"
        place.write_text(ours, "utf-8")
        dialogs.answer_next(place)
        stage.press("Set inlezen")
        stage.settle()
        self.scenes.shot("set-inlezen", "geweigerd")
        place.write_text(ours.replace('id = "werkbank"', 'id = "eigen"', 1), "utf-8")
        dialogs.answer_next(place)
        stage.press("Set inlezen")
        stage.see(QAbstractButton, "Overnemen")
        self.scenes.shot("set-inlezen", "nieuw")
        stage.press("Toch niet")

    def routes(self) -> None:
        """The list, the form of a new route, and no kwalificatiedossier yet."""
        stage = self.stage
        stage.press("Routes")
        self.scenes.shot("routes")
        stage.press("Nieuwe route")
        stage.field("Naam van de route")
        self.scenes.shot("routes", "nieuw")
        stage.press("Toch niet")
        stage.press("Kwalificatiedossiers")
        self.scenes.shot("kwalificatiedossiers", "leeg")
        self._go(Target("conversations"))

    def _go(self, target: Target) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(target)
