import errno
import gc
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import (
    DiskFull,
    InputRefused,
    KeyFileDamaged,
    NotFound,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.storage import workbook as workbook_module
from lob_workbench.storage import workbook_folder as folder_module
from lob_workbench.storage.engine import WorkbookClosed, bare_connection
from lob_workbench.storage.keys import KdfCost, new_recovery_code
from lob_workbench.storage.sync_service import sync_folder_name
from lob_workbench.storage.unlock_delay import UnlockDelay, UnlockTooSoon
from lob_workbench.storage.workbook import Workbook, WorkbookFolder

ROOT = Path(__file__).resolve().parents[2]
CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
PASSPHRASE = "vier paarden lopen zacht"
CODE = new_recovery_code()
MARKER = "ZZGEHEIMEWOORDEN"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workbook with 300 notes, to copy."""
    folder = tmp_path_factory.mktemp("made") / "werkboek"
    workbook = Workbook.create(folder, PASSPHRASE, CODE, cost=CHEAP)
    with workbook, workbook.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"
        )
        rows = [{"body": f"{MARKER} {number} " * 20} for number in range(300)]
        connection.execute(text("INSERT INTO note (body) VALUES (:body)"), rows)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "werkboek"))


def opened(folder: Path) -> Workbook:
    return Workbook.open(folder, recovery_code=CODE)


def count(workbook: Workbook) -> int:
    with workbook.engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM note")).scalar_one())


def test_a_workbook_opens_with_passphrase_and_with_code(folder: Path) -> None:
    for passphrase, code in ((PASSPHRASE, None), (None, CODE.lower())):
        with Workbook.open(folder, passphrase=passphrase, recovery_code=code) as workbook:
            assert count(workbook) == 300
            assert workbook.verify() == []
            assert workbook.warnings == ()


def test_a_folder_holds_what_belongs_there_and_nothing_readable(folder: Path) -> None:
    with opened(folder) as workbook, workbook.engine.begin() as connection:
        connection.execute(text("UPDATE note SET body = body || 'x'"))
        names = {path.name for path in folder.iterdir()}
        for path in folder.iterdir():
            assert path.is_dir() or MARKER.encode() not in path.read_bytes(), path.name
    assert names == {
        "workbook.db",
        "workbook.db-wal",
        "workbook.db-shm",
        "workbook.keys.json",
        "workbook.lock",
        "workbook.open",
        "backups",
        "ballast",
    }
    assert not (folder / "workbook.db-wal").exists()
    assert (folder / "ballast").stat().st_size == 2_000_000


def test_wrong_secrets_are_refused(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Workbook.open(folder, passphrase="niet deze paarden")
    with pytest.raises(WrongRecoveryCode):
        Workbook.open(folder, recovery_code=new_recovery_code())
    with pytest.raises(TypeError):
        Workbook.open(folder)
    opened(folder).close()


def test_passphrase_and_code_can_be_changed(folder: Path) -> None:
    code = new_recovery_code()
    with opened(folder) as workbook:
        workbook.change_passphrase("acht blauwe fietsen vliegen", CHEAP)
        workbook.replace_recovery(code)
        with pytest.raises(InputRefused):
            workbook.change_passphrase("kort")
    for passphrase, recovery in (("acht blauwe fietsen vliegen", None), (None, code)):
        with Workbook.open(folder, passphrase=passphrase, recovery_code=recovery) as workbook:
            assert count(workbook) == 300
            assert workbook.warnings == ()
    with pytest.raises(WrongRecoveryCode):
        opened(folder)


def test_a_change_that_cannot_be_saved_leaves_the_old_secret(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with opened(folder) as workbook:
        before = workbook.key_file.to_bytes()
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            with pytest.raises(DiskFull):
                workbook.replace_recovery(new_recovery_code())
        assert (
            workbook.key_file.to_bytes() == before == (folder / "workbook.keys.json").read_bytes()
        )


# Making one


def test_a_new_workbook_goes_into_a_new_or_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van mij")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(InputRefused):
        Workbook.create(tmp_path / "vol", PASSPHRASE, CODE, cost=CHEAP)
    with pytest.raises(InputRefused):
        Workbook.create(tmp_path / "vol" / "brief.txt", PASSPHRASE, CODE, cost=CHEAP)
    Workbook.create(tmp_path / "leeg", PASSPHRASE, CODE, cost=CHEAP).close()
    Workbook.create(tmp_path / "a" / "b" / "nieuw [1]", PASSPHRASE, CODE, cost=CHEAP).close()
    assert {path.name for path in (tmp_path / "vol").iterdir()} == {"brief.txt"}
    assert {path.name for path in tmp_path.iterdir()} == {"vol", "leeg", "a"}
    opened(tmp_path / "leeg").close()


@pytest.mark.parametrize("step", ["workbook_engine", "finish_folder", "flush_folder"])
def test_a_failure_while_making_leaves_no_workbook(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = folder_module if step == "flush_folder" else workbook_module
    monkeypatch.setattr(place, step, full)
    with pytest.raises((OSError, DiskFull)):
        Workbook.create(tmp_path / "nieuw", PASSPHRASE, CODE, cost=CHEAP)
    if step != "flush_folder":
        assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_no_workbook_and_goes_away(tmp_path: Path, folder: Path) -> None:
    building = tmp_path / ".nieuw.0a1b2c3d.lob-bouw"
    shutil.copytree(folder, building)
    with pytest.raises(NotFound):
        opened(building)
    Workbook.create(tmp_path / "nieuw", PASSPHRASE, CODE, cost=CHEAP).close()
    assert not building.exists()


# What may be wrong with the folder


def test_no_workbook_and_missing_halves_are_told_and_never_made_anew(
    folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(NotFound, match="geen werkboek"):
        opened(tmp_path / "nergens")
    keys, database = folder / "workbook.keys.json", folder / "workbook.db"
    keys.rename(tmp_path / "keys")
    with pytest.raises(NotFound, match="sleutelbestand van dit werkboek ontbreekt"):
        opened(folder)
    (tmp_path / "keys").rename(keys)
    database.unlink()
    with pytest.raises(NotFound, match="alleen het sleutelbestand"):
        opened(folder)
    assert not database.exists()
    database.touch()
    with pytest.raises(WorkbookDamaged):
        opened(folder)
    assert database.stat().st_size == 0


def test_the_key_file_of_another_workbook_is_noticed(folder: Path, tmp_path: Path) -> None:
    Workbook.create(tmp_path / "ander", PASSPHRASE, CODE, cost=CHEAP).close()
    shutil.copy(tmp_path / "ander" / "workbook.keys.json", folder)
    with pytest.raises(WorkbookDamaged, match="ander werkboek"):
        opened(folder)
    (folder / "workbook.keys.json").write_text("{}")
    with pytest.raises(KeyFileDamaged):
        opened(folder)


def test_a_damaged_way_in_is_a_warning(folder: Path) -> None:
    keys = folder / "workbook.keys.json"
    keys.write_text(keys.read_text().replace('"argon2id"', '"argon2x"'))
    with opened(folder) as workbook:
        assert ["je wachtwoordzin weet" in str(warning) for warning in workbook.warnings] == [True]
        workbook.change_passphrase(PASSPHRASE, CHEAP)
    with Workbook.open(folder, passphrase=PASSPHRASE) as workbook:
        assert workbook.warnings == ()


@contextmanager
def as_somebody(folder: Path) -> Iterator[None]:
    """Root may write anywhere, so look with other eyes."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights of POSIX")
