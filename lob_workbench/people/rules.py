"""Students and staff as everybody sees them: views, names and age. Pure functions."""

from calendar import isleap
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import overload
from uuid import UUID

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Signal, StudentFacts
from lob_workbench.domain.rights import Right, Role
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class Gender(StrEnum):
    """As the student list of a school has it."""

    MALE = "M"
    FEMALE = "V"
    OTHER = "X"


class GrantKind(StrEnum):
    """Why somebody reads along with a student."""

    ASKED_IN = "asked_in"
    """A colleague, asked by name, up to a day."""
    SECOND_LINE = "second_line"
    """Somebody of the second line, as long as the referral is active."""


class LearningRoute(StrEnum):
    """*Leerweg*: mostly at school, or mostly at work."""

    SCHOOL = "BOL"
    WORK = "BBL"


class AgeStage(StrEnum):
    """What an age means for who decides (AVG and WGBO practice; DOMAIN.md, *Privacy*)."""

    UNDER_16 = "under_16"
    UNDER_18 = "under_18"
    ADULT = "adult"


AGE_STAGE_LABELS: dict[AgeStage, str] = {
    AgeStage.UNDER_16: QT_TRANSLATE_NOOP("people", "ouder tekent mee"),
    AgeStage.UNDER_18: QT_TRANSLATE_NOOP("people", "beslist zelf mee"),
    AgeStage.ADULT: QT_TRANSLATE_NOOP("people", "beslist zelf"),
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A Dutch name in its three parts; the infix (*tussenvoegsel*) is written but not sorted on."""

    first: str
    infix: str
    last: str

    @property
    def full(self) -> str:
        """As spoken: *Zoë van 't Hart*."""
        return " ".join(part for part in (self.first, self.infix, self.last) if part)

    @property
    def listed(self) -> str:
        """As in a list: *Hart, Zoë van 't*."""
        return f"{self.last}, {' '.join(part for part in (self.first, self.infix) if part)}"

    @property
    def sort_key(self) -> str:
        """Orders names as a Dutch list does: *van 't Hart* under H, accents aside."""
        return "\x1f".join((fold(self.last), fold(self.first), fold(self.infix)))


@dataclass(frozen=True, slots=True)
class StudentRow:
    """A student as a line in a list."""

    id: UUID
    number: str
    name: PersonName
    group: str
    programme: str
    team: str
    study_year: int | None
    counsellor_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ListedStudent:
    """A line in a list with what features know of the student."""

    student: StudentRow
    facts: StudentFacts
    signals: tuple[Signal, ...] = ()
    """What asks attention, the most pressing first."""

    @property
    def id(self) -> UUID:
        """The student's id."""
        return self.student.id


@dataclass(frozen=True, slots=True)
class StudentView:
    """A student as the head of a page or a report needs it. Empty text means not known."""

    id: UUID
    number: str
    name: PersonName
    birth_date: date | None
    gender: Gender | None
    email: str
    group: str
    programme: str
    crebo: str
    level: str
    learning_route: LearningRoute | None
    team: str
    study_year: int | None
    start_date: date | None
    expected_end_date: date | None
    counsellor_id: UUID | None
    counsellor: str
    version: int
    left_on: date | None = None

    def age(self, on: date) -> int | None:
        """Full years on that day; ``None`` where the date of birth is not known."""
        return None if self.birth_date is None else age_on(self.birth_date, on)


@dataclass(frozen=True, slots=True)
class StudentFilter:
    """Which students to list; empty means all. ``words`` is free text, folded by the query.

    ``left`` asks for who left school instead of who is there.
    """

    words: str = ""
    group: str = ""
    programme: str = ""
    team: str = ""
    left: bool = False


class Ids(Sequence[UUID]):
    """Ids as a database gave them, each made into a ``UUID`` when it is looked at.

    Making 11,000 of them takes longer than reading them; a page shows thirty.
    """

    def __init__(self, raw: list[UUID | str]) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, place: int) -> UUID: ...

    @overload
    def __getitem__(self, place: slice) -> "Ids": ...

    def __getitem__(self, place: int | slice) -> "UUID | Ids":
        if isinstance(place, slice):
            return Ids(self._raw[place])
        found = self._raw[place]
        if not isinstance(found, UUID):
            found = self._raw[place] = UUID(found)
        return found

    def row_of(self, wanted: UUID) -> int:
        """Where an id stands, or -1."""
        for form in (wanted.hex, wanted):
            if form in self._raw:
                return self._raw.index(form)
        return -1

    def only(self, wanted: Collection[UUID]) -> "Ids":
        """Those among ``wanted``, in this order."""
        forms = {form for one in wanted for form in (one, one.hex)}
        return Ids([one for one in self._raw if one in forms])


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values that occur among the students that the actor may see, each sorted."""

    groups: tuple[str, ...]
    programmes: tuple[str, ...]
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffView:
    """A member of staff. ``list_name`` is how the school's student list writes this mentor."""

    id: UUID
    name: str
    list_name: str
    roles: frozenset[Role]
    students: int = 0


def has_student(actor: Actor, student: StudentRow | StudentView | None) -> bool:
    """Whether the actor records talks with this student: an own one, not one to read along with."""
    return (
        student is not None
        and actor.may(Right.RECORD_TALKS)
        and student.counsellor_id == actor.staff_id
    )


def age_on(birth_date: date, on: date) -> int:
    """Full years on that day. Who is born on 29 February has a birthday on 1 March elsewhere."""
    had_birthday = (on.month, on.day) >= (birth_date.month, birth_date.day)
    return on.year - birth_date.year - (0 if had_birthday else 1)


def coming_of_age(birth_date: date, today: date, days: int = 30) -> tuple[int, date] | None:
    """The age of 16 or 18 that is reached within ``days`` from today on, and the birthday."""
    for age in (16, 18):
        year, month, day = birth_date.year + age, birth_date.month, birth_date.day
        if (month, day) == (2, 29) and not isleap(year):
            month, day = 3, 1
        if today <= (birthday := date(year, month, day)) <= today + timedelta(days=days):
            return age, birthday
    return None


def age_stage(age: int) -> AgeStage:
    """Who decides at this age."""
    if age < 16:
        return AgeStage.UNDER_16
    return AgeStage.UNDER_18 if age < 18 else AgeStage.ADULT
