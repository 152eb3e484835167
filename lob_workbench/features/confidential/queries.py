"""Reading restricted notes; callers ask ``cared_students`` first and open the dossier."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.features.confidential.records import ConfidentialMark, ConfidentialNote
from lob_workbench.features.confidential.rules import Note, NoteVersion, notes_of
from lob_workbench.people.access import cared_students, own_students
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_notes(work: UnitOfWork, student_id: UUID) -> tuple[Note, ...]:
    """The notes of a student that is active at the actor as second line."""
    query = (
        sa.select(
            ConfidentialNote.id,
            ConfidentialNote.author_id,
            StaffMember.name,
            ConfidentialNote.written_at,
            ConfidentialNote.text,
            ConfidentialNote.replaces,
        )
        .join(Student, ConfidentialNote.student_id == Student.id)
        .join(StaffMember, ConfidentialNote.author_id == StaffMember.id)
        .where(Student.id == student_id, cared_students(work))
    )
    return notes_of(NoteVersion(*row) for row in work.session.execute(query))


def is_cared_for(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether the student is active at the actor as second line."""
    query = sa.select(Student.id).where(Student.id == student_id, cared_students(work))
    return work.session.scalar(query) is not None


def is_marked_own(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether an own student of this counsellor has restricted notes."""
    query = (
        sa.select(ConfidentialMark.student_id)
        .join(Student, ConfidentialMark.student_id == Student.id)
        .where(Student.id == student_id, own_students(work))
    )
    return work.session.scalar(query) is not None
