"""Names and ages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.people.rules import AgeStage, PersonName, age_on, age_stage
from lob_workbench.people.school import school_year


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        (date(2010, 11, 23), date(2026, 11, 23), 16),
        (date(2010, 11, 23), date(2026, 11, 22), 15),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_an_age_changes_on_the_birthday(birth: date, on: date, age: int) -> None:
    assert age_on(birth, on) == age


@given(st.dates(date(1990, 1, 1), date(2015, 1, 1)), st.dates(date(2016, 1, 1)))
def test_an_age_never_goes_down_as_days_pass(birth: date, on: date) -> None:
    if on < date.max:
        assert 0 <= age_on(birth, on.replace(day=1)) <= age_on(birth, on)


def test_who_decides_follows_the_law() -> None:
    stages = [age_stage(age) for age in (15, 16, 17, 18)]
    assert stages == [AgeStage.UNDER_16, AgeStage.UNDER_18, AgeStage.UNDER_18, AgeStage.ADULT]


def test_a_name_is_written_in_three_ways() -> None:
    name = PersonName("Zoë", "van 't", "Hart")
    assert (name.full, name.listed) == ("Zoë van 't Hart", "Hart, Zoë van 't")
    assert PersonName("", "", "Bos").full == "Bos"
    assert name.sort_key.startswith("hart")


def test_the_school_year_begins_in_august() -> None:
    assert school_year(date(2026, 7, 31)) == "2025-2026"
    assert school_year(date(2026, 8, 1)) == "2026-2027"
