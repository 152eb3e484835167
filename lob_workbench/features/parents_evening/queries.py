"""Reading parents' evenings."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.features.parents_evening.records import ParentsEvening
from lob_workbench.features.parents_evening.rules import Evening
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_evenings(work: UnitOfWork) -> tuple[Evening, ...]:
    """All evenings of the school, the earliest first."""
    query = sa.select(ParentsEvening).order_by(ParentsEvening.on, ParentsEvening.id)
    return tuple(view_of(work, record) for record in work.session.scalars(query))


def get_evening(work: UnitOfWork, evening_id: UUID) -> Evening:
    """One evening; raises ``NotFound``."""
    record = work.session.get(ParentsEvening, evening_id)
    if record is None:
        raise NotFound
    return view_of(work, record)


def find_own(work: UnitOfWork, evening_id: UUID) -> ParentsEvening:
    """One that the actor made, to change; raises ``NotFound`` for any other."""
    record = work.session.get(ParentsEvening, evening_id)
    if record is None or record.made_by != work.actor.staff_id:
        raise NotFound
    return record


def view_of(work: UnitOfWork, record: ParentsEvening) -> Evening:
    """An evening as pages see it."""
    return Evening(
        id=record.id,
        name=record.name,
        on=record.on,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        minutes=record.minutes,
        version=record.version,
        own=record.made_by == work.actor.staff_id,
    )
