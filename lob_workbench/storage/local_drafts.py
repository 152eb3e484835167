"""What was typed while the school could not be reached: encrypted files on this laptop.

One file per draft. Its name is a keyed hash of screen and subject, so names tell nothing; the
content is AES-256-GCM, bound to login, server and that name. What does not open is put aside and
told, never thrown away: it may open with another password.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import time
import unicodedata
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import disk_trouble_told, flush_folder, write_durably
from lob_workbench.storage.keys import DataKey, KdfCost
from lob_workbench.storage.server import ServerAddress

_FORMAT = b"LOB-concept-1\n"
_ID_BYTES = 16
_NONCE_BYTES = 12
_SALT_BYTES = 16
_DRAFT = ".draft"
_ASIDE = ".aside"
_SALT = "password.json"
_LEFTOVER_SECONDS = 3600.0

_NO_MEMORY = QT_TRANSLATE_NOOP(
    "errors", "Er is te weinig werkgeheugen vrij. Sluit een ander programma en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class LocalDraft:
    """A draft as it was last kept; ``content`` is the feature's own JSON, ``saved_at`` is aware."""

    screen: str
    entity_id: UUID
    content: str
    base_version: int | None
    saved_at: datetime


class Unopened(StrEnum):
    """Why a file does not open."""

    OTHER_KEY = "other_key"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class UnopenedDraft:
    """A file that was put aside: where it stands now, and why."""

    path: Path
    why: Unopened


def local_drafts_folder(address: ServerAddress, folder: Path | None = None) -> Path:
    """Where drafts of this login at this server stand; made when the first one is kept.

    ``folder`` takes the place of this person's own data folder.
    """
    if folder is None:
        from platformdirs import user_data_path

        folder = user_data_path("lob-werkbank", appauthor=False) / "concepten"
    who = json.dumps([address.host, address.port, address.database, address.login])
    return folder / hashlib.sha256(who.encode()).hexdigest()[:32]


def has_local_drafts(folder: Path) -> bool:
    """Whether anything was ever kept in ``folder`` that is still there, readable or not."""
    return any(path.suffix in (_DRAFT, _ASIDE) for path in folder.glob("*"))


def has_password_key(folder: Path) -> bool:
    """Whether a key was ever made out of a password for ``folder``."""
    return (folder / _SALT).exists()


def key_from_password(folder: Path, password: str, cost: KdfCost | None = None) -> bytes:
    """32 bytes out of the login's password, for where no key ring is; takes half a second.

    What it takes besides the password (salt, ``cost`` of the first time) is kept in ``folder``.
    Raises DiskFull, WorkbookReadOnly, WorkbenchError without memory.
    """
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    cost, salt = _password_settings(folder) or _new_password_settings(folder, cost or KdfCost())
    # As storage.keys does: é typed on a Mac and on Windows is the same.
    secret = unicodedata.normalize("NFC", password).encode(errors="surrogatepass")
    try:
        return hash_secret_raw(
            secret, salt, cost.iterations, cost.memory_kib, cost.lanes, 32, Type.ID
        )
    except (HashingError, MemoryError) as trouble:
        raise WorkbenchError(_NO_MEMORY) from trouble


