"""Periods while they are typed, quick choices, the strip, and drafts exactly as typed."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.life_skills.goal_drafts import (
    GoalDraft,
    SlotTyped,
    copy_of,
    draft_of,
    from_json,
    new_draft,
    to_json,
)
from lob_workbench.features.life_skills.rules_slots import (
    QuickKind,
    SlotFault,
    quick_slots,
    slot_faults,
)
from lob_workbench.features.life_skills.rules_strip import (
    YearSpan,
    lanes,
    school_year_span,
    slot_of_now,
)
from lob_workbench.skills.rules_goals import (
    MOST_SLOTS,
    Goal,
    GoalStatus,
    Slot,
    SlotProgress,
    checked_goal,
)
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.talks.schoolyear import is_school_day

TODAY = date(2026, 11, 23)
CHRISTMAS = Holiday(new_id(), "Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
STUDY_DAY = Holiday(new_id(), "Studiedag", date(2026, 11, 27), date(2026, 11, 27))

days = st.dates(date(2026, 8, 1), date(2027, 7, 31))
spans = st.tuples(days, days)


def a_goal(*periods: tuple[date, date], id: UUID | None = None) -> Goal:
    """An agreement with these periods, all of them planned."""
    slots = tuple(Slot(number, *period) for number, period in enumerate(periods, 1))
    return Goal(id or new_id(), new_id(), "small@1", "listening", 2, TODAY, action="x", slots=slots)


@given(st.lists(spans, min_size=1, max_size=MOST_SLOTS))
def test_the_form_and_the_kernel_agree_on_what_a_good_period_is(
    periods: list[tuple[date, date]],
) -> None:
    good = not any(slot_faults(periods))
    try:
        checked = checked_goal(a_goal(*periods))
    except InputRefused:
        assert not good
    else:
        assert good
        assert [slot.number for slot in checked.slots] == list(range(1, len(periods) + 1))
        assert sorted(periods) == [(slot.starts_on, slot.ends_on) for slot in checked.slots]


def test_each_fault_is_told_of_its_own_period() -> None:
    first = (date(2026, 11, 2), date(2026, 11, 6))
    assert slot_faults(
        [
            first,
            (None, date(2026, 12, 1)),
            (date(2026, 12, 1), None),
            (date(2026, 12, 2), date(2026, 12, 1)),
            (date(2026, 11, 6), date(2026, 11, 9)),
            (date(2026, 11, 7), date(2026, 11, 7)),
        ]
    ) == (
        None,
        SlotFault.NO_START,
        SlotFault.NO_END,
        SlotFault.BACKWARDS,
        SlotFault.OVERLAP,
        None,
    )


def test_quick_periods_end_on_a_school_day_before_the_holiday() -> None:
    found = {one.kind: one for one in quick_slots(TODAY, [STUDY_DAY, CHRISTMAS])}
    assert list(found) == [QuickKind.BLOCK, QuickKind.HOLIDAY, QuickKind.WEEKS]
    assert {one.starts_on for one in found.values()} == {TODAY}
    holiday = found[QuickKind.HOLIDAY]
    assert (holiday.name, holiday.ends_on) == ("Kerstvakantie", date(2026, 12, 18))
    assert found[QuickKind.WEEKS].ends_on == date(2027, 1, 29)


def test_a_next_quick_period_begins_after_the_last_one() -> None:
    (weeks,) = quick_slots(date(2027, 7, 12), [], after=date(2027, 7, 16))
    assert weeks.starts_on == date(2027, 7, 19)
    assert quick_slots(TODAY, [], after=date(2026, 11, 1))[0].starts_on == TODAY


def test_without_a_school_day_in_sight_nothing_is_offered() -> None:
    for_ever = Holiday(new_id(), "Sabbatical", TODAY, TODAY + timedelta(days=2_000))
    assert quick_slots(TODAY, [for_ever]) == ()


@given(
    today=days,
    after=st.none() | days,
    free=st.lists(st.tuples(days, st.integers(0, 60)), max_size=6),
)
def test_a_quick_period_is_always_a_good_one(
    today: date, after: date | None, free: list[tuple[date, int]]
) -> None:
    holidays = [
        Holiday(new_id(), "Vrij", first, first + timedelta(days=length)) for first, length in free
    ]
    for one in quick_slots(today, holidays, after):
        assert one.starts_on >= today
        assert after is None or one.starts_on > after
        assert one.ends_on >= one.starts_on
        assert is_school_day(one.starts_on, holidays)


def test_the_year_of_the_strip_is_that_of_school() -> None:
    assert school_year_span(date(2027, 7, 31)) == school_year_span(date(2026, 8, 1))
    span = school_year_span(TODAY)
    assert [month.month for month in span.months()] == [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7]
    assert (span.days, span.place(span.first_on), span.place(date(2030, 1, 1))) == (365, 0.0, 1.0)
    assert span.stretch(date(2025, 1, 1), date(2026, 7, 31)) is None
    assert span.stretch(date(2027, 8, 1), date(2027, 9, 1)) is None


@given(first=spans, span=spans)
def test_what_is_shown_lies_within_the_strip(
    first: tuple[date, date], span: tuple[date, date]
) -> None:
    year = YearSpan(min(span), max(span))
    stretch = year.stretch(min(first), max(first))
    seen = min(first) <= year.last_on and max(first) >= year.first_on
    assert (stretch is not None) == seen
    if stretch is not None:
        assert 0 <= stretch[0] < stretch[1] <= 1


@given(st.lists(st.lists(spans, max_size=4), max_size=8))
def test_no_agreement_lies_over_another(many: list[list[tuple[date, date]]]) -> None:
    goals = [a_goal(*[(min(one), max(one)) for one in periods]) for periods in many]
    places = lanes(goals)
    assert set(places) == {goal.id for goal in goals if goal.slots}
    shown = [goal for goal in goals if goal.slots]
    for goal in shown:
        for other in shown:
            if goal is not other and places[goal.id] == places[other.id]:
                begins = [min(slot.starts_on for slot in one.slots) for one in (goal, other)]
                ends = [max(slot.ends_on for slot in one.slots) for one in (goal, other)]
                assert ends[0] < begins[1] or ends[1] < begins[0]
    assert set(places.values()) == set(range(len(set(places.values()))))


def test_one_answers_for_what_is_late_then_for_today_then_for_what_comes() -> None:
    past = Slot(1, date(2026, 9, 1), date(2026, 9, 30), SlotProgress.DONE)
    late = Slot(2, date(2026, 10, 1), date(2026, 10, 30), SlotProgress.GOING)
    now = Slot(3, date(2026, 11, 1), date(2026, 11, 30))
    later = Slot(4, date(2026, 12, 1), date(2026, 12, 9))
    assert slot_of_now((later, now, late, past), TODAY) is late
    assert slot_of_now((past, now, later), TODAY) is now
    assert slot_of_now((past, later), TODAY) is later
    assert slot_of_now((past,), TODAY) is past
    assert slot_of_now((), TODAY) is None


texts = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@given(
    action=texts,
    helper=texts,
    typed=st.lists(st.tuples(texts, texts, texts, st.sampled_from(SlotProgress)), max_size=3),
    level=st.none() | st.integers(0, 4),
    learner=st.none() | st.uuids(),
    status=st.sampled_from(GoalStatus),
)
def test_a_draft_comes_back_exactly_as_typed(
    action: str,
    helper: str,
    typed: list[tuple[str, str, str, SlotProgress]],
    level: int | None,
    learner: UUID | None,
    status: GoalStatus,
) -> None:
    draft = GoalDraft(
        new_id(),
        "small@1",
        learner,
        "listening",
        level,
        action,
        helper,
        tuple(SlotTyped(*one) for one in typed),
        status,
        3,
    )
    kept = to_json(draft)
    assert kept.isascii()
    assert from_json(kept) == draft
    assert copy_of(draft).content == kept


def test_only_what_somebody_would_miss_makes_a_draft() -> None:
    draft = new_draft("small@1", new_id(), "listening")
    assert draft.is_blank
    changed = draft_of(a_goal((date(2026, 11, 2), date(2026, 11, 6))))
    assert not changed.is_blank
    assert changed.slots == (SlotTyped("02-11-2026", "06-11-2026"),)
    assert not GoalDraft(new_id(), "small@1", helper="J. de Vries").is_blank
    assert not GoalDraft(new_id(), "small@1", slots=(SlotTyped(plan="x"),)).is_blank


@pytest.mark.parametrize("year", [1, 999, 2026])
def test_a_year_is_written_with_four_figures(year: int) -> None:
    day = date(year, 1, 2)
    assert draft_of(a_goal((day, day))).slots[0].starts == f"02-01-{year:04}"
