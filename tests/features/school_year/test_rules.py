"""What a class is called a year later, and what changes of whom."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.features.school_year.rules import (
    ClassPlan,
    Move,
    Pupil,
    far_away,
    first_day,
    later_year,
    next_group,
    proposed,
    turns,
)
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.storage.base import new_id

DAY = date(2027, 8, 1)


def a_pupil(group: str = "PW1A", year: int | None = 1, end: date | None = None) -> Pupil:
    """Somebody in a class."""
    return Pupil(new_id(), "Hart, Zoë van 't", "1", group, "", "", year, end, 1)


@pytest.mark.parametrize(
    ("name", "year", "after"),
    [
        ("PW1A", 1, "PW2A"),
        ("PW1A", None, "PW2A"),
        ("1A", 1, "2A"),
        ("MBO-2-VZ", 2, "MBO-3-VZ"),
        ("OA23-1C", 1, "OA23-2C"),
        # Named after the year it began: it keeps its name.
        ("K24A", 1, "K24A"),
        ("PW", 1, "PW"),
        ("", 1, ""),
        # Which of the two is the year is not clear.
        ("1PW1", 1, "1PW1"),
        ("N4PW1A", 1, "N4PW2A"),
        ("N4PW1A", None, "N4PW1A"),
        # The digit is of something else.
        ("PW3A", 1, "PW3A"),
        ("PW9", None, "PW9"),
        ("PW8", 8, "PW9"),
    ],
)
def test_a_class_a_year_later(name: str, year: int | None, after: str) -> None:
    assert next_group(name, year) == after


@given(st.text(max_size=20), st.one_of(st.none(), st.integers(-2, 12)))
def test_at_most_one_digit_of_a_name_goes_up_by_one(name: str, year: int | None) -> None:
    after = next_group(name, year)
    assert len(after) == len(name)
    different = [(old, new) for old, new in zip(name, after, strict=True) if old != new]
    assert len(different) <= 1
    for old, new in different:
        assert int(new) == int(old) + 1
        assert year is None or int(old) == year


@given(
    st.text(alphabet="ABCXYZ- ", max_size=6),
    st.integers(1, 8),
    st.text(alphabet="ABCXYZ- ", max_size=6),
)
def test_a_class_with_one_digit_always_goes_up(before: str, year: int, after: str) -> None:
    assert next_group(f"{before}{year}{after}", year) == f"{before}{year + 1}{after}"


@pytest.mark.parametrize(
    ("year", "today", "day"),
    [
        ("2026-2027", date(2026, 11, 23), date(2027, 8, 1)),
        # Nobody moved the settings last summer.
        ("2025-2026", date(2026, 11, 23), date(2026, 8, 1)),
        ("", date(2026, 11, 23), date(2027, 8, 1)),
        ("schooljaar", date(2027, 2, 1), date(2027, 8, 1)),
    ],
)
def test_the_new_year_begins_on_the_first_of_august(year: str, today: date, day: date) -> None:
    assert first_day(year, today) == day


@pytest.mark.parametrize(
    ("year", "after"),
    [("2026-2027", "2027-2028"), ("2026-2028", ""), ("26/27", ""), ("", "")],
)
def test_the_school_year_after(year: str, after: str) -> None:
    assert later_year(year) == after


def test_a_class_leaves_when_most_of_it_would_be_done() -> None:
    done, going = date(2027, 7, 31), date(2028, 7, 31)
    pupils = [a_pupil("PW3A", 3, done), a_pupil("PW3A", 3, done), a_pupil("PW3A", 3, going)]
    pupils += [a_pupil("PW1A"), a_pupil("PW1B", 1, done), a_pupil("PW1B", 2), a_pupil("", 1)]
    assert proposed(pupils, DAY) == (
        ClassPlan("", Move.UP, ""),
        ClassPlan("PW1A", Move.UP, "PW2A"),
        # Of two years: the name is judged without one.
        ClassPlan("PW1B", Move.UP, "PW2B"),
        ClassPlan("PW3A", Move.LEAVE, "PW4A"),
    )


def test_what_changes_of_whom() -> None:
    up, stays, leaves, last, unknown = (
        a_pupil("PW1A"),
        a_pupil("PW1B"),
        a_pupil("PW3A", 3),
        a_pupil("PW8", 8),
        a_pupil("X", None),
    )
    plans = (
        ClassPlan("PW1A", Move.UP, "PW2A"),
        ClassPlan("PW1B", Move.STAY, "PW2B"),
        ClassPlan("PW3A", Move.LEAVE, "", Destination.DIPLOMA_HBO),
        ClassPlan("PW8", Move.UP),
    )
    found = turns((up, stays, leaves, last, unknown), plans)
    assert [
        (turn.pupil.group, turn.group, turn.study_year, turn.destination) for turn in found
    ] == [
        ("PW1A", "PW2A", 2, None),
        ("PW3A", "PW3A", 3, Destination.DIPLOMA_HBO),
        ("PW8", "PW8", 8, None),
    ]
    (turn,) = turns([unknown], [ClassPlan("X", Move.UP, "Y")])
    assert (turn.group, turn.study_year) == ("Y", None)
    assert turns([replace(up, group="Z")], plans) == ()


def test_a_day_that_is_far_away() -> None:
    assert far_away(DAY, date(2026, 11, 23))
    assert not far_away(DAY, date(2027, 7, 1))
    assert not far_away(DAY, date(2027, 9, 1))
