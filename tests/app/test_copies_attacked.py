"""Others write on the stick too: links, pipes, forged and endless files beside our copies."""

import errno
import os
import shutil
import struct
import threading
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lob_workbench.app.damage import Secret, find_good_copy
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import BackupDamaged
from lob_workbench.domain.progress import Progress
from lob_workbench.people.backup_care import CopyTrouble, DrillOutcome
from lob_workbench.storage.backup import list_backups, restore_backup
from lob_workbench.storage.backup_file import BackupFile, Manifest
from lob_workbench.storage.second_place import FOLDER, PlaceInside, noted_place
from tests.app.conftest import PASSPHRASE

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def session(ready):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=FixedClock(MONDAY))
    yield session
    session.close(backup=False)


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    (place / FOLDER).mkdir(parents=True)
    return place


def parts_of(path: Path) -> tuple[Manifest, bytes, bytes]:
    with zipfile.ZipFile(path) as archive:
        manifest, keys, database = (archive.read(name) for name in archive.namelist())
    return Manifest.from_bytes(manifest), keys, database


def forge(path: Path, manifest: Manifest, keys: bytes, database: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("manifest.json", manifest.to_bytes())
        archive.writestr("keys.json", keys)
        archive.writestr("workbook.db", database)
    return path


# Links


def test_trying_a_place_writes_through_no_link(session, stick):
    keys = session.folder / "workbook.keys.json"
    before = keys.read_bytes()
    (stick / FOLDER / ".proef.part").symlink_to(keys)
    session.copies.choose(stick)
    assert keys.read_bytes() == before


def test_a_folder_that_leads_back_into_the_workbook_is_no_second_place(session, stick):
    shutil.rmtree(stick / FOLDER)
    (stick / FOLDER).symlink_to(session.folder / "backups", target_is_directory=True)
    with pytest.raises(PlaceInside):
        session.copies.choose(stick)


def test_nor_when_it_was_swapped_afterwards(session, stick):
    session.copies.choose(stick)
    shutil.rmtree(stick / FOLDER)
    (stick / FOLDER).symlink_to(session.folder / "backups", target_is_directory=True)
    with pytest.raises(PlaceInside):
        session.copies.copy(Progress())
    assert session.copies.view().care.trouble is CopyTrouble.REFUSED


def test_a_link_to_the_copy_on_the_laptop_is_no_copy_elsewhere(session, stick):
    session.copies.choose(stick)
    backup = session.back_up()
    there = stick / FOLDER / backup.name
    there.symlink_to(backup)
    session.copies.copy_quietly(backup, Progress())
    assert not there.is_symlink()
    assert there.read_bytes() == backup.read_bytes()


def test_what_is_noted_of_the_place_is_a_path_and_no_more(session, stick):
    session.copies.choose(stick)
    file = session.folder / "second-place.txt"
    assert noted_place(session.folder) == stick
    file.write_text("/" * 1_000_000)
    assert noted_place(session.folder) is None
    file.unlink()
    os.mkfifo(file) if hasattr(os, "mkfifo") else file.mkdir()
    assert noted_place(session.folder) is None


def drilled(session, ready):
    session.copies.drill(ready.recovery_code, Progress())
    care = session.copies.view().care
    return care.drill, care.drill_elsewhere


def test_a_folder_that_became_a_link_is_not_elsewhere(ready, session, stick, tmp_path):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    (stick / FOLDER).rename(tmp_path / "Documenten")
    (stick / FOLDER).symlink_to(tmp_path / "Documenten", target_is_directory=True)
    assert drilled(session, ready) == (DrillOutcome.GOOD, False)


def test_a_link_to_the_copy_here_is_not_elsewhere(ready, session, stick):
    session.copies.choose(stick)
    backup = session.back_up()
    (stick / FOLDER / backup.name).symlink_to(backup)
    assert drilled(session, ready) == (DrillOutcome.GOOD, False)


def test_a_copy_that_stands_there_is(ready, session, stick):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    assert drilled(session, ready) == (DrillOutcome.GOOD, True)


# Files that are none, or have no end


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_between_the_copies_holds_nobody_up(session, stick):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    os.mkfifo(stick / FOLDER / "zz.lobkopie")
    seen = []
    asking = threading.Thread(target=lambda: seen.append(session.copies.view()), daemon=True)
    asking.start()
    asking.join(20)
    assert seen, "it waits for ever"
    assert seen[0].there is not None


@pytest.mark.parametrize("in_64_bits", [False, True])
def test_an_endless_directory_takes_no_memory(stick, in_64_bits):
    """The last bytes of a file say how much there is to read of what is in it."""
    size = 300_000_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, size, 30, 0)
    if in_64_bits:
        end = (
            struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 3, 3, size, 30)
            + struct.pack("<4sLQL", b"PK\6\7", 0, 30 + size, 1)
            + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, 200, 30, 0)
        )
    path = stick / FOLDER / "zz.lobkopie"
    with path.open("wb") as file:
        file.write(b"PK\3\4")
        file.truncate(30 + size)
        file.seek(0, os.SEEK_END)
        file.write(end)
    tracemalloc.start()
    try:
        assert list_backups(stick / FOLDER) == []
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_copy_that_goes_on_behind_its_end_is_not_unpacked(session, stick, tmp_path):
    """With a real manifest before it: a disk would be full before the sums are made."""
    manifest, keys, database = parts_of(session.back_up())
    path = forge(stick / "zz.lobkopie", manifest, keys, database + bytes(5_000_000))
    target = tmp_path / "unpacked"
    with pytest.raises(BackupDamaged), BackupFile.opened(path) as file:
        file.copy_database(target)
    assert not target.exists() or target.stat().st_size <= manifest.size


