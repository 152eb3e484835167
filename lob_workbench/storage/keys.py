"""The data key of a workbook and the key file that keeps it under lock.

One random key of 256 bits encrypts everything; it never changes. The key file holds it in slots
that stand on their own, each wrapping the same key: one under the passphrase, one under the
recovery code that the person keeps on paper. So a new passphrase costs one small file, and a
forgotten one costs nothing as long as the paper is there.

The unlock screen paints before any cryptography is loaded: heavy imports stay inside functions.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, Self

from lob_workbench.domain.errors import (
    InputRefused,
    KeyFileDamaged,
    WorkbenchError,
    WorkbookIncomplete,
    WorkbookNewer,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import write_durably
from lob_workbench.storage.passphrase import passphrase_strength
from lob_workbench.storage.recovery_code import new_recovery_code, read_recovery_code

__all__ = ["DataKey", "KdfCost", "KeyFile", "SlotKind", "new_recovery_code", "passphrase_strength"]

_FORMAT = "lob-werkboek-sleutels"
_VERSION = 1
_KEY_BYTES = 32
_MOST_BYTES = 65_536
_MOST_PASSPHRASE = 1024


class SlotKind(StrEnum):
    """What opens a slot of the key file."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


class DataKey:
    """The 32 bytes that everything hangs on; ask it for subkeys, never for itself.

    ``wipe`` overwrites the key in memory. Subkeys are handed out as ``bytes``, which Python cannot
    overwrite: use one and drop it.
    """

    __slots__ = ("_key",)

    def __init__(self, key: bytes | bytearray) -> None:
        if len(key) != _KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        self._key = bytearray(key)

    @classmethod
    def generate(cls) -> Self:
        """A new random key."""
        return cls(secrets.token_bytes(_KEY_BYTES))

    @property
    def wiped(self) -> bool:
        """True after ``wipe``."""
        return not self._key

    def subkey(self, purpose: str) -> bytes:
        """32 bytes for one purpose ("database", "backup", "attachments", "drafts"), by HKDF.

        Raises RuntimeError after ``wipe``.
        """
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        if self.wiped:
            raise RuntimeError("the data key was wiped")
        if not purpose:
            raise ValueError("a subkey needs a purpose")
        info = b"lob-workbench/1/" + purpose.encode()
        return HKDF(SHA256(), _KEY_BYTES, None, info).derive(self._key)

    def sealed_by(self, wrap: Callable[[bytes | bytearray], bytes]) -> bytes:
        """What ``wrap`` makes of the key; for the slots of the key file only."""
        if self.wiped:
            raise RuntimeError("the data key was wiped")
        return wrap(self._key)

    def wipe(self) -> None:
        """Overwrite the key in memory; harmless when done twice."""
        for place in range(len(self._key)):
            self._key[place] = 0
        self._key.clear()

    def __repr__(self) -> str:
        return "DataKey(wiped)" if self.wiped else "DataKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key is not copied or stored")


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


