"""Finding, comparing, and from work to skills and back."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.content.qualifications import Qualification
from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.skill_sets.rules import SetVersion, found_skills, next_version
from lob_workbench.features.skill_sets.rules_difference import (
    Difference,
    Kind,
    Part,
    differences,
)
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import (
    Dossier,
    WorkRow,
    profile_rows,
    served_by,
    skills_of,
    work_rows,
)
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.base import new_id
from tests.features.skill_sets.making import a_qualification, other_set, with_text, without_courage
from tests.helpers.skills import small_set

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
IDS = sorted(small_set().behaviour_ids)


def dossier(qualification: Qualification | None = None) -> Dossier:
    return Dossier(new_id(), qualification or a_qualification(), "M. Bakker", NOW)


def test_without_words_every_skill_stands_in_its_order() -> None:
    rows = found_skills(small_set(), " ")
    assert [row.skill.id for row in rows] == ["listening", "planning", "courage"]
    assert [row.heading for row in rows] == ["Een", "Een", "Twee"]
    assert all(row.behaviours == frozenset() for row in rows)


def test_a_skill_is_found_by_a_behaviour_whatever_the_case_and_the_accents() -> None:
    (row,) = found_skills(with_text("planning-2-3", "Vraagt één keer dóór"), "een DOOR")
    assert row.skill.id == "planning"
    assert row.behaviours == {"planning-2-3"}


def test_a_skill_is_found_by_its_competence_and_its_group() -> None:
    assert len(found_skills(small_set(), "beslissen")) == 3
    assert [row.skill.id for row in found_skills(small_set(), "twee")] == ["courage"]
    assert found_skills(small_set(), "zebra") == ()


def test_who_is_called_so_stands_first() -> None:
    rows = found_skills(load_skill_set(), "plan")
    assert rows[0].skill.name == "Plannen"
    assert len(rows) > 1


@pytest.mark.parametrize(
    ("version", "following"),
    [
        ("1", "2"),
        ("2026.1", "2026.2"),
        ("2026.9", "2026.10"),
        ("mei", "mei.2"),
        ("v" * 19 + "9", "1"),
        ("v" * 20, "1"),
    ],
)
def test_the_next_version_follows(version: str, following: str) -> None:
    assert next_version(version) == following


def test_a_version_tells_whose_it_is() -> None:
    assert SetVersion(small_set()).is_ours
    assert not SetVersion(small_set(), new_id(), "M", NOW).is_retired
    assert SetVersion(small_set(), new_id(), "M", NOW, NOW).is_retired


def test_the_same_words_are_no_difference() -> None:
    assert differences(small_set(), small_set()) == ()


@given(st.sampled_from(IDS), st.text(min_size=1, max_size=40))
def test_one_changed_behaviour_is_exactly_one_difference(place: str, text: str) -> None:
    was = small_set().behaviour(place)
    found = differences(small_set(), with_text(place, text))
    if text == was.text:
        assert found == ()
        return
    (one,) = found
    assert (one.kind, one.part, one.was, one.becomes) == (
        Kind.CHANGED,
        Part.BEHAVIOUR,
        was.text,
        text,
    )
    assert (one.level, one.number) == (was.level, was.number)


def test_what_is_gone_and_what_is_added_mirror_each_other() -> None:
    assert differences(small_set(), without_courage()) == (
        Difference(Kind.GONE, Part.SKILL, "Courage", "Je laat courage zien.", ""),
    )
    assert differences(without_courage(), small_set()) == (
        Difference(Kind.ADDED, Part.SKILL, "Courage", "", "Je laat courage zien."),
    )


def test_everything_about_a_skill_can_change() -> None:
    from dataclasses import replace

    one, two = small_set().groups
    skill = one.skills[0]
    level = replace(skill.levels[0], name="begin")
    changed = replace(
        skill,
        name="Horen",
        meaning="Je hoort.",
        group="two",
        competences=("B", "C"),
        levels=(level, *skill.levels[1:]),
    )
    after = replace(
        small_set(),
        name="Ander",
        groups=(
            replace(one, skills=one.skills[1:]),
            replace(two, skills=(*two.skills, changed)),
        ),
    )
    found = differences(small_set(), after)
    assert [(one.part, one.was, one.becomes, one.level) for one in found] == [
        (Part.SET_NAME, "Klein", "Ander", 0),
        (Part.NAME, "Listening", "Horen", 0),
        (Part.MEANING, "Je laat listening zien.", "Je hoort.", 0),
        (Part.GROUP, "Een", "Twee", 0),
        (Part.COMPETENCES, "A", "B, C", 0),
        (Part.LEVEL, "listening 1", "begin", 1),
    ]


def test_another_set_is_other_altogether() -> None:
    kinds = [one.kind for one in differences(small_set(), other_set())]
    assert kinds == [Kind.CHANGED, Kind.ADDED, Kind.GONE, Kind.GONE, Kind.GONE]


def test_a_route_names_the_skills_that_its_set_still_has() -> None:
    route = Route(new_id(), "Lef", "small", ("courage", "gone", "listening"), new_id(), 1)
    row = RouteRow(route, "M", small_set(), changeable=True)
    assert row.skill_names == ("Listening", "Courage")
    assert not row.is_retired
    assert RouteRow(route, "M", None, changeable=True, retired_at=NOW).skill_names == ()


def test_work_stands_under_its_kerntaak() -> None:
    (row,) = profile_rows([dossier()])
    rows = work_rows(row.profile)
    assert [(one.code, one.title, one.competences) for one in rows] == [
        ("B1-K1", "Werkt met mensen", ("A", "B")),
        ("B1-K1-W1", "Maakt een plan", ("A",)),
        ("B1-K1-W2", "Rekent af", ("B",)),
    ]


def test_a_dossier_without_profiles_stands_for_itself() -> None:
    from dataclasses import replace

    bare = replace(a_qualification(), profiles=(), crebos=())
    (row,) = profile_rows([dossier(bare)])
    assert (row.profile.title, row.profile.crebo) == ("Sociaal werk", "")
    assert work_rows(row.profile)


def test_from_work_to_skills_and_back() -> None:
    task = a_qualification().core_tasks[0]
    whole, first, second = WorkRow(task), *(WorkRow(task, one) for one in task.work_processes)
    ids = [[skill.id for skill in skills_of(row, small_set())] for row in (whole, first, second)]
    assert ids == [["listening", "planning", "courage"]] * 2 + [[]]
    served = served_by(small_set().skill("courage"), [dossier(), dossier(a_qualification("Zorg"))])
    assert [(one.code, one.dossiers) for one in served] == [("B1-K1-W1", ("Sociaal werk", "Zorg"))]
