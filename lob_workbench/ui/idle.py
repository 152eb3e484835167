"""Notices that nobody is at the desk."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_LOOK_MS: Final = 5_000


class IdleWatch(QObject):
    """Emits ``idle`` once after some minutes without a key or the mouse, in any window.

    A laptop that slept counts as left alone. ``minutes`` 0 switches it off.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = 0.0
        self._last = monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)

    @property
    def watching(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def watch(self, minutes: float) -> None:
        """Count from now; 0 stops it."""
        app = QCoreApplication.instance()
        assert app is not None, "an idle watch needs an application"
        app.removeEventFilter(self)
        self._timer.stop()
        self._seconds = minutes * 60
        self._last = monotonic()
        if minutes > 0:
            app.installEventFilter(self)
            # A timer that only looks: starting one again at each mouse move costs more.
            self._timer.start(min(_LOOK_MS, max(10, int(self._seconds * 200))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            # A first touch after the time is up (a laptop that woke) must not undo it.
            if monotonic() - self._last < self._seconds:
                self._last = monotonic()
            else:
                # Not here: who hears it may destroy the very widget that this event is for.
                self._soon.start()
        return False

    @Slot()
    def _look(self) -> None:
        if self._timer.isActive() and monotonic() - self._last >= self._seconds:
            self.watch(0)
            self.idle.emit()
