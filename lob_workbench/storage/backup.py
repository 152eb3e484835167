"""Backups: one verified, encrypted copy of a workbook in one file, and the way back.

A copy is taken in one step while the workbook is in use, under a key of its own, checked in full,
and only then given its name; so whatever bears that name is good. It opens with the passphrase or
the recovery code *of the day it was made*, on any computer.
"""

import hashlib
import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from lob_workbench.domain.errors import (
    BackupDamaged,
    KeyFileDamaged,
    WorkbenchError,
    WorkbookDamaged,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.backup_file import (
    BackupFile,
    BackupReason,
    Manifest,
    Tables,
    file_sha256,
    write_backup_file,
)
from lob_workbench.storage.backup_list import (
    Backup,
    described,
    free_name,
    kept_backups,
    list_backups,
    rotate_backups,
    shrunk_tables,
)
from lob_workbench.storage.disk import disk_trouble_told, flush_file, flush_folder
from lob_workbench.storage.engine import (
    bare_connection,
    database_problems,
    database_trouble_told,
    open_encrypted,
)
from lob_workbench.storage.keys import DataKey, KeyFile
from lob_workbench.storage.workbook import PART, Workbook, finish_folder, new_folder

__all__ = [
    "Backup",
    "BackupReason",
    "kept_backups",
    "list_backups",
    "make_backup",
    "restore_backup",
    "rotate_backups",
    "verify_backup",
]

_BATCH = 500

_NOT_COPIED = QT_TRANSLATE_NOOP(
    "errors",
    "De reservekopie is niet gelukt: in het werkboek klopt iets niet. "
    "Laat het werkboek nakijken. Je eerdere reservekopieën staan er nog.",
)
_OTHER_CONTENT = QT_TRANSLATE_NOOP(
    "problems", "De inhoud is anders dan toen de reservekopie werd gemaakt."
)


def make_backup(
    workbook: Workbook, now: datetime, reason: BackupReason, folder: Path | None = None
) -> Backup:
    """Copy the workbook to ``folder`` (its own `backups` unless told otherwise) and check the copy.

    Removes old backups there after, see `rotate_backups`, unless much was lost since.
    Raises DiskFull, WorkbookReadOnly, WorkbookDamaged when the workbook itself is not whole, and
    BackupDamaged when the file did not arrive well on the disk; nothing is left behind then. One at
    a time: who comes second waits.
    """
    with workbook.backing_up:
        return _made(workbook, now, reason, folder)


def _made(workbook: Workbook, now: datetime, reason: BackupReason, folder: Path | None) -> Backup:
    folder, data_key = folder or workbook.folder.backups, workbook.data_key
    made_at, path = free_name(folder, now)
    copy, whole = folder / f".{path.name}.db{PART}", folder / f".{path.name}{PART}"
    try:
        with disk_trouble_told(), database_trouble_told(path):
            folder.mkdir(parents=True, exist_ok=True)
            tables = _copied(workbook, copy, data_key)
            keys = workbook.key_file.for_copy().to_bytes()
            manifest = Manifest(
                workbook_id=workbook.key_file.workbook_id,
                made_at=made_at,
                reason=reason,
                size=copy.stat().st_size,
                sha256=file_sha256(copy),
                keys_sha256=hashlib.sha256(keys).hexdigest(),
            ).seal(tables, data_key)
            write_backup_file(whole, manifest, keys, copy)
            # The copy was checked record by record; the file must hold exactly that copy.
            with BackupFile.opened(whole) as written:
                written.copy_database()
                written.manifest.tables(data_key)
            whole.replace(path)
            flush_folder(folder)
    finally:
        for left in (whole, copy, Path(f"{copy}-journal")):
            with suppress(OSError):
                left.unlink()
    shrunk = shrunk_tables(tables, path, data_key, made_at)
    if not shrunk:
        rotate_backups(folder, data_key, keep=[path])
    return described(path, manifest, tables, shrunk)


def verify_backup(path: Path, data_key: DataKey) -> list[str]:
    """Read the whole backup and say in Dutch what is wrong; empty when all is well."""
    try:
        with BackupFile.opened(path) as backup, TemporaryDirectory(prefix="lob-") as place:
            tables = backup.manifest.tables(data_key)
            if KeyFile.from_bytes(backup.keys).workbook_id != backup.manifest.workbook_id:
                raise KeyFileDamaged()
            copy = Path(place) / "copy"
            backup.copy_database(copy)
            return _problems(copy, data_key, tables)
    except WorkbenchError as trouble:
        return [str(trouble)]


def restore_backup(
    path: Path,
    target_folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
) -> None:
    """Make the workbook in backup ``path`` anew in ``target_folder``, new or empty.

    It comes into being in one step: a crash halfway leaves no workbook. Raises NotFound,
    BackupDamaged, KeyFileDamaged, WrongPassphrase, WrongRecoveryCode, RecoveryCodeMistyped,
    InputRefused (folder not empty), DiskFull, WorkbookReadOnly.
    """
    if (passphrase is None) == (recovery_code is None):
        raise TypeError("give a passphrase or a recovery code")
    with BackupFile.opened(path) as backup:
        key_file = KeyFile.from_bytes(backup.keys)
        if passphrase is not None:
            data_key = key_file.unlock_with_passphrase(passphrase)
        else:
            data_key = key_file.unlock_with_recovery(recovery_code or "")
        try:
            tables = backup.manifest.tables(data_key)
            with new_folder(target_folder) as building, disk_trouble_told():
                copy = building.path / f".copy{PART}"
                backup.copy_database(copy)
                if _problems(copy, data_key, tables):
                    raise BackupDamaged()
                with database_trouble_told(copy):
                    restored = _rekeyed(copy, building.database, data_key)
                if restored != tables:
                    raise BackupDamaged()
                copy.unlink()
                # A key ring that once opened it must not open an older state unasked.
                finish_folder(building, key_file.for_copy())
        finally:
            data_key.wipe()


def _copied(workbook: Workbook, copy: Path, data_key: DataKey) -> Tables:
    """Copy the database under the backup subkey; what it holds, after checking every page."""
    with bare_connection(workbook.engine) as source:
        source.execute("BEGIN")
        try:
            # Counting first fixes the moment: what others write meanwhile is not in the copy.
            expected = {name: _count(source, name) for name in _table_names(source)}
            _copy_pages(source, copy, data_key.subkey("backup"))
        finally:
            source.execute("ROLLBACK")
    flush_file(copy)
    connection = open_encrypted(copy, data_key.subkey("backup"), "ro")
    try:
        tables = _summary(connection)
        if (
            database_problems(connection)
            or {n: rows for n, (rows, _) in tables.items()} != expected
        ):
            raise WorkbookDamaged(_NOT_COPIED)
        return tables
    finally:
        connection.close()


def _rekeyed(copy: Path, database: Path, data_key: DataKey) -> Tables:
    source = open_encrypted(copy, data_key.subkey("backup"), "ro")
    try:
        _copy_pages(source, database, data_key.subkey("database"))
    finally:
        source.close()
    connection = open_encrypted(database, data_key.subkey("database"), "ro")
    try:
        if database_problems(connection):
            raise BackupDamaged()
        return _summary(connection)
    finally:
        connection.close()


def _copy_pages(source: Any, target_path: Path, key: bytes) -> None:
    target = open_encrypted(target_path, key, "rwc")
    try:
        # In one step: in parts it starts anew at each write and may never end.
        source.backup(target, pages=-1)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()


def _problems(copy: Path, data_key: DataKey, tables: Tables) -> list[str]:
    connection = open_encrypted(copy, data_key.subkey("backup"), "ro")
    try:
        problems = database_problems(connection)
        if not problems and _summary(connection) != tables:
            problems.append(_OTHER_CONTENT)
        return problems
    except dbapi2.Error:
        return [_OTHER_CONTENT]
    finally:
        connection.close()


def _table_names(connection: Any) -> list[str]:
    listed = connection.execute(
        "SELECT name FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " ORDER BY name"
    )
    return [name for (name,) in listed.fetchall()]


def _count(connection: Any, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0])


def _summary(connection: Any) -> Tables:
    # A text that is no UTF-8 must not stand in the way of a copy.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return {name: _content(connection, name) for name in _table_names(connection)}


def _content(connection: Any, table: str) -> tuple[int, str]:
    rows, digest = 0, hashlib.sha256()
    cursor = connection.execute(f"SELECT * FROM {_quoted(table)} NOT INDEXED")
    while batch := cursor.fetchmany(_BATCH):
        rows += len(batch)
        # Without the outer brackets the text does not depend on the size of the batch.
        digest.update(f"{json.dumps(batch, default=_blob)[1:-1]}, ".encode())
    return rows, digest.hexdigest()


def _blob(value: bytes) -> list[str]:
    return [value.hex()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
