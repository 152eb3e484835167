"""Whose life skills somebody may see, read and write. A school's server says the same in SQL.

Students as in ``people.access``. A member of staff sees their own; who leads a team those of its
members, and the owner of a workbook those of the teams in it that they belong to.
"""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.people.access import own_students, readable_students, visible_students
from lob_workbench.people.records import StaffMember, Student, Team, TeamMember
from lob_workbench.skills.rules import Learner
from lob_workbench.storage.unit_of_work import UnitOfWork

Criterion = sa.ColumnElement[bool]


def seen(work: UnitOfWork, learner: InstrumentedAttribute[UUID]) -> Criterion:
    """Rows of learners whose levels and dates the actor may see; ``learner`` is their column."""
    return _among(work, learner, visible_students(work))


def readable(work: UnitOfWork, learner: InstrumentedAttribute[UUID]) -> Criterion:
    """Rows of learners whose evidence and words the actor may read."""
    return _among(work, learner, readable_students(work))


def own_members(work: UnitOfWork) -> Criterion:
    """Members of staff whose life skills the actor keeps: their own, and those of led teams."""
    me = StaffMember.id == work.actor.staff_id
    if not _leads(work):
        return me
    led = sa.select(TeamMember.staff_id).where(TeamMember.team_id.in_(_own_teams(work)))
    return sa.or_(me, StaffMember.id.in_(led))


def own_teams(work: UnitOfWork) -> Criterion:
    """Teams for which the actor makes agreements."""
    return Team.id.in_(_own_teams(work)) if _leads(work) else sa.false()


def known_teams(work: UnitOfWork) -> Criterion:
    """Teams whose agreements the actor reads: those that they belong to."""
    return Team.id.in_(_own_teams(work))


def require_own(work: UnitOfWork, learner_id: UUID) -> None:
    """Raise ``NotFound`` for a learner for whom the actor may not write."""
    for query in (
        sa.select(Student.id).where(Student.id == learner_id, own_students(work)),
        sa.select(StaffMember.id).where(StaffMember.id == learner_id, own_members(work)),
        sa.select(Team.id).where(Team.id == learner_id, own_teams(work)),
    ):
        if work.session.scalar(query) is not None:
            return
    raise NotFound


def columns_of(learner: Learner) -> dict[str, UUID | None]:
    """What a row names its learner by: ``learner_id``, and one of its kind that repeats it."""
    kind = learner.kind.value
    return {"learner_id": learner.id, f"{kind}_id": learner.id}


def _among(
    work: UnitOfWork, learner: InstrumentedAttribute[UUID], students: Criterion
) -> Criterion:
    of_students: Any = sa.select(Student.id).where(students)
    return sa.or_(
        learner.in_(of_students),
        learner.in_(sa.select(StaffMember.id).where(own_members(work))),
        learner.in_(_own_teams(work)),
    )


def _leads(work: UnitOfWork) -> bool:
    return work.actor.own_desk or Role.TEAM_LEADER in work.actor.roles


def _own_teams(work: UnitOfWork) -> Any:
    return sa.select(TeamMember.team_id).where(TeamMember.staff_id == work.actor.staff_id)
