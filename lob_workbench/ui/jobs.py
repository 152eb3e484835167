"""Work away from the window: a worker for the database, one for what is slow without it, and one
for what is kept on the laptop.

Plain Python threads, not ``QThread``: a worker here needs no event loop and owns no ``QObject``.
It reads a queue, and so does the main thread; the only thing that Qt carries across is an empty
queued signal. So no answer ever waits inside Qt's event queue, where it could outlive a lock.
"""

import logging
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Final

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.operation import WorkFactory
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_log = logging.getLogger(__name__)

WAIT_MS: Final = 30_000


class Unforeseen(WorkbenchError):
    """Something that nobody planned for: the log has its type and place, and no data."""

    message = QT_TRANSLATE_NOOP("errors", "Er ging iets mis. Probeer het nog een keer.")

    def __init__(self, kind: str, place: str) -> None:
        super().__init__()
        self.kind = kind
        self.place = place


@dataclass(frozen=True, slots=True)
class _Job:
    """What to do, and whom to tell. The receiver is held weakly: a page may go away meanwhile."""

    task: Callable[[], object]
    receiver: "weakref.ref[QObject] | None"
    done: str
    failed: str


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    result: object
    error: WorkbenchError | None


class _Worker:
    """A thread that does jobs in the order in which they came; it starts with the first one."""

    def __init__(self, name: str, answer: Callable[[_Answer], None]) -> None:
        self._name = name
        self._answer = answer
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, job: _Job) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._queue.put(job)

    def stop(self) -> None:
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def let_go(self) -> None:
        """End after what runs now, without waiting for it; nothing that is queued is begun."""
        if self._thread is not None:
            with suppress(Empty):
                while True:
                    self._queue.get_nowait()
            self._queue.put(None)
            self._thread = None

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            self._answer(_carry_out(job))
            # The loop variable would keep the last page's arguments alive until the next job.
            del job


def _carry_out(job: _Job) -> _Answer:
    try:
        return _Answer(job, job.task(), None)
    except Exception as error:
        return _Answer(job, None, _told(error))


def _told(error: Exception) -> WorkbenchError:
    """The error as it may travel: without frames, since those hold sessions, keys and texts."""
    if isinstance(error, WorkbenchError):
        told: WorkbenchError = error
    else:
        told = Unforeseen(type(error).__name__, place_of(error.__traceback__))
        _log.error("%s at %s", told.kind, told.place)
    told.__cause__ = told.__context__ = None
    return told.with_traceback(None)


def place_of(trace: TracebackType | None) -> str:
    """Where an error arose, as ``file.py:line``, without the path (it may name a person)."""
    place = "?"
    while trace is not None:
        place = f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


