"""The school year and its blocks of five weeks."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.talks.schoolyear import is_school_day, school_year

TODAY = date(2026, 11, 23)
HOLIDAYS = (
    Holiday(new_id(), "zomer", date(2026, 7, 11), date(2026, 8, 23)),
    Holiday(new_id(), "herfst", date(2026, 10, 17), date(2026, 10, 25)),
    Holiday(new_id(), "kerst", date(2026, 12, 19), date(2027, 1, 3)),
    # Not a week, so no week of holidays.
    Holiday(new_id(), "studiedag", date(2026, 9, 14), date(2026, 9, 15)),
)
holidays = st.lists(
    st.builds(
        lambda first, length: Holiday(new_id(), "vrij", first, first + timedelta(days=length)),
        st.dates(date(2026, 8, 1), date(2027, 7, 31)),
        st.integers(0, 20),
    ),
    max_size=6,
)


def test_blocks_are_five_weeks_of_school_and_skip_what_is_free() -> None:
    year = school_year(TODAY, HOLIDAYS)
    assert (year.first_on, year.last_on) == (date(2026, 8, 1), date(2027, 7, 31))
    assert [(block.first_on, block.last_on) for block in year.blocks[:3]] == [
        (date(2026, 8, 24), date(2026, 9, 27)),
        # The autumn holidays lie in it, and the clocks change.
        (date(2026, 9, 28), date(2026, 11, 8)),
        (date(2026, 11, 9), date(2026, 12, 13)),
    ]
    assert year.blocks[3].first_on == date(2026, 12, 14)
    assert year.blocks[3].last_on == date(2027, 1, 31)


def test_the_last_day_of_july_is_of_the_year_that_ends() -> None:
    assert school_year(date(2027, 7, 31), ()).first_on == date(2026, 8, 1)
    assert school_year(date(2027, 8, 1), ()).first_on == date(2027, 8, 1)


@given(holidays)
def test_blocks_lie_in_their_year_one_after_another_and_hold_five_school_weeks(
    free: list[Holiday],
) -> None:
    year = school_year(TODAY, free)
    assert len(year.blocks) <= 7
    for one, other in pairwise(year.blocks):
        assert one.last_on < other.first_on
    for block in year.blocks:
        assert year.first_on <= block.first_on <= block.last_on
        assert (block.first_on.weekday(), block.last_on.weekday()) == (0, 6)
        weeks = [
            sum(is_school_day(monday + timedelta(days=number), free) for number in range(5)) >= 3
            for monday in (
                block.first_on + timedelta(weeks=number)
                for number in range((block.last_on - block.first_on).days // 7 + 1)
            )
        ]
        assert sum(weeks) == 5
        assert weeks[0]
        assert weeks[-1]
