"""Asks the database while somebody types: one question at a time, and only the newest counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from lob_workbench.app.search_rows import MOST
from lob_workbench.features.search.rules import Found
from lob_workbench.ui.context import PageContext

NOTHING: Found[Any] = Found()


class Asking(QObject):
    """One operation ``(work, typed, most) -> Found``, asked again as the words change.

    While a question runs later words wait, and only the last of them is asked; an answer to words
    that changed since is dropped. ``changed`` tells that there is something else to show.
    """

    changed = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        context: PageContext,
        operation: Callable[..., object] | None,
        pause: Callable[[str], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._operation = operation
        self._pause = pause
        self._wanted: tuple[str, int] = ("", MOST)
        self._running: tuple[str, int] | None = None
        self.found: Found[Any] = NOTHING
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether an answer to the present words is still to come."""
        return self._timer.isActive() or self._running is not None

    def ask(self, typed: str, most: int = MOST) -> None:
        """These are the words now."""
        if self._operation is None:
            return
        self._wanted = (typed, most)
        if not typed.strip():
            self._timer.stop()
            self._show(NOTHING)
            return
        self._timer.start(self._pause(typed))

    def ask_more(self, most: int) -> None:
        """The same words, and more rows."""
        self._wanted = (self._wanted[0], most)
        self._ask()

    def forget(self) -> None:
        """Nothing was asked, and what is on its way is dropped."""
        self._timer.stop()
        self._wanted = ("", MOST)
        self.found = NOTHING

    def _ask(self) -> None:
        if self._running is None and self._operation is not None:
            self._running = self._wanted
            self._context.jobs.run(
                self._operation, *self._wanted, receiver=self, done="take", failed="give_up"
            )

    def take(self, found: Found[Any]) -> None:
        """An answer came."""
        asked, self._running = self._running, None
        if asked == self._wanted:
            self._show(found)
        elif self._wanted[0].strip() and not self._timer.isActive():
            self._ask()

    def give_up(self, error: Exception) -> None:
        """No answer came."""
        self._running = None
        self._show(NOTHING)
        self.failed.emit(error)

    def _show(self, found: Found[Any]) -> None:
        self.found = found
        self.changed.emit()
