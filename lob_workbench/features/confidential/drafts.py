"""The draft of a note as JSON text, exactly as typed: cleaning happens when it is recorded."""

import json
from typing import Any
from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.features.confidential.rules import NoteDraft

SCREEN = "confidential"


def to_json(draft: NoteDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps(
        {
            "id": str(draft.id),
            "student": str(draft.student_id),
            "text": draft.text,
            "replaces": None if draft.replaces is None else str(draft.replaces),
        }
    )


def copy_of(draft: NoteDraft) -> DraftCopy:
    """What the laptop of who writes keeps, encrypted, while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.subject, to_json(draft))


def from_json(text: str) -> NoteDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return NoteDraft(
        id=UUID(data["id"]),
        student_id=UUID(data["student"]),
        text=data["text"],
        replaces=None if data["replaces"] is None else UUID(data["replaces"]),
    )
