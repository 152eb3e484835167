"""The second step of planning a group: the proposal, to change before it is written."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.planning.rules_slots import (
    Placed,
    Proposal,
    Reason,
    Span,
    left_out,
    moved,
    swapped,
)
from lob_workbench.features.planning.tables import placed_columns
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space


class ProposalPanel(QWidget):
    """Who is planned when, with *Eerder*, *Later* and *Weglaten*; beside it who does not fit."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.proposal: Proposal | None = None
        self.written = False
        self.table: TableView[Placed] = TableView(
            placed_columns(),
            self,
            name=self.tr("Voorstel"),
            empty=self.tr("Niemand kon worden ingepland. Hiernaast staat waarom."),
            own_sort=False,
        )
        self.table.row_chosen.connect(self._show_buttons)
        self.earlier = Button(self.tr("&Eerder"), self, icon="ph.arrow-up")
        self.earlier.clicked.connect(self._move_earlier)
        self.later = Button(self.tr("L&ater"), self, icon="ph.arrow-down")
        self.later.clicked.connect(self._move_later)
        self.leave_out = Button(self.tr("&Weglaten"), self, icon="ph.x")
        self.leave_out.clicked.connect(self._leave_out)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.earlier, self.later, self.leave_out):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addWidget(self.table, 1)
        left.addLayout(buttons)
        self.named = Card(" ", self, icon="ph.user-minus", fill=True)
        self._list = ScrollColumn(self.named)
        self._list.column.setSpacing(space(2))
        self.named.body.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(4))
        row.addLayout(left, 5)
        row.addWidget(self.named, 3)

    def show_proposal(self, proposal: Proposal | None, *, written: bool = False) -> None:
        """Show a proposal; ``written`` stands in the agenda and is not changed here any more."""
        self.proposal, self.written = proposal, written
        self.table.set_rows(() if proposal is None else proposal.placed)
        self._show_named()
        self._show_buttons()
        self.changed.emit()

    def _show_named(self) -> None:
        while (item := self._list.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        named = () if self.proposal is None else self.proposal.named
        self.named.set_title(self.tr("Niet ingepland: {count}").format(count=len(named)))
        for each in named:
            who = " · ".join(filter(None, (each.asked.name, each.asked.group)))
            self._list.column.addWidget(Label(who, self._list.content, bold=True))
            self._list.column.addWidget(
                Paragraph(
                    reason_words(each.reason),
                    self._list.content,
                    size=TextSize.SMALL,
                    ink="muted",
                )
            )
        if not named:
            everybody = self.tr("Iedereen die je koos, staat in het voorstel.")
            self._list.column.addWidget(Paragraph(everybody, self._list.content, ink="muted"))
        self._list.column.addStretch(1)

    def _show_buttons(self) -> None:
        row = self.table.current_row()
        for button in (self.earlier, self.later, self.leave_out):
            button.setVisible(not self.written)
            button.setEnabled(row is not None)
        if row is not None and self.proposal is not None:
            spans = all_spans(self.proposal)
            self.earlier.setEnabled(row.span != spans[0])
            self.later.setEnabled(row.span != spans[-1])

    def _move_earlier(self) -> None:
        self._move(-1)

    def _move_later(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """To the moment before or after: a free one, or by changing places with who has it."""
        row, proposal = self.table.current_row(), self.proposal
        if row is None or proposal is None:
            return
        spans = all_spans(proposal)
        to = spans[spans.index(row.span) + step]
        owner = next((each for each in proposal.placed if each.span == to), None)
        try:
            if owner is None:
                after = moved(proposal, row.asked.student_id, to)
            else:
                after = swapped(proposal, row.asked.student_id, owner.asked.student_id)
        except InputRefused as error:
            self._context.navigator.complain(error)
            return
        self.show_proposal(after)
        self._select(row)

    def _leave_out(self) -> None:
        row = self.table.current_row()
        if row is not None and self.proposal is not None:
            self.show_proposal(left_out(self.proposal, row.asked.student_id))

    def _select(self, row: Placed) -> None:
        for each in self.table.rows_model.rows:
            if each.id == row.id:
                self.table.select_row(each)


def all_spans(proposal: Proposal) -> list[Span]:
    """All moments, taken and free, in the order of time."""
    return sorted({*proposal.free, *(each.span for each in proposal.placed)})


def reason_words(reason: Reason) -> str:
    """Why somebody is not planned, in a sentence."""
    return {
        Reason.ALREADY: QCoreApplication.translate("Planning", "Dit gesprek staat al gepland."),
        Reason.BUSY: QCoreApplication.translate(
            "Planning", "Heeft op al jouw vrije momenten al iets anders."
        ),
        Reason.FULL: QCoreApplication.translate(
            "Planning", "Er is geen vrij moment meer. Geef meer tijd op."
        ),
        Reason.LEFT_OUT: QCoreApplication.translate("Planning", "Door jou weggelaten."),
    }[reason]
