"""The private part of a key: made, sealed, opened, and remembered by this computer when asked.

In a workbook it lies as it is in a store that is itself encrypted. At a school it is sealed with a
passphrase that the server never sees. Slow (half a second): call through ``jobs.render``.
"""

import base64
from dataclasses import dataclass, field
from uuid import UUID

from lob_workbench.credentials.keys import PublicKey, SigningKey
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges.rules import KeyView, SealedKey
from lob_workbench.storage.base import new_id
from lob_workbench.storage.key_ring import KeyringState, get, put, take_out
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.sealing import SealDamaged, seal, unseal

_SERVICE = "lob-werkbank badges"
_KEY_BYTES = 32


class PassphraseNeeded(WorkbenchError):
    """The key is sealed, and this computer does not remember it."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De badgesleutel zit achter een wachtwoordzin. Typ die om te ondertekenen."
    )


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key as it will be stored; ``sealed`` is the private part."""

    id: UUID
    public: PublicKey
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A key that can sign, as long as it is needed; ``remembered`` tells what the ring answered."""

    view: KeyView
    signing: SigningKey = field(repr=False)
    remembered: bool = False


def make_key(passphrase: str | None, cost: KdfCost | None = None) -> MadeKey:
    """A new key; ``None`` leaves it plain, for a workbook. Raises ``InputRefused``."""
    signing = SigningKey.new()
    private = signing.private_bytes()
    if passphrase is not None:
        private = seal(private, passphrase, signing.public.text, cost)
    return MadeKey(new_id(), signing.public, private)


def open_key(kept: SealedKey, passphrase: str | None = None, remember: bool = False) -> OpenKey:
    """The key, ready to sign.

    Without a passphrase: from a workbook, or as this computer remembers it. ``remember`` keeps it
    in the key ring of this computer. Raises ``PassphraseNeeded``, ``WrongSeal``, ``SealDamaged``.
    """
    public = kept.view.public_key
    if len(kept.sealed) == _KEY_BYTES:
        return OpenKey(kept.view, _fitting(kept.sealed, public))
    if passphrase is None:
        known = _recalled(public)
        if known is None:
            raise PassphraseNeeded
        return OpenKey(kept.view, known, remembered=True)
    private = unseal(kept.sealed, passphrase, public)
    signing = _fitting(private, public)
    held = remember and put(_SERVICE, public, base64.b64encode(private).decode())
    return OpenKey(kept.view, signing, remembered=held)


def forget(public_key: str) -> bool:
    """Take the key out of the key ring of this computer; False when it may still be there."""
    return take_out(_SERVICE, public_key)


def _recalled(public_key: str) -> SigningKey | None:
    """What the ring holds, unless it is not this key: a ring is not ours alone."""
    found = get(_SERVICE, public_key)
    if found.state is not KeyringState.FOUND:
        return None
    try:
        signing = SigningKey(base64.b64decode(found.password or "", validate=True))
    except ValueError:
        return None
    return signing if signing.public.text == public_key else None


def _fitting(private: bytes, public_key: str) -> SigningKey:
    try:
        signing = SigningKey(private)
    except ValueError as error:
        raise SealDamaged from error
    if signing.public.text != public_key:
        raise SealDamaged
    return signing
