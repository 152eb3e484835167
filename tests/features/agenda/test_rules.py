"""Clashes, cautions, and where talks stand beside each other."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import example, given
from hypothesis import strategies as st

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.features.agenda.rules import (
    AgendaView,
    Caution,
    Invitation,
    cautions,
    clash,
    closest_starts,
    days_shown,
    hours_shown,
    lanes,
    moved,
    starts_at,
    taken,
    week_number,
    week_of,
)
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules_appointments import (
    AppointmentDraft,
    AppointmentStatus,
    AppointmentView,
    Holiday,
    RoomUse,
    RoomView,
    overlap,
)

MONDAY = date(2026, 11, 23)
STUDENT = new_id()
KIND = ConversationKind.PROGRESS

times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
lengths = st.integers(1, 240)


def a_view(
    at: str = "09:20", minutes: int = 15, on: date = MONDAY, student: UUID | None = None
) -> AppointmentView:
    """An appointment in the agenda."""
    return AppointmentView(
        id=new_id(), student_id=student or new_id(), student_name="Zoë van 't Hart", group="PW2B",
        staff_id=STUDENT, kind=KIND, form=ConversationForm.DIALOGUE, on=on, at=at, minutes=minutes,
        room=None, placement_id=None, status=AppointmentStatus.PLANNED, sequence=0, talk_id=None,
        from_talk=None, version=1,
    )  # fmt: skip


views = st.builds(a_view, times, lengths)


def minute(at: str) -> int:
    """Minutes since midnight."""
    return int(at[:2]) * 60 + int(at[3:])


@given(times, lengths, times, lengths)
@example("09:20", 15, "09:35", 15)
@example("09:35", 15, "09:20", 15)
@example("09:20", 16, "09:35", 15)
def test_two_talks_overlap_when_they_share_a_minute(
    first: str, long: int, second: str, other: int
) -> None:
    one = set(range(minute(first), minute(first) + long))
    two = set(range(minute(second), minute(second) + other))
    assert overlap(first, long, second, other) is bool(one & two)
    assert overlap(first, long, second, other) is overlap(second, other, first, long)
    assert not overlap("", long, second, other)


@given(st.lists(views, max_size=12), st.lists(st.booleans(), max_size=12))
def test_what_is_planned_one_by_one_never_overlaps(
    wanted: list[AppointmentView], own: list[bool]
) -> None:
    """However the tries fall: of one student no two talks that were let through share a minute."""
    standing: list[AppointmentView] = []
    for place, view in enumerate(wanted):
        student = STUDENT if place < len(own) and own[place] else view.student_id
        draft = AppointmentDraft(view.id, student, KIND, MONDAY, view.at, view.minutes)
        if clash(draft, standing, student=True) is None:
            standing.append(replace(view, student_id=student))
    busy = [
        minute(view.at) + passed
        for view in standing
        if view.student_id == STUDENT
        for passed in range(view.minutes)
    ]
    assert len(busy) == len(set(busy))


def test_nothing_stands_in_its_own_way_nor_does_what_is_called_off() -> None:
    view = a_view(student=STUDENT)
    same = AppointmentDraft(view.id, STUDENT, KIND, MONDAY, "09:20")
    other = replace(same, id=new_id())
    assert clash(same, [view], student=True) is None
    assert clash(other, [view], student=True) is view
    assert clash(other, [view], student=False) is None
    assert clash(other, [replace(view, status=AppointmentStatus.CANCELLED)], student=True) is None
    assert clash(replace(other, on=MONDAY + timedelta(days=1)), [view], student=True) is None
    use = RoomUse(view.id, view.on, "09:30", 10, "Daan de Wit")
    assert taken(same, [use]) is None
    assert taken(other, [use]) is use
    assert taken(replace(other, minutes=10), [use]) is None


def test_a_sensitive_talk_in_the_open_asks_caution_and_behind_a_door_does_not() -> None:
    draft = AppointmentDraft(new_id(), STUDENT, KIND, MONDAY, "09:20", sensitive=True)
    square = RoomView(new_id(), "Studieplein", False, 1)
    (found,) = cautions(draft, [], square, [], MONDAY)
    assert (found.kind, found.about) == (Caution.OPEN_SPACE, "Studieplein")
    assert cautions(draft, [], replace(square, private=True), [], MONDAY) == ()
    assert cautions(replace(draft, sensitive=False), [], square, [], MONDAY) == ()
    assert cautions(draft, [], None, [], MONDAY) == ()


def test_a_holiday_says_its_name_and_hides_the_weekend_in_it() -> None:
    autumn = Holiday(new_id(), "Herfstvakantie", date(2026, 10, 17), date(2026, 10, 25))
    for day, expected in (
        (16, []),
        (17, [Caution.HOLIDAY]),
        (25, [Caution.HOLIDAY]),
        (31, [Caution.WEEKEND]),
    ):
        draft = AppointmentDraft(new_id(), STUDENT, KIND, date(2026, 10, day), "09:20")
        found = cautions(draft, [], None, [autumn], date(2026, 10, 1))
        assert [item.kind for item in found] == expected


@given(st.dates())
def test_every_day_lies_in_its_week(day: date) -> None:
    first, last = week_of(day)
    assert first <= day <= last
    assert (last - first).days <= 6
    assert first.weekday() == 0
    assert moved(day, 0) == day


def test_paging_stops_at_the_end_of_the_calendar() -> None:
    assert moved(date.max, 7) == date.max
    assert moved(date.min, -7) == date.min
    assert moved(MONDAY, 7) == date(2026, 11, 30)
    assert week_number(date(2027, 1, 3)) == 53


def test_a_weekend_shows_when_something_is_planned_in_it() -> None:
    sunday = MONDAY + timedelta(days=6)
    week = AgendaView(MONDAY, sunday, (), ())
    assert len(days_shown(week)) == 5
    saturday = a_view(on=MONDAY + timedelta(days=5))
    assert len(days_shown(replace(week, appointments=(saturday,)))) == 6
    assert len(days_shown(replace(week, appointments=(a_view(on=sunday),)))) == 7
    assert days_shown(AgendaView(sunday, sunday, (), ())) == (sunday,)


@given(st.lists(views, max_size=10))
def test_the_hours_grow_with_what_is_planned(items: list[AppointmentView]) -> None:
    first, last = hours_shown(items)
    assert 0 <= first <= 8
    assert 18 <= last <= 24
    for item in items:
        assert first * 60 <= minute(item.at)
        assert min(minute(item.at) + item.minutes, 24 * 60) <= last * 60
    assert hours_shown([a_view("")]) == (8, 18)


@given(st.lists(views, max_size=10))
def test_talks_that_overlap_stand_in_lanes_of_their_own(items: list[AppointmentView]) -> None:
    found = lanes(items)
    assert set(found) == {item.id for item in items}
    for item in items:
        assert 0 <= found[item.id].lane < found[item.id].lanes
        for other in items:
            if other is not item and overlap(item.at, item.minutes, other.at, other.minutes):
                assert found[item.id].lane != found[other.id].lane
                assert found[item.id].lanes == found[other.id].lanes


def test_a_talk_without_a_time_has_no_lane() -> None:
    assert lanes([a_view("")]) == {}


def test_how_close_talks_begin() -> None:
    assert closest_starts([], 20) == 20
    assert closest_starts([a_view("09:00"), a_view("09:10"), a_view("")], 20) == 10
    assert closest_starts([a_view("09:00"), a_view("09:00"), a_view("11:00")], 20) == 20
    tomorrow = a_view("09:05", on=MONDAY + timedelta(days=1))
    assert closest_starts([a_view("09:00"), tomorrow], 20) == 20


def test_an_invitation_begins_by_the_clock_at_school_and_not_before_its_time_is_known() -> None:
    dated = Invitation(
        id=new_id(), kind="progress", student_name="Zoë van 't Hart", email="",
        organizer="Mirjam Bakker", organizer_id=new_id(), on=MONDAY, at="", minutes=15, place="",
        sequence=0, called_off=False, private=False,
    )  # fmt: skip
    assert starts_at(dated) is None
    assert starts_at(replace(dated, at="09:20")) == datetime(2026, 11, 23, 9, 20)