@pytest.mark.parametrize("shut", ["", "workbook.db", "workbook.keys.json", "workbook.lock"])
def test_a_read_only_folder_or_file_is_told(folder: Path, shut: str) -> None:
    with tempfile.TemporaryDirectory() as open_to_all:
        Path(open_to_all).chmod(0o755)
        place = Path(shutil.copytree(folder, Path(open_to_all) / "werkboek"))
        for path in (place, *place.iterdir()):
            path.chmod(0o777 if path.is_dir() else 0o666)
        (place / shut).chmod(0o555 if not shut else 0o444)
        if not shut:
            (place / "workbook.lock").unlink()
        with as_somebody(place), pytest.raises(WorkbookReadOnly):
            opened(place)
        if not shut:
            with as_somebody(place), pytest.raises(WorkbookReadOnly):
                Workbook.create(place / "nieuw", PASSPHRASE, CODE, cost=CHEAP)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ik/OneDrive - ROC De Regenboog/werkboek", "OneDrive"),
        ("/home/ik/onedrive/werkboek", "OneDrive"),
        ("/home/ik/Dropbox (Persoonlijk)/lob", "Dropbox"),
        ("/Users/ik/Library/CloudStorage/GoogleDrive-ik@school.example/lob", "Google Drive"),
        ("/Users/ik/Library/Mobile Documents/com~apple~CloudDocs/lob", "iCloud"),
        ("/home/ik/Nextcloud/lob", "Nextcloud"),
        ("/home/ik/ownCloud/lob", "ownCloud"),
        ("/cloud/synced/lob", "OneDrive"),
        ("/home/ik/Documenten/dropboxen/lob", None),
        ("/home/ik/Documenten/lob", None),
    ],
)
def test_sync_folders_are_known(path: str, service: str | None) -> None:
    assert sync_folder_name(Path(path), {"OneDriveCommercial": "/cloud/synced"}) == service


