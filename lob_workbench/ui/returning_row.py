"""One agreement of before: done, goes on until another day, or dropped with a reason."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.talks.rules import OWNER_LABELS, AgreementStatus, AgreementView
from lob_workbench.talks.rules_agreements import AgreementAnswer, ReturnedAnswer, stands_as
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.flow import FlowLayout
from lob_workbench.ui.forms import ChoiceField, DateField, LineField, RadioButton
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space

_MORE_THAN_ALLOWED = 100_000
_WEEK, _BLOCK = timedelta(weeks=1), timedelta(weeks=5)
_KEYS = {
    Qt.Key.Key_1: AgreementStatus.DONE,
    Qt.Key.Key_2: AgreementStatus.OPEN,
    Qt.Key.Key_3: AgreementStatus.DROPPED,
}


class ReturningRow(QWidget):
    """What was agreed, and what came of it; 1, 2 and 3 answer, Enter goes on to the next."""

    changed = Signal()
    finished = Signal()

    view: AgreementView

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._next_on: date | None = None
        self._seen = 0
        self._what = Paragraph("", self)
        self._facts = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._late = Chip(self.tr("Over tijd"), self, tone=Tone.DANGER, icon="ph.clock")
        self.choice: ChoiceField[AgreementStatus] = ChoiceField(
            "",
            (
                (AgreementStatus.DONE, self.tr("Gedaan")),
                (AgreementStatus.OPEN, self.tr("Loopt door")),
                (AgreementStatus.DROPPED, self.tr("Vervallen")),
            ),
            self,
        )
        self.choice.setToolTip(self.tr("Kies met 1, 2 of 3, of met de pijltjes"))
        self.due = DateField(self.tr("Tot wanneer?"), self, today=today)
        self.reason = LineField(
            self.tr("Waarom vervalt deze afspraak?"), self, limit=_MORE_THAN_ALLOWED
        )
        # The three beside each other: answering is a glance along one line.
        radios = self.choice.findChildren(RadioButton)
        wide = sum(radio.sizeHint().width() for radio in radios) + space(4) * len(radios)
        self.choice.setMinimumWidth(wide)
        self._make_picks()
        self._make_clash()
        self._lay_out()
        self.choice.changed.connect(self._chosen)
        for field in (self.due, self.reason):
            field.changed.connect(self.changed)
        for edit in (self.due.edit, self.reason.edit):
            edit.returnPressed.connect(self.finished)
        self.setFocusProxy(self.choice)

    def _make_picks(self) -> None:
        self._picks = QWidget(self)
        flow = FlowLayout(self._picks)
        self.week = Button(self.tr("Volgende week"), self._picks, kind=ButtonKind.QUIET)
        self.block = Button(self.tr("Over 5 weken"), self._picks, kind=ButtonKind.QUIET)
        self.at_next = Button(self.tr("Volgend gesprek"), self._picks, kind=ButtonKind.QUIET)
        self.week.clicked.connect(self._pick_week)
        self.block.clicked.connect(self._pick_block)
        self.at_next.clicked.connect(self._pick_next)
        for button in (self.week, self.block, self.at_next):
            flow.addWidget(button)
        self.at_next.hide()

    def _make_clash(self) -> None:
        self.clash = Panel("", self, tint="attention", icon="ph.users")
        self.leave = Button(self.tr("Zo laten"), self.clash)
        self.insist = Button(self.tr("Toch mijn antwoord"), self.clash)
        self.leave.clicked.connect(self._leave)
        self.insist.clicked.connect(self._insist)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.leave)
        row.addWidget(self.insist)
        row.addStretch(1)
        self.clash.body.addLayout(row)
        self.clash.hide()

    def _lay_out(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(space(2))
        facts.addWidget(self._late)
        facts.addWidget(self._facts, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addLayout(facts)
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addLayout(words, 1)
        head.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        self._goes_on = QWidget(self)
        on = QHBoxLayout(self._goes_on)
        on.setContentsMargins(0, 0, 0, 0)
        on.setSpacing(space(3))
        on.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        picks = QVBoxLayout()
        # Level with the input, which stands under its label.
        picks.addSpacing(self.fontMetrics().height() + space(1))
        picks.addWidget(self._picks)
        picks.addStretch(1)
        on.addLayout(picks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addWidget(self._goes_on)
        column.addWidget(self.reason)
        column.addWidget(self.clash)
        self._show_more()

    @property
    def clashes(self) -> bool:
        """Whether somebody gave another answer than stands here, and nobody chose yet."""
        return not self.clash.isHidden()

    def show_agreement(self, view: AgreementView) -> None:
        """Show how the agreement stands; an answer stays, beside another one when there is."""
        self.view = view
        self._what.setText(view.what)
        facts = [QCoreApplication.translate("conversations", OWNER_LABELS[view.owner])]
        if view.due_on is not None:
            facts.append(self.tr("uiterlijk {day}").format(day=plain_date(view.due_on)))
        facts.append(self.tr("afgesproken op {day}").format(day=plain_date(view.made_on)))
        self._facts.setText(" · ".join(facts))
        self._late.setVisible(view.is_overdue(self._today()))
        for radio in self.choice.findChildren(RadioButton):
            radio.setAccessibleName(f"{radio.text()}: {view.what}")
        self._look_for_clash()

    def set_value(self, given: ReturnedAnswer | None) -> None:
        """Show an answer of a draft; ``changed`` is not emitted."""
        self._seen = self.view.version if given is None else given.version
        self.choice.set_value(None if given is None else given.answer.status)
        self.due.set_value(None if given is None else given.answer.due_on)
        self.reason.set_value("" if given is None else given.answer.reason)
        self._show_more()
        self._look_for_clash()

    def value(self) -> ReturnedAnswer | None:
        """The answer as typed, or ``None`` while there is none."""
        status = self.choice.value()
        if status is None:
            return None
        answer = AgreementAnswer(
            status,
            self.reason.value() if status is AgreementStatus.DROPPED else "",
            self.due.value() if status is AgreementStatus.OPEN else None,
        )
        return ReturnedAnswer(self.view.id, self._seen, answer, self.view.what)

    def set_next(self, day: date | None) -> None:
        """The day of the next talk, to pick with one click."""
        self._next_on = day
        self.at_next.setVisible(day is not None)

    def is_answered_elsewhere(self) -> bool:
        """Whether the agreement is open no more, or was taken out of the record."""
        return not self.view.stands_open

    def check(self) -> bool:
        """Whether the day that was typed is one."""
        return self.choice.value() is not AgreementStatus.OPEN or self.due.check()

    def refuse(self, text: str) -> None:
        """Say at the right field why this answer will not do."""
        field = self.due if self.choice.value() is AgreementStatus.OPEN else self.reason
        if field is self.due and self.due.problem():
            self.due.check()
        else:
            field.set_error(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_choice(self) -> None:
        """Put the focus on the question which of the two answers counts."""
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = _KEYS.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or status is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self.finished.emit()
                return
            super().keyPressEvent(event)
            return
        self.choice.set_value(status)
        self._chosen()
        if status is AgreementStatus.DONE:
            self.finished.emit()
        else:
            field = self.due if status is AgreementStatus.OPEN else self.reason
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> None:
        if not self.clashes:
            # From now on this is the agreement as it was seen.
            self._seen = self.view.version
        still_to_come = self.view.due_on is not None and self.view.due_on >= self._today()
        if self.choice.value() is AgreementStatus.OPEN and self.due.is_empty() and still_to_come:
            self.due.set_value(self.view.due_on)
        self._show_more()
        self._look_for_clash()
        self.changed.emit()

    def _show_more(self) -> None:
        status = self.choice.value()
        self._goes_on.setVisible(status is AgreementStatus.OPEN)
        self.reason.setVisible(status is AgreementStatus.DROPPED)

    def _pick_week(self) -> None:
        self._pick(self._today() + _WEEK)

    def _pick_block(self) -> None:
        self._pick(self._today() + _BLOCK)

    def _pick_next(self) -> None:
        if self._next_on is not None:
            self._pick(self._next_on)

    def _pick(self, day: date) -> None:
        self.due.set_value(day)
        self.changed.emit()

    # Somebody was first

    def _look_for_clash(self) -> None:
        given = self.value()
        other = (
            given is not None
            and given.version != self.view.version
            and not stands_as(self.view, given.answer)
            and self.view.withdrawn_in is None
        )
        if other:
            self.clash.set_text(
                self.tr("Deze afspraak is intussen ergens anders bijgewerkt: {state}.").format(
                    state=self._state()
                )
            )
        self.clash.setVisible(other)

    def _state(self) -> str:
        view = self.view
        if view.status is AgreementStatus.DONE:
            return self.tr("gedaan")
        if view.status is AgreementStatus.DROPPED:
            return self.tr("vervallen, ‘{reason}’").format(reason=view.closed_reason)
        if view.due_on is None:
            return self.tr("weer open")
        return self.tr("loopt door tot {day}").format(day=plain_date(view.due_on))

    def _leave(self) -> None:
        """What stands in the list counts: here nothing is answered (any more)."""
        self.set_value(None)
        self.changed.emit()
        self.finished.emit()

    def _insist(self) -> None:
        self._seen = self.view.version
        self._look_for_clash()
        self.changed.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
