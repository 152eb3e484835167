"""What *Vandaag* tells of access: with whom one may read along, and who joined the second line."""

from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right, Role
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.access.queries import my_grants
from lob_workbench.features.access.rules import READER_ROLE, day_of
from lob_workbench.people.records import AccessGrant, StaffMember
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.audit import AuditAction, AuditEntry
from lob_workbench.storage.unit_of_work import UnitOfWork

LATELY = timedelta(days=14)


@operation(Right.READ_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Students whom the actor may read along with since 14 days; new people in the second line."""
    if work.actor.own_desk:
        return TodayView()
    groups = (_reading_along(work), _second_line(work))
    return TodayView(attention=tuple(group for group in groups if group.items))


def _reading_along(work: UnitOfWork) -> Attention:
    kinds = [kind for kind, role in READER_ROLE.items() if role in work.actor.roles]
    query = (
        my_grants(work, kinds)
        .where(AccessGrant.granted_at >= work.clock.now() - LATELY)
        .order_by(AccessGrant.granted_at.desc(), AccessGrant.id)
    )
    items: dict[UUID, AttentionItem] = {}
    for grant, student, giver in work.session.execute(query):
        name = PersonName(student.first_name, student.infix, student.last_name).full
        items.setdefault(
            student.id,
            AttentionItem(
                student.id,
                name,
                giver,
                day_of(grant.granted_at),
                Target("students", student.id),
            ),
        )
    return Attention(
        heading=QT_TRANSLATE_NOOP("today", "Je mag meelezen bij {count} studenten"),
        heading_one=QT_TRANSLATE_NOOP("today", "Je mag meelezen bij 1 student"),
        icon="ph.eye",
        tone=Tone.CALM,
        items=tuple(items.values()),
    )


def _second_line(work: UnitOfWork) -> Attention:
    items: tuple[AttentionItem, ...] = ()
    if Role.SECOND_LINE in work.actor.roles:
        items = _newcomers(work)
    return Attention(
        heading=QT_TRANSLATE_NOOP("today", "{count} mensen kregen de rol tweede lijn"),
        heading_one=QT_TRANSLATE_NOOP("today", "1 persoon kreeg de rol tweede lijn"),
        icon="ph.users",
        tone=Tone.CALM,
        items=items,
    )


def _newcomers(work: UnitOfWork) -> tuple[AttentionItem, ...]:
    """Who got the role lately, and from whom: nobody joins the second line unseen."""
    query = (
        sa.select(AuditEntry.record, AuditEntry.at, AuditEntry.staff_id)
        .where(
            AuditEntry.kind == "staff_role",
            AuditEntry.action == AuditAction.ADDED,
            AuditEntry.record.endswith(f"/{Role.SECOND_LINE.value}", autoescape=True),
            AuditEntry.at >= work.clock.now() - LATELY,
        )
        .order_by(AuditEntry.at.desc(), AuditEntry.ordinal.desc())
    )
    newest: dict[UUID, tuple[datetime, UUID | None]] = {}
    for record, at, giver in work.session.execute(query):
        person = UUID(record.partition("/")[0])
        if person != work.actor.staff_id:
            newest.setdefault(person, (at, giver))
    people = {*newest, *(giver for _, giver in newest.values() if giver is not None)}
    named = sa.select(StaffMember.id, StaffMember.name).where(StaffMember.id.in_(people))
    names = dict(work.session.execute(named).all())
    return tuple(
        AttentionItem(None, names[person], names.get(giver, "") if giver else "", day_of(at), None)
        for person, (at, giver) in newest.items()
        if person in names
    )
