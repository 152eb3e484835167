"""The school's days without talks: listing, adding, removing, and taking over a calendar."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.holidays.rules import (
    LONGEST_DAYS,
    ComparedHoliday,
    Comparison,
    FoundHoliday,
    ReadCalendar,
    compare,
)
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_appointments
from lob_workbench.talks.records_appointments import SchoolHoliday
from lob_workbench.talks.rules_appointments import Holiday

NO_NAME = QT_TRANSLATE_NOOP("errors", "Geef de vrije dagen een naam, zoals Herfstvakantie.")
WRONG_WAY = QT_TRANSLATE_NOOP("errors", "De laatste dag ligt voor de eerste. Draai ze om.")
TOO_LONG = QT_TRANSLATE_NOOP("errors", "Dit is langer dan {limit} dagen. Klopt de laatste dag?")


@operation(Right.CHANGE_SETTINGS)
def list_holidays(work: UnitOfWork) -> tuple[Holiday, ...]:
    """All of them, the earliest first."""
    return queries_appointments.list_holidays(work)


@operation(Right.CHANGE_SETTINGS)
def add_holiday(work: UnitOfWork, name: str, first_on: date, last_on: date) -> Changes:
    """Add days by hand; raises ``InputRefused`` without a name or for days that cannot be."""
    name = clean_line(name, limit=80)
    if not name:
        raise InputRefused(NO_NAME)
    if last_on < first_on:
        raise InputRefused(WRONG_WAY)
    if (last_on - first_on).days >= LONGEST_DAYS:
        raise InputRefused(TOO_LONG, limit=LONGEST_DAYS)
    return _write(work, FoundHoliday("", name, first_on, last_on))


@operation(Right.CHANGE_SETTINGS)
def remove_holiday(work: UnitOfWork, holiday_id: UUID) -> Changes:
    """Take days away; raises ``NotFound`` when somebody did so already."""
    work.session.delete(_get(work, holiday_id))
    return Changes.of("holiday", holiday_id)


@operation(Right.CHANGE_SETTINGS)
def put_back(work: UnitOfWork, holiday: Holiday) -> Changes:
    """Add what was just taken away."""
    return _write(work, FoundHoliday("", holiday.name, holiday.first_on, holiday.last_on))


@operation(Right.CHANGE_SETTINGS)
def preview(work: UnitOfWork, read: ReadCalendar) -> tuple[ComparedHoliday, ...]:
    """What a calendar would add or change; writes nothing."""
    return compare(read.found, _known(work))


@operation(Right.CHANGE_SETTINGS)
def take_over(work: UnitOfWork, read: ReadCalendar) -> Changes:
    """Write what is new or changed. Days that the file no longer holds stay: who knows why."""
    changes = Changes()
    for line in compare(read.found, _known(work)):
        if line.how is Comparison.CHANGED:
            # A school's server lets nobody rewrite one: the old one goes, the new one comes.
            work.session.execute(
                sa.delete(SchoolHoliday).where(SchoolHoliday.uid == line.holiday.uid)
            )
        if line.how is not Comparison.SAME:
            changes |= _write(work, line.holiday)
    return changes


def _known(work: UnitOfWork) -> Sequence[FoundHoliday]:
    return [
        FoundHoliday(record.uid, record.name, record.first_on, record.last_on)
        for record in work.session.scalars(sa.select(SchoolHoliday))
    ]


def _get(work: UnitOfWork, holiday_id: UUID) -> SchoolHoliday:
    record = work.session.get(SchoolHoliday, holiday_id)
    if record is None:
        raise NotFound
    return record


def _write(work: UnitOfWork, found: FoundHoliday) -> Changes:
    record = SchoolHoliday(
        id=new_id(),
        name=found.name,
        first_on=found.first_on,
        last_on=found.last_on,
        uid=found.uid,
    )
    work.session.add(record)
    return Changes.of("holiday", record.id)
