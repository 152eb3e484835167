"""Reading notes: those of readable dossiers, which callers open first, and the actor's own."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.notes.records import DossierNote, WorkingNote
from lob_workbench.features.notes.rules import Choice, Note, NoteKind
from lob_workbench.people.access import own_students, readable_students
from lob_workbench.people.queries import list_own_students
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Conversation


def dossier_notes(work: UnitOfWork, student_id: UUID) -> tuple[Note, ...]:
    """The notes of a readable dossier that stand, newest first."""
    query = (
        sa.select(
            DossierNote.id,
            DossierNote.student_id,
            DossierNote.author_id,
            StaffMember.name,
            DossierNote.kind,
            DossierNote.text,
            DossierNote.written_at,
        )
        .join(Student, DossierNote.student_id == Student.id)
        .join(StaffMember, DossierNote.author_id == StaffMember.id)
        .where(
            DossierNote.student_id == student_id,
            DossierNote.withdrawn_at.is_(None),
            readable_students(work),
        )
        .order_by(DossierNote.written_at.desc(), DossierNote.id.desc())
    )
    return tuple(
        Note(id_, student, author_id, author, NoteKind(kind), text, written_at)
        for id_, student, author_id, author, kind, text, written_at in work.session.execute(query)
    )


def working_notes(work: UnitOfWork, student_id: UUID) -> tuple[Note, ...]:
    """The actor's own working notes on a readable student, newest first; nobody else's, ever."""
    query = (
        sa.select(WorkingNote)
        .join(Student, WorkingNote.student_id == Student.id)
        .where(
            WorkingNote.student_id == student_id,
            WorkingNote.author_id == work.actor.staff_id,
            readable_students(work),
        )
        .order_by(WorkingNote.written_at.desc(), WorkingNote.id.desc())
    )
    return tuple(as_note(work, record) for record in work.session.scalars(query))


def as_note(work: UnitOfWork, record: WorkingNote) -> Note:
    """An own working note as its writer sees it."""
    return Note(
        record.id,
        record.student_id,
        record.author_id,
        work.actor.name,
        NoteKind.WORKING,
        record.text,
        record.written_at,
        record.version,
    )


def find_dossier_note(work: UnitOfWork, note_id: UUID) -> DossierNote | None:
    """An own note of the dossier of an own student, also one that was taken back."""
    query = (
        sa.select(DossierNote)
        .join(Student, DossierNote.student_id == Student.id)
        .where(
            DossierNote.id == note_id,
            DossierNote.author_id == work.actor.staff_id,
            own_students(work),
        )
    )
    return work.session.scalars(query).one_or_none()


def find_working_note(work: UnitOfWork, note_id: UUID) -> WorkingNote | None:
    """An own working note on a readable student."""
    query = (
        sa.select(WorkingNote)
        .join(Student, WorkingNote.student_id == Student.id)
        .where(
            WorkingNote.id == note_id,
            WorkingNote.author_id == work.actor.staff_id,
            readable_students(work),
        )
    )
    return work.session.scalars(query).one_or_none()


def get_working_note(work: UnitOfWork, note_id: UUID) -> WorkingNote:
    """The same; raises ``NotFound`` when it is not there or not the actor's."""
    found = find_working_note(work, note_id)
    if found is None:
        raise NotFound
    return found


def own_choices(work: UnitOfWork) -> tuple[Choice, ...]:
    """The actor's own students by name."""
    return tuple(Choice(row.id, row.name.full, row.group) for row in list_own_students(work))


def student_at(work: UnitOfWork, entity: UUID) -> UUID | None:
    """The own student that a page is about: ``entity`` is the student or one of the talks."""
    of_a_talk = sa.select(Conversation.student_id).where(Conversation.id == entity)
    query = sa.select(Student.id).where(
        sa.or_(Student.id == entity, Student.id.in_(of_a_talk)), own_students(work)
    )
    return work.session.scalar(query)


def last_talk(work: UnitOfWork, student_id: UUID) -> date | None:
    """The day of the last talk with a readable student."""
    query = (
        sa.select(sa.func.max(Conversation.held_on))
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.student_id == student_id, readable_students(work))
    )
    return work.session.scalar(query)


def noted_since(notes: tuple[Note, ...], day: date | None) -> bool:
    """Whether one of ``notes`` is of after ``day`` (``None``: whether there is one)."""
    return any(day is None or local(note.written_at).date() > day for note in notes)
