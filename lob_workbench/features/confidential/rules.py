"""What a restricted note is: versions that replace each other, and the draft of one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """One version of a note as it was written; it never changes."""

    id: UUID
    author_id: UUID
    author: str
    written_at: datetime
    text: str
    replaces: UUID | None


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its newest version, and those before it, the latest of them first."""

    newest: NoteVersion
    earlier: tuple[NoteVersion, ...] = ()

    @property
    def first(self) -> NoteVersion:
        """How it began."""
        return self.earlier[-1] if self.earlier else self.newest

    def has(self, version_id: UUID | None) -> bool:
        """Whether this is one of its versions."""
        return any(version.id == version_id for version in (self.newest, *self.earlier))


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is being written, as typed. ``replaces`` is the version that it corrects."""

    id: UUID
    student_id: UUID
    text: str = ""
    replaces: UUID | None = None

    @property
    def subject(self) -> UUID:
        """What the draft is kept under: a new note by its student, a correction by its version."""
        return self.replaces or self.student_id


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft and when it was last kept; ``None`` for one that nobody typed in yet."""

    draft: NoteDraft
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StudentNotes:
    """The restricted notes of one student, newest first, and the actor's draft of a new one.

    ``corrections`` are the notes (by their newest version) of which a correction was begun.
    """

    student_id: UUID
    notes: tuple[Note, ...]
    kept: KeptDraft
    corrections: frozenset[UUID] = frozenset()


def notes_of(versions: Iterable[NoteVersion]) -> tuple[Note, ...]:
    """Put versions together as notes, the note that was begun last on top.

    What replaces comes after what it replaces, whatever the clocks of two laptops said. What was
    replaced twice (nobody can do so through the operations) stays one note with all its versions.
    """
    known = {version.id: version for version in versions}
    threads: dict[UUID, list[tuple[int, NoteVersion]]] = {}
    for version in known.values():
        root, seen = version, {version.id}
        while root.replaces in known and root.replaces not in seen:
            root = known[root.replaces]
            seen.add(root.id)
        threads.setdefault(root.id, []).append((len(seen), version))
    notes = (_note_of(thread) for thread in threads.values())
    return tuple(
        sorted(notes, key=lambda note: (note.first.written_at, note.first.id), reverse=True)
    )


def _note_of(thread: list[tuple[int, NoteVersion]]) -> Note:
    ordered = sorted(thread, key=lambda place: (place[0], place[1].written_at, place[1].id))
    *earlier, newest = (version for _, version in ordered)
    return Note(newest, tuple(reversed(earlier)))


def checked(draft: NoteDraft) -> NoteDraft:
    """The draft as it may be recorded. Raises ``InputRefused`` when empty or too long."""
    text = clean_text(draft.text)
    if not text:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf eerst iets op."))
    return replace(draft, text=text)
