"""A party reads a record along, on a laptop that is lent: its words, and the own answer."""

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
from lob_workbench.talks.rules import ConversationView, Party, StudentResponse, Verdict

_SCREENS = {
    Party.STUDENT: "conversation.reading",
    Party.COMPANY: "conversation.reading.company",
}
"""Who says a word later, and where it waits until it is handed in."""


@dataclass(frozen=True, slots=True)
class ReadAlong:
    """A record to read along, and what its reader typed before, but did not hand in."""

    talk: ConversationView
    typed: StudentResponse | None


@operation(Right.RECORD_TALKS)
def read_along(work: UnitOfWork, conversation_id: UUID, party: Party = Party.STUDENT) -> ReadAlong:
    """One version of a talk of an own student, to read along; ``NotFound`` otherwise.

    A company reads only a talk in which it took part.
    """
    queries.require_party(work, conversation_id, party)
    view = operations.read_conversation(work, conversation_id)
    kept = load_draft(work, _SCREENS[party], conversation_id)
    return ReadAlong(view, None if kept is None else _typed(kept.content))


@operation(Right.RECORD_TALKS)
def keep_words(
    work: UnitOfWork,
    conversation_id: UUID,
    response: StudentResponse,
    party: Party = Party.STUDENT,
) -> datetime:
    """Keep what a party typed so far, as typed."""
    queries.require_party(work, conversation_id, party)
    content = json.dumps([response.verdict, response.text])
    return save_draft(work, _SCREENS[party], conversation_id, content)


@operation(Right.RECORD_TALKS)
def give_words(
    work: UnitOfWork,
    conversation_id: UUID,
    response: StudentResponse,
    party: Party = Party.STUDENT,
) -> Changes:
    """What a party says counts from now on; what was said before stays. See ``respond``."""
    changes = operations.respond(work, conversation_id, response, party)
    discard_draft(work, _SCREENS[party], conversation_id)
    return changes


def _typed(content: str) -> StudentResponse:
    verdict, text = json.loads(content)
    return StudentResponse(Verdict(verdict), text)
