"""Rooms for the example school, who talks where, and a full week for its owner."""

from datetime import UTC, datetime, time, timedelta
from random import Random

import sqlalchemy as sa

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.features.agenda.rules import week_of
from lob_workbench.people.example import ExamplePeople, seeded_id, start_of_year
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records_appointments import Appointment, AppointmentText, Room
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of, overlap

_ROOMS = (("Kamer 1", True), ("Kamer 2", True), ("Studieplein", False))
_TRIALOGUE, _DIALOGUE = ConversationForm.TRIALOGUE, ConversationForm.DIALOGUE
# What the owner has besides, after today in this week: day, time, kind, form and subject.
_WEEK = (
    (1, "09:20", ConversationKind.PROGRESS, _DIALOGUE, ""),
    (1, "11:00", ConversationKind.PLACEMENT_VISIT, _TRIALOGUE, "Halverwege de bpv"),
    (1, "15:00", ConversationKind.PARENTS, _DIALOGUE, "Hoe het thuis gaat"),
    (2, "10:15", ConversationKind.CAREER_REFLECTION, _DIALOGUE, "Welke richting past"),
    (3, "", ConversationKind.PROGRESS, _DIALOGUE, ""),
    (3, "08:40", ConversationKind.PROGRESS, _DIALOGUE, ""),
    (3, "13:30", ConversationKind.PLACEMENT_VISIT, _TRIALOGUE, "De start op de bpv"),
    (4, "09:20", ConversationKind.PROGRESS, _DIALOGUE, ""),
    (4, "10:15", ConversationKind.PROGRESS, _DIALOGUE, ""),
)
_CALLED_OFF, _SENSITIVE = (4, "10:15"), (1, "15:00")


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """Write the rooms, a fuller week for the owner, and give what is planned a room."""
    moment = datetime.combine(start_of_year(people.today), time(8), UTC)
    random = Random(f"agenda {people.today} {people.owner.staff_id}")
    rooms = [
        Room(id=seeded_id(random, moment), name=name, private=private, updated_at=moment)
        for name, private in _ROOMS
    ]
    work.session.add_all(rooms)
    work.session.flush()
    _fill_week(work, people, random, moment)
    _give_rooms(work, people, rooms)
    work.session.flush()


def _fill_week(work: UnitOfWork, people: ExamplePeople, random: Random, moment: datetime) -> None:
    monday, sunday = week_of(people.today)
    me = people.owner.staff_id
    planned = work.session.execute(
        sa.select(Appointment.student_id, Appointment.on, Appointment.at).where(
            Appointment.staff_id == me, Appointment.on >= monday - timedelta(days=14),
            Appointment.on <= sunday, Appointment.status == AppointmentStatus.PLANNED,
        )
    ).all()  # fmt: skip
    expected = {row.student_id for row in planned}
    taken = {(row.on, row.at) for row in planned}
    free = [
        student.id
        for student in people.students
        if student.counsellor.staff_id == me and student.id not in expected
    ]
    for day, at, kind, form, subject in _WEEK:
        on = monday + timedelta(days=day)
        if on <= people.today or (on, at) in taken or not free:
            continue
        student_id = free.pop(random.randrange(len(free)))
        called_off = (day, at) == _CALLED_OFF
        work.session.add(
            Appointment(
                id=seeded_id(random, moment),
                student_id=student_id,
                staff_id=me,
                kind=kind,
                form=form,
                on=on,
                at=at,
                minutes=minutes_of(kind),
                status=AppointmentStatus.CANCELLED if called_off else AppointmentStatus.PLANNED,
                sequence=1 if called_off else 0,
                made_at=moment,
                updated_at=moment,
                text=AppointmentText(
                    student_id=student_id, subject=subject, sensitive=(day, at) == _SENSITIVE
                ),
            )
        )
    work.session.flush()


def _give_rooms(work: UnitOfWork, people: ExamplePeople, rooms: list[Room]) -> None:
    """The first room that is free; who visits a company needs none."""
    query = (
        sa.select(Appointment)
        .where(
            Appointment.on >= week_of(people.today)[0],
            Appointment.status == AppointmentStatus.PLANNED,
            Appointment.at != "",
            Appointment.kind != ConversationKind.PLACEMENT_VISIT,
        )
        .order_by(Appointment.on, Appointment.at, Appointment.id)
    )
    used: list[Appointment] = []
    for item in work.session.scalars(query):
        used = [other for other in used if other.on == item.on]
        for room in rooms:
            if not any(
                other.room_id == room.id and overlap(item.at, item.minutes, other.at, other.minutes)
                for other in used
            ):
                item.room_id = room.id
                used.append(item)
                break
