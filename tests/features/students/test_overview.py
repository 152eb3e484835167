"""Who turns 16 or 18 soon, on both engines."""

from datetime import date

from lob_workbench.domain.contributions import Signal, SignalKind
from lob_workbench.domain.rights import Role
from lob_workbench.features.students.overview import signals, today
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import PersonName, StudentFilter
from tests.helpers.stores import Store

# Today is Monday 23 November 2026.


def test_who_turns_16_or_18_within_30_days_is_named_with_the_day(store: Store) -> None:
    soon = store.student("1", birth_date=date(2010, 12, 23))
    now = store.student("2", PersonName("Ömer", "", "Çelik"), birth_date=date(2008, 11, 23))
    store.student("3", birth_date=date(2010, 12, 24))
    store.student("4", birth_date=date(2009, 12, 1))
    store.student("5", birth_date=None)
    with store.work() as work:
        rows = list_students(work, StudentFilter())
        expected = {
            soon: (Signal(SignalKind.BIRTHDAY, date(2026, 12, 23), 16),),
            now: (Signal(SignalKind.BIRTHDAY, date(2026, 11, 23), 18),),
        }
        assert signals(work, rows, {}) == expected
        (group,) = today(work).attention
    assert [(item.student_id, item.on, item.label) for item in group.items] == [
        (now, date(2026, 11, 23), "wordt 18"),
        (soon, date(2026, 12, 23), "wordt 16"),
    ]


def test_a_quiet_month_says_nothing(store: Store) -> None:
    store.student("1", birth_date=date(2009, 12, 1))
    with store.work() as work:
        assert today(work).attention == ()


def test_switched_off_it_is_silent(store: Store) -> None:
    store.student("1", birth_date=date(2010, 12, 1))
    with store.work() as work:
        change_preferences(work, {"signals_off": frozenset({SignalKind.BIRTHDAY.value})})
        assert signals(work, list_students(work, StudentFilter()), {}) == {}
        assert today(work).attention == ()


def test_a_colleague_is_told_nothing_of_anothers_student(store: Store) -> None:
    store.student("1", birth_date=date(2010, 12, 1))
    with store.work() as work:
        rows = list_students(work, StudentFilter())
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        assert signals(work, rows, {}) == {}
