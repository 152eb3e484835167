"""Proposing, reading and answering a handover."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right, Role
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.handover import drafts, queries
from lob_workbench.features.handover.records import Handover, HandoverText
from lob_workbench.features.handover.rules import (
    HandoverDraft,
    HandoverPaper,
    HandoverStatus,
    HandoverView,
    Overview,
    Prepared,
    Proposed,
    Receiver,
    checked,
    checked_reply,
)
from lob_workbench.features.handover.summary import MOST_TALKS, compose
from lob_workbench.people.access import own_students, require
from lob_workbench.people.queries import get_student, list_own_students, list_staff
from lob_workbench.people.records import Student
from lob_workbench.people.rules import StudentRow
from lob_workbench.people.rules_enrolment import EnrolmentPart
from lob_workbench.people.school import read_school
from lob_workbench.people.writing_enrolment import Enroller
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries as talk_queries
from lob_workbench.talks.queries_agreements import list_agreements
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules import PaperHead
from lob_workbench.talks.rules_appointments import AppointmentStatus

MOST_SHOWN = 200


@operation(Right.RECORD_TALKS)
def overview(work: UnitOfWork) -> Overview:
    """What waits for the actor's answer, and the latest that the actor proposed."""
    return Overview(
        incoming=queries.list_handovers(work, queries.incoming(work)),
        outgoing=queries.list_handovers(work, queries.outgoing(work), limit=MOST_SHOWN),
        answers_here=work.actor.may(Right.KEEP_WORKBOOK),
    )


@operation(Right.RECORD_TALKS)
def choices(work: UnitOfWork) -> tuple[tuple[StudentRow, ...], tuple[Receiver, ...]]:
    """The own students that can be handed over, and the colleagues who can take them.

    A student who is proposed already is left out.
    """
    proposed = sa.select(Handover.student_id).where(
        queries.outgoing(work), Handover.status == HandoverStatus.PROPOSED
    )
    taken = set(work.session.scalars(proposed))
    students = tuple(row for row in list_own_students(work) if row.id not in taken)
    receivers = tuple(
        Receiver(member.id, member.name, member.students)
        for member in list_staff(work)
        if Role.COUNSELLOR in member.roles and member.id != work.actor.staff_id
    )
    return students, receivers


