"""Reading talks and agreements, always through ``people.access``.

On a school's server the text of a talk shows only while its dossier is open (``storage.audit``).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from lob_workbench.domain.career import CareerCompetence
from lob_workbench.domain.contributions import StudentFacts
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.conversations.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.features.conversations.rules import (
    AgreementStatus,
    AgreementView,
    AskedQuestion,
    ConversationRow,
    ConversationView,
    NextTalk,
    StudentResponse,
    TopicText,
)
from lob_workbench.people.access import (
    own_students,
    readable_students,
    require,
    visible_students,
)
from lob_workbench.people.queries import get_student
from lob_workbench.people.records import StaffMember, Student, StudentGroup
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.audit import AuditEntry
from lob_workbench.storage.unit_of_work import UnitOfWork

_COMPETENCES = list(CareerCompetence)


def newest() -> sa.ColumnElement[bool]:
    """Of every talk only the newest version."""
    later = sa.orm.aliased(Conversation)
    return ~sa.exists().where(
        later.talk_id == Conversation.talk_id,
        later.version_number > Conversation.version_number,
    )


def list_conversations(
    work: UnitOfWork, *, student_id: UUID | None = None, limit: int | None = None
) -> tuple[ConversationRow, ...]:
    """Recorded talks of the readable students, newest first; of one student with their summary."""
    verdict = (
        sa.select(StudentResponseRecord.verdict)
        .where(StudentResponseRecord.conversation_id == Conversation.id)
        .order_by(StudentResponseRecord.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        sa.select(
            Conversation,
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name,
            verdict,
            ConversationText.summary if student_id is not None else sa.literal(""),
        )
        .join(Student, Conversation.student_id == Student.id)
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .where(readable_students(work), newest())
        .order_by(Conversation.held_on.desc(), Conversation.id.desc())
        .limit(limit)
    )
    if student_id is not None:
        query = query.join(ConversationText).where(Conversation.student_id == student_id)
    return tuple(
        ConversationRow(
            id=talk.id,
            talk_id=talk.talk_id,
            student_id=talk.student_id,
            student_name=PersonName(first, infix, last).full,
            group=group or "",
            kind=talk.kind,
            form=talk.form,
            held_on=talk.held_on,
            next_talk=next_talk_of(talk),
            summary=summary,
            version_number=talk.version_number,
            verdict=said,
        )
        for talk, first, infix, last, group, said, summary in work.session.execute(query)
    )


def find_conversation(work: UnitOfWork, conversation_id: UUID) -> Conversation:
    """One version of a talk of a readable student, no text; raises ``NotFound`` otherwise."""
    query = (
        sa.select(Conversation)
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.id == conversation_id, readable_students(work))
    )
    talk = work.session.scalars(query).one_or_none()
    if talk is None:
        raise NotFound
    return talk


def get_conversation(work: UnitOfWork, conversation_id: UUID) -> ConversationView:
    """One version of a talk, complete."""
    query = (
        sa.select(Conversation)
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.id == conversation_id, readable_students(work))
        .options(
            joinedload(Conversation.text, innerjoin=True),
            selectinload(Conversation.topics),
            selectinload(Conversation.questions),
        )
        .execution_options(populate_existing=True)
    )
    talk = work.session.scalars(query).one_or_none()
    if talk is None:
        raise NotFound
    return ConversationView(
        id=talk.id,
        talk_id=talk.talk_id,
        student=get_student(work, talk.student_id),
        kind=talk.kind,
        form=talk.form,
        held_on=talk.held_on,
        focus=talk.text.focus,
        questions=tuple(
            AskedQuestion(question.question_id, question.text)
            for question in sorted(talk.questions, key=lambda question: question.position)
        ),
        summary=talk.text.summary,
        topics=tuple(
            TopicText(topic.competence, topic.experience, topic.meaning, topic.takeaway)
            for topic in sorted(talk.topics, key=lambda topic: _COMPETENCES.index(topic.competence))
        ),
        agreements=agreements_of_version(work, talk),
        next_talk=next_talk_of(talk),
        response=_response(work, talk.id),
        counsellor=work.session.scalars(
            sa.select(StaffMember.name).where(StaffMember.id == talk.author_id)
        ).one(),
        version_number=talk.version_number,
        versions=versions_of(work, talk.talk_id),
        reason=talk.text.reason,
        recorded_at=talk.recorded_at,
    )


def next_talk_of(talk: Conversation) -> NextTalk | None:
    """The next talk as this version planned it."""
    if talk.next_on is None:
        return None
    return NextTalk(talk.next_on, talk.next_at, talk.next_kind or talk.kind)


def versions_of(work: UnitOfWork, talk_id: UUID) -> tuple[UUID, ...]:
    """The ids of the versions of a talk, the first one first."""
    query = (
        sa.select(Conversation.id)
        .where(Conversation.talk_id == talk_id)
        .order_by(Conversation.version_number)
    )
    return tuple(work.session.scalars(query))


def _response(work: UnitOfWork, conversation_id: UUID) -> StudentResponse | None:
    query = (
        sa.select(
            StudentResponseRecord.verdict,
            StudentResponseText.text,
            StudentResponseRecord.given_on,
        )
        .join(StudentResponseText)
        .where(StudentResponseRecord.conversation_id == conversation_id)
        .order_by(StudentResponseRecord.id.desc())
        .limit(1)
    )
    said = work.session.execute(query).one_or_none()
    return StudentResponse(said.verdict, said.text, said.given_on) if said else None


def _agreements(work: UnitOfWork) -> sa.Select[Agreement, str, str, str, str, str, UUID | None]:
    return (
        sa.select(
            Agreement,
            Student.first_name,
            Student.infix,
            Student.last_name,
            AgreementText.what,
            AgreementText.closed_reason,
            Student.counsellor_id,
        )
        .join(Student, Agreement.student_id == Student.id)
        .join(AgreementText)
        .where(readable_students(work))
    )


def _agreement_views(
    work: UnitOfWork, query: sa.Select[Agreement, str, str, str, str, str, UUID | None]
) -> tuple[AgreementView, ...]:
    rows = work.session.execute(query)
    return tuple(
        AgreementView(
            id=agreement.id,
            student_id=agreement.student_id,
            student_name=PersonName(first, infix, last).full,
            what=what,
            owner=agreement.owner,
            due_on=agreement.due_on,
            status=agreement.status,
            closed_on=agreement.closed_on,
            closed_reason=closed_reason,
            made_on=agreement.made_on,
            version=agreement.version,
            own=counsellor_id == work.actor.staff_id,
        )
        for agreement, first, infix, last, what, closed_reason, counsellor_id in rows
    )


def agreements_of_version(work: UnitOfWork, talk: Conversation) -> tuple[AgreementView, ...]:
    """The agreements as this version of the talk made them, in the order of writing."""
    query = (
        _agreements(work)
        .where(
            Agreement.talk_id == talk.talk_id,
            Agreement.student_id == talk.student_id,
            Agreement.made_in <= talk.version_number,
            sa.or_(Agreement.withdrawn_in.is_(None), Agreement.withdrawn_in > talk.version_number),
        )
        .order_by(Agreement.position, Agreement.id)
    )
    return _agreement_views(work, query)


def list_agreements(
    work: UnitOfWork, *, student_id: UUID | None = None, only_open: bool = False
) -> tuple[AgreementView, ...]:
    """Agreements that stand, of one readable student or all own ones: the earliest date first."""
    query = (
        _agreements(work)
        .where(Agreement.withdrawn_in.is_(None))
        .order_by(
            Agreement.status != AgreementStatus.OPEN,
            Agreement.due_on.is_(None),
            Agreement.due_on,
            Agreement.id,
        )
    )
    if student_id is not None:
        query = query.where(Agreement.student_id == student_id)
    else:
        # Who reads along opens the dossier, so that Inzage tells it.
        query = query.where(own_students(work))
    if only_open:
        query = query.where(Agreement.status == AgreementStatus.OPEN)
    return _agreement_views(work, query)


def student_of_agreement(work: UnitOfWork, agreement_id: UUID) -> UUID:
    """Whose agreement it is; raises ``NotFound`` for one of a student who is not the actor's."""
    query = (
        sa.select(Agreement.student_id)
        .join(Student, Agreement.student_id == Student.id)
        .where(Agreement.id == agreement_id, own_students(work))
    )
    student_id = work.session.scalar(query)
    if student_id is None:
        raise NotFound
    return student_id


