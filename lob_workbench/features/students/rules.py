"""What the list of students and the page of a student show. Pure views."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from lob_workbench.domain.contributions import Notice, Signal, StoryItem, StudentFacts
from lob_workbench.people.rules import FilterChoices, ListedStudent, StudentView


@dataclass(frozen=True, slots=True)
class StudentList:
    """The students that fit a filter.

    ``total`` counts all that the actor may see, ``others`` the students of other mentors,
    ``left`` those of the total who left school. ``waiting`` are those in a long
    list whose signals are still to be asked.
    """

    rows: tuple[ListedStudent, ...]
    choices: FilterChoices
    total: int
    others: int = 0
    left: int = 0
    waiting: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class StudentStory:
    """The page of one student: who it is and everything that happened, newest first.

    ``tabs`` names the features whose tab this student has, of those that not every student has.
    """

    student: StudentView
    items: tuple[StoryItem, ...]
    facts: StudentFacts
    notices: tuple[Notice, ...] = ()
    tabs: frozenset[str] = frozenset()
    signals: tuple[Signal, ...] = ()


def newest_first(items: Iterable[StoryItem]) -> tuple[StoryItem, ...]:
    """The time line: the latest day on top, and within a day the latest record."""
    return tuple(sorted(items, key=lambda item: (item.on, item.order), reverse=True))
