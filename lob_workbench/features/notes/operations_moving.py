"""Reading the notes of a student as they stand, and writing them down again at a school."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.notes import queries
from lob_workbench.features.notes.records import DossierNote, WorkingNote
from lob_workbench.features.notes.rules import Note, NoteKind
from lob_workbench.people.access import own_students, require
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.READ_TALKS)
def read_all(work: UnitOfWork, student_id: UUID) -> tuple[Note, ...]:
    """The notes of the dossier of an own student, and the actor's own working notes."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    return (*queries.dossier_notes(work, student_id), *queries.working_notes(work, student_id))


@operation(Right.RECORD_TALKS)
def write_note(work: UnitOfWork, student_id: UUID, note: Note) -> Changes:
    """Write a note down as it stood elsewhere, by the actor.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when
    the id is taken.
    """
    require(work, student_id, own_students(work))
    if note.kind is NoteKind.WORKING:
        work.session.add(
            WorkingNote(
                id=note.id,
                student_id=student_id,
                author_id=work.actor.staff_id,
                text=note.text,
                written_at=note.written_at,
                updated_at=work.clock.now(),
            )
        )
        work.session.flush()
        return Changes.of("working_note", student_id)
    work.session.add(
        DossierNote(
            id=note.id,
            student_id=student_id,
            author_id=work.actor.staff_id,
            kind=note.kind.value,
            text=note.text,
            written_at=note.written_at,
        )
    )
    work.session.flush()
    return Changes.of("dossier_note", student_id)
