"""Writing notes, reading them, and taking one back."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.notes import drafts, queries
from lob_workbench.features.notes.records import DossierNote, WorkingNote
from lob_workbench.features.notes.rules import (
    Capture,
    Note,
    NoteDraft,
    NoteKind,
    StudentNotes,
    checked,
    may_take_back,
)
from lob_workbench.people.access import own_students, readable_students, require
from lob_workbench.people.queries import get_student
from lob_workbench.people.rules import has_student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork

_ANOTHER_DAY = QT_TRANSLATE_NOOP(
    "errors", "Een notitie van een andere dag blijft in het dossier staan. Schrijf er een bij."
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A note that was written down, changed, taken back or put back."""

    note: Note
    changes: Changes


@operation(Right.READ_TALKS)
def read_notes(work: UnitOfWork, student_id: UUID) -> StudentNotes:
    """The notes of the dossier and the actor's own working notes, newest first.

    Raises ``NotFound`` for a student whose dossier the actor may not read.
    """
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    notes = (
        *queries.dossier_notes(work, student_id),
        *queries.working_notes(work, student_id),
    )
    return StudentNotes(
        student_id=student_id,
        own=has_student(work.actor, get_student(work, student_id)),
        notes=tuple(sorted(notes, key=lambda note: (note.written_at, note.id), reverse=True)),
        kept=_kept(work, drafts.TAB, student_id) or NoteDraft(new_id(), student_id),
    )


@operation(Right.RECORD_TALKS)
def begin_capture(work: UnitOfWork, entity: UUID | None) -> Capture:
    """What quick capture needs: own students, and which one the page in sight is about.

    ``entity`` is what the page shows, a student or a talk; names only, no dossier is opened.
    """
    return Capture(
        students=queries.own_choices(work),
        present=None if entity is None else queries.student_at(work, entity),
        kept=_kept(work, drafts.QUICK, work.actor.staff_id) or NoteDraft(new_id()),
    )


@operation(Right.RECORD_TALKS)
def keep_capture(work: UnitOfWork, draft: NoteDraft) -> datetime:
    """Keep the line as typed for next time; an empty one is forgotten."""
    if draft.student_id is not None:
        require(work, draft.student_id, own_students(work))
    me = work.actor.staff_id
    if draft.text.strip():
        return save_draft(work, drafts.QUICK, me, drafts.to_json(draft))
    discard_draft(work, drafts.QUICK, me)
    return work.clock.now()


@operation(Right.RECORD_TALKS)
def capture(work: UnitOfWork, draft: NoteDraft) -> Recorded:
    """Write the line down as a note; raises as :func:`record` does."""
    recorded = _record(work, draft)
    discard_draft(work, drafts.QUICK, work.actor.staff_id)
    return recorded


@operation(Right.RECORD_TALKS)
def keep_draft(work: UnitOfWork, draft: NoteDraft) -> datetime:
    """Keep what was typed on the page of a student, as typed. Only its writer reads it."""
    student_id, subject = _addressed(draft)
    require(work, student_id, own_students(work))
    return save_draft(work, drafts.TAB, subject, drafts.to_json(draft))


@operation(Right.RECORD_TALKS)
def put_back_draft(work: UnitOfWork, draft: NoteDraft) -> Changes:
    """Keep a draft again that was thrown away."""
    keep_draft(work, draft)
    return Changes.of("working_note", _addressed(draft)[0])


@operation(Right.RECORD_TALKS)
def drop_draft(work: UnitOfWork, draft: NoteDraft) -> Changes:
    """Throw the draft away."""
    student_id, subject = _addressed(draft)
    discard_draft(work, drafts.TAB, subject)
    return Changes.of("working_note", student_id)


@operation(Right.RECORD_TALKS)
def begin_change(work: UnitOfWork, note_id: UUID) -> NoteDraft:
    """The draft that changes an own working note: the one that was begun, or what stands there."""
    record = queries.get_working_note(work, note_id)
    kept = _kept(work, drafts.TAB, note_id)
    if kept is not None:
        # What stands there is known to the writer: it is shown right below.
        return replace(kept, version=record.version)
    return NoteDraft(note_id, record.student_id, NoteKind.WORKING, record.text, record.version)


@operation(Right.RECORD_TALKS)
def record(work: UnitOfWork, draft: NoteDraft) -> Recorded:
    """Write a note down, or change an own working note (a draft with a ``version``).

    Recording the same draft twice writes once. Raises ``InputRefused`` when nothing was written
    or nobody chosen, ``NotFound`` for a student that is not the actor's, and ``StaleSave`` when
    it was changed or recorded with other words at another desk.
    """
    recorded = _record(work, draft)
    discard_draft(work, drafts.TAB, _addressed(draft)[1])
    return recorded


