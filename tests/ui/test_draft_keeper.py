"""What is typed reaches the disk in time, whatever happens around it."""

import gc
import threading
import weakref
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.errors import DiskFull, StaleSave
from lob_workbench.ui import draft_keeper
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.jobs import Jobs

MOMENT = datetime(2026, 11, 23, 13, 2, tzinfo=UTC)


class Disk:
    """Where drafts go: an operation with faults on demand."""

    def __init__(self):
        self.texts = []
        self.moments = []
        self.faults = 0
        self.stale = False
        self.gate = threading.Event()
        self.gate.set()

    def save(self, work, text):
        assert self.gate.wait(5)
        if self.stale:
            raise StaleSave
        if self.faults:
            self.faults -= 1
            raise DiskFull
        self.texts.append(text)
        self.moments.append(monotonic())
        return MOMENT


class Page(QWidget):
    def __init__(self, jobs, disk):
        super().__init__()
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.keeper = DraftKeeper(self, jobs, self.collect, disk.save)
        self.first.textEdited.connect(self.keeper.touch)

    def collect(self):
        return (self.first.text(),) if self.first.text() else None


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def jobs(qapp):
    @contextmanager
    def no_database():
        yield None

    jobs = Jobs(no_database)
    yield jobs
    jobs.stop()


@pytest.fixture
def page(qtbot, jobs, disk):
    page = Page(jobs, disk)
    qtbot.addWidget(page)
    page.show()
    page.first.setFocus()
    return page


def test_steady_typing_is_saved_every_second_and_a_half_at_most(qtbot, page, disk):
    start = monotonic()
    while monotonic() - start < 2.2:
        qtbot.keyClicks(page.first, "a")
        qtbot.wait(40)
    assert disk.moments[0] - start < 1.5
    assert len(disk.texts) == 2, "a throttle saves while the typing goes on"


def test_flush_saves_now_and_waits(qtbot, page, disk):
    told: list[object] = []
    page.keeper.saved.connect(told.append)
    qtbot.keyClicks(page.first, "Zo")
    assert page.keeper.unsaved
    assert page.keeper.flush()
    assert disk.texts == ["Zo"]
    assert told == [MOMENT]
    assert not page.keeper.unsaved
    assert page.keeper.flush(), "nothing to save is well saved"
    assert disk.texts == ["Zo"]


def test_words_that_would_go_over_others_are_not_sent_before_somebody_chose(
    qtbot, page, disk, jobs
):
    keeper = DraftKeeper(page, jobs, page.collect, disk.save, stop_at_stale=True)
    page.first.setText("Zo")
    disk.stale = True
    keeper.touch()
    with qtbot.waitSignal(keeper.stale):
        assert not keeper.flush()
    disk.stale = False
    keeper.touch()
    assert not keeper.flush(), "nobody chose: these words are at no place of their own"
    assert disk.texts == []
    keeper.resume()
    assert keeper.flush()
    assert disk.texts == ["Zo"]


def test_what_is_typed_during_a_save_is_saved_too(qtbot, page, disk):
    disk.gate.clear()
    qtbot.keyClicks(page.first, "a")
    assert not page.keeper.flush(wait=False)
    qtbot.keyClicks(page.first, "b")
    disk.gate.set()
    assert page.keeper.flush()
    assert disk.texts == ["a", "ab"]


def test_a_failure_is_told_and_tried_again_until_it_succeeds(qtbot, page, disk, monkeypatch):
    monkeypatch.setattr(draft_keeper, "RETRY_MS", 30)
    disk.faults = 2
    told: list[object] = []
    page.keeper.failed.connect(told.append)
    qtbot.keyClicks(page.first, "a")
    assert not page.keeper.flush()
    assert page.keeper.unsaved
    with qtbot.waitSignal(page.keeper.saved, timeout=3_000):
        pass
    assert [type(error) for error in told] == [DiskFull, DiskFull]
    assert disk.texts == ["a"]
    assert not page.keeper.unsaved


def test_flush_gives_up_when_the_disk_does_not_answer(qtbot, page, disk):
    disk.gate.clear()
    qtbot.keyClicks(page.first, "a")
    assert not page.keeper.flush(timeout=30)
    disk.gate.set()
    assert page.keeper.flush()


def test_leaving_the_field_saves(qtbot, page, disk, jobs):
    qtbot.keyClicks(page.first, "a")
    page.second.setFocus()
    assert jobs.wait(2_000)
    assert disk.texts == ["a"]


def test_leaving_the_window_saves(qtbot, qapp, page, disk, jobs):
    qtbot.keyClicks(page.first, "a")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not jobs.busy
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert jobs.wait(2_000)
    assert disk.texts == ["a"]


def test_what_was_recorded_is_not_saved_as_a_draft_again(qtbot, page, disk):
    qtbot.keyClicks(page.first, "a")
    page.keeper.forget()
    assert page.keeper.flush()
    assert disk.texts == []


def test_nothing_to_keep_is_no_save(qtbot, page, disk, jobs):
    page.keeper.touch()
    assert page.keeper.flush()
    assert not jobs.busy
    assert disk.texts == []


def test_a_keeper_outlives_the_jobs_in_peace(qtbot, page, disk, jobs):
    qtbot.keyClicks(page.first, "a")
    jobs.stop()
    assert not page.keeper.flush()
    page.keeper.forget()


def test_a_save_without_a_moment_tells_the_present_one(qtbot, jobs, page):
    keeper = DraftKeeper(page, jobs, page.collect, lambda work, text: None)
    qtbot.keyClicks(page.first, "a")
    page.keeper.forget()
    keeper.touch()
    with qtbot.waitSignal(keeper.saved) as told:
        keeper.flush(wait=False)
    assert told.args[0].tzinfo is UTC


def test_a_page_with_a_keeper_can_go(qtbot, jobs, disk):
    page = Page(jobs, disk)
    watch = weakref.ref(page)
    page.first.setText("a")
    page.keeper.touch()
    page.keeper.flush()
    page.deleteLater()
    del page
    qtbot.wait(1)
    gc.collect()
    assert watch() is None
