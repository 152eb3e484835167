"""Closing with a second place, and the copy of the day while the werkbank stays open."""

import shutil
import threading
import time

import pytest

from lob_workbench.app import farewell
from lob_workbench.app.daily_copies import DailyCopies
from lob_workbench.app.session import Session
from lob_workbench.domain.progress import Progress
from lob_workbench.people.backup_care import CopyTrouble
from lob_workbench.storage import second_place
from lob_workbench.storage.second_place import FOLDER
from tests.helpers.settled import settle


@pytest.fixture
def stick(open_window, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    open_window.session.copies.choose(place)
    return place / FOLDER


def closed(qtbot, window):
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)


def care_of(ready):
    session = Session.open(ready.folder, passphrase=ready.passphrase)
    try:
        return session.copies.view().care
    finally:
        session.close(backup=False)


def test_closing_brings_the_copy_to_the_second_place(qtbot, open_window, ready, stick):
    open_window.close()
    closed(qtbot, open_window)
    assert len(list(stick.glob("*.lobkopie"))) == 1
    assert care_of(ready).trouble is CopyTrouble.NONE


def test_closing_without_the_stick_asks_nothing(qtbot, open_window, ready, stick):
    shutil.rmtree(stick.parent)
    open_window.close()
    closed(qtbot, open_window)
    assert care_of(ready).trouble is CopyTrouble.ABSENT


def test_a_slow_stick_can_be_skipped_at_once(qtbot, open_window, ready, stick, monkeypatch):
    began = threading.Event()

    class Slow(Progress):
        def tell(self, done, total):
            super().tell(0, 10)
            began.set()
            while True:
                time.sleep(0.01)
                super().tell(1, 10)

    monkeypatch.setattr(farewell, "Progress", Slow)
    open_window.close()
    screen = open_window.screen_shown
    qtbot.waitUntil(lambda: began.is_set() and screen.skip_button.isVisible(), timeout=60_000)
    assert "tweede plek" in screen.words.text()
    assert screen.bar.isVisible()
    screen.skip_button.click()
    closed(qtbot, open_window)
    assert list(stick.glob("*.lobkopie")) == []
    assert care_of(ready).trouble is CopyTrouble.SKIPPED


@pytest.mark.expect_log("closed without waiting for the backup")
def test_a_stick_that_hangs_is_left_alone(qtbot, open_window, ready, stick, monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(farewell, "LET_GO_MS", 50)

    class Hanging(Progress):
        def tell(self, done, total):
            super().tell(1, 10)
            gate.wait(20)
            super().tell(1, 10)

    monkeypatch.setattr(farewell, "Progress", Hanging)
    open_window.close()
    screen = open_window.screen_shown
    qtbot.waitUntil(screen.skip_button.isVisible, timeout=60_000)
    screen.skip_button.click()
    closed(qtbot, open_window)
    assert not (ready.folder / "workbook.open").exists(), "somebody chose this: no sudden end"
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "lob-workshop":
            thread.join(20)


# Every day


def test_every_day_has_its_copy_while_it_stays_open(open_window, ready, stick):
    daily = open_window.frame.findChild(DailyCopies)
    heard = open_window.frame.page.heard
    daily.look()
    daily.look()
    settle(daily._own)
    assert len(list(stick.glob("*.lobkopie"))) == 1
    assert any(changes.touches("preferences") for changes in heard)
    open_window.lock()
    assert daily is not None


def test_a_lock_waits_for_no_stick(open_window, stick, monkeypatch):
    from lob_workbench.app import daily_copies

    gate, copying = threading.Event(), threading.Event()
    monkeypatch.setattr(daily_copies, "_LET_GO_MS", 50)

    def hang(*_):
        copying.set()
        gate.wait(20)
        return False

    monkeypatch.setattr(second_place, "_is_good", hang)
    daily = open_window.frame.findChild(DailyCopies)
    daily.look()
    assert copying.wait(60)
    daily._progress.total = 1
    began = time.monotonic()
    assert open_window.lock()
    assert time.monotonic() - began < 10
    gate.set()
