"""What this computer's own key ring keeps for a login at a school: its password, its drafts' key.

Every call may wait for the person: never call these from the thread of the window.
"""

import base64
import secrets

from lob_workbench.storage.key_ring import KeyringState, Recalled, get, put, take_out
from lob_workbench.storage.server import ServerAddress

_PASSWORDS = "lob-werkbank"
_DRAFT_KEYS = "lob-werkbank concepten"
_KEY_BYTES = 32


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


def _account(address: ServerAddress) -> str:
    """The login, written so that two of them never look the same."""
    return f"{address.login}@{address.host}:{address.port}/{address.database}"


def _key(kept: str | None) -> bytes | None:
    try:
        key = base64.b64decode(kept or "", validate=True)
    except ValueError:
        return None
    return key if len(key) == _KEY_BYTES else None
