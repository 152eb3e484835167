"""What is due and overdue on a day, and the norms that say so."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.planning import queries, standings
from lob_workbench.features.planning.records import HoursBudget, TalkNorm
from lob_workbench.features.planning.rules import (
    KindTotal,
    StudentStanding,
    most_overdue,
    totals,
)
from lob_workbench.features.planning.rules_norms import (
    Budget,
    Norm,
    NormBook,
    check_budget,
    check_day,
    check_norm,
)
from lob_workbench.people.access import visible_students
from lob_workbench.people.queries import filter_choices
from lob_workbench.people.rules import FilterChoices, StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.schoolyear import SchoolYear


@dataclass(frozen=True, slots=True)
class Overview:
    """How all visible students stand on ``day``: who is longest overdue first."""

    day: date
    year: SchoolYear
    rows: tuple[StudentStanding, ...]
    totals: tuple[KindTotal, ...]
    choices: FilterChoices

    @property
    def behind(self) -> int:
        """How many students have something overdue."""
        return sum(row.overdue > 0 for row in self.rows)


@dataclass(frozen=True, slots=True)
class NormTable:
    """The norms and hours, and the programmes that they may be for."""

    book: NormBook
    programmes: tuple[tuple[UUID, str], ...]


@operation(Right.COUNT_TALKS)
def overdue(work: UnitOfWork, day: date, wanted: StudentFilter | None = None) -> Overview:
    """How the visible students stand on ``day``, from what was held up to that day."""
    check_day(day)
    found = standings.read(work, visible_students(work), day, wanted)
    rows = tuple(sorted(found.rows, key=most_overdue))
    return Overview(day, found.year, rows, totals(rows), filter_choices(work))


@operation(Right.SEE_PLANNING)
def read_norms(work: UnitOfWork) -> NormTable:
    """What holds at this school."""
    return NormTable(queries.read_book(work), queries.programme_names(work))


@operation(Right.SET_NORMS)
def save_norm(work: UnitOfWork, norm: Norm) -> Changes:
    """Write a norm, over that of the werkbank or the school. ``StaleSave`` when it changed."""
    check_norm(norm)
    row = work.session.get(TalkNorm, norm.id)
    if (0 if row is None else row.version) != norm.version:
        raise StaleSave
    if row is None:
        row = TalkNorm(
            id=norm.id, kind=norm.kind, programme_id=norm.programme_id, study_year=norm.study_year
        )
        work.session.add(row)
    row.times, row.per, row.minutes = norm.times, norm.per, norm.minutes
    row.updated_at = work.clock.now()
    work.flush_first(TalkNorm)
    return Changes.of("norm", norm.id)


@operation(Right.SET_NORMS)
def save_budget(work: UnitOfWork, budget: Budget) -> Changes:
    """Write the hours of a year of study. ``StaleSave`` when somebody changed them meanwhile."""
    check_budget(budget)
    row = work.session.get(HoursBudget, budget.id)
    if (0 if row is None else row.version) != budget.version:
        raise StaleSave
    if row is None:
        row = HoursBudget(
            id=budget.id, programme_id=budget.programme_id, study_year=budget.study_year
        )
        work.session.add(row)
    row.minutes, row.updated_at = budget.minutes, work.clock.now()
    work.flush_first(HoursBudget)
    return Changes.of("norm", budget.id)


@operation(Right.SET_NORMS)
def reset(work: UnitOfWork, norm_id: UUID) -> Changes:
    """Take away what the school changed: where the werkbank has a norm, that one holds again."""
    row = work.session.get(TalkNorm, norm_id) or work.session.get(HoursBudget, norm_id)
    if row is None:
        raise NotFound
    work.session.delete(row)
    return Changes.of("norm", norm_id)