class KeyFile:
    """The key file of one workbook: its id and the slots that wrap its data key.

    Each slot is sealed with AES-256-GCM; the format, its version, the workbook's id and all other
    fields of the slot are authenticated with it, so nothing moves between files unseen. A keyed
    seal per slot shows, once the data key is known, which slots have gone bad.
    """

    def __init__(self, workbook_id: str, slots: list[dict[str, object]]) -> None:
        self.workbook_id = workbook_id
        self._slots = slots

    @classmethod
    def create(
        cls, passphrase: str, recovery_code: str, cost: KdfCost | None = None
    ) -> tuple[Self, DataKey]:
        """A new key file with both slots, and the new data key inside.

        Raises InputRefused for a weak passphrase, RecoveryCodeMistyped for a malformed code.
        """
        key_file, data_key = cls(secrets.token_hex(16), []), DataKey.generate()
        key_file.replace_recovery(data_key, recovery_code)
        key_file.change_passphrase(data_key, passphrase, cost)
        return key_file, data_key

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the key file. Raises WorkbookIncomplete, KeyFileDamaged, WorkbookNewer."""
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except FileNotFoundError as missing:
            raise WorkbookIncomplete(_KEY_FILE_MISSING) from missing
        return cls.from_bytes(data)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a key file from memory. Raises KeyFileDamaged, WorkbookNewer.

        A damaged slot does not stop the others: slots are looked at when they are used.
        """
        try:
            if len(data) > _MOST_BYTES:
                raise ValueError("too large")
            content = json.loads(data.decode())
            if content["format"] != _FORMAT or type(content["version"]) is not int:
                raise ValueError("another kind of file")
            newer = content["version"] > _VERSION
            workbook_id, slots = content["workbook"], content["slots"]
            if not isinstance(workbook_id, str) or not isinstance(slots, list):
                raise ValueError("misshapen")
            if not all(isinstance(slot, dict) for slot in slots):
                raise ValueError("misshapen slot")
        except (ValueError, KeyError, TypeError, RecursionError) as trouble:
            raise KeyFileDamaged() from trouble
        if newer:
            raise WorkbookNewer()
        return cls(workbook_id, slots)

    def to_bytes(self) -> bytes:
        """The file's content: JSON, no secret readable in it."""
        content = {
            "format": _FORMAT,
            "version": _VERSION,
            "workbook": self.workbook_id,
            "slots": self._slots,
        }
        return json.dumps(content, indent=1).encode()

    def save(self, path: Path) -> None:
        """Write the file, all or nothing and durably. Raises DiskFull, WorkbookReadOnly."""
        write_durably(path, self.to_bytes())

    def unlock_with_passphrase(self, passphrase: str) -> DataKey:
        """The data key; takes about half a second. Raises WrongPassphrase, KeyFileDamaged."""
        slot = self._slot(SlotKind.PASSPHRASE)
        try:
            secret = passphrase_bytes(passphrase)
        except ValueError as impossible:
            raise WrongPassphrase() from impossible
        return self._unlock(slot, passphrase_wrapping_key(secret, slot), WrongPassphrase)

    def unlock_with_recovery(self, code: str) -> DataKey:
        """The data key. Raises RecoveryCodeMistyped, WrongRecoveryCode, KeyFileDamaged."""
        secret = read_recovery_code(code)
        slot = self._slot(SlotKind.RECOVERY)
        return self._unlock(slot, _recovery_wrapping_key(secret, slot), WrongRecoveryCode)

    def change_passphrase(self, data_key: DataKey, new: str, cost: KdfCost | None = None) -> None:
        """Let ``new`` open the workbook in place of the old passphrase; ``save`` it after.

        Raises InputRefused when ``new`` is too weak or too long.
        """
        strength = passphrase_strength(new)
        if not strength.accepted:
            raise InputRefused(strength.hint)
        try:
            secret = passphrase_bytes(new)
        except ValueError as impossible:
            raise InputRefused() from impossible
        cost = cost or KdfCost()
        if not cost.within_bounds():
            raise ValueError("the cost lies outside its bounds")
        slot: dict[str, object] = {
            "kind": SlotKind.PASSPHRASE.value,
            "id": secrets.token_hex(8),
            "kdf": "argon2id",
            **asdict(cost),
            "salt": _text(os.urandom(16)),
        }
        self._put(slot, passphrase_wrapping_key(secret, slot), data_key)

    def replace_recovery(self, data_key: DataKey, new_code: str) -> None:
        """Let ``new_code`` open the workbook in place of the old code; ``save`` it after.

        Raises RecoveryCodeMistyped when the code is malformed.
        """
        slot: dict[str, object] = {
            "kind": SlotKind.RECOVERY.value,
            "id": secrets.token_hex(8),
            "kdf": "hkdf-sha256",
            "salt": _text(os.urandom(16)),
        }
        secret = read_recovery_code(new_code)
        self._put(slot, _recovery_wrapping_key(secret, slot), data_key)

    def bad_slots(self, data_key: DataKey) -> tuple[SlotKind, ...]:
        """Which ways in are missing or damaged, seen with the key that another way gave."""
        return tuple(kind for kind in SlotKind if not self._intact(kind, data_key))

    def _intact(self, kind: SlotKind, data_key: DataKey) -> bool:
        try:
            slot = self._slot(kind)
            seal, expected = slot.get("seal"), self._seal(slot, data_key)
        except KeyFileDamaged:
            return False
        # A lone surrogate can stand in JSON, and is no reason to stop.
        seen = seal.encode(errors="replace") if isinstance(seal, str) else b""
        return hmac.compare_digest(seen, expected.encode())

    def _slot(self, kind: SlotKind) -> dict[str, object]:
        for slot in self._slots:
            if slot.get("kind") == kind:
                return slot
        raise KeyFileDamaged()

    def _put(self, slot: dict[str, object], wrapping_key: bytes, data_key: DataKey) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if self._slots and len(self.bad_slots(data_key)) == len(SlotKind):
            raise ValueError("this data key does not belong to this key file")
        nonce = os.urandom(12)
        slot["nonce"] = _text(nonce)
        bound, cipher = self._bound(slot), AESGCM(wrapping_key)
        slot["sealed"] = _text(data_key.sealed_by(lambda key: cipher.encrypt(nonce, key, bound)))
        slot["seal"] = self._seal(slot, data_key)
        others = [other for other in self._slots if other.get("kind") != slot["kind"]]
        self._slots = [*others, slot]

    def _unlock(
        self, slot: dict[str, object], wrapping_key: bytes, refused: type[WorkbenchError]
    ) -> DataKey:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce, sealed = _field(slot, "nonce", 12), _field(slot, "sealed", _KEY_BYTES + 16)
        try:
            return DataKey(AESGCM(wrapping_key).decrypt(nonce, sealed, self._bound(slot)))
        except InvalidTag as wrong:
            raise refused() from wrong

    def _bound(self, slot: dict[str, object]) -> bytes:
        fields = {name: value for name, value in slot.items() if name not in ("sealed", "seal")}
        return json.dumps([_FORMAT, _VERSION, self.workbook_id, fields], sort_keys=True).encode()

    def _seal(self, slot: dict[str, object], data_key: DataKey) -> str:
        content = self._bound(slot) + _field(slot, "sealed", _KEY_BYTES + 16)
        return hmac.new(data_key.subkey("key file"), content, hashlib.sha256).hexdigest()


_KEY_FILE_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "Het sleutelbestand van dit werkboek ontbreekt. Zet een reservekopie terug.",
)
_NO_MEMORY = QT_TRANSLATE_NOOP(
    "errors", "Er is te weinig werkgeheugen vrij. Sluit een ander programma en probeer het opnieuw."
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
    salt = _field(slot, "salt", 16)
    try:
        return hash_secret_raw(
            secret, salt, cost.iterations, cost.memory_kib, cost.lanes, _KEY_BYTES, Type.ID
        )
    except (HashingError, MemoryError) as trouble:
        raise WorkbenchError(_NO_MEMORY) from trouble


def _recovery_wrapping_key(secret: bytes, slot: dict[str, object]) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if slot.get("kdf") != "hkdf-sha256":
        raise KeyFileDamaged()
    info = b"lob-workbench/1/recovery code"
    return HKDF(SHA256(), _KEY_BYTES, _field(slot, "salt", 16), info).derive(secret)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _field(slot: dict[str, object], name: str, size: int) -> bytes:
    value = slot.get(name)
    try:
        data = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except ValueError as trouble:
        raise KeyFileDamaged() from trouble
    if len(data) != size:
        raise KeyFileDamaged()
    return data
