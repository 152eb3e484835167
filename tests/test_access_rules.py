"""The same rules twice, in Python and in the guard of a school: they say exactly the same.

Random schools, and for each of their staff the students by both; beside them a third reading, of
the table in DOMAIN.md, in plain sets.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.rights import Role
from lob_workbench.people import access
from lob_workbench.people.records import AccessGrant, StaffMember, Student, Team, TeamMember
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store

STAFF, STUDENTS, TEAMS, WORLDS = 8, 14, 3, 6

CRITERIA = {
    "caseload": access.own_students,
    "cared": access.cared_students,
    "readable": access.readable_students,
    "visible": access.visible_students,
}


def by_table(
    actor: Actor, students: list[Student], grants: list[AccessGrant], teams: set[UUID], day: Any
) -> dict[str, set[UUID]]:
    """What DOMAIN.md says."""

    def granted(kind: GrantKind, role: Role) -> set[UUID]:
        return {
            grant.student_id
            for grant in grants
            if role in actor.roles
            and (grant.staff_id, grant.kind, grant.ended_at) == (actor.staff_id, kind, None)
            and (grant.until is None or grant.until >= day)
        }

    own = {
        student.id
        for student in students
        if student.counsellor_id == actor.staff_id and Role.COUNSELLOR in actor.roles
    }
    cared = granted(GrantKind.SECOND_LINE, Role.SECOND_LINE)
    readable = own | cared | granted(GrantKind.ASKED_IN, Role.COUNSELLOR)
    led = {s.id for s in students if s.team_id in teams and Role.TEAM_LEADER in actor.roles}
    return {"caseload": own, "cared": cared, "readable": readable, "visible": readable | led}


@pytest.mark.parametrize("seed", range(WORLDS))
def test_python_and_the_guard_say_the_same_of_every_student(server_store: Store, seed: int) -> None:
    store, chance, numbers = server_store, Random(seed), count(1)
    # The guard goes by the clock of the server.
    store.clock.moment = now = datetime.now(UTC)
    day = store.clock.today()
    staff = [
        store.colleague(*(role for role in Role if chance.random() < 0.45)) for _ in range(STAFF)
    ]
    teams = [Team(id=new_id(), name=f"Team {place}") for place in range(TEAMS)]
    belongs = {(t.id, a.staff_id) for t in teams for a in staff if chance.random() < 0.4}
    with store.unguarded() as work:
        work.session.add_all(teams)
        work.session.flush()
        work.session.add_all(TeamMember(team_id=team, staff_id=person) for team, person in belongs)
    for _ in range(STUDENTS):
        store.student(
            str(next(numbers)),
            counsellor_id=chance.choice([None, *(actor.staff_id for actor in staff)]),
            team_id=chance.choice([None, *(team.id for team in teams)]),
        )
    with store.unguarded() as work:
        students = list(work.session.scalars(sa.select(Student)))
        days = [None, *(day + timedelta(days=days) for days in (-400, -1, 0, 1, 30))]
        grants = [
            AccessGrant(
                id=new_id(),
                student_id=chance.choice(students).id,
                staff_id=chance.choice(staff).staff_id,
                kind=chance.choice(list(GrantKind)),
                reason="",
                granted_by=store.owner.staff_id,
                granted_at=now,
                until=chance.choice(days),
                ended_at=chance.choice([None, None, None, now, now + timedelta(days=2)]),
            )
            for _ in range(70)
        ]
        work.session.add_all(grants)
    gone = staff[-1]
    with store.unguarded() as work:
        work.session.get_one(StaffMember, gone.staff_id).active_until = day - timedelta(days=1)
    reached = 0
    for actor in staff:
        mine = {team for team, person in belongs if person == actor.staff_id}
        expected = by_table(actor, students, grants, mine, day)
        with store.login(actor).connect() as connection:
            guard = {
                name: set(connection.scalars(sa.text(f"SELECT lob.{name}()"))) for name in CRITERIA
            }
        if actor is gone:
            # A login whose time is over never becomes an actor.
            assert guard == {name: set() for name in CRITERIA}
            continue
        # Without the guard: the superuser's own eyes, so that Python alone decides.
        with store.unguarded() as work:
            work.actor = actor
            python = {
                name: set(work.session.scalars(sa.select(Student.id).where(criterion(work))))
                for name, criterion in CRITERIA.items()
            }
        assert python == guard == expected, sorted(actor.roles)
        reached += sum(map(len, expected.values()))
    assert reached, "nobody reaches anybody: this proves nothing"
