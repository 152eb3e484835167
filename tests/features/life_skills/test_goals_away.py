"""Words of an agreement that stayed on the laptop come to the school, and nothing is lost."""

from dataclasses import replace
from uuid import UUID

from lob_workbench.domain.draft_copy import DraftCopy, KeptCopy
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills import operations_goals as goals
from lob_workbench.features.life_skills.goal_drafts import (
    SCREEN,
    GoalDraft,
    copy_of,
    draft_of,
    from_json,
    new_draft,
)
from lob_workbench.features.life_skills.operations_goals_away import compare_copies
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import own_drafts
from tests.features.life_skills.test_goals_operations import SET, a_goal, a_learner, saved
from tests.helpers.stores import MONDAY, Store


def a_draft(learner: UUID | None) -> GoalDraft:
    """A form with some words in it."""
    return replace(new_draft(SET.key, learner, "planning"), action="Getypt zonder lijn")


def brought(store: Store, *drafts: GoalDraft) -> int:
    """How many of these copies the laptop may forget."""
    copies = [KeptCopy(copy_of(draft), MONDAY) for draft in drafts]
    other = KeptCopy(DraftCopy("conversation", new_id(), "{}"), MONDAY)
    with store.work() as work:
        found = compare_copies(work, [*copies, other])
    assert found.offers == ()
    return len(found.known)


def kept(store: Store) -> list[GoalDraft]:
    """The drafts at the school."""
    with store.work() as work:
        return [from_json(one) for one in own_drafts(work, SCREEN).values()]


def test_what_the_school_lacks_comes_to_its_drafts_once(store: Store) -> None:
    draft, nobody = a_draft(store.student()), a_draft(None)
    assert brought(store, draft, nobody) == 2
    assert brought(store, draft, nobody) == 2
    assert sorted(one.id for one in kept(store)) == sorted((draft.id, nobody.id))


def test_other_words_get_a_place_of_their_own(store: Store) -> None:
    draft = a_draft(store.student())
    with store.work() as work:
        goals.keep_goal_draft(work, replace(draft, action="Op school getypt"))
    assert brought(store, draft) == 1
    assert {one.action for one in kept(store)} == {"Op school getypt", "Getypt zonder lijn"}


def test_what_is_written_or_empty_is_forgotten(store: Store) -> None:
    learner = a_learner(store.student())
    goal = saved(store, learner, a_goal(learner))
    written = replace(draft_of(goal), version=0)
    changing = replace(draft_of(goal), action="Nog te wijzigen")
    assert brought(store, written, new_draft(SET.key, learner.id)) == 2
    assert kept(store) == []
    assert brought(store, changing) == 1
    assert kept(store) == [changing]


def test_a_copy_about_a_stranger_stays_on_the_laptop(store: Store) -> None:
    other = store.colleague(Role.COUNSELLOR)
    draft = a_draft(store.student(counsellor_id=other.staff_id))
    assert brought(store, draft) == 0
    assert kept(store) == []
