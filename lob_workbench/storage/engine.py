"""The engine on an encrypted workbook (SQLCipher); ``storage.server`` has the one on a school's.

What SQLite and SQLCipher report in their own words leaves here as a `WorkbenchError`.
"""

import ctypes
import hashlib
import hmac
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from lob_workbench.domain.errors import (
    DiskFull,
    DiskGone,
    NotFound,
    WorkbenchError,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookReadOnly,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import is_full

READ_ONLY = "lob_read_only"
"""Execution option of a connection that only reads: it does not wait for the writer."""

_BUSY_SECONDS = 10.0
_PATIENCE_SECONDS = 0.5
_PLAIN_HEADER = b"SQLite format 3"
_LEAST_BYTES = 512

_PLAIN = QT_TRANSLATE_NOOP(
    "errors", "Dit bestand is niet versleuteld en dus geen werkboek. Kies een andere map."
)
_OTHER_KEY = QT_TRANSLATE_NOOP(
    "errors",
    "Dit werkboek is beschadigd, of het sleutelbestand hoort bij een ander werkboek. "
    "Zet de laatste reservekopie terug.",
)
_WAITED = QT_TRANSLATE_NOOP(
    "errors", "Het werkboek is even bezig. Wacht een moment en probeer het opnieuw."
)
_CLOSED = QT_TRANSLATE_NOOP("errors", "Het werkboek is vergrendeld. Ontgrendel het eerst.")

_PAGES_CHANGED = QT_TRANSLATE_NOOP(
    "problems", "Een deel van het bestand is veranderd of beschadigd."
)
_NOT_WHOLE = QT_TRANSLATE_NOOP("problems", "Het bestand is niet heel.")
_LOOSE_ENDS = QT_TRANSLATE_NOOP("problems", "Er zijn gegevens die bij niets meer horen.")
_UNREADABLE = QT_TRANSLATE_NOOP("problems", "Het bestand is niet te lezen.")

# By primary result code (the low byte), https://sqlite.org/rescode.html
_TOLD: dict[int, tuple[type[WorkbenchError], str | None]] = {
    sqlite3.SQLITE_FULL: (DiskFull, None),
    sqlite3.SQLITE_READONLY: (WorkbookReadOnly, None),
    sqlite3.SQLITE_PERM: (WorkbookReadOnly, None),
    sqlite3.SQLITE_BUSY: (WorkbookBusy, _WAITED),
    sqlite3.SQLITE_LOCKED: (WorkbookBusy, _WAITED),
    sqlite3.SQLITE_CORRUPT: (WorkbookDamaged, None),
    sqlite3.SQLITE_NOTADB: (WorkbookDamaged, _OTHER_KEY),
    sqlite3.SQLITE_IOERR: (DiskGone, None),
    sqlite3.SQLITE_CANTOPEN: (DiskGone, None),
}


class WorkbookClosed(WorkbenchError):
    """The workbook was locked or closed while something still wanted to use it."""

    message = _CLOSED


# The backup call gives the sentence of sqlite3_errstr and no code.
_CODES = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "database is locked": sqlite3.SQLITE_BUSY,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
}

_doors: WeakKeyDictionary[Engine, "_Door"] = WeakKeyDictionary()


def workbook_engine(
    path: Path, key: bytes, *, create: bool = False, read_only: bool = False
) -> Engine:
    """An engine on the SQLCipher file ``path`` with the raw 32-byte ``key``, proven to fit.

    Every transaction begins with ``BEGIN IMMEDIATE`` (two writers queue, neither fails halfway),
    save those of ``read_only`` engines and of connections with the option ``READ_ONLY``. A missing
    file is never made unless ``create`` is set. End with :func:`dispose_engine`.

    Raises NotFound, WorkbookDamaged (also for a key that does not fit, and for a file that is not
    encrypted), WorkbookBusy, WorkbookReadOnly, DiskFull.
    """
    door = _Door(path, key, create=create, read_only=read_only)
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=door.connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    _doors[engine] = door
    event.listen(engine, "close", door.forget)
    event.listen(engine, "handle_error", _tell)
    event.listen(engine, "begin", _begin_reading if read_only else _begin_writing)
    try:
        # Never while a connection is open: closing a file drops the locks that SQLite holds on it.
        _refuse_plain(path)
        engine.connect().close()
        if create:
            engine.dispose()
            _refuse_plain(path)
    except BaseException:
        dispose_engine(engine)
        raise
    return engine


def dispose_engine(engine: Engine) -> None:
    """Close every connection of the engine, also those in use, and overwrite its key.

    Afterwards the engine refuses to connect. Harmless when done twice. Stop running jobs first: a
    statement under way is interrupted.
    """
    door = _doors.pop(engine, None)
    if door is not None:
        door.shut()
        # Closing a connection under a running statement is not safe: give it time to stop.
        until = time.monotonic() + _PATIENCE_SECONDS
        while engine.pool.checkedout() and time.monotonic() < until:  # type: ignore[attr-defined]
            time.sleep(0.01)
        door.close()
    engine.dispose()


def seal_key(engine: Engine) -> bytes:
    """The key of the audit log's seals, which stands nowhere in the file. Raises WorkbookClosed."""
    door = _doors.get(engine)
    if door is None:
        raise WorkbookClosed()
    return door.seal_key()


