"""What other pages show of a student's own record: who turns 16 or 18 soon."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Signal,
    SignalKind,
    StudentFacts,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.access import Criterion, at_school, own_students, visible_students
from lob_workbench.people.preferences import read_preferences
from lob_workbench.people.queries import list_named
from lob_workbench.people.records import Student
from lob_workbench.people.rules import StudentRow, coming_of_age
from lob_workbench.storage.unit_of_work import UnitOfWork

TURNS = {
    16: QT_TRANSLATE_NOOP("career", "wordt 16"),
    18: QT_TRANSLATE_NOOP("career", "wordt 18"),
}
_YOUNGEST, _OLDEST = timedelta(days=365 * 15 + 300), timedelta(days=366 * 18 + 10)


@operation(Right.READ_STUDENTS)
def signals(
    work: UnitOfWork, rows: Sequence[StudentRow], _facts: Mapping[UUID, StudentFacts]
) -> Mapping[UUID, Sequence[Signal]]:
    """Who turns 16 or 18 within 30 days."""
    if not read_preferences(work).shows(SignalKind.BIRTHDAY):
        return {}
    criterion = sa.and_(visible_students(work), Student.id.in_([row.id for row in rows]))
    return {
        student_id: (Signal(SignalKind.BIRTHDAY, on, age),)
        for student_id, age, on in _coming_of_age(work, criterion)
    }


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Own students who turn 16 or 18 soon, the first birthday first."""
    if not read_preferences(work).shows(SignalKind.BIRTHDAY):
        return TodayView()
    found = sorted(_coming_of_age(work, own_students(work)), key=lambda one: one[2])
    if not found:
        return TodayView()
    named = {row.id: row for row in list_named(work, [student_id for student_id, _, _ in found])}
    return TodayView(
        attention=(
            Attention(
                QT_TRANSLATE_NOOP("today", "{count} studenten worden binnenkort 16 of 18"),
                QT_TRANSLATE_NOOP("today", "1 student wordt binnenkort 16 of 18"),
                "ph.cake",
                Tone.CALM,
                tuple(
                    AttentionItem(
                        student_id,
                        named[student_id].name.full,
                        named[student_id].group,
                        on,
                        Target("students", student_id),
                        label=TURNS[age],
                    )
                    for student_id, age, on in found
                ),
            ),
        )
    )


def _coming_of_age(work: UnitOfWork, criterion: Criterion) -> Iterator[tuple[UUID, int, date]]:
    day = work.clock.today()
    query = sa.select(Student.id, Student.birth_date).where(
        criterion, at_school(work), Student.birth_date.between(day - _OLDEST, day - _YOUNGEST)
    )
    births: Iterable[Any] = work.session.execute(query)
    for student_id, birth_date in births:
        reached = coming_of_age(birth_date, day)
        if reached is not None:
            yield student_id, *reached
