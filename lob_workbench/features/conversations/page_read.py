"""A recorded talk as a calm document, with the student's word on it."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.load import competences
from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.dates import long_date
from lob_workbench.features.conversations.operations import read_conversation
from lob_workbench.features.conversations.page_agreement_read import AgreementRead
from lob_workbench.features.conversations.page_read_voices import VoicesCard
from lob_workbench.features.conversations.page_response_card import ResponseCard
from lob_workbench.features.conversations.tables import (
    competence_label,
    kind_label,
)
from lob_workbench.talks.rules import ConversationView, Party, TopicText
from lob_workbench.talks.rules_agreements import step_in
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import Role, TextSize, space, text_width


class ReadingView(ScrollColumn):
    """Shows one version of a talk; the arrow keys scroll."""

    loaded = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: UUID | None = None
        self.talk: ConversationView | None = None
        self.take_keys(self.tr("Verslag"))
        sheet = QWidget(self)
        sheet.setMaximumWidth(text_width(self, 104))
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setContentsMargins(0, 0, 0, space(4))
        self._sheet.setSpacing(space(4))
        self._document: QWidget | None = None
        self._answer = ResponseCard(context, self)
        self._company = ResponseCard(context, self, Party.COMPANY)
        for answer in (self._answer, self._company):
            answer.hide()
            self._sheet.addWidget(answer)
        row = QHBoxLayout()
        row.addWidget(sheet, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def open_talk(self, conversation_id: UUID) -> None:
        """Show this version."""
        if conversation_id != self._wanted:
            self._answer.put_away()
            self._company.put_away()
        self._wanted = conversation_id
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Load again when this talk was answered or corrected, or an agreement closed."""
        if self.talk is not None and changes.touches("conversation", "agreement", "student"):
            self._load()

    def begin(self) -> None:
        """Let the arrow keys scroll."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        self._context.jobs.run(
            read_conversation, self._wanted, receiver=self, done="_take_conversation"
        )

    def _take_conversation(self, view: ConversationView) -> None:
        if view.id != self._wanted:
            return
        first = self.talk is None or self.talk.id != view.id
        self.talk = view
        if self._document is not None:
            self._sheet.removeWidget(self._document)
            self._document.hide()
            self._document.deleteLater()
        document = _Document(view, self._context, self)
        self._document = document
        self._sheet.insertWidget(0, document)
        self._answer.show_talk(view)
        self._answer.show()
        self._company.show_talk(view)
        self._company.setVisible(view.form is ConversationForm.TRIALOGUE)
        if first:
            self.verticalScrollBar().setValue(0)
            self.begin()
        self.loaded.emit()


class _VersionLink(LinkLine):
    """The way to another version of the same talk."""

    version_asked = Signal(object)

    def __init__(self, version: UUID, number: int, parent: QWidget) -> None:
        words = QCoreApplication.translate("VersionLink", "Lees versie {number}")
        super().__init__(words.format(number=number), parent, ink=Role.PRIMARY)
        self._version = version
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.version_asked.emit(self._version)


class _Document(QWidget):
    """Everything of one version, in the order of the paper."""

    def __init__(self, view: ConversationView, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(4))
        self._versions(view)
        self._summary(view)
        if view.form is ConversationForm.TRIALOGUE:
            self._column.addWidget(VoicesCard(view, self))
        if view.topics:
            self._topics(view)
        if view.returned:
            self._returned(view)
        self._agreed(view)

    def _versions(self, view: ConversationView) -> None:
        """Which version this is and why, and the way to the others."""
        if view.newest_version == 1:
            return
        newest = view.version_number == view.newest_version
        if newest:
            words = self.tr("Versie {number} van {count}, verbeterd: {reason}").format(
                number=view.version_number, count=view.newest_version, reason=view.reason
            )
            panel = Panel(words, self, tint="calm", icon="ph.pencil-simple")
        else:
            words = self.tr("Dit is versie {number}. Er is een nieuwere versie.")
            text = words.format(number=view.version_number)
            panel = Panel(text, self, tint="attention", icon="ph.clock-counter-clockwise")
        for number, version in reversed(list(enumerate(view.versions, 1))):
            if version != view.id:
                link = _VersionLink(version, number, panel)
                link.version_asked.connect(self._go_to_version)
                panel.body.addWidget(link)
        self._column.addWidget(panel)

    def _go_to_version(self, version: UUID) -> None:
        self._context.navigator.go(Target("conversations", version, "read"))

    def _summary(self, view: ConversationView) -> None:
        card = Card(self.tr("Waar het over ging"), self, icon="ph.chat-text")
        if view.focus:
            self._labelled(card.body, self.tr("Onderwerp"), view.focus)
        if view.summary:
            if view.focus:
                self._labelled(card.body, self.tr("In het kort"), view.summary)
            else:
                card.body.addWidget(TextView(view.summary, card, name=self.tr("In het kort")))
        for number, question in enumerate(view.questions, 1):
            if number == 1:
                card.body.addSpacing(space(1))
                words = self.tr("Vragen die op tafel lagen")
                card.body.addWidget(Label(words, card, size=TextSize.SMALL, ink="muted"))
            row = QHBoxLayout()
            row.setSpacing(space(2))
            row.addWidget(Label(str(number), card, ink="primary"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(question.text, card), 1)
            card.body.addLayout(row)
        if not (view.focus or view.summary or view.questions):
            card.body.addWidget(Paragraph(self.tr("Er is geen samenvatting."), card, ink="muted"))
        self._column.addWidget(card)

    def _topics(self, view: ConversationView) -> None:
        name = self.tr("Wat {name} vertelde").format(name=view.student.name.first)
        card = Card(name, self, icon="ph.compass")
        for place, topic in enumerate(view.topics):
            if place:
                card.body.addSpacing(space(1))
                card.body.addWidget(Line(card))
                card.body.addSpacing(space(1))
            self._topic(card, topic)
        self._column.addWidget(card)

    def _topic(self, card: Card, topic: TopicText) -> None:
        text = competences()[topic.competence]
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Label(competence_label(topic.competence), card, bold=True))
        head.addWidget(Paragraph(text.question, card, size=TextSize.SMALL, ink="primary"))
        card.body.addLayout(head)
        for prompt, words in (
            (text.experience, topic.experience),
            (text.meaning, topic.meaning),
            (text.takeaway, topic.takeaway),
        ):
            if words:
                self._labelled(card.body, prompt.label, words)

    def _returned(self, view: ConversationView) -> None:
        card = Card(self.tr("Teruggekeken op"), self, icon="ph.arrow-u-up-left")
        today = self._context.clock.today()
        for agreement in view.returned:
            said = step_in(agreement.steps, view.talk_id)
            card.body.addWidget(AgreementRead(agreement, today, card, said=said))
        self._column.addWidget(card)

    def _agreed(self, view: ConversationView) -> None:
        card = Card(self.tr("Wat we afspraken"), self, icon="ph.handshake")
        today = self._context.clock.today()
        for agreement in view.agreements:
            card.body.addWidget(AgreementRead(agreement, today, card))
        if not view.agreements:
            card.body.addWidget(Paragraph(self.tr("Geen afspraken."), card, ink="muted"))
        if view.next_talk is not None:
            card.body.addSpacing(space(1))
            card.body.addWidget(Line(card))
            words = self.tr("{kind} op {day}").format(
                kind=kind_label(view.next_talk.kind), day=long_date(view.next_talk.on)
            )
            if view.next_talk.at:
                words = self.tr("{talk} om {time}").format(talk=words, time=view.next_talk.at)
            self._labelled(card.body, self.tr("Volgende keer"), words)
        self._column.addWidget(card)

    def _labelled(self, column: QVBoxLayout, label: str, text: str) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        words = TextView(text, self, name=label)
        head = Label(label, self, size=TextSize.SMALL, ink="muted")
        head.setBuddy(words)
        pair.addWidget(head)
        pair.addWidget(words)
        column.addLayout(pair)