@pytest.mark.parametrize("year", [1, 1999, 9999])
def test_a_copy_of_a_day_that_no_clock_shows_is_none(session, stick, year):
    manifest, keys, database = parts_of(session.back_up())
    never = replace(manifest, made_at=datetime(year, 12, 31, 23, 59, tzinfo=UTC))
    forge(stick / "zz.lobkopie", never, keys, database)
    assert list_backups(stick) == []


# Forged copies, and bad sectors


def test_a_forged_newer_copy_does_not_spoil_the_drill(ready, session, stick):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    (real,) = (stick / FOLDER).glob("*.lobkopie")
    manifest, keys, database = parts_of(real)
    later = replace(manifest, made_at=MONDAY + timedelta(days=400))
    forge(stick / FOLDER / "zz.lobkopie", later, keys, database)
    session.copies.drill(ready.recovery_code, Progress())
    care = session.copies.view().care
    assert (care.drill, care.drill_copy) == (DrillOutcome.GOOD, manifest.made_at)


def test_copies_that_all_changed_are_told_by_the_drill(ready, session, stick):
    session.copies.choose(stick)
    session.copies.copy(Progress())
    (real,) = (stick / FOLDER).glob("*.lobkopie")
    manifest, keys, database = parts_of(real)
    forge(real, replace(manifest, made_at=MONDAY + timedelta(days=1)), keys, database)
    session.copies.drill(ready.recovery_code, Progress())
    assert session.copies.view().care.drill is DrillOutcome.DAMAGED


def test_no_forged_copy_is_offered_or_restored(ready, session, stick, tmp_path):
    """Another database under an old manifest, or an old copy under a new day."""
    session.copies.choose(stick)
    session.copies.copy(Progress())
    (real,) = (stick / FOLDER).glob("*.lobkopie")
    manifest, keys, database = parts_of(real)
    newer = replace(manifest, made_at=MONDAY + timedelta(days=1))
    other = bytes([database[0] ^ 1]) + database[1:]
    for number, (said, held) in enumerate([(newer, database), (manifest, other)]):
        path = forge(stick / FOLDER / f"zz{number}.lobkopie", said, keys, held)
        with pytest.raises(BackupDamaged):
            restore_backup(path, tmp_path / f"terug{number}", passphrase=PASSPHRASE)
    session.close(backup=False)
    found = find_good_copy(ready.folder, Secret(passphrase=PASSPHRASE))
    assert found.made_at == manifest.made_at
    assert not found.path.name.startswith("zz")


def test_a_bad_sector_in_the_newest_copy_leaves_the_older_ones(ready, session, monkeypatch):
    older = session.back_up()
    session.clock.moment += timedelta(hours=1)
    newest = session.back_up()
    session.close(backup=False)
    made = {backup.path: backup.made_at for backup in list_backups(ready.folder / "backups")}
    read = BackupFile.copy_database

    def with_a_bad_sector(self, to=None):
        if self.manifest.made_at == made[newest]:
            raise OSError(errno.EIO, "Input/output error")
        read(self, to)

    monkeypatch.setattr(BackupFile, "copy_database", with_a_bad_sector)
    found = find_good_copy(ready.folder, Secret(passphrase=PASSPHRASE))
    assert (found.path, found.bad) == (older, 1)
