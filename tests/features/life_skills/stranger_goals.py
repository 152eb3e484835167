"""What a stranger gets of agreements on life skills, for ``tests/test_access``."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.draft_copy import KeptCopy
from lob_workbench.features.life_skills.goal_drafts import copy_of, new_draft
from lob_workbench.features.life_skills.operations_goals import save_goal
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.storage.base import new_id
from tests.helpers.stores import MONDAY, Store

GOAL = UUID("01940000-0000-7000-8000-00000000b300")
OPERATIONS = "lob_workbench.features.life_skills.operations_goals."
AWAY = "lob_workbench.features.life_skills.operations_goals_away."
OVERVIEW = "lob_workbench.features.life_skills.overview_goals."


def plant(store: Store, student: UUID) -> None:
    """An agreement of the owner's student that a stranger must not find; one period is late."""
    with store.work() as work:
        save_goal(work, a_goal(student), learner(student))


def learner(student: UUID) -> Learner:
    """The owner's student, as a page would pass it on."""
    return Learner(student, LearnerKind.STUDENT, "Zoë", "Hart, Zoë", own=True)


def a_goal(student: UUID) -> Goal:
    """The agreement."""
    skill_set = load_skill_set()
    return Goal(
        GOAL,
        student,
        skill_set.key,
        skill_set.skill_ids[0],
        2,
        date(2026, 11, 1),
        action="ZZGEHEIM",
        slots=(Slot(1, date(2026, 11, 2), date(2026, 11, 6), plan="ZZGEHEIM"),),
    )


def stranger_goals(nothing: str, missing: str, own: str) -> dict[str, tuple[str, Any]]:
    """The lines for the table, with its own words for what a stranger gets."""
    key = load_skill_set().key
    return {
        OPERATIONS + "read_goals": (
            nothing,
            lambda do, work, _: do(work, Selection(key)).goals,
        ),
        OPERATIONS + "read_learner_goals": (
            missing,
            lambda do, work, world: do(work, learner(world.student)),
        ),
        OPERATIONS + "goal_sheet": (
            missing,
            lambda do, work, world: do(work, learner(world.student)),
        ),
        OPERATIONS + "about_learner": (
            missing,
            lambda do, work, world: do(work, world.student, key),
        ),
        OPERATIONS + "read_goal": (
            missing,
            lambda do, work, world: do(work, GOAL, learner(world.student)),
        ),
        OPERATIONS + "save_goal": (
            missing,
            lambda do, work, world: do(
                work, replace(a_goal(world.student), id=new_id()), learner(world.student)
            ),
        ),
        OPERATIONS + "answer_slot": (
            missing,
            lambda do, work, _: do(work, GOAL, 1, 1, SlotProgress.DONE),
        ),
        OPERATIONS + "close_goal": (
            missing,
            lambda do, work, _: do(work, GOAL, 1, GoalStatus.REACHED),
        ),
        OPERATIONS + "keep_goal_draft": (
            missing,
            lambda do, work, world: do(work, new_draft(key, world.student)),
        ),
        OPERATIONS + "put_back_goal_draft": (
            missing,
            lambda do, work, world: do(work, new_draft(key, world.student)),
        ),
        OPERATIONS + "drop_goal_draft": (own, lambda do, work, _: do(work, GOAL)),
        AWAY + "compare_copies": (
            nothing,
            lambda do, work, world: (
                do(work, (KeptCopy(copy_of(new_draft(key, world.student)), MONDAY),)).known
            ),
        ),
        OVERVIEW + "story": (missing, lambda do, work, world: do(work, world.student)),
        OVERVIEW + "today": (nothing, lambda do, work, _: do(work).attention),
    }
