"""What a question of the school's own must be, and how the bank is looked through."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from lob_workbench.content.schema import PHASES_OF_KIND, CareerPhase
from lob_workbench.domain.career import CareerCompetence, ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, search_words
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.question_rules import OfferedQuestion, OwnQuestion

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
class Bank:
    """All questions, and which of the school's own ones the reader may change."""

    questions: tuple[OfferedQuestion, ...]
    own: tuple[OwnQuestion, ...]
    changeable: frozenset[UUID]

    def own_of(self, question_id: str) -> OwnQuestion | None:
        """The school's own question with this id; ``None`` for one that ships."""
        return next((one for one in self.own if str(one.id) == question_id), None)


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
    questions: Iterable[OfferedQuestion],
    words: str = "",
    competence: CareerCompetence | None = None,
    phase: CareerPhase | None = None,
    *,
    own_only: bool = False,
) -> tuple[OfferedQuestion, ...]:
    """The questions with words that begin so, of this competence and phase (``None``: of all)."""
    typed = search_words(words)
    return tuple(
        one
        for one in questions
        if (competence is None or one.competence is competence)
        and (phase is None or phase in one.phases)
        and (one.own or not own_only)
        and _has(one.text, typed)
    )


def _has(text: str, typed: tuple[str, ...]) -> bool:
    there = search_words(text)
    return all(any(word.startswith(begin) for word in there) for begin in typed)


def count_competences(questions: Iterable[OfferedQuestion]) -> Counter[CareerCompetence]:
    """How many questions each competence has."""
    return Counter(one.competence for one in questions)


def count_phases(questions: Iterable[OfferedQuestion]) -> Counter[CareerPhase]:
    """How many questions each phase has; one for two phases counts in both."""
    return Counter(phase for one in questions for phase in one.phases)
