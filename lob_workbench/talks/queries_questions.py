"""Reading the school's own questions, and which questions a student was asked before."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.people.access import readable_students
from lob_workbench.people.queries_placements import placement_on
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import StudentView
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_talk_list import newest
from lob_workbench.talks.records import Conversation, ConversationQuestion
from lob_workbench.talks.records_questions import OwnQuestionRecord
from lob_workbench.talks.rules_questions import OwnQuestion, QuestionChoice, offered


def question_choice(work: UnitOfWork, student: StudentView) -> QuestionChoice:
    """What can be asked of this readable student today; the dossier is open."""
    today = work.clock.today()
    return QuestionChoice(
        questions=offered(own_questions(work)),
        asked=asked_questions(work, student.id),
        student=student,
        at_work=placement_on(work, student.id, today) is not None,
        today=today,
    )


def asked_questions(work: UnitOfWork, student_id: UUID) -> dict[str, date]:
    """By id of a question the last day on which this readable student was asked it.

    The dossier is open: on a school's server the questions of a talk show only then.
    """
    query = (
        sa.select(ConversationQuestion.question_id, sa.func.max(Conversation.held_on))
        .join(Conversation, ConversationQuestion.conversation_id == Conversation.id)
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.student_id == student_id, readable_students(work), newest())
        .group_by(ConversationQuestion.question_id)
    )
    return dict(work.session.execute(query).all())


def own_questions(work: UnitOfWork) -> tuple[OwnQuestion, ...]:
    """All of them, the retired ones too, the newest first."""
    query = (
        sa.select(OwnQuestionRecord, StaffMember.name)
        .join(StaffMember, OwnQuestionRecord.author_id == StaffMember.id)
        .order_by(OwnQuestionRecord.id.desc())
    )
    return tuple(_view(record, author) for record, author in work.session.execute(query))


def _view(record: OwnQuestionRecord, author: str) -> OwnQuestion:
    return OwnQuestion(
        id=record.id,
        text=record.text,
        competence=record.competence,
        phases=record.phases,
        kinds=record.kinds,
        author_id=record.author_id,
        author=author,
        written_at=record.written_at,
        retired_at=record.retired_at,
        version=record.version,
    )
