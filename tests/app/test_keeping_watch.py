"""What stays in sight while a workbook is open: a sudden end, a full disk, something not whole."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lob_workbench.app.damaged import DamagedScreen
from lob_workbench.app.keeping_watch import Watch
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import DiskFull, WorkbookDamaged
from lob_workbench.people.preferences import change_preferences, read_preferences
from lob_workbench.storage.engine import bare_connection
from lob_workbench.storage.open_mark import LastEnd
from tests.app.conftest import MONDAY
from tests.helpers.settled import settle

ROOT = Path(__file__).resolve().parents[2]


def watch(window):
    return window.frame.findChild(Watch)


def quiet(window, watcher=None):
    all_jobs = (window.jobs, window.errands, None if watcher is None else watcher._own)
    settle(*(jobs for jobs in all_jobs if jobs is not None))


def offered(window, folder, ready):
    window.show_first(folder)
    window.screen_shown.form.field.edit.setText(ready.passphrase)
    window.screen_shown.form.submit()
    assert window.errands.wait(60_000)
    return watch(window)


# How it ended the time before


def killed_while_open(folder, code):
    """A process that opened the workbook, wrote something, and was killed."""
    script = """
        import os, signal, sys
        from pathlib import Path
        from lob_workbench.app.session import Session
        from lob_workbench.people.preferences import change_preferences
        session = Session.open(Path(sys.argv[1]), recovery_code=sys.argv[2])
        with session.work() as work:
            change_preferences(work, {"not_spoken_weeks": 33})
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(folder), code],
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL


def test_after_a_good_end_nothing_is_said(open_window):
    assert watch(open_window).sudden is None
    assert watch(open_window).full is None


def test_a_sudden_end_is_told_until_it_was_read(window, ready):
    killed_while_open(ready.folder, ready.recovery_code)
    watcher = offered(window, ready.folder, ready)
    assert "De vorige keer stopte de werkbank plotseling" in watcher.sudden.words
    assert "concept" in watcher.sudden.words
    with window.session.work() as work:
        assert read_preferences(work).not_spoken_weeks == 33, "what was kept is kept"
    watcher.sudden.button.click()
    assert watcher.sudden is None
    watcher.check()
    quiet(window, watcher)
    assert watcher.broken is None, "a sudden end is no damage"


def test_a_log_that_was_thrown_away_is_noticed(ready, clock):
    killed_while_open(ready.folder, ready.recovery_code)
    for left in ("workbook.db-wal", "workbook.db-shm"):
        (ready.folder / left).unlink()
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    try:
        assert session.last_end is LastEnd.LOG_GONE
    finally:
        session.close(backup=False)
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    try:
        assert session.last_end is LastEnd.WELL, "it is told once"
    finally:
        session.close(backup=False)


def test_a_lost_log_is_told_in_other_words(window, ready, monkeypatch):
    session = Session.open(ready.folder, passphrase=ready.passphrase)
    session.last_end = LastEnd.LOG_GONE
    window.take_session(session)
    assert "kan het laatste stukje werk ontbreken" in watch(window).sudden.words


# Damage while it is open


def test_an_old_page_put_back_is_found_in_the_background(window, ready, clock):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    with bare_connection(session.workbook.engine) as connection:
        connection.execute("UPDATE staff_role SET role = 'team_leader'")
    problems = session.check()
    session.close(backup=False)
    assert any("logboek" in problem for problem in problems)
    watcher = offered(window, ready.folder, ready)
    watcher.check()
    quiet(window, watcher)
    assert "Er klopt iets niet in je werkboek" in watcher.broken.words


def test_damage_met_during_work_leads_to_the_copies(window, ready, clock):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    session.back_up()
    session.close(backup=False)
    watcher = offered(window, ready.folder, ready)
    window.jobs.troubled.emit(WorkbookDamaged())
    window.jobs.troubled.emit(WorkbookDamaged())
    assert "nieuwste goede reservekopie" in watcher.broken.words
    watcher.broken.button.click()
    QApplication.processEvents()
    screen = window.screen_shown
    assert isinstance(screen, DamagedScreen)
    assert window.session is None
    assert not screen.restore_button.isEnabled()
    screen.passphrase.edit.setText(ready.passphrase)
    screen.look()
    quiet(window)
    assert screen.restore_button.isEnabled()
    screen.leave()


