"""An agreement in a recorded talk, to read: how it stands, and how it went since."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.features.conversations.history import has_history, history
from lob_workbench.features.conversations.tables import owner_label
from lob_workbench.talks.rules import AgreementStatus, AgreementView
from lob_workbench.talks.rules_agreements import AgreementStep
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space


class AgreementRead(QWidget):
    """What, who and by when; with ``said`` what came of it in the talk that is read."""

    def __init__(
        self,
        agreement: AgreementView,
        today: date,
        parent: QWidget,
        *,
        said: AgreementStep | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(agreement.what, self))
        facts = owner_label(agreement.owner)
        due_on = agreement.due_on if said is None else said.due_before
        if due_on is not None:
            facts = self.tr("{who}, uiterlijk {day}").format(who=facts, day=plain_date(due_on))
        lines = [facts]
        if said is not None:
            lines += [said.reason] if said.reason else []
            if agreement.withdrawn_in is not None:
                lines.append(self.tr("Later uit het verslag van dat gesprek gehaald."))
        elif has_history(agreement) or agreement.withdrawn_in is not None:
            lines += history(agreement, QCoreApplication.translate)
        elif agreement.closed_reason:
            lines.append(agreement.closed_reason)
        for line in lines:
            words.addWidget(Paragraph(line, self, size=TextSize.SMALL, ink="muted"))
        row.addLayout(words, 1)
        chip = self._state(agreement, today) if said is None else self._outcome(said)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)

    def _state(self, agreement: AgreementView, today: date) -> Chip:
        if agreement.withdrawn_in is not None:
            return Chip(self.tr("Teruggenomen"), self, icon="ph.x-circle")
        if agreement.is_overdue(today):
            return Chip(self.tr("Over tijd"), self, tone=Tone.DANGER, icon="ph.clock")
        return self._chip(agreement.status, self.tr("Open"))

    def _outcome(self, said: AgreementStep) -> Chip:
        words = self.tr("Loopt door")
        if said.due_on is not None:
            words = self.tr("Loopt door tot {day}").format(day=plain_date(said.due_on))
        return self._chip(said.status, words)

    def _chip(self, status: AgreementStatus, open_words: str) -> Chip:
        if status is AgreementStatus.DONE:
            return Chip(self.tr("Gedaan"), self, tone=Tone.GOOD)
        if status is AgreementStatus.DROPPED:
            return Chip(self.tr("Vervallen"), self, icon="ph.x-circle")
        return Chip(open_words, self, icon="ph.circle")
