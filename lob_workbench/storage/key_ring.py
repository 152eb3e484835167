"""The key ring of this computer: a secret kept, found, or a plain word on why not.

A key ring may be locked, empty, absent, silent, or a program that writes plain files. Each is told
apart, and only key rings of the operating system itself are used. Every call may wait for the
person, who is asked to unlock the ring, and for ever when the ring hangs: never call these from the
thread of the window, nor from one that somebody waits for (`ui/aside.py`).
"""

import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic
from typing import Any, Final

# Others, such as those of keyrings.alt, write what they get to a file that anybody may read.
_OF_THE_SYSTEM = frozenset(
    f"keyring.backends.{name}"
    for name in ("SecretService", "Windows", "kwallet", "libsecret", "macOS")
)
_ABSENT = "keyring.backends.fail"
_ASKED_SECONDS: Final = 0.5


class KeyringState(StrEnum):
    """What the key ring answered."""

    FOUND = "found"
    MISSING = "missing"
    LOCKED = "locked"
    DENIED = "denied"
    NO_BACKEND = "no_backend"
    UNSAFE = "unsafe"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Recalled:
    """The answer, and the password when it was FOUND."""

    state: KeyringState
    password: str | None = field(default=None, repr=False)


def keep(service: str, account: str, secret: str) -> KeyringState:
    """Keep a secret; FOUND when the key ring proves to hold it, or why it does not."""
    ring = _ring()
    if isinstance(ring, KeyringState):
        return ring
    asked = monotonic()
    try:
        ring.set_password(service, account, secret)
    except Exception as error:
        return _why(error, asked)
    # Some accept everything and keep nothing; Windows cuts what is too long.
    found = get(service, account)
    if found.state is KeyringState.FOUND:
        same = secrets.compare_digest((found.password or "").encode(), secret.encode())
        return KeyringState.FOUND if same else KeyringState.UNSAFE
    return KeyringState.UNSAFE if found.state is KeyringState.MISSING else found.state


def put(service: str, account: str, secret: str) -> bool:
    """Keep a secret; False when the key ring does not prove to hold it."""
    return keep(service, account, secret) is KeyringState.FOUND


def take_out(service: str, account: str) -> bool:
    """Take a secret out; False when it may still be there."""
    ring = _ring()
    if isinstance(ring, KeyringState):
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
    if isinstance(ring, KeyringState):
        return Recalled(ring)
    asked = monotonic()
    try:
        secret = ring.get_password(service, account)
    except Exception as error:
        return Recalled(_why(error, asked))
    if secret is None:
        return Recalled(KeyringState.MISSING)
    return Recalled(KeyringState.FOUND, secret)


def _why(error: Exception, asked: float) -> KeyringState:
    """What an error of a key ring means; ``asked`` is when it was called."""
    from keyring.errors import KeyringLocked

    if not isinstance(error, KeyringLocked):
        # What a backend raises when its service has gone differs per system and per library.
        return KeyringState.SILENT
    # A ring says the same when somebody refused as when nobody could be asked. A question on the
    # screen is not read and refused in half a second.
    told_at_once = monotonic() - asked < _ASKED_SECONDS
    return KeyringState.LOCKED if told_at_once else KeyringState.DENIED


def _ring() -> Any:
    """The operating system's own key ring, or the state that says why there is none."""
    try:
        import keyring

        chosen: Any = keyring.get_keyring()
        if type(chosen).__module__ == "keyring.backends.chainer":
            candidates = list(chosen.backends)
        else:
            candidates = [chosen]
    except Exception:
        # The person's own settings of keyring may name a backend that does not load.
        return KeyringState.NO_BACKEND
    for ring in candidates:
        if type(ring).__module__ in _OF_THE_SYSTEM:
            return ring
    others = [ring for ring in candidates if type(ring).__module__ != _ABSENT]
    return KeyringState.UNSAFE if others else KeyringState.NO_BACKEND
