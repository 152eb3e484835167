"""Dutch dates and times: read what people type, write what people say. Pure, without Qt."""

import re
from datetime import date, time, timedelta

from lob_workbench.domain import dates
from lob_workbench.domain.dates import MONTHS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()}
_MONTH_NUMBERS |= {"mrt": 3, "sept": 9}
_WORDS = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
_NAMED = re.compile(r"(\d{1,2})[- ]?([a-z]+)\.?(?:[- ](\d{4}|\d{2}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:.,](\d{2}))?(?: ?u(?:ur)?)?")
_TIME_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")


def parse_date(text: str, today: date) -> date | None:
    """The date that ``text`` means, or ``None`` when it means none.

    Day first, as Dutch people write: ``3-2``, ``03-02-2026``, ``3/2/26``, ``3 februari``,
    ``ma 3 feb``, ``03022026``, ``2026-02-03``, ``morgen``, a weekday for the next one. Without a
    year it is the one nearest to ``today``: *3 januari* typed in November is the coming January.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    if words in dates.WEEKDAYS:
        ahead = (dates.WEEKDAYS.index(words) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    words = _without_weekday(words)
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _TOGETHER.fullmatch(words):
        return _made(int(found[3]), int(found[2]), int(found[1]))
    if found := _NUMBERS.fullmatch(words):
        return _completed(int(found[1]), int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(words):
        month = _MONTH_NUMBERS.get(found[2])
        return None if month is None else _completed(int(found[1]), month, found[3], today)
    return None


def _without_weekday(words: str) -> str:
    first, _, rest = words.partition(" ")
    name = first.rstrip(".")
    if rest and len(name) >= 2 and any(day.startswith(name) for day in dates.WEEKDAYS):
        return rest
    return words


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _completed(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _made(int(year) + (_century(int(year), today) if len(year) == 2 else 0), month, day)
    candidates = [_made(today.year + shift, month, day) for shift in (-1, 0, 1)]
    there = [found for found in candidates if found is not None]
    return min(there, key=lambda found: abs(found - today), default=None)


def _century(short: int, today: date) -> int:
    """Two digits mean the past 80 years or the coming 20."""
    century = today.year // 100 * 100
    return century - 100 if century + short > today.year + 20 else century


def format_date(day: date) -> str:
    """``23-11-2026``: for fields and tables; ``parse_date`` reads it back."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def long_date(day: date, *, weekday: bool = True) -> str:
    """``maandag 23 november 2026``."""
    return dates.long_date(day) if weekday else dates.plain_date(day)


def short_date(day: date, today: date) -> str:
    """``23 nov`` in the year of ``today``, else ``23 nov 2025``."""
    month = MONTHS[day.month - 1]
    short = month if month in ("maart", "mei", "juni", "juli") else month[:3]
    return f"{day.day} {short}" if day.year == today.year else f"{day.day} {short} {day.year}"


def relative_date(day: date, today: date) -> str:
    """How people say it: ``vandaag``, ``morgen``, ``over 5 dagen``, ``3 weken geleden``.

    Weeks from 14 days on, months from 12 weeks on, years from 24 months on.
    """
    days = (day - today).days
    near = {0: "vandaag", 1: "morgen", 2: "overmorgen", -1: "gisteren", -2: "eergisteren"}
    if days in near:
        return near[days]
    size = abs(days)
    if size < 14:
        amount = f"{size} dagen"
    elif size < 84:
        amount = f"{size // 7} weken"
    elif size < 730:
        amount = f"{round(size / 30.44)} maanden"
    else:
        amount = f"{size // 365} jaar"
    return f"over {amount}" if days > 0 else f"{amount} geleden"


def parse_time(text: str) -> time | None:
    """The time of day in ``text``: ``9:20``, ``09.20``, ``0920``, ``920``, ``9``, ``9 uur``."""
    words = " ".join(text.lower().split())
    found = _TIME.fullmatch(words)
    if found is None:
        found = _TIME_TOGETHER.fullmatch(words)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def format_time(moment: time) -> str:
    """``09:20``."""
    return f"{moment.hour:02}:{moment.minute:02}"
