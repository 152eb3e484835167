"""Reading for whole caseloads at once: days, kinds and names, never a word of a talk."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.clock import local
from lob_workbench.features.planning.records import FreeSlot, HoursBudget, TalkNorm
from lob_workbench.features.planning.rules import HeldTalk, Person, PlannedTalk
from lob_workbench.features.planning.rules_norms import Budget, Norm, NormBook, book_of
from lob_workbench.features.planning.rules_slots import Span, Window
from lob_workbench.people.access import Criterion, visible_students
from lob_workbench.people.records import Programme, Student, StudentGroup
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries import newest
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of


def read_book(work: UnitOfWork) -> NormBook:
    """The norms and hours that hold."""
    return book_of(
        (
            Norm(
                row.kind, row.times, row.per, row.programme_id, row.study_year, row.minutes,
                row.version,
            )
            for row in work.session.scalars(sa.select(TalkNorm))
        ),
        (
            Budget(row.study_year, row.minutes, row.programme_id, row.version)
            for row in work.session.scalars(sa.select(HoursBudget))
        ),
    )  # fmt: skip


def programme_names(work: UnitOfWork) -> tuple[tuple[UUID, str], ...]:
    """All programmes of the school, by name."""
    query = sa.select(Programme.id, Programme.name, Programme.level)
    named = [
        (key, f"{name} ({level})" if level else name)
        for key, name, level in work.session.execute(query)
    ]
    return tuple(sorted(named, key=_by_name))


def _by_name(programme: tuple[UUID, str]) -> tuple[str, str]:
    return programme[1].casefold(), str(programme[0])


def people(
    work: UnitOfWork, criterion: Criterion, wanted: StudentFilter | None = None
) -> tuple[Person, ...]:
    """The students within ``criterion``, in the order of a list of names."""
    wanted = wanted or StudentFilter()
    query = (
        sa.select(
            Student.id,
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name,
            Student.programme_id,
            Programme.name,
            Student.study_year,
            Student.start_date,
            Student.counsellor_id,
        )
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        .where(criterion)
        .order_by(Student.sort_key, Student.id)
    )
    if wanted.group:
        query = query.where(StudentGroup.name == wanted.group)
    if wanted.programme:
        query = query.where(Programme.name == wanted.programme)
    return tuple(
        Person(key, PersonName(first, infix, last), group or "", programme, name or "", *rest)
        for key, first, infix, last, group, programme, name, *rest in work.session.execute(query)
    )


def planned_talks(
    work: UnitOfWork, criterion: Criterion, first_on: date, last_on: date
) -> tuple[dict[UUID, list[PlannedTalk]], dict[UUID, int]]:
    """Per student the appointments of these days; and of talks that were held so, the minutes."""
    query = (
        sa.select(
            Appointment.student_id,
            Appointment.kind,
            Appointment.on,
            Appointment.status,
            Appointment.made_at,
            Appointment.updated_at,
            Appointment.talk_id,
            Appointment.minutes,
        )
        .join(Student, Appointment.student_id == Student.id)
        .where(criterion, Appointment.on.between(first_on, last_on))
    )
    planned: dict[UUID, list[PlannedTalk]] = {}
    minutes: dict[UUID, int] = {}
    for student, kind, on, status, made_at, changed_at, talk, length in work.session.execute(query):
        days = local(made_at).date(), local(changed_at).date()
        planned.setdefault(student, []).append(PlannedTalk(kind, on, status, *days))
        if talk is not None:
            minutes[talk] = length
    return planned, minutes


def held_talks(
    work: UnitOfWork,
    criterion: Criterion,
    first_on: date,
    last_on: date,
    minutes: dict[UUID, int],
) -> dict[UUID, list[HeldTalk]]:
    """Per student the talks that were held on these days, as long as their appointment was."""
    query = (
        sa.select(
            Conversation.student_id, Conversation.kind, Conversation.held_on, Conversation.talk_id
        )
        .join(Student, Conversation.student_id == Student.id)
        .where(criterion, Conversation.held_on.between(first_on, last_on), newest())
    )
    held: dict[UUID, list[HeldTalk]] = {}
    for student, kind, on, talk in work.session.execute(query):
        length = minutes.get(talk) or minutes_of(kind)
        held.setdefault(student, []).append(HeldTalk(kind, on, length))
    return held


def own_windows(work: UnitOfWork, first_on: date) -> tuple[Window, ...]:
    """The free time of the actor from that day on, in the order of time."""
    query = (
        sa.select(FreeSlot)
        .where(FreeSlot.staff_id == work.actor.staff_id, FreeSlot.on >= first_on)
        .order_by(FreeSlot.on, FreeSlot.starts_at, FreeSlot.id)
    )
    return tuple(
        Window(row.id, row.on, row.starts_at, row.ends_at) for row in work.session.scalars(query)
    )


def busy_of_actor(work: UnitOfWork, first_on: date, last_on: date) -> list[Span]:
    """When the actor has talks already."""
    return [
        _span(*row)
        for row in _ahead(work, first_on, last_on, Appointment.staff_id == work.actor.staff_id)
    ]


def busy_of_students(
    work: UnitOfWork, student_ids: Sequence[UUID], first_on: date, last_on: date
) -> dict[UUID, list[Span]]:
    """When these students have talks already, with whomever."""
    busy: dict[UUID, list[Span]] = {}
    query = _ahead(work, first_on, last_on, Appointment.student_id.in_(student_ids))
    for on, at, minutes, student in query:
        busy.setdefault(student, []).append(_span(on, at, minutes, student))
    return busy


def busy_of_room(work: UnitOfWork, room_id: UUID, first_on: date, last_on: date) -> list[Span]:
    """When a room is taken, at a school also by talks that the actor may not see."""
    taken: Any
    if work.shared:
        taken = sa.text("SELECT day, time_of_day, minutes FROM lob.room_taken(:room, :one, :other)")
        values = {"room": room_id, "one": first_on, "other": last_on}
        rows = work.session.execute(taken, values).all()
        return [_span(on, at, minutes, None) for on, at, minutes in rows]
    return [_span(*row) for row in _ahead(work, first_on, last_on, Appointment.room_id == room_id)]


def _ahead(work: UnitOfWork, first_on: date, last_on: date, criterion: Criterion) -> Any:
    query = (
        sa.select(Appointment.on, Appointment.at, Appointment.minutes, Appointment.student_id)
        .join(Student, Appointment.student_id == Student.id)
        .where(
            criterion,
            visible_students(work),
            Appointment.status == AppointmentStatus.PLANNED,
            Appointment.at != "",
            Appointment.on.between(first_on, last_on),
        )
    )
    return work.session.execute(query)


def _span(on: date, at: str, minutes: int, _student: UUID | None) -> Span:
    starts = datetime.combine(on, time.fromisoformat(at))
    return Span(starts, starts + timedelta(minutes=minutes))
