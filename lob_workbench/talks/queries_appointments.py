"""Reading appointments, rooms and holidays, always through ``people.access``.

The subject of a talk shows on a school's server only while the dossier or the lists are open
(``storage.audit``); where it may not be read it is empty here.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from lob_workbench.domain.errors import NotFound
from lob_workbench.people.access import at_school, own_students, visible_students
from lob_workbench.people.records import StaffMember, Student, StudentGroup
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_appointments import (
    Appointment,
    AppointmentText,
    Room,
    SchoolHoliday,
)
from lob_workbench.talks.rules_appointments import (
    AppointmentStatus,
    AppointmentView,
    Holiday,
    RoomUse,
    RoomView,
)


def list_appointments(
    work: UnitOfWork,
    *,
    student_ids: Sequence[UUID] | None = None,
    staff_id: UUID | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
    only_planned: bool = False,
) -> tuple[AppointmentView, ...]:
    """Appointments with visible students, in the order of day and time; what is called off too.

    Of some students, of one counsellor, within days (both included), or only what is planned.
    """
    query = (
        sa.select(
            Appointment,
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name,
            Room,
            AppointmentText.subject,
            AppointmentText.sensitive,
        )
        .join(Student, Appointment.student_id == Student.id)
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Room, Appointment.room_id == Room.id)
        .outerjoin(AppointmentText, AppointmentText.appointment_id == Appointment.id)
        .where(visible_students(work))
        .order_by(Appointment.on, Appointment.at, Appointment.id)
    )
    if student_ids is not None:
        query = query.where(Appointment.student_id.in_(student_ids))
    else:
        # What was planned with who left, stays with the student and troubles no list.
        query = query.where(at_school(work))
    if staff_id is not None:
        query = query.where(Appointment.staff_id == staff_id)
    if first_on is not None:
        query = query.where(Appointment.on >= first_on)
    if last_on is not None:
        query = query.where(Appointment.on <= last_on)
    if only_planned:
        query = query.where(Appointment.status == AppointmentStatus.PLANNED)
    return tuple(map(_view, work.session.execute(query)))


def next_appointments(
    work: UnitOfWork, student_ids: Sequence[UUID] | None = None
) -> dict[UUID, AppointmentView]:
    """Per visible student the first appointment that is planned, also when its day has passed."""
    found: dict[UUID, AppointmentView] = {}
    for view in list_appointments(work, student_ids=student_ids, only_planned=True):
        found.setdefault(view.student_id, view)
    return found


def next_days(work: UnitOfWork, student_ids: Sequence[UUID] | None = None) -> dict[UUID, date]:
    """Per visible student the day of the first appointment that is planned."""
    query = (
        sa.select(Appointment.student_id, sa.func.min(Appointment.on))
        .join(Student, Appointment.student_id == Student.id)
        .where(visible_students(work), Appointment.status == AppointmentStatus.PLANNED)
        .group_by(Appointment.student_id)
    )
    if student_ids is not None:
        query = query.where(Appointment.student_id.in_(student_ids))
    return dict(work.session.execute(query).all())


def find_appointment(work: UnitOfWork, appointment_id: UUID) -> Appointment:
    """One appointment with an own student, to change; raises ``NotFound`` otherwise.

    On a school's server after ``open_dossier`` of its student, or the text stays shut.
    """
    query = (
        sa.select(Appointment)
        .join(Student, Appointment.student_id == Student.id)
        .where(Appointment.id == appointment_id, own_students(work))
        .options(joinedload(Appointment.text))
    )
    appointment = work.session.scalars(query).one_or_none()
    if appointment is None:
        raise NotFound
    return appointment


def student_of_appointment(work: UnitOfWork, appointment_id: UUID) -> UUID:
    """With whom it is; raises ``NotFound`` for a student who is not the actor's."""
    query = (
        sa.select(Appointment.student_id)
        .join(Student, Appointment.student_id == Student.id)
        .where(Appointment.id == appointment_id, own_students(work))
    )
    student_id = work.session.scalar(query)
    if student_id is None:
        raise NotFound
    return student_id


def list_rooms(work: UnitOfWork) -> tuple[RoomView, ...]:
    """All rooms by name."""
    rooms = map(room_view, work.session.scalars(sa.select(Room)))
    return tuple(sorted(rooms, key=lambda room: room.name.casefold()))


def find_room(work: UnitOfWork, room_id: UUID) -> Room:
    """One room; raises ``NotFound``."""
    room = work.session.get(Room, room_id)
    if room is None:
        raise NotFound
    return room


def room_uses(
    work: UnitOfWork, room_id: UUID, first_on: date, last_on: date
) -> tuple[RoomUse, ...]:
    """When a room is taken on these days and by which counsellor, also for students of others.

    No student comes along. At a school a function of the guard answers, and lets the next person
    who asks for this room wait until the actor is done.
    """
    columns = ("id", sa.Uuid()), ("on", sa.Date()), ("at", sa.Text()), ("minutes", sa.Integer())
    if work.shared:
        query: Any = sa.text("SELECT * FROM lob.room_uses(:room, :first, :last)").columns(
            *(sa.column(name, type_) for name, type_ in columns), sa.column("name", sa.Text())
        )
        rows = work.session.execute(query, {"room": room_id, "first": first_on, "last": last_on})
    else:
        query = (
            sa.select(
                Appointment.id,
                Appointment.on,
                Appointment.at,
                Appointment.minutes,
                StaffMember.name,
            )
            .join(StaffMember, Appointment.staff_id == StaffMember.id)
            .where(
                Appointment.room_id == room_id,
                Appointment.on.between(first_on, last_on),
                Appointment.status == AppointmentStatus.PLANNED,
                Appointment.at != "",
            )
            .order_by(Appointment.on, Appointment.at)
        )
        rows = work.session.execute(query)
    return tuple(RoomUse(*row) for row in rows)


def list_holidays(work: UnitOfWork) -> tuple[Holiday, ...]:
    """The school's days without talks, the earliest first."""
    query = sa.select(SchoolHoliday).order_by(SchoolHoliday.first_on, SchoolHoliday.id)
    return tuple(
        Holiday(record.id, record.name, record.first_on, record.last_on)
        for record in work.session.scalars(query)
    )


def room_view(record: Room) -> RoomView:
    """A room as pages see it."""
    return RoomView(record.id, record.name, record.private, record.version)


def _view(row: Any) -> AppointmentView:
    record, first, infix, last, group, room, subject, sensitive = row
    return AppointmentView(
        id=record.id,
        student_id=record.student_id,
        student_name=PersonName(first, infix, last).full,
        group=group or "",
        staff_id=record.staff_id,
        kind=record.kind,
        form=record.form,
        on=record.on,
        at=record.at,
        minutes=record.minutes,
        room=None if room is None else room_view(room),
        placement_id=record.placement_id,
        status=record.status,
        sequence=record.sequence,
        talk_id=record.talk_id,
        from_talk=record.from_talk,
        version=record.version,
        subject=subject or "",
        sensitive=bool(sensitive),
    )
