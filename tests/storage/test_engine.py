import gc
import os
import re
import secrets
import signal
import sqlite3
import struct
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lob_workbench.domain.errors import (
    DiskFull,
    NotFound,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookReadOnly,
)
from lob_workbench.storage import engine as engine_module
from lob_workbench.storage.engine import (
    READ_ONLY,
    WorkbookClosed,
    bare_connection,
    database_problems,
    dispose_engine,
    workbook_engine,
)

ROOT = Path(__file__).resolve().parents[2]
MARKER = "ZZGEHEIMEWOORDEN"


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def engine(tmp_path: Path, key: bytes) -> Iterator[Engine]:
    engine = workbook_engine(tmp_path / "a.db", key, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT")
        connection.exec_driver_sql(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL,"
            " parent INTEGER REFERENCES parent) STRICT"
        )
    yield engine
    dispose_engine(engine)


def write(engine: Engine, body: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": body})


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM note")).scalar_one())


def test_every_connection_has_the_settings(engine: Engine) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "busy_timeout": 10_000,
        "cipher_log_level": "NONE",
        "cipher_memory_security": "0",
    }
    with engine.connect() as first, bare_connection(engine) as second:
        for name, value in expected.items():
            assert first.exec_driver_sql(f"PRAGMA {name}").scalar() == value, name
            assert second.execute(f"PRAGMA {name}").fetchone() == (value,), name


def test_nothing_readable_reaches_the_disk(engine: Engine, tmp_path: Path) -> None:
    write(engine, MARKER * 50)
    for path in tmp_path.iterdir():
        raw = path.read_bytes()
        assert MARKER.encode() not in raw, path.name
        assert not raw.startswith(b"SQLite format 3"), path.name


def test_the_wrong_key_a_missing_and_an_empty_file_are_refused(
    engine: Engine, tmp_path: Path, key: bytes
) -> None:
    write(engine, "x")
    with pytest.raises(WorkbookDamaged, match="sleutelbestand"):
        workbook_engine(tmp_path / "a.db", secrets.token_bytes(32))
    with pytest.raises(NotFound):
        workbook_engine(tmp_path / "none.db", key)
    # SQLite takes a file of one byte for an empty one too.
    for size in (1, 0):
        (tmp_path / "empty.db").write_bytes(b"x" * size)
        with pytest.raises(WorkbookDamaged):
            workbook_engine(tmp_path / "empty.db", key)
    assert not (tmp_path / "none.db").exists()
    assert (tmp_path / "empty.db").stat().st_size == 0
    with pytest.raises(ValueError):
        workbook_engine(tmp_path / "a.db", b"short")
    assert count(engine) == 1


def test_a_plain_database_is_no_workbook(tmp_path: Path, key: bytes) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE t (a)")
    plain.close()
    for create in (False, True):
        with pytest.raises(WorkbookDamaged, match="niet versleuteld"):
            workbook_engine(tmp_path / "plain.db", key, create=create)


def test_an_unencrypted_new_file_would_be_noticed(
    tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_key(path: Path, _key: bytes, _mode: str) -> sqlite3.Connection:
        from sqlcipher3 import dbapi2

        return dbapi2.connect(str(path), isolation_level=None)  # type: ignore[no-any-return]

    monkeypatch.setattr(engine_module, "open_encrypted", without_key)
    with pytest.raises(WorkbookDamaged, match="niet versleuteld"):
        workbook_engine(tmp_path / "plain.db", key, create=True)


def test_a_file_that_vanished_is_not_made_anew(tmp_path: Path, key: bytes) -> None:
    engine = workbook_engine(tmp_path / "b.db", key, create=True)
    engine.dispose()
    (tmp_path / "b.db").unlink()
    with pytest.raises(NotFound):
        engine.connect()
    assert not (tmp_path / "b.db").exists()
    dispose_engine(engine)


def test_transactions_roll_back_whole_also_tables_and_savepoints(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE extra (a INTEGER) STRICT")
        connection.execute(text("INSERT INTO note (body) VALUES ('x')"))
        connection.rollback()
    with engine.begin() as connection:
        inner = connection.begin_nested()
        connection.execute(text("INSERT INTO note (body) VALUES ('y')"))
        inner.rollback()
        assert connection.execute(text("SELECT count(*) FROM note")).scalar() == 0
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 2


def test_a_writer_waits_at_the_start_and_a_reader_not_at_all(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with engine.begin() as writer:
        writer.execute(text("INSERT INTO note (body) VALUES ('x')"))
        with engine.connect().execution_options(**{READ_ONLY: True}) as reader:
            assert reader.execute(text("SELECT count(*) FROM note")).scalar() == 0
        with bare_connection(engine) as impatient:
            impatient.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(WorkbookBusy), engine.connect() as second:
            second.execute(text("SELECT 1"))
    with bare_connection(engine) as connection:
        connection.execute("PRAGMA busy_timeout = 10000")


def test_a_read_only_engine_reads_and_does_not_write(
    engine: Engine, tmp_path: Path, key: bytes
) -> None:
    write(engine, "x")
    reader = workbook_engine(tmp_path / "a.db", key, read_only=True)
    assert count(reader) == 1
    with pytest.raises(WorkbookReadOnly):
        write(reader, "y")
    dispose_engine(reader)


def test_a_full_disk_is_told_loses_nothing_and_ends(engine: Engine) -> None:
    write(engine, "kept")
    with bare_connection(engine) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        write(engine, "x" * 100_000)
    with pytest.raises(DiskFull), Session(engine) as session:
        session.execute(text("INSERT INTO note (body) VALUES (:b)"), {"b": "x" * 100_000})
    assert count(engine) == 1
    with bare_connection(engine) as connection:
        connection.execute("PRAGMA max_page_count = 100000")
        assert database_problems(connection) == []
    write(engine, "x" * 100_000)


def test_errors_of_sql_show_no_values_and_other_errors_stay(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO note (body, parent) VALUES (:body, 7)"), {"body": MARKER}
        )
    assert MARKER not in str(caught.value)


def test_a_disposed_engine_is_shut_for_good(engine: Engine) -> None:
    held = engine.connect()
    held.execute(text("SELECT 1"))
    dispose_engine(engine)
    dispose_engine(engine)
    with pytest.raises(WorkbookClosed):
        engine.connect()
    with pytest.raises(Exception, match="closed"):
        held.execute(text("SELECT 1"))
    held.close()


def test_disposal_interrupts_a_long_statement(engine: Engine) -> None:
    ended: list[str] = []

    def count_for_ever() -> None:
        with pytest.raises(Exception) as caught, engine.connect() as connection:
            connection.exec_driver_sql(
                "WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r)"
                " SELECT count(*) FROM r"
            )
        ended.append(str(caught.value))

    worker = threading.Thread(target=count_for_ever)
    worker.start()
    time.sleep(0.2)
    dispose_engine(engine)
    worker.join(5)
    assert len(ended) == 1


def test_after_disposal_nothing_holds_engine_or_key(tmp_path: Path) -> None:
    secret = secrets.token_bytes(32)
    engine = workbook_engine(tmp_path / "a.db", secret, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a INTEGER) STRICT")
    prints = {sha256(secret).digest(), sha256(secret.hex().encode()).digest()}
    del secret
    assert reachable(prints), "the search itself must work"
    dispose_engine(engine)
    trace = weakref.ref(engine)
    del engine, connection
    gc.collect()
    assert trace() is None
    assert reachable(prints) == []


HOLDING = """
import gc, secrets, sys
from pathlib import Path
from lob_workbench.storage.engine import dispose_engine, workbook_engine
key = bytearray(secrets.token_bytes(32))
engine = workbook_engine(Path(sys.argv[1]), bytes(key), create=True)
with engine.begin() as connection:
    connection.exec_driver_sql("CREATE TABLE t (a)")
dispose_engine(engine)
del engine, connection
gc.collect()
# Turned around, so that the answer is not found for the key.
print(*(255 - byte for byte in key), flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="memory is read through /proc")
def test_after_disposal_the_key_stands_nowhere_in_memory_as_text(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path / "a.db")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        key = bytes(255 - int(number) for number in holder.stdout.readline().split())
        assert len(key) == 32
        found, seen = 0, 0
        with open(f"/proc/{holder.pid}/mem", "rb", buffering=0) as memory:
            for line in Path(f"/proc/{holder.pid}/maps").read_text().splitlines():
                span, rights, *rest = line.split()
                if not rights.startswith("rw") or rest[-1].startswith("[v"):
                    continue
                start, end = (int(place, 16) for place in span.split("-"))
                with suppress(OSError):
                    memory.seek(start)
                    content = memory.read(end - start)
                    seen += len(content)
                    found += content.count(key.hex().encode())
        holder.stdin.close()
    assert seen > 10_000_000
    assert found == 0


def test_connections_that_the_pool_closed_are_forgotten(engine: Engine) -> None:
    door = engine_module._doors[engine]
    borrowed = [engine.connect() for _ in range(8)]
    assert len(door._open) == 8
    for connection in borrowed:
        connection.close()
    assert len(door._open) == 5


def test_damage_is_found(engine: Engine, tmp_path: Path, key: bytes) -> None:
    for _ in range(40):
        write(engine, "woord " * 200)
    with bare_connection(engine) as connection:
        assert database_problems(connection) == []
    dispose_engine(engine)
    good = (tmp_path / "a.db").read_bytes()
    chance = Random(3)
    for number in range(40):
        bad = bytearray(good)
        if number % 4 == 0:
            del bad[len(bad) // 2 // 4096 * 4096 :]
        else:
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        path = tmp_path / f"bad{number}.db"
        path.write_bytes(bad)
        try:
            damaged = workbook_engine(path, key)
        except WorkbookDamaged:
            continue
        with bare_connection(damaged) as connection:
            assert database_problems(connection), number
        dispose_engine(damaged)


def test_a_cut_or_torn_log_gives_all_up_to_the_cut(
    engine: Engine, tmp_path: Path, key: bytes
) -> None:
    with bare_connection(engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    for number in range(30):
        write(engine, f"{number} " * 300)
    database, log = (tmp_path / "a.db").read_bytes(), (tmp_path / "a.db-wal").read_bytes()
    chance = Random(5)
    for number in range(20):
        path = tmp_path / f"cut{number}.db"
        path.write_bytes(database)
        tail = chance.randbytes(chance.randrange(5_000)) if number % 2 else b""
        Path(f"{path}-wal").write_bytes(log[: chance.randrange(len(log))] + tail)
        cut = workbook_engine(path, key)
        with cut.connect() as connection:
            ids = connection.execute(text("SELECT id FROM note ORDER BY id")).scalars().all()
        assert ids == list(range(1, len(ids) + 1))
        dispose_engine(cut)


# `tests/test_kill.py` does so in each run, with whole talks.
@pytest.mark.soak
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_twenty_kills_in_commits_lose_nothing_acknowledged(
    engine: Engine, tmp_path: Path, key: bytes
) -> None:
    acknowledged, lost, bad = _run("killed_writers", tmp_path / "a.db", key, 20)
    assert acknowledged >= 20
    assert (lost, bad) == (0, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_processes_that_add_up_lose_no_addition(
    engine: Engine, tmp_path: Path, key: bytes
) -> None:
    write(engine, "0")
    assert _run("adding_processes", tmp_path / "a.db", key, 100) == [0]
    with engine.connect() as connection:
        assert connection.execute(text("SELECT body FROM note")).scalar() == "200"


def reachable(prints: set[bytes]) -> list[type]:
    """Types of the containers that hold, as bytes or in hexadecimal, what has these prints."""
    found = []
    for holder in gc.get_objects():
        for held in gc.get_referents(holder):
            if isinstance(held, bytes | bytearray) and len(held) in (32, 64):
                parts = [bytes(held)]
            elif isinstance(held, str) and 64 <= len(held) < 500:
                parts = [match.encode() for match in re.findall(r"[0-9a-f]{64}", held)]
            else:
                continue
            found += [type(holder) for part in parts if sha256(part).digest() in prints]
    return found


# In a process of their own, which forks: a process with Qt and threads must not.


def _run(what: str, path: Path, key: bytes, times: int) -> list[int]:
    program = f"import sys; from {__name__} import {what}; {what}(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", program, str(path), key.hex(), str(times)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [int(number) for number in done.stdout.split()]


def killed_writers(path: str, key: str, times: str) -> None:
    """Fork writers, kill each in the middle; print commits acknowledged, lost, and bad checks."""
    chance, acknowledged, lost, bad = Random(7), 0, 0, 0
    for _ in range(int(times)):
        ours, theirs = os.pipe()
        writer = os.fork()
        if writer == 0:
            _write_for_ever(Path(path), bytes.fromhex(key), theirs)
        os.close(theirs)
        said = os.read(ours, 8)
        time.sleep(chance.uniform(0.0, 0.08))
        os.kill(writer, signal.SIGKILL)
        while more := os.read(ours, 65_536):
            said += more
        os.waitpid(writer, 0)
        os.close(ours)
        numbers = [number for (number,) in struct.iter_unpack(">q", said[: len(said) // 8 * 8])]
        acknowledged += len(numbers)
        engine = workbook_engine(Path(path), bytes.fromhex(key))
        with engine.connect() as connection:
            there = set(connection.execute(text("SELECT id FROM note")).scalars())
        lost += len(set(numbers) - there)
        with bare_connection(engine) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            bad += bool(database_problems(connection))
        dispose_engine(engine)
    print(acknowledged, lost, bad)


def _write_for_ever(path: Path, key: bytes, acknowledge: int) -> None:
    engine, chance = workbook_engine(path, key), Random(os.getpid())
    while True:
        with engine.begin() as connection:
            body = "woord " * chance.randrange(10, 400)
            number = connection.execute(
                text("INSERT INTO note (body) VALUES (:body) RETURNING id"), {"body": body}
            ).scalar_one()
        os.write(acknowledge, struct.pack(">q", number))


def adding_processes(path: str, key: str, times: str) -> None:
    """Two processes add one to the same number; prints how many of them failed."""
    children = []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            failed = 1
            try:
                engine = workbook_engine(Path(path), bytes.fromhex(key))
                for _ in range(int(times)):
                    with engine.begin() as connection:
                        body = connection.execute(text("SELECT body FROM note")).scalar_one()
                        connection.execute(
                            text("UPDATE note SET body = :b"), {"b": str(int(body) + 1)}
                        )
                failed = 0
            finally:
                os._exit(failed)
        children.append(child)
    print(sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0 for child in children))
