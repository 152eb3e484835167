"""Whom *Vandaag* waits for: found in the database, so that thousands are not read to be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from lob_workbench.people.access import at_school, own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries import last_talks
from lob_workbench.talks.queries_appointments import list_appointments
from lob_workbench.talks.queries_talk_list import newest
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_appointments import Appointment
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView

MOST = 60
"""Beyond it *Vandaag* names nobody: a list shows them."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Own students who wait for a talk, and the day of their last one.

    ``many``: too many to name, so nobody is.
    """

    last: Mapping[UUID, date | None]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """Per own student the first planned talk whose day has passed.

    ``many``: too many to name; then only the day of the ``first`` one is known.
    """

    planned: Mapping[UUID, AppointmentView]
    many: bool = False
    first: date | None = None


NOBODY = Silent({})


def missed(work: UnitOfWork, day: date) -> Missed:
    """Talks that were planned before ``day`` and not recorded; who comes on ``day`` is left out."""
    planned = _waiting(
        work,
        sa.exists().where(
            Appointment.student_id == Student.id,
            Appointment.status == AppointmentStatus.PLANNED,
            Appointment.on < day,
        ),
        day,
    )
    found = work.session.scalars(planned).all()
    if len(found) > MOST:
        query = (
            sa.select(sa.func.min(Appointment.on))
            .join(Student, Appointment.student_id == Student.id)
            .where(
                own_students(work),
                at_school(work),
                Appointment.status == AppointmentStatus.PLANNED,
                ~_comes(day),
            )
        )
        return Missed({}, many=True, first=work.session.scalar(query))
    first: dict[UUID, AppointmentView] = {}
    if found:
        before = day - timedelta(days=1)
        for view in list_appointments(work, student_ids=found, last_on=before, only_planned=True):
            first.setdefault(view.student_id, view)
    return Missed(first)


def too_long_silent(work: UnitOfWork, day: date, weeks: int) -> Silent:
    """Whose last talk is over ``weeks`` weeks ago (``rules.not_spoken_since``)."""
    lately = sa.exists().where(
        Conversation.student_id == Student.id,
        Conversation.held_on >= day - timedelta(weeks=weeks),
        newest(),
    )
    return _silent(work, sa.and_(_ever(), ~lately), day)


def never_spoken(work: UnitOfWork, day: date) -> Silent:
    """With whom there was no talk yet."""
    return _silent(work, ~_ever(), day)


def _silent(work: UnitOfWork, criterion: sa.ColumnElement[bool], day: date) -> Silent:
    found: Sequence[UUID] = work.session.scalars(_waiting(work, criterion, day)).all()
    if len(found) > MOST:
        return Silent({}, many=True)
    spoken = last_talks(work, found) if found else {}
    return Silent({student_id: spoken.get(student_id) for student_id in found})


def _waiting(work: UnitOfWork, criterion: sa.ColumnElement[bool], day: date) -> Any:
    """Own students for whom ``criterion`` holds and who do not come today; one more than fit."""
    return (
        sa.select(Student.id)
        .where(own_students(work), at_school(work), criterion, ~_comes(day))
        .limit(MOST + 1)
    )


def _ever() -> sa.ColumnElement[bool]:
    # Any version: a talk has a newest one.
    return sa.exists().where(Conversation.student_id == Student.id)


def _comes(day: date) -> sa.ColumnElement[bool]:
    # An alias: the query around it may be about appointments itself.
    today = aliased(Appointment)
    return sa.exists().where(
        today.student_id == Student.id,
        today.status == AppointmentStatus.PLANNED,
        today.on == day,
    )
