"""Reading handovers: what one proposed and what one is asked."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from lob_workbench.domain.errors import NotFound
from lob_workbench.features.handover.records import Handover
from lob_workbench.features.handover.rules import HandoverRow, HandoverStatus, HandoverView
from lob_workbench.people.records import StaffMember
from lob_workbench.storage.unit_of_work import UnitOfWork

Criterion = sa.ColumnElement[bool]


def incoming(work: UnitOfWork) -> Criterion:
    """Those that wait for the actor's answer."""
    return sa.and_(
        Handover.receiver_id == work.actor.staff_id, Handover.status == HandoverStatus.PROPOSED
    )


def outgoing(work: UnitOfWork) -> Criterion:
    """Those that the actor proposed."""
    return Handover.giver_id == work.actor.staff_id


def list_handovers(
    work: UnitOfWork, criterion: Criterion, *, limit: int | None = None
) -> tuple[HandoverRow, ...]:
    """Proposals, the latest first."""
    giver, receiver = aliased(StaffMember), aliased(StaffMember)
    query = (
        sa.select(Handover, giver.name, receiver.name)
        .join(giver, Handover.giver_id == giver.id)
        .join(receiver, Handover.receiver_id == receiver.id)
        .where(criterion)
        .order_by(Handover.proposed_at.desc(), Handover.id.desc())
        .limit(limit)
    )
    return tuple(
        HandoverRow(
            id=record.id,
            student_id=record.student_id,
            student_name=record.student_name,
            group=record.group_name,
            giver_id=record.giver_id,
            giver=giver_name,
            receiver_id=record.receiver_id,
            receiver=receiver_name,
            status=record.status,
            proposed_at=record.proposed_at,
            answered_at=record.answered_at,
            version=record.version,
        )
        for record, giver_name, receiver_name in work.session.execute(query)
    )


def find_open(work: UnitOfWork, handover_id: UUID, criterion: Criterion) -> Handover:
    """One that is still open, to change; raises ``NotFound`` for any other."""
    query = (
        sa.select(Handover)
        .where(Handover.id == handover_id, Handover.status == HandoverStatus.PROPOSED, criterion)
        .options(joinedload(Handover.text))
    )
    record = work.session.scalars(query).one_or_none()
    if record is None:
        raise NotFound
    return record


def read_handover(work: UnitOfWork, handover_id: UUID, criterion: Criterion) -> HandoverView:
    """One proposal with its words; on a school's server only after they were opened."""
    rows = list_handovers(work, sa.and_(Handover.id == handover_id, criterion))
    record = work.session.scalars(
        sa.select(Handover)
        .where(Handover.id == handover_id, criterion)
        .options(joinedload(Handover.text))
    ).one_or_none()
    if not rows or record is None or record.text is None:
        raise NotFound
    return HandoverView(rows[0], record.text.summary, record.text.addition, record.text.reply)
