"""The agenda: reading days, planning, moving and calling off, and what goes into an invitation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.agenda import queries
from lob_workbench.features.agenda.rules import (
    AgendaView,
    CautionView,
    Invitation,
    PlanChoices,
    Planned,
    cautions,
    clash,
    taken,
)
from lob_workbench.people.queries import get_student, list_own_students
from lob_workbench.people.queries_placements import placement_on
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries as talks
from lob_workbench.talks import queries_appointments, writing_appointments
from lob_workbench.talks.queries_appointments import find_room, list_appointments, room_uses
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    AppointmentView,
)

STUDENT_BUSY = QT_TRANSLATE_NOOP(
    "errors", "{name} heeft om {at} al een gesprek. Kies een andere tijd."
)
ROOM_TAKEN = QT_TRANSLATE_NOOP(
    "errors", "{room} is om {at} al van {name}. Kies een andere ruimte of tijd."
)
NOT_PLANNED = QT_TRANSLATE_NOOP(
    "errors", "Dit gesprek is al vastgelegd of afgezegd. Het laat zich niet meer verzetten."
)
NOT_CALLED_OFF = QT_TRANSLATE_NOOP("errors", "Dit gesprek is niet afgezegd.")


@operation(Right.RECORD_TALKS)
def read_agenda(work: UnitOfWork, first_on: date, last_on: date) -> AgendaView:
    """The appointments with the actor's own students from ``first_on`` up to ``last_on``."""
    open_lists(work)
    views = list_appointments(work, first_on=first_on, last_on=last_on)
    holidays = queries_appointments.list_holidays(work)
    return AgendaView(
        first_on,
        last_on,
        queries.own_only(work, views),
        tuple(item for item in holidays if item.first_on <= last_on and item.last_on >= first_on),
    )


@operation(Right.RECORD_TALKS)
def read_choices(work: UnitOfWork) -> PlanChoices:
    """With whom and where the actor may plan."""
    return PlanChoices(list_own_students(work), queries_appointments.list_rooms(work))


@operation(Right.RECORD_TALKS)
def plan(
    work: UnitOfWork, draft: AppointmentDraft, seen: frozenset[CautionView] = frozenset()
) -> Planned:
    """Plan a talk. What asks caution and is not in ``seen`` yet comes back, and nothing is written.

    Raises ``InputRefused`` when the student or the room is taken, or the time is none.
    """
    open_dossier(work, draft.student_id)
    talks.require_own(work, draft.student_id)
    found = _look(work, draft)
    if set(found) - seen:
        return Planned(Changes(), found)
    appointment = writing_appointments.plan(work, _placed(work, draft))
    return Planned(Changes.of("appointment", appointment.id))


@operation(Right.RECORD_TALKS)
def change(
    work: UnitOfWork,
    draft: AppointmentDraft,
    version: int,
    seen: frozenset[CautionView] = frozenset(),
) -> Planned:
    """Give a planned talk another time, place or subject; otherwise as :func:`plan`.

    ``version`` is the one that was seen: raises ``StaleSave`` when it is another by now.
    """
    appointment = _opened(work, draft.id)
    if appointment.version != version:
        raise StaleSave
    _require(appointment, AppointmentStatus.PLANNED, NOT_PLANNED)
    # With whom it is does not change: that is another appointment.
    draft = replace(draft, student_id=appointment.student_id)
    found = _look(work, draft)
    if set(found) - seen:
        return Planned(Changes(), found)
    writing_appointments.change(work, appointment, _placed(work, draft))
    work.session.flush()
    return Planned(Changes.of("appointment", appointment.id))


@operation(Right.RECORD_TALKS)
def call_off(work: UnitOfWork, appointment_id: UUID, version: int) -> Changes:
    """Call a planned talk off; it stays in the agenda as such. Raises ``StaleSave`` as above."""
    appointment = _opened(work, appointment_id)
    if appointment.version != version:
        raise StaleSave
    _require(appointment, AppointmentStatus.PLANNED, NOT_PLANNED)
    writing_appointments.call_off(work, appointment)
    return Changes.of("appointment", appointment_id)


