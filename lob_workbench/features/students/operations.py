"""Listing students and reading the story of one, composed of what all features contribute."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from lob_workbench.domain.contributions import Notice, Signal, StoryItem
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.students.rules import (
    StudentList,
    StudentStory,
    newest_first,
)
from lob_workbench.people import queries
from lob_workbench.people.listing import FactsSource, SignalSource, listed, with_signals
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork

FIRST_SCREEN = 80
"""More rows than the highest screen shows; the others of a long list follow once these stand."""
PORTION = 400
"""Of so many students at once are signals asked: a click in between is not kept waiting long."""

StorySource = Callable[[UnitOfWork, UUID], Sequence[StoryItem]]
NoticeSource = Callable[[UnitOfWork, UUID], Sequence[Notice]]
TabSource = Callable[[UnitOfWork, UUID], bool]


@dataclass(frozen=True, slots=True)
class HeadSources:
    """What features contribute to the head of a student's page; ``tabs`` by feature."""

    notices: Sequence[NoticeSource] = ()
    tabs: Mapping[str, TabSource] = field(default_factory=dict)


NO_HEAD = HeadSources()


@operation(Right.READ_STUDENTS)
def list_students(
    work: UnitOfWork,
    wanted: StudentFilter,
    sources: Sequence[FactsSource] = (),
    limit: int | None = None,
    signals: Sequence[SignalSource] = (),
) -> StudentList:
    """The actor's students that fit ``wanted``, by name, with what lists show of each.

    ``limit`` gives the first screen of a long list fast; ask again without it for the rest. Of
    more than ``PORTION`` students only that first screen has signals; ``read_signals`` has others.
    """
    rows = listed(work, queries.list_students(work, wanted, limit=limit), sources)
    # Who left is not spoken any more, and owes nobody an answer.
    asking = () if wanted.left else signals
    known = len(rows) if len(rows) <= PORTION else FIRST_SCREEN
    waiting = tuple(row.id for row in rows[known:]) if asking else ()
    return StudentList(
        rows=with_signals(work, rows[:known], asking) + rows[known:],
        choices=queries.filter_choices(work, left=wanted.left),
        total=queries.count_students(work),
        others=queries.count_others(work),
        left=queries.count_left(work),
        waiting=waiting,
    )


@operation(Right.READ_STUDENTS)
def read_signals(
    work: UnitOfWork,
    student_ids: Sequence[UUID],
    sources: Sequence[FactsSource] = (),
    signals: Sequence[SignalSource] = (),
) -> Mapping[UUID, tuple[Signal, ...]]:
    """The signals of those of these students that the actor may see; at most ``PORTION``."""
    rows = queries.list_named(work, student_ids[:PORTION])
    return {row.id: row.signals for row in listed(work, rows, sources, signals)}


@operation(Right.READ_STUDENTS)
def read_story(
    work: UnitOfWork,
    student_id: UUID,
    stories: Sequence[StorySource] = (),
    sources: Sequence[FactsSource] = (),
    head: HeadSources = NO_HEAD,
    signals: Sequence[SignalSource] = (),
) -> StudentStory:
    """Who the student is and what happened; raises ``NotFound`` for somebody else's student."""
    student = queries.get_student(work, student_id)
    items = [item for story in stories for item in story(work, student_id)]
    asking = () if student.is_gone(work.clock.today()) else signals
    known = listed(work, queries.list_named(work, [student_id]), sources, asking)[0]
    return StudentStory(
        student,
        newest_first(items),
        known.facts,
        signals=known.signals,
        notices=tuple(notice for source in head.notices for notice in source(work, student_id)),
        tabs=frozenset(name for name, shown in head.tabs.items() if shown(work, student_id)),
    )


@operation(Right.READ_STUDENTS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """What the student's own record tells: the start of the programme."""
    student = queries.get_student(work, student_id)
    if student.start_date is None or student.start_date > work.clock.today():
        return ()
    return (
        StoryItem(
            on=student.start_date,
            kind=QT_TRANSLATE_NOOP("story", "Begin van de opleiding"),
            title=student.programme,
            text="",
            icon="ph.flag",
        ),
    )
