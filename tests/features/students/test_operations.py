"""Listing students and reading a story, composed of what features contribute."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest

from lob_workbench.domain.contributions import StoryItem, StudentFacts
from lob_workbench.domain.errors import NotAllowed, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.students import operations
from lob_workbench.features.students.operations import list_students, read_story, story
from lob_workbench.features.students.overview import signals
from lob_workbench.people import listing
from lob_workbench.people.records import Programme, StudentGroup
from lob_workbench.people.rules import PersonName, StudentFilter
from lob_workbench.storage.base import new_id
from tests.helpers.stores import Store

TODAY = date(2026, 11, 23)


def group(store: Store, name: str) -> UUID:
    """A class."""
    with store.work() as work:
        record = StudentGroup(id=new_id(), name=name)
        work.session.add(record)
    return record.id


def three(store: Store) -> list[UUID]:
    """Three own students in two classes, by name, and one of nobody."""
    one, two = group(store, "PW2B"), group(store, "PW3A")
    store.student("9", PersonName("Van", "", "Niemand"), counsellor_id=None, group_id=two)
    return [
        store.student("1", PersonName("Oğuz", "", "Çelik"), group_id=one),
        store.student("2", PersonName("Zoë", "van 't", "Hart"), group_id=two),
        store.student("3", PersonName("Elif", "", "Yılmaz"), group_id=one),
    ]


def test_all_own_students_by_name_with_the_choices_among_them(store: Store) -> None:
    ids = three(store)
    with store.work() as work:
        found = list_students(work, StudentFilter())
    assert [row.id for row in found.rows] == ids
    assert found.total == 3
    assert found.choices.groups == ("PW2B", "PW3A")
    assert (found.choices.programmes, found.choices.teams) == ((), ())
    assert {row.facts for row in found.rows} == {StudentFacts()}


def test_a_filter_narrows_the_rows_and_not_the_choices_or_the_total(store: Store) -> None:
    celik, _, yilmaz = three(store)
    with store.work() as work:
        in_group = list_students(work, StudentFilter(group="PW2B"))
        typed = list_students(work, StudentFilter(words="yilm", group="PW2B"))
        nobody = list_students(work, StudentFilter(words="yilm", group="PW3A"))
    assert [row.id for row in in_group.rows] == [celik, yilmaz]
    assert [row.id for row in typed.rows] == [yilmaz]
    assert nobody.rows == ()
    for found in (in_group, typed, nobody):
        assert found.total == 3
        assert found.choices.groups == ("PW2B", "PW3A")


def test_the_first_screen_comes_fast_and_counts_all(store: Store) -> None:
    ids = three(store)
    with store.work() as work:
        found = list_students(work, StudentFilter(), limit=2)
    assert [row.id for row in found.rows] == ids[:2]
    assert found.total == 3


def test_features_are_asked_about_the_listed_students_and_a_long_list_about_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = three(store)
    asked: list[object] = []

    def facts(_: object, wanted: Sequence[UUID] | None) -> dict[UUID, StudentFacts]:
        asked.append(wanted if wanted is None else list(wanted))
        return {ids[0]: StudentFacts(open_agreements=2)}

    with store.work() as work:
        found = list_students(work, StudentFilter(), [facts])
        monkeypatch.setattr(listing, "MANY", 3)
        again = list_students(work, StudentFilter(), [facts])
    assert asked == [ids, None]
    assert found == again
    assert [row.facts.open_agreements for row in found.rows] == [2, 0, 0]


def test_a_story_is_told_newest_first_with_the_facts(store: Store) -> None:
    student = store.student(start_date=TODAY - timedelta(days=90))

    def item(on: date, title: str, order: str = "") -> StoryItem:
        return StoryItem(on, "Gesprek", title, "", "ph.x", order=order)

    def talks(_: object, student_id: UUID) -> list[StoryItem]:
        assert student_id == student
        return [item(TODAY, "eerder", "1"), item(TODAY, "later", "2")]

    def older(*_: object) -> list[StoryItem]:
        return [item(TODAY - timedelta(days=100), "ouder")]

    with store.work() as work:
        told = read_story(
            work,
            student,
            [older, story, talks],
            [lambda *_: {student: StudentFacts(TODAY)}, lambda *_: {}],
        )
    assert [part.title for part in told.items] == ["later", "eerder", "", "ouder"]
    assert told.items[2].kind == "Begin van de opleiding"
    assert told.facts == StudentFacts(TODAY)
    assert told.student.name.full == "Zoë van 't Hart"


@pytest.mark.parametrize(
    ("start", "items"),
    [(None, 0), (TODAY + timedelta(days=1), 0), (TODAY, 1), (TODAY - timedelta(days=400), 1)],
)
def test_the_story_begins_when_the_programme_has_begun(
    store: Store, start: date | None, items: int
) -> None:
    with store.work() as work:
        programme = Programme(id=new_id(), name="Pedagogisch werk")
        work.session.add(programme)
    student = store.student(start_date=start, programme_id=programme.id)
    with store.work() as work:
        told = story(work, student)
    assert [(part.on, part.title) for part in told] == [(start, "Pedagogisch werk")] * items


def test_who_is_not_mine_is_not_there(store: Store) -> None:
    student = store.student(counsellor_id=None)
    with store.work() as work:
        for read in (read_story, story):
            for wanted in (student, new_id()):
                with pytest.raises(NotFound):
                    read(work, wanted)


def test_an_intaker_has_no_list(store: Store) -> None:
    with pytest.raises(NotAllowed), store.work(store.colleague(Role.INTAKE_OFFICER)) as work:
        list_students(work, StudentFilter())


def test_a_long_list_has_signals_for_its_first_screen_and_says_who_waits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "PORTION", 3)
    monkeypatch.setattr(operations, "FIRST_SCREEN", 2)
    born = store.clock.today().replace(year=2010) + timedelta(days=7)
    for number in range(5):
        store.student(str(number), birth_date=born)
    with store.work() as work:
        found = list_students(work, StudentFilter(), signals=(signals,))
        assert [len(row.signals) for row in found.rows] == [1, 1, 0, 0, 0]
        assert found.waiting == tuple(row.id for row in found.rows[2:])
        told = operations.read_signals(work, found.waiting, signals=(signals,))
        assert set(told) == set(found.waiting)
        assert all(told.values())
        short = list_students(work, StudentFilter(), limit=3, signals=(signals,))
        assert all(row.signals for row in short.rows)
        assert short.waiting == ()
        left = list_students(work, StudentFilter(left=True), signals=(signals,))
        assert left.waiting == ()