def test_a_sync_folder_behind_a_link_is_a_warning(folder: Path, tmp_path: Path) -> None:
    real = tmp_path / "OneDrive - School"
    shutil.move(folder, real / "werkboek")
    (tmp_path / "gewoon").symlink_to(real)
    with opened(tmp_path / "gewoon" / "werkboek") as workbook:
        assert ["OneDrive" in str(warning) for warning in workbook.warnings] == [True]
        assert count(workbook) == 300


# One window at a time


def test_a_second_window_is_told_and_the_next_one_gets_in(folder: Path) -> None:
    with opened(folder), pytest.raises(WorkbookBusy):
        opened(folder)
    opened(folder).close()


def test_a_window_in_another_process_counts_and_a_killed_one_does_not(folder: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path;"
        "from lob_workbench.storage.workbook import Workbook;"
        "w = Workbook.open(Path(sys.argv[1]), recovery_code=sys.argv[2]);"
        "c = w.engine.connect(); c.exec_driver_sql('DELETE FROM note WHERE id > 200'); c.commit();"
        "c.exec_driver_sql('DELETE FROM note'); print('open', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(folder), CODE],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == b"open\n"
    with pytest.raises(WorkbookBusy):
        opened(folder)
    other.send_signal(signal.SIGKILL)
    other.wait()
    other.stdout.close()
    (folder / ".workbook.keys.json.x.part").write_bytes(b"half")
    (folder / "backups" / ".werkboek.part-journal").write_bytes(b"half")
    with opened(folder) as workbook:
        assert count(workbook) == 200
        assert workbook.verify() == []
    assert not list(folder.rglob("*.part*"))


# Waiting after a wrong passphrase


def test_the_pause_grows_to_a_minute_and_survives_a_restart(tmp_path: Path) -> None:
    now, pauses = datetime(2026, 11, 22, tzinfo=UTC), []
    for _ in range(11):
        UnlockDelay(tmp_path / "attempts").failed(now)
        pauses.append(UnlockDelay(tmp_path / "attempts").seconds_left(now))
    assert pauses == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    delay = UnlockDelay(tmp_path / "attempts")
    assert delay.seconds_left(now + timedelta(seconds=59.5)) == 1
    assert delay.seconds_left(now + timedelta(seconds=60)) == 0
    long_ago = now - timedelta(days=400)
    assert delay.seconds_left(long_ago) == 60
    assert delay.seconds_left(long_ago + timedelta(seconds=59)) == 1
    assert delay.seconds_left(long_ago + timedelta(seconds=60)) == 0
    delay.succeeded()
    assert delay.seconds_left(now) == 0


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b'{"failures": null}', b"\xff", b"[" * 9999),
        b'{"failures": 3, "last": NaN}',
        b'{"failures": 3, "last": -Infinity}',
        b'{"failures": 3, "last": 9e9' + b" " * 1000 + b"}",
    ],
)
def test_an_unreadable_count_keeps_nobody_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attempts").write_bytes(content)
    assert UnlockDelay(tmp_path / "attempts").seconds_left(datetime.now(UTC)) == 0


