"""A list with what features know of each student."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.contributions import Signal, SignalKind, StudentFacts
from lob_workbench.people.listing import listed
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter, age_on, coming_of_age
from tests.helpers.stores import Store

BIRTHDAY = Signal(SignalKind.BIRTHDAY, date(2026, 12, 1), 16)
LATE = Signal(SignalKind.OVERDUE, number=2)


def test_signals_of_all_features_stand_together_the_most_pressing_first(store: Store) -> None:
    one, other = store.student("1"), store.student("2")
    with store.work() as work:
        rows = list_students(work, StudentFilter())
        lines = listed(
            work,
            rows,
            (lambda work, ids: {one: StudentFacts(open_agreements=2)},),
            (
                lambda work, rows, facts: {one: (BIRTHDAY,)},
                lambda work, rows, facts: dict.fromkeys(facts, (LATE,)),
            ),
        )
    found = {line.id: line for line in lines}
    assert found[one].signals == (LATE, BIRTHDAY)
    assert found[one].facts.open_agreements == 2
    assert found[other].signals == ()
    assert found[other].facts == StudentFacts()


@given(st.dates(date(2000, 1, 1), date(2015, 12, 31)), st.integers(0, 30))
def test_coming_of_age_is_the_day_on_which_the_age_changes(birth: date, before: int) -> None:
    for age in (16, 18):
        begin = date(birth.year + age, birth.month, 1)
        days = (begin + timedelta(days=number) for number in range(33))
        day = next(day for day in days if age_on(birth, day) == age)
        assert coming_of_age(birth, day - timedelta(days=before)) == (age, day)
        assert coming_of_age(birth, day - timedelta(days=31)) is None
        assert coming_of_age(birth, day + timedelta(days=1)) is None


def test_who_was_born_on_a_leap_day_comes_of_age_on_the_first_of_march() -> None:
    born = date(2008, 2, 29)
    assert coming_of_age(born, date(2026, 2, 20)) == (18, date(2026, 3, 1))
    assert coming_of_age(born, date(2024, 2, 20)) == (16, date(2024, 2, 29))
