"""Reading the badges of a student as they stand, and writing them down again at a school."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.records import BadgeKey, IssuedBadgeRecord, IssuedBadgeText
from lob_workbench.features.badges.rules import KeyOrigin, KeyView
from lob_workbench.features.badges.rules_trust import may_bring
from lob_workbench.people.access import own_students, require
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

_OTHERS_KEY = QT_TRANSLATE_NOOP(
    "moving", "De sleutel van deze badge is hier van een ander. Geef op school een nieuwe badge."
)


@dataclass(frozen=True, slots=True)
class MovingBadge:
    """A badge with its words and the public part of its key, as it goes from one store to another.

    The private part never moves: what it signed stays good, and it signs nothing more.
    """

    id: UUID
    set_key: str
    skill_id: str
    level: int
    key: KeyView
    status_index: int
    issued_at: datetime
    consent_on: date
    valid_until: date | None
    revoked_at: datetime | None
    credential: str
    token: str
    reason: str


@operation(Right.ISSUE_BADGES)
def read_all(work: UnitOfWork, student_id: UUID) -> tuple[MovingBadge, ...]:
    """Every badge of one of the actor's own students, the oldest first."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    keys = {key.id: key for key in queries.list_keys(work)}
    query = (
        sa.select(IssuedBadgeRecord, IssuedBadgeText)
        .join(IssuedBadgeText, IssuedBadgeText.badge_id == IssuedBadgeRecord.id)
        .where(IssuedBadgeRecord.learner_id == student_id)
        .order_by(IssuedBadgeRecord.issued_at, IssuedBadgeRecord.id)
    )
    return tuple(
        MovingBadge(
            id=record.id,
            set_key=record.set_key,
            skill_id=record.skill_id,
            level=record.level,
            key=keys[record.key_id],
            status_index=record.status_index,
            issued_at=record.issued_at,
            consent_on=record.consent_on,
            valid_until=record.valid_until,
            revoked_at=record.revoked_at,
            credential=text.credential,
            token=text.token,
            reason=text.reason,
        )
        for record, text in work.session.execute(query)
    )


@operation(Right.ISSUE_BADGES)
def write_badge(work: UnitOfWork, student_id: UUID, came: MovingBadge) -> Changes:
    """Write a badge down as it stood elsewhere, by the actor, with the public part of its key.

    Raises ``NotFound`` for a student that is not the actor's, ``InputRefused`` for a key of
    another, and what the database raises when an id or the badge itself is taken.
    """
    require(work, student_id, own_students(work))
    known = {key.public_key: key.id for key in queries.list_keys(work)}
    key_id = known.get(came.key.public_key)
    if key_id is None:
        if not may_bring(came.key, queries.list_keys(work), queries.trusted_issuers(work)):
            raise InputRefused(_OTHERS_KEY)
        key_id = came.key.id
        work.session.add(
            BadgeKey(
                id=key_id,
                public_key=came.key.public_key,
                issuer_id=came.key.issuer_id,
                issuer_name=came.key.issuer_name,
                origin=KeyOrigin.BROUGHT,
                created_by=work.actor.staff_id,
                created_at=came.key.created_at,
                retired_at=came.key.retired_at or work.clock.now(),
            )
        )
        work.session.flush()
    revoked = came.revoked_at is not None
    work.session.add(
        IssuedBadgeRecord(
            id=came.id,
            learner_id=student_id,
            student_id=student_id,
            set_key=came.set_key,
            skill_id=came.skill_id,
            level=came.level,
            key_id=key_id,
            status_index=came.status_index,
            issued_by=work.actor.staff_id,
            issued_at=came.issued_at,
            consent_on=came.consent_on,
            valid_until=came.valid_until,
            revoked_at=came.revoked_at,
            revoked_by=work.actor.staff_id if revoked else None,
        )
    )
    work.session.flush()
    work.session.add(
        IssuedBadgeText(
            badge_id=came.id,
            learner_id=student_id,
            student_id=student_id,
            credential=came.credential,
            token=came.token,
            reason=came.reason,
        )
    )
    work.session.flush()
    return Changes.of("issued_badge", student_id)
