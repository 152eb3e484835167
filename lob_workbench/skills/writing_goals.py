"""Writing agreements on life skills, in one way for the page and for what comes from Excel."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills import queries_goals
from lob_workbench.skills.access import columns_of, require_own
from lob_workbench.skills.records_goals import (
    SkillGoal,
    SkillGoalSlot,
    SkillGoalSlotText,
    SkillGoalText,
)
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, SlotProgress, checked_goal
from lob_workbench.storage.unit_of_work import UnitOfWork


def write_goal(work: UnitOfWork, goal: Goal, learner: Learner, skill_set: SkillSet) -> Changes:
    """Write a new agreement (``version`` 0) or change the one of that version.

    Open the dossier before. Raises ``InputRefused`` with the reason, ``NotFound`` for a learner
    that is not the actor's, ``StaleSave`` where somebody changed it first.
    """
    require_own(work, learner.id)
    ready = checked_goal(goal)
    if skill_set.key != ready.set_key or ready.skill_id not in skill_set.skill_ids:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Deze skill staat niet in deze set life skills.")
        )
    if ready.version:
        _change(work, ready, learner)
    else:
        add_goal(work, ready, learner)
    return Changes.of("skill_goal", learner.id)


def set_progress(
    work: UnitOfWork, goal_id: UUID, version: int, number: int, progress: SlotProgress
) -> Changes:
    """Say how far one slot came; raises as :func:`write_goal` does."""
    record = queries_goals.find_goal(work, goal_id)
    require_own(work, record.learner_id)
    if record.version != version:
        raise StaleSave
    query = sa.select(SkillGoalSlot).where(
        SkillGoalSlot.goal_id == goal_id, SkillGoalSlot.number == number
    )
    slot = work.session.scalars(query).one_or_none()
    if slot is None:
        raise StaleSave
    slot.progress = progress
    record.updated_at = work.clock.now()
    work.session.flush()
    return Changes.of("skill_goal", record.learner_id)


def set_status(work: UnitOfWork, goal_id: UUID, version: int, status: GoalStatus) -> Changes:
    """Say that an agreement is reached, stopped or goes on; raises as :func:`write_goal` does."""
    record = queries_goals.find_goal(work, goal_id)
    require_own(work, record.learner_id)
    if record.version != version:
        raise StaleSave
    record.status = status
    record.updated_at = work.clock.now()
    work.session.flush()
    return Changes.of("skill_goal", record.learner_id)


def add_goal(work: UnitOfWork, goal: Goal, learner: Learner) -> None:
    """Write an agreement that was checked before, made by the actor, with its periods."""
    work.session.add(
        SkillGoal(
            id=goal.id,
            **columns_of(learner),
            set_key=goal.set_key,
            skill_id=goal.skill_id,
            level=goal.level,
            made_on=goal.made_on,
            made_by=work.actor.staff_id,
            status=goal.status,
            updated_at=work.clock.now(),
        )
    )
    work.flush_first(SkillGoal)
    work.session.add(
        SkillGoalText(goal_id=goal.id, **_of_whom(learner), action=goal.action, helper=goal.helper)
    )
    _write_slots(work, goal, learner)


def _change(work: UnitOfWork, goal: Goal, learner: Learner) -> None:
    record = queries_goals.find_goal(work, goal.id)
    if record.version != goal.version or record.learner_id != learner.id:
        raise StaleSave
    record.skill_id = goal.skill_id
    record.level = goal.level
    record.status = goal.status
    record.updated_at = work.clock.now()
    # One at a time: the guard looks at the agreement that this text belongs to.
    work.session.flush()
    text = work.session.get_one(SkillGoalText, goal.id)
    text.action, text.helper = goal.action, goal.helper
    for kind in (SkillGoalSlotText, SkillGoalSlot):
        work.session.execute(sa.delete(kind).where(kind.goal_id == goal.id))
    work.session.expire_all()
    _write_slots(work, goal, learner)


def _write_slots(work: UnitOfWork, goal: Goal, learner: Learner) -> None:
    work.session.add_all(
        SkillGoalSlot(
            goal_id=goal.id,
            number=slot.number,
            **_of_whom(learner),
            starts_on=slot.starts_on,
            ends_on=slot.ends_on,
            progress=slot.progress,
        )
        for slot in goal.slots
    )
    work.session.flush()
    work.session.add_all(
        SkillGoalSlotText(goal_id=goal.id, number=slot.number, **_of_whom(learner), plan=slot.plan)
        for slot in goal.slots
    )
    work.session.flush()


def _of_whom(learner: Learner) -> dict[str, UUID | None]:
    student = learner.id if learner.kind is LearnerKind.STUDENT else None
    return {"learner_id": learner.id, "student_id": student}
