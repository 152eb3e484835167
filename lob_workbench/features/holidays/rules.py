"""Holidays that are read from a calendar, beside those that stand there. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

LONGEST_DAYS = 100
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class FoundHoliday:
    """Whole days in a calendar file, both included; ``uid`` is what the file calls them."""

    uid: str
    name: str
    first_on: date
    last_on: date


class LeftOut(StrEnum):
    """Why something in the file is no holiday."""

    TIMED = "timed"
    RECURRING = "recurring"
    CALLED_OFF = "called_off"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    TWICE = "twice"


LEFT_OUT_WORDS: dict[LeftOut, tuple[str, str]] = {
    LeftOut.TIMED: (
        QT_TRANSLATE_NOOP("holidays", "1 regel heeft een tijd en is dus geen vrije dag."),
        QT_TRANSLATE_NOOP("holidays", "{count} regels hebben een tijd en zijn dus geen vrije dag."),
    ),
    LeftOut.RECURRING: (
        QT_TRANSLATE_NOOP("holidays", "1 regel herhaalt zich. Voeg die dagen zelf toe."),
        QT_TRANSLATE_NOOP("holidays", "{count} regels herhalen zich. Voeg die dagen zelf toe."),
    ),
    LeftOut.CALLED_OFF: (
        QT_TRANSLATE_NOOP("holidays", "1 regel is in het bestand afgezegd."),
        QT_TRANSLATE_NOOP("holidays", "{count} regels zijn in het bestand afgezegd."),
    ),
    LeftOut.TOO_LONG: (
        QT_TRANSLATE_NOOP("holidays", "1 regel duurt langer dan 100 dagen."),
        QT_TRANSLATE_NOOP("holidays", "{count} regels duren langer dan 100 dagen."),
    ),
    LeftOut.UNREADABLE: (
        QT_TRANSLATE_NOOP("holidays", "1 regel heeft geen dag of naam die de werkbank begrijpt."),
        QT_TRANSLATE_NOOP(
            "holidays", "{count} regels hebben geen dag of naam die de werkbank begrijpt."
        ),
    ),
    LeftOut.TWICE: (
        QT_TRANSLATE_NOOP("holidays", "1 regel staat er dubbel in."),
        QT_TRANSLATE_NOOP("holidays", "{count} regels staan er dubbel in."),
    ),
}


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """What a calendar file holds: whole days, and how much was left out for which reason."""

    found: tuple[FoundHoliday, ...]
    left_out: tuple[tuple[LeftOut, int], ...] = ()


class Comparison(StrEnum):
    """How a holiday of the file stands beside those that are there."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ComparedHoliday:
    """One line of the preview."""

    holiday: FoundHoliday
    how: Comparison


def compare(
    found: Iterable[FoundHoliday], known: Iterable[FoundHoliday]
) -> tuple[ComparedHoliday, ...]:
    """Beside what is known: by the name that the calendar gave it, or by content."""
    known = tuple(known)
    by_uid = {item.uid: item for item in known if item.uid}
    contents = {_content(item) for item in known}
    compared = []
    for item in found:
        before = by_uid.get(item.uid)
        if _content(item) in contents:
            how = Comparison.SAME
        else:
            how = Comparison.NEW if before is None else Comparison.CHANGED
        compared.append(ComparedHoliday(item, how))
    return tuple(compared)


def _content(item: FoundHoliday) -> tuple[str, date, date]:
    return item.name, item.first_on, item.last_on
