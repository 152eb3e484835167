"""How many students stand at once: three queries, one pass."""

from dataclasses import dataclass
from datetime import date

from lob_workbench.features.planning import queries
from lob_workbench.features.planning.rules import Standings, StudentStanding
from lob_workbench.people.access import Criterion
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import list_holidays
from lob_workbench.talks.schoolyear import SchoolYear


@dataclass(frozen=True, slots=True)
class Found:
    """Students in the order of a list of names."""

    year: SchoolYear
    rows: tuple[StudentStanding, ...]


def read(
    work: UnitOfWork, criterion: Criterion, day: date, wanted: StudentFilter | None = None
) -> Found:
    """How the students within ``criterion`` (of ``people.access``) stand on ``day``."""
    book, holidays = queries.read_book(work), list_holidays(work)
    all_of = Standings(book, holidays, day, work.clock.today())
    year = all_of.year
    planned, minutes = queries.planned_talks(work, criterion, year.first_on, day, year.last_on)
    held = queries.held_talks(work, criterion, year.first_on, day, minutes)
    return Found(
        year,
        tuple(
            all_of.of(person, held.get(key, ()), planned.get(key, ()))
            for key, person in queries.people(work, criterion, wanted).items()
        ),
    )
