"""What one person chooses, kept choice by choice."""

from dataclasses import replace

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Role
from lob_workbench.people import preferences
from lob_workbench.people.preferences import (
    Preferences,
    ThemeChoice,
    change_preferences,
    read_preferences,
)
from lob_workbench.people.records import Preference
from tests.helpers.stores import Store


def test_choices_are_kept_per_person(store: Store) -> None:
    with store.work() as work:
        change_preferences(
            work, {"theme": ThemeChoice.DARK, "idle_minutes": 0, "not_spoken_weeks": 6}
        )
    with store.work() as work:
        assert read_preferences(work) == Preferences(ThemeChoice.DARK, 0, 6)
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert read_preferences(work) == Preferences()


def test_a_choice_leaves_others_alone(store: Store) -> None:
    with store.work() as work:
        change_preferences(work, {"idle_minutes": 5})
        change_preferences(work, {"theme": ThemeChoice.LIGHT})
        assert read_preferences(work) == replace(
            Preferences(), theme=ThemeChoice.LIGHT, idle_minutes=5
        )


@pytest.mark.parametrize("wrong", [{"idle_minutes": -1}, {"not_spoken_weeks": 0}])
def test_choices_out_of_range_are_refused(store: Store, wrong: dict[str, int]) -> None:
    with pytest.raises(InputRefused), store.work() as work:
        change_preferences(work, wrong)


def test_a_name_that_is_no_choice_is_a_mistake_of_ours(store: Store) -> None:
    with pytest.raises(TypeError), store.work() as work:
        change_preferences(work, {"colour": "pink"})


def test_what_cannot_be_read_any_more_has_its_default(store: Store) -> None:
    with store.work() as work:
        for key, value in (("theme", "sepia"), ("idle_minutes", "soon"), ("gone", "1")):
            work.session.add(Preference(staff_id=work.actor.staff_id, key=key, value=value))
        work.session.flush()
        assert read_preferences(work) == Preferences()


@pytest.mark.parametrize(
    "value", [frozenset(), frozenset({"één", "twee, drie", '"'}), ThemeChoice.DARK, 7, "zomaar"]
)
def test_each_type_reads_back(value: object) -> None:
    default = type(value)() if not isinstance(value, ThemeChoice) else ThemeChoice.LIGHT
    assert preferences._read(preferences._written(value), default) == value


@pytest.mark.parametrize("text", ["", "[", "3"])
def test_a_damaged_list_has_its_default(text: str) -> None:
    assert preferences._read(text, frozenset({"a"})) == frozenset({"a"})
