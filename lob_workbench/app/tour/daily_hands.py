"""What hands do in every part of *elke dag*: opening, finding with Ctrl+K, going somewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget

from lob_workbench.app import example_school
from lob_workbench.app.search_box import SearchCard
from lob_workbench.app.search_rows import Row
from lob_workbench.app.tour.stage import Stage
from lob_workbench.domain.clock import FixedClock
from lob_workbench.people.rules import ListedStudent
from lob_workbench.ui.lists import TableView


@dataclass(slots=True)
class Told:
    """What the window said, for the summary."""

    signals: dict[str, list[str]] = field(default_factory=dict)
    """The reasons that the list gives, of a few students."""
    found: list[dict[str, str]] = field(default_factory=list)
    """What Ctrl+K found: what was typed, and the row that was taken."""
    words: list[str] = field(default_factory=list)
    """Headers of the list of students, in the school's own words."""
    drill: str = ""
    quick: str = ""
    turned: list[str] = field(default_factory=list)
    history: dict[str, list[str]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


class Hands:
    """A window, a folder and a clock; each part of the chapter works with these."""

    def __init__(self, stage: Stage, folder: Path, clock: FixedClock, told: Told) -> None:
        self.stage = stage
        self.folder = folder
        self.clock = clock
        self.told = told

    def unlock(self) -> None:
        """Type the passphrase and wait for the window."""
        stage = self.stage
        stage.enter("Wachtwoordzin", example_school.PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        stage.settle()

    def go(self, page: str) -> None:
        """To a page by the navigation."""
        self.stage.press(page, within=self.stage.window.frame)

    def find(self, typed: str, fits: Callable[[Row], bool], picture: str = "") -> Row:
        """Ctrl+K, type, down to the first row that ``fits``, Enter."""
        stage = self.stage
        stage.key("Ctrl+K")
        box = stage.see(SearchCard, "Zoeken")
        stage.type(typed)
        stage.until(lambda: not box.busy and _any(box, fits), f"‘{typed}’ is niet gevonden")
        row = box.list.current_row()
        for _ in box.list.rows_model.rows:
            if row is not None and fits(row):
                break
            stage.key("Down")
            row = box.list.current_row()
        if row is None or not fits(row):
            raise stage.failure(f"met de pijltjes is ‘{typed}’ niet te bereiken")
        if picture:
            stage.shoot(picture)
            self.told.found.append({"typed": typed, "row": row.words})
        stage.key("Return")
        stage.until(lambda: not box.isVisible(), "het zoekvak blijft staan")
        return row

    def students(self) -> "TableView[ListedStudent]":
        """The list of students, filled."""
        table: TableView[ListedStudent] = self.stage.see(TableView, "Studenten")
        self.stage.until(lambda: table.rows_model.rows, "er staan geen studenten")
        self.stage.settle()
        return table

    def open_student(self, name: str) -> None:
        """By name, with Ctrl+K."""
        self.find(name, partial(_is_student, name))
        self.stage.see(QLabel, name)
        self.stage.settle()

    def tab(self, label: str) -> None:
        """To a tab of the page of a student, with the arrow keys."""
        tabs = next(each for each in self.stage.window.findChildren(QTabWidget) if each.isVisible())
        bar = tabs.tabBar()
        bar.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(bar.count()):
            if bar.tabText(bar.currentIndex()).replace("&", "") == label:
                self.stage.settle()
                return
            self.stage.key("Right")
        raise self.stage.failure(f"het tabblad ‘{label}’ is er niet")


def names(rows: Sequence[ListedStudent]) -> list[str]:
    """Who are in a list."""
    return [row.student.name.full for row in rows]


def _any(box: SearchCard, fits: Callable[[Row], bool]) -> bool:
    return any(fits(row) for row in box.list.rows_model.rows)


def _is_student(name: str, row: Row) -> bool:
    return bool(
        row.target is not None
        and row.target.page == "students"
        and "".join(piece.text for piece in row.title) == name
    )
