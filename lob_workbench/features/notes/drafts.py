"""The draft of a note as JSON text, exactly as typed: cleaning happens when it is recorded."""

import json
from typing import Any
from uuid import UUID

from lob_workbench.features.notes.rules import NoteDraft, NoteKind

QUICK = "quick_note"
"""The one line of quick capture, kept under its writer."""
TAB = "note"
"""The note that was begun on the page of a student, kept under the student."""


def to_json(draft: NoteDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps(
        {
            "id": str(draft.id),
            "student": None if draft.student_id is None else str(draft.student_id),
            "kind": draft.kind.value,
            "text": draft.text,
            "version": draft.version,
        }
    )


def from_json(text: str) -> NoteDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return NoteDraft(
        id=UUID(data["id"]),
        student_id=None if data["student"] is None else UUID(data["student"]),
        kind=NoteKind(data["kind"]),
        text=data["text"],
        version=data["version"],
    )
