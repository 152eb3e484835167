"""Copies at a second place, the daily one and the restore drill: on a real workbook."""

import shutil
import threading
from datetime import UTC, datetime, timedelta

import pytest

from lob_workbench.app.session import Session
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import BackupDamaged, DiskFull, RecoveryCodeMistyped
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.people.backup_care import CopyTrouble, DrillOutcome
from lob_workbench.storage import second_place
from lob_workbench.storage.backup import BackupReason, make_backup, verify_backup
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.second_place import (
    FOLDER,
    PlaceAbsent,
    PlaceInside,
    noted_place,
    see_place,
)
from lob_workbench.storage.workbook import Workbook
from tests.app.conftest import CHEAP

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


class Clock(FixedClock):
    """A clock that the test turns on."""

    def later(self, **span):
        self.moment += timedelta(**span)


@pytest.fixture
def turning():
    return Clock(MONDAY)


@pytest.fixture
def session(ready, turning):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=turning)
    yield session
    session.close(backup=False)


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def chosen(session, stick):
    session.copies.choose(stick)
    return stick / FOLDER


def copies_in(folder):
    return sorted(path.name for path in folder.glob("*.lobkopie"))


def care(session):
    return session.copies.view().care


def test_a_chosen_place_gets_a_checked_copy(session, stick, chosen):
    changes = session.copies.copy(Progress())
    assert changes.touches("preferences")
    (name,) = copies_in(chosen)
    assert verify_backup(chosen / name, session.workbook.data_key) == []
    view = session.copies.view()
    assert view.there.made_at == view.last.made_at == view.care.copied
    assert view.care.path == stick
    assert view.seen.same_disk, "the test has one disk"
    assert noted_place(session.folder) == stick


def test_a_place_without_a_stick_is_remembered_and_tried_again(session, stick, chosen, turning):
    shutil.rmtree(stick)
    with pytest.raises(PlaceAbsent):
        session.copies.copy(Progress())
    view = session.copies.view()
    assert (view.care.trouble, view.seen.present, view.there) == (CopyTrouble.ABSENT, False, None)
    assert session.copies.daily(Progress()) is None
    stick.mkdir()
    assert session.copies.daily(Progress()).touches("preferences")
    assert care(session).trouble is CopyTrouble.NONE
    assert len(copies_in(chosen)) == 1


def test_the_daily_copy_comes_once_a_day_and_goes_along(session, chosen, turning):
    assert session.copies.daily(Progress()) is not None
    assert session.copies.daily(Progress()) is None
    turning.later(hours=25)
    session.copies.daily(Progress())
    assert len(copies_in(chosen)) == len(copies_in(session.folder / "backups")) == 2


def test_without_a_second_place_the_day_has_its_copy_here(session):
    assert session.copies.daily(Progress()) is None
    assert len(copies_in(session.folder / "backups")) == 1


def test_closing_brings_the_copy_along(session, chosen):
    session.close(backup=True, elsewhere=Progress())
    assert len(copies_in(chosen)) == 1


def test_a_skipped_copy_is_kept_as_skipped_and_closes(ready, session, stick, chosen):
    progress = Progress()
    progress.stop()
    session.close(backup=True, elsewhere=progress)
    assert list(chosen.iterdir()) == []
    again = Session.open(ready.folder, passphrase=ready.passphrase, clock=session.clock)
    try:
        assert care(again).trouble is CopyTrouble.SKIPPED
    finally:
        again.close(backup=False)


def test_the_same_file_is_copied_once(session, chosen):
    session.copies.daily(Progress())
    made = (chosen / copies_in(chosen)[0]).stat().st_mtime_ns
    backup = next((session.folder / "backups").glob("*.lobkopie"))
    session.copies.copy_quietly(backup, Progress())
    assert (chosen / backup.name).stat().st_mtime_ns == made


def test_a_rotten_copy_there_is_replaced(session, chosen):
    session.copies.daily(Progress())
    path = chosen / copies_in(chosen)[0]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    session.copies.copy_quietly(session.folder / "backups" / path.name, Progress())
    assert verify_backup(path, session.workbook.data_key) == []


@pytest.mark.parametrize(
    ("raised", "trouble"),
    [
        (DiskFull(), CopyTrouble.FULL),
        (BackupDamaged(), CopyTrouble.REFUSED),
        (OSError(5, "Input/output error"), CopyTrouble.ABSENT),
        (Stopped(), CopyTrouble.SKIPPED),
    ],
)
def test_what_goes_wrong_there_leaves_nothing_half(session, chosen, monkeypatch, raised, trouble):
    def fail(*_):
        raise raised

    backup = session.back_up()
    # The copy is written, and then it cannot be read back.
    monkeypatch.setattr(second_place, "_is_good", _once_then(fail))
    session.copies.copy_quietly(backup, Progress())
    assert care(session).trouble is trouble
    assert list(chosen.iterdir()) == []


def _once_then(fail):
    asked = []

    def is_good(*_):
        asked.append(1)
        if len(asked) > 1:
            fail()
        return False

    return is_good


def test_a_place_in_the_workbook_is_refused(session):
    for place in (session.folder, session.folder / "backups"):
        with pytest.raises(PlaceInside):
            session.copies.choose(place)


def test_a_place_that_is_not_there_or_not_writable_is_refused(session, tmp_path):
    with pytest.raises(PlaceAbsent):
        session.copies.choose(tmp_path / "nergens")
    assert care(session).path is None


