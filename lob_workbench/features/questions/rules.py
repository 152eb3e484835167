"""What a question of the school's own must be, and how the bank is looked through."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from lob_workbench.content.schema import PHASES_OF_KIND, CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, search_words
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules_questions import (
    OfferedQuestion,
    OwnQuestion,
    as_offered,
    shipped_questions,
)

MAX_QUESTION = 300

_CLOSED = re.compile(
    r"(ben|bent|durf|durfde|ga|gaat|had|heb|hebt|heeft|helpt|hielp|is|kan|ken|kon|kun|lukt|lukte"
    r"|mag|moet|vind|vond|voel|voelde|was|weet|werk|werkte|wil|wilde|wist|zag|zie|zijn|zou)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question as it is typed. ``version`` is the one that is changed, 0 for a new question.

    Without ``kinds`` it is for every talk that happens in one of the ``phases``.
    """

    id: UUID
    text: str = ""
    competence: CareerCompetence | None = None
    phases: tuple[CareerPhase, ...] = ()
    kinds: tuple[ConversationKind, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class BankRow:
    """A question as a line in the bank. ``own`` is the school's own question behind it."""

    question: OfferedQuestion
    own: OwnQuestion | None = None
    changeable: bool = False

    @property
    def is_retired(self) -> bool:
        """Whether it is not offered any more."""
        return self.own is not None and self.own.retired_at is not None


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions: the school's own first, the retired ones at the very end.

    ``fresh_id`` is for the question that somebody begins now.
    """

    rows: tuple[BankRow, ...]
    fresh_id: UUID

    @property
    def offered(self) -> int:
        """How many can be chosen."""
        return sum(not row.is_retired for row in self.rows)

    @property
    def own(self) -> int:
        """How many of those the school added."""
        return sum(row.own is not None and not row.is_retired for row in self.rows)

    def row(self, question_id: UUID) -> BankRow | None:
        """The school's own question with this id."""
        return next((row for row in self.rows if row.own and row.own.id == question_id), None)


NO_BANK = Bank((), UUID(int=0))
"""Before the first reading."""


def bank_of(own: Iterable[OwnQuestion], changeable: Container[UUID], fresh_id: UUID) -> Bank:
    """The bank with these own questions, of which the reader may change ``changeable``."""
    mine = [BankRow(as_offered(one), one, one.id in changeable) for one in own]
    shipped = [BankRow(one) for one in shipped_questions()]
    standing = [row for row in mine if not row.is_retired]
    retired = [row for row in mine if row.is_retired]
    return Bank((*standing, *shipped, *retired), fresh_id)


def draft_of(question: OwnQuestion) -> QuestionDraft:
    """The question, ready to be changed."""
    return QuestionDraft(
        question.id,
        question.text,
        question.competence,
        question.phases,
        question.kinds,
        question.version,
    )


def kinds_in(phases: Iterable[CareerPhase]) -> tuple[ConversationKind, ...]:
    """The kinds of talk that happen in any of these phases."""
    wanted = set(phases)
    return tuple(kind for kind in ConversationKind if wanted & set(PHASES_OF_KIND[kind]))


def is_closed(text: str) -> bool:
    """Whether every question in ``text`` can be answered with yes or no."""
    asked = [part.strip() for part in _SENTENCE.findall(text) if part.strip().endswith("?")]
    told = any(not part.strip().endswith("?") for part in _SENTENCE.findall(text) if part.strip())
    return bool(asked) and not told and all(_CLOSED.match(part) for part in asked)


def checked(draft: QuestionDraft, others: Iterable[tuple[str, str]]) -> QuestionDraft:
    """The draft as it may be kept; ``others`` are id and text of the questions that there are.

    Raises ``InputRefused`` for one without words, place or time, and for one that is there already.
    """
    text = clean_line(draft.text, limit=MAX_QUESTION)
    if not text:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf eerst de vraag op."))
    if draft.competence is None:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies bij welke competentie deze vraag hoort.")
        )
    if not draft.phases:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies in welke fase je deze vraag kunt stellen.")
        )
    known = search_words(text)
    for question_id, there in others:
        if question_id != str(draft.id) and search_words(there) == known:
            raise InputRefused(QT_TRANSLATE_NOOP("errors", "Deze vraag staat al in de bank."))
    kinds = tuple(kind for kind in kinds_in(draft.phases) if kind in draft.kinds)
    phases = tuple(phase for phase in CareerPhase if phase in draft.phases)
    return replace(draft, text=text, phases=phases, kinds=kinds)


def same_question(draft: QuestionDraft, question: OwnQuestion) -> bool:
    """Whether ``draft`` says what ``question`` says."""
    return replace(draft, version=question.version) == draft_of(question)


def found(
    bank: Bank,
    words: str = "",
    competence: CareerCompetence | None = None,
    phase: CareerPhase | None = None,
    *,
    own_only: bool = False,
) -> tuple[BankRow, ...]:
    """The questions with words that begin so, of this competence and phase (``None``: of all).

    Retired ones are found among the own ones only.
    """
    typed = search_words(words)
    return tuple(
        row
        for row in bank.rows
        if (row.own is not None if own_only else not row.is_retired)
        and (competence is None or row.question.competence is competence)
        and (phase is None or phase in row.question.phases)
        and _has(row.question.text, typed)
    )


def _has(text: str, typed: tuple[str, ...]) -> bool:
    there = search_words(text)
    return all(any(word.startswith(begin) for word in there) for begin in typed)
