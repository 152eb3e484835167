"""Dates in Dutch words, the same on screen and on paper, whatever the language of the machine."""

from datetime import date

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def plain_date(on: date) -> str:
    """The day in words, such as *23 november 2026*."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def long_date(on: date) -> str:
    """The day in words with its weekday, such as *maandag 23 november 2026*."""
    return f"{WEEKDAYS[on.weekday()]} {plain_date(on)}"
