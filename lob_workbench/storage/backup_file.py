"""The file of one backup: an uncompressed ZIP with exactly three entries.

`manifest.json` says what the copy holds, `keys.json` is the key file, `workbook.db` the database
under the backup subkey. Entries are read with suspicion: a file may come from anywhere.
"""

import hashlib
import io
import json
import os
import shutil
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Self

from lob_workbench.domain.errors import BackupDamaged, NotFound, WorkbookNewer
from lob_workbench.storage.keys import DataKey

SUFFIX = ".lobkopie"

_FORMAT = "lob-reservekopie"
_VERSION = 1
_MANIFEST, _KEYS, _DATABASE = "manifest.json", "keys.json", "workbook.db"
_MOST = {_MANIFEST: 1_000_000, _KEYS: 65_536, _DATABASE: 16_000_000_000}
_END_RECORD = b"PK\x05\x06"
_END = struct.Struct("<4s4H2LH")
_LONG_END_RECORD, _LONG_END = b"PK\x06\x06", struct.Struct("<4sQ2H2L4Q")
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20
_MOST_DIRECTORY = 1_000
"""Three entries of ours take some two hundred bytes."""
_FIRST_YEAR, _LAST_YEAR = 2020, 9000
_CHUNK = 1 << 20
_PURPOSE = "backup manifest"

Tables = dict[str, tuple[int, str]]
"""For each table the number of rows and the SHA-256 of their content."""


