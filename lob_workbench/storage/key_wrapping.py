"""How a secret becomes the key that wraps the data key in one slot of the key file.

A passphrase goes through Argon2id, since people choose it; a recovery code and what the key ring
keeps are random already. Heavy imports stay inside functions, as in `keys`.
"""

import base64
import unicodedata
from dataclasses import dataclass

from lob_workbench.domain.errors import KeyFileDamaged, WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.data_key import KEY_BYTES

_MOST_PASSPHRASE = 1024

_NO_MEMORY = QT_TRANSLATE_NOOP(
    "errors", "Er is te weinig werkgeheugen vrij. Sluit een ander programma en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at the passphrase costs (Argon2id): memory in KiB, passes, threads.

    The defaults take about half a second and 256 MiB. A key file that asks for less than the
    floor or more than the ceiling is refused: less would be a downgrade, more a way to hang
    the machine.
    """

    memory_kib: int = 262_144
    iterations: int = 3
    lanes: int = 2

    def within_bounds(self) -> bool:
        """True when every value is a whole number in the permitted range."""
        return (
            all(type(value) is int for value in (self.memory_kib, self.iterations, self.lanes))
            and 65_536 <= self.memory_kib <= 1_048_576
            and 2 <= self.iterations <= 10
            and 1 <= self.lanes <= 8
        )


def passphrase_bytes(passphrase: str) -> bytes:
    """What a typed passphrase comes to. Raises ``ValueError`` for none, or one without end."""
    # As RFC 8265 (OpaqueString): NFC, so that é typed on a Mac and on Windows is the same, and
    # every kind of space becomes a plain one. Not NFKC: that makes different characters equal.
    if not passphrase or len(passphrase) > _MOST_PASSPHRASE:
        raise ValueError("empty or too long")
    composed = unicodedata.normalize("NFC", passphrase)
    return "".join(" " if unicodedata.category(c) == "Zs" else c for c in composed).encode()


def passphrase_wrapping_key(secret: bytes, slot: dict[str, object]) -> bytes:
    """32 bytes from a passphrase by the terms in ``slot``. Raises ``KeyFileDamaged``."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    cost = KdfCost(
        *(slot.get(name) for name in ("memory_kib", "iterations", "lanes"))  # type: ignore[arg-type]
    )
    if slot.get("kdf") != "argon2id" or not cost.within_bounds():
        raise KeyFileDamaged()
    salt = bytes_field(slot, "salt", 16)
    try:
        return hash_secret_raw(
            secret, salt, cost.iterations, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
        )
    except (HashingError, MemoryError) as trouble:
        raise WorkbenchError(_NO_MEMORY) from trouble


def recovery_wrapping_key(secret: bytes, slot: dict[str, object]) -> bytes:
    """32 bytes from what a recovery code spells. Raises ``KeyFileDamaged``."""
    return _from_random(secret, slot, b"lob-workbench/1/recovery code")


def quick_wrapping_key(secret: bytes, slot: dict[str, object]) -> bytes:
    """32 bytes from what the key ring keeps. Raises ``KeyFileDamaged``."""
    return _from_random(secret, slot, b"lob-workbench/1/key ring")


def as_text(data: bytes) -> str:
    """Bytes as they stand in the key file."""
    return base64.b64encode(data).decode()


def bytes_field(slot: dict[str, object], name: str, size: int) -> bytes:
    """The ``size`` bytes that stand in a slot. Raises ``KeyFileDamaged``."""
    value = slot.get(name)
    try:
        data = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as trouble:
        raise KeyFileDamaged() from trouble
    if len(data) != size:
        raise KeyFileDamaged()
    return data


def _from_random(secret: bytes, slot: dict[str, object], info: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if slot.get("kdf") != "hkdf-sha256":
        raise KeyFileDamaged()
    return HKDF(SHA256(), KEY_BYTES, bytes_field(slot, "salt", 16), info).derive(secret)
