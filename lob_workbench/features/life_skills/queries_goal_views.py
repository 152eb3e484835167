"""Agreements with the words of their skills and the levels reached, for any number of learners."""

from collections.abc import Collection
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.skills import queries, queries_goals, queries_sets
from lob_workbench.skills.rules import NOTHING, Learner
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.storage.unit_of_work import UnitOfWork


def views_of(work: UnitOfWork, learners: Collection[Learner]) -> tuple[GoalView, ...]:
    """All agreements of ``learners`` as the actor sees them, in no order."""
    by_id = {learner.id: learner for learner in learners}
    seen = queries_goals.read_goals(work, by_id, with_words=False)
    read = queries_goals.read_goals(work, seen)
    named = _Names(work, seen)
    # Dossiers that are read along stay shut in a list: only that of an own student is opened by it.
    return tuple(
        named.view(by_id[learner_id], goal, readable=bool(goal.action))
        for learner_id, goals in seen.items()
        for goal in read.get(learner_id, goals)
    )


class _Names:
    """The words of skills, each set read once, and what was reached in it."""

    def __init__(self, work: UnitOfWork, goals: dict[UUID, tuple[Goal, ...]]) -> None:
        keys = {goal.set_key for found in goals.values() for goal in found}
        self._sets: dict[str, SkillSet] = {}
        for key in keys:
            try:
                self._sets[key] = queries_sets.get_set(work, key)
            except NotFound:
                # A set of a newer version of the product: its ids are all there is.
                continue
        self._reached = {key: queries.read_standings(work, key, goals) for key in keys}

    def view(self, learner: Learner, goal: Goal, *, readable: bool) -> GoalView:
        standing = self._reached[goal.set_key].get(learner.id, {}).get(goal.skill_id, NOTHING)
        skill, level_name = goal.skill_id, ""
        found = self._sets.get(goal.set_key)
        if found is not None and goal.skill_id in found.skill_ids:
            named = found.skill(goal.skill_id)
            skill = named.name
            level_name = named.level(goal.level).name if goal.level else ""
        return GoalView(learner, goal, skill, level_name, standing.level, readable)
