"""Notes of one line: their kinds, who reads which, and when one may still be taken back."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


class NoteKind(StrEnum):
    """What a note is: the first two of the dossier, the last its writer's own (DOMAIN.md)."""

    SPOKEN = "spoken"
    NOTICED = "noticed"
    WORKING = "working"


KIND_LABELS: dict[NoteKind, str] = {
    NoteKind.SPOKEN: QT_TRANSLATE_NOOP("notes", "Even gesproken"),
    NoteKind.NOTICED: QT_TRANSLATE_NOOP("notes", "Opgevallen"),
    NoteKind.WORKING: QT_TRANSLATE_NOOP("notes", "Voor mezelf"),
}
KIND_ICONS: dict[NoteKind, str] = {
    NoteKind.SPOKEN: "ph.chat-circle-dots",
    NoteKind.NOTICED: "ph.lightbulb",
    NoteKind.WORKING: "ph.lock-simple",
}
DOSSIER_KINDS = (NoteKind.SPOKEN, NoteKind.NOTICED)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as its readers see it. ``version`` counts for a working note only."""

    id: UUID
    student_id: UUID
    author_id: UUID
    author: str
    kind: NoteKind
    text: str
    written_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is being written, as typed. ``student_id`` is ``None`` while nobody was chosen.

    With ``version`` it changes the working note of that version.
    """

    id: UUID
    student_id: UUID | None = None
    kind: NoteKind = NoteKind.SPOKEN
    text: str = ""
    version: int | None = None

    @property
    def subject(self) -> UUID | None:
        """What the draft is kept under: a new note by its student, a change by the note."""
        return self.student_id if self.version is None else self.id


@dataclass(frozen=True, slots=True)
class StudentNotes:
    """The notes of one student that the actor may read, newest first.

    ``own`` tells whether the actor writes here. ``kept`` is the note that was begun.
    """

    student_id: UUID
    own: bool
    notes: tuple[Note, ...]
    kept: NoteDraft


@dataclass(frozen=True, slots=True)
class Choice:
    """A student to choose from while typing."""

    id: UUID
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Capture:
    """What quick capture begins with: own students, who is on the page, and the line kept."""

    students: tuple[Choice, ...]
    present: UUID | None
    kept: NoteDraft


def checked(draft: NoteDraft) -> NoteDraft:
    """The draft as it may be stored. Raises ``InputRefused`` when empty or too long."""
    text = clean_text(draft.text).strip()
    if not text:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf eerst iets op."))
    return replace(draft, text=text)


def may_take_back(note: Note, reader: UUID, now: datetime) -> bool:
    """Whether ``reader`` may take this note away.

    An own working note always; an own note of the dossier on the day on which it was written:
    later others have read it and built on it.
    """
    if note.author_id != reader:
        return False
    if note.kind is NoteKind.WORKING:
        return True
    return local(note.written_at).date() == local(now).date()
