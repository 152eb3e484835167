"""What today asks, composed of what all features contribute."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lob_workbench.domain.contributions import (
    Appointment,
    Attention,
    TodayView,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.people import queries
from lob_workbench.people.listing import FactsSource, SignalSource, listed
from lob_workbench.people.rules import ListedStudent, StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork

TodaySource = Callable[[UnitOfWork], TodayView]

MOST_STUDENTS = 60
"""More are on the page *Studenten*; this page is for a caseload."""


@dataclass(frozen=True, slots=True)
class Day:
    """The page *Vandaag*: talks of today, what asks attention, and the actor's students."""

    today: date
    appointments: tuple[Appointment, ...]
    attention: tuple[Attention, ...]
    students: tuple[ListedStudent, ...]
    student_count: int
    others: int
    """Students in the workbook that are not the actor's: perhaps no mentor was chosen yet."""


@operation(Right.OPEN_WORKBENCH)
def read_day(
    work: UnitOfWork,
    sources: Sequence[TodaySource] = (),
    facts_sources: Sequence[FactsSource] = (),
    signal_sources: Sequence[SignalSource] = (),
) -> Day:
    """Today for the actor; ``sources`` are the features' contributions."""
    views = [source(work) for source in sources]
    rows = queries.list_students(work, StudentFilter(), limit=MOST_STUDENTS)
    return Day(
        today=work.clock.today(),
        appointments=tuple(
            sorted(
                (item for view in views for item in view.appointments),
                key=lambda item: (item.at or "99", item.student_name),
            )
        ),
        attention=tuple(item for view in views for item in view.attention),
        students=listed(work, rows, facts_sources, signal_sources),
        student_count=queries.count_students(work) - queries.count_left(work),
        others=queries.count_others(work),
    )
