"""The step *Voorbereiden*: what is still open, the last talk, and what this one is about."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.conversations.page_agreement_list import AgreementList
from lob_workbench.features.conversations.page_columns import TwoColumns
from lob_workbench.features.conversations.page_kind import KindField
from lob_workbench.features.conversations.page_lent_preparation import LentPreparation
from lob_workbench.features.conversations.page_questions import QuestionPicker
from lob_workbench.features.conversations.page_student_words import StudentWords
from lob_workbench.features.conversations.preparation_form import form_for
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.features.conversations.tables import competence_label, kind_label
from lob_workbench.talks.rules import ConversationDraft, ConversationView, checked
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import relative_date
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space


class PrepareStep(ScrollColumn):
    """Fills kind, focus and questions of the draft; closes agreements at once."""

    changed = Signal()
    refused = Signal()
    """An agreement had changed meanwhile: load again."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student: UUID | None = None
        columns = TwoColumns(self.content)
        self.column.addWidget(columns)
        self.column.addStretch(1)
        left, right = columns.left.parentWidget(), columns.right.parentWidget()
        self._open_card = Card(self.tr("Open afspraken"), left, icon="ph.checks")
        self._none_open = Paragraph(
            self.tr("Er staat geen afspraak open."), self._open_card, ink="muted"
        )
        self.agreements = AgreementList(context, self._open_card)
        self.agreements.refused.connect(self.refused)
        self._open_card.body.addWidget(self._none_open)
        self._open_card.body.addWidget(self.agreements)
        self._last_card = _LastTalk(context, left)
        self._prep: Preparation | None = None
        self.student_words = StudentWords(context.actor, left)
        self.student_words.lent.connect(self.lend)
        columns.left.addWidget(self.student_words)
        columns.left.addWidget(self._open_card)
        columns.left.addWidget(self._last_card)
        columns.left.addStretch(1)
        this_talk = Card(self.tr("Dit gesprek"), right, icon="ph.chats-circle")
        self.kind = KindField(this_talk)
        self.focus = AreaField(
            self.tr("Waar wil je het over hebben?"),
            this_talk,
            min_lines=2,
            placeholder=self.tr("Eén of twee zinnen. Dit staat bovenaan de gesprekskaart."),
        )
        this_talk.body.addWidget(self.kind)
        this_talk.body.addWidget(self.focus)
        self.of_three = Button(
            self.tr("Trialoog: met het leer&bedrijf erbij"),
            this_talk,
            kind=ButtonKind.QUIET,
            icon="ph.users-three",
        )
        self.of_three.clicked.connect(self._go_to_trialogue)
        this_talk.body.addWidget(self.of_three, 0, Qt.AlignmentFlag.AlignLeft)
        asking = Card(self.tr("Vragen voor dit gesprek"), right, icon="ph.question")
        self.questions = QuestionPicker(asking)
        self.questions.bank_asked.connect(self._open_bank)
        asking.body.addWidget(self.questions)
        columns.right.addWidget(this_talk)
        columns.right.addWidget(asking)
        columns.right.addStretch(1)
        self.kind.changed.connect(self._kind_changed)
        self.focus.changed.connect(self.changed)
        self.questions.changed.connect(self.changed)

    def set_kind(self, kind: ConversationKind) -> None:
        """Show this kind, and the questions that fit it; ``changed`` is not emitted."""
        self.kind.set_kind(kind)
        self.questions.set_kind(kind)

    def show_preparation(self, prep: Preparation) -> None:
        """Show everything, the draft included."""
        draft = prep.draft
        self._student = prep.student.id
        # A record that is corrected keeps its form.
        self.of_three.setVisible(draft.corrects is None)
        self.questions.set_choice(prep.choice)
        self.set_kind(draft.kind)
        self.focus.set_value(draft.focus)
        self.questions.set_value(draft.questions)
        self.show_around(prep)

    def show_around(self, prep: Preparation) -> None:
        """Show what stands beside the draft, and leave what is being typed alone."""
        self.questions.set_choice(prep.choice)
        self._prep = prep
        self.student_words.show_words(prep)
        self.agreements.show_agreements(prep.open_agreements, prep.today)
        self._none_open.setVisible(not prep.open_agreements)
        late = sum(view.is_overdue(prep.today) for view in prep.open_agreements)
        count = len(prep.open_agreements)
        title = self.tr("Open afspraken ({count})").format(count=count) if count else ""
        self._open_card.set_title(
            title or self.tr("Open afspraken"),
            self.tr("{count} over tijd").format(count=late) if late else "",
        )
        self._last_card.show_talk(prep)

    def apply(self, draft: ConversationDraft) -> ConversationDraft:
        """The draft with what stands here."""
        return replace(
            draft,
            kind=self.kind.value() or draft.kind,
            focus=self.focus.value(),
            questions=self.questions.value(),
        )

    def is_accepted(self, draft: ConversationDraft, today: date) -> bool:
        """Whether what stands here can be recorded; else it is said at the field."""
        try:
            checked(
                ConversationDraft(
                    draft.id, draft.student_id, held_on=today, focus=draft.focus, summary="."
                ),
                today,
            )
        except InputRefused as error:
            self.focus.set_error(error_text(error))
            return False
        return True

    def lend(self) -> None:
        """Let the student prepare: the laptop holds nothing else until it is given back."""
        if self._prep is None:
            return
        form = form_for(
            self._prep.student,
            self.questions.value(),
            self._prep.open_agreements,
            self.tr("Waar wil jij het over hebben?"),
        )
        self._context.navigator.lend(Loan(LentPreparation, form))

    def begin(self) -> None:
        """Put the focus where the work begins."""
        self.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_trialogue(self) -> None:
        """The talk of three has a page of its own; what was typed here stays a draft."""
        if self._student is not None:
            self._context.navigator.go(Target("trialogue", self._student))

    def _open_bank(self) -> None:
        self._context.navigator.go(Target("questions"))

    def _kind_changed(self) -> None:
        kind = self.kind.value()
        if kind is not None:
            self.questions.set_kind(kind)
        self.changed.emit()


