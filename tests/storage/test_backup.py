import errno
import gc
import hashlib
import io
import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Literal

import pytest
from sqlalchemy import text

from lob_workbench.domain.errors import (
    BackupDamaged,
    DiskFull,
    InputRefused,
    NotFound,
    RecoveryCodeMistyped,
    WorkbookDamaged,
    WorkbookNewer,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.storage import backup as backup_module
from lob_workbench.storage.backup import (
    Backup,
    BackupReason,
    list_backups,
    make_backup,
    restore_backup,
    rotate_backups,
    verify_backup,
)
from lob_workbench.storage.backup_file import BackupFile, Manifest, write_backup_file
from lob_workbench.storage.engine import bare_connection, open_encrypted
from lob_workbench.storage.keys import DataKey, KdfCost, new_recovery_code
from lob_workbench.storage.workbook import Workbook

ROOT = Path(__file__).resolve().parents[2]
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
NOW = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
MARKER = "ZZGEHEIMEWOORDEN"
TABLES = {"student": 40, "talk": 400, "odd": 3}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workbook with students, talks, a search index and odd values, to copy."""
    folder = tmp_path_factory.mktemp("made") / "werkboek"
    workbook = Workbook.create(folder, PASSPHRASE, CODE, cost=CHEAP)
    with workbook, workbook.engine.begin() as connection:
        for statement in (
            "CREATE TABLE student (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
            "CREATE TABLE talk (id TEXT PRIMARY KEY, student INTEGER NOT NULL REFERENCES student,"
            " body TEXT NOT NULL) STRICT, WITHOUT ROWID",
            'CREATE TABLE odd (a ANY, "b""c" BLOB) STRICT',
            "INSERT INTO odd VALUES (1.5, x'00ff'), (CAST(x'ff41' AS TEXT), NULL), ('a', x'')",
            "CREATE VIRTUAL TABLE found USING fts5(body)",
        ):
            connection.exec_driver_sql(statement)
        connection.execute(
            text("INSERT INTO student VALUES (:n, :name)"),
            [{"n": number, "name": f"{MARKER} {number}"} for number in range(40)],
        )
        connection.execute(
            text("INSERT INTO talk VALUES (:id, :n, :body)"),
            [
                {"id": f"t{n:05}", "n": n % 40, "body": f"{MARKER} gesprek {n} " * 40}
                for n in range(400)
            ],
        )
        connection.exec_driver_sql("INSERT INTO found SELECT body FROM talk")
    return folder


@pytest.fixture
def workbook(made: Path, tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.open(shutil.copytree(made, tmp_path / "werkboek"), recovery_code=CODE) as opened:
        yield opened


@pytest.fixture
def backup(workbook: Workbook) -> Backup:
    return make_backup(workbook, NOW, BackupReason.MANUAL)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def execute(workbook: Workbook, statement: str) -> None:
    with workbook.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_a_backup_is_one_good_encrypted_file(workbook: Workbook, backup: Backup) -> None:
    assert names(workbook.folder.backups) == ["werkboek-20261122T101530Z.lobkopie"]
    assert (backup.made_at, backup.reason, backup.tables) == (NOW, BackupReason.MANUAL, TABLES)
    assert verify_backup(backup.path, workbook.data_key) == []
    raw = backup.path.read_bytes()
    for readable in (MARKER, "SQLite format 3", "student", "gesprek"):
        assert readable.encode() not in raw
    with zipfile.ZipFile(backup.path) as archive:
        assert archive.namelist() == ["manifest.json", "keys.json", "workbook.db"]
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        database = workbook.folder.database.read_bytes()
        assert archive.read("workbook.db")[:16] != database[:16]


def test_backups_are_listed_newest_first_and_only_ones_own(
    workbook: Workbook, backup: Backup, tmp_path: Path
) -> None:
    later = make_backup(workbook, NOW + timedelta(days=1), BackupReason.CLOSE)
    same_second = make_backup(workbook, NOW + timedelta(days=1), BackupReason.IMPORT)
    folder = workbook.folder.backups
    (folder / "kapot.lobkopie").write_bytes(b"PK")
    (folder / "brief.txt").write_text("van mij")
    foreign = tmp_path / "ander"
    with Workbook.create(foreign, PASSPHRASE, CODE, cost=CHEAP) as other:
        make_backup(other, NOW, BackupReason.MANUAL, folder)
    own = [same_second.path, later.path, backup.path]
    assert [found.path for found in list_backups(folder, workbook.data_key)] == own
    assert len(list_backups(folder)) == 4
    assert {found.tables is None for found in list_backups(folder)} == {True}
    assert list_backups(tmp_path / "nergens") == []


@pytest.mark.parametrize("secret", ["passphrase", "recovery_code"])
def test_a_restored_workbook_is_the_same_with_either_secret(
    workbook: Workbook, backup: Backup, tmp_path: Path, secret: str
) -> None:
    target = tmp_path / "terug"
    restore_backup(backup.path, target, **{secret: PASSPHRASE if secret == "passphrase" else CODE})
    with Workbook.open(target, passphrase=PASSPHRASE) as restored:
        assert restored.verify() == []
        assert restored.data_key.subkey("drafts") == workbook.data_key.subkey("drafts")
        assert make_backup(restored, NOW, BackupReason.MANUAL).tables == TABLES
        for statement in ("SELECT * FROM talk", "SELECT count(*) FROM found('gesprek')"):
            with restored.engine.connect() as there, workbook.engine.connect() as here:
                assert (
                    there.exec_driver_sql(statement).all() == here.exec_driver_sql(statement).all()
                )
    assert names(tmp_path) == ["terug", "werkboek"]
    assert ".copy.part" not in names(target)


def test_a_backup_opens_with_the_secrets_of_its_day(
    workbook: Workbook, backup: Backup, tmp_path: Path
) -> None:
    code = new_recovery_code()
    workbook.replace_recovery(code)
    newer = make_backup(workbook, NOW + timedelta(hours=1), BackupReason.MANUAL)
    restore_backup(backup.path, tmp_path / "a", recovery_code=CODE)
    restore_backup(newer.path, tmp_path / "b", recovery_code=code)
    with pytest.raises(WrongRecoveryCode):
        restore_backup(newer.path, tmp_path / "c", recovery_code=CODE)


def test_refused_restores_leave_nothing(backup: Backup, tmp_path: Path) -> None:
    before = names(tmp_path)
    with pytest.raises(WrongPassphrase):
        restore_backup(backup.path, tmp_path / "terug", passphrase="niet deze paarden")
    with pytest.raises(RecoveryCodeMistyped):
        restore_backup(backup.path, tmp_path / "terug", recovery_code=CODE[1:])
    with pytest.raises(TypeError):
        restore_backup(backup.path, tmp_path / "terug")
    with pytest.raises(NotFound):
        restore_backup(tmp_path / "nergens.lobkopie", tmp_path / "terug", recovery_code=CODE)
    with pytest.raises(InputRefused):
        restore_backup(backup.path, tmp_path / "werkboek", recovery_code=CODE)
    assert names(tmp_path) == before


def test_what_others_write_meanwhile_does_not_hold_up_or_split_a_backup(
    workbook: Workbook,
) -> None:
    stop = threading.Event()
    written: list[int] = []

    def keep_writing() -> None:
        while not stop.is_set():
            execute(
                workbook, f"INSERT INTO talk VALUES ('x{len(written):05}', 1, '{'woord ' * 50}')"
            )
            written.append(1)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    made = [make_backup(workbook, NOW + timedelta(seconds=n), BackupReason.DAILY) for n in range(4)]
    stop.set()
    writer.join()
    assert written
    for backup in made:
        assert not backup.path.exists() or verify_backup(backup.path, workbook.data_key) == []
    assert made[-1].path.exists()


# Damage


def test_two_that_are_made_at_the_same_moment_are_both_good(workbook: Workbook) -> None:
    # The copy of the day has a worker of its own: it may begin while an import makes one too.
    start = threading.Barrier(2)

    def make(reason: BackupReason) -> Backup:
        start.wait(10)
        return make_backup(workbook, NOW, reason)

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(make, (BackupReason.DAILY, BackupReason.IMPORT)))
    assert len({one.path for one in made}) == 2
    for one in made:
        assert verify_backup(one.path, workbook.data_key) == []
    assert [path for path in names(workbook.folder.backups) if path.endswith(".part")] == []


def test_damaged_backups_are_all_found(workbook: Workbook, backup: Backup, tmp_path: Path) -> None:
    good, chance = backup.path.read_bytes(), Random(5)
    manifest_at, keys_at, database_at = (good.index(name) for name in _entries(good))
    directory_at = good.rindex(b"PK\x01\x02", 0, good.rindex(b"PK\x01\x02"))
    directory_at = good.rindex(b"PK\x01\x02", 0, directory_at)
    path = tmp_path / "kapot.lobkopie"
    for number in range(60):
        bad = bytearray(good)
        match number % 6:
            case 0:
                del bad[chance.randrange(len(bad)) :]
            case 1:
                place = chance.randrange(database_at, directory_at - 512)
                bad[place : place + 512] = bytes(512)
            case 2:
                bad[chance.randrange(database_at, directory_at)] ^= 1 << chance.randrange(8)
            case 3:
                bad += b"x" * chance.randrange(1, 9000)
            case 4:
                bad[:0] = b"x" * chance.randrange(1, 9000)
            case 5:
                place = chance.randrange(manifest_at, database_at - 100)
                if keys_at - 80 < place < keys_at:
                    place = manifest_at
                bad[place] ^= 1 << chance.randrange(8)
        path.write_bytes(bad)
        assert verify_backup(path, workbook.data_key), number


def test_a_changed_copy_with_a_checksum_to_match_is_found(
    workbook: Workbook, backup: Backup, tmp_path: Path
) -> None:
    with BackupFile.opened(backup.path) as opened:
        copy, keys, manifest = tmp_path / "copy", opened.keys, opened.manifest
        opened.copy_database(copy)
    raw = bytearray(copy.read_bytes())
    raw[5000] ^= 1
    copy.write_bytes(raw)
    fields = {name: getattr(manifest, name) for name in Manifest.__slots__}
    forged = Manifest(**(fields | {"sha256": hashlib.sha256(raw).hexdigest()}))
    path = tmp_path / "vals.lobkopie"
    write_backup_file(path, forged, keys, copy)
    assert verify_backup(path, workbook.data_key)
    with pytest.raises(BackupDamaged):
        restore_backup(path, tmp_path / "terug", recovery_code=CODE)
    # Even with a manifest sealed anew: the page itself is authenticated.
    write_backup_file(
        path, forged.seal(manifest.tables(workbook.data_key), workbook.data_key), keys, copy
    )
    assert verify_backup(path, workbook.data_key)
    with pytest.raises(BackupDamaged):
        restore_backup(path, tmp_path / "terug", recovery_code=CODE)
    assert not (tmp_path / "terug").exists()


def test_damage_on_any_page_is_found_by_the_database_itself(
    workbook: Workbook, backup: Backup, tmp_path: Path
) -> None:
    with BackupFile.opened(backup.path) as opened:
        copy, keys, manifest = tmp_path / "copy", opened.keys, opened.manifest
        opened.copy_database(copy)
    good, tables = copy.read_bytes(), manifest.tables(workbook.data_key)
    fields = {name: getattr(manifest, name) for name in Manifest.__slots__}
    for page in Random(4).sample(range(len(good) // 4096), 25):
        raw = bytearray(good)
        raw[page * 4096 + 50] ^= 1
        copy.write_bytes(raw)
        changed = Manifest(**(fields | {"sha256": hashlib.sha256(raw).hexdigest()}))
        path = tmp_path / "vals.lobkopie"
        write_backup_file(path, changed.seal(tables, workbook.data_key), keys, copy)
        assert verify_backup(path, workbook.data_key), page


def test_another_content_than_promised_is_found(
    workbook: Workbook, backup: Backup, tmp_path: Path
) -> None:
    with BackupFile.opened(backup.path) as opened:
        copy, keys, manifest = tmp_path / "copy", opened.keys, opened.manifest
        opened.copy_database(copy)
    tables = manifest.tables(workbook.data_key)
    tables["talk"] = (tables["talk"][0], "0" * 64)
    path = tmp_path / "vals.lobkopie"
    write_backup_file(path, manifest.seal(tables, workbook.data_key), keys, copy)
    assert verify_backup(path, workbook.data_key) == [
        "De inhoud is anders dan toen de reservekopie werd gemaakt."
    ]
    with pytest.raises(BackupDamaged):
        restore_backup(path, tmp_path / "terug", recovery_code=CODE)


@pytest.mark.parametrize(
    "change",
    [
        {"made_at": "2030-01-01T00:00:00+00:00"},
        {"reason": "close"},
        {"reason": "nonsense"},
        {"workbook": "0" * 32},
        {"size": 1},
        {"size": "many"},
        {"sha256": ""},
        {"keys_sha256": "0"},
        {"nonce": ""},
        {"sealed": "zz"},
        {"sealed": "00" * 40},
        {"format": "zip"},
        {"version": None},
        {"made_at": None},
        {"made_at": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_every_field_of_the_manifest_is_authenticated(
    workbook: Workbook, backup: Backup, tmp_path: Path, change: dict[str, object]
) -> None:
    path = _with_entries(backup.path, tmp_path, manifest=change)
    assert verify_backup(path, workbook.data_key)
    assert list_backups(tmp_path, workbook.data_key) == []
    with pytest.raises(BackupDamaged):
        restore_backup(path, tmp_path / "terug", recovery_code=CODE)


def test_a_newer_backup_says_so(workbook: Workbook, backup: Backup, tmp_path: Path) -> None:
    path = _with_entries(backup.path, tmp_path, manifest={"version": 2})
    with pytest.raises(WorkbookNewer):
        restore_backup(path, tmp_path / "terug", recovery_code=CODE)


def test_the_key_of_another_workbook_verifies_nothing(backup: Backup) -> None:
    assert verify_backup(backup.path, DataKey.generate())


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"manifest.json": b"{}"},
        {"manifest.json": b"{}", "keys.json": b"{}", "../workbook.db": b""},
        {"keys.json": b"{}", "manifest.json": b"{}", "workbook.db": b""},
        {"manifest.json": b"{}", "keys.json": b"{}", "workbook.db": b"", "extra": b""},
        {"manifest.json": b"[" * 500_000, "keys.json": b"{}", "workbook.db": b""},
        {"manifest.json": b" " * 1_000_001, "keys.json": b"{}", "workbook.db": b""},
        {"manifest.json": b"{}", "keys.json": b" " * 65_537, "workbook.db": b""},
    ],
)
def test_other_archives_are_no_backups(tmp_path: Path, entries: dict[str, bytes]) -> None:
    path = tmp_path / "vreemd.lobkopie"
    _zip(path, entries)
    assert verify_backup(path, DataKey.generate()) == [BackupDamaged.message]
    assert list_backups(tmp_path) == []


def test_packed_or_doubled_entries_are_no_backup(tmp_path: Path, backup: Backup) -> None:
    with zipfile.ZipFile(backup.path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "ingepakt.lobkopie"
    _zip(path, entries, zipfile.ZIP_DEFLATED)
    assert verify_backup(path, DataKey.generate()) == [BackupDamaged.message]
    _zip(path, entries)
    with pytest.warns(UserWarning, match="Duplicate"):
        _zip(path, {"workbook.db": b""}, mode="a")
    assert verify_backup(path, DataKey.generate()) == [BackupDamaged.message]


@pytest.mark.parametrize("size", [0, 1, 21, 22, 1000])
def test_any_other_file_is_no_backup(tmp_path: Path, size: int) -> None:
    path = tmp_path / "rommel.lobkopie"
    path.write_bytes(Random(size).randbytes(size))
    assert verify_backup(path, DataKey.generate()) == [BackupDamaged.message]


# A backup that does not come about


def test_a_damaged_workbook_is_not_copied_over_good_backups(workbook: Workbook) -> None:
    make_backup(workbook, NOW, BackupReason.DAILY)
    execute(workbook, "UPDATE talk SET body = body || ' nog een zin'")
    with bare_connection(workbook.engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    folder, path = workbook.folder.path, workbook.folder.database
    workbook.close()
    raw = bytearray(path.read_bytes())
    raw[4096 * 20 + 7] ^= 1
    path.write_bytes(raw)
    with (
        Workbook.open(folder, recovery_code=CODE) as damaged,
        pytest.raises((WorkbookDamaged, BackupDamaged)),
    ):
        make_backup(damaged, NOW + timedelta(days=1), BackupReason.DAILY)
    assert names(folder / "backups") == ["werkboek-20261122T101530Z.lobkopie"]


@pytest.mark.parametrize("step", ["write_backup_file", "flush_file", "file_sha256", "_copy_pages"])
def test_a_full_disk_leaves_nothing_half(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    make_backup(workbook, NOW, BackupReason.DAILY)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup_module, step, full)
    with pytest.raises(DiskFull):
        make_backup(workbook, NOW + timedelta(days=1), BackupReason.DAILY)
    assert names(workbook.folder.backups) == ["werkboek-20261122T101530Z.lobkopie"]


def test_a_disk_that_takes_no_more_pages_is_told(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = open_encrypted

    def small(path: Path, key: bytes, mode: str) -> object:
        connection = real(path, key, mode)
        if mode == "rwc":
            connection.execute("PRAGMA max_page_count = 5")
        return connection

    monkeypatch.setattr(backup_module, "open_encrypted", small)
    with pytest.raises(DiskFull):
        make_backup(workbook, NOW, BackupReason.DAILY)
    assert names(workbook.folder.backups) == []
    execute(workbook, "DELETE FROM talk WHERE id = 't00001'")


def test_a_backup_gets_its_name_only_when_it_is_whole(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    opened = BackupFile.opened

    def looking(path: Path) -> object:
        # The last step before the name is given is reading back what was written.
        seen.append([name for name in names(path.parent) if not name.startswith(".")])
        return opened(path)

    monkeypatch.setattr(BackupFile, "opened", looking)
    make_backup(workbook, NOW, BackupReason.DAILY)
    assert seen[0] == []


def test_a_copy_that_is_not_the_source_is_not_kept(
    workbook: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_module, "_count", lambda *_: 7)
    with pytest.raises(WorkbookDamaged, match="niet gelukt"):
        make_backup(workbook, NOW, BackupReason.DAILY)
    assert names(workbook.folder.backups) == []


def test_a_workbook_with_loose_ends_is_not_copied(workbook: Workbook) -> None:
    with bare_connection(workbook.engine) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO talk VALUES ('los', 999, 'woord')")
        connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(WorkbookDamaged, match="niet gelukt"):
        make_backup(workbook, NOW, BackupReason.DAILY)
    assert names(workbook.folder.backups) == []


# Old backups


def test_old_backups_go_by_day_week_and_month(workbook: Workbook, tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    folder.mkdir()
    model = make_backup(workbook, NOW, BackupReason.DAILY).path
    for days in range(400):
        _dated(model, folder, workbook.data_key, NOW - timedelta(days=days))
        if days < 30:
            _dated(model, folder, workbook.data_key, NOW - timedelta(days=days, hours=3))
    (folder / "brief.txt").write_text("van mij")
    (folder / "kapot.lobkopie").write_bytes(b"PK")
    rotate_backups(folder, workbook.data_key)
    left = list_backups(folder, workbook.data_key)
    hours = [int((NOW - backup.made_at).total_seconds()) // 3600 for backup in left]
    assert hours[:5] == [0, 3, 24, 27, 48]
    ages = [hour / 24 for hour in hours[5:]]
    assert ages[:4] == [3, 4, 5, 6]
    # Sunday 22 November 2026: the newest of the three weeks before are Sundays.
    assert ages[4:7] == [7, 14, 21]
    # The newest of the eleven months before are their last days.
    assert ages[7:] == [22, 53, 83, 114, 145, 175, 206, 236, 267, 295, 326]
    assert {"brief.txt", "kapot.lobkopie"} <= set(names(folder))
    assert rotate_backups(folder, workbook.data_key) == []


def test_copies_from_before_a_risk_stay_for_a_week(workbook: Workbook, tmp_path: Path) -> None:
    folder = tmp_path / "kopieen"
    folder.mkdir()
    model = make_backup(workbook, NOW, BackupReason.DAILY).path
    for minutes in range(20):
        moment, reason = NOW + timedelta(minutes=minutes), list(BackupReason)[minutes % 4]
        _dated(model, folder, workbook.data_key, moment, reason)
    rotate_backups(folder, workbook.data_key)
    left = [backup.reason for backup in list_backups(folder, workbook.data_key)]
    assert left.count(BackupReason.IMPORT) == left.count(BackupReason.MIGRATION) == 5
    assert len(left) == 12
    for days in range(7, 12):
        _dated(model, folder, workbook.data_key, NOW + timedelta(days=days, hours=1))
    rotate_backups(folder, workbook.data_key)
    assert len(list_backups(folder, workbook.data_key)) == 6


def test_a_copy_dated_in_the_future_does_not_push_out_the_new_one(
    workbook: Workbook, backup: Backup
) -> None:
    for year in range(2030, 2050):
        later = NOW.replace(year=year)
        _dated(backup.path, workbook.folder.backups, workbook.data_key, later)
    today = make_backup(workbook, NOW + timedelta(hours=1), BackupReason.DAILY)
    assert today.path.exists()
    assert not backup.path.exists()


def test_a_great_loss_keeps_all_old_backups_for_a_month(workbook: Workbook) -> None:
    for minute in range(7):
        make_backup(workbook, NOW + timedelta(minutes=minute), BackupReason.CLOSE)
    assert len(names(workbook.folder.backups)) == 5
    execute(workbook, "DELETE FROM talk WHERE student < 9")
    for hour in range(1, 4):
        lost = make_backup(workbook, NOW + timedelta(hours=hour), BackupReason.CLOSE)
        assert lost.shrunk == ("talk",)
    assert len(names(workbook.folder.backups)) == 8
    later = make_backup(workbook, NOW + timedelta(days=31), BackupReason.CLOSE)
    assert later.shrunk == ()
    assert len(names(workbook.folder.backups)) == 5


def test_a_small_loss_and_a_small_table_stop_nothing(workbook: Workbook, backup: Backup) -> None:
    execute(workbook, "DELETE FROM talk WHERE student < 7")
    execute(workbook, "DELETE FROM odd")
    assert make_backup(workbook, NOW + timedelta(hours=1), BackupReason.CLOSE).shrunk == ()
    execute(workbook, "DROP TABLE talk")
    lost = make_backup(workbook, NOW + timedelta(hours=2), BackupReason.CLOSE)
    assert lost.shrunk == ("talk",)


def test_restoring_forgets_the_key(backup: Backup, tmp_path: Path) -> None:
    before = {id(key) for key in _data_keys()}
    restore_backup(backup.path, tmp_path / "terug", recovery_code=CODE)
    assert all(key.wiped for key in _data_keys() if id(key) not in before)


def _entries(raw: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [archive.read(name)[:40] for name in archive.namelist()]


def _zip(
    path: Path,
    entries: dict[str, bytes],
    packed: int = zipfile.ZIP_STORED,
    mode: Literal["w", "a"] = "w",
) -> None:
    with zipfile.ZipFile(path, mode, packed) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def _with_entries(source: Path, folder: Path, manifest: dict[str, object]) -> Path:
    with zipfile.ZipFile(source) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["manifest.json"] = json.dumps(json.loads(entries["manifest.json"]) | manifest).encode()
    path = folder / "veranderd.lobkopie"
    _zip(path, entries)
    return path


def _dated(
    model: Path,
    folder: Path,
    data_key: DataKey,
    moment: datetime,
    reason: BackupReason = BackupReason.DAILY,
) -> None:
    """A small authentic backup of another day; its database is beside the point here."""
    with BackupFile.opened(model) as opened:
        manifest, keys = opened.manifest, opened.keys
    empty = folder / "empty"
    empty.write_bytes(b"")
    fields = {name: getattr(manifest, name) for name in Manifest.__slots__}
    dated = Manifest(**(fields | {"made_at": moment, "reason": reason, "size": 0})).seal(
        {}, data_key
    )
    write_backup_file(folder / f"werkboek-{moment:%Y%m%dT%H%M%SZ}.lobkopie", dated, keys, empty)
    empty.unlink()


def _data_keys() -> list[DataKey]:
    # Slots without a collection flag are not tracked by gc: look through what holds them.
    return [
        held
        for holder in gc.get_objects()
        for held in gc.get_referents(holder)
        if isinstance(held, DataKey)
    ]
