"""Agreements on life skills for the example school: invented, and the same for the same day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.life_skills.example_goal_texts import (
    OF_MEMBERS,
    OF_STUDENTS,
    OF_TEAM,
    ExampleGoal,
)
from lob_workbench.people.example import ExamplePeople, seeded_id
from lob_workbench.people.records import StaffMember, Student, TeamMember
from lob_workbench.skills.records_goals import (
    SkillGoal,
    SkillGoalSlot,
    SkillGoalSlotText,
    SkillGoalText,
)
from lob_workbench.skills.rules_goals import GoalStatus, SlotProgress
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import list_holidays
from lob_workbench.talks.schoolyear import Block, school_year

_COLLEAGUES = 4
_TO_FRIDAY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class _Whose:
    """The columns that name a learner."""

    learner_id: UUID
    student_id: UUID | None = None
    member_id: UUID | None = None
    team_id: UUID | None = None


def fill_goals(work: UnitOfWork, school: ExamplePeople) -> None:
    """Agreements of the owner's students, of the members of one team, and of that team."""
    random = Random(f"goals {school.owner.staff_id}")
    blocks = school_year(school.today, list_holidays(work)).blocks
    students = [one for one in school.students if one.counsellor == school.owner]
    # Spread over the list, and always the same ones.
    step = max(1, len(students) // len(OF_STUDENTS))
    for student, told in zip(students[::step], OF_STUDENTS, strict=False):
        _write(work, school, random, blocks, told, _Whose(student.id, student_id=student.id))
    team_id, members = _team(work, school)
    for number, told in enumerate(OF_MEMBERS):
        member = members[number % len(members)]
        _write(work, school, random, blocks, told, _Whose(member, member_id=member))
    if team_id is not None:
        for told in OF_TEAM:
            _write(work, school, random, blocks, told, _Whose(team_id, team_id=team_id))


def _team(work: UnitOfWork, school: ExamplePeople) -> tuple[UUID | None, Sequence[UUID]]:
    """The owner's team and who is in it, the owner first; filled when it was empty."""
    me = school.owner.staff_id
    mine = sa.select(TeamMember.team_id).where(TeamMember.staff_id == me)
    team_id = work.session.scalars(mine.order_by(TeamMember.team_id)).first()
    if team_id is None:
        own = sa.select(Student.team_id).where(
            Student.counsellor_id == me, Student.team_id.is_not(None)
        )
        team_id = work.session.scalars(own.order_by(Student.team_id)).first()
        if team_id is None:
            return None, [me]
        others = sa.select(StaffMember.id).where(StaffMember.id != me).order_by(StaffMember.id)
        colleagues = work.session.scalars(others.limit(_COLLEAGUES)).all()
        work.session.add_all(TeamMember(team_id=team_id, staff_id=one) for one in (me, *colleagues))
        work.session.flush()
    found = work.session.scalars(
        sa.select(TeamMember.staff_id)
        .where(TeamMember.team_id == team_id)
        .order_by(TeamMember.staff_id)
    ).all()
    return team_id, sorted(found, key=lambda one: one != me)


def _write(
    work: UnitOfWork,
    school: ExamplePeople,
    random: Random,
    blocks: Sequence[Block],
    told: ExampleGoal,
    whose: _Whose,
) -> None:
    chosen = blocks[told.first_block - 1 : told.first_block - 1 + len(told.plans)]
    if not chosen:
        return
    made_on = min(chosen[0].first_on, school.today)
    moment = datetime.combine(made_on, time(8), UTC)
    key = seeded_id(random, moment)
    of_whom = {"learner_id": whose.learner_id, "student_id": whose.student_id}
    work.session.add(
        SkillGoal(
            id=key,
            **of_whom,
            member_id=whose.member_id,
            team_id=whose.team_id,
            set_key=load_skill_set().key,
            skill_id=told.skill,
            level=told.level,
            made_on=made_on,
            made_by=school.owner.staff_id,
            status=told.status,
            updated_at=work.clock.now(),
        )
    )
    work.session.flush()
    work.session.add(SkillGoalText(goal_id=key, **of_whom, action=told.action, helper=told.helper))
    progress = _progress(told, chosen, school.today)
    for number, block in enumerate(chosen, 1):
        work.session.add(
            SkillGoalSlot(
                goal_id=key,
                number=number,
                **of_whom,
                starts_on=block.first_on,
                ends_on=block.last_on - _TO_FRIDAY,
                progress=next(progress),
            )
        )
        work.session.flush()
        work.session.add(
            SkillGoalSlotText(goal_id=key, number=number, **of_whom, plan=told.plans[number - 1])
        )
    work.session.flush()


def _progress(told: ExampleGoal, blocks: Sequence[Block], today: date) -> Iterator[SlotProgress]:
    """What is over went well, but for the last of somebody who is behind."""
    over = [block for block in blocks if block.last_on - _TO_FRIDAY < today]
    for block in blocks:
        if told.status is GoalStatus.REACHED:
            yield SlotProgress.DONE
        elif block in over:
            yield told.last if block == over[-1] else SlotProgress.DONE
        elif block.first_on <= today:
            yield SlotProgress.STUCK if told.stuck else SlotProgress.GOING
        else:
            yield SlotProgress.PLANNED