def test_the_pause_is_for_passphrases_only(folder: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 22, tzinfo=UTC))
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            Workbook.open(folder, passphrase="niet deze paarden", clock=clock)
    with pytest.raises(UnlockTooSoon) as told:
        Workbook.open(folder, passphrase=PASSPHRASE, clock=clock)
    assert told.value.values == {"seconds": 1}
    Workbook.open(folder, recovery_code=CODE, clock=clock).close()
    clock.moment += timedelta(seconds=1)
    Workbook.open(folder, passphrase=PASSPHRASE, clock=clock).close()
    assert not (folder / "workbook.attempts").exists()


# Locking


def test_after_closing_no_engine_and_no_key_remain(folder: Path) -> None:
    from tests.storage.test_engine import reachable

    workbook = opened(folder)
    data_key = workbook.data_key
    prints = {
        sha256(data_key._key).digest(),
        sha256(data_key._key.hex().encode()).digest(),
        sha256(data_key.subkey("database")).digest(),
        sha256(data_key.subkey("database").hex().encode()).digest(),
    }
    assert count(workbook) == 300
    assert reachable(prints)
    engine = weakref.ref(workbook.engine)
    workbook.close()
    workbook.close()
    gc.collect()
    assert engine() is None
    assert data_key.wiped
    assert reachable(prints) == []
    for name in ("engine", "data_key", "key_file"):
        with pytest.raises(WorkbookClosed):
            getattr(workbook, name)


def test_a_workbook_that_does_not_open_keeps_no_key_and_no_lock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    unlocked = workbook_module._unlocked

    def remembering(*arguments: object) -> object:
        seen.append(unlocked(*arguments))  # type: ignore[arg-type]
        return seen[-1]

    monkeypatch.setattr(workbook_module, "_unlocked", remembering)
    (folder / "workbook.db").write_bytes(secrets.token_bytes(8192))
    for _ in range(2):
        with pytest.raises(WorkbookDamaged):
            opened(folder)
    assert [key.wiped for key in seen] == [True, True]


# Damage, and a full disk


@pytest.mark.parametrize("damage", ["flip", "cut", "page moved"])
def test_verify_finds_damage(folder: Path, damage: str) -> None:
    raw = bytearray((folder / "workbook.db").read_bytes())
    if damage == "flip":
        raw[4096 * 9 + 100] ^= 1
    elif damage == "cut":
        del raw[4096 * 12 :]
    else:
        raw[4096 * 8 : 4096 * 9] = raw[4096 * 9 : 4096 * 10]
    (folder / "workbook.db").write_bytes(raw)
    try:
        workbook = opened(folder)
    except WorkbookDamaged:
        return
    with workbook:
        assert workbook.verify()


def test_verify_finds_records_without_their_parent(folder: Path) -> None:
    with opened(folder) as workbook:
        with bare_connection(workbook.engine) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("CREATE TABLE child (note INTEGER REFERENCES note) STRICT")
            connection.execute("INSERT INTO child VALUES (999)")
            connection.execute("PRAGMA foreign_keys = ON")
        assert workbook.verify() == ["Er zijn gegevens die bij niets meer horen."]


def test_verify_says_when_somebody_is_busy(folder: Path) -> None:
    with opened(folder) as workbook:
        with workbook.engine.begin() as writer:
            writer.execute(text("DELETE FROM note WHERE id = 1"))
        with workbook.engine.connect() as reader:
            reader.execute(text("SELECT 1"))
            with bare_connection(workbook.engine) as connection:
                connection.execute("PRAGMA busy_timeout = 50")
            assert "nog bezig" in workbook.verify()[0]


def test_the_ballast_is_given_up_once_and_taken_again(folder: Path) -> None:
    with opened(folder) as workbook:
        assert workbook.give_up_ballast()
        assert not workbook.give_up_ballast()
        assert not (folder / "ballast").exists()
        workbook.take_ballast()
        assert (folder / "ballast").stat().st_size == 2_000_000


def test_no_ballast_on_a_disk_that_is_nearly_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "ballast").unlink()
    monkeypatch.setattr(workbook_module, "_ROOM_FOR_BALLAST", 2**62)
    with opened(folder):
        assert not (folder / "ballast").exists()


def test_a_place_is_a_workbook_by_either_of_its_files(folder: Path, tmp_path: Path) -> None:
    assert WorkbookFolder(folder).is_workbook()
    assert not WorkbookFolder(tmp_path).is_workbook()
