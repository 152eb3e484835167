"""Background work: order, answers, broadcasts, errors without data, and no thread left."""

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QThread, QTimer

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, WorkbenchError
from lob_workbench.ui.jobs import Jobs, Unforeseen


class Journal:
    """A work factory that writes down what became of each unit of work."""

    def __init__(self):
        self.ends = []

    @contextmanager
    def open(self) -> Iterator[SimpleNamespace]:
        work = SimpleNamespace(thread=threading.current_thread().name)
        try:
            yield work
        except BaseException as error:
            self.ends.append(type(error).__name__)
            raise
        self.ends.append("commit")


class Receiver(QObject):
    def __init__(self):
        super().__init__()
        self.got = []
        self.errors = []

    def take(self, result):
        assert QThread.currentThread() == self.thread()
        self.got.append(result)

    def regret(self, error):
        self.errors.append(error)


@pytest.fixture
def journal():
    return Journal()


@pytest.fixture
def jobs(qapp, journal):
    jobs = Jobs(journal.open)
    yield jobs
    jobs.stop()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lob-")]


def test_answers_arrive_in_order_on_the_main_thread_after_the_commit(jobs, journal):
    receiver = Receiver()
    for number in range(5):
        jobs.run(lambda work, n: (n, work.thread), number, receiver=receiver, done="take")
    assert jobs.busy
    assert jobs.wait(5_000)
    assert receiver.got == [(number, "lob-database") for number in range(5)]
    assert journal.ends == ["commit"] * 5
    assert not jobs.busy


def test_paper_is_made_on_a_second_worker_without_a_unit_of_work(jobs, journal):
    receiver = Receiver()
    jobs.render(lambda: threading.current_thread().name, receiver=receiver, done="take")
    assert jobs.wait(5_000)
    assert receiver.got == ["lob-workshop"]
    assert journal.ends == []


def test_a_slow_page_does_not_hold_up_paper(jobs):
    receiver = Receiver()
    gate = threading.Event()
    jobs.run(lambda work: gate.wait(5), receiver=receiver, done="take")
    jobs.render(lambda: "paper", receiver=receiver, done="take")
    jobs.render(gate.set, receiver=receiver, done="take")
    assert jobs.wait(5_000)
    assert receiver.got[0] == "paper"


def test_changes_are_broadcast_after_the_answer_even_when_nobody_asked(jobs, qtbot):
    seen: list[object] = []
    jobs.changed.connect(seen.append)
    receiver = Receiver()
    bare = Changes.of("student")
    carried = Changes.of("talk")
    jobs.run(lambda work: bare, receiver=receiver, done="take")
    jobs.run(lambda work: SimpleNamespace(changes=carried))
    jobs.run(lambda work: SimpleNamespace(changes="no"))
    assert jobs.wait(5_000)
    assert seen == [bare, carried]
    assert receiver.got == [bare]


def test_an_error_rolls_back_and_reaches_the_receiver_without_its_frames(jobs, journal):
    receiver = Receiver()

    def refuse(work):
        try:
            raise ValueError("Oğuz")
        except ValueError as cause:
            raise InputRefused from cause

    jobs.run(refuse, receiver=receiver, done="take", failed="regret")
    assert jobs.wait(5_000)
    (error,) = receiver.errors
    assert isinstance(error, InputRefused)
    assert error.__traceback__ is None
    assert error.__cause__ is None
    assert error.__context__ is None
    assert journal.ends == ["InputRefused"]
    assert receiver.got == []


@pytest.mark.expect_log("ZeroDivisionError at test_jobs.py:")
def test_an_unforeseen_error_is_logged_by_type_and_place_only(jobs, caplog):
    receiver = Receiver()

    def fail(work):
        name = "Zoë van 't Hart"
        return len(name) / 0

    jobs.run(fail, receiver=receiver, failed="regret")
    assert jobs.wait(5_000)
    (error,) = receiver.errors
    assert isinstance(error, Unforeseen)
    assert isinstance(error, WorkbenchError)
    assert "Zoë" not in caplog.text
    (record,) = caplog.records
    assert record.exc_info is None
    assert record.getMessage().startswith("ZeroDivisionError at test_jobs.py:")


