"""The view *Matrix*: learners by skills, and the panel of a cell beside it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.operations import read_levels, read_roll
from lob_workbench.features.life_skills.page_cell import CellPanel
from lob_workbench.features.life_skills.page_marks import MarksBar
from lob_workbench.features.life_skills.page_matrix_table import MatrixTable
from lob_workbench.features.life_skills.page_member import MemberBar
from lob_workbench.features.life_skills.page_view import SkillsView
from lob_workbench.features.life_skills.rules import Levels, Roll, Selection
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.theme import space, text_width


class MatrixView(SkillsView):
    """``counted`` tells how many people are shown."""

    counted = Signal(int)
    chosen = Signal(object)
    """Show these people alone; an empty set is everybody."""
    panel_shown = Signal(bool)
    """The panel of a cell came or went."""
    goal_asked = Signal(object, str)
    """A new agreement for this learner, on this skill."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._selection: Selection | None = None
        self._wanted: tuple[UUID, str] | None = None
        self.table = MatrixTable(self)
        self.table.wanted.connect(self._read_levels)
        self.table.opened.connect(self._open_cell)
        self.table.marks_changed.connect(self._show_marks)
        self.marks = MarksBar(self)
        self.marks.only_asked.connect(self._ask_chosen)
        self.marks.all_asked.connect(self._ask_all)
        self.members: MemberBar | None = None
        if context.actor.may(Right.KEEP_WORKBOOK):
            self.members = MemberBar(context, self)
            self.members.hide()
        self.panel = CellPanel(context, self)
        self.panel.closed.connect(self.close_panel)
        self.panel.goal_asked.connect(self.goal_asked)
        self.panel.setFixedWidth(text_width(self, 62))
        self.panel.hide()
        listing = QWidget(self)
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.marks)
        if self.members is not None:
            column.addWidget(self.members)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        row.addWidget(listing, 1)
        row.addWidget(self.panel)
        inside = QWidget(self)
        inside.setLayout(row)
        self.nobody = EmptyState(
            "ph.leaf",
            self.tr("Hier groeien life skills"),
            self.tr(
                "Zodra er studenten bij jou staan, zie je van ieder welk niveau is bereikt en wat "
                "er op bevestiging wacht."
            ),
            "",
            self,
        )
        self.none_fit = EmptyState(
            "ph.magnifying-glass",
            self.tr("Niemand die hierbij past"),
            self.tr("Kies hierboven een andere klas of een ander team, of zoek op iets anders."),
            "",
            self,
        )
        self._stack = QStackedWidget(self)
        for part in (inside, self.nobody, self.none_fit):
            self._stack.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.table)

    def show_selection(self, selection: Selection) -> None:
        """List these people; the levels follow by page."""
        self._selection = selection
        self._context.jobs.run(read_roll, selection, receiver=self, done="take_roll")

    def take_roll(self, roll: Roll) -> None:
        """Show rows and columns."""
        if roll.selection != self._selection:
            return
        self.table.show_roll(roll)
        self._choose_wanted()
        self._show_marks()
        if self.members is not None:
            self.members.setVisible(roll.selection.kind is LearnerKind.MEMBER)
        self.counted.emit(len(roll.ids))
        if roll.ids:
            self._stack.setCurrentIndex(0)
        else:
            asked = roll.selection.chosen or roll.selection.wanted != type(roll.selection.wanted)()
            self._stack.setCurrentWidget(self.none_fit if asked else self.nobody)
            self.close_panel()

    def take_levels(self, levels: Levels) -> None:
        """Show what some rows stand at."""
        self.table.take_levels(levels)

    def refresh(self, changes: Changes) -> None:
        """Somebody claimed or confirmed, here or elsewhere."""
        if changes.touches("skill_claim"):
            self.table.read_again(changes.ids)
            if self.panel.isVisible():
                self.panel.reload()

    def clear(self) -> None:
        """Forget every name."""
        self.close_panel()
        self.panel.clear()
        self.table.cells.clear()

    def leave(self) -> bool:
        """Keep what is being typed in the panel."""
        return self.panel.leave()

    def open_cell(self, learner: UUID, kind: LearnerKind, set_key: str, skill: str) -> None:
        """Show one cell in the panel."""
        self.panel.show()
        self.panel_shown.emit(True)
        self.panel.show_cell(learner, kind, set_key, skill)

    def go_to(self, learner: Learner, set_key: str, skill: str) -> None:
        """To somebody's row; with ``skill`` to that cell, opened."""
        # After the rows that were asked for: answers come in the order of asking.
        self._wanted = (learner.id, skill)
        if skill:
            self.open_cell(learner.id, learner.kind, set_key, skill)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None and self.table.choose(*self._wanted):
            self.table.scrollTo(self.table.currentIndex())
            self._wanted = None

    def close_panel(self) -> None:
        """Back to the cell in the matrix."""
        if not self.panel.isHidden():
            self.panel.hide()
            self.panel_shown.emit(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_marks(self) -> None:
        alone = self._selection is not None and bool(self._selection.chosen)
        self.marks.show_marks(len(self.table.cells.marked), alone=alone)

    def _ask_chosen(self) -> None:
        self.chosen.emit(frozenset(self.table.cells.marked))

    def _ask_all(self) -> None:
        self.table.clear_marks()
        self.chosen.emit(frozenset())

    def _open_cell(self, row: int, column: int) -> None:
        cells = self.table.cells
        self.open_cell(cells.ids[row], cells.kind, cells.set_key, cells.skills[column].id)
        self.table.scrollTo(self.table.currentIndex())

    def _read_levels(self, ids: tuple[UUID, ...]) -> None:
        cells = self.table.cells
        self._context.jobs.run(
            read_levels, cells.kind, cells.set_key, ids, receiver=self, done="take_levels"
        )
