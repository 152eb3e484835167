"""What other pages show of handing over."""

from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Notice,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.handover import queries
from lob_workbench.features.handover.records import Handover
from lob_workbench.features.handover.rules import HandoverRow, HandoverStatus
from lob_workbench.storage.unit_of_work import UnitOfWork

PAGE = "handover"
NEWS = timedelta(days=14)
"""How long a no is news to who asked."""


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Students whom somebody wants to hand over to the actor, and a no to what the actor asked."""
    waiting = queries.list_handovers(work, queries.incoming(work))
    declined = queries.list_handovers(
        work,
        sa.and_(queries.outgoing(work), Handover.status == HandoverStatus.DECLINED, _recent(work)),
    )
    groups = (
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten komen naar jou toe"),
            QT_TRANSLATE_NOOP("today", "1 student komt naar jou toe"),
            "ph.arrows-left-right",
            Tone.ATTENTION,
            tuple(_item(row, row.giver) for row in waiting),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten niet overgenomen"),
            QT_TRANSLATE_NOOP("today", "1 student niet overgenomen"),
            "ph.prohibit",
            Tone.ATTENTION,
            tuple(_item(row, row.receiver) for row in declined),
        ),
    )
    return TodayView(attention=tuple(group for group in groups if group.items))


@operation(Right.RECORD_TALKS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """A chip with a student of whom a proposal waits."""
    waiting = queries.list_handovers(
        work,
        sa.and_(
            queries.outgoing(work),
            Handover.student_id == student_id,
            Handover.status == HandoverStatus.PROPOSED,
        ),
    )
    if not waiting:
        return ()
    return (Notice(QT_TRANSLATE_NOOP("notices", "overdracht voorgesteld"), "ph.arrows-left-right"),)


def _recent(work: UnitOfWork) -> queries.Criterion:
    return Handover.answered_at > work.clock.now() - NEWS


def _item(row: HandoverRow, whom: str) -> AttentionItem:
    moment = row.answered_at or row.proposed_at
    return AttentionItem(
        row.student_id, row.student_name, whom, local(moment).date(), Target(PAGE, row.id)
    )
