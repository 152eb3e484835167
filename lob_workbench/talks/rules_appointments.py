"""Appointments: talks that are planned. Pure functions.

Day and time are those of the clock at school: a talk at 09:20 stays at 09:20 when the clocks
change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.career import ConversationForm, ConversationKind

MOST_MINUTES = 240
MINUTES: dict[ConversationKind, int] = {
    ConversationKind.ACQUAINTANCE: 20,
    ConversationKind.START: 30,
    ConversationKind.END: 30,
    ConversationKind.PROGRESS: 15,
    ConversationKind.CAREER_REFLECTION: 40,
    ConversationKind.LEARNING_METER: 30,
    ConversationKind.PLACEMENT_VISIT: 60,
    ConversationKind.HANDOVER: 20,
    ConversationKind.PARENTS: 10,
    ConversationKind.SECOND_LINE: 45,
    ConversationKind.PERSONAL_DEVELOPMENT: 60,
}
"""How long a talk of a kind takes when nobody says otherwise."""


class AppointmentStatus(StrEnum):
    """Planned until the talk is recorded, or until it is called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class RoomView:
    """A place to talk. ``private``: behind a door (*besloten ruimte*)."""

    id: UUID
    name: str
    private: bool
    version: int


@dataclass(frozen=True, slots=True)
class RoomUse:
    """That a room is taken, by a talk that may be a colleague's: by whom, and no student."""

    appointment_id: UUID
    on: date
    at: str
    minutes: int
    staff_name: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which the school plans no talks, both included."""

    id: UUID
    name: str
    first_on: date
    last_on: date

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` is one of them."""
        return self.first_on <= day <= self.last_on


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """What is wanted of an appointment; ``at`` is ``"09:20"`` or empty (the time is not known)."""

    id: UUID
    student_id: UUID
    kind: ConversationKind
    on: date
    at: str = ""
    minutes: int = 0
    form: ConversationForm = ConversationForm.DIALOGUE
    room_id: UUID | None = None
    placement_id: UUID | None = None
    subject: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentView:
    """An appointment as it stands. ``subject`` and ``sensitive`` only where they may be read.

    ``sequence`` counts the changes, as an invitation does (RFC 5545); ``talk_id`` is the recorded
    talk that came of it, ``from_talk`` the one at whose end it was made.
    """

    id: UUID
    student_id: UUID
    student_name: str
    group: str
    staff_id: UUID
    kind: ConversationKind
    form: ConversationForm
    on: date
    at: str
    minutes: int
    room: RoomView | None
    placement_id: UUID | None
    status: AppointmentStatus
    sequence: int
    talk_id: UUID | None
    from_talk: UUID | None
    version: int
    subject: str = ""
    sensitive: bool = False

    @property
    def starts(self) -> datetime | None:
        """Day and time on the clock at school (naive); ``None`` while the time is not known."""
        return datetime.combine(self.on, time.fromisoformat(self.at)) if self.at else None

    @property
    def ends(self) -> datetime | None:
        """When it is over, on the same clock."""
        starts = self.starts
        return None if starts is None else starts + timedelta(minutes=self.minutes)

    @property
    def wants_a_door(self) -> bool:
        """Whether a sensitive talk is planned where others can listen in."""
        return self.sensitive and self.room is not None and not self.room.private


def minutes_of(kind: ConversationKind) -> int:
    """How long a talk of this kind usually takes."""
    return MINUTES[kind]


def minute_of_day(at: str) -> int:
    """Minutes from midnight of a time as ``"09:20"``."""
    hours, _, minutes = at.partition(":")
    return int(hours) * 60 + int(minutes)


def overlap(first_at: str, first_minutes: int, second_at: str, second_minutes: int) -> bool:
    """Whether two talks of one day share a minute; one without a time is nowhere in the way."""
    if not first_at or not second_at:
        return False
    first, second = minute_of_day(first_at), minute_of_day(second_at)
    return first < second + second_minutes and second < first + first_minutes


def fulfilled(
    planned: Iterable[AppointmentView], kind: ConversationKind, held_on: date
) -> AppointmentView | None:
    """Which planned appointment of a student a recorded talk is.

    The one of that very day; else the latest of the same kind before it; else the latest before
    it; else the first of the same kind in the week after it: a talk is sometimes held early.
    """
    standing = sorted(planned, key=lambda item: (item.on, item.at, str(item.id)))
    same_day = [item for item in standing if item.on == held_on]
    before = [item for item in standing if item.on < held_on]
    soon = [item for item in standing if held_on < item.on <= held_on + timedelta(days=7)]
    for items in (same_day, list(reversed(before)), soon):
        for item in items:
            if item.kind is kind:
                return item
        if items and items is not soon:
            return items[0]
    return None
