from datetime import date, timedelta

from lob_workbench.domain.dates import long_date, plain_date


def test_dates_read_as_dutch() -> None:
    assert long_date(date(2026, 11, 23)) == "maandag 23 november 2026"
    assert plain_date(date(2027, 3, 1)) == "1 maart 2027"
    assert plain_date(date(999, 1, 1)) == "1 januari 999"


def test_every_day_of_a_leap_year_has_its_own_words() -> None:
    days = [date(2028, 1, 1) + timedelta(days=day) for day in range(366)]
    assert len({long_date(day) for day in days}) == 366
    assert {plain_date(day).split()[1] for day in days} == {
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    }
