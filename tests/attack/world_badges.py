"""A key of the school, and a badge of each student that is attacked."""

from uuid import UUID

from lob_workbench.domain.actor import Actor
from lob_workbench.features.badges.records import (
    BadgeKey,
    BadgeKeySecret,
    IssuedBadgeRecord,
    IssuedBadgeText,
    TrustedIssuerRecord,
)
from lob_workbench.features.badges.rules import KeyOrigin
from lob_workbench.storage.base import new_id
from tests.helpers.skills import small_set
from tests.helpers.stores import MONDAY, Store

_PUBLIC = "z6Mk" + "A" * 44


def plant_key(store: Store, administrator: Actor) -> UUID:
    """A key with its sealed part, and a school that is trusted."""
    key_id = new_id()
    with store.unguarded() as work:
        work.session.add(
            BadgeKey(
                id=key_id,
                public_key=_PUBLIC,
                issuer_id=f"did:key:{_PUBLIC}",
                issuer_name="School",
                origin=KeyOrigin.OWN,
                created_by=administrator.staff_id,
                created_at=MONDAY,
            )
        )
        work.session.flush()
        work.session.add(BadgeKeySecret(key_id=key_id, sealed=bytes(200)))
        work.session.add(
            TrustedIssuerRecord(
                id=new_id(),
                name="Elders",
                issuer_id="https://elders.nl/i.json",
                public_key=_PUBLIC,
                source="www.elders.nl",
                added_by=administrator.staff_id,
                added_at=MONDAY,
            )
        )
    return key_id


def plant_badge(store: Store, student: UUID, author: Actor, key: UUID, secret: str) -> None:
    """A badge; nobody here reads what is signed in it."""
    badge_id = new_id()
    with store.unguarded() as work:
        work.session.add(
            IssuedBadgeRecord(
                id=badge_id,
                learner_id=student,
                student_id=student,
                set_key=small_set().key,
                skill_id="listening",
                level=1,
                key_id=key,
                status_index=student.int % 131_072,
                issued_by=author.staff_id,
                issued_at=MONDAY,
                consent_on=MONDAY.date(),
            )
        )
        work.session.flush()
        work.session.add(
            IssuedBadgeText(
                badge_id=badge_id,
                learner_id=student,
                student_id=student,
                credential=secret,
                token=secret,
                reason="",
            )
        )
