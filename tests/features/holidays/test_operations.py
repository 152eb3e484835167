"""The school's own calendar, on both engines."""

from datetime import date

import pytest

from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound
from lob_workbench.domain.rights import Role
from lob_workbench.features.holidays import operations
from lob_workbench.features.holidays.rules import Comparison, FoundHoliday, ReadCalendar
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import Holiday
from tests.helpers.stores import Store

FIRST, LAST = date(2026, 10, 17), date(2026, 10, 25)
AUTUMN = FoundHoliday("herfst@school", "Herfstvakantie", FIRST, LAST)


def holidays(store: Store) -> list[tuple[str, date, date]]:
    """What stands there."""
    with store.work() as work:
        found = operations.list_holidays(work)
    return [(item.name, item.first_on, item.last_on) for item in found]


def test_days_are_added_removed_and_put_back(store: Store) -> None:
    with store.work() as work:
        operations.add_holiday(work, "  Herfst\tvakantie ", FIRST, LAST)
        operations.add_holiday(work, "Studiedag", date(2026, 9, 1), date(2026, 9, 1))
    assert holidays(store) == [
        ("Studiedag", date(2026, 9, 1), date(2026, 9, 1)),
        ("Herfst vakantie", FIRST, LAST),
    ]
    with store.work() as work:
        day, autumn = operations.list_holidays(work)
    with store.work() as work:
        operations.remove_holiday(work, day.id)
    assert len(holidays(store)) == 1
    with pytest.raises(NotFound), store.work() as work:
        operations.remove_holiday(work, day.id)
    with store.work() as work:
        operations.put_back(work, day)
    assert len(holidays(store)) == 2
    assert autumn.holds_on(LAST)


@pytest.mark.parametrize(
    ("name", "last_on", "words"),
    [
        (" \x00 ", LAST, "een naam"),
        ("Herfst", date(2026, 10, 16), "Draai ze om"),
        ("Herfst", date(2027, 10, 16), "100 dagen"),
    ],
)
def test_days_that_cannot_be_are_refused(
    store: Store, name: str, last_on: date, words: str
) -> None:
    with pytest.raises(InputRefused, match=words), store.work() as work:
        operations.add_holiday(work, name, FIRST, last_on)
    assert holidays(store) == []


def test_a_file_is_looked_at_first_and_a_newer_one_changes_instead_of_doubling(
    store: Store,
) -> None:
    read = ReadCalendar((AUTUMN,))
    with store.work() as work:
        assert [line.how for line in operations.preview(work, read)] == [Comparison.NEW]
    assert holidays(store) == []
    with store.work() as work:
        operations.add_holiday(work, "Eigen dag", LAST, LAST)
        operations.take_over(work, read)
    for _ in range(2):
        with store.work() as work:
            assert not operations.take_over(work, read).kinds
    later = FoundHoliday(AUTUMN.uid, "Herfstvakantie", date(2026, 10, 24), date(2026, 11, 1))
    with store.work() as work:
        operations.take_over(work, ReadCalendar((later,)))
    assert holidays(store) == [
        ("Herfstvakantie", later.first_on, later.last_on),
        ("Eigen dag", LAST, LAST),
    ]


def test_at_a_school_only_the_administrator_keeps_them(server_store: Store) -> None:
    colleague = server_store.colleague(Role.COUNSELLOR)
    with pytest.raises(NotAllowed), server_store.work(colleague) as work:
        operations.put_back(work, Holiday(new_id(), "Vrij", FIRST, LAST))
