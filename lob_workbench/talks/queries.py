"""Reading talks and agreements, always through ``people.access``.

On a school's server the text of a talk shows only while its dossier is open (``storage.audit``).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from lob_workbench.domain.career import CareerCompetence, ConversationForm
from lob_workbench.domain.contributions import StudentFacts
from lob_workbench.domain.errors import NotFound
from lob_workbench.people.access import (
    own_students,
    readable_students,
    require,
    visible_students,
)
from lob_workbench.people.queries import get_student
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.storage.audit import AuditEntry
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_agreements import agreements_back_in, agreements_of_version
from lob_workbench.talks.queries_appointments import next_days
from lob_workbench.talks.queries_talk_list import as_rows, newest, next_talk_of, talk_rows
from lob_workbench.talks.queries_voices import marks_of_talk, voices_of_talk
from lob_workbench.talks.records import (
    Agreement,
    Conversation,
    ConversationText,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.rules import (
    AgreementStatus,
    AskedQuestion,
    ConversationRow,
    ConversationView,
    Party,
    StudentResponse,
    TopicText,
)

_COMPETENCES = list(CareerCompetence)


def list_conversations(
    work: UnitOfWork, *, student_id: UUID | None = None, limit: int | None = None
) -> tuple[ConversationRow, ...]:
    """Recorded talks of the readable students, newest first; of one student with their summary."""
    summary = sa.literal("") if student_id is None else ConversationText.summary
    query = (
        talk_rows(summary)
        .where(readable_students(work), newest())
        .order_by(Conversation.held_on.desc(), Conversation.id.desc())
        .limit(limit)
    )
    if student_id is not None:
        query = query.join(ConversationText).where(Conversation.student_id == student_id)
    return as_rows(work, query)


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
    of_three = talk.form is ConversationForm.TRIALOGUE
    said = _responses(work, talk.id, Party.STUDENT)
    company = _responses(work, talk.id, Party.COMPANY)
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
        response=said[-1] if said else None,
        earlier_responses=said[:-1],
        company_response=company[-1] if company else None,
        returned=agreements_back_in(work, talk),
        counsellor=work.session.scalars(
            sa.select(StaffMember.name).where(StaffMember.id == talk.author_id)
        ).one(),
        version_number=talk.version_number,
        versions=versions_of(work, talk.talk_id),
        reason=talk.text.reason,
        recorded_at=talk.recorded_at,
        voices=voices_of_talk(work, talk.talk_id) if of_three else (),
        marks=marks_of_talk(work, talk.talk_id) if of_three else (),
    )


def versions_of(work: UnitOfWork, talk_id: UUID) -> tuple[UUID, ...]:
    """The ids of the versions of a talk, the first one first."""
    query = (
        sa.select(Conversation.id)
        .where(Conversation.talk_id == talk_id)
        .order_by(Conversation.version_number)
    )
    return tuple(work.session.scalars(query))


def _responses(
    work: UnitOfWork, conversation_id: UUID, party: Party
) -> tuple[StudentResponse, ...]:
    """What a party said of a version, the first word first."""
    query = (
        sa.select(
            StudentResponseRecord.verdict,
            StudentResponseText.text,
            StudentResponseRecord.given_on,
        )
        .join(StudentResponseText)
        .where(
            StudentResponseRecord.conversation_id == conversation_id,
            StudentResponseRecord.party == party,
        )
        .order_by(StudentResponseRecord.id)
    )
    return tuple(
        StudentResponse(said.verdict, said.text, said.given_on)
        for said in work.session.execute(query)
    )


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


def last_talks(work: UnitOfWork, student_ids: Sequence[UUID] | None = None) -> dict[UUID, date]:
    """Per visible student the day of the newest talk."""
    # One step into the index for each student: a student has a hundred talks, a list shows one.
    newest_day = (
        sa.select(Conversation.held_on)
        .where(Conversation.student_id == Student.id, newest())
        # The order of every list of talks, and of the index.
        .order_by(Conversation.held_on.desc(), Conversation.id.desc())
        .limit(1)
        .correlate(Student)
        .scalar_subquery()
    )
    query = sa.select(Student.id, newest_day.label("held_on")).where(visible_students(work))
    if student_ids is not None:
        query = query.where(Student.id.in_(student_ids))
    return {row.id: row.held_on for row in work.session.execute(query) if row.held_on is not None}


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
    planned = next_days(work, student_ids)
    facts = {}
    for student_id in {*counted, *spoken, *planned}:
        number, late = counted.get(student_id, (0, 0))
        facts[student_id] = StudentFacts(
            last_talk=spoken.get(student_id),
            next_talk=planned.get(student_id),
            open_agreements=number,
            overdue_agreements=late,
        )
    return facts


def require_party(work: UnitOfWork, conversation_id: UUID, party: Party) -> Conversation:
    """The version of a talk of an own student on which ``party`` has a word; else ``NotFound``."""
    talk = find_conversation(work, conversation_id)
    require_own(work, talk.student_id)
    of_three = talk.form is ConversationForm.TRIALOGUE
    if party is Party.SCHOOL or (party is Party.COMPANY and not of_three):
        raise NotFound
    return talk
