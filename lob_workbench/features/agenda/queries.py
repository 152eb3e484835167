"""Reading for the agenda; appointments and rooms: ``talks.queries_appointments``."""

from collections.abc import Iterable

import sqlalchemy as sa

from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules_appointments import AppointmentView


def own_only(work: UnitOfWork, views: Iterable[AppointmentView]) -> tuple[AppointmentView, ...]:
    """Those with students of the actor's caseload: who reads along does not plan."""
    views = tuple(views)
    query = sa.select(Student.id).where(
        own_students(work), Student.id.in_({view.student_id for view in views})
    )
    own = set(work.session.scalars(query))
    return tuple(view for view in views if view.student_id in own)
