"""The holidays of the example school."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from lob_workbench.people.example import ExamplePeople, seeded_id, start_of_year
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_appointments import SchoolHoliday

# Weeks of the school year, from and up to: the same in which the example school does not talk.
_WEEKS = (
    ("Herfstvakantie", 9, 9),
    ("Kerstvakantie", 18, 19),
    ("Voorjaarsvakantie", 27, 27),
    ("Meivakantie", 36, 37),
    ("Zomervakantie", 46, 51),
)


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write five holidays of this school year."""
    start = start_of_year(people.today)
    moment = datetime.combine(start, time(8), UTC)
    random = Random(f"holidays {start}")
    work.session.add_all(
        SchoolHoliday(
            id=seeded_id(random, moment),
            name=name,
            # From Saturday, and the Sunday after it.
            first_on=start + timedelta(weeks=first, days=-2),
            last_on=start + timedelta(weeks=last, days=6),
            uid="",
        )
        for name, first, last in _WEEKS
    )