class LocalDrafts:
    """The drafts of one login at one server, under ``key`` (32 bytes)."""

    def __init__(self, folder: Path, key: bytes, address: ServerAddress) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        root = DataKey(key)
        self._folder = folder
        self._cipher = AESGCM(root.subkey("local drafts: content"))
        self._names = root.subkey("local drafts: names")
        self._key_id = root.subkey("local drafts: which key")[:_ID_BYTES]
        self._owner = [address.login, address.host, address.port, address.database]
        root.wipe()

    def keep(
        self,
        screen: str,
        entity_id: UUID,
        content: str,
        base_version: int | None,
        at: datetime,
    ) -> None:
        """Keep ``content`` in place of an earlier draft; it is on the disk when this returns.

        ``at`` is the moment, aware of its offset. Raises DiskFull, WorkbookReadOnly, OSError; the
        earlier draft then still stands.
        """
        if at.tzinfo is None:
            raise ValueError("a moment has an offset")
        # ASCII, so that null bytes and lone surrogates survive: a draft is kept as typed.
        text = json.dumps([screen, str(entity_id), content, base_version, at.isoformat()])
        name, nonce = self._name(screen, entity_id), os.urandom(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, text.encode("ascii"), self._bound(name))
        with disk_trouble_told():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(self._folder / f"{name}{_DRAFT}", _FORMAT + self._key_id + nonce + sealed)

    def all(self) -> tuple[LocalDraft, ...]:
        """Every draft that opens, oldest first. What does not open is put aside."""
        return self._read()[0]

    def unopened(self) -> tuple[UnopenedDraft, ...]:
        """What does not open with this key, put aside under another name."""
        return self._read()[1]

    def discard(self, screen: str, entity_id: UUID) -> None:
        """Forget a draft, because the school has it now; harmless when there is none."""
        with disk_trouble_told(), suppress(FileNotFoundError):
            (self._folder / f"{self._name(screen, entity_id)}{_DRAFT}").unlink()
            flush_folder(self._folder)

    def _read(self) -> tuple[tuple[LocalDraft, ...], tuple[UnopenedDraft, ...]]:
        drafts, unopened = [], []
        for path in sorted(self._folder.glob("*")):
            if path.suffix == ".part":
                _sweep(path)
            elif path.suffix in (_DRAFT, _ASIDE):
                try:
                    found = self._open(path)
                except FileNotFoundError:
                    continue  # discarded by another window meanwhile
                if isinstance(found, Unopened):
                    unopened.append(UnopenedDraft(_put_aside(path), found))
                elif _put_back(path):
                    drafts.append(found)
        return tuple(sorted(drafts, key=lambda draft: draft.saved_at)), tuple(unopened)

    def _open(self, path: Path) -> LocalDraft | Unopened:
        from cryptography.exceptions import InvalidTag

        data = path.read_bytes()
        start = len(_FORMAT) + _ID_BYTES
        if not data.startswith(_FORMAT) or len(data) < start + _NONCE_BYTES:
            return Unopened.DAMAGED
        if not hmac.compare_digest(data[len(_FORMAT) : start], self._key_id):
            return Unopened.OTHER_KEY
        nonce, sealed = data[start : start + _NONCE_BYTES], data[start + _NONCE_BYTES :]
        try:
            text = self._cipher.decrypt(nonce, sealed, self._bound(_stem(path)))
            screen, entity, content, base_version, at = json.loads(text)
            return LocalDraft(
                screen, UUID(entity), content, base_version, datetime.fromisoformat(at)
            )
        except (InvalidTag, ValueError, TypeError):
            return Unopened.DAMAGED

    def _name(self, screen: str, entity_id: UUID) -> str:
        what = json.dumps([*self._owner, screen, str(entity_id)]).encode("ascii")
        return hmac.new(self._names, what, hashlib.sha256).hexdigest()[:40]

    def _bound(self, name: str) -> bytes:
        """What the content is authenticated with; ``name`` stands for screen and subject."""
        return _FORMAT + json.dumps([*self._owner, name]).encode("ascii")


def _stem(path: Path) -> str:
    return path.name.partition(".")[0]


def _put_aside(path: Path) -> Path:
    if path.suffix == _ASIDE:
        return path
    aside = path.with_name(f"{_stem(path)}.{secrets.token_hex(4)}{_ASIDE}")
    # Where the disk takes no changes it is told all the same.
    with suppress(OSError):
        return path.rename(aside)
    return path


def _put_back(path: Path) -> bool:
    """Give a file that opens again its own name; False when a newer draft has it by now."""
    if path.suffix == _DRAFT:
        return True
    own = path.with_name(f"{_stem(path)}{_DRAFT}")
    if own.exists():
        return False
    with suppress(OSError):
        path.rename(own)
    return True


def _sweep(path: Path) -> None:
    """Remove what a write that was cut off left behind, and not what another window writes now."""
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _LEFTOVER_SECONDS:
            path.unlink()


def _password_settings(folder: Path) -> tuple[KdfCost, bytes] | None:
    path = folder / _SALT
    try:
        kept = json.loads(path.read_bytes())
        cost = KdfCost(kept["memory_kib"], kept["iterations"], kept["lanes"])
        salt = base64.b64decode(kept["salt"], validate=True)
        if kept["kdf"] == "argon2id" and cost.within_bounds() and len(salt) == _SALT_BYTES:
            return cost, salt
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        pass
    # Damaged. A new salt is a new key: what stood under the old one is put aside when it is read.
    with disk_trouble_told():
        path.rename(path.with_name(f"password.{secrets.token_hex(4)}.json"))
    return None


def _new_password_settings(folder: Path, cost: KdfCost) -> tuple[KdfCost, bytes]:
    if not cost.within_bounds():
        raise ValueError("the cost lies outside its bounds")
    salt = os.urandom(_SALT_BYTES)
    content = {"kdf": "argon2id", **asdict(cost), "salt": base64.b64encode(salt).decode()}
    with disk_trouble_told():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(folder / _SALT, json.dumps(content, indent=1).encode())
    return cost, salt
