"""Planning without clashes, and what to look out for. Pure functions.

A student cannot be in two places and a room holds one talk: that is refused. A counsellor's own
overlap is only pointed out: two parents who come together, or a talk that is still to be moved,
are hers to judge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.people.rules import StudentRow
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    AppointmentView,
    Holiday,
    RoomUse,
    RoomView,
    minute_of_day,
    minutes_of,
    overlap,
)

DAY_BEGINS, DAY_ENDS = 8, 18
"""The hours that a day shows, more when something is planned outside them."""


class Caution(StrEnum):
    """What to look out for before planning; it may be planned all the same."""

    SELF_BUSY = "self_busy"
    OPEN_SPACE = "open_space"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class CautionView:
    """A caution; ``about`` is the talk, the room or the holiday that it is about."""

    kind: Caution
    about: str = ""


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The actor's appointments within some days, and the holidays that touch those days."""

    first_on: date
    last_on: date
    appointments: tuple[AppointmentView, ...]
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class PlanChoices:
    """What the form offers: the actor's own students and the rooms."""

    students: tuple[StudentRow, ...]
    rooms: tuple[RoomView, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What became of planning: done when nothing new had to be pointed out first."""

    changes: Changes
    cautions: tuple[CautionView, ...] = ()

    @property
    def done(self) -> bool:
        """Whether it was written."""
        return bool(self.changes.kinds)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What goes into a calendar of somebody else: no word of the dossier.

    ``email`` is the student's, or empty; ``private`` talks are not named by their kind.
    """

    id: UUID
    kind: str
    student_name: str
    email: str
    organizer: str
    organizer_id: UUID
    on: date
    at: str
    minutes: int
    place: str
    sequence: int
    called_off: bool
    private: bool


def clash(
    draft: AppointmentDraft, known: Iterable[AppointmentView], *, student: bool
) -> AppointmentView | None:
    """The planned talk that stands in the way of ``draft``.

    ``student``: of the same student; otherwise of anybody, but for those of the same student.
    """
    minutes = draft.minutes or minutes_of(draft.kind)
    for view in known:
        if (
            view.id != draft.id
            and view.status is AppointmentStatus.PLANNED
            and view.on == draft.on
            and (view.student_id == draft.student_id) is student
            and overlap(draft.at, minutes, view.at, view.minutes)
        ):
            return view
    return None


def taken(draft: AppointmentDraft, uses: Iterable[RoomUse]) -> RoomUse | None:
    """Who has the room of ``draft`` at that time."""
    minutes = draft.minutes or minutes_of(draft.kind)
    for use in uses:
        if use.appointment_id != draft.id and overlap(draft.at, minutes, use.at, use.minutes):
            return use
    return None


def cautions(
    draft: AppointmentDraft,
    known: Iterable[AppointmentView],
    room: RoomView | None,
    holidays: Iterable[Holiday],
    today: date,
) -> tuple[CautionView, ...]:
    """What to point out about ``draft``, the most important first."""
    found = []
    busy = clash(draft, known, student=False)
    if busy is not None:
        found.append(CautionView(Caution.SELF_BUSY, f"{busy.at} {busy.student_name}"))
    if draft.sensitive and room is not None and not room.private:
        found.append(CautionView(Caution.OPEN_SPACE, room.name))
    holiday = holiday_of(draft.on, holidays)
    if holiday is not None:
        found.append(CautionView(Caution.HOLIDAY, holiday.name))
    elif draft.on.weekday() >= 5:
        found.append(CautionView(Caution.WEEKEND))
    if draft.on < today:
        found.append(CautionView(Caution.PAST))
    return tuple(found)


def holiday_of(day: date, holidays: Iterable[Holiday]) -> Holiday | None:
    """The holiday that ``day`` belongs to."""
    return next((item for item in holidays if item.holds_on(day)), None)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of ``day``; the last days of the calendar stay in it."""
    monday = day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return monday, monday + timedelta(days=min(6, (date.max - monday).days))


def moved(day: date, days: int) -> date:
    """``day`` and some days further or back, within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def days_shown(view: AgendaView) -> tuple[date, ...]:
    """The days of a week to show: weekends only when something is planned there."""
    days = [
        view.first_on + timedelta(days=place)
        for place in range((view.last_on - view.first_on).days + 1)
    ]
    if len(days) == 1:
        return tuple(days)
    busy = {item.on for item in view.appointments}
    last = max((day.weekday() for day in days if day.weekday() < 5 or day in busy), default=6)
    return tuple(day for day in days if day.weekday() <= last)


def hours_shown(appointments: Iterable[AppointmentView]) -> tuple[int, int]:
    """First and last whole hour to show: 8 to 18, and what is planned outside them."""
    first, last = DAY_BEGINS, DAY_ENDS
    for item in appointments:
        if item.at:
            begins = minute_of_day(item.at)
            first = min(first, begins // 60)
            last = max(last, min(24, -(-(begins + item.minutes) // 60)))
    return first, last


def closest_starts(appointments: Iterable[AppointmentView], most: int) -> int:
    """The fewest minutes between the begins of two talks of one day; ``most`` when further."""
    begins: dict[date, set[int]] = {}
    for item in appointments:
        if item.at:
            begins.setdefault(item.on, set()).add(minute_of_day(item.at))
    gaps = [
        second - first for minutes in begins.values() for first, second in pairwise(sorted(minutes))
    ]
    return min(most, *gaps) if gaps else most


@dataclass(frozen=True, slots=True)
class Place:
    """Where a talk stands among those that overlap it: its lane, of how many."""

    lane: int
    lanes: int


def lanes(items: Sequence[AppointmentView]) -> dict[UUID, Place]:
    """Lanes for the talks with a time of one day: those that overlap stand beside each other."""
    found: dict[UUID, Place] = {}
    group: list[tuple[AppointmentView, int]] = []
    ends: list[int] = []
    for item in sorted((each for each in items if each.at), key=lambda each: (each.at, each.id)):
        begins = minute_of_day(item.at)
        if ends and begins >= max(ends):
            found.update({each.id: Place(lane, len(ends)) for each, lane in group})
            group, ends = [], []
        lane = next((place for place, end in enumerate(ends) if end <= begins), len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = begins + max(item.minutes, 1)
        group.append((item, lane))
    found.update({each.id: Place(lane, len(ends)) for each, lane in group})
    return found


def week_number(day: date) -> int:
    """The number of the week as calendars in the Netherlands count (ISO)."""
    return day.isocalendar().week


def starts_at(item: Invitation) -> datetime | None:
    """Day and time on the clock at school; ``None`` while the time is not known."""
    return datetime.combine(item.on, time.fromisoformat(item.at)) if item.at else None
