"""Proposing a student and answering, on both engines."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import TodayView
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals import operations, overview
from lob_workbench.features.arrivals.records import StudentArrival
from lob_workbench.features.arrivals.rules import Answer, Answered, NewArrival
from lob_workbench.people.queries import list_students
from lob_workbench.people.records import Student, Team, TeamMember
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store

OGUZ = PersonName("Oğuz", "", "Çelik")


def a_team(store: Store, leader: Actor, name: str = "Zorg") -> UUID:
    """A team with somebody in it."""
    key = new_id()
    with store.unguarded() as work:
        work.session.add(Team(id=key, name=name))
        work.session.flush()
        work.session.add(TeamMember(team_id=key, staff_id=leader.staff_id))
    return key


def propose(store: Store, number: str = "0411900", by: Actor | None = None) -> UUID:
    """A student proposed to the team Zorg."""
    arrival = NewArrival(new_id(), number, OGUZ)
    with store.work(by) as work:
        operations.propose(work, arrival, "Zorg")
    return arrival.id


def answer(store: Store, leader: Actor, *ids: UUID, accept: bool = True) -> Answered:
    """What the leader says."""
    with store.work(leader) as work:
        return operations.answer(work, ids, accept)


def today(store: Store, actor: Actor | None = None) -> TodayView:
    """What Vandaag gets."""
    with store.work(actor) as work:
        return overview.today(work)


def headings(view: TodayView) -> list[str]:
    """What asks attention."""
    return [group.heading_one for group in view.attention]


@pytest.fixture
def leader(store: Store) -> Actor:
    """Leads the team Zorg."""
    leader = store.colleague(Role.TEAM_LEADER)
    a_team(store, leader)
    return leader


def test_a_yes_lets_exactly_name_and_number_in(store: Store, leader: Actor) -> None:
    arrival = propose(store)
    with store.work(leader) as work:
        (view,) = operations.waiting(work)
    assert (view.name, view.number, view.team, view.answer) == (
        OGUZ, "0411900", "Zorg", Answer.WAITING
    )  # fmt: skip
    answered = answer(store, leader, arrival)
    assert answered.changes.touches("student")
    with store.unguarded() as work:
        student = work.session.get_one(Student, arrival)
        assert student.counsellor_id == store.owner.staff_id
        empty = ("birth_date", "gender", "group_id", "programme_id", "study_year", "start_date")
        assert {getattr(student, name) for name in empty} == {None}
        assert student.email == ""
    with store.work() as work:
        (row,) = list_students(work, StudentFilter(words="celik"))
        assert row.id == arrival
        (mine,) = operations.proposed(work)
        assert mine.answer is Answer.ACCEPTED
    with store.work(leader) as work:
        assert operations.waiting(work) == ()


def test_a_no_lets_nobody_in_and_stands(store: Store, leader: Actor) -> None:
    arrival = propose(store)
    answer(store, leader, arrival, accept=False)
    with store.work() as work:
        assert list_students(work, StudentFilter()) == ()
        (mine,) = operations.proposed(work)
        assert mine.answer is Answer.DECLINED
    with pytest.raises(NotFound):
        answer(store, leader, arrival)


def test_a_taken_number_keeps_waiting(store: Store, leader: Actor) -> None:
    store.student("0411901", counsellor_id=None)
    free, taken = propose(store), propose(store, "0411901")
    answered = answer(store, leader, free, taken)
    assert [view.id for view in answered.done] == [free]
    assert [view.id for view in answered.taken] == [taken]
    with store.work(leader) as work:
        assert [view.id for view in operations.waiting(work)] == [taken]
    assert answer(store, leader, taken, accept=False).done


def test_nobody_answers_for_herself_or_for_another_team(store: Store, leader: Actor) -> None:
    both = store.colleague(Role.COUNSELLOR, Role.TEAM_LEADER)
    with store.unguarded() as work:
        (zorg,) = work.session.scalars(sa.select(Team.id).where(Team.name == "Zorg"))
        work.session.add(TeamMember(team_id=zorg, staff_id=both.staff_id))
    elsewhere = store.colleague(Role.TEAM_LEADER)
    a_team(store, elsewhere, "Techniek")
    arrival = propose(store, by=both)
    for actor in (both, elsewhere):
        with store.work(actor) as work:
            assert operations.waiting(work) == ()
        with pytest.raises(NotFound):
            answer(store, actor, arrival)
    with pytest.raises(NotAllowed):
        answer(store, store.colleague(Role.COUNSELLOR), arrival)
    answer(store, leader, arrival)


def test_past_the_operation_the_server_refuses_too(server_store: Store) -> None:
    store = server_store
    both = store.colleague(Role.COUNSELLOR, Role.TEAM_LEADER)
    team = a_team(store, both)
    arrival = propose(store, by=both)
    yes = {"answered_by": both.staff_id, "answered_at": store.clock.now(), "accepted": True}
    with pytest.raises(NotAllowed), store.work(both) as work:
        work.session.execute(
            sa.update(StudentArrival).where(StudentArrival.id == arrival).values(**yes)
        )
    # In the name of somebody else.
    borrowed = StudentArrival(
        id=new_id(), number="1", first_name="A", infix="", last_name="B", team_id=team,
        proposed_by=store.owner.staff_id, proposed_at=store.clock.now(), answered_by=None,
        answered_at=None, accepted=None,
    )  # fmt: skip
    with pytest.raises(NotAllowed), store.work(both) as work:
        work.session.add(borrowed)


def test_a_team_must_be_there(store: Store) -> None:
    with pytest.raises(InputRefused):
        propose(store)


def test_what_is_compared_before_proposing_is_what_one_may_see(store: Store, leader: Actor) -> None:
    mine = store.student("0411902")
    other = store.colleague(Role.COUNSELLOR)
    store.student("0411903", counsellor_id=other.staff_id)
    a_team(store, leader, "Techniek")
    with store.work() as work:
        assert [view.id for view in operations.known_students(work)] == [mine]
        assert operations.team_names(work) == {"Zorg", "Techniek"}


def test_today_tells_who_waits_and_what_was_answered(store: Store, leader: Actor) -> None:
    yes, no = propose(store), propose(store, "0411901")
    assert headings(today(store)) == ["1 student wacht op de teamleider"]
    assert len(today(store).attention[0].items) == 2
    assert headings(today(store, leader)) == ["1 student wacht op jouw bevestiging"]
    assert today(store, store.colleague(Role.COUNSELLOR)) == TodayView()
    answer(store, leader, yes)
    answer(store, leader, no, accept=False)
    assert headings(today(store, leader)) == []
    assert headings(today(store)) == [
        "1 student is toegelaten: neem je werkboek nu verder mee",
        "1 student is niet toegelaten",
    ]
    store.clock.moment += overview.NEWS
    assert headings(today(store)) == []


def test_the_page_is_in_the_navigation_of_who_answers() -> None:
    (feature,) = [feature for feature in FEATURES if feature.name == "arrivals"]
    may = {role for role in Role if Actor(new_id(), "", frozenset({role})).may(feature.right)}
    assert may == {Role.TEAM_LEADER}
