"""Parents' evenings: slots, who gets which, and who may be told. Pure functions.

A talk on such an evening is an appointment of the kind *oudergesprek*: it stands in the agenda like
any other. Who may be told what, at which age: DOMAIN.md, *Privacy* (``may_be_told``).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import PersonName
from lob_workbench.people.rules_placements import GuardianView, Told
from lob_workbench.talks.rules import TIME_OF_DAY, PaperHead
from lob_workbench.talks.rules_appointments import overlap

A_YEAR = 3
"""How many evenings a school year has in the lower years."""
MINUTES = 10
LONGEST = 60
_FIRST_MONTH = 8


@dataclass(frozen=True, slots=True)
class EveningDraft:
    """What is wanted of an evening; times as ``"19:00"``."""

    id: UUID
    name: str
    on: date | None
    starts_at: str = "19:00"
    ends_at: str = "21:00"
    minutes: int = MINUTES


@dataclass(frozen=True, slots=True)
class Evening:
    """A parents' evening of the school. ``own``: made by the actor, who may change it."""

    id: UUID
    name: str
    on: date
    starts_at: str
    ends_at: str
    minutes: int
    version: int
    own: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody around a student, and what this person may be told on the evening."""

    guardian: GuardianView
    told: Told


@dataclass(frozen=True, slots=True)
class Invitation:
    """One student of the actor on the list of an evening.

    ``at`` is the time of the talk, empty without one; ``appointment_id`` and ``version`` are of the
    appointment that stands in the agenda.
    """

    student_id: UUID
    name: PersonName
    group: str
    age: int | None
    guests: tuple[Guest, ...]
    at: str = ""
    appointment_id: UUID | None = None
    version: int = 0

    @property
    def invited(self) -> tuple[Guest, ...]:
        """Who may be invited without asking the student once more."""
        return tuple(guest for guest in self.guests if guest.told is not Told.NOTHING)

    @property
    def through_student(self) -> bool:
        """Whether the invitation goes to the student, who decides whether anybody comes along."""
        return not self.invited


@dataclass(frozen=True, slots=True)
class EveningList:
    """An evening with the actor's students, and the slots that are still free."""

    evening: Evening
    invitations: tuple[Invitation, ...]
    free: tuple[str, ...]
    number: int
    """Which of the school year it is, from 1."""


@dataclass(frozen=True, slots=True)
class EveningPaper:
    """What the list and the invitations are printed from."""

    head: PaperHead
    counsellor: str
    shown: EveningList


def checked(draft: EveningDraft) -> EveningDraft:
    """The draft with clean text.

    Raises ``InputRefused`` without a name, a day or two times in order, and for a length that is
    none.
    """
    cleaned = replace(draft, name=clean_line(draft.name, limit=120))
    if not cleaned.name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Geef de avond een naam."))
    if cleaned.on is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies de dag van de avond."))
    times = (cleaned.starts_at, cleaned.ends_at)
    if not all(text and TIME_OF_DAY.fullmatch(text) for text in times):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf de tijd als 19:00."))
    if not 1 <= cleaned.minutes <= LONGEST:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een gesprek op deze avond duurt 1 tot {limit} minuten."),
            limit=LONGEST,
        )
    if not slots(*times, cleaned.minutes):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "De avond is te kort: er past geen gesprek in.")
        )
    return cleaned


def slots(starts_at: str, ends_at: str, minutes: int) -> tuple[str, ...]:
    """The times at which a talk of ``minutes`` can begin, one right after the other."""
    day = date(2000, 1, 1)
    moment = datetime.combine(day, time.fromisoformat(starts_at))
    end = datetime.combine(day, time.fromisoformat(ends_at))
    found = []
    while moment + timedelta(minutes=minutes) <= end:
        found.append(moment.strftime("%H:%M"))
        moment += timedelta(minutes=minutes)
    return tuple(found)


def free_slots(
    all_slots: Sequence[str], minutes: int, taken: Collection[tuple[str, int]]
) -> tuple[str, ...]:
    """The slots that no appointment overlaps; ``taken`` are its times and minutes."""
    return tuple(
        slot
        for slot in all_slots
        if not any(overlap(slot, minutes, at, long) for at, long in taken)
    )


def place(
    free: Sequence[str], students: Sequence[UUID]
) -> tuple[dict[UUID, str], tuple[UUID, ...]]:
    """Give each student the next free slot; who is left over is named, never dropped."""
    placed = dict(zip(students, free, strict=False))
    return placed, tuple(student for student in students if student not in placed)


def school_year(day: date) -> int:
    """The calendar year in which the school year of ``day`` began (1 August)."""
    return day.year if day.month >= _FIRST_MONTH else day.year - 1
