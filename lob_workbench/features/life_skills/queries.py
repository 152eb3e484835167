"""Which claims wait for a second person, over all learners of the actor."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.people.access import at_school, own_students
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.rules import PersonName
from lob_workbench.skills.access import own_members
from lob_workbench.skills.records import SkillClaim, SkillVerdict
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class WaitingClaim:
    """That a behaviour waits: whose, which and since when; no words."""

    learner_id: UUID
    kind: LearnerKind
    name: str
    set_key: str
    behaviour_id: str
    seen_on: date


def waiting_claims(work: UnitOfWork, learner_id: UUID | None = None) -> tuple[WaitingClaim, ...]:
    """What waits for the actor's confirmation or passing on, the oldest first.

    Of own students, and of members of led teams: over oneself one says nothing.
    """
    return (*_of_students(work, learner_id), *_of_members(work, learner_id))


def _of_students(work: UnitOfWork, learner_id: UUID | None) -> list[WaitingClaim]:
    query = (
        _claims(Student.id, Student.first_name, Student.infix, Student.last_name)
        .join(Student, Student.id == SkillClaim.student_id)
        .where(own_students(work), at_school(work), *_only(learner_id))
    )
    return [
        WaitingClaim(
            id_, LearnerKind.STUDENT, PersonName(first, infix, last).full, set_key, behaviour, day
        )
        for id_, first, infix, last, set_key, behaviour, day in work.session.execute(query)
    ]


def _of_members(work: UnitOfWork, learner_id: UUID | None) -> list[WaitingClaim]:
    query = (
        _claims(StaffMember.id, StaffMember.name)
        .join(StaffMember, StaffMember.id == SkillClaim.member_id)
        .where(own_members(work), StaffMember.id != work.actor.staff_id, *_only(learner_id))
    )
    return [
        WaitingClaim(id_, LearnerKind.MEMBER, name, set_key, behaviour, day)
        for id_, name, set_key, behaviour, day in work.session.execute(query)
    ]


def _claims(*columns: Any) -> Any:
    """Claims of which nobody said anything yet."""
    judged = sa.exists().where(
        SkillVerdict.learner_id == SkillClaim.learner_id, SkillVerdict.claim_id == SkillClaim.id
    )
    return (
        sa.select(*columns, SkillClaim.set_key, SkillClaim.behaviour_id, SkillClaim.seen_on)
        .where(~judged)
        .order_by(SkillClaim.seen_on, SkillClaim.id)
    )


def _only(learner_id: UUID | None) -> list[sa.ColumnElement[bool]]:
    return [] if learner_id is None else [SkillClaim.learner_id == learner_id]
