"""Who left troubles no list, no plan and no *Vandaag*; the dossier stays with the counsellor."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.contributions import contributed
from lob_workbench.features.agenda import operations as agenda
from lob_workbench.features.agenda.rules import week_of
from lob_workbench.features.conversations.operations import read_conversation
from lob_workbench.features.conversations.operations_agreements import all_agreements
from lob_workbench.features.life_skills.operations_growth import read_group
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import Moment
from lob_workbench.features.planning.operations import overdue
from lob_workbench.features.planning.operations_group import start_group
from lob_workbench.features.search.operations import find_students
from lob_workbench.features.students.operations import list_students, read_story
from lob_workbench.features.today.operations import read_day
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.people.writing_enrolment import let_leave, let_return
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules import NextTalk
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.features.life_skills.claims import claimed
from tests.helpers.stores import Store

NAME = PersonName("Weggaander", "", "Vertrokken")


def _today(work: UnitOfWork) -> object:
    return [source(work) for source in contributed(FEATURES, work.actor, "today")]


LISTS: dict[str, Callable[[UnitOfWork], object]] = {
    "students": lambda work: list_students(work, StudentFilter()).rows,
    "today": _today,
    "agenda": lambda work: agenda.read_agenda(work, *week_of(TODAY)),
    "choices of the agenda": lambda work: agenda.read_choices(work).students,
    "agreements": all_agreements,
    "planning": lambda work: overdue(work, TODAY),
    "a group to plan": start_group,
    "levels": lambda work: read_group(work, Selection(""), Moment()).people,
}


@pytest.fixture
def with_much(store: Store) -> Store:
    """Somebody of whom every list has something to tell."""
    student = store.student("0411009", NAME, start_date=TODAY - timedelta(days=90))
    held = a_talk(student, held_on=TODAY - timedelta(days=40), next_talk=NextTalk(TODAY, "09:20"))
    recorded(store, held)
    claimed(store, student)
    return store


@pytest.mark.parametrize("name", LISTS)
def test_a_list_forgets_who_left_and_knows_who_is_back(with_much: Store, name: str) -> None:
    store = with_much
    with store.work() as work:
        (row,) = list_students(work, StudentFilter()).rows

    def told() -> bool:
        with store.work() as work:
            return NAME.last in repr(LISTS[name](work))

    assert told(), "otherwise it proves nothing"
    with store.work() as work:
        let_leave(work, [row.id], TODAY, Destination.DECEASED)
    assert not told()
    with store.work() as work:
        let_return(work, [row.id], TODAY)
    assert told()


def test_the_dossier_stays_readable_and_is_added_to(with_much: Store) -> None:
    store = with_much
    with store.work() as work:
        (row,) = list_students(work, StudentFilter()).rows
        let_leave(work, [row.id], TODAY, Destination.WORK)
    view = recorded(store, a_talk(row.id, held_on=TODAY - timedelta(days=41), next_talk=None))
    with store.work() as work:
        assert read_conversation(work, view.id).summary
    with store.work() as work:
        story = read_story(work, row.id, contributed(FEATURES, work.actor, "story"))
    assert len(story.items) >= 3
    with store.work() as work:
        (found,) = list_students(work, StudentFilter(left=True)).rows
    assert found.id == row.id


@pytest.mark.parametrize("gone", [False, True])
def test_who_left_is_not_counted_and_asks_nothing(store: Store, gone: bool) -> None:
    """Who left, or died, is no longer waited for: no signal, and not one of today's number."""
    student = store.student("0411009", NAME, start_date=TODAY - timedelta(days=90))
    if gone:
        with store.work() as work:
            let_leave(work, [student], TODAY, Destination.DECEASED)
    with store.work() as work:
        facts = contributed(FEATURES, work.actor, "facts")
        signals = contributed(FEATURES, work.actor, "signals")
        (row,) = list_students(work, StudentFilter(left=gone), facts, None, signals).rows
        told = read_story(work, student, (), facts, signals=signals)
        day = read_day(work)
    assert [signal.kind for signal in row.signals] == [signal.kind for signal in told.signals]
    assert bool(told.signals) is not gone
    assert day.student_count == (0 if gone else 1)


def test_who_left_is_found_by_name_and_signals_nothing(with_much: Store) -> None:
    store = with_much
    store.student("0411010", PersonName("Weggelopen", "", "Terug"))
    with store.work() as work:
        signals = contributed(FEATURES, work.actor, "signals")
        rows = list_students(work, StudentFilter(), signals=signals).rows
        (row,) = (row for row in rows if row.student.name == NAME)
        assert row.signals, "otherwise it proves nothing"
        let_leave(work, [row.id], TODAY, Destination.WORK)
    with store.work() as work:
        (gone,) = list_students(work, StudentFilter(left=True), signals=signals).rows
        found = find_students(work, "wegg", 8).rows
        first = find_students(work, "wegg", 1)
    assert (gone.id, gone.signals) == (row.id, ())
    assert [(one.left, one.id == row.id) for one in found] == [(False, False), (True, True)]
    assert [one.left for one in first.rows] == [False]
    assert first.more
