"""Evidence, links and days as they may be stored. Pure functions.

What is refused or mended here the guard of a school's server refuses too (0014_skills.sql): a row
that no page can show would keep colleagues from everything beside it.
"""

import re
from datetime import date

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
"""A day outside these is a slip of a finger, and a spreadsheet cannot hold all of them."""
FILE_LIMIT = 10_000_000
"""Bytes of one file."""

_NAME_LIMIT = 120
_DIVIDERS = re.compile(r"[/\\\x00-\x1f]")
_MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,80}")


def check_day(day: date) -> None:
    """Raise ``InputRefused`` for a day that nobody can mean."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Klopt het jaar van deze dag?"))


def check_past(day: date, today: date) -> None:
    """The same, and not after today."""
    if day > today:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Deze dag moet nog komen."))
    check_day(day)


def checked_link(raw: str) -> str:
    """A link that a browser may open; raises ``InputRefused`` for another."""
    link = clean_line(raw, limit=2_000)
    if link and not link.lower().startswith(("https://", "http://")):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Een link begint met https://."))
    if any(map(str.isspace, link)):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "In een link staat geen spatie."))
    return link


def check_content(content: bytes) -> None:
    """Raise ``InputRefused`` for a file that is empty or too large."""
    if not content:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Dit bestand is leeg."))
    if len(content) > FILE_LIMIT:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een bestand mag hooguit {limit} MB groot zijn."),
            limit=FILE_LIMIT // 1_000_000,
        )


def checked_name(raw: str) -> str:
    """A file's name without a folder; of a long one the end, which tells what kind it is."""
    line = " ".join(_DIVIDERS.sub(" ", clean_text(raw[-1_000:])).split())
    return line[-_NAME_LIMIT:].lstrip(". ") or "bestand"


def checked_type(raw: str) -> str:
    """A media type, or that it may be anything."""
    return raw if _MEDIA_TYPE.fullmatch(raw) else "application/octet-stream"
