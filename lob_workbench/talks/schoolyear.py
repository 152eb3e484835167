"""The school year and its blocks: 7 blocks of 5 weeks, holidays skipped. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lob_workbench.talks.rules_appointments import Holiday

BLOCKS = 7
WEEKS = 5
_SCHOOL_DAYS = 5
_A_SCHOOL_WEEK = 3
"""With fewer days of school a week is a week of holidays."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Block:
    """Five weeks of school; ``last_on`` is a Sunday. Holidays may lie inside it."""

    number: int
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """From 1 August up to and including 31 July, with the blocks that fit in it."""

    first_on: date
    last_on: date
    blocks: tuple[Block, ...]


def year_of(day: date) -> int:
    """The calendar year in which the school year of ``day`` began."""
    return day.year if day.month >= 8 else day.year - 1


def school_year(day: date, holidays: Sequence[Holiday]) -> SchoolYear:
    """The school year of ``day``.

    Lessons begin in the week of 18 August, when the first region of the country does; a school
    that begins later has that week among its holidays.
    """
    year = year_of(day)
    first_on, last_on = date(year, 8, 1), date(year + 1, 7, 31)
    monday = date(year, 8, 18)
    monday -= timedelta(days=monday.weekday())
    weeks: list[date] = []
    while monday <= last_on and len(weeks) < BLOCKS * WEEKS:
        if _is_school_week(monday, holidays):
            weeks.append(monday)
        monday += _WEEK
    blocks = tuple(
        Block(number + 1, weeks[number * WEEKS], weeks[number * WEEKS + WEEKS - 1] + _WEEK - _DAY)
        for number in range(len(weeks) // WEEKS)
    )
    return SchoolYear(first_on, last_on, blocks)


def is_school_day(day: date, holidays: Sequence[Holiday]) -> bool:
    """Whether there is school: no weekend and no holiday."""
    return day.weekday() < _SCHOOL_DAYS and not any(each.holds_on(day) for each in holidays)


_DAY = timedelta(days=1)


def _is_school_week(monday: date, holidays: Sequence[Holiday]) -> bool:
    days = (monday + timedelta(days=number) for number in range(_SCHOOL_DAYS))
    return sum(is_school_day(day, holidays) for day in days) >= _A_SCHOOL_WEEK
