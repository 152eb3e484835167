"""Reading who has a room; appointments themselves are read by ``talks.queries_appointments``."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.features.agenda.rules import RoomUse
from lob_workbench.people.access import own_students
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_appointments import Appointment, Room
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView


def own_only(work: UnitOfWork, views: Iterable[AppointmentView]) -> tuple[AppointmentView, ...]:
    """Those with students of the actor's caseload: who reads along does not plan."""
    views = tuple(views)
    query = sa.select(Student.id).where(
        own_students(work), Student.id.in_({view.student_id for view in views})
    )
    own = set(work.session.scalars(query))
    return tuple(view for view in views if view.student_id in own)


def find_room(work: UnitOfWork, room_id: UUID) -> Room:
    """One room; raises ``NotFound``."""
    room = work.session.get(Room, room_id)
    if room is None:
        raise NotFound
    return room


def room_uses(work: UnitOfWork, room_id: UUID, day: date) -> tuple[RoomUse, ...]:
    """When a room is taken on a day and by which counsellor, also for students of others.

    No student comes along. At a school a function of the guard answers, and lets the next person
    who asks for this room and day wait until the actor is done.
    """
    if work.shared:
        rows = work.session.execute(
            sa.text("SELECT * FROM lob.room_uses(:room, :day)").columns(
                sa.column("id", sa.Uuid()),
                sa.column("at", sa.Text()),
                sa.column("minutes", sa.Integer()),
                sa.column("name", sa.Text()),
            ),
            {"room": room_id, "day": day},
        )
    else:
        rows = work.session.execute(
            sa.select(Appointment.id, Appointment.at, Appointment.minutes, StaffMember.name)
            .join(StaffMember, Appointment.staff_id == StaffMember.id)
            .where(
                Appointment.room_id == room_id,
                Appointment.on == day,
                Appointment.status == AppointmentStatus.PLANNED,
                Appointment.at != "",
            )
            .order_by(Appointment.at)
        )
    return tuple(RoomUse(*row) for row in rows)