def test_an_error_that_nobody_takes_is_told_by_the_signal(jobs, qtbot):
    def refuse(work):
        raise InputRefused

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(refuse)
    assert isinstance(told.args[0], InputRefused)


def test_the_answer_to_something_destroyed_is_dropped(jobs):
    gate = threading.Event()
    gone, deleted = Receiver(), Receiver()
    jobs.run(lambda work: gate.wait(5), receiver=gone, done="take")
    jobs.run(lambda work: 1, receiver=deleted, done="take")
    deleted.deleteLater()
    watch = weakref.ref(gone)
    del gone
    gc.collect()
    assert watch() is None, "a waiting job must not keep its page alive"
    gate.set()
    assert jobs.wait(5_000)
    assert jobs.wait(0)


def test_a_misspelt_slot_fails_where_it_was_written(jobs):
    with pytest.raises(AttributeError):
        jobs.run(lambda work: 1, receiver=Receiver(), done="tkae")
    assert not jobs.busy


def test_a_job_may_start_the_next_and_wait_covers_both(jobs):
    class Chain(Receiver):
        def take(self, result):
            super().take(result)
            if result < 3:
                jobs.run(lambda work: result + 1, receiver=self, done="take")

    receiver = Chain()
    jobs.run(lambda work: 1, receiver=receiver, done="take")
    assert jobs.wait(5_000)
    assert receiver.got == [1, 2, 3]


def test_busy_is_told_once_for_a_row_of_jobs(jobs):
    told: list[object] = []
    jobs.busy_changed.connect(told.append)
    for _ in range(3):
        jobs.run(lambda work: None)
    assert jobs.wait(5_000)
    assert told == [True, False]


def test_wait_gives_up_in_time_and_says_so(jobs):
    gate = threading.Event()
    jobs.run(lambda work: gate.wait(5))
    assert not jobs.wait(30)
    gate.set()
    assert jobs.wait(5_000)


def test_stop_finishes_what_is_queued_and_refuses_more(qapp, journal):
    jobs = Jobs(journal.open)
    receiver = Receiver()
    for number in range(20):
        jobs.run(lambda work, n: n, number, receiver=receiver, done="take")
    jobs.stop()
    assert receiver.got == list(range(20))
    assert jobs.stopped
    with pytest.raises(RuntimeError):
        jobs.run(lambda work: 1)
    jobs.stop()
    qapp.processEvents()
    assert receiver.got == list(range(20))


def test_nothing_of_a_job_stays_behind(qapp, journal):
    class Secret:
        pass

    secret = Secret()
    watch = weakref.ref(secret)
    jobs = Jobs(journal.open)
    receiver = Receiver()
    jobs.run(lambda work, held: len(str(held)), secret, receiver=receiver, done="take")
    assert jobs.wait(5_000)
    jobs.stop()
    del secret
    gc.collect()
    assert watch() is None


def test_wait_still_works_once_the_application_was_told_to_quit(qapp, jobs):
    receiver = Receiver()
    qapp.exit(0)
    try:
        jobs.run(lambda work: 1, receiver=receiver, done="take")
        assert jobs.wait(5_000)
        assert receiver.got == [1]
    finally:
        # A fresh run takes the request to quit back; the tests after this one need their loops.
        QTimer.singleShot(0, qapp.quit)
        qapp.exec()


def test_what_hangs_can_be_abandoned(qapp, journal):
    jobs, gate, receiver = Jobs(journal.open), threading.Event(), Receiver()
    jobs.run(lambda work: gate.wait(5), receiver=receiver, done="take")
    jobs.abandon()
    assert jobs.stopped
    assert not jobs.busy
    gate.set()
    jobs._database.stop()
    qapp.processEvents()
    assert receiver.got == []
