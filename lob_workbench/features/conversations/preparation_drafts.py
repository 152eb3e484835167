"""What a student is typing in the lent view as JSON text, exactly as typed."""

import json
from typing import Any
from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.talks.rules_preparations import PreparationDraft, PreparedAnswer

SCREEN = "preparation"


def to_json(draft: PreparationDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps(
        {
            "id": str(draft.id),
            "student": str(draft.student_id),
            "answers": [[one.question_id, one.question, one.answer] for one in draft.answers],
        }
    )


def from_json(text: str) -> PreparationDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return PreparationDraft(
        UUID(data["id"]),
        UUID(data["student"]),
        tuple(PreparedAnswer(*answer) for answer in data["answers"]),
    )


def copy_of(draft: PreparationDraft) -> DraftCopy:
    """What the laptop keeps of a draft while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.student_id, to_json(draft))
