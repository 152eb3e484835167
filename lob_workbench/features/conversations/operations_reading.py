"""The student reads a record along, on a laptop that is lent: its words, and the own answer."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import operations
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries
from lob_workbench.talks.rules import ConversationView, StudentResponse, Verdict

SCREEN = "conversation.reading"


@dataclass(frozen=True, slots=True)
class ReadAlong:
    """A record to read along, and what the student typed before, but did not hand in."""

    talk: ConversationView
    typed: StudentResponse | None


@operation(Right.RECORD_TALKS)
def read_along(work: UnitOfWork, conversation_id: UUID) -> ReadAlong:
    """One version of a talk of an own student, to read along; ``NotFound`` otherwise."""
    queries.require_own(work, queries.find_conversation(work, conversation_id).student_id)
    view = operations.read_conversation(work, conversation_id)
    kept = load_draft(work, SCREEN, conversation_id)
    return ReadAlong(view, None if kept is None else _typed(kept.content))


@operation(Right.RECORD_TALKS)
def keep_words(work: UnitOfWork, conversation_id: UUID, response: StudentResponse) -> datetime:
    """Keep what the student typed so far, as typed."""
    queries.require_own(work, queries.find_conversation(work, conversation_id).student_id)
    content = json.dumps([response.verdict, response.text])
    return save_draft(work, SCREEN, conversation_id, content)


@operation(Right.RECORD_TALKS)
def give_words(work: UnitOfWork, conversation_id: UUID, response: StudentResponse) -> Changes:
    """What the student says counts from now on; what was said before stays. See ``respond``."""
    changes = operations.respond(work, conversation_id, response)
    discard_draft(work, SCREEN, conversation_id)
    return changes


def _typed(content: str) -> StudentResponse:
    verdict, text = json.loads(content)
    return StudentResponse(Verdict(verdict), text)
