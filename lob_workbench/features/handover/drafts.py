"""The words of a handover while they are typed, as JSON text."""

import json
from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.features.handover.rules import HandoverDraft

SCREEN = "handover"


def to_json(draft: HandoverDraft) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes."""
    return json.dumps([str(draft.student_id), draft.summary, draft.addition])


def from_json(text: str) -> HandoverDraft:
    """The draft that :func:`to_json` wrote."""
    student_id, summary, addition = json.loads(text)
    return HandoverDraft(UUID(student_id), summary, addition)


def copy_of(draft: HandoverDraft, *_more: object) -> DraftCopy:
    """What the laptop keeps while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.student_id, to_json(draft))
