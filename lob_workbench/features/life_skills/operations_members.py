"""A team in a workbook on a laptop: its owner writes down with whom they grow."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line, fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.records import StaffMember, Team, TeamMember
from lob_workbench.skills import queries
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class NewMember:
    """Who comes into which team; the team is made when there is none of that name."""

    id: UUID
    name: str
    team: str


@operation(Right.KEEP_WORKBOOK)
def begin_member(work: UnitOfWork) -> NewMember:
    """Nobody yet, in the team that the owner belongs to, if any."""
    own = queries.list_teams(work)
    return NewMember(new_id(), "", own[0].name if own else "")


@operation(Right.KEEP_WORKBOOK)
def add_member(work: UnitOfWork, member: NewMember) -> Changes:
    """Write down a team member of the owner, once under its id; the owner belongs there too.

    Raises ``InputRefused`` without a name or a team, and for a name that is in that team already.
    """
    name, team_name = clean_line(member.name, limit=80), clean_line(member.team, limit=80)
    if not name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul de naam van je teamlid in."))
    if not team_name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul de naam van jullie team in."))
    changes = Changes.of("staff", member.id)
    if work.session.get(StaffMember, member.id) is not None:
        return changes
    if any(fold(one.name) == fold(name) for one in queries.list_members(work)):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Dit teamlid staat er al."))
    team = _team(work, team_name)
    work.session.add(StaffMember(id=member.id, name=name, updated_at=work.clock.now()))
    work.session.flush()
    for staff_id in (work.actor.staff_id, member.id):
        if work.session.get(TeamMember, (team, staff_id)) is None:
            work.session.add(TeamMember(team_id=team, staff_id=staff_id))
    work.session.flush()
    return changes


def _team(work: UnitOfWork, name: str) -> UUID:
    known = work.session.scalar(sa.select(Team.id).where(Team.name == name))
    if known is not None:
        return known
    team = Team(id=new_id(), name=name)
    work.session.add(team)
    work.session.flush()
    return team.id
