"""What the school has already of the drafts that a laptop kept while the line was gone."""

from collections.abc import Sequence

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.draft_copy import AwayFindings, AwayOffer, KeptCopy
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import drafts, recorded_words
from lob_workbench.features.conversations.preparation_away import compare_begun
from lob_workbench.people.queries import get_student
from lob_workbench.storage.drafts import load_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import (
    ConversationDraft,
)
from lob_workbench.talks.rules_drafts import is_blank


@operation(Right.RECORD_TALKS)
def compare_copies(work: UnitOfWork, copies: Sequence[KeptCopy]) -> AwayFindings:
    """Which copies on this laptop the school has already, and which are to be offered.

    A copy of a student who is not the actor's (any more) is neither: it stays where it is.
    """
    offers: list[AwayOffer] = []
    known: list[KeptCopy] = []
    for kept in copies:
        if kept.copy.screen != drafts.SCREEN:
            continue
        draft = drafts.from_json(kept.copy.content)
        try:
            queries.require_own(work, draft.student_id)
        except NotFound:
            continue
        saved = load_draft(work, drafts.SCREEN, kept.copy.entity_id)
        if (
            is_blank(draft)
            or (saved is not None and drafts.from_json(saved.content) == draft)
            or _is_recorded(work, draft)
        ):
            known.append(kept)
        else:
            detail = "record" if draft.corrects is None else "correct"
            name = get_student(work, draft.student_id).name.full
            target = Target("conversations", kept.copy.entity_id, detail)
            offers.append(AwayOffer(kept, name, target))
    more = compare_begun(work, copies)
    return AwayFindings((*offers, *more.offers), (*known, *more.known))


def _is_recorded(work: UnitOfWork, draft: ConversationDraft) -> bool:
    """Whether these very words were recorded."""
    if work.session.get(Conversation, draft.id) is None:
        return False
    try:
        recorded_words.require_same(work, draft)
    except (StaleSave, InputRefused):
        return False
    return True
