"""What other pages show of notes: those of the dossier. Working notes stand nowhere else."""

from uuid import UUID

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Notice, StoryItem, Tone
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.notes import queries
from lob_workbench.features.notes.rules import KIND_ICONS, NoteKind
from lob_workbench.people.access import readable_students, require
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

_KINDS = {
    NoteKind.SPOKEN: QT_TRANSLATE_NOOP("story", "Even gesproken"),
    NoteKind.NOTICED: QT_TRANSLATE_NOOP("story", "Opgevallen"),
}


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The notes of the dossier, for the time line."""
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    return tuple(
        StoryItem(
            on=local(note.written_at).date(),
            kind=_KINDS[note.kind],
            title=note.text,
            text="" if note.author_id == work.actor.staff_id else note.author,
            icon=KIND_ICONS[note.kind],
            order=str(note.id),
        )
        for note in queries.dossier_notes(work, student_id)
    )


@operation(Right.RECORD_TALKS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """For who prepares a talk: that something was noted since the last one."""
    open_dossier(work, student_id)
    notes = queries.dossier_notes(work, student_id)
    if not queries.noted_since(notes, queries.last_talk(work, student_id)):
        return ()
    words = QT_TRANSLATE_NOOP("notices", "notities sinds het laatste gesprek")
    return (Notice(words, "ph.note", Tone.CALM),)
