"""Planning a group: never an overlap, never somebody dropped in silence."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.planning.rules_slots import (
    Asked,
    Proposal,
    Reason,
    Repeat,
    Span,
    Window,
    WindowWish,
    check_minutes,
    left_out,
    moments,
    moved,
    propose,
    swapped,
    window_days,
)
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import Holiday

TODAY = date(2026, 11, 23)
NOW = datetime.combine(TODAY, time(8))
CHRISTMAS = Holiday(new_id(), "kerst", date(2026, 12, 19), date(2027, 1, 3))


def window(day: int = 23, starts: str = "09:00", ends: str = "12:00") -> Window:
    """A window in November."""
    return Window(new_id(), date(2026, 11, day), starts, ends)


def span(starts: str, ends: str, day: int = 23) -> Span:
    """Two moments of a day in November."""
    on = date(2026, 11, day)
    return Span(*(datetime.combine(on, time.fromisoformat(at)) for at in (starts, ends)))


def people(count: int) -> list[Asked]:
    """So many students."""
    return [Asked(UUID(int=number), f"Student {number}") for number in range(1, count + 1)]


def reasons(found: Proposal) -> dict[UUID, Reason]:
    """Who was not planned, and why."""
    return {each.asked.student_id: each.reason for each in found.named}


# Windows


def test_a_window_repeats_on_school_days_only() -> None:
    once = WindowWish(TODAY, "09:00", "12:00")
    assert window_days(once, (), TODAY) == (TODAY,)
    daily = WindowWish(date(2026, 12, 17), "09:00", "12:00", Repeat.DAILY, date(2027, 1, 5))
    assert window_days(daily, (CHRISTMAS,), TODAY) == (
        date(2026, 12, 17), date(2026, 12, 18), date(2027, 1, 4), date(2027, 1, 5),
    )  # fmt: skip
    weekly = WindowWish(date(2026, 12, 14), "09:00", "12:00", Repeat.WEEKLY, date(2027, 1, 8))
    assert window_days(weekly, (CHRISTMAS,), TODAY) == (date(2026, 12, 14), date(2027, 1, 4))


@pytest.mark.parametrize(
    "wish",
    [
        WindowWish(TODAY, "9:00", "12:00"),
        WindowWish(TODAY, "09:00", ""),
        WindowWish(TODAY, "12:00", "12:00"),
        WindowWish(TODAY - timedelta(days=1), "09:00", "12:00"),
        WindowWish(date(2026, 11, 28), "09:00", "12:00"),
        WindowWish(date(2026, 12, 25), "09:00", "12:00"),
        WindowWish(TODAY, "09:00", "12:00", Repeat.DAILY),
        WindowWish(TODAY, "09:00", "12:00", Repeat.WEEKLY, TODAY - timedelta(days=7)),
        WindowWish(TODAY, "09:00", "12:00", Repeat.DAILY, date(2027, 6, 1)),
        WindowWish(TODAY, "09:00", "12:00", Repeat.DAILY, date(9999, 12, 31)),
    ],
)
def test_a_window_that_cannot_be_is_refused(wish: WindowWish) -> None:
    with pytest.raises(InputRefused):
        window_days(wish, (CHRISTMAS,), TODAY)


@pytest.mark.parametrize("minutes", [0, 4, 241])
def test_a_talk_is_neither_a_minute_nor_a_day(minutes: int) -> None:
    check_minutes(20)
    with pytest.raises(InputRefused):
        check_minutes(minutes)


# Moments


def test_moments_go_round_what_is_in_the_way() -> None:
    found = moments([window(ends="10:30")], 20, [span("09:30", "09:50")], (), NOW)
    assert found == (span("09:00", "09:20"), span("09:50", "10:10"), span("10:10", "10:30"))


def test_windows_that_overlap_give_each_moment_once() -> None:
    windows = [window(ends="10:00"), window(starts="09:30", ends="10:20"), window(24, "08:00")]
    found = moments(windows, 30, (), (), NOW)
    assert found[:2] == (span("09:00", "09:30"), span("09:30", "10:00"))
    assert len(found) == 2 + 8


def test_there_is_no_moment_in_holidays_or_in_the_past() -> None:
    christmas = Window(new_id(), date(2026, 12, 21), "09:00", "12:00")
    assert moments([christmas], 20, (), (CHRISTMAS,), NOW) == ()
    late = datetime.combine(TODAY, time(9, 50))
    assert moments([window(ends="11:00")], 30, (), (), late) == (
        span("10:00", "10:30"), span("10:30", "11:00"),
    )  # fmt: skip
    assert moments([window()], 30, (), (), NOW + timedelta(days=1)) == ()


def test_a_morning_has_as_many_talks_on_the_day_that_the_clocks_change() -> None:
    sunday = Window(new_id(), date(2026, 10, 25), "01:00", "05:00")
    monday = Window(new_id(), date(2026, 10, 26), "01:00", "05:00")
    before = datetime(2026, 10, 1)
    assert moments([sunday], 60, (), (), before) == ()  # a weekend
    assert len(moments([monday], 60, (), (), before)) == 4


# Proposals


def test_who_is_first_asked_is_first_planned_and_who_does_not_fit_is_named() -> None:
    asked = people(4)
    free = [span("09:00", "09:20"), span("09:20", "09:40")]
    busy = {asked[0].student_id: [span("09:10", "09:15")]}
    found = propose([*asked, asked[0]], free, busy, [asked[1].student_id], new_id)
    assert [(each.asked, each.span) for each in found.placed] == [
        (asked[2], free[0]),
        (asked[0], free[1]),
    ]
    assert reasons(found) == {
        asked[1].student_id: Reason.ALREADY,
        asked[3].student_id: Reason.FULL,
    }
    assert found.free == ()
    nothing = propose(asked, [], {}, (), new_id)
    assert set(reasons(nothing).values()) == {Reason.FULL}


def test_somebody_who_can_come_later_makes_room_for_who_cannot() -> None:
    early, late = people(2)
    free = [span("09:00", "09:20"), span("09:20", "09:40")]
    found = propose([early, late], free, {late.student_id: [free[1]]}, (), new_id)
    assert [each.asked for each in found.placed] == [late, early]
    assert found.named == ()


def test_who_is_busy_at_every_moment_is_told_so() -> None:
    (only, other) = people(2)
    free = [span("09:00", "09:20"), span("09:20", "09:40")]
    found = propose([only, other], free, {only.student_id: free}, (), new_id)
    assert reasons(found) == {only.student_id: Reason.BUSY}
    assert found.free == (free[1],)
    # Two who can only come at one moment: the second is not busy, there is no place.
    busy = {each.student_id: [free[1]] for each in (only, other)}
    assert reasons(propose([only, other], free, busy, (), new_id)) == {
        other.student_id: Reason.FULL
    }


def test_a_proposal_is_told_how_far_it_is_and_stops() -> None:
    progress = Progress()
    propose(people(3), [], {}, (), new_id, progress.tell)
    assert (progress.done, progress.total) == (3, 3)
    progress.stop()
    with pytest.raises(Stopped):
        propose(people(3), [], {}, (), new_id, progress.tell)


def test_two_change_places_one_moves_and_one_is_left_out() -> None:
    one, other = people(2)
    free = [span("09:00", "09:20"), span("09:20", "09:40"), span("09:40", "10:00")]
    busy = {one.student_id: [free[2]]}
    found = propose([one, other], free, busy, (), new_id)
    turned = swapped(found, one.student_id, other.student_id)
    assert [each.asked for each in turned.placed] == [other, one]
    assert {each.id for each in turned.placed} == {each.id for each in found.placed}
    after = moved(turned, other.student_id, free[2])
    assert [each.span for each in after.placed] == [free[1], free[2]]
    assert after.free == (free[0],)
    with pytest.raises(InputRefused):
        moved(found, one.student_id, free[2])
    with pytest.raises(InputRefused):
        swapped(after, one.student_id, other.student_id)
    fewer = left_out(after, other.student_id)
    assert reasons(fewer) == {other.student_id: Reason.LEFT_OUT}
    assert fewer.free == (free[0], free[2])


spans = st.builds(
    lambda day, quarter, length: Span(
        datetime(2026, 11, day, 8) + timedelta(minutes=15 * quarter),
        datetime(2026, 11, day, 8) + timedelta(minutes=15 * (quarter + length)),
    ),
    st.integers(23, 27),
    st.integers(0, 20),
    st.integers(1, 8),
)
windows = st.lists(
    st.builds(
        lambda day, first, length: Window(
            new_id(), date(2026, 11, day), f"{first:02}:00", f"{min(first + length, 23):02}:30"
        ),
        st.integers(23, 29),
        st.integers(8, 16),
        st.integers(0, 4),
    ),
    max_size=5,
)


@given(
    windows,
    st.integers(10, 60),
    st.lists(spans, max_size=6),
    st.integers(0, 12),
    st.dictionaries(st.integers(1, 12).map(lambda n: UUID(int=n)), st.lists(spans, max_size=4)),
    st.sets(st.integers(1, 12).map(lambda n: UUID(int=n)), max_size=3),
)
def test_planning_never_overlaps_and_never_drops_anybody_in_silence(
    free: list[Window],
    minutes: int,
    taken: list[Span],
    count: int,
    busy: dict[UUID, list[Span]],
    already: set[UUID],
) -> None:
    found_moments = moments(free, minutes, taken, (), NOW)
    for each in found_moments:
        assert each.ends - each.starts == timedelta(minutes=minutes)
        assert not any(each.overlaps(other) for other in taken)
        assert each.starts.weekday() < 5
    asked = people(count)
    found = propose(asked, found_moments, busy, already, new_id)
    planned = [each.asked for each in found.placed]
    named = [each.asked for each in found.named]
    assert sorted(planned + named, key=lambda who: who.student_id) == asked
    for one, other in pairwise(found.placed):
        assert one.span.ends <= other.span.starts
    for each in found.placed:
        assert each.span in found_moments
        assert not any(each.span.overlaps(b) for b in busy.get(each.asked.student_id, ()))
        assert each.asked.student_id not in already
    # Nobody stays out while a moment that suits is left.
    for out in found.named:
        if out.reason is not Reason.ALREADY:
            assert not any(
                not any(left.overlaps(b) for b in busy.get(out.asked.student_id, ()))
                for left in found.free
            )
    assert {*found.free, *(each.span for each in found.placed)} == set(found_moments)
