"""Reading the log and the grants of one student."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from lob_workbench.domain.rights import Role
from lob_workbench.features.access.rules import (
    HIDDEN_KINDS,
    READER_ROLE,
    Colleague,
    LogEntry,
    Reader,
    day_of,
)
from lob_workbench.people.access import own_students
from lob_workbench.people.records import (
    AccessGrant,
    StaffMember,
    StaffRole,
    Student,
    Team,
    TeamMember,
)
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.audit import AuditAction, AuditEntry
from lob_workbench.storage.unit_of_work import UnitOfWork


def is_own(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether the student is in the actor's caseload."""
    query = sa.select(Student.id).where(Student.id == student_id, own_students(work))
    return work.session.scalar(query) is not None


def counsellor_of(work: UnitOfWork, student_id: UUID) -> str:
    """The name of the student's counsellor, or ``""``."""
    query = (
        sa.select(StaffMember.name)
        .join(Student, Student.counsellor_id == StaffMember.id)
        .where(Student.id == student_id)
    )
    return work.session.scalar(query) or ""


def entries(
    work: UnitOfWork, student_id: UUID, after: LogEntry | None, limit: int
) -> tuple[LogEntry, ...]:
    """The log of an own student, newest first, from the entry after ``after`` on.

    Nothing of restricted notes, and nothing of what an upgrade only sealed again.
    """
    query = (
        sa.select(
            AuditEntry.chain,
            AuditEntry.ordinal,
            AuditEntry.at,
            AuditEntry.staff_id,
            sa.func.coalesce(StaffMember.name, ""),
            AuditEntry.roles,
            AuditEntry.action,
            AuditEntry.kind,
            AuditEntry.record,
            AuditEntry.xact,
        )
        .outerjoin(StaffMember, StaffMember.id == AuditEntry.staff_id)
        .where(
            AuditEntry.student_id == student_id,
            AuditEntry.student_id.in_(sa.select(Student.id).where(own_students(work))),
            AuditEntry.action != AuditAction.SEALED,
            ~AuditEntry.kind.startswith(HIDDEN_KINDS, autoescape=True),
        )
        .order_by(AuditEntry.at.desc(), AuditEntry.ordinal.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(
            AuditEntry.at <= after.at,
            sa.or_(AuditEntry.at < after.at, AuditEntry.ordinal < after.ordinal),
        )
    rows: Sequence[tuple[Any, ...]] = [tuple(row) for row in work.session.execute(query)]
    return tuple(LogEntry(*row) for row in rows)


def readers(work: UnitOfWork, student_id: UUID) -> tuple[Reader, ...]:
    """Who reads along now: of an own student everybody, of another only the actor."""
    today = work.clock.today()
    giver = aliased(StaffMember)
    query = (
        sa.select(AccessGrant, StaffMember, giver.name)
        .join(StaffMember, StaffMember.id == AccessGrant.staff_id)
        .join(giver, giver.id == AccessGrant.granted_by)
        .join(Student, Student.id == AccessGrant.student_id)
        .where(
            AccessGrant.student_id == student_id,
            sa.or_(own_students(work), AccessGrant.staff_id == work.actor.staff_id),
            still_open(work),
        )
        .order_by(AccessGrant.granted_at, AccessGrant.id)
    )
    rows = work.session.execute(query).all()
    roles = _roles(work, {grant.staff_id for grant, _, _ in rows})
    return tuple(
        Reader(
            grant_id=grant.id,
            staff_id=grant.staff_id,
            name=member.name,
            roles=roles.get(grant.staff_id, ()),
            kind=grant.kind,
            reason=grant.reason,
            granted_by=granted_by,
            granted_on=day_of(grant.granted_at),
            until=grant.until,
            works=READER_ROLE[grant.kind] in roles.get(grant.staff_id, ())
            and (member.active_until is None or member.active_until >= today),
        )
        for grant, member, granted_by in rows
    )


def still_open(work: UnitOfWork) -> sa.ColumnElement[bool]:
    """Grants that are neither ended nor past their last day."""
    return sa.and_(
        AccessGrant.ended_at.is_(None),
        sa.or_(AccessGrant.until.is_(None), AccessGrant.until >= work.clock.today()),
    )


def colleagues(work: UnitOfWork) -> tuple[Colleague, ...]:
    """Everybody else with a login that works and a role in which one reads along, by name."""
    query = (
        sa.select(StaffMember.id, StaffMember.name)
        .where(
            StaffMember.id != work.actor.staff_id,
            StaffMember.login.is_not(None),
            sa.or_(
                StaffMember.active_until.is_(None),
                StaffMember.active_until >= work.clock.today(),
            ),
            StaffMember.id.in_(
                sa.select(StaffRole.staff_id).where(StaffRole.role.in_(READER_ROLE.values()))
            ),
        )
        .order_by(StaffMember.id)
    )
    people = work.session.execute(query).all()
    roles = _roles(work)
    teams: dict[UUID, list[str]] = {}
    belonging = sa.select(TeamMember.staff_id, Team.name).join(Team, Team.id == TeamMember.team_id)
    for staff_id, team in work.session.execute(belonging.order_by(Team.name)):
        teams.setdefault(staff_id, []).append(team)
    found = (
        Colleague(staff_id, name, roles.get(staff_id, ()), tuple(teams.get(staff_id, ())))
        for staff_id, name in people
    )
    return tuple(sorted(found, key=lambda colleague: colleague.name.casefold()))


def named(work: UnitOfWork, grants: Iterable[str]) -> dict[str, tuple[UUID, str]]:
    """Who the grants with these keys let in, as the log writes them; also of grants that ended."""
    keys = {UUID(key): key for key in grants}
    query = (
        sa.select(AccessGrant.id, AccessGrant.staff_id, StaffMember.name)
        .join(StaffMember, StaffMember.id == AccessGrant.staff_id)
        .where(AccessGrant.id.in_(keys))
    )
    return {keys[grant]: (staff, name) for grant, staff, name in work.session.execute(query)}


def has_open_grant(work: UnitOfWork, student_id: UUID, staff_id: UUID, kind: GrantKind) -> bool:
    """Whether this person reads along in this way already."""
    query = sa.select(AccessGrant.id).where(
        AccessGrant.student_id == student_id,
        AccessGrant.staff_id == staff_id,
        AccessGrant.kind == kind,
        still_open(work),
    )
    return work.session.scalars(query).first() is not None


def _roles(work: UnitOfWork, people: Iterable[UUID] | None = None) -> dict[UUID, tuple[Role, ...]]:
    query = sa.select(StaffRole.staff_id, StaffRole.role)
    if people is not None:
        query = query.where(StaffRole.staff_id.in_(list(people)))
    held: dict[UUID, set[Role]] = {}
    for staff_id, role in work.session.execute(query):
        held.setdefault(staff_id, set()).add(role)
    return {staff_id: ordered(roles) for staff_id, roles in held.items()}


def ordered(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles in the order of ``Role``."""
    held = set(roles)
    return tuple(role for role in Role if role in held)


def my_grants(work: UnitOfWork, kinds: Sequence[GrantKind]) -> sa.Select[AccessGrant, Student, str]:
    """The actor's own open grants of these kinds, with the student and who gave it."""
    return (
        sa.select(AccessGrant, Student, StaffMember.name)
        .join(Student, Student.id == AccessGrant.student_id)
        .join(StaffMember, StaffMember.id == AccessGrant.granted_by)
        .where(
            AccessGrant.staff_id == work.actor.staff_id,
            AccessGrant.kind.in_(kinds),
            still_open(work),
        )
    )
