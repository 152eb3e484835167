"""Which students somebody may reach. The same rules stand in the guard of a school's server.

From the table of note classes in DOMAIN.md. Every query about a student joins ``Student`` and puts
one of these criteria in its ``where``; a test compares them with what the server itself allows.
"""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.people.records import AccessGrant, Student, TeamMember
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.unit_of_work import UnitOfWork

Criterion = sa.ColumnElement[bool]


def own_students(work: UnitOfWork) -> Criterion:
    """The actor's caseload: whom a counsellor records talks of."""
    if Role.COUNSELLOR not in work.actor.roles:
        return sa.false()
    return Student.counsellor_id == work.actor.staff_id


def cared_students(work: UnitOfWork) -> Criterion:
    """Students that are active at the actor as second line; restricted notes are of these only."""
    if Role.SECOND_LINE not in work.actor.roles:
        return sa.false()
    return _granted(work, GrantKind.SECOND_LINE)


def readable_students(work: UnitOfWork) -> Criterion:
    """Whose dossier the actor may read: own ones, those asked in for, those of the second line."""
    if work.actor.own_desk:
        # One desk: nobody can be asked in, and lists of a laptop's own students stay fast.
        return own_students(work)
    asked_in = (
        _granted(work, GrantKind.ASKED_IN) if Role.COUNSELLOR in work.actor.roles else sa.false()
    )
    return sa.or_(own_students(work), cared_students(work), asked_in)


def visible_students(work: UnitOfWork) -> Criterion:
    """Whose name, group and dates the actor may see: readable ones, and teams that they lead."""
    if Role.TEAM_LEADER not in work.actor.roles:
        return readable_students(work)
    led = sa.select(TeamMember.team_id).where(TeamMember.staff_id == work.actor.staff_id)
    return sa.or_(readable_students(work), Student.team_id.in_(led))


def at_school(work: UnitOfWork) -> Criterion:
    """Who did not leave: the students of lists, plans and *Vandaag*.

    No right but a choice. Whoever may read a dossier still may when the student has left, so this
    stands beside one of the criteria above, in queries that list many students.
    """
    return sa.or_(Student.left_on.is_(None), Student.left_on > work.clock.today())


def enrolled_by(work: UnitOfWork) -> Criterion:
    """Whose class, team or mentor the actor may change: a workbook's owner those of their own.

    At a school all of them, which is its administrator's work; the right is asked before.
    """
    return own_students(work) if work.actor.own_desk else sa.true()


def _granted(work: UnitOfWork, kind: GrantKind) -> Criterion:
    grants = sa.select(AccessGrant.student_id).where(
        AccessGrant.staff_id == work.actor.staff_id,
        AccessGrant.kind == kind,
        AccessGrant.ended_at.is_(None),
        sa.or_(AccessGrant.until.is_(None), AccessGrant.until >= work.clock.today()),
    )
    return Student.id.in_(grants)


def require(work: UnitOfWork, student_id: UUID, criterion: Criterion) -> None:
    """Raise ``NotFound`` for a student outside ``criterion``; absent and not theirs look alike."""
    query = sa.select(Student.id).where(Student.id == student_id, criterion)
    if work.session.scalar(query) is None:
        raise NotFound
