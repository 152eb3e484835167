"""Planning a whole group: own free time, a proposal, and writing it in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.planning import queries, standings
from lob_workbench.features.planning.records import FreeSlot
from lob_workbench.features.planning.rules import StudentStanding
from lob_workbench.features.planning.rules_norms import NormBook
from lob_workbench.features.planning.rules_slots import (
    Asked,
    Placed,
    Proposal,
    Span,
    Window,
    WindowWish,
    check_minutes,
    moments,
    propose,
    window_days,
)
from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import find_room, list_holidays, list_rooms
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    Holiday,
    RoomView,
)
from lob_workbench.talks.writing_appointments import call_off, plan_all

AT_ONCE = 25
"""So many appointments are written before the page hears how far it is."""


@dataclass(frozen=True, slots=True)
class GroupStart:
    """What planning a group begins with; the students in the order of a list of names."""

    today: date
    students: tuple[StudentStanding, ...]
    windows: tuple[Window, ...]
    rooms: tuple[RoomView, ...]
    book: NormBook


@dataclass(frozen=True, slots=True)
class GroupWish:
    """Whom to plan for what, in the order in which they come first."""

    kind: ConversationKind
    minutes: int
    student_ids: tuple[UUID, ...]
    room_id: UUID | None = None
    form: ConversationForm = ConversationForm.DIALOGUE


@dataclass(frozen=True, slots=True)
class GroupPlanned:
    """What was written."""

    changes: Changes
    appointment_ids: tuple[UUID, ...]


@operation(Right.RECORD_TALKS)
def start_group(work: UnitOfWork) -> GroupStart:
    """The actor's own students as they stand today, free time from today on, and the rooms."""
    today = work.clock.today()
    found = standings.read(work, own_students(work), today)
    return GroupStart(
        today,
        found.rows,
        queries.own_windows(work, today),
        list_rooms(work),
        queries.read_book(work),
    )


@operation(Right.RECORD_TALKS)
def add_windows(work: UnitOfWork, wish: WindowWish) -> Changes:
    """Keep this time free for talks; what is free already is not written twice."""
    days = window_days(wish, list_holidays(work), work.clock.today())
    known = {(each.on, each.starts, each.ends) for each in queries.own_windows(work, days[0])}
    added = [
        FreeSlot(
            id=new_id(),
            staff_id=work.actor.staff_id,
            on=day,
            starts_at=wish.starts,
            ends_at=wish.ends,
        )
        for day in days
        if (day, wish.starts, wish.ends) not in known
    ]
    work.session.add_all(added)
    return Changes.of("free_slot", *(each.id for each in added))


@operation(Right.RECORD_TALKS)
def drop_window(work: UnitOfWork, window_id: UUID) -> Changes:
    """Take one of the actor's windows away. Talks that were planned in it stay."""
    query = sa.select(FreeSlot).where(
        FreeSlot.id == window_id, FreeSlot.staff_id == work.actor.staff_id
    )
    row = work.session.scalars(query).one_or_none()
    if row is None:
        raise NotFound
    work.session.delete(row)
    return Changes.of("free_slot", window_id)


@operation(Right.RECORD_TALKS)
def put_back_window(work: UnitOfWork, window: Window) -> Changes:
    """Undo :func:`drop_window`."""
    wish = WindowWish(window.on, window.starts, window.ends)
    window_days(wish, list_holidays(work), work.clock.today())
    work.session.add(
        FreeSlot(
            id=window.id,
            staff_id=work.actor.staff_id,
            on=window.on,
            starts_at=window.starts,
            ends_at=window.ends,
        )
    )
    return Changes.of("free_slot", window.id)


@operation(Right.RECORD_TALKS)
def propose_group(work: UnitOfWork, wish: GroupWish, progress: Progress | None = None) -> Proposal:
    """Who can talk when, in the actor's free time. Nothing is written.

    Raises ``NotFound`` when one of the students is not the actor's own.
    """
    check_minutes(wish.minutes)
    asked = _asked(work, wish.student_ids)
    today = work.clock.today()
    windows = queries.own_windows(work, today)
    last_on = max((window.on for window in windows), default=today)
    taken = _taken(work, wish.room_id, today, last_on)
    now = local(work.clock.now()).replace(tzinfo=None)
    free = moments(windows, wish.minutes, taken, list_holidays(work), now)
    return propose(
        asked,
        free,
        queries.busy_of_students(work, wish.student_ids, today, last_on),
        _have_one(work, wish.kind, wish.student_ids, today),
        new_id,
        (progress or Progress()).tell,
    )


