"""The three voices of a recorded trialogue, to read beside each other."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.content.voices import voice_texts
from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import plain_date
from lob_workbench.talks.rules import ConversationView, Party
from lob_workbench.talks.rules_voices import (
    MARK_LABELS,
    PARTY_LABELS,
    Mark,
    VoiceView,
    newest_voices,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space

_MARKS = {
    Mark.AGREE: (Tone.GOOD, "ph.equals"),
    Mark.DIFFER: (Tone.ATTENTION, "ph.arrows-left-right"),
    Mark.DISCUSS: (Tone.CALM, "ph.chats-circle"),
}


class VoicesCard(Card):
    """A column for each party, a row for each topic on which somebody wrote."""

    def __init__(self, view: ConversationView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("VoicesCard", "Drie stemmen"), parent, icon="ph.users-three"
        )
        self._newest = newest_voices(view.voices)
        self._heads(view)
        marks = {mark.topic: mark.mark for mark in view.marks}
        for topic in VoiceTopic:
            if topic in marks or any(voice.said(topic) for voice in self._newest.values()):
                self.body.addWidget(Line(self))
                self._topic(topic, marks.get(topic))
        older = [voice for voice in view.voices if voice not in self._newest.values()]
        self._older = QWidget(self)
        self._older.hide()
        self.fold: Button | None = None
        if older:
            self._fold_away(older)

    def _heads(self, view: ConversationView) -> None:
        row = self._row()
        for party in Party:
            cell = self._cell(row)
            inside = cell.parentWidget()
            name = QCoreApplication.translate("trialogue", PARTY_LABELS[party])
            cell.addWidget(Label(name, inside, bold=True))
            voice = self._newest.get(party)
            words = self.tr("Heeft niets ingevuld")
            if voice is not None:
                words = self.tr("{name}, {day}").format(
                    name=voice.by_name, day=plain_date(local(voice.handed_in_at).date())
                )
            cell.addWidget(Paragraph(words, inside, size=TextSize.SMALL, ink="muted"))
            # One that takes two lines does not push the others down.
            cell.addStretch(1)
        self.body.addLayout(row)

    def _topic(self, topic: VoiceTopic, mark: Mark | None) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(Label(voice_texts()[topic].name, self, bold=True))
        if mark is not None:
            tone, icon = _MARKS[mark]
            words = QCoreApplication.translate("trialogue", MARK_LABELS[mark])
            head.addWidget(Chip(words, self, tone=tone, icon=icon))
        head.addStretch(1)
        self.body.addLayout(head)
        row = self._row()
        for party in Party:
            cell = self._cell(row)
            voice = self._newest.get(party)
            words = "" if voice is None else voice.said(topic)
            inside = cell.parentWidget() or self
            cell.addWidget(
                TextView(
                    words, inside, name=QCoreApplication.translate("trialogue", PARTY_LABELS[party])
                )
                if words
                else Label("–", inside, ink="muted")
            )
            cell.addStretch(1)
        self.body.addLayout(row)

    def _fold_away(self, older: list[VoiceView]) -> None:
        """Earlier versions are there to read, and not in the way."""
        self.fold = Button(
            self.tr("Wat er eerst stond ({count})").format(count=len(older)),
            self,
            kind=ButtonKind.QUIET,
            icon="ph.caret-down",
        )
        self.fold.clicked.connect(self._unfold)
        column = QVBoxLayout(self._older)
        column.setContentsMargins(space(4), 0, 0, 0)
        column.setSpacing(space(1))
        for voice in older:
            head = self.tr("{name}, versie {number} van {day}").format(
                name=voice.by_name,
                number=voice.number,
                day=plain_date(local(voice.handed_in_at).date()),
            )
            column.addWidget(Label(head, self._older, bold=True))
            for part in voice.parts:
                name = voice_texts()[part.topic].name
                column.addWidget(Label(name, self._older, size=TextSize.SMALL, ink="muted"))
                column.addWidget(TextView(part.text, self._older, name=name))
        self.body.addWidget(self.fold)
        self.body.addWidget(self._older)

    def _unfold(self) -> None:
        self._older.setVisible(self._older.isHidden())

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(space(5))
        return row

    def _cell(self, row: QHBoxLayout) -> QVBoxLayout:
        holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        cell = QVBoxLayout(holder)
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(0)
        row.addWidget(holder, 1)
        return cell
