"""Planning a whole group: choose, look at the proposal, write it in one go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.planning.operations_group import (
    GroupPlanned,
    GroupStart,
    GroupWish,
    call_off_group,
    confirm_group,
    propose_group,
    start_group,
)
from lob_workbench.features.planning.page_choose import ChoosePanel
from lob_workbench.features.planning.page_proposal import ProposalPanel
from lob_workbench.features.planning.rules_slots import Proposal, Sheet
from lob_workbench.people.school import School, read_school
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.progress_line import ProgressLine
from lob_workbench.ui.theme import space


class GroupPanel(QWidget):
    """Two steps; ``state_changed`` when other buttons belong to it."""

    state_changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._start: GroupStart | None = None
        self._wish: GroupWish | None = None
        self._working = False
        self._own_change = False
        self.choose = ChoosePanel(context, self)
        self.choose.changed.connect(self.state_changed)
        self.proposal = ProposalPanel(context, self)
        self.proposal.changed.connect(self.state_changed)
        self.progress = ProgressLine(self.tr("Gesprekken inplannen"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.choose)
        self._stack.addWidget(self.proposal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)

    @property
    def proposed(self) -> bool:
        """Whether the second step is shown."""
        return self._stack.currentWidget() is self.proposal

    @property
    def can_propose(self) -> bool:
        """Whether there is somebody to plan and time to do it in."""
        return not self._working and self.choose.has_windows and self.choose.wish() is not None

    @property
    def can_confirm(self) -> bool:
        """Whether there is something to write."""
        shown = self.proposal
        return (
            not self._working
            and not shown.written
            and shown.proposal is not None
            and bool(shown.proposal.placed)
        )

    @property
    def can_print(self) -> bool:
        """Whether there is a list to print."""
        return self.proposal.proposal is not None and bool(self.proposal.proposal.placed)

    def open(self) -> None:
        """Begin with choosing."""
        self.step_back()

    def refresh(self, changes: Changes) -> None:
        """Load again what is chosen from; what was planned and called off goes back to step one."""
        if not changes.touches("appointment", "conversation", "student", "free_slot", "norm"):
            return
        if self._own_change:
            self._own_change = False
        elif not self.proposed or self.proposal.written:
            self.step_back()

    def clear(self) -> None:
        """Forget every name."""
        self.choose.clear()
        self.proposal.show_proposal(None)
        self._wish = None

    def step_back(self) -> None:
        """To choosing; what was chosen is still there."""
        self._stack.setCurrentWidget(self.choose)
        self.proposal.show_proposal(None)
        self._context.jobs.run(start_group, receiver=self, done="_show_start")

    def propose(self) -> None:
        """Ask for a proposal."""
        wish = self.choose.wish()
        if wish is None or not self.can_propose:
            return
        self._wish = wish
        self._begin()
        self._context.jobs.run(
            propose_group,
            wish,
            self.progress.begin(),
            receiver=self,
            done="_show_proposal",
            failed="_refuse",
        )

    def confirm(self) -> None:
        """Write the proposal."""
        proposal = self.proposal.proposal
        if proposal is None or self._wish is None or not self.can_confirm:
            return
        self._begin()
        self._own_change = True
        self._context.jobs.run(
            confirm_group,
            self._wish,
            proposal.placed,
            self.progress.begin(),
            receiver=self,
            done="_show_planned",
            failed="_refuse",
        )

    def print_list(self) -> None:
        """Show the list on paper: times and names."""
        self._context.jobs.run(read_school, receiver=self, done="_make_list")

    def _begin(self) -> None:
        self._working = True
        self.state_changed.emit()

    def _end(self) -> None:
        self._working = False
        self.progress.end()
        self.state_changed.emit()

    def _show_start(self, start: GroupStart) -> None:
        self._start = start
        self.choose.show_start(start)
        self.state_changed.emit()

    def _show_proposal(self, proposal: Proposal) -> None:
        self._stack.setCurrentWidget(self.proposal)
        self.proposal.show_proposal(proposal)
        self._end()
        self.proposal.table.setFocus()
        if proposal.placed:
            self.proposal.table.select_row(proposal.placed[0])

    def _show_planned(self, planned: GroupPlanned) -> None:
        self.proposal.show_proposal(self.proposal.proposal, written=True)
        self._end()
        count = len(planned.appointment_ids)
        words = self.tr("{count} gesprekken gepland.").format(count=count)
        if count == 1:
            words = self.tr("1 gesprek gepland.")
        self._context.navigator.offer_undo(words, call_off_group, planned.appointment_ids)

    def _refuse(self, error: Exception) -> None:
        self._own_change = False
        self._end()
        self._context.navigator.complain(error)

    def _make_list(self, school: School) -> None:
        proposal, wish, start = self.proposal.proposal, self._wish, self._start
        if proposal is None or wish is None or start is None:
            return
        room = next((each.name for each in start.rooms if each.id == wish.room_id), "")
        counsellor = self._context.actor.name
        sheet = Sheet(school.name, school.logo, counsellor, wish.kind, room, proposal.placed)
        self._context.jobs.render(_list_pdf, sheet, receiver=self, done="_show_paper")

    def _show_paper(self, data: bytes) -> None:
        title = self.tr("Lijst met gesprekken")
        day = plain_date(self._context.clock.today())
        self._context.navigator.show_paper(data, title, f"{title} {day}.pdf")


def _list_pdf(sheet: Sheet) -> bytes:
    # The library that makes PDF is slow to import, and this runs beside the window.
    from lob_workbench.features.planning.report import list_pdf

    return list_pdf(sheet)
