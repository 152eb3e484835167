"""Hears from the system that the screen was locked or that the computer goes to sleep.

Linux tells over D-Bus (`system_bus`), Windows in messages to a window (`system_messages`). Where
neither speaks, as on macOS, the clock does: what slept finds that more time went by than it lived.
"""

import sys
import time
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS: Final = 5_000
_SLEPT_SECONDS: Final = 30.0


class Leaving(StrEnum):
    """What the system told."""

    LOCKED = "locked"
    SLEEPING = "sleeping"
    SLEPT = "slept"


class SystemSource(QObject):
    """Where one kind of system tells it."""

    left = Signal(Leaving)

    def let_sleep(self) -> None:
        """All is saved: the computer may go to sleep."""


class SystemWatch(QObject):
    """Emits ``left`` each time that the person leaves, from any source; twice is harmless.

    After ``SLEEPING`` the computer waits a few seconds for ``let_sleep``, where it can.
    """

    left = Signal(Leaving)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: SystemSource | None = None
        self._ahead = self._seen = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, window_id: int) -> None:
        """Listen from now; ``window_id`` is the window that Windows sends its messages to."""
        if self._timer.isActive():
            return
        self._ahead, self._seen = _ahead(), time.monotonic()
        self._timer.start()
        self._source = _source(window_id, self)
        if self._source is not None:
            self._source.left.connect(self.left)

    def let_sleep(self) -> None:
        """All is saved: the computer may go to sleep."""
        if self._source is not None:
            self._source.let_sleep()

    def look(self) -> None:
        """Compare the clock on the wall with the time lived: did the computer sleep in between?"""
        ahead, seen = _ahead(), time.monotonic()
        slept = ahead - self._ahead > _SLEPT_SECONDS
        # Where sleep counts as lived, this look comes far too late instead.
        slept = slept or seen - self._seen > _SLEPT_SECONDS + _LOOK_MS / 1000
        self._ahead, self._seen = ahead, seen
        if slept:
            self.left.emit(Leaving.SLEPT)


def _source(window_id: int, parent: QObject) -> SystemSource | None:
    if sys.platform == "win32":
        from lob_workbench.ui.system_messages import SystemMessages

        return SystemMessages(window_id, parent)
    if sys.platform == "darwin":
        return None
    from lob_workbench.ui.system_bus import SystemBus

    return SystemBus(parent)


def _ahead() -> float:
    """How far the clock on the wall is ahead of the time lived."""
    return time.time() - time.monotonic()
