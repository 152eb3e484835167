"""A new school year for whole classes at once: pure functions from who there is to what changes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules_enrolment import LAST_YEAR, Destination

_YEAR = re.compile(r"([0-9]{4})-(2[0-9]{3})")
_ALONE = re.compile(r"(?<![0-9])[1-9](?![0-9])")


class Move(StrEnum):
    """What a class does at the turn of the year."""

    UP = "up"
    STAY = "stay"
    LEAVE = "leave"


MOVE_LABELS: dict[Move, str] = {
    Move.UP: QT_TRANSLATE_NOOP("enrolment", "gaat door"),
    Move.STAY: QT_TRANSLATE_NOOP("enrolment", "blijft zoals het is"),
    Move.LEAVE: QT_TRANSLATE_NOOP("enrolment", "gaat van school"),
}


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student who may go to the next year."""

    id: UUID
    name: str
    number: str
    group: str
    team: str
    programme: str
    study_year: int | None
    expected_end: date | None
    version: int


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """What happens with the students of one class, by its name now (empty: those without one)."""

    group: str
    move: Move
    new_group: str = ""
    destination: Destination = Destination.UNKNOWN


@dataclass(frozen=True, slots=True)
class NewYear:
    """Who there is at the turn of the year, and what is proposed.

    ``year`` is the school year of the settings, ``on`` the day from which all counts.
    """

    pupils: tuple[Pupil, ...]
    plans: tuple[ClassPlan, ...]
    year: str
    on: date


@dataclass(frozen=True, slots=True)
class NewYearDraft:
    """What was chosen. ``pupils`` are those that go along, as they were seen."""

    on: date
    pupils: tuple[Pupil, ...]
    plans: tuple[ClassPlan, ...]
    move_year: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """What changes of one student."""

    pupil: Pupil
    move: Move
    group: str
    study_year: int | None
    destination: Destination | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """What was written, and what undoing it needs."""

    deed_id: UUID
    moved: int
    left: int
    year_before: str
    year: str
    changes: Changes


def next_group(name: str, study_year: int | None) -> str:
    """The name of the class a year later: *PW1A* becomes *PW2A*.

    The one digit that stands alone and is the study year goes up. A class named after the year it
    began (*K24A*), or in which it is not clear which digit is meant, keeps its name.
    """
    places = [found for found in _ALONE.finditer(name) if int(found.group()) <= LAST_YEAR]
    if study_year is not None:
        places = [found for found in places if int(found.group()) == study_year]
    if len(places) != 1:
        return name
    start = places[0].start()
    return f"{name[:start]}{int(name[start]) + 1}{name[start + 1 :]}"


def first_day(year: str, today: date) -> date:
    """The first of August on which the school year after ``year`` begins, else the next one."""
    match = _YEAR.fullmatch(year)
    if match is not None:
        return date(int(match[2]), 8, 1)
    return date(today.year + (today.month >= 8), 8, 1)


def proposed(pupils: Sequence[Pupil], on: date) -> tuple[ClassPlan, ...]:
    """Per class what most likely happens: it leaves when most of it would be done by then."""
    groups: dict[str, list[Pupil]] = {}
    for pupil in pupils:
        groups.setdefault(pupil.group, []).append(pupil)
    return tuple(_plan(name, members, on) for name, members in sorted(groups.items()))


def _plan(name: str, members: Sequence[Pupil], on: date) -> ClassPlan:
    done = sum(one.expected_end is not None and one.expected_end <= on for one in members)
    years = {one.study_year for one in members}
    new = next_group(name, years.pop() if len(years) == 1 else None)
    return ClassPlan(name, Move.LEAVE if done * 2 > len(members) else Move.UP, new)


def turns(pupils: Iterable[Pupil], plans: Iterable[ClassPlan]) -> tuple[Turn, ...]:
    """What changes of each of these students; who stays as it is, is not among them."""
    by_group = {plan.group: plan for plan in plans}
    found = []
    for pupil in pupils:
        plan = by_group.get(pupil.group)
        if plan is None or plan.move is Move.STAY:
            continue
        if plan.move is Move.LEAVE:
            found.append(Turn(pupil, plan.move, pupil.group, pupil.study_year, plan.destination))
            continue
        year = pupil.study_year
        later = year + 1 if year is not None and year < LAST_YEAR else year
        found.append(Turn(pupil, plan.move, plan.new_group or pupil.group, later))
    return tuple(found)


def later_year(year: str) -> str:
    """*2027-2028* for *2026-2027*; empty for what is no school year."""
    match = _YEAR.fullmatch(year)
    if match is None or int(match[2]) != int(match[1]) + 1:
        return ""
    return f"{match[2]}-{int(match[2]) + 1}"


def far_away(on: date, today: date) -> bool:
    """Whether a turn of the year on that day is early: over three months ahead."""
    return (on - today).days > 92
