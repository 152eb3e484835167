"""Which talks belong to a student, which were held, and what is overdue on a day. Pure functions.

A norm asks talks of a kind in each school year or in each block. Each becomes a *duty* with the
day from which it can be met, the day from which it is proposed and the day on which it is due. A
talk meets the earliest duty that is open: held late it makes up for what was missed; held early it
does not count for a block that still has to begin.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.clock import SCHOOL_ZONE
from lob_workbench.features.planning.rules_norms import Norm, NormBook, Per
from lob_workbench.people.rules import PersonName
from lob_workbench.talks.rules_appointments import AppointmentStatus, Holiday, minutes_of
from lob_workbench.talks.schoolyear import SchoolYear, school_year, year_of


@dataclass(frozen=True, slots=True)
class Duty:
    """One talk that belongs: met by a talk from ``counts_from``, proposed from ``from_on``."""

    counts_from: date
    from_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Person:
    """What planning must know of a student."""

    id: UUID
    name: PersonName
    group: str
    programme_id: UUID | None
    programme: str
    study_year: int | None
    start_date: date | None


@dataclass(frozen=True, slots=True)
class HeldTalk:
    """A recorded talk, without its words."""

    kind: ConversationKind
    held_on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class PlannedTalk:
    """An appointment as it stands now; when it was made and changed tells what it was before."""

    kind: ConversationKind
    on: date
    status: AppointmentStatus
    made_at: datetime
    changed_at: datetime

    def stood_on(self, day: date, end: datetime) -> bool:
        """Whether it was ahead on that day (which ends at ``end``).

        Made by then, not over yet, and not called off yet.
        """
        if self.made_at >= end or self.on < day:
            return False
        if self.status is AppointmentStatus.HELD:
            return self.on > day
        return self.status is AppointmentStatus.PLANNED or self.changed_at >= end


def end_of(day: date) -> datetime:
    """The moment at which a day at school is over."""
    return datetime.combine(day + timedelta(days=1), time(), SCHOOL_ZONE).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one kind of talk stands with one student on a day.

    ``needed`` for the whole school year, ``due`` up to now and not met, ``overdue`` of those
    ``since`` the day after the first one was due.
    """

    kind: ConversationKind
    needed: int
    held: int
    planned: int
    due: int
    overdue: int
    since: date | None

    @property
    def missing(self) -> int:
        """What is due and not even planned."""
        return max(0, self.due - self.planned)


@dataclass(frozen=True, slots=True)
class StudentStanding:
    """How a student stands on a day; minutes are those of this school year."""

    person: Person
    kinds: tuple[Standing, ...]
    spent: int
    budget: int

    @property
    def overdue(self) -> int:
        """How many talks are overdue."""
        return sum(kind.overdue for kind in self.kinds)

    @property
    def missing(self) -> int:
        """How many talks are due and not planned."""
        return sum(kind.missing for kind in self.kinds)

    @property
    def since(self) -> date | None:
        """Since when something is overdue."""
        return min((kind.since for kind in self.kinds if kind.since), default=None)

    def of(self, wanted: ConversationKind) -> Standing | None:
        """How this kind of talk stands; ``None`` where it neither belongs nor was held."""
        return next((kind for kind in self.kinds if kind.kind is wanted), None)


