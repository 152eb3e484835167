"""What a student prepared for a talk, in own words. Pure functions.

Insert-only: who fills it in a second time makes a new one. The last one counts, all are kept.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

MAX_ANSWER = 8_000
MAX_ANSWERS = 40

OWN_SUBJECT = "own"
"""The id of *Waar wil jij het over hebben?*"""
AGREEMENT_PREFIX = "agreement:"
"""What stands before the key of an agreement, as the id of *hoe ging het?*"""

_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "Er staat nog niets. Schrijf bij één vraag iets op of kies Later verder."
)
_TOO_MANY = QT_TRANSLATE_NOOP("errors", "Op één formulier passen {limit} antwoorden.")


class LineKind(StrEnum):
    """What a line of the form asks about."""

    QUESTION = "question"
    AGREEMENT = "agreement"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of the form: ``id`` of the question, and its words as they are asked.

    ``hint`` stands in the empty field, and is not kept.
    """

    id: str
    text: str
    kind: LineKind = LineKind.QUESTION
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PreparationForm:
    """What the student is asked; ``person`` is how the student is called."""

    student_id: UUID
    person: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True, slots=True)
class PreparedAnswer:
    """An answer with the question as it was asked: the text stays when the bank changes."""

    question_id: str
    question: str
    answer: str

    @property
    def kind(self) -> LineKind:
        """What it answers."""
        if self.question_id == OWN_SUBJECT:
            return LineKind.OWN
        about = self.question_id.startswith(AGREEMENT_PREFIX)
        return LineKind.AGREEMENT if about else LineKind.QUESTION


@dataclass(frozen=True, slots=True)
class PreparationDraft:
    """What was typed so far, as typed. ``id`` becomes the id of the record."""

    id: UUID
    student_id: UUID
    answers: tuple[PreparedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class StudentPreparation:
    """What a student handed in, and when; only what was answered."""

    id: UUID
    submitted_at: datetime
    answers: tuple[PreparedAnswer, ...]

    @property
    def own_first(self) -> tuple[PreparedAnswer, ...]:
        """The answers as they are read: what the student wants to talk about stands on top."""
        own = tuple(one for one in self.answers if one.kind is LineKind.OWN)
        return own + tuple(one for one in self.answers if one.kind is not LineKind.OWN)

    @property
    def own_subject(self) -> str:
        """What the student wants to talk about, or nothing."""
        return next((one.answer for one in self.answers if one.kind is LineKind.OWN), "")

    def answer_to(self, question_id: str) -> str:
        """The answer to this question, or nothing."""
        return next((one.answer for one in self.answers if one.question_id == question_id), "")


def checked_answers(answers: tuple[PreparedAnswer, ...]) -> tuple[PreparedAnswer, ...]:
    """The answers with clean text, without the empty ones.

    Raises ``InputRefused`` when nothing was answered, or an answer is too long.
    """
    cleaned = tuple(
        replace(
            one,
            question_id=clean_line(one.question_id),
            question=clean_text(one.question, limit=MAX_ANSWER),
            answer=clean_text(one.answer, limit=MAX_ANSWER),
        )
        for one in answers
    )
    answered = tuple(one for one in cleaned if one.answer)
    if not answered:
        raise InputRefused(_NOTHING)
    if len(answered) > MAX_ANSWERS:
        raise InputRefused(_TOO_MANY, limit=MAX_ANSWERS)
    return answered


def is_unwritten(draft: PreparationDraft) -> bool:
    """Whether nothing was typed."""
    return not any(one.answer.strip() for one in draft.answers)


def filled_in(form: PreparationForm, answers: tuple[PreparedAnswer, ...]) -> PreparationForm:
    """``form`` with a line for each answer that was begun on a question it no longer asks."""
    asked = {line.id for line in form.lines}
    kept = tuple(
        FormLine(one.question_id, one.question, one.kind)
        for one in answers
        if one.question_id not in asked and one.answer.strip()
    )
    return replace(form, lines=(*kept, *form.lines))


def merged(
    stored: tuple[PreparedAnswer, ...], other: tuple[PreparedAnswer, ...]
) -> tuple[PreparedAnswer, ...]:
    """Both, question by question: no word of either goes."""
    by_id = {one.question_id: one for one in stored}
    for one in other:
        known = by_id.get(one.question_id, one)
        by_id[one.question_id] = replace(known, answer=_joined(known.answer, one.answer))
    return tuple(by_id.values())


def _joined(first: str, second: str) -> str:
    if second in first:
        return first
    return second if first in second else f"{first}\n{second}"
