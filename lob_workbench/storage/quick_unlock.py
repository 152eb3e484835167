"""*Snel openen*: a secret in the key ring of this computer opens a workbook, beside the passphrase.

The secret wraps the data key in a slot of its own (`keys`); the ring keeps it under the id of the
workbook, with the id of that slot. So a ring that was left behind by an older slot, another
computer or another copy is recognised, and what it holds opens nothing. Nothing is ever made
because a ring answered "nothing": that is only told.
"""

import base64
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.quick_key import QuickKey
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage import key_ring
from lob_workbench.storage.data_key import KEY_BYTES
from lob_workbench.storage.key_ring import KeyringState
from lob_workbench.storage.keys import KeyFile

_SERVICE: Final = "lob-werkbank snel openen"
_KEY_FILE: Final = "workbook.keys.json"


class QuickState(StrEnum):
    """How quick unlock stands on this computer: the eight answers of a key ring."""

    READY = "ready"
    STALE = "stale"
    MISSING = "missing"
    LOCKED = "locked"
    DENIED = "denied"
    NO_RING = "no_ring"
    UNSAFE = "unsafe"
    SILENT = "silent"


_OF_RING: Final = {
    KeyringState.FOUND: QuickState.READY,
    KeyringState.MISSING: QuickState.MISSING,
    KeyringState.LOCKED: QuickState.LOCKED,
    KeyringState.DENIED: QuickState.DENIED,
    KeyringState.NO_BACKEND: QuickState.NO_RING,
    KeyringState.UNSAFE: QuickState.UNSAFE,
    KeyringState.SILENT: QuickState.SILENT,
}

WORDS: Final = {
    QuickState.READY: QT_TRANSLATE_NOOP("quick", "Deze computer opent je werkboek."),
    QuickState.STALE: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen past niet meer: het is later op een andere computer of in een kopie aangezet. "
        "Gebruik je wachtwoordzin, en zet het hier weer aan bij Instellingen.",
    ),
    QuickState.MISSING: QT_TRANSLATE_NOOP(
        "quick",
        "Deze computer kent de sleutel van dit werkboek niet. Gebruik je wachtwoordzin, en zet "
        "Snel openen hier aan bij Instellingen.",
    ),
    QuickState.LOCKED: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen lukt nu niet: je computer houdt zijn sleutels op slot. Meld je opnieuw aan "
        "bij je computer, of gebruik je wachtwoordzin.",
    ),
    QuickState.DENIED: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen lukt nu niet: in het venster van je computer is het niet toegestaan. Probeer "
        "het nog een keer, of gebruik je wachtwoordzin.",
    ),
    QuickState.NO_RING: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen kan niet op deze computer: hij heeft geen plek voor sleutels. Gebruik je "
        "wachtwoordzin.",
    ),
    QuickState.UNSAFE: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen kan niet op deze computer: hij bewaart sleutels niet veilig genoeg. Gebruik "
        "je wachtwoordzin.",
    ),
    QuickState.SILENT: QT_TRANSLATE_NOOP(
        "quick",
        "Snel openen lukt nu niet: je computer geeft geen antwoord. Gebruik je wachtwoordzin.",
    ),
}
"""Each state in words, for context *quick*."""


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """What came of asking the key ring; ``key`` is there when it is READY."""

    state: QuickState
    key: QuickKey | None = field(default=None, repr=False)


def new_quick_key(workbook_id: str) -> QuickKey:
    """A fresh secret, for a slot with an id that was never used."""
    return QuickKey(workbook_id, secrets.token_hex(8), secrets.token_bytes(KEY_BYTES))


def is_offered(folder: Path) -> bool:
    """Whether the workbook in ``folder`` has quick unlock, here or on another computer."""
    return _slot_in(folder) is not None


def keep(key: QuickKey) -> QuickState:
    """Have the key ring keep it; READY when it was read back and is the same."""
    return _OF_RING[key_ring.keep(_SERVICE, key.workbook_id, _written(key))]


def fetch(folder: Path) -> QuickAnswer:
    """Ask the key ring for what opens the workbook in ``folder``."""
    try:
        key_file = KeyFile.load(folder / _KEY_FILE)
    except (WorkbenchError, OSError):
        return QuickAnswer(QuickState.STALE)
    found = key_ring.get(_SERVICE, key_file.workbook_id)
    if found.state is not KeyringState.FOUND:
        return QuickAnswer(_OF_RING[found.state])
    key = _read(key_file.workbook_id, found.password or "")
    if key is None or key.slot_id != key_file.quick_slot:
        return QuickAnswer(QuickState.STALE)
    return QuickAnswer(QuickState.READY, key)


def forget(workbook_id: str) -> bool:
    """Have the key ring forget it; False when it may still be there."""
    return key_ring.take_out(_SERVICE, workbook_id)


def _slot_in(folder: Path) -> str | None:
    try:
        return KeyFile.load(folder / _KEY_FILE).quick_slot
    except (WorkbenchError, OSError):
        return None


def _written(key: QuickKey) -> str:
    # Far below the 1,280 characters that Windows keeps.
    return f"{key.slot_id} {base64.b64encode(key.secret).decode()}"


def _read(workbook_id: str, text: str) -> QuickKey | None:
    slot_id, _, secret = text.partition(" ")
    try:
        data = base64.b64decode(secret, validate=True)
    except ValueError:
        return None
    return QuickKey(workbook_id, slot_id, data) if len(data) == KEY_BYTES else None