@operation(Right.RECORD_TALKS)
def plan_again(work: UnitOfWork, appointment_id: UUID) -> Changes:
    """Take back that a talk was called off; refused when its time was given away meanwhile."""
    appointment = _opened(work, appointment_id)
    _require(appointment, AppointmentStatus.CANCELLED, NOT_CALLED_OFF)
    _look(
        work,
        AppointmentDraft(
            id=appointment.id,
            student_id=appointment.student_id,
            kind=appointment.kind,
            on=appointment.on,
            at=appointment.at,
            minutes=appointment.minutes,
            room_id=appointment.room_id,
        ),
    )
    writing_appointments.plan_again(work, appointment)
    return Changes.of("appointment", appointment_id)


@operation(Right.RECORD_TALKS)
def invite(work: UnitOfWork, appointment_ids: Sequence[UUID]) -> tuple[Invitation, ...]:
    """What goes into an invitation to these talks, by day and time; no word of a dossier.

    Raises ``NotFound`` when one is not with a student of the actor's.
    """
    open_lists(work)
    wanted = set(appointment_ids)
    students = {queries_appointments.student_of_appointment(work, key) for key in wanted}
    known = list_appointments(work, student_ids=sorted(students))
    emails = {student: get_student(work, student).email for student in students}
    return tuple(_invitation(work, view, emails) for view in known if view.id in wanted)


def _invitation(work: UnitOfWork, view: AppointmentView, emails: dict[UUID, str]) -> Invitation:
    return Invitation(
        id=view.id,
        kind=view.kind.value,
        student_name=view.student_name,
        email=emails[view.student_id],
        organizer=work.actor.name,
        organizer_id=work.actor.staff_id,
        on=view.on,
        at=view.at,
        minutes=view.minutes,
        place="" if view.room is None else view.room.name,
        sequence=view.sequence,
        called_off=view.status is AppointmentStatus.CANCELLED,
        private=view.sensitive or view.kind is ConversationKind.SECOND_LINE,
    )


def _opened(work: UnitOfWork, appointment_id: UUID) -> Appointment:
    open_dossier(work, queries_appointments.student_of_appointment(work, appointment_id))
    return queries_appointments.find_appointment(work, appointment_id)


def _require(appointment: Appointment, status: AppointmentStatus, otherwise: str) -> None:
    if appointment.status is not status:
        raise InputRefused(otherwise)


def _look(work: UnitOfWork, draft: AppointmentDraft) -> tuple[CautionView, ...]:
    """Refuse what cannot be, and tell what asks caution."""
    writing_appointments.check(draft)
    known = queries.own_only(work, list_appointments(work, first_on=draft.on, last_on=draft.on))
    other = clash(draft, known, student=True)
    if other is not None:
        raise InputRefused(STUDENT_BUSY, name=other.student_name, at=other.at)
    room = None
    if draft.room_id is not None:
        room = queries_appointments.room_view(find_room(work, draft.room_id))
        use = taken(draft, room_uses(work, draft.room_id, draft.on, draft.on))
        if use is not None:
            raise InputRefused(ROOM_TAKEN, room=room.name, at=use.at, name=use.staff_name)
    holidays = queries_appointments.list_holidays(work)
    return cautions(draft, known, room, holidays, work.clock.today())


def _placed(work: UnitOfWork, draft: AppointmentDraft) -> AppointmentDraft:
    """With the company of that day, when it is to sit at the table."""
    if draft.form is not ConversationForm.TRIALOGUE or draft.placement_id is not None:
        return draft
    at = placement_on(work, draft.student_id, draft.on)
    return draft if at is None else replace(draft, placement_id=at.id)
