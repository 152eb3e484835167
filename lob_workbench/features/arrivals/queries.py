"""Reading proposed students: one's own, and those for the teams that one leads."""

import sqlalchemy as sa

from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals.records import StudentArrival
from lob_workbench.features.arrivals.rules import Answer, ArrivalView
from lob_workbench.people.records import StaffMember, Team, TeamMember
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork

Criterion = sa.ColumnElement[bool]


def own(work: UnitOfWork) -> Criterion:
    """Those that the actor proposed."""
    return StudentArrival.proposed_by == work.actor.staff_id


def to_answer(work: UnitOfWork) -> Criterion:
    """Open ones for teams that the actor leads; never the actor's own."""
    if Role.TEAM_LEADER not in work.actor.roles:
        return sa.false()
    led = sa.select(TeamMember.team_id).where(TeamMember.staff_id == work.actor.staff_id)
    return sa.and_(
        StudentArrival.answered_at.is_(None),
        StudentArrival.proposed_by != work.actor.staff_id,
        StudentArrival.team_id.in_(led),
    )


def list_arrivals(work: UnitOfWork, criterion: Criterion) -> tuple[ArrivalView, ...]:
    """Proposed students by proposer, then in the order of a list of names."""
    query = (
        sa.select(StudentArrival, Team.name, StaffMember.name)
        .join(Team, StudentArrival.team_id == Team.id)
        .join(StaffMember, StudentArrival.proposed_by == StaffMember.id)
        .where(criterion)
    )
    views = [_view(*row) for row in work.session.execute(query)]
    return tuple(sorted(views, key=_order))


def _view(arrival: StudentArrival, team: str, proposer: str) -> ArrivalView:
    return ArrivalView(
        id=arrival.id,
        number=arrival.number,
        name=PersonName(arrival.first_name, arrival.infix, arrival.last_name),
        team=team,
        proposed_by=arrival.proposed_by,
        proposer=proposer,
        proposed_at=arrival.proposed_at,
        answer=answer_of(arrival),
        answered_at=arrival.answered_at,
    )


def _order(view: ArrivalView) -> tuple[str, str, str, str]:
    # Two colleagues may have one name.
    return view.proposer.casefold(), str(view.proposed_by), view.name.sort_key, view.number


def answer_of(arrival: StudentArrival) -> Answer:
    """How it stands with this one."""
    if arrival.answered_at is None:
        return Answer.WAITING
    return Answer.ACCEPTED if arrival.accepted else Answer.DECLINED
