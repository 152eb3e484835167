"""Growth as it is read: now against then, of one person and of a selection, on both engines."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.errors import NotAllowed, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations as conversations
from lob_workbench.features.life_skills import operations_growth as growth
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import Moment, Since, Then, grew_most
from lob_workbench.people.records import Team, TeamMember
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot
from lob_workbench.skills.rules_sets import Route
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.base import new_id
from tests.features.conversations.test_operations import a_talk
from tests.features.life_skills.growing import (
    JULY,
    KEY,
    OCTOBER,
    TODAY,
    confirmed,
    grown_student,
    level,
)
from tests.helpers.skills import a_student
from tests.helpers.stores import Store

YEAR = Moment()
ROUTE = Route(new_id(), "Leidinggeven in de keuken", "werkbank", ("courage", "listening"), new_id())


def words(found) -> list[str]:
    return [f"{one.skill.name} {one.then.level}-{one.now.level}" for one in grew_most(found.skills)]


def test_a_person_now_against_the_begin_of_the_school_year(store: Store) -> None:
    student = grown_student(store)
    with store.work() as work:
        found = growth.read_person(work, student, KEY, (), YEAR)
    assert found.learner.name == "Zoë van 't Hart"
    assert (found.then, found.today) == (Then(Since.YEAR, date(2026, 8, 1)), TODAY)
    assert len(found.skills) == 25
    assert words(found) == ["Lef 0-1", "Luisteren 1-2"]
    assert found.gained == 2
    by_id = {one.skill.id: one for one in found.skills}
    assert by_id["planning"].shown_more == 2
    assert by_id["listening"].heading == "Samen"


def test_another_day_and_only_the_skills_of_a_route(store: Store) -> None:
    student = grown_student(store)
    with store.work() as work:
        for day, gained in (
            (JULY - timedelta(1), 3),
            (JULY, 2),
            (OCTOBER - timedelta(1), 2),
            (OCTOBER, 0),
            (TODAY + timedelta(400), 0),
        ):
            moment = Moment(Since.DAY, day)
            found = growth.read_person(work, student, KEY, ROUTE.skills, moment)
            assert [one.skill.id for one in found.skills] == ["courage", "listening"]
            assert (found.gained, found.then) == (gained, Then(Since.DAY, min(day, TODAY)))
        # A school's page may not know the set yet: ours is meant.
        assert growth.read_person(work, student, "", (), YEAR).gained == 2
        with pytest.raises(NotFound):
            growth.read_person(work, student, "another@9", (), YEAR)


def test_the_last_talk_where_there_is_one(store: Store) -> None:
    student = grown_student(store)
    talk = Moment(Since.TALK)
    with store.work() as work:
        found = growth.read_person(work, student, KEY, (), talk)
        assert found.then == Then(Since.YEAR, date(2026, 8, 1))
    with store.work() as work:
        conversations.record(work, a_talk(student, held_on=OCTOBER - timedelta(3)))
    with store.work() as work:
        found = growth.read_person(work, student, KEY, (), talk)
        assert (found.then, found.gained) == (Then(Since.TALK, OCTOBER - timedelta(3)), 2)
        group = growth.read_group(work, Selection(KEY), talk)
        assert group.then.since is Since.YEAR


def test_a_group_together_and_one_by_one(store: Store) -> None:
    grown_student(store)
    store.student("0411002", PersonName("Oğuz", "", "Çelik"))
    with store.work() as work:
        found = growth.read_group(work, Selection(KEY), YEAR)
        assert [(one.learner.name, one.levels, one.gained) for one in found.people] == [
            ("Oğuz Çelik", 0, 0),
            ("Zoë van 't Hart", 3, 2),
        ]
        listening = next(one for one in found.skills if one.skill.id == "listening")
        assert (listening.then, listening.now, listening.counts) == (0.5, 1.0, (1, 0, 1, 0, 0))
        assert all(sum(one.counts) == 2 for one in found.skills)
        chosen = replace(
            Selection(KEY, route=ROUTE), chosen=frozenset({found.people[1].learner.id})
        )
        alone = growth.read_group(work, chosen, YEAR)
        assert [one.skill.id for one in alone.skills] == ["courage", "listening"]
        assert [(one.then, one.now) for one in alone.skills] == [(0.0, 1.0), (1.0, 2.0)]
        assert [one.levels for one in alone.people] == [3]
        nobody = growth.read_group(work, Selection(KEY, wanted=StudentFilter(words="xyz")), YEAR)
        assert nobody.people == ()
        assert {one.now for one in nobody.skills} == {0.0}


def a_team(store: Store) -> Learner:
    """A colleague in a team of the owner."""
    colleague = store.colleague(Role.COUNSELLOR)
    with store.unguarded() as work:
        team = Team(id=new_id(), name="Team Zorg")
        work.session.add(team)
        work.session.flush()
        for staff in (store.owner.staff_id, colleague.staff_id):
            work.session.add(TeamMember(team_id=team.id, staff_id=staff))
    name = colleague.name
    return Learner(colleague.staff_id, LearnerKind.MEMBER, name, name, team="Team Zorg", own=True)


def test_a_team_of_members_too(embedded_store: Store) -> None:
    store = embedded_store
    member = a_team(store)
    confirmed(store, member, level("leadership", 1), OCTOBER)
    with store.work() as work:
        found = growth.read_group(work, Selection(KEY, LearnerKind.MEMBER), YEAR)
        assert [(one.learner.name, one.gained) for one in found.people] == [
            ("Mirjam Bakker", 0),
            ("Daan de Wit", 1),
        ]
        assert found.skills[-1].counts == (1, 1, 0, 0, 0)
        sheet = growth.growth_sheet(work, member.id, KEY, (), Moment(Since.TALK))
        assert sheet.growth.then.since is Since.YEAR


def test_the_sheet_of_a_person_begins_with_what_was_agreed(store: Store) -> None:
    student = grown_student(store)
    learner = a_student(student)

    def agree(skill: str, to: int, status: GoalStatus = GoalStatus.OPEN) -> None:
        slots = (Slot(1, TODAY, TODAY + timedelta(30)),)
        goal = Goal(new_id(), student, KEY, skill, to, TODAY, status, action="Oefenen", slots=slots)
        with store.work() as work:
            write_goal(work, goal, learner, load_skill_set())

    agree("leadership", 2)
    agree("leadership", 1)
    agree("calm", 1, GoalStatus.STOPPED)
    agree("courage", 1)
    with store.work() as work:
        sheet = growth.growth_sheet(work, student, KEY, (), YEAR)
        group = growth.group_sheet(work, Selection(KEY), YEAR)
    assert [(step.skill.id, step.level.number, step.agreed) for step in sheet.steps] == [
        ("leadership", 1, True),
        ("planning", 1, False),
        ("identity", 1, False),
    ]
    assert [behaviour.number for behaviour in sheet.steps[1].lacking] == [2, 4, 5]
    assert (sheet.head.school, sheet.author) == ("Het Voorbeeldcollege", store.owner.name)
    assert group.growth.people[0].gained == 2
    assert sheet.set_name == group.set_name


def test_a_stranger_sees_nobody_and_who_may_not_count_is_refused(store: Store) -> None:
    student = grown_student(store)
    stranger = store.colleague(Role.COUNSELLOR)
    with store.work(stranger) as work:
        for read in (growth.read_person, growth.growth_sheet):
            with pytest.raises(NotFound):
                read(work, student, KEY, (), YEAR)
        assert growth.read_group(work, Selection(KEY), YEAR).people == ()
        assert growth.group_sheet(work, Selection(KEY), YEAR).growth.people == ()
    intaker = store.colleague(Role.INTAKE_OFFICER)
    with store.work(intaker) as work, pytest.raises(NotAllowed):
        growth.read_group(work, Selection(KEY), YEAR)


def test_a_team_leader_counts_without_opening_a_dossier(store: Store) -> None:
    student = grown_student(store)
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with store.work(leader) as work:
        assert growth.read_person(work, student, KEY, (), YEAR).gained == 2
        assert growth.read_group(work, Selection(KEY), YEAR).people[0].gained == 2
        assert growth.growth_sheet(work, student, KEY, (), YEAR).growth.gained == 2
