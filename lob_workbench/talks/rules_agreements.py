"""What becomes of an agreement: open until it is done or dropped, and each step is kept.

Pure functions. The status on a day is that of the last step taken up to that day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

MAX_REASON = 500


class AgreementStatus(StrEnum):
    """Open until it is done, or dropped with a reason."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AgreementAnswer:
    """What is said of an agreement: ``DONE``, ``DROPPED`` with a reason, or ``OPEN``.

    ``OPEN`` with ``due_on`` is *loopt door*: it goes on, up to another day. Without one an
    agreement that was closed is open again.
    """

    status: AgreementStatus
    reason: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnedAnswer:
    """The answer to an agreement that came back in a talk.

    ``version`` is the one that the person saw, ``what`` the words that stood there: a draft is
    compared and kept on a laptop without the agreement itself.
    """

    agreement_id: UUID
    version: int
    answer: AgreementAnswer
    what: str = ""


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """One thing that became of an agreement; ``status`` and ``due_on`` are those after it.

    ``answered_in`` is the talk in which it came back, held on ``answered_on``; ``None`` when it
    was a tick in a list.
    """

    number: int
    status: AgreementStatus
    due_on: date | None
    due_before: date | None
    taken_on: date
    reason: str
    answered_in: UUID | None
    answered_on: date | None = None


class Standing(Protocol):
    """How an agreement stands now; what the rules below ask of it."""

    @property
    def status(self) -> AgreementStatus:
        """What the last step made of it."""

    @property
    def due_on(self) -> date | None:
        """Its last day, after the last step."""

    @property
    def made_on(self) -> date:
        """The day of the talk in which it was made."""


class AnsweredMeanwhile(StaleSave):
    """An agreement that is answered in a talk got another answer first."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Een afspraak is intussen ergens anders bijgewerkt. Kijk bij ‘Vorige keer afgesproken’ "
        "wat er nu staat; je tekst staat veilig in het concept.",
    )


def checked_answer(answer: AgreementAnswer, today: date) -> AgreementAnswer:
    """The answer with clean text.

    Raises ``InputRefused`` when an agreement is dropped without a reason, or goes on up to a day
    that has passed.
    """
    reason = clean_line(answer.reason, limit=MAX_REASON)
    if answer.status is AgreementStatus.DROPPED and not reason:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf kort op waarom deze afspraak vervalt.")
        )
    if (
        answer.status is AgreementStatus.OPEN
        and answer.due_on is not None
        and answer.due_on < today
    ):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies een nieuwe datum die nog moet komen."))
    return AgreementAnswer(answer.status, reason, answer.due_on)


def checked_answers(answers: Iterable[ReturnedAnswer], today: date) -> tuple[ReturnedAnswer, ...]:
    """The answers to agreements that came back, with clean text and nothing that does not belong.

    Raises what :func:`checked_answer` raises, and ``InputRefused`` when an agreement goes on
    without saying until when.
    """
    return tuple(_checked_returned(given, today) for given in answers)


def _checked_returned(given: ReturnedAnswer, today: date) -> ReturnedAnswer:
    goes_on = given.answer.status is AgreementStatus.OPEN
    if goes_on and given.answer.due_on is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies tot wanneer deze afspraak doorloopt."))
    # Who chose another answer afterwards leaves the day or the reason of the first behind.
    meant = replace(given.answer, due_on=given.answer.due_on if goes_on else None)
    return replace(given, answer=checked_answer(meant, today))


def unanswered(count: int) -> InputRefused:
    """The refusal of a talk in which ``count`` agreements of before have no answer yet."""
    if count == 1:
        return InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Nog 1 afspraak van de vorige keer: gedaan, loopt door of vervallen?"
            )
        )
    return InputRefused(
        QT_TRANSLATE_NOOP(
            "errors", "Nog {count} afspraken van de vorige keer: gedaan, loopt door of vervallen?"
        ),
        count=count,
    )


def comes_back(agreement: Standing, day: date, answered: Iterable[date | None] = ()) -> bool:
    """Whether an agreement must be answered in a talk of ``day``.

    One that is open and was made before that day. An older talk may be recorded late: what was
    agreed since, or came back since in a talk (``answered``: the days of those), was not on the
    table then; asking would put an old word after a newer one.
    """
    return (
        agreement.status is AgreementStatus.OPEN
        and agreement.made_on < day
        and not any(on is not None and on > day for on in answered)
    )


def stands_as(agreement: Standing, answer: AgreementAnswer) -> bool:
    """Whether the agreement stands already as ``answer`` wants it, whatever the reason."""
    if answer.status is not AgreementStatus.OPEN:
        return agreement.status is answer.status
    return agreement.status is AgreementStatus.OPEN and agreement.due_on == answer.due_on


def days_of(due_on: date | None, steps: Iterable[AgreementStep]) -> frozenset[date | None]:
    """Every last day that an agreement has had: one that went on is still the same agreement."""
    return frozenset([due_on, *(step.due_before for step in steps)])


def step_in(steps: Iterable[AgreementStep], talk_id: UUID) -> AgreementStep | None:
    """What a talk made of an agreement; its last step there when it was corrected."""
    found = None
    for step in steps:
        if step.answered_in == talk_id:
            found = step
    return found


def standing_on(
    agreement: Standing, steps: Sequence[AgreementStep], day: date
) -> tuple[AgreementStatus, date | None] | None:
    """How an agreement stood at the end of ``day``: status and last day.

    ``None`` before it was made. ``steps`` are all of its steps, the first one first.
    """
    if day < agreement.made_on:
        return None
    first_due = steps[0].due_before if steps else agreement.due_on
    standing = (AgreementStatus.OPEN, first_due)
    for step in steps:
        if step.taken_on <= day:
            standing = (step.status, step.due_on)
    return standing
