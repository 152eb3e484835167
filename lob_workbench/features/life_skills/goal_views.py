"""Agreements on life skills as pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.features.life_skills.goal_drafts import GoalDraft
from lob_workbench.features.life_skills.rules_strip import slot_of_now
from lob_workbench.skills.rules import NOTHING, Learner, Standing
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot
from lob_workbench.talks.rules import PaperHead
from lob_workbench.talks.rules_appointments import Holiday


@dataclass(frozen=True, slots=True)
class GoalView:
    """An agreement with its learner, the words of its skill, and the level reached by now.

    Without ``readable`` the words of the agreement are empty because they are somebody else's.
    """

    learner: Learner
    goal: Goal
    skill: str
    level_name: str
    reached: int
    readable: bool = True

    def current_slot(self, today: date) -> Slot | None:
        """The period to answer for now."""
        return slot_of_now(self.goal.slots, today)


@dataclass(frozen=True, slots=True)
class GoalsShown:
    """The agreements of a selection, late ones first.

    ``learners`` are all of the selection, teams before members; ``unfinished`` what the actor
    began to fill in.
    """

    learners: tuple[Learner, ...]
    goals: tuple[GoalView, ...]
    holidays: tuple[Holiday, ...] = ()
    unfinished: tuple[GoalDraft, ...] = ()
    set_key: str = ""
    """The set in which a new agreement is made."""

    def of(self, learner_id: UUID) -> tuple[GoalView, ...]:
        """Those of one learner."""
        return tuple(view for view in self.goals if view.learner.id == learner_id)


@dataclass(frozen=True, slots=True)
class AboutLearner:
    """What the form of an agreement needs to know of who it is for."""

    learner: Learner
    skill_set: SkillSet
    holidays: tuple[Holiday, ...]
    standings: Mapping[str, Standing] = field(default_factory=dict)

    def standing(self, skill_id: str) -> Standing:
        """What the learner stands at in one skill."""
        return self.standings.get(skill_id, NOTHING)


@dataclass(frozen=True, slots=True)
class Answered:
    """An agreement that got another stand; ``version`` is the one to take it back with."""

    goal_id: UUID
    version: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """What the paper of one learner is made from."""

    learner: Learner
    goals: tuple[GoalView, ...]
    author: str
    today: date
    head: PaperHead


def late_first(views: Iterable[GoalView], today: date) -> tuple[GoalView, ...]:
    """What is late first, then what ends soonest; what is closed last, the latest of it first."""

    def order(view: GoalView) -> tuple[int, int, str]:
        goal = view.goal
        last = (goal.ends_on or date.max).toordinal()
        if goal.status is not GoalStatus.OPEN:
            return 2, -last, str(goal.id)
        if goal.is_late(today):
            late = min(slot.ends_on for slot in goal.slots if slot.is_late(today))
            return 0, late.toordinal(), str(goal.id)
        slot = view.current_slot(today)
        return 1, last if slot is None else slot.ends_on.toordinal(), str(goal.id)

    return tuple(sorted(views, key=order))
