"""The tab *Inschrijving* of a student: how it is now, how to change it, and what changed before."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.rights import Right
from lob_workbench.features.enrolment.operations import (
    EnrolmentView,
    Written,
    change_enrolment,
    come_back,
    leave_school,
    read_enrolment,
    take_back,
)
from lob_workbench.features.enrolment.page_change import ChangeForm
from lob_workbench.features.enrolment.page_facts import FactsCard, HistoryCard
from lob_workbench.features.enrolment.page_leave import LeaveForm
from lob_workbench.people.rules import has_student
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class EnrolmentTab(QWidget):
    """Two cards; the forms take the place of the first one while one types."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._view: EnrolmentView | None = None
        self._said = ""
        self._may = context.actor.may(Right.IMPORT_STUDENTS)
        self._sheet = ScrollColumn(self)
        self.facts = FactsCard(context, self._sheet.content)
        self.change_button = Button(
            self.tr("&Klas, team of mentor wijzigen"), self.facts, icon="ph.pencil-simple"
        )
        self.change_button.clicked.connect(self._begin_change)
        self.leave_button = Button(self.tr("&Van school"), self.facts, icon="ph.sign-out")
        self.leave_button.clicked.connect(self._begin_leave)
        self.back_button = Button(self.tr("&Terug op school"), self.facts, icon="ph.sign-in")
        self.back_button.clicked.connect(self._come_back)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.change_button, self.leave_button, self.back_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.facts.body.addSpacing(space(2))
        self.facts.body.addLayout(buttons)
        self.change = ChangeForm(context, self._sheet.content)
        self.change.done.connect(self._save_change)
        self.change.dropped.connect(self._show_facts)
        self.leaving = LeaveForm(context, self._sheet.content)
        self.leaving.done.connect(self._save_leaving)
        self.leaving.dropped.connect(self._show_facts)
        self.history = HistoryCard(self._sheet.content)
        # No stack: that would be as high as the longest form, also without one.
        self._left = QWidget(self._sheet.content)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        self._parts = (self.facts, self.change, self.leaving)
        for part in self._parts:
            left.addWidget(part)
        self._grid = CardGrid(self._sheet.content, most=2, characters=46)
        self._grid.add(self._left)
        self._grid.add(self.history)
        self._sheet.column.addWidget(self._grid)
        self._sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.addWidget(self._sheet)
        self.setFocusProxy(self.change_button)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show how this student is enrolled."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        self._load()

    def clear(self) -> None:
        """Forget who was shown."""
        self._student_id = self._view = None
        self._show(None)

    def refresh(self, changes: Changes) -> None:
        """Read again when somebody changed a student; a form that is open stays as it was typed."""
        if changes.touches("student"):
            self._load()

    def _load(self) -> None:
        if self._student_id is not None:
            self._context.jobs.run(
                read_enrolment,
                self._student_id,
                receiver=self,
                done="_show",
                failed="_show_nothing",
            )

    def _show_nothing(self, _error: Exception) -> None:
        """Not (any more) somebody whom one may see."""
        self._show(None)

    def _show(self, view: EnrolmentView | None) -> None:
        if view is not None and view.student.id != self._student_id:
            return
        self._view = view
        mine = view is not None and self._may and has_student(self._context.actor, view.student)
        gone = view is not None and view.student.left_on is not None
        self.facts.show_view(view, may_change=mine)
        self.change_button.setVisible(mine)
        self.leave_button.setVisible(mine)
        self.leave_button.setText(self.tr("&Vertrek wijzigen") if gone else self.tr("&Van school"))
        self.back_button.setVisible(mine and gone)
        self.history.show_steps(view.history if view is not None else ())
        if view is None or not mine:
            self._turn_to(self.facts)

    def _turn_to(self, part: QWidget) -> None:
        for one in self._parts:
            one.setVisible(one is part)

    def _show_facts(self) -> None:
        self._turn_to(self.facts)
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_change(self) -> None:
        if self._view is not None:
            self.change.begin(self._view)
            self._turn_to(self.change)
            self.change.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_leave(self) -> None:
        if self._view is not None:
            self.leaving.begin(self._view)
            self._turn_to(self.leaving)
            self.leaving.destination.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_change(self) -> None:
        draft = self.change.draft()
        if draft is not None:
            self._said = self.tr("De inschrijving is gewijzigd.")
            self._write(change_enrolment, draft)

    def _save_leaving(self) -> None:
        draft = self.leaving.draft()
        if draft is not None:
            self._said = self.tr("Het vertrek is opgeschreven. Het dossier blijft.")
            self._write(leave_school, draft)

    def _come_back(self) -> None:
        if self._view is not None:
            self._said = self.tr("Terug op school, en weer in de lijsten.")
            self._write(come_back, self._view.student.id, self._view.student.version)

    def _write(self, operation: Callable[..., Written], *args: object) -> None:
        self._context.jobs.run(
            operation, *args, receiver=self, done="_take_written", failed="_complain"
        )

    def _take_written(self, written: Written) -> None:
        self._show_facts()
        if written.deed_id is not None:
            self._context.navigator.offer_undo(self._said, take_back, written.deed_id)

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
        self._load()
