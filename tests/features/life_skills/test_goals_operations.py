"""Agreements on life skills as pages ask for them, on both databases."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills import operations_goals as goals
from lob_workbench.features.life_skills import overview_goals
from lob_workbench.features.life_skills.goal_drafts import new_draft
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people.records import Team, TeamMember
from lob_workbench.people.rules import GrantKind, PersonName, StudentFilter
from lob_workbench.skills.queries_sets import get_set
from lob_workbench.skills.records import SkillSetRecord
from lob_workbench.skills.records_goals import SkillGoal
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, Slot, SlotProgress
from lob_workbench.skills.rules_sets import Route
from lob_workbench.skills.writing_goals import write_goal
from lob_workbench.storage.base import new_id
from tests.helpers.hostile import FORMULAS, MARKUP, SQL
from tests.helpers.stores import MONDAY, Store

TODAY = MONDAY.date()
SET = load_skill_set()
LATE = Slot(1, date(2026, 11, 2), date(2026, 11, 6), SlotProgress.GOING, "Kijkt mee")
NOW = Slot(1, date(2026, 11, 16), date(2026, 12, 4), plan="Doet het zelf")
MEMBERS = Selection(SET.key, LearnerKind.MEMBER)


def a_learner(student: UUID) -> Learner:
    """The student, as a page passes it on."""
    return Learner(student, LearnerKind.STUDENT, "Zoë van 't Hart", "Hart, Zoë van 't", own=True)


def a_goal(
    learner: Learner, *slots: Slot, skill: str = "planning", action: str = "Maakt een planning."
) -> Goal:
    """A new agreement."""
    return Goal(
        new_id(),
        learner.id,
        SET.key,
        skill,
        2,
        TODAY,
        action=action,
        helper="J. de Vries",
        slots=slots or (NOW,),
    )


def saved(store: Store, learner: Learner, goal: Goal, actor: Actor | None = None) -> Goal:
    """The agreement, written down."""
    with store.work(actor) as work:
        goals.save_goal(work, goal, learner)
    with store.work(actor) as work:
        return goals.read_goal(work, goal.id, learner)


def a_team(store: Store, *staff: UUID, name: str = "Team Zorg") -> UUID:
    """A team with these members."""
    with store.unguarded() as work:
        team = Team(id=new_id(), name=name)
        work.session.add(team)
        work.session.flush()
        work.session.add_all(TeamMember(team_id=team.id, staff_id=one) for one in staff)
        return team.id


def later(store: Store) -> None:
    """A minute passes."""
    store.clock.moment += timedelta(minutes=1)


def test_late_ones_come_first_and_what_is_closed_last(store: Store) -> None:
    learner = a_learner(store.student())
    other = a_learner(store.student("0411002", PersonName("Oğuz", "", "Çelik")))
    soon = saved(store, learner, a_goal(learner))
    late = saved(store, other, a_goal(other, LATE, skill="courage"))
    closed = saved(store, learner, a_goal(learner, LATE))
    with store.work() as work:
        goals.close_goal(work, closed.id, closed.version, GoalStatus.STOPPED)
    with store.work() as work:
        shown = goals.read_goals(work, Selection(SET.key))
    assert [view.goal.id for view in shown.goals] == [late.id, soon.id, closed.id]
    first = shown.goals[0]
    assert (first.learner.name, first.skill, first.reached, first.readable) == (
        "Oğuz Çelik",
        "Lef",
        0,
        True,
    )
    assert first.level_name == SET.skill("courage").level(2).name
    assert first.current_slot(TODAY) == LATE
    assert [view.goal.id for view in shown.of(learner.id)] == [soon.id, closed.id]
    assert {one.id for one in shown.learners} == {learner.id, other.id}


def test_a_list_opens_the_words_of_own_students(store: Store) -> None:
    # Written without opening the dossier: the list has to tell the log itself.
    learner = a_learner(store.student())
    with store.unguarded() as work:
        write_goal(work, a_goal(learner), learner, SET)
    with store.work() as work:
        (view,) = goals.read_goals(work, Selection(SET.key)).goals
    assert (view.readable, view.goal.slots[0].plan) == (True, NOW.plan)


def test_a_selection_of_people_and_a_route_narrow_it(store: Store) -> None:
    learner = a_learner(store.student())
    other = a_learner(store.student("0411002"))
    planning = saved(store, learner, a_goal(learner))
    courage = saved(store, learner, a_goal(learner, skill="courage"))
    theirs = saved(store, other, a_goal(other))
    route = Route(new_id(), "Keuken", SET.id, ("courage",), store.owner.staff_id)

    def ids(selection: Selection) -> set[UUID]:
        with store.work() as work:
            return {view.goal.id for view in goals.read_goals(work, selection).goals}

    assert ids(Selection(SET.key)) == {planning.id, courage.id, theirs.id}
    assert ids(Selection(SET.key, chosen=frozenset({other.id}))) == {theirs.id}
    assert ids(Selection(SET.key, route=route)) == {courage.id}
    assert ids(Selection(SET.key, route=replace(route, set_id="other"))) == set()
    assert ids(Selection(SET.key, wanted=StudentFilter(words="niemand"))) == set()


def test_who_only_counts_reads_no_words(store: Store) -> None:
    student = store.student()
    learner = a_learner(student)
    goal = saved(store, learner, a_goal(learner, LATE))
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with store.work(leader) as work:
        (view,) = goals.read_goals(work, Selection(SET.key)).goals
        assert (view.goal.id, view.goal.action, view.readable) == (goal.id, "", False)
        assert (view.goal.slots[0].plan, view.goal.is_late(TODAY)) == ("", True)
        assert not view.learner.own
    with store.work(leader) as work, pytest.raises(NotFound):
        goals.answer_slot(work, goal.id, goal.version, 1, SlotProgress.DONE)
    with store.work(leader) as work:
        assert overview_goals.today(work).attention == ()
    with store.work(leader) as work, pytest.raises(NotAllowed):
        overview_goals.story(work, student)


def test_who_reads_along_reads_it_at_the_student(store: Store) -> None:
    student = store.student()
    learner = a_learner(student)
    goal = saved(store, learner, a_goal(learner))
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader, GrantKind.SECOND_LINE)
    with store.work(reader) as work:
        (view,) = goals.read_learner_goals(work, learner).goals
        assert (view.goal.action, view.learner.own) == (goal.action, False)
    with store.work(reader) as work:
        assert overview_goals.today(work).attention == ()


def test_the_team_comes_before_its_members(store: Store) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    member = store.colleague(Role.COUNSELLOR)
    team_id = a_team(store, leader.staff_id, member.staff_id)
    with store.work(leader) as work:
        team, me, other = goals.read_goals(work, MEMBERS).learners
    assert (team.kind, team.name, team.own) == (LearnerKind.TEAM, "Team Zorg", True)
    assert (me.id, other.id) == (leader.staff_id, member.staff_id)
    of_team = saved(store, team, a_goal(team, LATE, skill="communication"), leader)
    of_member = saved(store, other, a_goal(other), leader)
    with store.work(leader) as work:
        shown = goals.read_goals(work, MEMBERS)
        assert [view.goal.id for view in shown.goals] == [of_team.id, of_member.id]
        assert all(view.readable for view in shown.goals)
        (late,) = overview_goals.today(work).attention
    (item,) = late.items
    assert (item.student_id, item.student_name) == (None, "Team Zorg")
    assert item.target is not None
    assert (item.target.entity, item.target.detail) == (team_id, "goals")
    with store.work(member) as work:
        seen = goals.read_goals(work, MEMBERS)
        assert {view.goal.id for view in seen.goals} == {of_team.id, of_member.id}
        assert [one.own for one in seen.learners] == [False, True]
    with store.work(member) as work:
        assert [view.skill for view in goals.goal_sheet(work, team).goals] == ["Communicatie"]
    with store.work(member) as work, pytest.raises(NotFound):
        goals.save_goal(work, replace(of_team, action="Iets anders"), team)


def test_members_are_filtered_by_name_and_team(store: Store) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    a_team(store, leader.staff_id)
    a_team(store, leader.staff_id, name="Team Techniek")

    def names(wanted: StudentFilter) -> list[str]:
        with store.work(leader) as work:
            found = goals.read_goals(work, replace(MEMBERS, wanted=wanted)).learners
        return [one.name for one in found]

    assert names(StudentFilter()) == ["Team Techniek", "Team Zorg", "Daan de Wit"]
    assert names(StudentFilter(words="DAAN")) == ["Daan de Wit"]
    assert names(StudentFilter(team="Team Zorg")) == ["Team Zorg", "Daan de Wit"]


def test_an_answer_is_taken_back_with_the_version_it_gave(store: Store) -> None:
    learner = a_learner(store.student())
    goal = saved(store, learner, a_goal(learner, LATE))
    later(store)
    with store.work() as work:
        answered = goals.answer_slot(work, goal.id, goal.version, 1, SlotProgress.DONE)
    assert answered.changes.touches("skill_goal")
    later(store)
    with store.work() as work, pytest.raises(StaleSave):
        goals.answer_slot(work, goal.id, goal.version, 1, SlotProgress.STUCK)
    with store.work() as work:
        goals.answer_slot(work, goal.id, answered.version, 1, SlotProgress.GOING)
    with store.work() as work:
        assert goals.read_goal(work, goal.id, learner).slots == goal.slots
    with store.work() as work, pytest.raises(StaleSave):
        goals.answer_slot(work, goal.id, answered.version + 1, 9, SlotProgress.DONE)


def test_an_agreement_is_closed_and_opened_again(store: Store) -> None:
    learner = a_learner(store.student())
    goal = saved(store, learner, a_goal(learner, LATE))
    with store.work() as work:
        closed = goals.close_goal(work, goal.id, goal.version, GoalStatus.REACHED)
    with store.work() as work:
        found = goals.read_goal(work, goal.id, learner)
        assert (found.status, found.is_late(TODAY)) == (GoalStatus.REACHED, False)
    with store.work() as work, pytest.raises(StaleSave):
        goals.close_goal(work, goal.id, goal.version, GoalStatus.OPEN)
    with store.work() as work:
        goals.close_goal(work, goal.id, closed.version, GoalStatus.OPEN)
    with store.work() as work:
        assert goals.read_goal(work, goal.id, learner).is_late(TODAY)


def test_changing_keeps_what_somebody_else_changed_first(store: Store) -> None:
    learner = a_learner(store.student())
    goal = saved(store, learner, a_goal(learner))
    later(store)
    saved(store, learner, replace(goal, action="Van een ander."))
    later(store)
    with store.work() as work, pytest.raises(StaleSave):
        goals.save_goal(work, replace(goal, action="Van mij."), learner)
    with store.work() as work:
        assert goals.read_goal(work, goal.id, learner).action == "Van een ander."


def test_what_the_rules_refuse_is_not_written(store: Store) -> None:
    learner = a_learner(store.student())
    good = a_goal(learner)
    for wrong in (
        replace(good, action=" "),
        replace(good, level=5),
        replace(good, slots=()),
        replace(good, skill_id="flying"),
        replace(good, action="x" * 20_001),
    ):
        with store.work() as work, pytest.raises(InputRefused):
            goals.save_goal(work, wrong, learner)
    with store.work() as work:
        assert goals.read_learner_goals(work, learner).goals == ()


@pytest.mark.parametrize("text", [*MARKUP[:4], *FORMULAS[:3], *SQL[:2], "🙂\u202e\x00é", "R&D"])
def test_hostile_words_stay_words(embedded_store: Store, text: str) -> None:
    learner = a_learner(embedded_store.student())
    slot = replace(NOW, plan=f"p {text}")
    goal = saved(embedded_store, learner, a_goal(learner, slot, action=f"a {text}"))
    clean = text.replace("\u202e", "").replace("\x00", "").replace("\r", "\n")
    assert goal.action == f"a {clean}"
    assert goal.slots[0].plan == f"p {clean}"


def test_the_form_knows_what_somebody_stands_at(store: Store) -> None:
    learner = a_learner(store.student())
    with store.work() as work:
        about = goals.about_learner(work, learner.id, SET.key)
        assert (about.learner.id, about.skill_set.key) == (learner.id, SET.key)
        assert about.standing("planning").level == 0
    with store.work() as work, pytest.raises(NotFound):
        goals.about_learner(work, learner.id, "nobody@1")


def test_a_draft_is_kept_until_it_is_written(store: Store) -> None:
    learner = a_learner(store.student())
    draft = replace(new_draft(SET.key, learner.id, "planning"), action="Half\x00")
    blank = new_draft(SET.key, learner.id)
    nobody = replace(new_draft(SET.key), action="Nog voor niemand")

    def unfinished() -> tuple[str, ...]:
        with store.work() as work:
            found = goals.read_goals(work, Selection(SET.key)).unfinished
        return tuple(one.action for one in found)

    with store.work() as work:
        for one in (draft, blank, nobody):
            goals.keep_goal_draft(work, one)
    assert unfinished() == ("Half\x00",)
    with store.work() as work:
        assert goals.drop_goal_draft(work, draft.id).touches(goals.GOAL_DRAFT)
    assert unfinished() == ()
    with store.work() as work:
        goals.put_back_goal_draft(work, draft)
    with store.work() as work:
        assert goals.read_learner_goals(work, learner).unfinished == (draft,)
    saved(store, learner, replace(a_goal(learner), id=draft.id))
    assert unfinished() == ()


def test_an_agreement_of_an_unknown_set_is_still_shown(store: Store) -> None:
    learner = a_learner(store.student())
    goal = saved(store, learner, a_goal(learner))
    with store.unguarded() as work:
        record = work.session.get_one(SkillGoal, goal.id)
        record.set_key, record.skill_id, record.level = "newer@9", "teleporting", 0
    with store.work() as work:
        (view,) = goals.read_goals(work, Selection(SET.key)).goals
        assert (view.skill, view.level_name) == ("teleporting", "")
        assert work.session.query(SkillSetRecord).count() == 0
        assert get_set(work, SET.key) == SET


def test_the_time_line_and_today_tell_of_it(store: Store) -> None:
    student = store.student(group_id=None)
    learner = a_learner(student)
    with store.work() as work:
        assert overview_goals.today(work).attention == ()
    goal = saved(store, learner, a_goal(learner, LATE))
    reached = saved(store, learner, replace(a_goal(learner, LATE), level=0))
    with store.work() as work:
        goals.close_goal(work, reached.id, reached.version, GoalStatus.REACHED)
    with store.work() as work:
        items = {item.order: item for item in overview_goals.story(work, student)}
    level = SET.skill("planning").level(2).name
    assert items[str(goal.id)].title == f"Plannen 2: {level}"
    assert items[str(goal.id)].text == goal.action
    assert items[str(reached.id)].title == "Plannen 0"
    with store.work() as work:
        (late,) = overview_goals.today(work).attention
    (item,) = late.items
    assert (item.student_id, item.on) == (student, LATE.ends_on)
    assert item.target is not None
    assert (item.target.page, item.target.detail) == ("students", "life_skills")


def test_a_sheet_holds_what_the_paper_needs(store: Store) -> None:
    learner = a_learner(store.student())
    saved(store, learner, a_goal(learner))
    with store.work() as work:
        sheet = goals.goal_sheet(work, learner)
    assert (sheet.author, sheet.today, sheet.head.school) == (
        "Mirjam Bakker",
        TODAY,
        "Het Voorbeeldcollege",
    )
    assert [view.skill for view in sheet.goals] == ["Plannen"]


def test_who_names_no_set_gets_ours(store: Store) -> None:
    with store.work() as work:
        assert goals.read_goals(work, Selection("")).set_key == SET.key
        assert goals.read_goals(work, Selection("own@1")).set_key == "own@1"
