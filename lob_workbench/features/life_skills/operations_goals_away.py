"""Agreements that were typed while the school was gone, and stayed on this laptop."""

from collections.abc import Sequence
from dataclasses import replace

from lob_workbench.domain.draft_copy import AwayFindings, KeptCopy
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.goal_drafts import SCREEN, GoalDraft, from_json, to_json
from lob_workbench.skills.access import require_own
from lob_workbench.skills.queries_goals import find_goal
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_SKILLS)
def compare_copies(work: UnitOfWork, copies: Sequence[KeptCopy]) -> AwayFindings:
    """Bring copies of this laptop to the school's drafts, where the pages offer them.

    One that stands there with other words gets a place of its own beside it: nothing is written
    over unseen. A copy about somebody who is not the actor's (any more) stays where it is.
    """
    known = []
    for kept in copies:
        if kept.copy.screen != SCREEN:
            continue
        draft = from_json(kept.copy.content)
        try:
            if draft.learner_id is not None:
                require_own(work, draft.learner_id)
        except NotFound:
            continue
        if not draft.is_blank and not _is_written(work, draft):
            _bring(work, draft)
        known.append(kept)
    return AwayFindings(known=tuple(known))


def _bring(work: UnitOfWork, draft: GoalDraft) -> None:
    there = load_draft(work, SCREEN, draft.id)
    if there is not None and there.content == to_json(draft):
        return
    if there is not None:
        draft = replace(draft, id=new_id(), version=0)
    save_draft(work, SCREEN, draft.id, to_json(draft), draft.version or None)


def _is_written(work: UnitOfWork, draft: GoalDraft) -> bool:
    """Whether this new agreement stands at the school already."""
    try:
        find_goal(work, draft.id)
    except NotFound:
        return False
    return draft.version == 0