def test_forgetting_a_place_leaves_what_is_there(session, chosen):
    session.copies.copy(Progress())
    session.copies.forget()
    assert care(session).path is None
    assert noted_place(session.folder) is None
    assert len(copies_in(chosen)) == 1
    with pytest.raises(PlaceAbsent):
        session.copies._bring(session.back_up(), Progress())


def test_a_folder_that_hangs_counts_as_absent(tmp_path, monkeypatch):
    gate = threading.Event()

    class Slow(type(tmp_path)):
        def is_dir(self, **_):
            gate.wait(10)
            return True

    seen = see_place(Slow(tmp_path), tmp_path, patience=0.05)
    gate.set()
    assert not seen.present


def test_a_sync_folder_is_named(tmp_path):
    place = tmp_path / "OneDrive - ROC"
    place.mkdir()
    assert see_place(place, tmp_path).service == "OneDrive"


def test_a_great_loss_keeps_all_copies_there(session, chosen, turning):
    from lob_workbench.storage.base import new_id

    engine = session.workbook.engine
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE many (id TEXT PRIMARY KEY) STRICT")
        for _ in range(40):
            connection.exec_driver_sql("INSERT INTO many VALUES (?)", (new_id().hex,))
    for _ in range(9):
        session.copies.copy(Progress())
        turning.later(minutes=1)
    before = copies_in(chosen)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM many WHERE rowid % 2")
    turning.later(minutes=1)
    session.copies.copy(Progress())
    assert set(before) < set(copies_in(chosen))


# The drill


def leftovers(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith(".lob")]


def test_a_drill_reads_the_copy_and_leaves_nothing(session, ready, chosen):
    session.copies.copy(Progress())
    session.copies.drill(ready.recovery_code, Progress())
    kept = care(session)
    assert kept.drill is DrillOutcome.GOOD
    assert kept.drilled == MONDAY
    assert kept.drill_elsewhere
    assert kept.drill_copy == kept.copied
    assert leftovers(session.folder) == []


def test_without_the_stick_the_copy_here_is_tried(session, ready, stick, chosen):
    session.copies.copy(Progress())
    shutil.rmtree(stick)
    session.copies.drill(ready.recovery_code, Progress())
    kept = care(session)
    assert (kept.drill, kept.drill_elsewhere) == (DrillOutcome.GOOD, False)


def test_a_code_of_another_workbook_is_told(session):
    session.back_up()
    session.copies.drill(new_recovery_code(), Progress())
    assert care(session).drill is DrillOutcome.WRONG_CODE
    assert leftovers(session.folder) == []


def test_a_typing_mistake_is_no_drill(session):
    session.back_up()
    with pytest.raises(RecoveryCodeMistyped):
        session.copies.drill("AAAAA-BBBBB", Progress())
    assert care(session).drill is DrillOutcome.NONE


def test_a_damaged_copy_is_told(session, ready):
    path = session.back_up()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    session.copies.drill(ready.recovery_code, Progress())
    assert care(session).drill is DrillOutcome.DAMAGED
    assert leftovers(session.folder) == []


def test_without_a_copy_there_is_nothing_to_try(session, ready):
    session.copies.drill(ready.recovery_code, Progress())
    assert care(session).drill is DrillOutcome.NO_COPY


def test_without_room_nothing_is_tried(session, ready, monkeypatch):
    session.back_up()
    full = shutil.disk_usage(session.folder)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    session.copies.drill(ready.recovery_code, Progress())
    assert care(session).drill is DrillOutcome.NO_ROOM


def test_a_disk_that_fills_during_a_drill_is_told(session, ready, monkeypatch):
    from lob_workbench.app import restore_drill

    def full(*_, **__):
        raise DiskFull

    session.back_up()
    monkeypatch.setattr(restore_drill, "restore_backup", full)
    session.copies.drill(ready.recovery_code, Progress())
    assert care(session).drill is DrillOutcome.NO_ROOM


def test_a_stopped_drill_leaves_nothing_and_no_result(session, ready):
    session.back_up()
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        session.copies.drill(ready.recovery_code, progress)

    class StopAfterOne(Progress):
        def tell(self, done, total):
            super().tell(done, total)
            if done:
                raise Stopped

    with pytest.raises(Stopped):
        session.copies.drill(ready.recovery_code, StopAfterOne())
    assert care(session).drill is DrillOutcome.NONE
    assert leftovers(session.folder) == []


def test_what_a_kill_leaves_of_a_drill_goes_at_the_next_opening(ready, clock):
    left = ready.folder / ".lob-proef-0123abcd" / "werkboek"
    left.mkdir(parents=True)
    (left / "workbook.db").write_bytes(b"x" * 100)
    Session.open(ready.folder, passphrase=ready.passphrase, clock=clock).close(backup=False)
    assert leftovers(ready.folder) == []


def test_copies_of_another_workbook_on_the_stick_are_not_tried(session, ready, chosen, tmp_path):
    session.copies.copy(Progress())
    other = Workbook.create(tmp_path / "ander", ready.passphrase, new_recovery_code(), cost=CHEAP)
    with other:
        make_backup(other, MONDAY + timedelta(hours=1), BackupReason.MANUAL, chosen)
    session.copies.drill(ready.recovery_code, Progress())
    assert care(session).drill is DrillOutcome.GOOD
    assert care(session).drill_copy == MONDAY
