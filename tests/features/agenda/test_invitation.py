"""Invitations, read back by another library than the one that wrote them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.features.agenda.invitation import calendar_bytes, file_name
from lob_workbench.features.agenda.rules import Invitation
from lob_workbench.storage.base import new_id

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KEY, ORGANIZER = new_id(), new_id()
ONE = Invitation(
    id=KEY, kind="progress", student_name="Zoë van 't Hart", email="zoe@school.example",
    organizer="Mirjam Bakker", organizer_id=ORGANIZER, on=date(2026, 11, 24), at="09:20",
    minutes=15, place="Kamer 1", sequence=0, called_off=False, private=False,
)  # fmt: skip


def written(*invitations: Invitation) -> bytes:
    """The file."""
    return calendar_bytes(
        invitations, NOW, {"progress": "Voortgangsgesprek"}.__getitem__, "Gesprek"
    )


def read(*invitations: Invitation) -> Any:
    """The calendar, as another program reads it."""
    return vobject.readOne(written(*invitations).decode())


def test_an_invitation_says_when_where_and_who_and_no_more() -> None:
    calendar = read(ONE)
    event = calendar.vevent
    assert calendar.method.value == "REQUEST"
    assert event.uid.value == f"{KEY}@lob-werkbank"
    assert event.sequence.value == "0"
    assert event.dtstart.value == datetime(2026, 11, 24, 9, 20, tzinfo=AMSTERDAM)
    assert event.duration.value == timedelta(minutes=15)
    assert event.location.value == "Kamer 1"
    assert event.summary.value == "Voortgangsgesprek"
    assert event.status.value == "CONFIRMED"
    assert event.dtstamp.value == NOW
    assert event.attendee.value == "mailto:zoe@school.example"
    assert event.attendee.params["CN"] == ["Zoë van 't Hart"]
    assert event.organizer.params["CN"] == ["Mirjam Bakker"]
    names = {child.name for child in event.getChildren()}
    assert not names & {"DESCRIPTION", "COMMENT", "CATEGORIES", "ATTACH"}


def test_the_same_talk_moved_and_called_off_is_the_same_for_the_other_calendar() -> None:
    first = read(ONE).vevent
    moved = read(replace(ONE, at="10:15", sequence=1)).vevent
    off = read(replace(ONE, at="10:15", sequence=2, called_off=True))
    assert first.uid.value == moved.uid.value == off.vevent.uid.value
    assert [item.sequence.value for item in (first, moved, off.vevent)] == ["0", "1", "2"]
    assert off.method.value == "CANCEL"
    assert off.vevent.status.value == "CANCELLED"
    assert off.vevent.attendee.value == "mailto:zoe@school.example"


def test_what_is_private_is_not_named_by_its_kind() -> None:
    event = read(replace(ONE, private=True)).vevent
    assert event.summary.value == "Gesprek"
    assert event.contents["class"][0].value == "PRIVATE"


def test_without_an_address_the_counsellor_alone_attends() -> None:
    event = read(replace(ONE, email="")).vevent
    assert event.attendee.value == event.organizer.value == f"urn:uuid:{ORGANIZER}"
    assert "Hart" not in written(replace(ONE, email="")).decode()


def test_a_week_is_one_file_for_ones_own_agenda() -> None:
    other = replace(ONE, id=new_id(), at="", student_name="Oğuz Çelik", place="", private=True)
    calendar = read(ONE, other)
    assert calendar.method.value == "PUBLISH"
    first, second = calendar.vevent_list
    assert first.summary.value == "Voortgangsgesprek · Zoë van 't Hart"
    assert second.summary.value == "Gesprek · Oğuz Çelik"
    assert second.dtstart.value == date(2026, 11, 24)
    assert not hasattr(second, "location")
    # Who publishes invites nobody (RFC 5546).
    assert not hasattr(first, "attendee")
    assert file_name((ONE,)) == "gesprek-2026-11-24.ics"
    assert file_name((ONE, other)) == "gesprekken-2026-11-24.ics"


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2026, 10, 23), 2),  # the Friday before the clocks go back
        (date(2026, 10, 26), 1),
        (date(2027, 3, 26), 1),  # and before they go forward
        (date(2027, 3, 29), 2),
        (date(2060, 7, 1), 2),  # no table of years that ends
    ],
)
def test_twenty_past_nine_is_twenty_past_nine_on_both_sides_of_the_change(
    day: date, offset: int
) -> None:
    starts = read(replace(ONE, on=day)).vevent.dtstart.value
    assert (starts.hour, starts.minute) == (9, 20)
    assert starts.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_half_past_two_in_the_night_of_the_change_stays_what_the_clock_says(day: date) -> None:
    text = written(replace(ONE, on=day, at="02:30")).decode()
    assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T023000" in text
    starts = vobject.readOne(text).vevent.dtstart.value
    assert (starts.date(), starts.hour, starts.minute) == (day, 2, 30)


@given(
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(1, 240),
)
def test_day_time_and_length_come_back(day: date, hour: int, minute: int, minutes: int) -> None:
    event = read(replace(ONE, on=day, at=f"{hour:02}:{minute:02}", minutes=minutes)).vevent
    starts = event.dtstart.value
    assert (starts.date(), starts.hour, starts.minute) == (day, hour, minute)
    assert event.duration.value == timedelta(minutes=minutes)


HOSTILE = 'Kamer 1, "gang"; B\\n:é🙂END:VEVENT ' + "é🙂" * 60


@given(st.one_of(st.just(HOSTILE), st.text(max_size=120)))
def test_any_text_comes_back_in_lines_of_75_bytes(raw: str) -> None:
    try:
        text = clean_line(raw)
    except InputRefused:
        return
    data = written(replace(ONE, place=text, student_name=text, organizer=text))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    event = vobject.readOne(data.decode()).vevent
    if text:
        assert event.location.value == text