def find_agreement(work: UnitOfWork, agreement_id: UUID) -> Agreement:
    """One agreement of an own student, to change; raises ``NotFound`` otherwise."""
    query = (
        sa.select(Agreement)
        .join(Student, Agreement.student_id == Student.id)
        .where(Agreement.id == agreement_id, own_students(work))
        .options(joinedload(Agreement.text, innerjoin=True))
    )
    agreement = work.session.scalars(query).one_or_none()
    if agreement is None:
        raise NotFound
    return agreement


def last_changed_by(work: UnitOfWork, kind: str, record: UUID) -> tuple[UUID, str] | None:
    """Who changed a record last, as the audit log tells; ``None`` when it does not say."""
    query = (
        sa.select(StaffMember.id, StaffMember.name)
        .join(AuditEntry, AuditEntry.staff_id == StaffMember.id)
        # The server writes ids with dashes, a workbook without.
        .where(AuditEntry.kind == kind, AuditEntry.record.in_([str(record), record.hex]))
        .order_by(AuditEntry.ordinal.desc())
        .limit(1)
    )
    found = work.session.execute(query).one_or_none()
    return None if found is None else (found.id, found.name)


def require_own(work: UnitOfWork, student_id: UUID) -> None:
    """Raise ``NotFound`` for a student whose talks the actor may not record."""
    require(work, student_id, own_students(work))


