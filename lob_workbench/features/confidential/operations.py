"""Writing and reading restricted notes, for the second line with an active referral."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.draft_copy import AwayFindings, AwayOffer, KeptCopy
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.confidential import drafts, queries
from lob_workbench.features.confidential.records import ConfidentialMark, ConfidentialNote
from lob_workbench.features.confidential.rules import (
    KeptDraft,
    Note,
    NoteDraft,
    StudentNotes,
    checked,
)
from lob_workbench.people.access import cared_students, require
from lob_workbench.people.queries import get_student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, own_drafts, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Recorded:
    """A note that was recorded."""

    note_id: UUID
    changes: Changes


@operation(Right.READ_CONFIDENTIAL)
def read_notes(work: UnitOfWork, student_id: UUID) -> StudentNotes:
    """The notes of a student, newest first, with the actor's own draft of a new one.

    Raises ``NotFound`` for a student without an active referral to the actor.
    """
    notes = _opened(work, student_id)
    begun = own_drafts(work, drafts.SCREEN)
    return StudentNotes(
        student_id=student_id,
        notes=notes,
        kept=_fresh(_kept(work, NoteDraft(new_id(), student_id)), notes),
        corrections=frozenset(
            note.newest.id
            for note in notes
            if any(version.id in begun for version in (note.newest, *note.earlier))
        ),
    )


@operation(Right.READ_CONFIDENTIAL)
def prepare_correction(work: UnitOfWork, student_id: UUID, note_id: UUID) -> KeptDraft:
    """A draft that corrects an own note: the one that was begun, or a copy of what stands there.

    ``note_id`` is any version; a draft that was begun on an earlier one goes on from the newest.
    Raises ``NotFound`` for a note that is not there or not the actor's.
    """
    notes = _opened(work, student_id)
    note = _own_note(work, notes, note_id)
    newest = note.newest
    fresh = NoteDraft(new_id(), student_id, newest.text, newest.id)
    for version in note.earlier:
        kept = _kept(work, replace(fresh, replaces=version.id))
        if kept.saved_at is not None:
            discard_draft(work, drafts.SCREEN, version.id)
            keep_draft(work, replace(kept.draft, replaces=newest.id))
    return _fresh(_kept(work, fresh), notes)


@operation(Right.READ_CONFIDENTIAL)
def keep_draft(work: UnitOfWork, draft: NoteDraft) -> datetime:
    """Keep what was typed so far, as typed; returns the moment. Only its writer reads it."""
    require(work, draft.student_id, cared_students(work))
    return save_draft(work, drafts.SCREEN, draft.subject, drafts.to_json(draft))


@operation(Right.READ_CONFIDENTIAL)
def put_back_draft(work: UnitOfWork, draft: NoteDraft) -> Changes:
    """Keep a draft again that was thrown away."""
    keep_draft(work, draft)
    return Changes.of("confidential_note", draft.student_id)


@operation(Right.READ_CONFIDENTIAL)
def drop_draft(work: UnitOfWork, draft: NoteDraft) -> Changes:
    """Throw the draft away."""
    discard_draft(work, drafts.SCREEN, draft.subject)
    return Changes.of("confidential_note", draft.student_id)


@operation(Right.READ_CONFIDENTIAL)
def record(work: UnitOfWork, draft: NoteDraft) -> Recorded:
    """Turn the draft into a note that never changes again; a correction becomes a new version.

    Recording the same draft twice writes once. Raises ``InputRefused`` (see ``rules.checked``),
    ``NotFound`` for a student without an active referral or a note of somebody else, and
    ``StaleSave`` when the corrected version is not the newest any more, or when this draft was
    recorded at another desk with other words.
    """
    notes = _opened(work, draft.student_id)
    ready = checked(draft)
    changes = Changes.of("confidential_note", ready.id, ready.student_id)
    for note in notes:
        for version in (note.newest, *note.earlier):
            if version.id == ready.id:
                if (version.text, version.replaces) != (ready.text, ready.replaces):
                    raise StaleSave
                return Recorded(ready.id, changes)
    if ready.replaces is not None:
        corrected = _own_note(work, notes, ready.replaces)
        if corrected.newest.id != ready.replaces:
            raise StaleSave
    _mark(work, ready.student_id)
    work.session.add(
        ConfidentialNote(
            id=ready.id,
            student_id=ready.student_id,
            author_id=work.actor.staff_id,
            text=ready.text,
            written_at=work.clock.now(),
            replaces=ready.replaces,
        )
    )
    discard_draft(work, drafts.SCREEN, ready.subject)
    return Recorded(ready.id, changes)


@operation(Right.READ_CONFIDENTIAL)
def compare_copies(work: UnitOfWork, copies: Sequence[KeptCopy]) -> AwayFindings:
    """Which copies on this laptop the school has already, and which are to be offered.

    A copy of a student without an active referral (any more) is neither: it stays where it is.
    """
    offers: list[AwayOffer] = []
    known: list[KeptCopy] = []
    for kept in copies:
        if kept.copy.screen != drafts.SCREEN:
            continue
        draft = drafts.from_json(kept.copy.content)
        try:
            notes = _opened(work, draft.student_id)
        except NotFound:
            continue
        saved = load_draft(work, drafts.SCREEN, kept.copy.entity_id)
        words = draft.text.strip()
        recorded = any(
            version.id == draft.id and version.text.strip() == words
            for note in notes
            for version in (note.newest, *note.earlier)
        )
        if not words or recorded or (saved is not None and saved.content == kept.copy.content):
            known.append(kept)
        else:
            name = get_student(work, draft.student_id).name.full
            target = Target("students", draft.student_id, "confidential")
            offers.append(AwayOffer(kept, name, target))
    return AwayFindings(tuple(offers), tuple(known))


def _opened(work: UnitOfWork, student_id: UUID) -> tuple[Note, ...]:
    open_dossier(work, student_id)
    require(work, student_id, cared_students(work))
    return queries.list_notes(work, student_id)


def _own_note(work: UnitOfWork, notes: tuple[Note, ...], version_id: UUID) -> Note:
    """The note of this version. Only who wrote it corrects it; a colleague writes a note beside."""
    for note in notes:
        if note.has(version_id) and note.newest.author_id == work.actor.staff_id:
            return note
    raise NotFound


def _kept(work: UnitOfWork, empty: NoteDraft) -> KeptDraft:
    saved = load_draft(work, drafts.SCREEN, empty.subject)
    if saved is None:
        return KeptDraft(empty)
    return KeptDraft(drafts.from_json(saved.content), saved.saved_at)


def _fresh(kept: KeptDraft, notes: tuple[Note, ...]) -> KeptDraft:
    """The draft under an id that no record has: one desk recorded it, another typed on in it."""
    if any(note.has(kept.draft.id) for note in notes):
        return replace(kept, draft=replace(kept.draft, id=new_id()))
    return kept


def _mark(work: UnitOfWork, student_id: UUID) -> None:
    """Let the counsellor know that there is a note. At a school the guard itself does this."""
    if not work.shared and work.session.get(ConfidentialMark, student_id) is None:
        work.session.add(ConfidentialMark(student_id=student_id))
