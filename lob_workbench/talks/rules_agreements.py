"""What becomes of an agreement: open until it is done or dropped, and each step is kept.

Pure functions. The status on a day is that of the last step taken up to that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules import AgreementStatus, AgreementView

MAX_REASON = 500


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
class AgreementStep:
    """One thing that became of an agreement; ``status`` and ``due_on`` are those after it."""

    number: int
    status: AgreementStatus
    due_on: date | None
    due_before: date | None
    taken_on: date
    reason: str
    answered_in: UUID | None


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


def standing_on(
    agreement: AgreementView, steps: Sequence[AgreementStep], day: date
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
