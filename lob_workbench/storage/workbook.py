"""A workbook: one folder with an encrypted database, its key file and its backups.

`workbook.db` (SQLCipher), `workbook.keys.json`, `workbook.lock`, `workbook.attempts`, `backups/`,
`workbook.open` while it is open, `second-place.txt`, and `ballast`: room that is given up when the
disk is full, since even deleting needs some.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.errors import (
    NotFound,
    WorkbenchError,
    WorkbookIncomplete,
    WrongPassphrase,
)
from lob_workbench.domain.quick_key import QuickKey
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import disk_trouble_told
from lob_workbench.storage.engine import (
    WorkbookClosed,
    bare_connection,
    database_problems,
    dispose_engine,
    workbook_engine,
)
from lob_workbench.storage.keys import DataKey, KdfCost, KeyFile, SlotKind
from lob_workbench.storage.lock import FolderLock
from lob_workbench.storage.open_mark import last_end, mark_closed, mark_open
from lob_workbench.storage.sync_service import sync_folder_name
from lob_workbench.storage.unlock_delay import UnlockDelay, UnlockTooSoon
from lob_workbench.storage.workbook_folder import (
    DRILL,
    PART,
    WorkbookFolder,
    finish_folder,
    new_folder,
    sweep_leftovers,
)

__all__ = [
    "DRILL",
    "PART",
    "Workbook",
    "WorkbookFolder",
    "finish_folder",
    "new_folder",
    "sweep_leftovers",
]

_BALLAST_BYTES = 2_000_000
_ROOM_FOR_BALLAST = 50_000_000

_NO_WORKBOOK = QT_TRANSLATE_NOOP("errors", "In deze map staat geen werkboek. Kies een andere map.")
_DATABASE_GONE = QT_TRANSLATE_NOOP(
    "errors",
    "Het werkboek zelf ontbreekt in deze map; alleen het sleutelbestand is er nog. "
    "Zet een reservekopie terug.",
)
_IN_SYNC_FOLDER = QT_TRANSLATE_NOOP(
    "errors",
    "Dit werkboek staat in een map van {service}. Die kan het bestand kopiëren terwijl jij werkt, "
    "en dan raakt werk kwijt. Zet het werkboek in een gewone map op deze computer.",
)
_NO_PASSPHRASE_SLOT = QT_TRANSLATE_NOOP(
    "errors",
    "Wat dit werkboek van je wachtwoordzin weet, is beschadigd. Kies een nieuwe bij Instellingen.",
)
_NO_RECOVERY_SLOT = QT_TRANSLATE_NOOP(
    "errors",
    "Wat dit werkboek van je herstelcode weet, is beschadigd. Druk een nieuwe af bij Instellingen.",
)
STILL_BUSY = QT_TRANSLATE_NOOP(
    "problems", "Het werkboek was nog bezig, dus niet alles is nagekeken. Probeer het opnieuw."
)


class Workbook:
    """An unlocked workbook. Make one with `create` or `open`; end it with `close` or ``with``.

    ``warnings`` hold what the person should know, as errors that are shown and not raised.
    """

    def __init__(
        self, folder: WorkbookFolder, lock: FolderLock, key_file: KeyFile, data_key: DataKey
    ) -> None:
        self.folder = folder
        self._lock = lock
        self._key_file: KeyFile | None = key_file
        self._data_key: DataKey | None = data_key
        self.backing_up = threading.Lock()
        """Held while a backup is made: two of the same second would take the same name."""
        self.last_end = last_end(folder)
        """How it ended the time before."""
        self.warnings = tuple(_warnings(folder.path, key_file, data_key))
        self._engine: Engine | None = workbook_engine(folder.database, data_key.subkey("database"))

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        recovery_code: str,
        *,
        cost: KdfCost | None = None,
    ) -> Self:
        """A new workbook in ``folder``, which may not exist yet or is empty; opened.

        It comes into being in one step: a crash halfway leaves no workbook. Raises InputRefused
        (folder not empty, passphrase too weak), RecoveryCodeMistyped, WorkbookReadOnly, DiskFull.
        """
        key_file, data_key = KeyFile.create(passphrase, recovery_code, cost)
        try:
            with new_folder(folder) as building:
                key = data_key.subkey("database")
                dispose_engine(workbook_engine(building.database, key, create=True))
                finish_folder(building, key_file)
            return cls._opened(WorkbookFolder(folder), key_file, data_key)
        except BaseException:
            data_key.wipe()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        quick_key: QuickKey | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Unlock the workbook in ``folder`` with one of the three; takes about half a second.

        Raises NotFound (no workbook), WorkbookIncomplete, WorkbookBusy, WorkbookReadOnly,
        WorkbookDamaged, KeyFileDamaged, WrongPassphrase, WrongRecoveryCode, WrongQuickKey,
        RecoveryCodeMistyped, UnlockTooSoon, WorkbookNewer.
        """
        place = WorkbookFolder(folder)
        if not place.is_workbook():
            raise NotFound(_NO_WORKBOOK)
        key_file = KeyFile.load(place.keys)
        if not place.database.exists():
            raise WorkbookIncomplete(_DATABASE_GONE)
        lock = FolderLock(place.lock)
        try:
            _refuse_read_only(place)
            # Read again: before the lock another window may have changed the passphrase.
            key_file = KeyFile.load(place.keys)
            if quick_key is None:
                data_key = _unlocked(place, key_file, passphrase, recovery_code, clock)
            else:
                data_key = key_file.unlock_with_quick_key(quick_key.slot_id, quick_key.secret)
        except BaseException:
            lock.release()
            raise
        return cls._opened(place, key_file, data_key, lock)

    @classmethod
    def _opened(
        cls,
        folder: WorkbookFolder,
        key_file: KeyFile,
        data_key: DataKey,
        lock: FolderLock | None = None,
    ) -> Self:
        lock = lock or FolderLock(folder.lock)
        try:
            workbook = cls(folder, lock, key_file, data_key)
        except BaseException:
            data_key.wipe()
            lock.release()
            raise
        mark_open(folder)
        sweep_leftovers(folder)
        workbook.take_ballast()
        return workbook

    @property
    def engine(self) -> Engine:
        """The engine on the database. Raises WorkbookClosed."""
        if self._engine is None:
            raise WorkbookClosed()
        return self._engine

    @property
    def data_key(self) -> DataKey:
        """The data key, for the subkeys of backups, attachments and drafts; WorkbookClosed."""
        if self._data_key is None:
            raise WorkbookClosed()
        return self._data_key

    @property
    def key_file(self) -> KeyFile:
        """The key file as it stands on the disk. Raises WorkbookClosed."""
        if self._key_file is None:
            raise WorkbookClosed()
        return self._key_file

    def change_passphrase(self, new: str, cost: KdfCost | None = None) -> None:
        """Let ``new`` open this workbook from now on. Raises InputRefused, DiskFull."""
        with self._changing_keys() as changed:
            changed.change_passphrase(self.data_key, new, cost)

    def replace_recovery(self, new_code: str) -> None:
        """Let ``new_code`` open this workbook in place of the old code; RecoveryCodeMistyped."""
        with self._changing_keys() as changed:
            changed.replace_recovery(self.data_key, new_code)

    def set_quick_key(self, key: QuickKey | None) -> None:
        """Let a key ring that keeps ``key`` open this workbook too; ``None`` ends that."""
        with self._changing_keys() as changed:
            if key is None:
                changed.drop_quick_key()
            else:
                changed.set_quick_key(self.data_key, key.slot_id, key.secret)

    @contextmanager
    def _changing_keys(self) -> Iterator[KeyFile]:
        """A copy of the key file to change; it counts when it is on the disk."""
        changed = KeyFile.from_bytes(self.key_file.to_bytes())
        yield changed
        changed.save(self.folder.keys)
        self._key_file = changed

    def verify(self) -> list[str]:
        """Read the whole file and say in Dutch what is wrong; empty when all is well."""
        with bare_connection(self.engine) as connection:
            try:
                # Before a checkpoint the page check gives false alarms.
                busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            except dbapi2.Error:
                busy = True
            problems = database_problems(connection)
            return [STILL_BUSY, *problems] if busy else problems

    def take_ballast(self) -> bool:
        """Set the ballast aside again, unless the disk is nearly full; whether it is there."""
        with suppress(OSError):
            enough = shutil.disk_usage(self.folder.path).free > _ROOM_FOR_BALLAST
            if enough and not self.folder.ballast.exists():
                # Random, so that a disk that compresses gives the room back in full.
                self.folder.ballast.write_bytes(os.urandom(_BALLAST_BYTES))
        return self.has_ballast()

    def has_ballast(self) -> bool:
        """Whether there is room in hand for a disk that is full."""
        with suppress(OSError):
            return self.folder.ballast.stat().st_size == _BALLAST_BYTES
        return False

    def give_up_ballast(self) -> bool:
        """Free the ballast's room after DiskFull; False when it was already given up."""
        try:
            self.folder.ballast.unlink()
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Write all to the file, forget engine and key, let the next window in.

        Harmless when done twice. Stop running jobs first.
        """
        engine, data_key = self._engine, self._data_key
        self._engine = self._data_key = self._key_file = None
        if engine is not None:
            mark_closed(self.folder)
            # A full disk cannot take the log in; the next opening does, nothing is lost.
            with suppress(dbapi2.Error, WorkbenchError), bare_connection(engine) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            dispose_engine(engine)
        if data_key is not None:
            data_key.wipe()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _unlocked(
    folder: WorkbookFolder,
    key_file: KeyFile,
    passphrase: str | None,
    recovery_code: str | None,
    clock: Clock | None,
) -> DataKey:
    if (passphrase is None) == (recovery_code is None):
        raise TypeError("give a passphrase or a recovery code")
    if recovery_code is not None:
        # Nobody guesses 160 bits, so whoever fetched the paper does not wait.
        return key_file.unlock_with_recovery(recovery_code)
    clock, delay = clock or SystemClock(), UnlockDelay(folder.attempts)
    left = delay.seconds_left(clock.now())
    if left:
        raise UnlockTooSoon(seconds=left)
    try:
        data_key = key_file.unlock_with_passphrase(passphrase or "")
    except WrongPassphrase:
        delay.failed(clock.now())
        raise
    delay.succeeded()
    return data_key


def _refuse_read_only(folder: WorkbookFolder) -> None:
    # Only under the lock: closing a file drops the locks that SQLite holds on it in this process.
    with disk_trouble_told():
        for path in (folder.database, folder.keys):
            path.open("rb+").close()


def _warnings(folder: Path, key_file: KeyFile, data_key: DataKey) -> Iterator[WorkbenchError]:
    service = sync_folder_name(folder)
    if service is not None:
        yield WorkbenchError(_IN_SYNC_FOLDER, service=service)
    bad = key_file.bad_slots(data_key)
    if SlotKind.PASSPHRASE in bad:
        yield WorkbenchError(_NO_PASSPHRASE_SLOT)
    if SlotKind.RECOVERY in bad:
        yield WorkbenchError(_NO_RECOVERY_SLOT)
