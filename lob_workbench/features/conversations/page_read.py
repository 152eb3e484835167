"""A recorded talk as a calm document, with the student's word on it."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.content.load import competences
from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.dates import long_date, plain_date
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.conversations.operations import (
    read_conversation,
    respond,
)
from lob_workbench.features.conversations.page_read_voices import VoicesCard
from lob_workbench.features.conversations.tables import (
    competence_label,
    kind_label,
    owner_label,
    verdict_label,
)
from lob_workbench.people.rules import has_student
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementView,
    ConversationView,
    Party,
    TopicText,
    Verdict,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.response_fields import ResponseFields
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sheet = QWidget(self)
        sheet.setMaximumWidth(text_width(self, 104))
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setContentsMargins(0, 0, 0, space(4))
        self._sheet.setSpacing(space(4))
        self._document: QWidget | None = None
        self._answer = _Answer(context, self)
        self._company = _Answer(context, self, Party.COMPANY)
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
                card.body.addWidget(TextView(view.summary, card))
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

    def _agreed(self, view: ConversationView) -> None:
        card = Card(self.tr("Wat we afspraken"), self, icon="ph.handshake")
        for agreement in view.agreements:
            self._agreement(card, agreement)
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

    def _agreement(self, card: Card, agreement: AgreementView) -> None:
        row = QHBoxLayout()
        row.setSpacing(space(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(agreement.what, card))
        facts = owner_label(agreement.owner)
        if agreement.due_on is not None:
            day = plain_date(agreement.due_on)
            facts = self.tr("{who}, uiterlijk {day}").format(who=facts, day=day)
        words.addWidget(Paragraph(facts, card, size=TextSize.SMALL, ink="muted"))
        if agreement.closed_reason:
            words.addWidget(
                Paragraph(agreement.closed_reason, card, size=TextSize.SMALL, ink="muted")
            )
        row.addLayout(words, 1)
        row.addWidget(self._state(card, agreement), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)

    def _state(self, card: Card, agreement: AgreementView) -> Chip:
        if agreement.is_overdue(self._context.clock.today()):
            return Chip(self.tr("Over tijd"), card, tone=Tone.DANGER, icon="ph.clock")
        if agreement.status is AgreementStatus.DONE:
            return Chip(self.tr("Gedaan"), card, tone=Tone.GOOD)
        if agreement.status is AgreementStatus.DROPPED:
            return Chip(self.tr("Vervallen"), card, icon="ph.x-circle")
        return Chip(self.tr("Open"), card, icon="ph.circle")

    def _labelled(self, column: QVBoxLayout, label: str, text: str) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Label(label, self, size=TextSize.SMALL, ink="muted"))
        pair.addWidget(TextView(text, self))
        column.addLayout(pair)


class _Answer(Card):
    """What a party says of the record, now or later; earlier words stay on record."""

    def __init__(self, context: PageContext, parent: QWidget, party: Party = Party.STUDENT) -> None:
        translate = QCoreApplication.translate
        at_work = party is Party.COMPANY
        super().__init__(
            translate("conversations", "Wat het leerbedrijf ervan zegt")
            if at_work
            else translate("conversations", "Wat de student ervan zegt"),
            parent,
            icon="ph.buildings" if at_work else "ph.user",
        )
        self._party = party
        self._context = context
        self._talk: ConversationView | None = None
        self._chip = Chip("", self)
        self._none = Paragraph(self.tr("Nog niets. Lees het verslag samen door."), self)
        self._none.set_ink("muted")
        self._text = TextView("", self)
        self.ask = Button("", self)
        self.ask.clicked.connect(self._ask)
        self.fields = ResponseFields(self, may_wait=False, party=party)
        self.save = Button(self.tr("Reactie be&waren"), self)
        self.save.clicked.connect(self._save)
        self._cancel = Button(self.tr("Toch niet"), self, kind=ButtonKind.QUIET)
        self._cancel.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.ask, self.save, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self._chip, self._none, self._text, self.fields):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self.put_away()

    def show_talk(self, view: ConversationView) -> None:
        """Show the response to this version; one that is being typed stays."""
        self._talk = view
        said = view.response if self._party is Party.STUDENT else view.company_response
        self._chip.setVisible(said is not None)
        self._none.setVisible(said is None)
        self._text.setVisible(said is not None and bool(said.text))
        self._text.setPlainText(said.text if said else "")
        if said is not None:
            words = verdict_label(said.verdict)
            if said.given_on is not None:
                words = f"{words} · {plain_date(said.given_on)}"
            tone = Tone.GOOD if said.verdict is Verdict.AGREES else Tone.ATTENTION
            self._chip.set_state(words, tone)
        if not has_student(self._context.actor, view.student):
            self._show_form(False)
            self.ask.hide()
        first = (
            self.tr("Reactie van het &bedrijf")
            if self._party is Party.COMPANY
            else self.tr("&Reactie van de student")
        )
        self.ask.setText(first if said is None else self.tr("Nieuwe &reactie"))

    def put_away(self) -> None:
        """Close the form and forget what was typed in it."""
        self.fields.set_value(None)
        self._show_form(False)

    def _show_form(self, shown: bool) -> None:
        inside = (*self.fields.findChildren(QWidget), self.save, self._cancel)
        had_focus = any(widget.hasFocus() for widget in inside)
        for widget in (self.fields, self.save, self._cancel):
            widget.setVisible(shown)
        self.ask.setVisible(not shown)
        if had_focus and not shown:
            self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._show_form(True)
        self.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        response = self.fields.value()
        if self._talk is None:
            return
        if response is None:
            self.fields.choice.set_error(self.tr("Kies eerst wat er gezegd is."))
            self.fields.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._context.jobs.run(
            respond,
            self._talk.id,
            response,
            self._party,
            receiver=self,
            done="_take_answered",
            failed="_take_refused",
        )

    def _take_answered(self, _changes: object) -> None:
        self.put_away()
        self._context.navigator.say(self.tr("De reactie is bewaard."), Tone.GOOD)

    def _take_refused(self, error: Exception) -> None:
        if isinstance(error, InputRefused):
            self.fields.words.set_error(error_text(error))
            self.fields.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._context.navigator.complain(error)
