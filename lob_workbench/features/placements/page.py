"""The tab *Stage en thuis* of a student: where somebody learns at work, and who is at home."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.features.placements.operations import read_around
from lob_workbench.features.placements.page_home import HomeCard
from lob_workbench.features.placements.page_placements import PlacementsCard
from lob_workbench.features.placements.rules import Around
from lob_workbench.ui.cards import CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class StudentSurroundings(QWidget):
    """Two cards: ``placements`` and ``home``. Who reads along finds no buttons there."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._sheet = ScrollColumn(self)
        self.placements = PlacementsCard(context, self._sheet.content)
        self.home = HomeCard(context, self._sheet.content)
        grid = CardGrid(self._sheet.content, most=2, characters=46)
        grid.add(self.placements)
        grid.add(self.home)
        self._sheet.column.addWidget(grid)
        self._sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(self._sheet)
        self.setFocusProxy(self.placements.add_button)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show who stands around this student."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        self._load()

    def clear(self) -> None:
        """Forget who was shown."""
        self._student_id = None
        self.placements.clear()
        self.home.clear()

    def refresh(self, changes: Changes) -> None:
        """Read again when somebody wrote something of this."""
        if changes.touches("placement", "guardian", "student", "access_grant"):
            self._load()

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                read_around, self._student_id, receiver=self, done="_show", failed="_show_nothing"
            )

    def _show(self, around: Around) -> None:
        if around.student_id == self._student_id:
            self.placements.show_around(around)
            self.home.show_around(around)

    def _show_nothing(self, _error: Exception) -> None:
        """Not (any more) somebody whom one may read along with."""
        self.placements.clear()
        self.home.clear()