class _LastTalk(Card):
    """The last talk in brief: when, what about, and what the student took along."""

    def __init__(self, context: PageContext, parent: QWidget | None) -> None:
        super().__init__(
            QCoreApplication.translate("conversations", "Vorig gesprek"),
            parent,
            icon="ph.clock-counter-clockwise",
            link=QCoreApplication.translate("conversations", "Lees het verslag"),
        )
        self._context = context
        self._talk: ConversationView | None = None
        self._when = Paragraph("", self, ink="muted")
        self._texts = QVBoxLayout()
        self._texts.setSpacing(space(1))
        self._shown: list[QWidget] = []
        self.body.addWidget(self._when)
        self.body.addLayout(self._texts)
        self.followed.connect(self._read)

    def show_talk(self, prep: Preparation) -> None:
        """Show the last talk, or that there was none."""
        talk = prep.last_talk
        if self.link is not None:
            self.link.setVisible(talk is not None)
        if talk == self._talk and self._when.text():
            return
        self._talk = talk
        for widget in self._shown:
            self._texts.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        if talk is None:
            self._when.setText(self.tr("Jullie hebben hier nog geen gesprek vastgelegd."))
            return
        self._when.setText(
            self.tr("{kind}, {day} ({ago})").format(
                kind=kind_label(talk.kind),
                day=plain_date(talk.held_on),
                ago=relative_date(talk.held_on, prep.today),
            )
        )
        if talk.summary:
            self._put(TextView(talk.summary, self, name=self.tr("In het kort")))
        for topic in talk.topics:
            if topic.takeaway:
                words = self.tr("Nam mee bij {competence}").format(
                    competence=competence_label(topic.competence).lower()
                )
                label = Label(words, self, size=TextSize.SMALL, ink="muted")
                took = TextView(topic.takeaway, self, name=words)
                label.setBuddy(took)
                self._put(label)
                self._put(took)

    def _put(self, widget: QWidget) -> None:
        self._texts.addWidget(widget)
        self._shown.append(widget)

    def _read(self) -> None:
        if self._talk is not None:
            self._context.navigator.go(Target("conversations", self._talk.id, "read"))