class BackupReason(StrEnum):
    """Why a backup was made."""

    CLOSE = "close"
    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    BULK_DELETE = "bulk_delete"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; ``sealed`` holds the tables, for the data key only.

    How many students and referrals there are is nobody's business, so that part is encrypted;
    AES-GCM authenticates all other fields with it.
    """

    workbook_id: str
    made_at: datetime
    reason: BackupReason
    size: int
    sha256: str
    keys_sha256: str
    nonce: bytes = b""
    sealed: bytes = field(default=b"", repr=False)

    def seal(self, tables: Tables, data_key: DataKey) -> "Manifest":
        """The manifest with its tables, bound to this data key."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        nonce, content = os.urandom(12), json.dumps(tables, sort_keys=True).encode()
        sealed = AESGCM(data_key.subkey(_PURPOSE)).encrypt(nonce, content, self._bound())
        return Manifest(**(self._fields() | {"nonce": nonce, "sealed": sealed}))  # type: ignore[arg-type]

    def tables(self, data_key: DataKey) -> Tables:
        """The tables. Raises BackupDamaged when anything in the manifest was changed."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        cipher = AESGCM(data_key.subkey(_PURPOSE))
        try:
            content = json.loads(cipher.decrypt(self.nonce, self.sealed, self._bound()))
        except (InvalidTag, ValueError) as changed:
            raise BackupDamaged() from changed
        return {name: (rows, digest) for name, (rows, digest) in content.items()}

    def to_bytes(self) -> bytes:
        """The manifest as JSON."""
        shown = self._shown() | {"nonce": self.nonce.hex(), "sealed": self.sealed.hex()}
        return json.dumps(shown, indent=1).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a manifest, not yet proven. Raises BackupDamaged, WorkbookNewer."""
        try:
            content = json.loads(data.decode())
            if content["format"] != _FORMAT:
                raise ValueError("another kind of file")
            if content["version"] != _VERSION and int(content["version"]) > _VERSION:
                raise WorkbookNewer()
            made_at = datetime.fromisoformat(content["made_at"]).astimezone(UTC)
            if not _FIRST_YEAR <= made_at.year < _LAST_YEAR:
                # It is shown before it is proven, and a clock elsewhere must be able to.
                raise ValueError("no day of ours")
            return cls(
                workbook_id=str(content["workbook"]),
                made_at=made_at,
                reason=BackupReason(content["reason"]),
                size=int(content["size"]),
                sha256=str(content["sha256"]),
                keys_sha256=str(content["keys_sha256"]),
                nonce=bytes.fromhex(content["nonce"]),
                sealed=bytes.fromhex(content["sealed"]),
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as trouble:
            raise BackupDamaged() from trouble

    def _fields(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__}

    def _shown(self) -> dict[str, object]:
        return {
            "format": _FORMAT,
            "version": _VERSION,
            "workbook": self.workbook_id,
            "made_at": self.made_at.isoformat(),
            "reason": self.reason.value,
            "size": self.size,
            "sha256": self.sha256,
            "keys_sha256": self.keys_sha256,
        }

    def _bound(self) -> bytes:
        return json.dumps(self._shown(), sort_keys=True).encode()


class BackupFile:
    """An opened backup, whose three entries have plausible names and sizes. Use `opened`."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.manifest = Manifest.from_bytes(self._read(_MANIFEST))
        self.keys = self._read(_KEYS)
        if _sha256(io.BytesIO(self.keys)) != self.manifest.keys_sha256:
            raise BackupDamaged()
        if archive.getinfo(_DATABASE).file_size != self.manifest.size:
            # Found here, and not when the disk is full of what it unpacked.
            raise BackupDamaged()

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Self]:
        """Open the backup ``path``. Raises NotFound, BackupDamaged, WorkbookNewer."""
        if path.exists() and not path.is_file():
            # A pipe would be waited for without end.
            raise BackupDamaged()
        try:
            file = path.open("rb")
        except FileNotFoundError as missing:
            raise NotFound() from missing
        with file:
            with _damage_told():
                _refuse_odd_ends(file)
                archive = zipfile.ZipFile(file)
                _refuse_odd_entries(archive)
                backup = cls(archive)
            with archive:
                yield backup

    def copy_database(self, to: Path | None = None) -> None:
        """Write the database to ``to``, or only read it. Raises BackupDamaged.

        Size and SHA-256 must be those of the manifest.
        """
        digest, size = hashlib.sha256(), 0
        with _damage_told(), self._archive.open(_DATABASE) as source:
            target = to.open("wb") if to else None
            try:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    if target:
                        target.write(chunk)
            finally:
                if target:
                    target.close()
        if (size, digest.hexdigest()) != (self.manifest.size, self.manifest.sha256):
            raise BackupDamaged()

    def _read(self, name: str) -> bytes:
        with self._archive.open(name) as entry:
            return entry.read(_MOST[name] + 1)


def write_backup_file(path: Path, manifest: Manifest, keys: bytes, database: Path) -> None:
    """Write the three entries to ``path`` and wait until they are on the disk."""
    moment = manifest.made_at.timetuple()[:6]
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, data in ((_MANIFEST, manifest.to_bytes()), (_KEYS, keys)):
                archive.writestr(zipfile.ZipInfo(name, moment), data)
            entry = zipfile.ZipInfo(_DATABASE, moment)
            entry.file_size = manifest.size
            with database.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target, _CHUNK)
        file.flush()
        os.fsync(file.fileno())


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return _sha256(file)


def _sha256(file: io.BufferedReader | io.BytesIO) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as damage:
        raise BackupDamaged() from damage


def _refuse_odd_ends(file: BinaryIO) -> None:
    # zipfile looks past what was put before or after the archive; nothing of ours is there.
    start = file.read(4)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(size - _LONG_END.size - _LOCATOR_SIZE - _END.size, 0))
    last = file.read()
    file.seek(0)
    end, locator = last[-_END.size :], last[-_END.size - _LOCATOR_SIZE : -_END.size]
    if start != b"PK\x03\x04" or not end.startswith(_END_RECORD) or end[-2:] != b"\0\0":
        raise BackupDamaged()
    # It reads the whole directory into memory, however long the file says that it is.
    _, _, _, here, entries, length, _, _ = _END.unpack(end)
    told = [(here, entries, length)]
    if locator.startswith(_LOCATOR):
        if len(last) < _LONG_END.size + _LOCATOR_SIZE + _END.size:
            raise BackupDamaged()
        long_end = _LONG_END.unpack(last[: _LONG_END.size])
        if long_end[0] == _LONG_END_RECORD:
            told.append(long_end[6:9])
    if any((n, m) != (len(_MOST), len(_MOST)) or size > _MOST_DIRECTORY for n, m, size in told):
        raise BackupDamaged()


def _refuse_odd_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if [entry.filename for entry in entries] != list(_MOST):
        raise BackupDamaged()
    for entry in entries:
        plain = entry.compress_type == zipfile.ZIP_STORED and not entry.flag_bits & 0x1
        if not plain or not entry.file_size == entry.compress_size <= _MOST[entry.filename]:
            raise BackupDamaged()