@operation(Right.RECORD_TALKS)
def prepare(work: UnitOfWork, student_id: UUID) -> Prepared:
    """A student to hand over, with a summary made of the dossier, or as it was typed before."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    saved = load_draft(work, drafts.SCREEN, student_id)
    if saved is None:
        rows = talk_queries.list_conversations(work, student_id=student_id, limit=2 * MOST_TALKS)
        talks = [talk_queries.get_conversation(work, row.id) for row in rows]
        agreements = list_agreements(work, student_id=student_id, only_open=True)
        draft = HandoverDraft(student_id, compose(talks, agreements))
    else:
        draft = drafts.from_json(saved.content)
    return Prepared(get_student(work, student_id), draft, None if saved is None else saved.saved_at)


@operation(Right.RECORD_TALKS)
def keep_draft(work: UnitOfWork, draft: HandoverDraft) -> datetime:
    """Keep what was typed so far, as typed; returns the moment."""
    require(work, draft.student_id, own_students(work))
    return save_draft(work, drafts.SCREEN, draft.student_id, drafts.to_json(draft))


@operation(Right.RECORD_TALKS)
def drop_draft(work: UnitOfWork, student_id: UUID) -> Changes:
    """Throw away what was typed: the next time the summary is made again."""
    discard_draft(work, drafts.SCREEN, student_id)
    return Changes.of("draft", student_id)


@operation(Right.RECORD_TALKS)
def propose(work: UnitOfWork, wanted: Sequence[HandoverDraft], receiver_id: UUID) -> Proposed:
    """Ask a colleague to take these students over; all of them or none.

    Until the answer nothing changes. Raises ``InputRefused`` for an empty summary, for a colleague
    who is no counsellor and for a student who is proposed already, ``NotFound`` for a student who
    is not the actor's.
    """
    for draft in wanted:
        require(work, draft.student_id, own_students(work))
    students, receivers = choices(work)
    if receiver_id not in {receiver.id for receiver in receivers}:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Kies een collega die zelf studenten begeleidt.")
        )
    rows = {row.id: row for row in students}
    made = []
    for draft in wanted:
        ready = checked(draft)
        if ready.student_id not in rows:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Voor deze student wacht er al een voorstel.")
            )
        row = rows.pop(ready.student_id)
        record = Handover(
            id=new_id(),
            student_id=row.id,
            student_name=row.name.full,
            group_name=row.group,
            giver_id=work.actor.staff_id,
            receiver_id=receiver_id,
            status=HandoverStatus.PROPOSED,
            proposed_at=work.clock.now(),
            answered_at=None,
            updated_at=work.clock.now(),
            text=HandoverText(
                student_id=row.id, summary=ready.summary, addition=ready.addition, reply=""
            ),
        )
        work.session.add(record)
        work.session.flush()
        discard_draft(work, drafts.SCREEN, row.id)
        made.append(record.id)
    return Proposed(tuple(made), Changes.of("handover", *made))


@operation(Right.RECORD_TALKS)
def read(work: UnitOfWork, handover_id: UUID) -> HandoverView:
    """What goes along with a student, for who is asked to take that student over.

    The log tells that it was read. Raises ``NotFound`` unless it waits for the actor.
    """
    if work.shared:
        work.at_once(sa.select(sa.func.lob.open_handover(handover_id)))
    return queries.read_handover(work, handover_id, queries.incoming(work))


@operation(Right.RECORD_TALKS)
def confirm(work: UnitOfWork, handover_id: UUID) -> Changes:
    """Take a student over: from now on this is the actor's. Planned talks come along.

    Raises ``NotFound`` unless it waits for the actor, ``StaleSave`` when the student went to
    somebody else in between.
    """
    record = queries.find_open(work, handover_id, queries.incoming(work))
    if work.shared:
        # The guard gives a student away; nobody else may.
        if not work.session.scalar(sa.select(sa.func.lob.confirm_handover(handover_id))):
            raise StaleSave
    else:
        _give(work, record)
    return _confirmed(record)


@operation(Right.KEEP_WORKBOOK)
def confirm_on_paper(work: UnitOfWork, handover_id: UUID) -> Changes:
    """Note, on the laptop of who hands over, that the colleague said yes.

    The student leaves this caseload. Raises ``NotFound`` unless the actor proposed it.
    """
    record = queries.find_open(work, handover_id, queries.outgoing(work))
    _give(work, record)
    return _confirmed(record)


@operation(Right.RECORD_TALKS)
def decline(work: UnitOfWork, handover_id: UUID, version: int, words: str) -> Changes:
    """Say no, with the reason. Raises ``InputRefused`` without one, and ``StaleSave``."""
    reply = checked_reply(words)
    if work.shared:
        work.at_once(sa.select(sa.func.lob.open_handover(handover_id)))
    record = queries.find_open(work, handover_id, queries.incoming(work))
    if record.version != version:
        raise StaleSave
    record.text.reply = reply
    # The guard lets the receiver write a reply while the proposal is open.
    work.session.flush()
    return _answer(work, record, HandoverStatus.DECLINED)


@operation(Right.RECORD_TALKS)
def withdraw(work: UnitOfWork, handover_id: UUID, version: int) -> Changes:
    """Take an own proposal back while nobody answered it."""
    record = queries.find_open(work, handover_id, queries.outgoing(work))
    if record.version != version:
        raise StaleSave
    return _answer(work, record, HandoverStatus.WITHDRAWN)


@operation(Right.RECORD_TALKS)
def read_paper(work: UnitOfWork, draft: HandoverDraft, receiver: str) -> HandoverPaper:
    """What the paper of a handover is printed from, as it is typed now."""
    require(work, draft.student_id, own_students(work))
    school = read_school(work)
    return HandoverPaper(
        head=PaperHead(school.name, school.logo),
        student=get_student(work, draft.student_id),
        draft=checked(draft),
        giver=work.actor.name,
        receiver=receiver,
    )


def _give(work: UnitOfWork, record: Handover) -> None:
    """What the guard of a school does in ``lob.confirm_handover``, for a workbook."""
    student = work.session.get(Student, record.student_id)
    if student is None or student.counsellor_id != record.giver_id:
        raise StaleSave
    enroller = Enroller(work, work.clock.today())
    enroller.put(student, EnrolmentPart.COUNSELLOR, record.receiver_id)
    enroller.finish()
    work.session.execute(
        sa.update(Appointment)
        .where(
            Appointment.student_id == record.student_id,
            Appointment.status == AppointmentStatus.PLANNED,
        )
        .values(staff_id=record.receiver_id, version=Appointment.version + 1)
    )
    _answer(work, record, HandoverStatus.CONFIRMED)


def _answer(work: UnitOfWork, record: Handover, status: HandoverStatus) -> Changes:
    record.status = status
    record.answered_at = work.clock.now()
    record.updated_at = work.clock.now()
    return Changes.of("handover", record.id)


def _confirmed(record: Handover) -> Changes:
    return (
        Changes.of("handover", record.id)
        | Changes.of("student", record.student_id)
        | Changes.of("appointment")
    )
