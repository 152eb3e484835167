"""*Samen*: what the three say together, what they agree on, and the last word of each party."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.trialogue.page_words import (
    kind_label,
    party_label,
    person_of,
    verdict_label,
)
from lob_workbench.features.trialogue.rules import Trialogue, TrialogueDraft, Word, talk_of
from lob_workbench.talks.rules import (
    AgreementText,
    ConversationDraft,
    NextTalk,
    Party,
    Verdict,
    checked,
)
from lob_workbench.ui.agreement_rows import AgreementRows
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.dates import format_time, parse_time
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField, DateField, Field, TimeField
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.returning_card import ReturningCard
from lob_workbench.ui.text_area import TextView
from lob_workbench.ui.theme import TextSize, space

_KINDS = (
    ConversationKind.PLACEMENT_VISIT,
    ConversationKind.CAREER_REFLECTION,
    ConversationKind.PROGRESS,
    ConversationKind.START,
    ConversationKind.END,
    ConversationKind.LEARNING_METER,
    ConversationKind.ACQUAINTANCE,
    ConversationKind.HANDOVER,
    ConversationKind.PARENTS,
)


class WordRow(QWidget):
    """The last word of one party: what it said, or the way to ask."""

    asked = Signal(object)

    def __init__(self, party: Party, parent: QWidget) -> None:
        super().__init__(parent)
        self.party = party
        self.chip = Chip("", self)
        self.text = TextView("", self)
        self.text.setAccessibleName(party_label(party))
        self.button = Button("", self, icon="ph.laptop")
        self.button.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(Label(party_label(party), self, bold=True))
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self.text)

    def show_word(self, word: Word | None, draft: TrialogueDraft, person: str) -> None:
        """Show what the party says of what stands in ``draft`` now."""
        name = (person.split() or [self.tr("het bedrijf")])[0]
        self.button.setText(self.tr("Laat {name} lezen").format(name=name))
        self.button.setEnabled(bool(draft.together.strip()))
        said = None if word is None or not word.ready else word.response
        self.text.setPlainText("" if said is None else said.text)
        self.text.setVisible(said is not None and bool(said.text))
        if word is None:
            self.chip.set_state(self.tr("Nog niet gelezen"), Tone.CALM, "ph.circle-dashed")
        elif said is None:
            self.chip.set_state(self.tr("Begonnen, nog niet klaar"), Tone.ATTENTION)
        elif not word.is_about(draft):
            self.chip.set_state(self.tr("Las een eerdere tekst"), Tone.ATTENTION)
        elif said.verdict is Verdict.AGREES:
            self.chip.set_state(verdict_label(said.verdict), Tone.GOOD)
        else:
            self.chip.set_state(verdict_label(said.verdict), Tone.ATTENTION)

    def _ask(self) -> None:
        self.asked.emit(self.party)


class TogetherCards(QWidget):
    """Fills the shared part of the draft, and says at the right place what cannot be recorded."""

    changed = Signal()
    word_asked = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Trialogue | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        self.returning = ReturningCard(clock.today, self)
        column.addWidget(self.returning)
        together = Card(
            self.tr("Samen"),
            self,
            icon="ph.users-three",
            subtitle=self.tr("Wat zeggen jullie alle drie? Schrijf het met elkaar op."),
        )
        self.together = AreaField(
            self.tr("Wat zien we samen?"),
            together,
            placeholder=self.tr("In een paar zinnen, zo dat alle drie zich erin herkennen."),
        )
        self.agreements = AgreementRows(clock.today, together)
        together.body.addWidget(self.together)
        together.body.addWidget(Label(self.tr("Afspraken"), together, bold=True))
        together.body.addWidget(self.agreements)
        column.addWidget(together)
        column.addWidget(self._when_card(clock))
        closing = Card(
            self.tr("Is iedereen het ermee eens?"),
            self,
            icon="ph.handshake",
            subtitle=self.tr(
                "Student en bedrijf lezen het zelf en zeggen wat zij vinden. "
                "Jij zegt het voor school door vast te leggen."
            ),
        )
        self.words: dict[Party, WordRow] = {}
        for party in (Party.STUDENT, Party.COMPANY):
            if self.words:
                closing.body.addWidget(Line(closing))
            row = WordRow(party, closing)
            row.asked.connect(self.word_asked)
            closing.body.addWidget(row)
            self.words[party] = row
        note = self.tr("Wie nu niet kan lezen, reageert later bij het verslag.")
        closing.body.addWidget(Paragraph(note, closing, size=TextSize.SMALL, ink="muted"))
        column.addWidget(closing)
        for part in (self.together, self.agreements, self.held_on, self.kind):
            part.changed.connect(self._edited)
        for field in (self.next_on, self.next_at, self.next_kind):
            field.changed.connect(self._edited)
        self.returning.changed.connect(self._edited)
        self.held_on.changed.connect(self._show_days)
        self.next_on.changed.connect(self._show_days)

    def _when_card(self, clock: Clock) -> Card:
        card = Card(self.tr("Het gesprek en het volgende"), self, icon="ph.calendar-plus")
        choices = [(kind, kind_label(kind)) for kind in _KINDS]
        self.held_on = DateField(
            self.tr("Dag van het gesprek"), card, required=True, today=clock.today
        )
        self.kind: ChoiceField[ConversationKind] = ChoiceField(
            self.tr("Soort gesprek"), choices, card
        )
        self.next_on = DateField(self.tr("Volgend gesprek"), card, today=clock.today)
        self.next_at = TimeField(self.tr("Tijd"), card)
        self.next_kind: ChoiceField[ConversationKind] = ChoiceField(self.tr("Soort"), choices, card)
        top = Qt.AlignmentFlag.AlignTop
        for fields in ((self.held_on, self.kind), (self.next_on, self.next_at, self.next_kind)):
            row = QHBoxLayout()
            row.setSpacing(space(3))
            for field in fields:
                row.addWidget(field, 1, top)
            if len(fields) < 3:
                row.addStretch(1)
            card.body.addLayout(row)
        return card

    def show_trialogue(self, view: Trialogue) -> None:
        """Show the draft."""
        draft = view.draft
        self._view = view
        self.together.set_value(draft.together)
        self.agreements.set_value(draft.agreements)
        self.held_on.set_value(draft.held_on)
        self.kind.set_value(draft.kind)
        following = draft.next_talk
        self.next_on.set_value(following.on if following else None)
        self.next_at.set_value(parse_time(following.at) if following else None)
        self.next_kind.set_value(following.kind if following else draft.kind)
        self.returning.show_draft(view.returning, draft.answers, required=True)
        self._show_days()
        self._show_words()

    def show_around(self, view: Trialogue) -> None:
        """Show the words of the parties and how agreements stand; what is being typed stays."""
        self._view = view
        self.returning.show_around(view.returning)
        self._show_words()

    def apply(self, draft: TrialogueDraft) -> TrialogueDraft:
        """The draft with what stands here."""
        following = None
        on, at = self.next_on.value(), self.next_at.value()
        kind = self.kind.value() or draft.kind
        if on is not None:
            time = "" if at is None else format_time(at)
            following = NextTalk(on, time, self.next_kind.value() or kind)
        return replace(
            draft,
            kind=kind,
            held_on=self.held_on.value(),
            together=self.together.value(),
            agreements=self.agreements.value(),
            next_talk=following,
            # Always in one order: lists of open agreements change theirs.
            answers=tuple(sorted(self.returning.value(), key=lambda given: given.agreement_id)),
        )

    def is_accepted(self, draft: TrialogueDraft, today: date) -> bool:
        """Whether the draft can be recorded; else the first problem is shown, with the focus."""
        if self.held_on.check() and self.returning.refused():
            return False
        due = [row.due for row in self.agreements.rows]
        for field in (*due, self.held_on, self.next_on, self.next_at):
            if field.problem() and not field.check():
                self._go(field)
                return False
        if self.next_on.is_empty() and not self.next_at.is_empty():
            return self._refuse(self.next_on, self.tr("Vul ook de dag in."))
        for part, probe in self._probes(talk_of(draft), today):
            try:
                checked(probe, today)
            except InputRefused as error:
                return self._refuse(part, error_text(error))
        return True

    def _probes(
        self, talk: ConversationDraft, today: date
    ) -> Iterator[tuple[Field | AgreementRows, ConversationDraft]]:
        """For every place a draft in which nothing but that place can be refused."""
        sound = ConversationDraft(talk.id, talk.student_id, held_on=today, summary=".")
        yield self.together, replace(sound, summary=talk.summary)
        for row in self.agreements.rows:
            yield row.what, replace(sound, agreements=(AgreementText(row.what.value()),))
        yield self.agreements, replace(sound, agreements=talk.agreements)
        yield self.held_on, replace(sound, held_on=talk.held_on)
        yield self.next_on, replace(sound, held_on=talk.held_on, next_talk=talk.next_talk)

    def _refuse(self, part: Field | AgreementRows, text: str) -> bool:
        if isinstance(part, Field):
            part.set_error(text)
            self._go(part)
        else:
            part.set_problem(text)
            self._go(part.rows[-1].what)
        return False

    def _go(self, field: Field) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_days(self) -> None:
        self.returning.set_day(self.held_on.value())
        self.returning.set_next(self.next_on.value())

    def _edited(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        if self._view is None:
            return
        draft = self.apply(self._view.draft)
        for party, row in self.words.items():
            row.show_word(self._view.words.get(party), draft, person_of(self._view, party))
