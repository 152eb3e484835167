"""Use cases of trust: whose badges we believe, and what judging one leans on."""

from datetime import date
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.records import TrustedIssuerRecord
from lob_workbench.features.badges.rules_trust import (
    Knowledge,
    TrustDraft,
    TrustView,
    checked_trust,
    own_keys,
    trust_of,
)
from lob_workbench.people.school import read_school
from lob_workbench.storage.unit_of_work import UnitOfWork

TRUST = "trusted_issuer"
"""The kind of ``Changes`` of trusted issuers."""


@operation(Right.OPEN_WORKBENCH)
def read_knowledge(work: UnitOfWork) -> Knowledge:
    """Everything that judging a badge leans on: our keys, whom we trust, and what we revoked."""
    trusted = queries.trusted_issuers(work)
    keys = own_keys(queries.list_keys(work), trusted)
    revoked = frozenset(
        (key.list_id, place)
        for key in keys
        for place, gone in queries.places_of(work, key.id).items()
        if gone
    )
    own = frozenset(key.issuer_id for key in keys)
    return Knowledge(trust_of(keys, trusted, read_school(work).name), own, revoked)


@operation(Right.KEEP_BADGE_KEYS)
def list_trusted(work: UnitOfWork) -> tuple[TrustView, ...]:
    """The keys of others that are trusted, by name."""
    return tuple(one for one in queries.trusted_issuers(work) if one.ended_at is None)


@operation(Right.KEEP_BADGE_KEYS)
def trust(work: UnitOfWork, draft: TrustDraft) -> Changes:
    """Trust a key of somebody else; twice writes once. Raises ``InputRefused`` with the reason."""
    if work.session.get(TrustedIssuerRecord, draft.id) is None:
        ready = checked_trust(draft, queries.list_keys(work), queries.trusted_issuers(work))
        work.session.add(
            TrustedIssuerRecord(
                id=ready.id,
                name=ready.name,
                issuer_id=ready.issuer_id,
                public_key=ready.public_key,
                source=ready.source,
                added_by=work.actor.staff_id,
                added_at=work.clock.now(),
                until=ready.until,
            )
        )
        work.flush_first(TrustedIssuerRecord)
    return Changes.of(TRUST, draft.id)


@operation(Right.KEEP_BADGE_KEYS)
def trust_until(work: UnitOfWork, trust_id: UUID, until: date | None) -> Changes:
    """What this key signs after ``until`` counts no more. Raises ``NotFound``."""
    _get(work, trust_id).until = until
    return Changes.of(TRUST, trust_id)


@operation(Right.KEEP_BADGE_KEYS)
def end_trust(work: UnitOfWork, trust_id: UUID) -> Changes:
    """Trust this key no more, also for what it signed before. Raises ``NotFound``."""
    _get(work, trust_id).ended_at = work.clock.now()
    return Changes.of(TRUST, trust_id)


@operation(Right.KEEP_BADGE_KEYS)
def trust_again(work: UnitOfWork, trust_id: UUID) -> Changes:
    """Undo :func:`end_trust`. Raises ``NotFound``."""
    _get(work, trust_id).ended_at = None
    return Changes.of(TRUST, trust_id)


def _get(work: UnitOfWork, trust_id: UUID) -> TrustedIssuerRecord:
    record = work.session.get(TrustedIssuerRecord, trust_id)
    if record is None:
        raise NotFound
    return record