@operation(Right.RECORD_TALKS)
def take_back(work: UnitOfWork, note: Note) -> Recorded:
    """Take an own note away: a working note for good, one of the dossier on its own day only.

    Raises ``NotFound`` for a note that is not there or not the actor's, and ``InputRefused`` on
    another day.
    """
    if note.kind is NoteKind.WORKING:
        found = queries.get_working_note(work, note.id)
        gone = queries.as_note(work, found)
        work.session.delete(found)
        return Recorded(gone, Changes.of("working_note", note.student_id))
    _own_dossier_note(work, note).withdrawn_at = work.clock.now()
    return Recorded(note, Changes.of("dossier_note", note.student_id))


@operation(Right.RECORD_TALKS)
def put_back(work: UnitOfWork, note: Note) -> Recorded:
    """Undo :func:`take_back`; raises likewise."""
    if note.kind is NoteKind.WORKING:
        require(work, note.student_id, own_students(work))
        draft = NoteDraft(note.id, note.student_id, note.kind, note.text)
        return _add_working(work, checked(draft), note.student_id, note.written_at)
    _own_dossier_note(work, note).withdrawn_at = None
    return Recorded(note, Changes.of("dossier_note", note.student_id))


def _kept(work: UnitOfWork, screen: str, subject: UUID) -> NoteDraft | None:
    saved = load_draft(work, screen, subject)
    return None if saved is None else drafts.from_json(saved.content)


def _addressed(draft: NoteDraft) -> tuple[UUID, UUID]:
    """The student of the draft, and what it is kept under."""
    if draft.student_id is None or draft.subject is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies eerst een student."))
    return draft.student_id, draft.subject


def _record(work: UnitOfWork, draft: NoteDraft) -> Recorded:
    student_id, _ = _addressed(draft)
    if draft.kind is not NoteKind.WORKING:
        open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    ready = checked(draft)
    if ready.kind is not NoteKind.WORKING:
        return _add_to_dossier(work, ready, student_id)
    if ready.version is None:
        return _add_working(work, ready, student_id, work.clock.now())
    found = queries.get_working_note(work, ready.id)
    if found.version != ready.version:
        raise StaleSave
    found.text = ready.text
    found.updated_at = work.clock.now()
    work.session.flush()
    return Recorded(queries.as_note(work, found), Changes.of("working_note", student_id))


def _add_to_dossier(work: UnitOfWork, ready: NoteDraft, student_id: UUID) -> Recorded:
    note = Note(
        ready.id,
        student_id,
        work.actor.staff_id,
        work.actor.name,
        ready.kind,
        ready.text,
        work.clock.now(),
    )
    changes = Changes.of("dossier_note", student_id)
    known = queries.find_dossier_note(work, ready.id)
    if known is not None:
        if (known.student_id, known.text) != (student_id, ready.text):
            raise StaleSave
        return Recorded(replace(note, written_at=known.written_at), changes)
    work.session.add(
        DossierNote(
            id=note.id,
            student_id=student_id,
            author_id=note.author_id,
            kind=note.kind.value,
            text=note.text,
            written_at=note.written_at,
        )
    )
    work.flush_first(DossierNote)
    return Recorded(note, changes)


def _add_working(
    work: UnitOfWork, ready: NoteDraft, student_id: UUID, written_at: datetime
) -> Recorded:
    changes = Changes.of("working_note", student_id)
    known = queries.find_working_note(work, ready.id)
    if known is None:
        known = WorkingNote(
            id=ready.id,
            student_id=student_id,
            author_id=work.actor.staff_id,
            text=ready.text,
            written_at=written_at,
            updated_at=work.clock.now(),
        )
        work.session.add(known)
        work.flush_first(WorkingNote)
    elif (known.student_id, known.text) != (student_id, ready.text):
        raise StaleSave
    return Recorded(queries.as_note(work, known), changes)


def _own_dossier_note(work: UnitOfWork, note: Note) -> DossierNote:
    open_dossier(work, note.student_id)
    found = queries.find_dossier_note(work, note.id)
    if found is None:
        raise NotFound
    stands = replace(note, author_id=found.author_id, written_at=found.written_at)
    if not may_take_back(stands, work.actor.staff_id, work.clock.now()):
        raise InputRefused(_ANOTHER_DAY)
    return found
