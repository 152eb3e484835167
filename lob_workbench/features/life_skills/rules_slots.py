"""Periods of an agreement while they are filled in: what is wrong, and quick choices.

Pure functions; ``skills.rules_goals.checked_goal`` has the last word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.talks.schoolyear import is_school_day, school_year

QUICK_WEEKS = 10
_LONG_HOLIDAY = 5
"""Days; a shorter one ends no period."""
_FAR = timedelta(days=400)
_DAY = timedelta(days=1)

Span = tuple[date | None, date | None]


class SlotFault(StrEnum):
    """What is wrong with one of the periods."""

    NO_START = "no_start"
    NO_END = "no_end"
    BACKWARDS = "backwards"
    OVERLAP = "overlap"
    """It lies partly in the time of one that stands above it."""


def slot_faults(spans: Sequence[Span]) -> tuple[SlotFault | None, ...]:
    """For each period what is wrong with it; ``None`` where it is good."""
    good: list[tuple[date, date]] = []
    faults: list[SlotFault | None] = []
    for starts, ends in spans:
        fault = None
        if starts is None:
            fault = SlotFault.NO_START
        elif ends is None:
            fault = SlotFault.NO_END
        elif ends < starts:
            fault = SlotFault.BACKWARDS
        elif any(starts <= last and first <= ends for first, last in good):
            fault = SlotFault.OVERLAP
        else:
            good.append((starts, ends))
        faults.append(fault)
    return tuple(faults)


class QuickKind(StrEnum):
    """A period in one click."""

    BLOCK = "block"
    """To the end of this block of five school weeks."""
    HOLIDAY = "holiday"
    """To the next long holiday."""
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class QuickSlot:
    """A period to choose; ``name`` is that of the holiday."""

    kind: QuickKind
    starts_on: date
    ends_on: date
    name: str = ""


def quick_slots(
    today: date, holidays: Sequence[Holiday], after: date | None = None
) -> tuple[QuickSlot, ...]:
    """What may be chosen from today on, or from the day ``after`` the last period."""
    first = today if after is None or after < today else after + _DAY
    starts = _school_day(first, holidays, _DAY)
    if starts is None:
        return ()
    found = []
    block = next(
        (
            one
            for one in school_year(starts, holidays).blocks
            if one.first_on <= starts <= one.last_on
        ),
        None,
    )
    if block is not None:
        found.append((QuickKind.BLOCK, block.last_on, ""))
    coming = [one for one in holidays if one.first_on > starts and _is_long(one)]
    if coming:
        next_one = min(coming, key=lambda one: one.first_on)
        found.append((QuickKind.HOLIDAY, next_one.first_on - _DAY, next_one.name))
    found.append((QuickKind.WEEKS, starts + timedelta(weeks=QUICK_WEEKS) - _DAY, ""))
    return tuple(
        QuickSlot(kind, starts, max(starts, _school_day(ends, holidays, -_DAY) or ends), name)
        for kind, ends, name in found
    )


def _is_long(holiday: Holiday) -> bool:
    return (holiday.last_on - holiday.first_on).days + 1 >= _LONG_HOLIDAY


def _school_day(day: date, holidays: Sequence[Holiday], step: timedelta) -> date | None:
    """The first school day from ``day`` on (or back); ``None`` when there is none in sight."""
    limit = day + _FAR
    if step < timedelta():
        limit = day - _FAR
    while day != limit:
        if is_school_day(day, holidays):
            return day
        day += step
    return None
