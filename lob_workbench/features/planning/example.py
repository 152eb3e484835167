"""The planning of the example school: mornings that its counsellor keeps free for talks."""

from datetime import timedelta

from lob_workbench.features.planning.records import FreeSlot
from lob_workbench.people.example import ExamplePeople, seeded_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import list_holidays
from lob_workbench.talks.schoolyear import is_school_day

_DAYS_AHEAD = 15
_HOURS = {1: ("09:00", "12:00"), 3: ("13:00", "15:30")}
"""By day of the week: Tuesday morning and Thursday afternoon."""


def fill(work: UnitOfWork, school: ExamplePeople) -> None:
    """Free time of the owner in the next two weeks; the norms are those of the werkbank."""
    holidays = list_holidays(work)
    for ahead in range(1, _DAYS_AHEAD):
        day = school.today + timedelta(days=ahead)
        if day.weekday() in _HOURS and is_school_day(day, holidays):
            starts_at, ends_at = _HOURS[day.weekday()]
            work.session.add(
                FreeSlot(
                    id=seeded_id(school.random, work.clock.now()),
                    staff_id=school.owner.staff_id,
                    on=day,
                    starts_at=starts_at,
                    ends_at=ends_at,
                )
            )
