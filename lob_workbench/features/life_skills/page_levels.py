"""The four levels of a skill in the panel of a cell, the next one open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.content.skills import Level
from lob_workbench.features.life_skills.page_behaviour import BehaviourRow
from lob_workbench.features.life_skills.rules import Cell
from lob_workbench.skills.rules import BEHAVIOURS
from lob_workbench.ui.buttons import Button, ButtonKind, literal
from lob_workbench.ui.icons import icon as icon_of
from lob_workbench.ui.labels import Line
from lob_workbench.ui.theme import Role, space


class LevelPart(QWidget):
    """A level that folds: its name with how many behaviours count, and the five below."""

    ticked = Signal()
    take_back_asked = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self, cell: Cell, level: Level, *, changeable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        count = cell.standing.count(level.number)
        words = self.tr("{level} · {name}   {count} van {all}").format(
            level=level.number, name=level.name, count=count, all=BEHAVIOURS
        )
        self.level = level
        self.fold = Button(literal(words), self, kind=ButtonKind.QUIET, icon="ph.caret-right")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._folded)
        self.rows: list[BehaviourRow] = []
        self._inside = QWidget(self)
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(space(2), 0, 0, space(2))
        inner.setSpacing(space(3))
        for behaviour in level.behaviours:
            row = BehaviourRow(
                behaviour,
                cell.of_behaviour(behaviour.id),
                shown=cell.standing.shows(level.number, behaviour.number),
                changeable=changeable,
                parent=self._inside,
            )
            row.ticked.connect(self.ticked)
            row.take_back_asked.connect(self.take_back_asked)
            row.file_asked.connect(self.file_asked)
            self.rows.append(row)
            inner.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        column.addWidget(Line(self))
        waiting = any(row.waiting() for row in self.rows)
        self.set_open(level.number == cell.next_level or waiting)

    def set_open(self, is_open: bool) -> None:
        """Show the behaviours, or only the name of the level."""
        self.fold.setChecked(is_open)
        self._folded(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the behaviours are shown."""
        return self.fold.isChecked()

    def _folded(self, is_open: bool) -> None:
        self._inside.setVisible(is_open)
        icon = "ph.caret-down" if is_open else "ph.caret-right"
        self.fold.setIcon(icon_of(icon, Role.PRIMARY))