@operation(Right.RECORD_TALKS)
def confirm_group(
    work: UnitOfWork, wish: GroupWish, placed: Sequence[Placed], progress: Progress | None = None
) -> GroupPlanned:
    """Write what was proposed, all of it or nothing.

    Looks again at everything: ``InputRefused`` names the moment when something came in between,
    ``NotFound`` is for students that are not (any more) the actor's own, ``StaleSave`` for a
    proposal that was written already.
    """
    progress = progress or Progress()
    check_minutes(wish.minutes)
    if not placed:
        return GroupPlanned(Changes(), ())
    student_ids = [each.asked.student_id for each in placed]
    _asked(work, student_ids)
    first_on, last_on = (pick(each.span.starts.date() for each in placed) for pick in (min, max))
    _check_still_free(
        placed,
        _taken(work, wish.room_id, first_on, last_on),
        queries.busy_of_students(work, student_ids, first_on, last_on),
        list_holidays(work),
        local(work.clock.now()).replace(tzinfo=None),
    )
    have_one = _have_one(work, wish.kind, student_ids, work.clock.today())
    if have_one or len(set(student_ids)) < len(student_ids):
        raise InputRefused(_CHANGED)
    ids = tuple(each.id for each in placed)
    if work.session.scalar(sa.select(Appointment.id).where(Appointment.id.in_(ids)).limit(1)):
        raise StaleSave
    for start in range(0, len(placed), AT_ONCE):
        progress.tell(start, len(placed))
        plan_all(work, [_draft(wish, each) for each in placed[start : start + AT_ONCE]])
    return GroupPlanned(Changes.of("appointment", *ids, *student_ids), ids)


@operation(Right.RECORD_TALKS)
def call_off_group(work: UnitOfWork, appointment_ids: Sequence[UUID]) -> Changes:
    """Call off those of a group that are still planned: the way back from planning it."""
    query = (
        sa.select(Appointment)
        .join(Student, Appointment.student_id == Student.id)
        .where(
            Appointment.id.in_(appointment_ids),
            own_students(work),
            Appointment.status == AppointmentStatus.PLANNED,
        )
    )
    rows = work.session.scalars(query).all()
    for row in rows:
        call_off(work, row)
    students = (row.student_id for row in rows)
    return Changes.of("appointment", *(row.id for row in rows), *students)


_CHANGED = QT_TRANSLATE_NOOP(
    "errors", "Er is intussen iets gepland voor deze studenten. Vraag het voorstel opnieuw."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "errors", "Om {at} op {day} is er intussen iets anders. Vraag het voorstel opnieuw."
)


def _asked(work: UnitOfWork, student_ids: Sequence[UUID]) -> list[Asked]:
    own = {
        person.id: Asked(person.id, person.name.full, person.group)
        for person in queries.people(
            work, sa.and_(own_students(work), Student.id.in_(student_ids))
        ).values()
    }
    if set(own) != set(student_ids):
        raise NotFound
    return [own[key] for key in student_ids]


def _taken(work: UnitOfWork, room_id: UUID | None, first_on: date, last_on: date) -> list[Span]:
    taken = queries.busy_of_actor(work, first_on, last_on)
    if room_id is not None:
        find_room(work, room_id)
        taken += queries.busy_of_room(work, room_id, first_on, last_on)
    return taken


def _have_one(
    work: UnitOfWork, kind: ConversationKind, student_ids: Sequence[UUID], today: date
) -> frozenset[UUID]:
    query = (
        sa.select(Appointment.student_id)
        .join(Student, Appointment.student_id == Student.id)
        .where(
            own_students(work),
            Appointment.student_id.in_(student_ids),
            Appointment.kind == kind,
            Appointment.status == AppointmentStatus.PLANNED,
            Appointment.on >= today,
        )
    )
    return frozenset(work.session.scalars(query))


def _check_still_free(
    placed: Sequence[Placed],
    taken: Iterable[Span],
    busy: dict[UUID, list[Span]],
    holidays: Sequence[Holiday],
    now: datetime,
) -> None:
    in_the_way = list(taken)
    for each in sorted(placed, key=_when):
        span = each.span
        others = in_the_way + busy.get(each.asked.student_id, [])
        closed = any(holiday.holds_on(span.starts.date()) for holiday in holidays)
        if closed or span.starts < now or any(other.overlaps(span) for other in others):
            raise InputRefused(_TAKEN, at=f"{span.starts:%H:%M}", day=f"{span.starts:%d-%m-%Y}")
        in_the_way.append(span)


def _when(placed: Placed) -> Span:
    return placed.span


def _draft(wish: GroupWish, placed: Placed) -> AppointmentDraft:
    starts, ends = placed.span.starts, placed.span.ends
    return AppointmentDraft(
        id=placed.id,
        student_id=placed.asked.student_id,
        kind=wish.kind,
        on=starts.date(),
        at=f"{starts:%H:%M}",
        minutes=int((ends - starts).total_seconds()) // 60,
        form=wish.form,
        room_id=wish.room_id,
    )
