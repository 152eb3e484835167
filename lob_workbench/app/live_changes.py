"""Hears what others change at school, and whether the line is there, beside the window."""

import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from lob_workbench.storage.server_changes import Heard

_ASK_SECONDS: Final = 15.0
"""Asked at least this often: a bell may be missed."""
_STEP_SECONDS: Final = 0.25
_RETRY_SECONDS: Final = 3.0
_JOIN_SECONDS: Final = 2.0
"""A lock does not wait for a server that is silent; the thread then ends by itself, unheard."""


class LiveChanges(QObject):
    """A thread with a connection of its own. Make, start and stop it on the main thread."""

    heard = Signal(object)
    """``Changes`` that somebody else made."""
    line_changed = Signal(bool)
    """The line went (``False``) or is back (``True``); nothing is said of a first connection."""

    def __init__(self, engine: "Engine", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._stop = threading.Event()
        self._up = True
        self._reached = False
        self._thread = threading.Thread(target=self._watch, name="lob-live", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and its connection. Harmless when done twice."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(_JOIN_SECONDS)

    def _watch(self) -> None:
        import psycopg

        from lob_workbench.storage.server_changes import Heard

        known = Heard()
        while not self._stop.is_set():
            self._reached = False
            with suppress(WorkbenchError, psycopg.OperationalError, psycopg.InterfaceError):
                self._listen(known)
            if self._stop.is_set():
                return
            # A line that broke may be mended at once; one that cannot be laid again is told.
            if not self._reached:
                self._say(up=False)
                self._stop.wait(_RETRY_SECONDS)

    def _listen(self, known: "Heard") -> None:
        from lob_workbench.storage.server_changes import bell

        with bell(self._engine) as line:
            while not self._stop.is_set():
                self._ask(known)
                self._reached = True
                self._say(up=True)
                until = monotonic() + _ASK_SECONDS
                while not self._stop.is_set() and monotonic() < until:
                    if list(line.notifies(timeout=_STEP_SECONDS, stop_after=1)):
                        # Several commits in a row are one question.
                        self._stop.wait(_STEP_SECONDS)
                        list(line.notifies(timeout=0, stop_after=1_000))
                        break

    def _ask(self, known: "Heard") -> None:
        kinds, students = known.news(self._engine)
        if kinds and not self._stop.is_set():
            # A silent server outlasts the patience of `stop`: the window may be gone by now.
            with suppress(RuntimeError):
                self.heard.emit(Changes(kinds, students))

    def _say(self, *, up: bool) -> None:
        if up != self._up and not self._stop.is_set():
            self._up = up
            with suppress(RuntimeError):
                self.line_changed.emit(up)
