"""Finding students: order, search and whose they are."""

import pytest

from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.queries import (
    count_students,
    filter_choices,
    get_student,
    list_staff,
    list_students,
)
from lob_workbench.people.records import Programme, Student, StudentGroup, Team
from lob_workbench.people.rules import PersonName, StudentFilter
from tests.helpers.stores import Store


def test_names_sort_as_a_dutch_list_does(store: Store) -> None:
    for place, name in enumerate(
        [
            PersonName("Zoë", "van 't", "Hart"),
            PersonName("Oğuz", "", "Çelik"),
            PersonName("Jan", "de", "Groot"),
            PersonName("Łukasz", "", "Wójcik"),
        ]
    ):
        store.student(f"{place:05}", name)
    with store.work() as work:
        rows = list_students(work, StudentFilter())
    assert [row.name.listed for row in rows] == [
        "Çelik, Oğuz",
        "Groot, Jan de",
        "Hart, Zoë van 't",
        "Wójcik, Łukasz",
    ]


def test_search_finds_folded_beginnings_of_every_word(store: Store) -> None:
    names = {
        "yilm": PersonName("Elif", "", "Yılmaz"),
        "lukasz": PersonName("Łukasz", "", "Wójcik"),
        "oconn": PersonName("Seán", "", "O'Connor"),
        "vries jan": PersonName("Jan-Willem", "van der", "Meer-de Vries"),
        "'t hart": PersonName("Zoë", "van 't", "Hart"),
        "0007": PersonName("Nummer", "", "Zeven"),
    }
    for place, (typed, name) in enumerate(names.items()):
        store.student(typed if typed.isdigit() else f"9{place}", name)
    with store.work() as work:
        for typed, name in names.items():
            found = [row.name for row in list_students(work, StudentFilter(words=typed))]
            assert found == [name], typed
        assert len(list_students(work, StudentFilter(words="  "))) == len(names)
        assert len(list_students(work, StudentFilter(words="-"))) == len(names)
        assert list_students(work, StudentFilter(words="%")) == list_students(work, StudentFilter())
        assert list_students(work, StudentFilter(words="bestaat niet")) == ()


def test_filters_and_their_choices_come_from_my_own_students(store: Store) -> None:
    with store.work() as work:
        mine, other = StudentGroup(name="PW2B"), StudentGroup(name="DA1A")
        programme = Programme(name="Verzorgende IG")
        team = Team(name="Team Zorg")
        work.session.add_all([mine, other, programme, team])
        work.session.flush()
        ids = (mine.id, other.id, programme.id, team.id)
    student = store.student("1", group_id=ids[0], programme_id=ids[2], team_id=ids[3])
    store.student("2", PersonName("Bo", "", "Bos"))
    store.student("3", PersonName("Cas", "", "Cos"), group_id=ids[1], counsellor_id=None)
    with store.work() as work:
        choices = filter_choices(work)
        assert (choices.groups, choices.programmes, choices.teams) == (
            ("PW2B",),
            ("Verzorgende IG",),
            ("Team Zorg",),
        )
        for wanted in (
            StudentFilter(group="PW2B"),
            StudentFilter(programme="Verzorgende IG"),
            StudentFilter(team="Team Zorg", words="zoe"),
        ):
            assert [row.id for row in list_students(work, wanted)] == [student]
        assert list_students(work, StudentFilter(group="DA1A")) == ()
        rows = {row.number: row for row in list_students(work, StudentFilter())}
    shown = [(row.group, row.programme, row.team) for row in (rows["1"], rows["2"])]
    assert shown == [("PW2B", "Verzorgende IG", "Team Zorg"), ("", "", "")]


def test_another_counsellors_student_cannot_be_told_from_none(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        view = get_student(work, student)
    assert (view.name.full, view.counsellor) == ("Zoë van 't Hart", "Mirjam Bakker")
    for stranger in (store.colleague(Role.COUNSELLOR), store.colleague(Role.TEAM_LEADER)):
        with store.work(stranger) as work:
            assert list_students(work, StudentFilter()) == ()
            assert count_students(work) == 0
            with pytest.raises(NotFound):
                get_student(work, student)


def test_a_new_name_replaces_the_old_one_in_search(store: Store) -> None:
    student = store.student()
    with store.work() as work:
        record = work.session.get(Student, student)
        assert record is not None
        rename(record, PersonName("Zoë", "", "Smit"))
        index_words(work, [record])
    with store.work() as work:
        assert list_students(work, StudentFilter(words="hart")) == ()
        assert [row.id for row in list_students(work, StudentFilter(words="smit"))] == [student]


def test_staff_are_listed_with_their_students(store: Store) -> None:
    store.student()
    store.colleague(Role.TEAM_LEADER)
    with store.work() as work:
        staff = list_staff(work)
    assert [(member.name, member.students) for member in staff] == [
        ("Daan de Wit", 0),
        ("Mirjam Bakker", 1),
    ]
