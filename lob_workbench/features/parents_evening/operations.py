"""Planning parents' evenings, and giving students a slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.parents_evening import queries
from lob_workbench.features.parents_evening.records import ParentsEvening
from lob_workbench.features.parents_evening.rules import (
    Evening,
    EveningDraft,
    EveningList,
    EveningPaper,
    Guest,
    Invitation,
    checked,
    free_slots,
    place,
    school_year,
    slots,
)
from lob_workbench.people.access import own_students, require
from lob_workbench.people.queries import own_views
from lob_workbench.people.queries_placements import guardians_by_student
from lob_workbench.people.rules import StudentView
from lob_workbench.people.rules_placements import GuardianView, may_be_told
from lob_workbench.people.school import read_school
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments, writing_appointments
from lob_workbench.talks.rules import PaperHead
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    AppointmentView,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of giving slots: who is left over, for want of a free one."""

    changes: Changes
    made: tuple[UUID, ...]
    left_over: tuple[UUID, ...]


@operation(Right.RECORD_TALKS)
def list_evenings(work: UnitOfWork) -> tuple[Evening, ...]:
    """All evenings of the school, the earliest first."""
    return queries.list_evenings(work)


@operation(Right.RECORD_TALKS)
def save_evening(work: UnitOfWork, draft: EveningDraft, version: int | None = None) -> Changes:
    """Plan an evening, or change an own one of which the actor saw ``version``.

    Raises ``InputRefused`` (see ``rules.checked``), ``NotFound`` for one of somebody else and
    ``StaleSave``. Talks that were given a slot stay where they are.
    """
    ready = checked(draft)
    assert ready.on is not None
    if version is None:
        record = ParentsEvening(id=ready.id, made_by=work.actor.staff_id)
        work.session.add(record)
    else:
        record = queries.find_own(work, ready.id)
        if record.version != version:
            raise StaleSave
    record.name, record.on, record.minutes = ready.name, ready.on, ready.minutes
    record.starts_at, record.ends_at = ready.starts_at, ready.ends_at
    record.updated_at = work.clock.now()
    return Changes.of("parents_evening", ready.id)


@operation(Right.RECORD_TALKS)
def read_evening(work: UnitOfWork, evening_id: UUID) -> EveningList:
    """An evening with the actor's own students: whom to invite, and when each comes."""
    evening = queries.get_evening(work, evening_id)
    mine = _appointments(work, evening)
    talks = {view.student_id: view for view in mine if view.kind is ConversationKind.PARENTS}
    students = own_views(work)
    guardians = guardians_by_student(work, [student.id for student in students])
    year = [
        other
        for other in queries.list_evenings(work)
        if school_year(other.on) == school_year(evening.on)
    ]
    return EveningList(
        evening=evening,
        invitations=tuple(
            _invitation(student, guardians.get(student.id, ()), evening, talks.get(student.id))
            for student in students
        ),
        free=_free(evening, mine),
        number=1 + [other.id for other in year].index(evening.id),
    )


@operation(Right.RECORD_TALKS)
def give_slots(work: UnitOfWork, evening_id: UUID, student_ids: Sequence[UUID]) -> Placed:
    """Give each of these own students the next free slot, in this order.

    A student who has one keeps it. Who does not fit is told (``left_over``). Raises ``NotFound``
    for a student who is not the actor's.
    """
    evening = queries.get_evening(work, evening_id)
    for student_id in student_ids:
        require(work, student_id, own_students(work))
    mine = _appointments(work, evening)
    have = {view.student_id for view in mine if view.kind is ConversationKind.PARENTS}
    wanted = [student_id for student_id in dict.fromkeys(student_ids) if student_id not in have]
    placed, left_over = place(_free(evening, mine), wanted)
    return _plan(work, evening, placed, left_over)


@operation(Right.RECORD_TALKS)
def give_slot(work: UnitOfWork, evening_id: UUID, student_id: UUID, at: str) -> Placed:
    """Give one own student this slot, also in the place of the one the student has.

    Raises ``InputRefused`` when it is taken or no slot of this evening, ``NotFound`` for a student
    who is not the actor's.
    """
    open_dossier(work, student_id)
    evening = queries.get_evening(work, evening_id)
    require(work, student_id, own_students(work))
    mine = _appointments(work, evening)
    if at not in _free(evening, mine):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Om {time} is er geen plek meer op deze avond."), time=at
        )
    for view in mine:
        if view.student_id == student_id and view.kind is ConversationKind.PARENTS:
            record = queries_appointments.find_appointment(work, view.id)
            # Only the time, and the room that was for another time; what it is about stays.
            draft = AppointmentDraft(
                record.id,
                student_id,
                record.kind,
                record.on,
                at,
                record.minutes,
                record.form,
                placement_id=record.placement_id,
                subject=record.text.subject,
                sensitive=record.text.sensitive,
            )
            writing_appointments.change(work, record, draft)
            return Placed(Changes.of("appointment", view.id), (view.id,), ())
    return _plan(work, evening, {student_id: at}, ())


@operation(Right.RECORD_TALKS)
def take_slots_back(work: UnitOfWork, appointment_ids: Sequence[UUID]) -> Changes:
    """Call talks of an evening off: nobody comes, or the slots were given by mistake."""
    for appointment_id in appointment_ids:
        record = queries_appointments.find_appointment(work, appointment_id)
        if record.status is AppointmentStatus.PLANNED:
            writing_appointments.call_off(work, record)
    return Changes.of("appointment", *appointment_ids)


@operation(Right.RECORD_TALKS)
def read_paper(work: UnitOfWork, evening_id: UUID) -> EveningPaper:
    """What the list of an evening and the invitations are printed from."""
    school = read_school(work)
    return EveningPaper(
        PaperHead(school.name, school.logo), work.actor.name, read_evening(work, evening_id)
    )


def _appointments(work: UnitOfWork, evening: Evening) -> tuple[AppointmentView, ...]:
    """What the actor has in the agenda on that day."""
    found = queries_appointments.list_appointments(
        work, staff_id=work.actor.staff_id, first_on=evening.on, last_on=evening.on
    )
    return tuple(view for view in found if view.status is not AppointmentStatus.CANCELLED)


def _free(evening: Evening, taken: Sequence[AppointmentView]) -> tuple[str, ...]:
    return free_slots(
        slots(evening.starts_at, evening.ends_at, evening.minutes),
        evening.minutes,
        [(view.at, view.minutes) for view in taken if view.at],
    )


def _invitation(
    student: StudentView,
    guardians: Sequence[GuardianView],
    evening: Evening,
    talk: AppointmentView | None,
) -> Invitation:
    age = student.age(evening.on)
    return Invitation(
        student_id=student.id,
        name=student.name,
        group=student.group,
        age=age,
        guests=tuple(
            Guest(guardian, may_be_told(age, guardian, evening.on))
            for guardian in guardians
            if guardian.holds_on(evening.on)
        ),
        at="" if talk is None else talk.at,
        appointment_id=None if talk is None else talk.id,
        version=0 if talk is None else talk.version,
    )


def _plan(
    work: UnitOfWork, evening: Evening, placed: Mapping[UUID, str], left_over: tuple[UUID, ...]
) -> Placed:
    made = tuple(
        writing_appointments.plan(
            work,
            AppointmentDraft(
                new_id(), student_id, ConversationKind.PARENTS, evening.on, at, evening.minutes
            ),
        ).id
        for student_id, at in placed.items()
    )
    return Placed(Changes.of("appointment", *made), made, left_over)