def test_a_big_workbook_is_read_through_only_after_a_sudden_end(ready, clock, monkeypatch):
    from lob_workbench.app import session as module

    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    try:
        assert session.wants_check()
        monkeypatch.setattr(module, "_QUICKLY_READ", 10)
        assert not session.wants_check()
        session.last_end = LastEnd.SUDDENLY
        assert session.wants_check()
        assert session.check() == [], "the pages, and not the whole log"
        monkeypatch.setattr(module, "_READ_AFTER_ALL", 10)
        assert not session.wants_check()
        session.workbook.folder.database.rename(ready.folder / "elders")
        assert session.wants_check()
        (ready.folder / "elders").rename(session.workbook.folder.database)
    finally:
        session.close(backup=False)


# A full disk


def test_a_full_disk_stays_in_sight_until_there_is_room(open_window, monkeypatch):
    watcher = watch(open_window)
    said = []
    open_window.frame.navigator.message_posted.connect(said.append)
    full = shutil.disk_usage(open_window.session.folder)._replace(free=1_000)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: full)
        open_window.session.workbook.give_up_ballast()
        open_window.jobs.troubled.emit(DiskFull())
        open_window.jobs.troubled.emit(DiskFull())
        words = watcher.full.words
        assert "De schijf is vol." in words
        assert "leeg de prullenbak" in words
        open_window.frame.navigator.say("iets anders")
        watcher.full.button.click()
        assert "nog te weinig ruimte" in said[-1].text
        assert watcher.full.words == words
    watcher.full.button.click()
    assert watcher.full is None
    assert said[-1].text == "Er is weer ruimte op de schijf. Je kunt gewoon verder."
    assert open_window.session.has_ballast()
    watcher.look_for_room()


def test_a_disk_that_is_nearly_full_is_told_at_once(window, ready, monkeypatch):
    (ready.folder / "ballast").unlink(missing_ok=True)
    full = shutil.disk_usage(ready.folder)._replace(free=1_000)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: full)
        watcher = offered(window, ready.folder, ready)
    assert "De schijf is vol." in watcher.full.words


def write(session, value):
    with session.work() as work:
        change_preferences(work, {"backup_care": value})


def test_a_database_that_may_not_grow_gives_up_the_ballast_and_loses_nothing(ready, clock):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    try:
        write(session, "eerst")
        with bare_connection(session.workbook.engine) as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        with pytest.raises(DiskFull):
            write(session, "x" * 400_000)
        assert not session.has_ballast(), "its room was given up"
        with session.work() as work:
            assert read_preferences(work).backup_care == "eerst"
        assert session.workbook.verify() == []
        assert session.take_ballast()
    finally:
        session.close(backup=False)


@contextmanager
def small_disk(place, size):
    """A file system of so many bytes, where that is allowed."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="mounting asks root on Linux"
)
def test_a_real_disk_that_fills_up_during_work(ready, tmp_path):
    with small_disk(tmp_path / "schijf", 8_000_000) as disk:
        folder = disk / "Werkboek"
        shutil.copytree(ready.folder, folder)
        (folder / "ballast").write_bytes(os.urandom(2_000_000))
        session = Session.open(folder, passphrase=ready.passphrase, clock=FixedClock(MONDAY))
        try:
            filler = disk / "filmpje"
            with pytest.raises(OSError, match="No space"):
                filler.write_bytes(b"x" * 8_000_000)
            for count in range(400):
                try:
                    write(session, f"{count} " + "y" * 50_000)
                except DiskFull:
                    break
            else:
                pytest.fail("the disk never filled up")
            assert not session.has_ballast()
            # The room of the ballast is there for the next attempt.
            write(session, "na de volle schijf")
            with session.work() as work:
                assert read_preferences(work).backup_care == "na de volle schijf"
            assert not session.take_ballast(), "there is no room for it yet"
            filler.unlink()
            assert session.check() == []
        finally:
            session.close(backup=False)
        key = Session.open(folder, passphrase=ready.passphrase, clock=FixedClock(MONDAY))
        try:
            assert key.check() == []
        finally:
            key.close(backup=False)


def test_the_mark_outlives_nothing_but_a_kill(ready, clock):
    session = Session.open(ready.folder, passphrase=ready.passphrase, clock=clock)
    assert (ready.folder / "workbook.open").exists()
    session.close(backup=False)
    assert not (ready.folder / "workbook.open").exists()
