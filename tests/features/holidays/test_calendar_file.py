"""Reading calendar files that anybody may have made."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.holidays.calendar_file import (
    LARGEST_BYTES,
    MOST_EVENTS,
    parse_calendar,
    read_calendar,
)
from lob_workbench.features.holidays.rules import (
    Comparison,
    FoundHoliday,
    LeftOut,
    ReadCalendar,
    compare,
)

AUTUMN = (
    "UID:herfst@school\r\nSUMMARY:Herfstvakantie\r\n"
    "DTSTART;VALUE=DATE:20261017\r\nDTEND;VALUE=DATE:20261026"
)


def a_calendar(*events: str) -> bytes:
    """A file with these events."""
    body = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def left_out(event: str) -> dict[LeftOut, int]:
    """Why one event is no holiday."""
    read = parse_calendar(a_calendar(event))
    assert read.found == ()
    return dict(read.left_out)


def test_whole_days_are_read_with_their_last_day() -> None:
    kings = "UID:koning\r\nSUMMARY:Koningsdag\r\nDTSTART;VALUE=DATE:20270427"
    week = (
        "UID:mei\r\nSUMMARY:Meivakantie\\, met feest\r\nDTSTART;VALUE=DATE:20270424\r\nDURATION:P2W"
    )
    same = "UID:x\r\nSUMMARY:Studiedag\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261201"
    assert parse_calendar(a_calendar(kings, AUTUMN, week, same)) == ReadCalendar(
        (
            FoundHoliday("herfst@school", "Herfstvakantie", date(2026, 10, 17), date(2026, 10, 25)),
            FoundHoliday("x", "Studiedag", date(2026, 12, 1), date(2026, 12, 1)),
            FoundHoliday("mei", "Meivakantie, met feest", date(2027, 4, 24), date(2027, 5, 7)),
            FoundHoliday("koning", "Koningsdag", date(2027, 4, 27), date(2027, 4, 27)),
        )
    )


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ("UID:a\r\nSUMMARY:Les\r\nDTSTART:20261017T090000Z", LeftOut.TIMED),
        (AUTUMN + "\r\nRRULE:FREQ=YEARLY", LeftOut.RECURRING),
        (AUTUMN + "\r\nRDATE;VALUE=DATE:20271017", LeftOut.RECURRING),
        (AUTUMN + "\r\nSTATUS:CANCELLED", LeftOut.CALLED_OFF),
        (
            "UID:a\r\nSUMMARY:Jaar\r\nDTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101",
            LeftOut.TOO_LONG,
        ),
        ("UID:a\r\nSUMMARY:Geen dag", LeftOut.UNREADABLE),
        ("UID:a\r\nDTSTART;VALUE=DATE:20261017", LeftOut.UNREADABLE),
        ("UID:a\r\nSUMMARY:Oud\r\nDTSTART;VALUE=DATE:00011017", LeftOut.UNREADABLE),
        (f"UID:a\r\nSUMMARY:{'x' * 90}\r\nDTSTART;VALUE=DATE:20261017", LeftOut.UNREADABLE),
        (
            "UID:a\r\nSUMMARY:Om\r\nDTSTART;VALUE=DATE:20261017\r\nDTEND;VALUE=DATE:20261001",
            LeftOut.UNREADABLE,
        ),
        (
            "UID:a\r\nSUMMARY:Half\r\nDTSTART;VALUE=DATE:20261017\r\nDTEND:20261018T120000",
            LeftOut.UNREADABLE,
        ),
        ("UID:a\r\nSUMMARY:Dag 32\r\nDTSTART;VALUE=DATE:20261032", LeftOut.UNREADABLE),
    ],
)
def test_what_is_no_holiday_is_left_out_with_the_reason(event: str, reason: LeftOut) -> None:
    assert left_out(event) == {reason: 1}


def test_the_same_uid_twice_counts_once_and_without_one_days_and_name_tell() -> None:
    nameless = AUTUMN.replace("UID:herfst@school\r\n", "")
    read = parse_calendar(a_calendar(AUTUMN, AUTUMN, nameless, nameless))
    assert len(read.found) == 2
    assert read.left_out == ((LeftOut.TWICE, 2),)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen agendabestand"),
        (b"MZ\x90\x00 this is a program", "geen agendabestand"),
        (b"naam;nummer\r\nZo\xc3\xab;1", "geen agendabestand"),
        (b"BEGIN:VCALENDAR" + b"x" * 60, "geen agendabestand"),
        (a_calendar(*([AUTUMN] * (MOST_EVENTS + 1))), "501 regels"),
        (b"BEGIN:VCALENDAR\r\n" + b" " * LARGEST_BYTES, "te groot"),
    ],
)
def test_what_is_no_calendar_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        parse_calendar(data)


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "groot.ics"
    with path.open("wb") as file:
        file.write(b"BEGIN:VCALENDAR\r\n")
        file.truncate(50_000_000)
    with pytest.raises(InputRefused, match="te groot"):
        read_calendar(path)
    with pytest.raises(InputRefused, match="niet lezen"):
        read_calendar(tmp_path)
    good = tmp_path / "goed.ics"
    good.write_bytes(b"\xef\xbb\xbf" + a_calendar(AUTUMN))
    assert len(read_calendar(good).found) == 1


lines = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "UID:a", "SUMMARY:Vrij",
        "DTSTART;VALUE=DATE:20261017", "DTSTART:20261017T090000Z", "DTEND;VALUE=DATE:20261018",
        "DTSTART;TZID=Nergens/Heen:20261017T090000", "DURATION:P1D", "RRULE:FREQ=DAILY",
        "STATUS:", ";:", " x",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(lines, st.text(max_size=30)), max_size=25))
def test_no_calendar_makes_it_stumble(parts: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", *parts, "END:VCALENDAR"]).encode("utf-8", "replace")
    try:
        read = parse_calendar(data)
    except InputRefused:
        return
    assert all(item.name and item.first_on <= item.last_on for item in read.found)


def test_a_newer_file_changes_what_moved_and_doubles_nothing() -> None:
    old = FoundHoliday("a", "Herfst", date(2026, 10, 17), date(2026, 10, 25))
    by_hand = FoundHoliday("", "Kerst", date(2026, 12, 19), date(2027, 1, 3))
    later = FoundHoliday("a", "Herfst", date(2026, 10, 24), date(2026, 11, 1))
    again = FoundHoliday("b", "Kerst", date(2026, 12, 19), date(2027, 1, 3))
    new = FoundHoliday("c", "Mei", date(2027, 4, 24), date(2027, 5, 9))
    found = compare([old, later, again, new], [old, by_hand])
    assert [line.how for line in found] == [
        Comparison.SAME, Comparison.CHANGED, Comparison.SAME, Comparison.NEW,
    ]  # fmt: skip
