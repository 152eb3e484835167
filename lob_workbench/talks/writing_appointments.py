"""Planning, moving and calling off appointments, in one way for every feature.

Called by operations, which checked whose student it is. An appointment that changes raises its
``sequence``, as an invitation in a calendar does (RFC 5545).
"""

from collections.abc import Iterable
from uuid import UUID, uuid5

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments
from lob_workbench.talks.records_appointments import Appointment, AppointmentText
from lob_workbench.talks.rules import TIME_OF_DAY, ConversationDraft, NextTalk
from lob_workbench.talks.rules_appointments import (
    MOST_MINUTES,
    AppointmentDraft,
    AppointmentStatus,
    fulfilled,
    minutes_of,
)


def plan(
    work: UnitOfWork, draft: AppointmentDraft, *, from_talk: UUID | None = None
) -> Appointment:
    """Write a new appointment of the actor; raises ``InputRefused`` for a time that is none."""
    (appointment,) = plan_all(work, [draft], from_talk=from_talk)
    return appointment


def plan_all(
    work: UnitOfWork, drafts: Iterable[AppointmentDraft], *, from_talk: UUID | None = None
) -> tuple[Appointment, ...]:
    """Write several as :func:`plan` does, in one go."""
    added = tuple(_new(work, draft, from_talk) for draft in drafts)
    work.session.add_all(added)
    work.flush_first(Appointment)
    return added


def _new(work: UnitOfWork, draft: AppointmentDraft, from_talk: UUID | None) -> Appointment:
    check(draft)
    appointment = Appointment(
        id=draft.id,
        student_id=draft.student_id,
        staff_id=work.actor.staff_id,
        status=AppointmentStatus.PLANNED,
        sequence=0,
        from_talk=from_talk,
        made_at=work.clock.now(),
        updated_at=work.clock.now(),
        text=AppointmentText(
            student_id=draft.student_id,
            subject=clean_line(draft.subject),
            sensitive=draft.sensitive,
        ),
    )
    _fill(appointment, draft)
    return appointment


def change(work: UnitOfWork, appointment: Appointment, draft: AppointmentDraft) -> None:
    """Give an appointment another time, place or subject."""
    check(draft)
    _fill(appointment, draft)
    appointment.text.subject = clean_line(draft.subject)
    appointment.text.sensitive = draft.sensitive
    _changed(work, appointment)


def call_off(work: UnitOfWork, appointment: Appointment) -> None:
    """Call a planned talk off; it stays on record."""
    appointment.status = AppointmentStatus.CANCELLED
    _changed(work, appointment)


def plan_again(work: UnitOfWork, appointment: Appointment) -> None:
    """Take back that it was called off."""
    appointment.status = AppointmentStatus.PLANNED
    _changed(work, appointment)


def after_recording(work: UnitOfWork, draft: ConversationDraft, talk_id: UUID) -> None:
    """Let appointments follow a talk that was recorded or corrected.

    The planned one that it was becomes *held*; the next talk that it names is planned, moved or
    called off.
    """
    assert draft.held_on is not None
    known = queries_appointments.list_appointments(work, student_ids=[draft.student_id])
    planned = [view for view in known if view.status is AppointmentStatus.PLANNED]
    following = draft.next_talk
    if draft.corrects is None:
        was = fulfilled(planned, draft.kind, draft.held_on)
        if was is not None:
            planned.remove(was)
            held = queries_appointments.find_appointment(work, was.id)
            held.status, held.talk_id = AppointmentStatus.HELD, talk_id
            held.updated_at = work.clock.now()
    made = [view for view in known if view.from_talk == talk_id]
    if following is None:
        for view in made:
            if view in planned:
                call_off(work, queries_appointments.find_appointment(work, view.id))
    elif not made:
        if not any((view.on, view.kind) == (following.on, following.kind) for view in planned):
            plan(work, _next(draft.student_id, talk_id, following), from_talk=talk_id)
    elif made[0] in planned and (made[0].on, made[0].at, made[0].kind) != (
        following.on,
        following.at,
        following.kind,
    ):
        moved = queries_appointments.find_appointment(work, made[0].id)
        moved.on, moved.at, moved.kind = following.on, following.at, following.kind
        _changed(work, moved)


def _next(student_id: UUID, talk_id: UUID, following: NextTalk) -> AppointmentDraft:
    # The same in two databases that hold the same talk, so that a workbook brings it once.
    return AppointmentDraft(
        uuid5(talk_id, "next"), student_id, following.kind, following.on, following.at
    )


def check(draft: AppointmentDraft) -> None:
    """Refuse a time or a length that is none."""
    if not TIME_OF_DAY.fullmatch(draft.at):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf de tijd als 09:20."))
    if not 0 <= draft.minutes <= MOST_MINUTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een gesprek duurt hooguit {limit} minuten."),
            limit=MOST_MINUTES,
        )


def _fill(appointment: Appointment, draft: AppointmentDraft) -> None:
    appointment.kind, appointment.form = draft.kind, draft.form
    appointment.on, appointment.at = draft.on, draft.at
    appointment.minutes = draft.minutes or minutes_of(draft.kind)
    appointment.room_id, appointment.placement_id = draft.room_id, draft.placement_id


def _changed(work: UnitOfWork, appointment: Appointment) -> None:
    appointment.sequence += 1
    appointment.updated_at = work.clock.now()
