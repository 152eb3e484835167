"""What this computer's own key ring keeps for a login at a school: its password, its drafts' key.

A key ring may be locked, empty, absent, or a program that writes plain files. Each is told apart,
and only key rings of the operating system itself are used. Every call may wait for the person, who
is asked to unlock the ring: never call these from the thread of the window.
"""

import base64
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lob_workbench.storage.server import ServerAddress

_PASSWORDS = "lob-werkbank"
_DRAFT_KEYS = "lob-werkbank concepten"
_KEY_BYTES = 32

# Others, such as those of keyrings.alt, write what they get to a file that anybody may read.
_OF_THE_SYSTEM = frozenset(
    f"keyring.backends.{name}"
    for name in ("SecretService", "Windows", "kwallet", "libsecret", "macOS")
)


class KeyringState(StrEnum):
    """What the key ring answered."""

    FOUND = "found"
    MISSING = "missing"
    LOCKED = "locked"
    NO_BACKEND = "no_backend"


@dataclass(frozen=True, slots=True)
class Recalled:
    """The answer, and the password when it was FOUND."""

    state: KeyringState
    password: str | None = field(default=None, repr=False)


def remember(address: ServerAddress, password: str) -> bool:
    """Keep the password of this login; False when the key ring does not prove to hold it."""
    return bool(password) and put(_PASSWORDS, _account(address), password)


def recall(address: ServerAddress) -> Recalled:
    """The password of this login, or why there is none."""
    return get(_PASSWORDS, _account(address))


def forget(address: ServerAddress) -> bool:
    """Take the password of this login out; False when it may still be there."""
    return take_out(_PASSWORDS, _account(address))


def draft_key(address: ServerAddress, *, exists: bool) -> bytes | None:
    """The 32 bytes that drafts on this laptop are encrypted with; None when the ring has none.

    ``exists`` says that drafts are on this laptop already. Then no new key is ever made: a ring
    that answers "nothing" may only be another ring, and a new key would hide what it had locked.
    """
    found = get(_DRAFT_KEYS, _account(address))
    if found.state is KeyringState.FOUND:
        return _key(found.password)
    if found.state is not KeyringState.MISSING or exists:
        return None
    made = secrets.token_bytes(_KEY_BYTES)
    return made if put(_DRAFT_KEYS, _account(address), base64.b64encode(made).decode()) else None


def put(service: str, account: str, secret: str) -> bool:
    """Keep a secret; False when the key ring does not prove to hold it."""
    ring = _ring()
    if ring is None:
        return False
    try:
        ring.set_password(service, account, secret)
    except Exception:
        return False
    # Some accept everything and keep nothing; Windows cuts what is too long.
    kept = get(service, account).password
    return kept is not None and secrets.compare_digest(kept.encode(), secret.encode())


def take_out(service: str, account: str) -> bool:
    """Take a secret out; False when it may still be there."""
    ring = _ring()
    if ring is None:
        return False
    try:
        ring.delete_password(service, account)
    except Exception:
        # Also when there was none, which no backend tells in the same way.
        return get(service, account).state is KeyringState.MISSING
    return get(service, account).state is KeyringState.MISSING


def get(service: str, account: str) -> Recalled:
    """A secret, or why there is none."""
    ring = _ring()
    if ring is None:
        return Recalled(KeyringState.NO_BACKEND)
    from keyring.errors import KeyringLocked

    try:
        secret = ring.get_password(service, account)
    except KeyringLocked:
        return Recalled(KeyringState.LOCKED)
    except Exception:
        # What a backend raises when its service has gone differs per system and per library.
        return Recalled(KeyringState.NO_BACKEND)
    if secret is None:
        return Recalled(KeyringState.MISSING)
    return Recalled(KeyringState.FOUND, secret)


def _ring() -> Any:
    """The operating system's own key ring, or None."""
    try:
        import keyring

        chosen: Any = keyring.get_keyring()
        if type(chosen).__module__ == "keyring.backends.chainer":
            candidates = list(chosen.backends)
        else:
            candidates = [chosen]
    except Exception:
        # The person's own settings of keyring may name a backend that does not load.
        return None
    return next((ring for ring in candidates if type(ring).__module__ in _OF_THE_SYSTEM), None)


def _account(address: ServerAddress) -> str:
    """The login, written so that two of them never look the same."""
    return f"{address.login}@{address.host}:{address.port}/{address.database}"


def _key(kept: str | None) -> bytes | None:
    try:
        key = base64.b64decode(kept or "", validate=True)
    except ValueError:
        return None
    return key if len(key) == _KEY_BYTES else None
