"""Reading agreements on life skills; ``skills.access`` decides which rows."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from lob_workbench.domain.errors import NotFound
from lob_workbench.skills.access import readable, seen
from lob_workbench.skills.records_goals import (
    SkillGoal,
    SkillGoalSlot,
    SkillGoalSlotText,
    SkillGoalText,
)
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500
"""Of so many learners a statement asks by name; more are read whole."""


def read_goals(
    work: UnitOfWork, learners: Collection[UUID], *, with_words: bool = True
) -> dict[UUID, tuple[Goal, ...]]:
    """The agreements of these learners, newest first; who has none is left out.

    With their words only what the actor may read, and ``open_dossier`` (of one student) or
    ``open_lists`` (of own students) goes before; without words what the actor may see.
    """
    wanted = set(learners)
    named = list(wanted) if len(wanted) <= _AT_ONCE else None
    found: dict[UUID, tuple[Goal, ...]] = {}
    for goal in _goals(work, named, with_words) if wanted else ():
        if goal.learner_id in wanted:
            found[goal.learner_id] = (*found.get(goal.learner_id, ()), goal)
    return found


def late_learners(work: UnitOfWork, day: date) -> frozenset[UUID]:
    """Of whom a period of an open agreement was over before ``day``, and is not done."""
    query = (
        sa.select(SkillGoal.learner_id)
        .join(SkillGoalSlot, SkillGoalSlot.goal_id == SkillGoal.id)
        .where(
            SkillGoal.status == GoalStatus.OPEN,
            SkillGoalSlot.ends_on < day,
            SkillGoalSlot.progress != SlotProgress.DONE,
            seen(work, SkillGoal.learner_id),
        )
    )
    return frozenset(work.session.scalars(query))


def get_goal(work: UnitOfWork, goal_id: UUID) -> Goal:
    """One agreement with its words; raises ``NotFound``. Open the dossier before."""
    record = find_goal(work, goal_id)
    for goal in _goals(work, [record.learner_id], with_words=True):
        if goal.id == goal_id:
            return goal
    raise NotFound


def find_goal(work: UnitOfWork, goal_id: UUID) -> SkillGoal:
    """The record of an agreement that the actor may see; raises ``NotFound``."""
    query = sa.select(SkillGoal).where(SkillGoal.id == goal_id, seen(work, SkillGoal.learner_id))
    record = work.session.scalars(query).one_or_none()
    if record is None:
        raise NotFound
    return record


def _goals(work: UnitOfWork, learners: list[UUID] | None, with_words: bool) -> list[Goal]:
    criterion = (readable if with_words else seen)(work, SkillGoal.learner_id)
    query = (
        sa.select(SkillGoal)
        .where(criterion, _named(SkillGoal.learner_id, learners))
        .order_by(SkillGoal.made_on.desc(), SkillGoal.id.desc())
    )
    records = work.session.scalars(query).all()
    slots = _slots(work, learners, with_words)
    words: dict[UUID, tuple[str, str]] = {}
    if with_words:
        text = sa.select(SkillGoalText.goal_id, SkillGoalText.action, SkillGoalText.helper).where(
            readable(work, SkillGoalText.learner_id), _named(SkillGoalText.learner_id, learners)
        )
        words = {id_: (action, helper) for id_, action, helper in work.session.execute(text)}
    goals = []
    for record in records:
        action, helper = words.get(record.id, ("", ""))
        goals.append(
            Goal(
                id=record.id,
                learner_id=record.learner_id,
                set_key=record.set_key,
                skill_id=record.skill_id,
                level=record.level,
                made_on=record.made_on,
                status=record.status,
                action=action,
                helper=helper,
                slots=slots.get(record.id, ()),
                version=record.version,
            )
        )
    return goals


def _slots(
    work: UnitOfWork, learners: list[UUID] | None, with_words: bool
) -> dict[UUID, tuple[Slot, ...]]:
    query = (
        sa.select(SkillGoalSlot)
        .where(seen(work, SkillGoalSlot.learner_id), _named(SkillGoalSlot.learner_id, learners))
        .order_by(SkillGoalSlot.goal_id, SkillGoalSlot.number)
    )
    plans: dict[tuple[UUID, int], str] = {}
    if with_words:
        text = sa.select(
            SkillGoalSlotText.goal_id, SkillGoalSlotText.number, SkillGoalSlotText.plan
        ).where(
            readable(work, SkillGoalSlotText.learner_id),
            _named(SkillGoalSlotText.learner_id, learners),
        )
        plans = {(id_, number): plan for id_, number, plan in work.session.execute(text)}
    found: dict[UUID, tuple[Slot, ...]] = {}
    for one in work.session.scalars(query):
        plan = plans.get((one.goal_id, one.number), "")
        slot = Slot(one.number, one.starts_on, one.ends_on, one.progress, plan)
        found[one.goal_id] = (*found.get(one.goal_id, ()), slot)
    return found


def _named(
    learner: InstrumentedAttribute[UUID], learners: list[UUID] | None
) -> sa.ColumnElement[bool]:
    """Rows of these learners; of everybody for ``None``."""
    return sa.true() if learners is None else learner.in_(learners)
