"""Whose werkbank this is: the school and the person at the desk."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right, Role
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people import records
from lob_workbench.storage.unit_of_work import UnitOfWork

MAX_LOGO_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class School:
    """The school: its name, the school year (*2026-2027*) and a logo as PNG or JPEG."""

    name: str
    year: str
    logo: bytes | None = None


def school_year(on: date) -> str:
    """The school year of a day: it begins on 1 August."""
    first = on.year if on.month >= 8 else on.year - 1
    return f"{first}-{first + 1}"


def set_up(work: UnitOfWork, owner_name: str, roles: frozenset[Role], school: School) -> Actor:
    """Write the owner and the school into a new workbook; returns the owner as actor.

    Not an ``@operation``: nobody has rights before this has run. Raises ``InputRefused`` for an
    empty name or school, no role, or a logo over 2 MB.
    """
    name = clean_line(owner_name)
    school_name = clean_line(school.name)
    if not name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul je naam in."))
    if not school_name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul de naam van je school in."))
    if not roles:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies minstens één rol."))
    _check_logo(school.logo)
    member = records.StaffMember(
        id=work.actor.staff_id, name=name, is_owner=True, updated_at=work.clock.now()
    )
    member.roles = [records.StaffRole(role=role) for role in sorted(roles)]
    work.session.add(member)
    work.session.add(
        records.School(name=school_name, year=clean_line(school.year), logo=school.logo)
    )
    return Actor(work.actor.staff_id, name, roles, own_desk=True)


def owner(work: UnitOfWork) -> Actor:
    """Whose workbook this is; raises ``NotFound`` in one that was never set up."""
    member = work.session.scalars(
        sa.select(records.StaffMember).where(records.StaffMember.is_owner)
    ).one_or_none()
    if member is None:
        raise NotFound
    roles = work.session.scalars(
        sa.select(records.StaffRole.role).where(records.StaffRole.staff_id == member.id)
    )
    return Actor(member.id, member.name, frozenset(roles), own_desk=True)


def whoami(work: UnitOfWork, login: str) -> Actor:
    """Who logs in as ``login`` at a school's server; ``NotFound`` for nobody, or nobody any more.

    Not an ``@operation``: rights come from what this finds.
    """
    member = work.session.scalars(
        sa.select(records.StaffMember).where(records.StaffMember.login == login)
    ).one_or_none()
    if member is None:
        raise NotFound
    roles = work.session.scalars(
        sa.select(records.StaffRole.role).where(records.StaffRole.staff_id == member.id)
    )
    return Actor(member.id, member.name, frozenset(roles))


@operation(Right.OPEN_WORKBENCH)
def read_school(work: UnitOfWork) -> School:
    """The school of this workbook."""
    row = work.session.scalars(sa.select(records.School)).one_or_none()
    if row is None:
        raise NotFound
    return School(row.name, row.year, row.logo)


@operation(Right.CHANGE_SETTINGS)
def save_school(work: UnitOfWork, school: School, before: School | None = None) -> Changes:
    """Change the name, year or logo of the school.

    ``before`` is the school as it was seen; raises ``StaleSave`` when it is another one by now.
    """
    query = sa.select(records.School).with_for_update()
    row = work.session.scalars(query.execution_options(populate_existing=True)).one()
    if before is not None and School(row.name, row.year, row.logo) not in (before, school):
        raise StaleSave
    name = clean_line(school.name)
    if not name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul de naam van je school in."))
    _check_logo(school.logo)
    row.name, row.year, row.logo = name, clean_line(school.year), school.logo
    return Changes.of("school", row.id)


def _check_logo(logo: bytes | None) -> None:
    if logo is None:
        return
    if len(logo) > MAX_LOGO_BYTES or not logo.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Kies als logo een PNG- of JPEG-plaatje van hoogstens 2 MB."
            )
        )
