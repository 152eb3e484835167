"""Handing over: what is proposed, and what becomes of it. Pure functions.

Until the receiver confirmed, the counsellor who hands over stays responsible.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import StudentView
from lob_workbench.talks.rules import PaperHead

MAX_WORDS = 12_000


class HandoverStatus(StrEnum):
    """How it stands with a proposal."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Receiver:
    """A colleague who can take students over; ``students`` is how many they have now."""

    id: UUID
    name: str
    students: int


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """What goes along with a student: a summary, and what the student wants to add."""

    student_id: UUID
    summary: str = ""
    addition: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A student ready to be handed over: the summary as it was typed, or as it was made."""

    student: StudentView
    draft: HandoverDraft
    saved_at: datetime | None


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A proposal as a line in a list; its words show in ``HandoverView``."""

    id: UUID
    student_id: UUID
    student_name: str
    group: str
    giver_id: UUID
    giver: str
    receiver_id: UUID
    receiver: str
    status: HandoverStatus
    proposed_at: datetime
    answered_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class HandoverView:
    """A proposal with its words. ``reply`` is why it was declined."""

    row: HandoverRow
    summary: str
    addition: str
    reply: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What waits for the actor, and what the actor proposed, the latest first.

    ``answers_here``: on a laptop there is nobody else to log in, so the owner notes the answer.
    """

    incoming: tuple[HandoverRow, ...]
    outgoing: tuple[HandoverRow, ...]
    answers_here: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was proposed."""

    ids: tuple[UUID, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """What the paper of one handover is printed from."""

    head: PaperHead
    student: StudentView
    draft: HandoverDraft
    giver: str
    receiver: str


def checked(draft: HandoverDraft) -> HandoverDraft:
    """The draft with clean text; raises ``InputRefused`` when the summary is empty."""
    cleaned = replace(
        draft,
        summary=clean_text(draft.summary, limit=MAX_WORDS),
        addition=clean_text(draft.addition, limit=MAX_WORDS),
    )
    if not cleaned.summary:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf op wat je collega over deze student moet weten.")
        )
    return cleaned


def checked_reply(words: str) -> str:
    """Why somebody does not take a student over; raises ``InputRefused`` without words."""
    reply = clean_line(words, limit=500)
    if not reply:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf kort op waarom je deze student niet overneemt.")
        )
    return reply
