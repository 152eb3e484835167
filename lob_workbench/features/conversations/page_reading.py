"""A party's own moment: the record to read, and what it says of that; nothing else."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.content.load import competences
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.dates import long_date
from lob_workbench.features.conversations.operations_reading import (
    ReadAlong,
    give_words,
    keep_words,
    read_along,
)
from lob_workbench.features.conversations.page_agreement_read import AgreementRead
from lob_workbench.features.conversations.tables import competence_label, kind_label
from lob_workbench.talks.rules import ConversationView, Party, StudentResponse, Verdict
from lob_workbench.talks.rules_agreements import step_in
from lob_workbench.ui.cards import Card
from lob_workbench.ui.labels import Label
from lob_workbench.ui.lent_view import Delivery, LentContext, LentView
from lob_workbench.ui.messages import Message
from lob_workbench.ui.response_fields import ResponseFields
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read along, by whom: a party, and the name to call it by."""

    conversation_id: UUID
    name: str
    party: Party = Party.STUDENT


class ReadingAlong(LentView):
    """Shows one version of a talk to a party, who says *klopt* or thinks otherwise."""

    def __init__(
        self, context: LentContext, subject: Reading, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context,
            subject.name,
            parent,
            subtitle=self.tr("Lees het verslag van je gesprek. Zeg daarna wat jij ervan vindt."),
        )
        self._subject = subject
        self._kept: StudentResponse | None = None
        self.document = QVBoxLayout()
        self.document.setSpacing(space(4))
        own = Card(self.tr("Wat vind jij?"), self, icon="ph.user")
        self.fields = ResponseFields(
            own,
            may_wait=False,
            question=self.tr("Klopt dit verslag?"),
            words=self.tr("In je eigen woorden"),
            placeholder=self.tr("Wat jij hier schrijft, komt bij het verslag te staan."),
        )
        own.body.addWidget(self.fields)
        self.body.addLayout(self.document)
        self.body.addWidget(own)
        self.body.addStretch(1)
        self.scroll_area.content.setEnabled(False)
        self.keep_draft(self._collect, keep_words)
        self.fields.changed.connect(self._touch)

    def begin(self) -> None:
        self.context.jobs.run(
            read_along, self._subject.conversation_id, self._subject.party,
            receiver=self, done="take_talk", failed="show_refusal",
        )  # fmt: skip

    def take_talk(self, reading: ReadAlong) -> None:
        """The record is there: show it, and what was typed before."""
        self._show(reading.talk)
        self._kept = reading.typed
        self.fields.set_value(reading.typed)
        if reading.typed is None:
            self.fields.choice.set_value(None)
        self.scroll_area.content.setEnabled(True)
        self.scroll_area.setFocus(Qt.FocusReason.OtherFocusReason)

    def delivery(self) -> Delivery | None:
        response = self.fields.value()
        if response is None:
            self.fields.choice.set_error(self.tr("Kies eerst wat jij ervan vindt."))
            self.fields.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if response.verdict is Verdict.DIFFERS and not response.text.strip():
            self.fields.words.set_error(self.tr("Schrijf op hoe jij erover denkt."))
            self.fields.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Delivery(give_words, (self._subject.conversation_id, response, self._subject.party))

    def outcome(self, result: object) -> Message:
        words = self.tr("{name} heeft het verslag gelezen en gezegd wat er klopt.")
        return Message(words.format(name=self.person), Tone.GOOD)

    def _touch(self) -> None:
        if self.keeper is not None:
            self.keeper.touch()

    def _collect(self) -> tuple[UUID, StudentResponse, Party] | None:
        response = self.fields.value()
        if response is None or response == self._kept:
            return None
        self._kept = response
        return self._subject.conversation_id, response, self._subject.party

    def _show(self, talk: ConversationView) -> None:
        words = self.tr("{kind} op {day}").format(
            kind=kind_label(talk.kind), day=long_date(talk.held_on)
        )
        about = Card(words, self, icon="ph.chat-text")
        for text in (talk.focus, talk.summary):
            if text:
                about.body.addWidget(TextView(text, about, name=words))
        for topic in talk.topics:
            prompts = competences()[topic.competence]
            about.body.addWidget(Label(competence_label(topic.competence), about, bold=True))
            for prompt, said in (
                (prompts.experience, topic.experience),
                (prompts.meaning, topic.meaning),
                (prompts.takeaway, topic.takeaway),
            ):
                if said:
                    label = Label(prompt.label, about, size=TextSize.SMALL, ink="muted")
                    about.body.addWidget(label)
                    about.body.addWidget(TextView(said, about, name=prompt.label))
        self.document.addWidget(about)
        today = self.context.clock.today()
        # What was agreed without the company is not for its eyes here.
        if talk.returned and self._subject.party is Party.STUDENT:
            back = Card(self.tr("Teruggekeken op"), self, icon="ph.arrow-u-up-left")
            for agreement in talk.returned:
                said_here = step_in(agreement.steps, talk.talk_id)
                back.body.addWidget(AgreementRead(agreement, today, back, said=said_here))
            self.document.addWidget(back)
        if talk.agreements:
            agreed = Card(self.tr("Wat we afspraken"), self, icon="ph.handshake")
            for agreement in talk.agreements:
                agreed.body.addWidget(AgreementRead(agreement, today, agreed))
            self.document.addWidget(agreed)