class Jobs(QObject):
    """Runs operations on the database worker and brings their answers to the main thread.

    Create, call and stop it on the main thread. Receivers name their slots as text; the slot is
    looked up when the answer is there, so an answer to something destroyed is dropped.
    """

    changed = Signal(Changes)
    """After a write, whoever asked for it: what it touched."""

    failed = Signal(Exception)
    """An error that no receiver takes: its ``failed`` was left out."""

    troubled = Signal(Exception)
    """Any error, also one that a receiver takes: for who watches over disk and database."""

    busy_changed = Signal(bool)
    """Work began (``True``) or the last answer was delivered (``False``)."""

    _answered = Signal()

    def __init__(self, factory: WorkFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factory: WorkFactory | None = factory
        self._answers: SimpleQueue[_Answer] = SimpleQueue()
        self._pending = 0
        self._hearing = threading.Lock()
        self._database = _Worker("lob-database", self._take)
        self._workshop = _Worker("lob-workshop", self._take)
        self._laptop = _Worker("lob-laptop", self._take)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something runs, waits, or was not delivered yet."""
        return self._pending > 0

    @property
    def stopped(self) -> bool:
        """Whether :meth:`stop` was called; nothing can be run any more."""
        return self._factory is None

    def run(
        self,
        operation: Callable[..., object],
        *args: object,
        receiver: QObject | None = None,
        done: str = "",
        failed: str = "",
    ) -> None:
        """Call ``operation(work, *args)`` in a unit of work of its own, in order of asking.

        ``receiver.<done>(result)`` is called on the main thread after the commit, or
        ``receiver.<failed>(error)`` with a ``WorkbenchError`` whose text can be shown as it is.
        A result that is ``Changes``, or carries them as ``.changes``, is broadcast afterwards.
        """
        factory = self._working_factory()

        def in_unit_of_work() -> object:
            with factory() as work:
                return operation(work, *args)

        self._submit(self._database, in_unit_of_work, receiver, done, failed)

    def render(
        self,
        function: Callable[..., object],
        *args: object,
        receiver: QObject | None = None,
        done: str = "",
        failed: str = "",
    ) -> None:
        """Call ``function(*args)`` beside the database: paper, key derivation, copies of files."""
        self._working_factory()

        def apart() -> object:
            return function(*args)

        self._submit(self._workshop, apart, receiver, done, failed)

    def locally(
        self,
        function: Callable[..., object],
        *args: object,
        receiver: QObject | None = None,
        done: str = "",
        failed: str = "",
    ) -> None:
        """Call ``function(*args)`` for what is kept on the laptop, in order of asking.

        Apart from both others: those may hang on a school's server that is silent.
        """
        self._working_factory()

        def here() -> object:
            return function(*args)

        self._submit(self._laptop, here, receiver, done, failed)

    def wait(self, timeout: int = WAIT_MS, enough: Callable[[], bool] | None = None) -> bool:
        """Let the window live, deaf to keys and mouse, until all is done, or it is ``enough``.

        ``timeout`` is in milliseconds. ``False`` when there is still work after it.
        """
        if not self.busy:
            return True
        loop = QEventLoop()
        deadline = QTimer()
        deadline.setSingleShot(True)
        deadline.start(timeout)
        flags = QEventLoop.ProcessEventsFlag
        # Not `exec`: once the application was told to quit, that returns at once, for ever.
        while self._pending and deadline.isActive() and not (enough is not None and enough()):
            loop.processEvents(flags.ExcludeUserInputEvents | flags.WaitForMoreEvents)
        return not self.busy

    def stop(self) -> None:
        """Finish what is queued, deliver it, and end the threads. Afterwards nothing runs."""
        if self.stopped:
            return
        self._database.stop()
        self._workshop.stop()
        self._laptop.stop()
        # Before the deliveries, so that none of them can start something that nobody will end.
        self._factory = None
        while self._pending:
            self._deliver()

    def abandon(self) -> None:
        """Stop without waiting for what hangs: its thread ends when it can, unheard.

        What is kept on the laptop is finished.
        """
        self._laptop.stop()
        with self._hearing:
            self._factory = None
            self._pending = 0
        for worker in (self._database, self._workshop):
            worker.let_go()

    def _working_factory(self) -> WorkFactory:
        if self._factory is None:
            raise RuntimeError("jobs were stopped")
        return self._factory

    def _submit(
        self,
        worker: _Worker,
        task: Callable[[], object],
        receiver: QObject | None,
        done: str,
        failed: str,
    ) -> None:
        for slot in filter(None, (done, failed)):
            # A misspelt name should fail where it was written, not when the answer comes.
            if not callable(getattr(receiver, slot)):
                raise TypeError(slot)
        held = None if receiver is None else weakref.ref(receiver)
        self._pending += 1
        if self._pending == 1:
            self.busy_changed.emit(True)
        worker.put(_Job(task, held, done, failed))

    def _take(self, answer: _Answer) -> None:
        """Called on a worker's thread."""
        with self._hearing:
            # Abandoned, it may be gone as a QObject by now.
            if self._factory is not None or self._pending:
                self._answers.put(answer)
                self._answered.emit()

    @Slot()
    def _deliver(self) -> None:
        try:
            answer = self._answers.get_nowait()
        except Empty:
            return  # `stop` was faster than the signal.
        if not self._pending:
            return  # Abandoned.
        self._pending -= 1
        try:
            self._hand_over(answer)
        finally:
            if self._pending == 0:
                self.busy_changed.emit(False)

    def _hand_over(self, answer: _Answer) -> None:
        try:
            if answer.error is not None:
                self.troubled.emit(answer.error)
            if answer.error is None:
                _call(answer.job, answer.job.done, answer.result)
            elif answer.job.failed:
                _call(answer.job, answer.job.failed, answer.error)
            else:
                self.failed.emit(answer.error)
        finally:
            changes = _changes_in(answer.result)
            if changes is not None:
                self.changed.emit(changes)


def _call(job: _Job, slot: str, value: object) -> None:
    receiver = None if job.receiver is None else job.receiver()
    if slot and receiver is not None and shiboken6.isValid(receiver):
        getattr(receiver, slot)(value)


def _changes_in(result: object) -> Changes | None:
    if isinstance(result, Changes):
        return result
    changes = getattr(result, "changes", None)
    return changes if isinstance(changes, Changes) else None
