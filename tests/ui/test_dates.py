"""What people type as a date or a time is understood; what is shown can be read back."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.ui.dates import (
    format_date,
    format_time,
    long_date,
    parse_date,
    parse_time,
    relative_date,
    short_date,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3-2", date(2027, 2, 3)),
        ("3-12", date(2026, 12, 3)),
        ("20-11", date(2026, 11, 20)),
        ("03-02-2026", date(2026, 2, 3)),
        ("3/2/26", date(2026, 2, 3)),
        ("3.2.2026", date(2026, 2, 3)),
        ("3 2 2026", date(2026, 2, 3)),
        ("03022026", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("3 februari", date(2027, 2, 3)),
        ("3 feb", date(2027, 2, 3)),
        ("3 mrt. 2026", date(2026, 3, 3)),
        ("1 MEI 2026", date(2026, 5, 1)),
        ("ma 23 november", TODAY),
        ("maandag 23 november 2026", TODAY),
        ("woensdag, 25 nov", date(2026, 11, 25)),
        ("zo 29 nov", date(2026, 11, 29)),
        ("3-feb-26", date(2026, 2, 3)),
        ("3-2-46", date(2046, 2, 3)),
        ("3-2-47", date(1947, 2, 3)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("gisteren", date(2026, 11, 22)),
        ("maandag", date(2026, 11, 30)),
        ("vrijdag", date(2026, 11, 27)),
        ("  7-12  ", date(2026, 12, 7)),
    ],
)
def test_typed_days(typed, day):
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed", ["", " ", "31-2", "30 februari 2026", "13-13-2026", "32-1", "straks", "3", "3 x", "m"]
)
def test_no_day(typed):
    assert parse_date(typed, TODAY) is None


def test_29_february_without_a_year_is_the_nearest_that_exists():
    assert parse_date("29-2", date(2027, 6, 1)) == date(2028, 2, 29)
    assert parse_date("29-2", date(2026, 6, 1)) is None


@given(st.dates(date(1000, 1, 1)), st.dates(date(1900, 1, 1)))
def test_what_is_shown_is_read_back(day, today):
    for shown in (format_date(day), long_date(day), long_date(day, weekday=False)):
        assert parse_date(shown, today) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(-180, 180))
def test_a_short_date_near_today_is_read_back(today, shift):
    day = today + timedelta(days=shift)
    assert parse_date(short_date(day, today), today) == day


@given(st.text(max_size=40), st.dates())
def test_any_text_is_a_day_or_nothing(text, today):
    found = parse_date(text, today)
    assert found is None or isinstance(found, date)
    moment = parse_time(text)
    assert moment is None or isinstance(moment, time)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_times_are_read_back(moment):
    assert parse_time(format_time(moment)) == moment


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("9:20", time(9, 20)),
        ("09.20", time(9, 20)),
        ("0920", time(9, 20)),
        ("920", time(9, 20)),
        ("9", time(9, 0)),
        ("9 uur", time(9, 0)),
        ("14u", time(14, 0)),
        ("25:00", None),
        ("9:60", None),
        ("", None),
        ("ochtend", None),
    ],
)
def test_typed_times(typed, moment):
    assert parse_time(typed) == moment


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"),
        (1, "morgen"),
        (-1, "gisteren"),
        (2, "overmorgen"),
        (-2, "eergisteren"),
        (5, "over 5 dagen"),
        (-13, "13 dagen geleden"),
        (-21, "3 weken geleden"),
        (-83, "11 weken geleden"),
        (-90, "3 maanden geleden"),
        (-729, "24 maanden geleden"),
        (-730, "2 jaar geleden"),
        (800, "over 2 jaar"),
    ],
)
def test_how_people_say_it(days, words):
    assert relative_date(TODAY + timedelta(days=days), TODAY) == words


def test_days_in_words():
    assert long_date(TODAY) == "maandag 23 november 2026"
    assert short_date(TODAY, TODAY) == "23 nov"
    assert short_date(date(2025, 3, 1), TODAY) == "1 maart 2025"
