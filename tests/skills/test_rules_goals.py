"""Agreements on life skills: slots in order of time, and what is late."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.skills.rules_goals import (
    MOST_SLOTS,
    Goal,
    GoalStatus,
    Slot,
    SlotProgress,
    checked_goal,
)
from lob_workbench.skills.rules_sets import Route, checked_route
from tests.helpers.skills import small_set

TODAY = date(2026, 11, 23)


def slot(number: int, start: int, days: int = 1, **fields: object) -> Slot:
    """A period so many days from today."""
    begin = TODAY + timedelta(days=start)
    made = Slot(number, begin, begin + timedelta(days=days - 1))
    return replace(made, **fields)  # type: ignore[arg-type]


def goal(*slots: Slot, **fields: object) -> Goal:
    """An agreement with these periods."""
    made = Goal(UUID(int=1), UUID(int=2), "small@1", "listening", 2, TODAY, action="x", slots=slots)
    return replace(made, **fields)  # type: ignore[arg-type]


@given(st.lists(st.tuples(st.integers(-400, 400), st.integers(1, 60)), min_size=1, max_size=15))
def test_periods_come_in_order_and_never_through_each_other(periods) -> None:
    slots = [slot(place, *period) for place, period in enumerate(periods)]
    days = [day for start, length in periods for day in range(start, start + length)]
    if len(days) != len(set(days)) or len(slots) > MOST_SLOTS:
        with pytest.raises(InputRefused):
            checked_goal(goal(*slots))
        return
    ready = checked_goal(goal(*slots))
    assert [one.number for one in ready.slots] == list(range(1, len(slots) + 1))
    assert [one.starts_on for one in ready.slots] == sorted(one.starts_on for one in slots)
    assert checked_goal(ready) == ready
    assert ready.ends_on == TODAY + timedelta(days=max(days))


@given(st.sampled_from(list(SlotProgress)), st.integers(-3, 3), st.sampled_from(list(GoalStatus)))
def test_what_passed_its_slot_is_late_unless_it_is_done_or_over(progress, start, status) -> None:
    one = slot(1, start, progress=progress)
    late = start < 0 and progress is not SlotProgress.DONE
    assert one.is_late(TODAY) is late
    assert goal(one, status=status).is_late(TODAY) is (late and status is GoalStatus.OPEN)


def test_an_agreement_without_periods_ends_never_and_is_never_late() -> None:
    assert goal().ends_on is None
    assert not goal().is_late(TODAY)


@pytest.mark.parametrize("made", [
    goal(slot(1, 0), action=" \x00\n"),
    goal(slot(1, 0), action="x" * 20_001),
    goal(slot(1, 0), helper="x" * 201),
    goal(slot(1, 0, plan="x" * 20_001)),
    goal(slot(1, 0), level=5),
    goal(slot(1, 0), level=-1),
    goal(),
    goal(*(slot(n, 2 * n) for n in range(MOST_SLOTS + 1))),
    goal(Slot(1, TODAY, TODAY - timedelta(days=1))),
    goal(slot(1, 0, 5), slot(2, 4)),
    goal(Slot(1, date.min, TODAY)),
    goal(Slot(1, TODAY, date.max)),
    goal(slot(1, 0), made_on=date.min),
])  # fmt: skip
def test_what_is_no_agreement_is_refused(made: Goal) -> None:
    with pytest.raises(InputRefused):
        checked_goal(made)


def test_words_of_an_agreement_are_cleaned() -> None:
    made = goal(slot(1, 0, plan=" kijkt \x00mee "), action=" Leidt \r\n", helper="J.\nde  Vries")
    ready = checked_goal(made)
    assert (ready.action, ready.helper, ready.slots[0].plan) == (
        "Leidt",
        "J. de Vries",
        "kijkt mee",
    )


def route(**fields: object) -> Route:
    """A route through the small set."""
    made = Route(UUID(int=1), "In de keuken", "small", ("courage", "listening"), UUID(int=2))
    return replace(made, **fields)  # type: ignore[arg-type]


def test_a_route_has_a_name_and_skills_of_its_set_in_the_order_of_the_set() -> None:
    ready = checked_route(
        route(name=" In de\x00 keuken ", skills=("courage", "nothing", "listening"), set_id="x"),
        small_set(),
    )
    assert ready == route(skills=("listening", "courage"))


@pytest.mark.parametrize("fields", [
    {"name": " \n"}, {"name": "x" * 81}, {"skills": ()}, {"skills": ("nothing",)},
])  # fmt: skip
def test_what_is_no_route_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InputRefused):
        checked_route(route(**fields), small_set())
