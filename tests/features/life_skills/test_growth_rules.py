"""What then is, what grew most, and what comes next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.features.life_skills.rules_growth import (
    Moment,
    Since,
    Then,
    grew_most,
    group_skills,
    grown_skills,
    levels_of,
    next_steps,
    skills_along,
    then_of,
    year_start,
)
from lob_workbench.skills.rules import Standing
from tests.helpers.skills import small_set

DAY = st.dates(date(2000, 1, 1), date(2100, 1, 1))
TODAY = date(2026, 11, 23)
FULL = (1 << 5) - 1
STANDING = st.builds(Standing, st.integers(0, (1 << 20) - 1))
STANDINGS = st.dictionaries(st.sampled_from(small_set().skill_ids), STANDING)


@given(DAY)
def test_a_school_year_began_on_the_last_first_of_august(day) -> None:
    start = year_start(day)
    assert (start.month, start.day) == (8, 1)
    assert timedelta() <= day - start < timedelta(366)


@given(st.builds(Moment, st.sampled_from(Since), st.none() | DAY), st.none() | DAY)
def test_then_is_never_later_than_today(moment, talk) -> None:
    found = then_of(moment, TODAY, talk)
    assert found.day <= TODAY


def test_what_is_not_there_is_the_begin_of_the_year() -> None:
    start = Then(Since.YEAR, date(2026, 8, 1))
    talk = date(2026, 10, 1)
    assert then_of(Moment(), TODAY, talk) == start
    assert then_of(Moment(Since.TALK), TODAY) == start
    assert then_of(Moment(Since.DAY), TODAY, talk) == start
    assert then_of(Moment(Since.TALK), TODAY, talk) == Then(Since.TALK, talk)
    assert then_of(Moment(Since.DAY, talk), TODAY) == Then(Since.DAY, talk)


@given(STANDINGS, STANDINGS)
def test_what_grew_most_grew_and_stands_in_order(then, now) -> None:
    skills = grown_skills(small_set(), small_set().skills, then, now)
    most = grew_most(skills, 2)
    gains = [one.gained for one in most]
    assert gains == sorted(gains, reverse=True)
    assert all(gain > 0 for gain in gains)
    assert len(most) == min(2, sum(one.gained > 0 for one in skills))
    left = [one.gained for one in skills if one not in most]
    assert not gains or len(gains) < 2 or max(left) <= min(gains)


@given(STANDINGS, st.dictionaries(st.sampled_from(small_set().skill_ids), st.integers(0, 4)))
def test_what_comes_next_is_what_lacks_in_the_next_level(now, goals) -> None:
    skills = grown_skills(small_set(), small_set().skills, {}, now)
    steps = next_steps(skills, goals, 9)
    assert {step.skill.id for step in steps} == {
        one.skill.id for one in skills if one.now.level < 4
    }
    for step in steps:
        standing = now.get(step.skill.id, Standing())
        assert step.level.number == standing.level + 1
        assert step.lacking
        assert len(step.lacking) == 5 - standing.count(step.level.number)
        assert step.agreed == (goals.get(step.skill.id, 0) > standing.level)
    order = [(not step.agreed, len(step.lacking)) for step in steps]
    assert order == sorted(order)


@given(st.lists(STANDINGS, max_size=12))
def test_a_group_is_its_people(people) -> None:
    levels = [levels_of(one) for one in people]
    for one in group_skills(small_set(), small_set().skills, levels, levels):
        assert sum(one.counts) == len(people)
        total = sum(level * count for level, count in enumerate(one.counts))
        assert one.now == one.then == pytest.approx(total / len(people) if people else 0.0)


def test_skills_stand_in_the_order_of_the_set() -> None:
    assert skills_along(small_set(), ()) == small_set().skills
    along = skills_along(small_set(), ("courage", "listening", "gone"))
    assert [skill.id for skill in along] == ["listening", "courage"]


def test_what_was_taken_back_is_less() -> None:
    then, now = {"courage": Standing(FULL)}, {"courage": Standing(FULL >> 1)}
    (one,) = [
        one
        for one in grown_skills(small_set(), small_set().skills, then, now)
        if one.skill.id == "courage"
    ]
    assert (one.gained, one.shown_more) == (-1, 0)
    assert grew_most((one,)) == ()


def test_who_is_at_the_top_of_a_skill_has_no_next_step_in_it() -> None:
    now = {"courage": Standing((1 << 20) - 1)}
    skills = grown_skills(small_set(), small_set().skills, {}, now)
    # Not even where an agreement of before still asks it.
    steps = next_steps(skills, {"courage": 4})
    assert [step.skill.id for step in steps] == ["listening", "planning"]
