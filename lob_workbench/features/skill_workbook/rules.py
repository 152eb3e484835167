"""What goes into a workbook of life skills, and what comes out of it again. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.content.skills import Skill, SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.people.rules import FilterChoices, StudentFilter
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.skills.rules_sets import Route

MOST_TO_FILL_IN = 500
"""More people than this make a workbook that is for reading only."""

STEPS = 100
COLLECTED = 20
"""Steps of making a workbook, and how many of them collecting it takes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the workbook is about, in which set of skills, and what comes along.

    Without ``observations`` and ``goals`` it is for reading only.
    """

    set_key: str
    kind: LearnerKind = LearnerKind.STUDENT
    wanted: StudentFilter = field(default_factory=StudentFilter)
    chosen: frozenset[UUID] = frozenset()
    skills: tuple[str, ...] = ()
    """A route: only these skills; empty for all."""
    observations: bool = True
    goals: bool = True


@dataclass(frozen=True, slots=True)
class Start:
    """What there is to choose from; ``own`` and ``all`` count students."""

    sets: tuple[SkillSet, ...]
    routes: tuple[Route, ...]
    students: FilterChoices
    members: tuple[Learner, ...]
    may_fill_in: bool


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """A line of the matrix: levels in the order of the skills, and where a claim waits."""

    learner: Learner
    label: str
    levels: tuple[int, ...]
    waiting: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be chosen in the sheets to fill in, under a name that nobody shares."""

    learner: Learner
    label: str


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A line of the agreements."""

    goal: Goal
    person: Person


@dataclass(frozen=True, slots=True)
class WorkbookData:
    """All that stands in a workbook. ``whom`` says in words whom it is about."""

    file_id: UUID
    school: str
    school_id: UUID
    made_by: str
    made_at: datetime
    made_on: date
    whom: str
    kind: LearnerKind
    skill_set: SkillSet
    skills: tuple[Skill, ...]
    rows: tuple[LearnerRow, ...]
    people: tuple[Person, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    with_observations: bool = True
    with_goals: bool = True

    @property
    def read_only(self) -> bool:
        """Whether there is nothing to fill in."""
        return not self.people or not (self.with_observations or self.with_goals)

    def belongs_to(self, learner: Learner) -> str:
        """What stands behind a name in the matrix: the group, of members of staff the team."""
        return learner.team if self.kind is LearnerKind.MEMBER else learner.group

    @property
    def learners(self) -> tuple[Person, ...]:
        """Who can show a behaviour: no teams."""
        return tuple(one for one in self.people if one.learner.kind is not LearnerKind.TEAM)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is refused or what to know of it: a sentence in ``"errors"`` to translate."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, refused: InputRefused) -> "Reason":
        """The reason that a rule gave."""
        return cls(refused.message, tuple(refused.values.items()))

    def error(self) -> InputRefused:
        """The same as what can be shown or raised."""
        return InputRefused(self.message, **dict(self.values))


class DiffKind(StrEnum):
    """What a line of the comparison is about."""

    OBSERVATION = "observation"
    NEW_GOAL = "new_goal"
    GOAL = "goal"
    LEVEL = "level"
    NAME = "name"
    BEHAVIOUR = "behaviour"


@dataclass(frozen=True, slots=True)
class DiffRow:
    """A cell, or a row that was filled in: what it was, what it becomes, and who says so.

    ``key`` tells it from others of the same file. Without ``refused`` it can be taken over.
    """

    key: str
    kind: DiffKind
    sheet: str
    address: str
    who: str
    what: str
    was: str
    becomes: str
    by: str
    refused: Reason | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A returned workbook against what stands in the werkbank; ``known`` came back before."""

    file_name: str
    made_by: str
    made_at: datetime
    rows: tuple[DiffRow, ...]
    known: int = 0
    remarks: tuple[Reason, ...] = ()

    @property
    def acceptable(self) -> frozenset[str]:
        """The keys of what can be taken over."""
        return frozenset(row.key for row in self.rows if row.refused is None)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What was written: observations that still have to be confirmed, and agreements."""

    observations: int
    goals: int
    changes: Changes


def file_name(whom: str, day: str) -> str:
    """What to call the file: groups and a day, and no person's name."""
    plain = "".join(char if char.isalnum() or char in " -_" else " " for char in whom)
    return f"Life skills {clean_line(plain)[:60].strip()} {day}.xlsx".replace("  ", " ")
