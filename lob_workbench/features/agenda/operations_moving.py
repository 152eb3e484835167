"""Reading all appointments with a student as they stand, and writing them down at a school."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries as talks
from lob_workbench.talks import queries_appointments
from lob_workbench.talks.records_appointments import Appointment, AppointmentText, Room
from lob_workbench.talks.rules_appointments import AppointmentView


@dataclass(frozen=True, slots=True, repr=False)
class MovingAppointment:
    """An appointment, and when it was made. ``repr`` is off: it holds text of a dossier."""

    view: AppointmentView
    made_at: datetime


@operation(Right.RECORD_TALKS)
def read_all(work: UnitOfWork, student_id: UUID) -> tuple[MovingAppointment, ...]:
    """Every appointment with one of the actor's own students."""
    open_dossier(work, student_id)
    talks.require_own(work, student_id)
    query = (
        sa.select(Appointment.id, Appointment.made_at)
        .join(Student, Appointment.student_id == Student.id)
        .where(Appointment.student_id == student_id, own_students(work))
    )
    made = dict(work.session.execute(query).all())
    views = queries_appointments.list_appointments(work, student_ids=[student_id])
    return tuple(MovingAppointment(view, made[view.id]) for view in views)


@operation(Right.RECORD_TALKS)
def write(work: UnitOfWork, student_id: UUID, moving: MovingAppointment) -> Changes:
    """Write an appointment down as it stood elsewhere, by the actor; its room goes by name.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when the
    id is taken.
    """
    open_dossier(work, student_id)
    talks.require_own(work, student_id)
    view = moving.view
    appointment = Appointment(
        id=view.id,
        student_id=student_id,
        staff_id=work.actor.staff_id,
        kind=view.kind,
        form=view.form,
        on=view.on,
        at=view.at,
        minutes=view.minutes,
        room_id=_room(work, view),
        placement_id=view.placement_id,
        status=view.status,
        sequence=view.sequence,
        talk_id=view.talk_id,
        from_talk=view.from_talk,
        made_at=moving.made_at,
        updated_at=work.clock.now(),
    )
    work.session.add(appointment)
    work.session.flush()
    work.session.add(
        AppointmentText(
            appointment_id=view.id,
            student_id=student_id,
            subject=view.subject,
            sensitive=view.sensitive,
        )
    )
    work.session.flush()
    return Changes.of("appointment", view.id)


def _room(work: UnitOfWork, view: AppointmentView) -> UUID | None:
    """The school's room of that name; one that it does not know comes along."""
    if view.room is None:
        return None
    for room in queries_appointments.list_rooms(work):
        if room.name.casefold() == view.room.name.casefold():
            return room.id
    added = Room(
        id=new_id(), name=view.room.name, private=view.room.private, updated_at=work.clock.now()
    )
    work.session.add(added)
    work.session.flush()
    return added.id
