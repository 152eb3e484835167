"""Reading what students prepared, always through ``people.access``.

On a school's server the answers show only while the dossier is open (``storage.audit``).
"""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, selectinload

from lob_workbench.people.access import readable_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_preparations import StudentPreparationRecord
from lob_workbench.talks.rules_preparations import PreparedAnswer, StudentPreparation


def waiting_preparation(work: UnitOfWork, student_id: UUID) -> StudentPreparation | None:
    """The last one of a readable student since the last recorded talk: it is for the next one."""
    query = _read(work, student_id).where(_since_last_talk()).limit(1)
    found = work.session.scalars(query).one_or_none()
    return None if found is None else _view(found)


def list_preparations(work: UnitOfWork, student_id: UUID) -> tuple[StudentPreparation, ...]:
    """All of a readable student, newest first."""
    return tuple(_view(found) for found in work.session.scalars(_read(work, student_id)))


def authors_of(work: UnitOfWork, student_id: UUID) -> dict[UUID, UUID]:
    """Per preparation of a readable student who lent the laptop."""
    query = (
        sa.select(StudentPreparationRecord.id, StudentPreparationRecord.author_id)
        .join(Student, StudentPreparationRecord.student_id == Student.id)
        .where(Student.id == student_id, readable_students(work))
    )
    return dict(work.session.execute(query).all())


def prepared_students(work: UnitOfWork, student_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these students, as far as they are readable, prepared for their next talk."""
    query = (
        sa.select(StudentPreparationRecord.student_id)
        .join(Student, StudentPreparationRecord.student_id == Student.id)
        .where(readable_students(work), Student.id.in_(student_ids), _since_last_talk())
        .distinct()
    )
    return frozenset(work.session.scalars(query))


def _read(work: UnitOfWork, student_id: UUID) -> sa.Select[StudentPreparationRecord]:
    return (
        sa.select(StudentPreparationRecord)
        .join(Student, StudentPreparationRecord.student_id == Student.id)
        .where(Student.id == student_id, readable_students(work))
        .order_by(StudentPreparationRecord.submitted_at.desc(), StudentPreparationRecord.id.desc())
        .options(selectinload(StudentPreparationRecord.answers))
        .execution_options(populate_existing=True)
    )


def _since_last_talk() -> sa.ColumnElement[bool]:
    """A correction is no new talk, so the first version of each counts."""
    talk = aliased(Conversation)
    return ~sa.exists().where(
        talk.student_id == StudentPreparationRecord.student_id,
        talk.version_number == 1,
        talk.recorded_at >= StudentPreparationRecord.submitted_at,
    )


def _view(found: StudentPreparationRecord) -> StudentPreparation:
    return StudentPreparation(
        found.id,
        found.submitted_at,
        tuple(
            PreparedAnswer(answer.question_id, answer.question_text, answer.answer)
            for answer in sorted(found.answers, key=lambda answer: answer.position)
        ),
    )
