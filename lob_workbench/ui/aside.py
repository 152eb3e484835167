"""A call that may never come back, on a thread that nobody waits for.

The key ring of a computer asks the person, or hangs: neither may hold up a window, a lock or a
close, as a job of `ui/jobs.py` would.
"""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS: Final = 30


class Aside(QObject):
    """One call at a time; ``answered`` has what it gave, or ``otherwise`` when it took too long.

    Who gave up hears nothing more of that call: its answer, when it comes, is dropped.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: SimpleQueue[object] | None = None
        self._otherwise: object = None
        self._deadline = 0.0
        # Nothing of Qt is touched from the other thread: this object may be gone by then.
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def asking(self) -> bool:
        """Whether a call is under way that somebody still waits for."""
        return self._answers is not None

    def ask(
        self, function: Callable[..., object], *args: Any, otherwise: object, seconds: float
    ) -> None:
        """Call ``function(*args)``; what it raises counts as ``otherwise``."""
        answers: SimpleQueue[object] = SimpleQueue()

        def call() -> None:
            try:
                answers.put(function(*args))
            except Exception:
                answers.put(otherwise)

        self._answers, self._otherwise = answers, otherwise
        self._deadline = monotonic() + seconds
        threading.Thread(target=call, name="lob-aside", daemon=True).start()
        self._timer.start()

    def give_up(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        self._answers = self._otherwise = None

    def _look(self) -> None:
        if self._answers is None:
            return
        try:
            answer = self._answers.get_nowait()
        except Empty:
            if monotonic() < self._deadline:
                return
            answer = self._otherwise
        self.give_up()
        self.answered.emit(answer)
