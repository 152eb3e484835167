"""Reading for whole caseloads at once: days, kinds and names, never a word of a talk."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.features.planning.records import FreeSlot, HoursBudget, TalkNorm
from lob_workbench.features.planning.rules import HeldTalk, Person, PlannedTalk
from lob_workbench.features.planning.rules_norms import Budget, Norm, NormBook, book_of
from lob_workbench.features.planning.rules_slots import Span, Window
from lob_workbench.people.access import Criterion, at_school, visible_students
from lob_workbench.people.records import Programme, Student, StudentGroup
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import room_uses
from lob_workbench.talks.queries_talk_list import newest
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import AppointmentStatus, minutes_of

Raw = UUID | str | None
_FEW = 2_000


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
) -> dict[Raw, Person]:
    """Those at school within ``criterion``, in the order of a list of names, by their raw key."""
    wanted = wanted or StudentFilter()
    query = (
        sa.select(
            _raw(Student.id),
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name,
            _raw(Student.programme_id),
            Programme.name,
            Student.study_year,
            Student.start_date,
        )
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .outerjoin(Programme, Student.programme_id == Programme.id)
        .where(criterion, at_school(work))
        .order_by(Student.sort_key, Student.id)
    )
    if wanted.group:
        query = query.where(StudentGroup.name == wanted.group)
    if wanted.programme:
        query = query.where(Programme.name == wanted.programme)
    programmes: dict[Raw, UUID | None] = {None: None}
    found: dict[Raw, Person] = {}
    for raw, first, infix, last, group, its, name, *rest in work.session.execute(query):
        if its not in programmes:
            programmes[its] = _key(its)
        person = PersonName(first, infix, last)
        found[raw] = Person(_key(raw), person, group or "", programmes[its], name or "", *rest)
    return found


def _key(raw: UUID | str) -> UUID:
    return raw if isinstance(raw, UUID) else UUID(raw)


def _raw(column: Any) -> Any:
    """A key as the database has it: to bring rows together, not to make 66,000 UUIDs."""
    return sa.type_coerce(column, sa.Text())


def planned_talks(
    work: UnitOfWork, criterion: Criterion, first_on: date, day: date, last_on: date
) -> tuple[dict[Raw, list[PlannedTalk]], dict[Raw, int]]:
    """Per student what is ahead on ``day`` or later; and of talks that were held, the minutes."""
    query = (
        sa.select(
            _raw(Appointment.student_id),
            Appointment.kind,
            Appointment.on,
            Appointment.status,
            Appointment.made_at,
            Appointment.updated_at,
            _raw(Appointment.talk_id),
            Appointment.minutes,
        )
        .join(Student, Appointment.student_id == Student.id)
        .where(
            criterion,
            Appointment.on.between(first_on, last_on),
            sa.or_(Appointment.on >= day, Appointment.talk_id.is_not(None)),
        )
    )
    planned: dict[Raw, list[PlannedTalk]] = {}
    minutes: dict[Raw, int] = {}
    for student, kind, on, status, made_at, changed_at, talk, length in work.session.execute(query):
        planned.setdefault(student, []).append(PlannedTalk(kind, on, status, made_at, changed_at))
        if talk is not None:
            minutes[talk] = length
    return planned, minutes


def held_talks(
    work: UnitOfWork,
    criterion: Criterion,
    first_on: date,
    last_on: date,
    minutes: dict[Raw, int],
) -> dict[Raw, list[HeldTalk]]:
    """Per student the talks that were held on these days, as long as their appointment was."""
    query = (
        sa.select(
            _raw(Conversation.student_id),
            Conversation.kind,
            Conversation.held_on,
            _raw(Conversation.talk_id),
        )
        .join(Student, Conversation.student_id == Student.id)
        .where(criterion, Conversation.held_on.between(first_on, last_on), newest())
    )
    held: dict[Raw, list[HeldTalk]] = {}
    # A large school has a hundred thousand: a few at a time, not all of them twice in memory.
    for student, kind, on, talk in work.session.execute(query).yield_per(_FEW):
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
    uses = room_uses(work, room_id, first_on, last_on)
    return [_span(use.on, use.at, use.minutes, None) for use in uses]


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