def last_talks(
    work: UnitOfWork, student_ids: Sequence[UUID] | None = None
) -> dict[UUID, tuple[date, NextTalk | None]]:
    """Per visible student the day of the newest talk and the next talk that it planned."""
    # One step into the index for each student: a student has a hundred talks, a list shows one.
    newest_id = (
        sa.select(Conversation.id)
        .where(Conversation.student_id == Student.id, newest())
        # The order of every list of talks, and of the index.
        .order_by(Conversation.held_on.desc(), Conversation.id.desc())
        .limit(1)
        .correlate(Student)
        .scalar_subquery()
    )
    found = sa.select(newest_id.label("talk")).where(visible_students(work))
    if student_ids is not None:
        found = found.where(Student.id.in_(student_ids))
    # Apart, or the server reads all talks of these students after all to join them.
    last = found.cte("last").prefix_with("MATERIALIZED")
    query = sa.select(
        Conversation.student_id,
        Conversation.held_on,
        Conversation.kind,
        Conversation.next_on,
        Conversation.next_at,
        Conversation.next_kind,
    ).join(last, Conversation.id == last.c.talk)
    return {
        row.student_id: (
            row.held_on,
            row.next_on and NextTalk(row.next_on, row.next_at, row.next_kind or row.kind),
        )
        for row in work.session.execute(query)
    }


def student_facts(
    work: UnitOfWork, today: date, student_ids: Sequence[UUID] | None = None
) -> dict[UUID, StudentFacts]:
    """Per visible student the day of the last talk and the number of open and late agreements."""
    overdue = sa.case((Agreement.due_on < today, 1), else_=0)
    query = (
        sa.select(Agreement.student_id, sa.func.count(), sa.func.sum(overdue))
        .join(Student, Agreement.student_id == Student.id)
        .where(
            visible_students(work),
            Agreement.withdrawn_in.is_(None),
            Agreement.status == AgreementStatus.OPEN,
        )
        .group_by(Agreement.student_id)
    )
    if student_ids is not None:
        query = query.where(Agreement.student_id.in_(student_ids))
    counted = {
        student_id: (int(number), int(late))
        for student_id, number, late in work.session.execute(query)
    }
    spoken = last_talks(work, student_ids)
    facts = {}
    for student_id in {*counted, *spoken}:
        number, late = counted.get(student_id, (0, 0))
        talk = spoken.get(student_id)
        facts[student_id] = StudentFacts(
            last_talk=talk[0] if talk else None,
            next_talk=talk[1].on if talk and talk[1] else None,
            open_agreements=number,
            overdue_agreements=late,
        )
    return facts
