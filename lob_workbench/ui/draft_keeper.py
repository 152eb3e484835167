"""Keeps what is being typed, so that a crash costs at most a second and a half of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from lob_workbench.ui.jobs import WAIT_MS, Jobs

THROTTLE_MS: Final = 1_000
"""From the first unsaved keystroke to the save; leaves half a second for the save itself."""

RETRY_MS: Final = 3_000


class DraftKeeper(QObject):
    """Saves a draft in the background: a throttle, not a debounce, so steady typing is saved too.

    ``collect`` (a bound method, held weakly) gives the arguments after ``work`` for ``save``, or
    ``None`` when there is nothing to keep. ``save(work, *collected)`` is an operation; when it
    returns a moment, ``saved`` tells that one. After a failure the keeper tries again every three
    seconds until it succeeds. It also saves when the focus moves or the window is left.
    """

    saved = Signal(datetime)
    failed = Signal(Exception)

    def __init__(
        self,
        parent: QObject,
        jobs: Jobs,
        collect: Callable[[], tuple[Any, ...] | None],
        save: Callable[..., object],
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        # A strong reference would close a circle around the page that Python alone cannot see.
        self._collect = WeakMethod(collect)
        self._save_operation = save
        self._dirty = False
        self._saving = False
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._save_on_focus)
            app.applicationStateChanged.connect(self._save_on_leaving)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return self._dirty or self._saving

    def touch(self) -> None:
        """Something was typed: it will be saved within a second and a half."""
        self._dirty = True
        if not self._saving and not self._timer.isActive():
            self._timer.start(THROTTLE_MS)

    def forget(self) -> None:
        """What was typed is recorded or thrown away: do not save it any more."""
        self._dirty = False
        self._timer.stop()

    def flush(self, wait: bool = True, timeout: int = WAIT_MS) -> bool:
        """Save now. With ``wait``, until it is on the disk; ``False`` when that did not work."""
        self._save()
        while wait and self._saving and self._jobs.wait(timeout):
            # Typed meanwhile; after a failure the timer tries again instead.
            if not self._failing:
                self._save()
        return not self.unsaved

    @Slot()
    def _save(self) -> None:
        if not self._dirty or self._saving or self._jobs.stopped:
            return
        self._timer.stop()
        collect = self._collect()
        collected = None if collect is None else collect()
        self._dirty = False
        if collected is None:
            return
        self._saving = True
        self._jobs.run(
            self._save_operation,
            *collected,
            receiver=self,
            done="_take_saved",
            failed="_take_failed",
        )

    def _take_saved(self, moment: object) -> None:
        self._saving = self._failing = False
        if self._dirty:
            self._timer.start(THROTTLE_MS)
        self.saved.emit(moment if isinstance(moment, datetime) else datetime.now(UTC))

    def _take_failed(self, error: Exception) -> None:
        self._saving = False
        self._failing = self._dirty = True
        self._timer.start(RETRY_MS)
        self.failed.emit(error)

    def _save_on_focus(self, _old: object, _new: object) -> None:
        self._save()

    def _save_on_leaving(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._save()
