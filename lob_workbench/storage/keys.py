"""The data key of a workbook and the key file that keeps it under lock.

One random key of 256 bits encrypts everything; it never changes. The key file holds it in slots
that stand on their own, each wrapping the same key: one under the passphrase, one under the
recovery code that the person keeps on paper, and by choice one under a secret in the key ring of
one computer. So a new passphrase costs one small file, and a forgotten one costs nothing as long as
the paper is there.

The unlock screen paints before any cryptography is loaded: heavy imports stay inside functions.
"""

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Self

from lob_workbench.domain.errors import (
    InputRefused,
    KeyFileDamaged,
    WorkbenchError,
    WorkbookIncomplete,
    WorkbookNewer,
    WrongPassphrase,
    WrongQuickKey,
    WrongRecoveryCode,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.data_key import KEY_BYTES, DataKey
from lob_workbench.storage.disk import write_durably
from lob_workbench.storage.key_wrapping import (
    KdfCost,
    as_text,
    bytes_field,
    passphrase_bytes,
    passphrase_wrapping_key,
    quick_wrapping_key,
    recovery_wrapping_key,
)
from lob_workbench.storage.passphrase import passphrase_strength
from lob_workbench.storage.recovery_code import new_recovery_code, read_recovery_code

__all__ = ["DataKey", "KdfCost", "KeyFile", "SlotKind", "new_recovery_code", "passphrase_strength"]

_FORMAT = "lob-werkboek-sleutels"
_VERSION = 1
_MOST_BYTES = 65_536


class SlotKind(StrEnum):
    """What opens a slot of the key file."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"
    KEYRING = "keyring"


_DEMANDED = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
"""The ways in that every workbook has; quick unlock is a choice, and may be missing."""


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
        return self._unlock(slot, recovery_wrapping_key(secret, slot), WrongRecoveryCode)

    def unlock_with_quick_key(self, slot_id: str, secret: bytes) -> DataKey:
        """The data key, with what the key ring keeps. Raises WrongQuickKey, KeyFileDamaged."""
        if self.quick_slot != slot_id:
            raise WrongQuickKey()
        slot = self._slot(SlotKind.KEYRING)
        return self._unlock(slot, quick_wrapping_key(secret, slot), WrongQuickKey)

    def change_passphrase(self, data_key: DataKey, new: str, cost: KdfCost | None = None) -> None:
        """Let ``new`` open the workbook in place of the old passphrase; ``save`` it after.

        Quick unlock ends, on whichever computer it was: one chooses a new passphrase when others
        may come in, and a key ring that still opens would be the hole that is left.

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
            "salt": as_text(os.urandom(16)),
        }
        self._put(slot, passphrase_wrapping_key(secret, slot), data_key)
        self.drop_quick_key()

    def replace_recovery(self, data_key: DataKey, new_code: str) -> None:
        """Let ``new_code`` open the workbook in place of the old code; ``save`` it after.

        Raises RecoveryCodeMistyped when the code is malformed.
        """
        slot: dict[str, object] = {
            "kind": SlotKind.RECOVERY.value,
            "id": secrets.token_hex(8),
            "kdf": "hkdf-sha256",
            "salt": as_text(os.urandom(16)),
        }
        secret = read_recovery_code(new_code)
        self._put(slot, recovery_wrapping_key(secret, slot), data_key)

    @property
    def quick_slot(self) -> str | None:
        """The id of the slot of quick unlock; ``None`` when that is off."""
        for slot in self._slots:
            if slot.get("kind") == SlotKind.KEYRING:
                found = slot.get("id")
                return found if isinstance(found, str) else None
        return None

    def set_quick_key(self, data_key: DataKey, slot_id: str, secret: bytes) -> None:
        """Let a key ring that keeps ``secret`` open the workbook too; ``save`` it after.

        It takes the place of that of another computer. An id is never used twice, so what an old
        key ring keeps is told apart from what is damaged.
        """
        if len(secret) != KEY_BYTES:
            raise ValueError("a quick key has 32 bytes")
        slot: dict[str, object] = {
            "kind": SlotKind.KEYRING.value,
            "id": slot_id,
            "kdf": "hkdf-sha256",
            "salt": as_text(os.urandom(16)),
        }
        self._put(slot, quick_wrapping_key(secret, slot), data_key)

    def drop_quick_key(self) -> None:
        """End quick unlock; ``save`` it after."""
        self._slots = [slot for slot in self._slots if slot.get("kind") != SlotKind.KEYRING]

    def for_copy(self) -> Self:
        """This key file as copies hold it: without quick unlock, which belongs to one computer."""
        copy = type(self)(self.workbook_id, list(self._slots))
        copy.drop_quick_key()
        return copy

    def bad_slots(self, data_key: DataKey) -> tuple[SlotKind, ...]:
        """Which ways in are missing or damaged, seen with the key that another way gave."""
        return tuple(kind for kind in _DEMANDED if not self._intact(kind, data_key))

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

        if self._slots and not any(self._intact(kind, data_key) for kind in SlotKind):
            # No slot says that this key is theirs: all were damaged, or it is another workbook's.
            raise KeyFileDamaged()
        nonce = os.urandom(12)
        slot["nonce"] = as_text(nonce)
        bound, cipher = self._bound(slot), AESGCM(wrapping_key)
        slot["sealed"] = as_text(data_key.sealed_by(lambda key: cipher.encrypt(nonce, key, bound)))
        slot["seal"] = self._seal(slot, data_key)
        others = [other for other in self._slots if other.get("kind") != slot["kind"]]
        self._slots = [*others, slot]

    def _unlock(
        self, slot: dict[str, object], wrapping_key: bytes, refused: type[WorkbenchError]
    ) -> DataKey:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce, sealed = bytes_field(slot, "nonce", 12), bytes_field(slot, "sealed", KEY_BYTES + 16)
        try:
            return DataKey(AESGCM(wrapping_key).decrypt(nonce, sealed, self._bound(slot)))
        except InvalidTag as wrong:
            raise refused() from wrong

    def _bound(self, slot: dict[str, object]) -> bytes:
        fields = {name: value for name, value in slot.items() if name not in ("sealed", "seal")}
        return json.dumps([_FORMAT, _VERSION, self.workbook_id, fields], sort_keys=True).encode()

    def _seal(self, slot: dict[str, object], data_key: DataKey) -> str:
        content = self._bound(slot) + bytes_field(slot, "sealed", KEY_BYTES + 16)
        return hmac.new(data_key.subkey("key file"), content, hashlib.sha256).hexdigest()


_KEY_FILE_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "Het sleutelbestand van dit werkboek ontbreekt. Zet een reservekopie terug.",
)
