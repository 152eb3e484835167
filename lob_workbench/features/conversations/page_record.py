"""The step *Vastleggen*: what was said, what was agreed, and the student's own word on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.conversations.page_columns import TwoColumns
from lob_workbench.features.conversations.page_kind import KindField
from lob_workbench.features.conversations.page_topics import TopicCards
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import AgreementText, ConversationDraft, NextTalk, TopicText, checked
from lob_workbench.ui.agreement_rows import AgreementRows
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dates import format_time, parse_time
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, DateField, Field, LineField, TimeField
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.response_fields import ResponseFields
from lob_workbench.ui.returning_card import ReturningCard
from lob_workbench.ui.theme import TextSize, space

_MORE_THAN_ALLOWED = 100_000


class RecordStep(ScrollColumn):
    """Fills the rest of the draft, and says at the right place what cannot be recorded."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._sought: Field | None = None
        self._make_banner()
        self.returning = ReturningCard(clock.today, self.content)
        self.column.addWidget(self.returning)
        columns = TwoColumns(self.content, shares=(11, 9))
        self.column.addWidget(columns)
        self.column.addStretch(1)
        left, right = columns.left.parentWidget(), columns.right.parentWidget()
        talked = Card(self.tr("Het gesprek"), left, icon="ph.chat-text")
        self.held_on = DateField(
            self.tr("Dag van het gesprek"), talked, required=True, today=clock.today
        )
        self.summary = AreaField(
            self.tr("Waar ging het over?"),
            talked,
            placeholder=self.tr("In een paar zinnen, zo dat de student het herkent."),
        )
        self.kind = KindField(talked)
        first = QHBoxLayout()
        first.setSpacing(space(3))
        first.addWidget(self.held_on, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.kind, 1, Qt.AlignmentFlag.AlignTop)
        talked.body.addLayout(first)
        talked.body.addWidget(self.summary)
        self.topics = TopicCards(left)
        columns.left.addWidget(talked)
        columns.left.addWidget(self._topics_head(left))
        columns.left.addWidget(self.topics)
        columns.left.addStretch(1)
        agreed = Card(self.tr("Afspraken"), right, icon="ph.handshake")
        self.agreements = AgreementRows(clock.today, agreed)
        agreed.body.addWidget(self.agreements)
        columns.right.addWidget(agreed)
        columns.right.addWidget(self._next_card(right))
        columns.right.addWidget(self._closing_card(right))
        columns.right.addStretch(1)
        for part in (self.held_on, self.summary, self.topics, self.agreements, self.response):
            part.changed.connect(self.changed)
        self.returning.changed.connect(self.changed)
        self.held_on.changed.connect(self._show_days)
        self.next_on.changed.connect(self._show_days)
        for field in (self.kind, self.next_on, self.next_at, self.next_kind, self.reason):
            field.changed.connect(self.changed)

    def _make_banner(self) -> None:
        self.banner = Panel("", self.content, tint="attention", icon="ph.pencil-simple")
        self.reason = LineField(
            self.tr("Wat is er anders, en waarom?"),
            self.banner,
            required=True,
            limit=_MORE_THAN_ALLOWED,
            placeholder=self.tr("Bijvoorbeeld: de datum van de afspraak klopte niet"),
        )
        self.banner.body.addWidget(self.reason)
        self.column.addWidget(self.banner)
        self.banner.hide()

    def _topics_head(self, parent: QWidget | None) -> QWidget:
        head = QWidget(parent)
        row = QHBoxLayout(head)
        row.setContentsMargins(space(1), space(1), 0, 0)
        row.addWidget(Heading(self.tr("Loopbaancompetenties"), head, size=TextSize.LARGE))
        words = Paragraph(self.tr("Open alleen wat besproken is."), head, ink="muted")
        row.addWidget(words, 1)
        return head

    def _next_card(self, parent: QWidget | None) -> Card:
        card = Card(self.tr("Volgend gesprek"), parent, icon="ph.calendar-plus")
        self.next_on = DateField(self.tr("Dag"), card, today=self._clock.today)
        self.next_at = TimeField(self.tr("Tijd"), card)
        self.next_kind = KindField(card)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addWidget(self.next_on, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.next_at, 2, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        card.body.addWidget(self.next_kind)
        return card

    def _closing_card(self, parent: QWidget | None) -> Card:
        card = Card(
            self.tr("Samen afsluiten"),
            parent,
            icon="ph.users",
            subtitle=self.tr("Draai het scherm en lees het samen door."),
        )
        self.response = ResponseFields(card)
        card.body.addWidget(self.response)
        return card

    def show_preparation(self, prep: Preparation) -> None:
        """Show the draft, and above it the agreements that come back."""
        self.show_draft(prep.draft)
        self.returning.show_draft(
            prep.returning, prep.draft.answers, required=prep.draft.corrects is None
        )
        self._show_days()

    def show_around(self, prep: Preparation) -> None:
        """Show how the agreements of before stand now; what is being typed stays."""
        self.returning.show_around(prep.returning)

    def _show_days(self) -> None:
        self.returning.set_day(self.held_on.value())
        self.returning.set_next(self.next_on.value())

    def show_draft(self, draft: ConversationDraft) -> None:
        """Show ``draft``; with ``corrects`` the banner asks why."""
        self.banner.setVisible(draft.corrects is not None)
        self.banner.set_text(
            self.tr(
                "Je verbetert een vastgelegd gesprek. Het wordt een nieuwe versie; "
                "wat er stond, blijft bewaard."
            )
        )
        self.reason.set_value(draft.reason)
        self.held_on.set_value(draft.held_on)
        self.kind.set_kind(draft.kind)
        self.summary.set_value(draft.summary)
        self.topics.set_value(draft.topics)
        self.agreements.set_value(draft.agreements)
        following = draft.next_talk
        self.next_on.set_value(following.on if following else None)
        self.next_at.set_value(parse_time(following.at) if following else None)
        self.next_kind.set_kind(following.kind if following else draft.kind)
        self.response.set_value(draft.response)

    def apply(self, draft: ConversationDraft) -> ConversationDraft:
        """The draft with what stands here."""
        following = None
        on, at = self.next_on.value(), self.next_at.value()
        if on is not None:
            kind = self.next_kind.value() or draft.kind
            following = NextTalk(on, "" if at is None else format_time(at), kind)
        return replace(
            draft,
            kind=self.kind.value() or draft.kind,
            held_on=self.held_on.value(),
            summary=self.summary.value(),
            topics=self.topics.value(),
            agreements=self.agreements.value(),
            next_talk=following,
            response=self.response.value(),
            reason=self.reason.value() if draft.corrects is not None else "",
            answers=self.returning.value(),
        )

    def begin(self) -> None:
        """Put the focus where the work begins."""
        waiting = [row for row in self.returning.asked() if row.value() is None]
        if waiting:
            waiting[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first: Field = self.summary
        if self.banner.isVisibleTo(self):
            first = self.reason
        elif self.held_on.is_empty():
            first = self.held_on
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_accepted(self, draft: ConversationDraft, today: date) -> bool:
        """Whether the draft can be recorded; else the first problem is shown, with the focus."""
        if self.held_on.check() and self.returning.refused():
            return False
        for field in self._fields():
            if field.problem() and not field.check():
                self._go(field)
                return False
        if self.next_on.is_empty() and not self.next_at.is_empty():
            return self._refuse(self.next_on, self.tr("Vul ook de dag in."))
        for part, probe in self._probes(draft, today):
            try:
                checked(probe, today)
            except InputRefused as error:
                return self._refuse(part, error_text(error))
        return True

    def _fields(self) -> Iterator[Field]:
        """The fields that know by themselves what is wrong, in reading order."""
        if self.banner.isVisibleTo(self):
            yield self.reason
        yield self.held_on
        for row in self.agreements.rows:
            yield row.due
        yield from (self.next_on, self.next_at)

    def _probes(
        self, draft: ConversationDraft, today: date
    ) -> Iterator[tuple[Field | AgreementRows, ConversationDraft]]:
        """For every place a draft in which nothing but that place can be refused."""
        sound = ConversationDraft(draft.id, draft.student_id, held_on=today, summary=".")
        if draft.corrects is not None:
            yield self.reason, replace(sound, corrects=draft.corrects, reason=draft.reason)
        yield self.held_on, replace(sound, held_on=draft.held_on)
        # Either of the two is enough.
        summary = draft.summary or ("." if draft.topics else "")
        yield self.summary, replace(sound, summary=summary)
        yield from self._topic_probes(sound)
        for row in self.agreements.rows:
            yield row.what, replace(sound, agreements=(AgreementText(row.what.value()),))
        yield self.agreements, replace(sound, agreements=draft.agreements)
        yield (
            self.next_on,
            replace(sound, held_on=draft.held_on, next_talk=draft.next_talk),
        )
        yield self.response.words, replace(sound, response=draft.response)

    def _topic_probes(self, sound: ConversationDraft) -> Iterator[tuple[Field, ConversationDraft]]:
        for competence, card in self.topics.cards.items():
            for field in card.fields:
                topic = TopicText(competence, field.value())
                yield field, replace(sound, topics=(topic,))

    def _refuse(self, part: Field | AgreementRows, text: str) -> bool:
        if isinstance(part, Field):
            part.set_error(text)
            self._go(part)
        else:
            part.set_problem(text)
            self._go(part.rows[-1].what)
        return False

    def _go(self, field: Field) -> None:
        for card in self.topics.cards.values():
            if field in card.fields:
                card.unfold()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # The message under the field has no room yet; look again when it has.
        self._sought = field
        QTimer.singleShot(0, self, self._show_sought)

    def _show_sought(self) -> None:
        if self._sought is not None:
            self.ensureWidgetVisible(self._sought, space(4), space(8))
