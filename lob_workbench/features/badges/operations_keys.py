"""Use cases of who keeps the keys: making, replacing and revoking them, and the list of revoked."""

from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from lob_workbench.credentials.statements import Issuer
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.keeping import MadeKey
from lob_workbench.features.badges.records import BadgeKey, BadgeKeySecret
from lob_workbench.features.badges.rules import KeyOrigin, KeyView, SealedKey
from lob_workbench.features.badges.rules_trust import checked_address
from lob_workbench.people.school import read_school
from lob_workbench.storage.unit_of_work import UnitOfWork

KEYS = "badge_key"
"""The kind of ``Changes`` of keys."""

_PLAIN_BYTES = 32
_UNSEALED = QT_TRANSLATE_NOOP(
    "errors", "Op school ligt een sleutel altijd achter een wachtwoordzin."
)
_SOMEBODY_ELSES = QT_TRANSLATE_NOOP(
    "errors", "Dit adres is van {name}, een school die jullie vertrouwen. Kies je eigen adres."
)
_NOTHING_SIGNS = QT_TRANSLATE_NOOP(
    "errors", "Er is geen sleutel meer die deze lijst kan ondertekenen."
)


@dataclass(frozen=True, slots=True)
class KeysShown:
    """The keys, and how many badges each signed and how many of those were revoked."""

    keys: tuple[KeyView, ...]
    signed: dict[UUID, int] = field(default_factory=dict)
    revoked: dict[UUID, int] = field(default_factory=dict)
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ListToSign:
    """The list of revoked badges of one key, and the key that signs it now."""

    list_id: str
    name: str
    issuer: Issuer
    places: frozenset[int]
    signer: SealedKey


@operation(Right.KEEP_BADGE_KEYS)
def list_keys(work: UnitOfWork) -> KeysShown:
    """All keys of this store."""
    keys = queries.list_keys(work)
    places = {key.id: queries.places_of(work, key.id) for key in keys}
    return KeysShown(
        keys,
        {key_id: len(found) for key_id, found in places.items()},
        {key_id: sum(found.values()) for key_id, found in places.items()},
        work.shared,
    )


@operation(Right.KEEP_BADGE_KEYS)
def add_key(work: UnitOfWork, made: MadeKey, address: str = "") -> Changes:
    """Take a new key into use; the one before it is retired, and its badges stay good.

    ``address``: where the school puts its profile, or nothing. Raises ``InputRefused`` for an
    address that is none or somebody else's, and for a key that is not sealed where it must be;
    ``StaleSave`` where somebody else took one into use at the same moment.
    """
    place = checked_address(address)
    if work.shared and len(made.sealed) == _PLAIN_BYTES:
        raise InputRefused(_UNSEALED)
    for theirs in queries.trusted_issuers(work):
        # Their badges would pass for ours, and ours for theirs.
        if theirs.issuer_id == place and theirs.ended_at is None:
            raise InputRefused(_SOMEBODY_ELSES, name=theirs.name)
    now = work.clock.now()
    before = queries.key_in_use(work)
    if before is not None:
        queries.get_key(work, before.id).retired_at = now
        work.session.flush()
    work.session.add(
        BadgeKey(
            id=made.id,
            public_key=made.public.text,
            issuer_id=place or made.public.did,
            issuer_name=read_school(work).name,
            origin=KeyOrigin.OWN,
            created_by=work.actor.staff_id,
            created_at=now,
        )
    )
    try:
        work.session.flush()
    except IntegrityError:
        raise StaleSave from None
    work.session.add(BadgeKeySecret(key_id=made.id, sealed=made.sealed))
    work.session.flush()
    return Changes.of(KEYS, made.id)


@operation(Right.KEEP_BADGE_KEYS)
def revoke_key(work: UnitOfWork, key_id: UUID) -> Changes:
    """A key fell into other hands: nothing that it signed counts any more, and it is destroyed.

    Who has it can date a badge back, so no day of before can be kept apart. Raises ``NotFound``.
    """
    record = queries.get_key(work, key_id)
    now = work.clock.now()
    if record.revoked_at is None:
        record.revoked_at = now
        record.retired_at = record.retired_at or now
        work.session.flush()
        work.session.execute(sa.delete(BadgeKeySecret).where(BadgeKeySecret.key_id == key_id))
    return Changes(frozenset({KEYS, "issued_badge"}), frozenset({key_id}))


@operation(Right.KEEP_BADGE_KEYS)
def read_list(work: UnitOfWork, key_id: UUID) -> ListToSign:
    """The list of revoked badges of a key, of all learners, to sign and to publish.

    A key signs its own list; one of the same issuer does so where it is gone. Raises ``NotFound``,
    and ``InputRefused`` when nothing is left to sign with.
    """
    keys = queries.list_keys(work)
    wanted = next((key for key in keys if key.id == key_id), None)
    if wanted is None:
        raise NotFound
    places = queries.places_of(work, key_id)
    same = [key for key in keys if key.issuer_id == wanted.issuer_id and key.revoked_at is None]
    for key in sorted(same, key=lambda one: (one.id != key_id, one.retired_at is not None)):
        try:
            signer = queries.sealed_key(work, key.id)
        except NotFound:
            continue
        return ListToSign(
            wanted.list_id,
            wanted.list_name,
            Issuer(wanted.issuer_id, wanted.issuer_name),
            frozenset(place for place, revoked in places.items() if revoked),
            signer,
        )
    raise InputRefused(_NOTHING_SIGNS)