def duties(norm: Norm, year: SchoolYear) -> tuple[Duty, ...]:
    """The talks that ``norm`` asks in this school year, in the order in which they are due."""
    blocks = year.blocks
    if not blocks:
        return ()
    if norm.per is Per.BLOCK:
        return tuple(
            Duty(
                year.first_on if block.number == 1 else block.first_on,
                block.first_on,
                block.last_on,
            )
            for block in blocks
            for _ in range(norm.times)
        )
    return tuple(
        Duty(
            year.first_on,
            blocks[len(blocks) * turn // norm.times].first_on,
            blocks[-(-len(blocks) * (turn + 1) // norm.times) - 1].last_on,
        )
        for turn in range(norm.times)
    )


def fits(duty: Duty, start_date: date | None) -> bool:
    """Whether who started on that day owes it: at least half of its time lay ahead."""
    return start_date is None or start_date <= duty.from_on + (duty.due_on - duty.from_on) / 2


def study_year_on(study_year: int | None, today: date, day: date) -> int | None:
    """The year of study on another day, from that of today; below 1 nobody was there yet."""
    return None if study_year is None else study_year + year_of(day) - year_of(today)


def standing(
    kind: ConversationKind,
    owed: Sequence[Duty],
    held: Iterable[date],
    planned: int,
    day: date,
) -> Standing:
    """How ``owed`` stands on ``day``; of ``held`` only what was held by then counts."""
    open_duties, count = list(owed), 0
    for held_on in sorted(held):
        if held_on > day:
            break
        count += 1
        for place, duty in enumerate(open_duties):
            if duty.counts_from <= held_on:
                del open_duties[place]
                break
    late = [duty.due_on for duty in open_duties if duty.due_on < day]
    return Standing(
        kind,
        needed=len(owed),
        held=count,
        planned=planned,
        due=sum(duty.from_on <= day for duty in open_duties),
        overdue=len(late),
        since=min(late) + timedelta(days=1) if late else None,
    )


class Standings:
    """Tells of many students how they stand on ``day``: what they share is worked out once."""

    def __init__(self, book: NormBook, holidays: Sequence[Holiday], day: date, today: date) -> None:
        self.book = book
        self.day = day
        self.today = today
        self.year = school_year(day, holidays)
        self._end = end_of(day)
        self._owed: dict[tuple[object, ...], _Owed] = {}

    def of(
        self, person: Person, talks: Sequence[HeldTalk], planned: Sequence[PlannedTalk]
    ) -> StudentStanding:
        """How one student stands; ``talks`` and ``planned`` are those of this student."""
        owed = self._owed_by(person)
        held: dict[ConversationKind, list[date]] = {}
        spent = 0
        for talk in talks:
            if self.year.first_on <= talk.held_on <= self.day:
                held.setdefault(talk.kind, []).append(talk.held_on)
                spent += talk.minutes
        ahead: dict[ConversationKind, int] = {}
        for each in planned:
            if each.on <= self.year.last_on and each.stood_on(self.day, self._end):
                ahead[each.kind] = ahead.get(each.kind, 0) + 1
        asked = owed.duties
        besides = [kind for kind in (held.keys() | ahead.keys()) if kind not in asked]
        kinds = tuple(
            owed.stands(kind, tuple(held.get(kind, ())), ahead.get(kind, 0), self.day)
            for kind in (*asked, *sorted(besides))
        )
        return StudentStanding(person, kinds, spent, owed.minutes)

    def _owed_by(self, person: Person) -> "_Owed":
        key = (person.programme_id, person.study_year, person.start_date)
        found = self._owed.get(key)
        if found is None:
            found = self._owed[key] = self._work_out(person)
        return found

    def _work_out(self, person: Person) -> "_Owed":
        study_year = study_year_on(person.study_year, self.today, self.day)
        if study_year is not None and study_year < 1:
            return _Owed({}, 0)
        owed: dict[ConversationKind, tuple[Duty, ...]] = {}
        hours = self.book.hours(person.programme_id, study_year)
        minutes = 0 if hours is None else hours
        for norm in self.book.of(person.programme_id, study_year):
            asked = tuple(duty for duty in duties(norm, self.year) if fits(duty, person.start_date))
            if asked:
                owed[norm.kind] = asked
            if hours is None or norm.kind is not ConversationKind.PLACEMENT_VISIT:
                minutes += len(asked) * (norm.minutes or minutes_of(norm.kind))
        return _Owed(owed, minutes)


@dataclass(frozen=True, slots=True)
class _Owed:
    """What students in one position owe; many of them stand equally, so that is worked out once."""

    duties: Mapping[ConversationKind, tuple[Duty, ...]]
    minutes: int
    _known: dict[tuple[ConversationKind, tuple[date, ...], int], Standing] = field(
        default_factory=dict
    )

    def stands(
        self, kind: ConversationKind, held: tuple[date, ...], planned: int, day: date
    ) -> Standing:
        """How this kind stands; ``day`` is the same at every call."""
        key = (kind, held, planned)
        found = self._known.get(key)
        if found is None:
            found = standing(kind, self.duties.get(kind, ()), held, planned, day)
            self._known[key] = found
        return found


@dataclass(frozen=True, slots=True)
class KindTotal:
    """One kind of talk over all students on the list."""

    kind: ConversationKind
    needed: int
    held: int
    planned: int
    overdue: int
    behind: int
    """How many students have one overdue."""


def totals(rows: Iterable[StudentStanding]) -> tuple[KindTotal, ...]:
    """The kinds of talk that belong, over all ``rows``. More than needed fills nobody else's."""
    sums: dict[ConversationKind, list[int]] = {}
    for row in rows:
        for each in row.kinds:
            if not each.needed:
                continue
            met = min(each.held, each.needed)
            found = sums.setdefault(each.kind, [0, 0, 0, 0, 0])
            found[0] += each.needed
            found[1] += met
            found[2] += min(each.planned, each.needed - met)
            found[3] += each.overdue
            found[4] += each.overdue > 0
    return tuple(KindTotal(kind, *sums[kind]) for kind in ConversationKind if kind in sums)


def most_overdue(row: StudentStanding) -> tuple[int, date]:
    """Orders students: the longest overdue first, then what is due; the others keep their order."""
    since = row.since
    if since is not None:
        return 0, since
    return (1 if row.missing else 2), date.max
