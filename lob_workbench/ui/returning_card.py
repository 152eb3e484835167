"""Agreements of before, on top of what this talk says: what came of each must be said here."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.errors import InputRefused
from lob_workbench.talks.rules import AgreementView
from lob_workbench.talks.rules_agreements import (
    ReturnedAnswer,
    checked_answers,
    comes_back,
    unanswered,
)
from lob_workbench.ui.cards import Card
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Line, Paragraph
from lob_workbench.ui.returning_row import ReturningRow
from lob_workbench.ui.theme import space


class ReturningCard(Card):
    """One row for each agreement that comes back; hidden when there is none.

    Showing the agreements again, because somebody ticked one elsewhere, leaves what was answered
    here alone: a row whose agreement got another answer shows both.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.arrow-u-up-left")
        self._today = today
        self._day: date | None = None
        self._next_on: date | None = None
        self._required = True
        self.rows: dict[UUID, ReturningRow] = {}
        self._lines: dict[UUID, Line] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space(3))
        self.problem = Paragraph("", self, ink="danger")
        self.body.addLayout(self._rows)
        self.body.addWidget(self.problem)
        self._dress()

    def show_draft(
        self, views: Sequence[AgreementView], answers: Sequence[ReturnedAnswer], *, required: bool
    ) -> None:
        """Show the agreements with the answers of a draft; a correction requires none."""
        self._required = required
        for gone in list(self.rows):
            self._take_away(gone)
        given = {answer.agreement_id: answer for answer in answers}
        for view in views:
            if required or view.id in given:
                self._add(view, given.get(view.id))
        self._dress()

    def show_around(self, views: Sequence[AgreementView]) -> None:
        """Show how the agreements stand now, and leave what was answered here alone."""
        known = {view.id: view for view in views}
        for key, row in list(self.rows.items()):
            view = known.get(key)
            if view is not None:
                row.show_agreement(view)
            elif row.value() is None:
                self._take_away(key)
        for view in views:
            if view.id not in self.rows and self._required:
                self._add(view, None)
        self._dress()

    def set_day(self, day: date | None) -> None:
        """The day of the talk: it answers only what was agreed before it."""
        if day != self._day:
            self._day = day
            self._dress()

    def set_next(self, day: date | None) -> None:
        """The day of the next talk, to offer as a new date."""
        self._next_on = day
        for row in self.rows.values():
            row.set_next(day)

    def asked(self) -> tuple[ReturningRow, ...]:
        """The rows that this talk must answer, in the order of the screen."""
        return tuple(row for row in self.rows.values() if self._is_asked(row))

    def value(self) -> tuple[ReturnedAnswer, ...]:
        """What was answered so far, as typed."""
        answers = (row.value() for row in self.asked())
        return tuple(answer for answer in answers if answer is not None)

    def refused(self) -> bool:
        """Whether something here cannot be recorded yet; it is shown, with the focus."""
        missing = [row for row in self.asked() if row.value() is None]
        if missing:
            self._say(error_text(unanswered(len(missing))))
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        for row in self.asked():
            answer = row.value()
            if row.clashes:
                row.begin_choice()
                return True
            try:
                checked_answers([answer] if answer else [], self._today())
            except InputRefused as error:
                row.refuse(error_text(error))
                return True
            if not row.check():
                return True
        return False

    def _is_asked(self, row: ReturningRow) -> bool:
        if not self._required or row.is_answered_elsewhere():
            return row.value() is not None
        days = [step.answered_on for step in row.view.steps]
        return comes_back(row.view, self._day or self._today(), days)

    def _add(self, view: AgreementView, given: ReturnedAnswer | None) -> None:
        row = ReturningRow(self._today, self)
        row.show_agreement(view)
        row.set_value(given)
        row.set_next(self._next_on)
        row.changed.connect(self._edited)
        row.finished.connect(self._row_finished)
        line = Line(self)
        self.rows[view.id] = row
        self._lines[view.id] = line
        self._rows.addWidget(row)
        self._rows.addWidget(line)

    def _take_away(self, key: UUID) -> None:
        for widget in (self.rows.pop(key), self._lines.pop(key)):
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _edited(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        """Which rows stand here, the line between them, and how many wait for an answer."""
        asked = self.asked()
        for key, row in self.rows.items():
            row.setVisible(row in asked)
            self._lines[key].setVisible(row in asked and row is not asked[-1])
        waiting = sum(row.value() is None for row in asked)
        if waiting == 1:
            words = self.tr("Nog 1 te beantwoorden: gedaan, loopt door of vervallen?")
        else:
            words = self.tr("Nog {count} te beantwoorden: gedaan, loopt door of vervallen?").format(
                count=waiting
            )
        self.set_title(
            self.tr("Vorige keer afgesproken"), words if waiting else self.tr("Alles beantwoord.")
        )
        self._say("")
        self.setVisible(bool(asked))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _row_finished(self) -> None:
        """On to the next agreement; after the last one Tab goes on."""
        row = self.sender()
        asked = self.asked()
        if isinstance(row, ReturningRow) and row in asked:
            place = asked.index(row) + 1
            if place < len(asked):
                asked[place].setFocus(Qt.FocusReason.TabFocusReason)
