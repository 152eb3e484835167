"""Keeps what is being typed, so that a crash costs at most a second and a half of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.domain.errors import StaleSave
from lob_workbench.ui.away import Away
from lob_workbench.ui.jobs import WAIT_MS, Jobs

THROTTLE_MS: Final = 1_000
"""From the first unsaved keystroke to the save; leaves half a second for the save itself."""

RETRY_MS: Final = 3_000

AWAY_MS: Final = 350
"""A school that has not answered by then may be gone: the laptop keeps the words too."""

_KEPT_MS: Final = 2_500
"""Leaving a page waits this long for the laptop's own disk."""


class DraftKeeper(QObject):
    """Saves a draft in the background: a throttle, not a debounce, so steady typing is saved too.

    ``collect`` (a bound method, held weakly) gives the arguments after ``work`` for ``save``, or
    ``None`` when there is nothing to keep. ``save(work, *collected)`` is an operation; when it
    returns a moment, ``saved`` tells that one. After a failure the keeper tries again every three
    seconds until it succeeds. It also saves when the focus moves or the window is left.

    At a school, with ``away`` and ``copy_of(*collected)`` (a function), what the school does not
    confirm at once is kept on the laptop as well; ``kept_here`` tells the moment. That copy goes
    when the school has the words.

    With ``stop_at_stale`` a ``StaleSave`` is not tried again: ``stale`` tells it, and nothing is
    sent before :meth:`resume` or :meth:`forget`. What was typed is unsaved until then.
    """

    saved = Signal(datetime)
    failed = Signal(Exception)
    stale = Signal()
    """Other words stand there; somebody has to choose."""
    kept_here = Signal(datetime)
    """The school did not take it (yet); it is on the laptop since this moment."""

    def __init__(
        self,
        parent: QObject,
        jobs: Jobs,
        collect: Callable[[], tuple[Any, ...] | None],
        save: Callable[..., object],
        *,
        away: Away | None = None,
        copy_of: Callable[..., DraftCopy] | None = None,
        stop_at_stale: bool = False,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        # A strong reference would close a circle around the page that Python alone cannot see.
        self._collect = WeakMethod(collect)
        self._save_operation = save
        self._away = away if copy_of is not None else None
        self._copy_of = copy_of
        self._stop_at_stale = stop_at_stale
        self._stopped = False
        self._dirty = False
        self._failing = False
        self._ask_again = False
        self._typed = 0  # counts what was collected, so that older and newer words are told apart
        self._waiting: tuple[Any, ...] | None = None
        self._sending: tuple[int, tuple[Any, ...]] | None = None
        self._writing = 0
        self._here: dict[tuple[str, Any], int] = {}
        self._here_typed = 0
        self._kept_at = datetime.now(UTC)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save)
        self._away_timer = QTimer(self)
        self._away_timer.setSingleShot(True)
        self._away_timer.timeout.connect(self._keep_here)
        if self._away is not None:
            self._away.line_changed.connect(self._hear_line)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._save_on_focus)
            app.applicationStateChanged.connect(self._save_on_leaving)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not at its own place yet; it may be on the laptop."""
        return self._dirty or self._sending is not None or self._waiting is not None

    @property
    def safe(self) -> bool:
        """Whether everything typed is on a disk: at its own place, or on this laptop."""
        if not self.unsaved:
            return True
        return not self._dirty and not self._writing and self._here_typed == self._typed > 0

    @property
    def stopped(self) -> bool:
        """Whether other words stand there, and nothing is sent."""
        return self._stopped

    def resume(self, *, soon: bool = False) -> None:
        """Try again what was refused as stale: at once, or ``soon``, after a failure."""
        if self._stopped:
            self._stopped = False
            if soon:
                self._failing = True
                self._timer.start(RETRY_MS)
            else:
                self._save()

    def touch(self) -> None:
        """Something was typed: it will be saved within a second and a half."""
        self._dirty = True
        if self._sending is not None and self._away is not None:
            # The school is still silent about what came before: these words do not wait for it.
            if not self._away_timer.isActive():
                self._away_timer.start(THROTTLE_MS)
        elif self._failing and self._away is not None:
            if not self._away_timer.isActive():
                self._away_timer.start(THROTTLE_MS)
        elif self._sending is None and not self._timer.isActive():
            self._timer.start(THROTTLE_MS)

    def forget(self, *, here: bool = False) -> None:
        """What was typed is recorded or thrown away: do not save it any more.

        ``here`` forgets the copy on this laptop too.
        """
        self._dirty = self._stopped = self._ask_again = False
        self._waiting = None
        self._timer.stop()
        self._away_timer.stop()
        for key in tuple(self._here):
            self._let_go(key, discard=here)

    def flush(self, wait: bool = True, timeout: int = WAIT_MS) -> bool:
        """Save now. With ``wait``, until it is on a disk; ``False`` when that did not work."""
        self._save()
        if self._away is not None and not self._jobs.stopped and self.unsaved:
            if not self._away.line_up or self._failing or self._sending is None:
                self._keep_here()
            elif wait:
                self._jobs.wait(AWAY_MS, self._is_safe)
                if self._sending is not None:
                    self._keep_here()
            if wait and not self._is_safe():
                self._jobs.wait(_KEPT_MS, self._is_safe)
            if self.safe:
                return True
        while wait and self._sending is not None and self._jobs.wait(timeout, self._is_safe):
            # Typed meanwhile; after a failure the timer tries again instead.
            if not self._failing:
                self._save()
            if self.safe:
                break
        return self.safe

    def _is_safe(self) -> bool:
        return self.safe

    def _gather(self, *, again: bool = False) -> None:
        """Take in what was typed since the last time."""
        if not self._dirty and not again:
            return
        collect = self._collect()
        collected = None if collect is None else collect()
        self._dirty = False
        if collected is not None:
            self._waiting = collected
            self._typed += 1

    @Slot()
    def _save(self) -> None:
        if self._sending is not None or self._stopped or self._jobs.stopped:
            return
        if not self._dirty and self._waiting is None:
            return
        self._timer.stop()
        self._gather(again=self._ask_again)
        self._ask_again = False
        if self._waiting is None:
            return
        self._sending = self._typed, self._waiting
        self._waiting = None
        self._jobs.run(
            self._save_operation,
            *self._sending[1],
            receiver=self,
            done="_take_saved",
            failed="_take_failed",
        )
        if self._away is not None:
            if self._away.line_up and not self._failing:
                self._away_timer.start(AWAY_MS)
            else:
                self._keep_here()

    def _take_saved(self, moment: object) -> None:
        assert self._sending is not None
        number, sent = self._sending
        self._sending = None
        self._failing = False
        self._away_timer.stop()
        if self._copy_of is not None:
            key = self._copy_of(*sent).key
            if self._here.get(key, number + 1) <= number:
                self._let_go(key, discard=True)
        if self._dirty or self._waiting is not None:
            self._timer.start(THROTTLE_MS)
        self.saved.emit(moment if isinstance(moment, datetime) else datetime.now(UTC))

    def _take_failed(self, error: Exception) -> None:
        assert self._sending is not None
        _, sent = self._sending
        self._sending = None
        if self._waiting is None:
            self._waiting = sent
        if self._stop_at_stale and isinstance(error, StaleSave):
            self._stopped, self._failing = True, False
            self._keep_here()
            self._dirty = True
            self.stale.emit()
            return
        self._failing = True
        self._timer.start(RETRY_MS)
        self._keep_here()
        # At the next try: what goes with the words may have changed meanwhile.
        self._ask_again = True
        self.failed.emit(error)
        if self._away is not None:
            self._tell_kept()

    # On the laptop

    @Slot()
    def _keep_here(self) -> None:
        """Put the newest words on the laptop, unless they are there."""
        if self._away is None or self._copy_of is None or self._jobs.stopped:
            return
        self._gather()
        newest = self._waiting or (self._sending and self._sending[1])
        if newest is None or self._here_typed == self._typed:
            return
        copy = self._copy_of(*newest)
        self._here[copy.key] = self._here_typed = self._typed
        self._writing += 1
        self._away.hold(copy.key)
        self._jobs.locally(
            self._away.drafts.keep, copy, receiver=self, done="_take_kept", failed="_take_unkept"
        )

    def _take_kept(self, moment: datetime) -> None:
        self._writing -= 1
        self._kept_at = moment
        self._tell_kept()

    def _take_unkept(self, error: Exception) -> None:
        self._writing -= 1
        self._here_typed = 0
        self.failed.emit(error)

    def _tell_kept(self) -> None:
        """Say it only when the school is really gone, and not merely slow."""
        away = self._away
        if away is None or self._writing or not self._here or self._here_typed != self._typed:
            return
        if self._failing or not away.line_up:
            self.kept_here.emit(self._kept_at)
        elif self._sending is not None:
            QTimer.singleShot(2_000, self, self._tell_silent)

    def _tell_silent(self) -> None:
        if self._sending is not None and self._here and not self._writing:
            self.kept_here.emit(self._kept_at)

    def _let_go(self, key: tuple[str, Any], *, discard: bool) -> None:
        self._here.pop(key, None)
        if self._away is None:
            return
        self._away.release(key)
        if discard and not self._jobs.stopped:
            self._jobs.locally(
                self._away.drafts.discard_own, *key, receiver=self, done="", failed="_not_discarded"
            )

    def _not_discarded(self, _error: Exception) -> None:
        """The copy stays; it is offered once more, which costs a click and no words."""

    def _hear_line(self, up: bool) -> None:
        if up and self.unsaved:
            self._save()
        elif not up:
            self._keep_here()

    def _save_on_focus(self, _old: object, _new: object) -> None:
        self._save()

    def _save_on_leaving(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._save()
