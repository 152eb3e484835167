"""Whose life skills somebody reaches: the same in Python and in the guard of a school.

Random schools; beside both a third reading, of the rules in plain sets.
"""

from datetime import UTC, datetime
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.people.records import StaffMember, Student, Team, TeamMember
from lob_workbench.people.rules import GrantKind
from lob_workbench.skills import access, queries
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.stores import Store

STAFF, STUDENTS, TEAMS, WORLDS = 8, 12, 3, 4


def reached(work: UnitOfWork, criterion: Any) -> set[UUID]:
    """All learners there are that fit."""
    ids: set[UUID] = set()
    for kind in (Student, StaffMember, Team):
        ids |= set(work.session.scalars(sa.select(kind.id).where(criterion(work, kind.id))))
    return ids


def kept(work: UnitOfWork) -> set[UUID]:
    """All learners for whom the actor may write."""
    found = set()
    for kind in (Student, StaffMember, Team):
        for id_ in work.session.scalars(sa.select(kind.id)):
            try:
                access.require_own(work, id_)
            except NotFound:
                continue
            found.add(id_)
    return found


@pytest.mark.parametrize("seed", range(WORLDS))
def test_python_and_the_guard_say_the_same_of_every_learner(server_store: Store, seed: int) -> None:
    store, chance, numbers = server_store, Random(seed), count(1)
    store.clock.moment = datetime.now(UTC)
    roles = [role for role in Role if role is not Role.ADMINISTRATOR]
    staff = [
        store.colleague(*(role for role in roles if chance.random() < 0.45)) for _ in range(STAFF)
    ]
    teams = [Team(id=new_id(), name=f"Team {place}") for place in range(TEAMS)]
    ids = [team.id for team in teams]
    belongs = {(team, one.staff_id) for team in ids for one in staff if chance.random() < 0.4}
    with store.unguarded() as work:
        work.session.add_all(teams)
        work.session.flush()
        work.session.add_all(TeamMember(team_id=team, staff_id=person) for team, person in belongs)
    students = {
        store.student(
            str(next(numbers)),
            counsellor_id=(of := chance.choice(staff)).staff_id,
            team_id=(team := chance.choice(ids)),
        ): (of, team)
        for _ in range(STUDENTS)
    }
    asked = {(chance.choice(list(students)), chance.choice(staff).staff_id) for _ in range(10)}
    for student, reader in asked:
        store.grant(student, Actor(reader, "", frozenset()), GrantKind.ASKED_IN)
    for actor in staff:
        me, counsels = actor.staff_id, Role.COUNSELLOR in actor.roles
        mine = {team for team, person in belongs if person == me}
        led = mine if Role.TEAM_LEADER in actor.roles else set()
        people = {me} | {person for team, person in belongs if team in led}
        own = {id_ for id_, (of, _) in students.items() if of is actor and counsels}
        read = own | {id_ for id_, reader in asked if reader == me and counsels}
        see = read | {id_ for id_, (_, team) in students.items() if team in led}
        expected = {
            "skill_kept": own | people | led,
            "skill_seen": see | people | mine,
            "readable": read | people | mine,
        }
        with store.login(actor).connect() as connection:
            ask = "SELECT lob.{}()"
            guard = {
                name: set(connection.scalars(sa.text(ask.format(name))))
                for name in ("skill_kept", "skill_seen", "skill_known", "readable")
            }
            guard["readable"] |= guard.pop("skill_known")
        with store.unguarded() as work:
            work.actor = actor
            python = {
                "skill_kept": kept(work),
                "skill_seen": reached(work, access.seen),
                "readable": reached(work, access.readable),
            }
            listed = {one.id for one in queries.list_members(work)}
            known = {one.id: one.own for one in queries.list_teams(work)}
        assert python == guard == expected, sorted(actor.roles)
        assert listed == people
        assert known == {team: team in led for team in mine}


def test_on_a_laptop_one_keeps_ones_own_and_the_teams_one_is_in(embedded_store: Store) -> None:
    store = embedded_store
    colleague, stranger = store.colleague(), store.colleague()
    team, other = Team(id=new_id(), name="Zorg"), Team(id=new_id(), name="Bouw")
    with store.unguarded() as work:
        work.session.add_all([team, other])
        work.session.flush()
        work.session.add_all(
            TeamMember(team_id=one.id, staff_id=person.staff_id)
            for one, person in ((team, store.owner), (team, colleague), (other, stranger))
        )
    with store.work() as work:
        members = queries.list_members(work)
        assert [one.id for one in members] == [store.owner.staff_id, colleague.staff_id]
        assert [one.team for one in members] == ["Zorg", "Zorg"]
        assert [(one.id, one.own) for one in queries.list_teams(work)] == [(team.id, True)]
        assert queries.get_learner(work, team.id).kind is LearnerKind.TEAM
        for unknown in (other.id, stranger.staff_id, new_id()):
            with pytest.raises(NotFound):
                queries.get_learner(work, unknown)
            with pytest.raises(NotFound):
                access.require_own(work, unknown)


def test_a_row_names_its_learner_by_kind() -> None:
    for kind in LearnerKind:
        one = Learner(new_id(), kind, "A", "A")
        assert access.columns_of(one) == {"learner_id": one.id, f"{kind.value}_id": one.id}