def open_encrypted(path: Path, key: bytes | bytearray, mode: str) -> Any:
    """A bare SQLCipher connection in autocommit; ``mode`` is SQLite's "ro", "rw" or "rwc".

    The key is set but not yet proven: that takes a first read. Raises the driver's errors.
    """
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _set_key(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_key(connection: Any, key: bytes | bytearray) -> None:
    """Give the key, and leave no readable copy of it in memory that is merely freed."""
    digits = key.hex()
    spelled = f"""PRAGMA key = "x'{digits}'\""""
    try:
        # Not `execute`: that keeps statement and text until the connection closes.
        connection.executescript(spelled)
        # As long as the other, so it takes the place where SQLite had that one.
        connection.executescript(f"SELECT '{'0' * (len(spelled) - 9)}'")
    finally:
        _overwrite(digits)
        _overwrite(spelled)


def _overwrite(text: str) -> None:
    """Write zeros over a plain ASCII text that nobody else holds; in CPython only."""
    if sys.implementation.name == "cpython":
        start = id(text) + sys.getsizeof(text) - len(text) - 1
        ctypes.memset(start, 0, len(text))


def told(error: BaseException) -> WorkbenchError | None:
    """The sentence for an error of SQLite or SQLCipher; None when it is not about the disk."""
    if not isinstance(error, dbapi2.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None) or _CODES.get(str(error))
    if code is None:
        return None
    kind, message = _TOLD.get(code & 0xFF, (None, None))
    return None if kind is None else kind(message)


def _told_of(path: Path, error: BaseException) -> WorkbenchError | None:
    """As :func:`told`; SQLite does not say that the files beside a database have no room."""
    sentence = told(error)
    return DiskFull() if isinstance(sentence, DiskGone) and is_full(path) else sentence


class _Door:
    """Opens connections as long as it holds the key."""

    def __init__(self, path: Path, key: bytes, *, create: bool, read_only: bool) -> None:
        if len(key) != 32:
            raise ValueError("a database key has 32 bytes")
        self._path = path
        self._key = bytearray(key)
        # One step of HKDF (RFC 5869): the database key is random already.
        self._seal = bytearray(hmac.digest(key, b"lob-workbench audit\x01", hashlib.sha256))
        self._mode = "ro" if read_only else "rwc" if create else "rw"
        self._read_only = read_only
        self._open: list[Any] = []
        self._guard = threading.Lock()

    def connect(self) -> Any:
        with self._guard:
            if not self._key:
                raise WorkbookClosed()
            if self._mode != "rwc":
                self._refuse_missing()
            try:
                connection = self._prepared()
            except dbapi2.Error as error:
                # Not chained: the frames of the original error hold the key as text.
                raise _told_of(self._path, error) or error from None
            self._mode = "rw" if self._mode == "rwc" else self._mode
            self._open.append(connection)
            return connection

    def _refuse_missing(self) -> None:
        if not self._path.is_file():
            raise NotFound()
        # Any key fits an empty file, and it would pass for a new workbook; so would a few bytes.
        if self._path.stat().st_size < _LEAST_BYTES:
            raise WorkbookDamaged()

    def seal_key(self) -> bytes:
        """The key of the seals, as long as the door is open."""
        if not self._seal:
            raise WorkbookClosed()
        return bytes(self._seal)

    def forget(self, connection: Any, _record: object) -> None:
        """Drop a connection that the pool closed by itself."""
        with self._guard:
            self._open = [other for other in self._open if other is not connection]

    def _prepared(self) -> Any:
        connection = open_encrypted(self._path, self._key, self._mode)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            settings = ["foreign_keys = ON", "temp_store = MEMORY", "trusted_schema = OFF"]
            settings += ["cell_size_check = ON", "secure_delete = ON"]
            if not self._read_only:
                settings += ["journal_mode = WAL", "synchronous = FULL"]
            for setting in settings:
                connection.execute(f"PRAGMA {setting}").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def shut(self) -> None:
        """Overwrite the key and interrupt what runs."""
        with self._guard:
            for key in (self._key, self._seal):
                key[:] = bytes(len(key))
                key.clear()
            for connection in self._open:
                with suppress(dbapi2.Error):
                    connection.interrupt()

    def close(self) -> None:
        """Close every connection that is still open."""
        with self._guard:
            still_open, self._open = self._open, []
        for connection in still_open:
            with suppress(dbapi2.Error):
                connection.close()


def _refuse_plain(path: Path) -> None:
    with suppress(FileNotFoundError), path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise WorkbookDamaged(_PLAIN)


def _begin_writing(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READ_ONLY)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _tell(context: ExceptionContext) -> None:
    sentence = told(context.original_exception)
    if sentence is not None:
        raise sentence from context.original_exception


@contextmanager
def bare_connection(engine: Engine) -> Iterator[Any]:
    """A SQLCipher connection of the workbook outside any transaction, for upkeep."""
    borrowed = engine.raw_connection()
    try:
        yield borrowed.driver_connection
    finally:
        borrowed.close()


def database_problems(connection: Any) -> list[str]:
    """What is wrong with the file behind a bare connection, in Dutch; empty when it is whole.

    SQLCipher's page check misses a file that was cut off and SQLite's misses a page that was
    changed, so both run, and the references between records after them.
    """
    try:
        problems = []
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            problems.append(_PAGES_CHANGED)
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            problems.append(_NOT_WHOLE)
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            problems.append(_LOOSE_ENDS)
        return problems
    except dbapi2.Error:
        return [_UNREADABLE]


@contextmanager
def database_trouble_told(path: Path) -> Iterator[None]:
    """Turn what the driver of a bare connection raises into a `WorkbenchError` where one fits.

    ``path`` is what is written.
    """
    try:
        yield
    except dbapi2.Error as trouble:
        raise _told_of(path, trouble) or trouble from trouble
