"""Reads a calendar file (``.ics``) that anybody may have made, for the whole days in it."""

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.holidays.rules import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_DAYS,
    FoundHoliday,
    LeftOut,
    ReadCalendar,
)

LARGEST_BYTES = 1_000_000
MOST_EVENTS = 500

TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "Dit bestand is te groot voor een lijst met vakanties. Kies een kleiner bestand."
)
NO_CALENDAR = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen agendabestand (.ics) dat de werkbank kan lezen."
)
TOO_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "In dit bestand staan {count} regels; de werkbank leest er hooguit {limit}. "
    "Is dit wel de lijst met vakanties?",
)
NOT_READ = QT_TRANSLATE_NOOP("errors", "Dit bestand laat zich niet lezen.")


def read_calendar(path: Path) -> ReadCalendar:
    """What the file holds; raises ``InputRefused`` with the reason when that is no calendar."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError:
        raise InputRefused(NOT_READ) from None
    return parse_calendar(data)


def parse_calendar(data: bytes) -> ReadCalendar:
    """The same of bytes."""
    if len(data) > LARGEST_BYTES:
        raise InputRefused(TOO_LARGE)
    if b"BEGIN:VCALENDAR" not in data.upper():
        raise InputRefused(NO_CALENDAR)
    # Before parsing, which takes long for much.
    count = data.upper().count(b"BEGIN:VEVENT")
    if count > MOST_EVENTS:
        raise InputRefused(TOO_MANY, count=count, limit=MOST_EVENTS)
    try:
        text = data.decode("utf-8-sig", "replace")
        calendars = Calendar.from_ical(text, multiple=True)
    except Exception:
        # The parser raises a dozen kinds for what is no calendar; each means the same here.
        raise InputRefused(NO_CALENDAR) from None
    if not calendars:
        raise InputRefused(NO_CALENDAR)
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    found: dict[str, FoundHoliday] = {}
    left_out: Counter[LeftOut] = Counter()
    for event in events:
        read = _holiday(event)
        if isinstance(read, LeftOut):
            left_out[read] += 1
        elif read.uid in found:
            left_out[LeftOut.TWICE] += 1
        else:
            found[read.uid] = read
    ordered = sorted(found.values(), key=lambda item: (item.first_on, item.last_on, item.name))
    return ReadCalendar(
        tuple(ordered), tuple((reason, left_out[reason]) for reason in LeftOut if left_out[reason])
    )


def _holiday(event: Any) -> FoundHoliday | LeftOut:
    if any(event.get(name) is not None for name in ("rrule", "rdate", "recurrence-id")):
        return LeftOut.RECURRING
    if str(event.get("status", "")).upper() == "CANCELLED":
        return LeftOut.CALLED_OFF
    try:
        first_on = event.decoded("dtstart")
        if isinstance(first_on, datetime):
            return LeftOut.TIMED
        if not isinstance(first_on, date):
            return LeftOut.UNREADABLE
        last_on = _last_day(event, first_on)
        name = clean_line(str(event.get("summary", "")), limit=80)
        uid = clean_line(str(event.get("uid", "")))
    except (InputRefused, KeyError, ValueError, TypeError, OverflowError):
        return LeftOut.UNREADABLE
    if not name or not FIRST_YEAR <= first_on.year <= LAST_YEAR or last_on < first_on:
        return LeftOut.UNREADABLE
    if (last_on - first_on).days >= LONGEST_DAYS:
        return LeftOut.TOO_LONG
    return FoundHoliday(uid or f"{first_on} {last_on} {name}", name, first_on, last_on)


def _last_day(event: Any, first_on: date) -> date:
    """The end in a calendar is the day after; without one it is a single day."""
    if event.get("dtend") is not None:
        end: date = event.decoded("dtend")
        if isinstance(end, datetime):
            raise ValueError("a day that ends at a time")
        # Some calendars write the same day twice for a single day.
        return end if end == first_on else end - timedelta(days=1)
    if event.get("duration") is not None:
        lasts: timedelta = event.decoded("duration")
        return first_on + max(lasts, timedelta(days=1)) - timedelta(days=1)
    return first_on
