"""Invitations as calendar files (RFC 5545, sent as RFC 5546 asks). No word of the dossier.

One talk is an invitation to the student, or its cancelling. Several together are published for an
agenda of one's own: the rules of invitations allow one talk a file.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vText,
)

from lob_workbench.domain.clock import SCHOOL_ZONE
from lob_workbench.features.agenda.rules import Invitation, starts_at

PRODUCT = "-//LOB-werkbank//Agenda//NL"
Words = Callable[[str], str]


def calendar_bytes(
    invitations: Sequence[Invitation], now: datetime, kind_words: Words, private_words: str
) -> bytes:
    """The file. ``kind_words`` names a kind of talk; ``private_words`` stands for any other."""
    alone = len(invitations) == 1
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if not alone:
        calendar.add("method", "PUBLISH")
    else:
        calendar.add("method", "CANCEL" if invitations[0].called_off else "REQUEST")
    calendar.add_component(_clocks())
    for item in invitations:
        words = private_words if item.private else kind_words(item.kind)
        if not alone:
            # In one's own agenda one needs to know with whom.
            words = f"{words} · {item.student_name}"
        calendar.add_component(_event(item, now, words, invite=alone))
    return bytes(calendar.to_ical())


def file_name(invitations: Sequence[Invitation]) -> str:
    """A name for the file, with the first day and no name of a student."""
    first = min(item.on for item in invitations)
    return f"{'gesprek' if len(invitations) == 1 else 'gesprekken'}-{first.isoformat()}.ics"


def _clocks() -> Timezone:
    """When the clocks change in the Netherlands: by rule, so that no year is the last one."""
    zone = Timezone()
    zone.add("tzid", str(SCHOOL_ZONE))
    for season, name, month, hour, before, after in (
        (TimezoneDaylight(), "CEST", 3, 2, 1, 2),
        (TimezoneStandard(), "CET", 10, 3, 2, 1),
    ):
        last_sunday = {3: 29, 10: 25}[month]
        season.add("dtstart", datetime(1970, month, last_sunday, hour))  # noqa: DTZ001
        season.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        season.add("tzoffsetfrom", timedelta(hours=before))
        season.add("tzoffsetto", timedelta(hours=after))
        season.add("tzname", name)
        zone.add_component(season)
    return zone


def _event(item: Invitation, now: datetime, words: str, *, invite: bool) -> Event:
    event = Event()
    event.add("uid", f"{item.id}@lob-werkbank")
    event.add("sequence", item.sequence)
    event.add("dtstamp", now)
    starts = starts_at(item)
    if starts is None:
        event.add("dtstart", item.on)
        event.add("transp", "TRANSPARENT")
    else:
        # The time of the clock at school, and how long: the end follows, also when clocks change.
        event.add("dtstart", starts.replace(tzinfo=SCHOOL_ZONE))
        event.add("duration", timedelta(minutes=item.minutes))
    event.add("summary", words)
    if item.place:
        event.add("location", item.place)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if item.called_off else "CONFIRMED")
    organizer = vCalAddress(f"urn:uuid:{item.organizer_id}")
    organizer.params["CN"] = vText(_quotable(item.organizer))
    event.add("organizer", organizer)
    if invite:
        attendee = vCalAddress(f"mailto:{item.email}" if item.email else organizer)
        name = item.student_name if item.email else item.organizer
        attendee.params["CN"] = vText(_quotable(name))
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        if not item.called_off and item.email:
            attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
            attendee.params["RSVP"] = vText("TRUE")
        event.add("attendee", attendee)
    return event


def _quotable(name: str) -> str:
    """A name for a parameter: those cannot hold a double quote (RFC 5545, 3.2)."""
    return name.replace('"', "'")
