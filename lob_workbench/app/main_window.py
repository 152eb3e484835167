"""The window: which screen is in it, and when a workbook opens, locks and closes."""

import gc
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from lob_workbench.app.farewell import Farewell
from lob_workbench.app.features import FEATURES
from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.place import place_of
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.silence import cut_when_silent
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.contributions import Feature, Target, Tone
from lob_workbench.domain.operation import Work
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.idle import IdleWatch
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message, MessageBar
from lob_workbench.ui.theme import ThemeMode, apply_theme

if TYPE_CHECKING:
    from lob_workbench.app.frame import Frame
    from lob_workbench.app.session import Session
    from lob_workbench.people.school import Preferences
    from lob_workbench.ui.context import Paper

LEAST_SIZE: Final = (960, 540)
IMPORT_PAGE: Final = "student_import"


def _no_work() -> AbstractContextManager[Work]:
    raise RuntimeError("no workbook is open")


class MainWindow(QMainWindow):
    """Owns the session while one is open, and everything that must end when it ends.

    ``ready`` is emitted when a workbook's first page, or the first screen, stands there.
    """

    ready = Signal()

    def __init__(
        self,
        clock: Clock | None = None,
        recent: RecentWorkbooks | None = None,
        features: tuple[Feature, ...] = FEATURES,
    ) -> None:
        super().__init__()
        self._clock = clock or SystemClock()
        self._recent = recent or RecentWorkbooks()
        self._features = features
        self._errands = Jobs(_no_work, self)
        self._errands.failed.connect(self._tell)
        self._session: Session | SchoolSession | None = None
        self._jobs: Jobs | None = None
        self._place: Target | None = None
        self._temporary: Path | None = None
        self._closing = False
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._bar = MessageBar(self._holder)
        self._bar.hide()
        self._column.addWidget(self._bar)
        self._screen: QWidget | None = None
        self.setCentralWidget(self._holder)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(1366, 768)
        self.setWindowTitle("LOB-werkbank")

    # What is in the window

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in the window: first screen, wizard, frame, unlock screen…"""
        return self._screen

    @property
    def frame(self) -> "Frame | None":
        """The frame with the pages while a workbook is open."""
        from lob_workbench.app.frame import Frame

        return self._screen if isinstance(self._screen, Frame) else None

    @property
    def session(self) -> "Session | SchoolSession | None":
        """The open workbook, or the school."""
        return self._session

    @property
    def jobs(self) -> Jobs | None:
        """The background work of the open workbook."""
        return self._jobs

    @property
    def errands(self) -> Jobs:
        """Background work without a workbook: opening, making, restoring, backing up."""
        return self._errands

    def begin(self, folder: Path | None = None, *, demo: bool = False, school: str = "") -> None:
        """Offer ``folder`` or the workbook used last; or the example, or the login of a school."""
        if demo:
            self.show_example()
        elif school:
            self.show_school(school)
        else:
            self.show_first(folder)

    def show_first(self, folder: Path | None = None) -> None:
        """The three doors."""
        self._forget_temporary()
        screen = FirstScreen(
            self._errands,
            self._clock,
            self._recent,
            self._holder,
            folder if folder is not None and folder.is_dir() else None,
        )
        screen.opened.connect(self.take_session)
        screen.new_requested.connect(self.show_new)
        screen.school_requested.connect(self.show_school)
        screen.example_requested.connect(self.show_example)
        screen.recovery_requested.connect(self.show_recovery)
        screen.restore_requested.connect(self.show_restore)
        screen.said.connect(self.say)
        screen.painted.connect(self.ready)
        self._show(screen)
        if folder is not None and not folder.is_dir():
            self.say(Message(self.tr("Die map is er niet: {0}").format(folder), Tone.ATTENTION))

    def show_new(self) -> None:
        """The steps of a new workbook."""
        from lob_workbench.app.new_workbook import NewWorkbook

        screen = NewWorkbook(self._errands, self._clock, self._holder)
        screen.left.connect(self._back_to_first)
        screen.created.connect(self._take_new)
        screen.paper_shown.connect(self._show_paper)
        self._show(screen)

    def show_school(self, address: str = "", *, locked: bool = False) -> None:
        """Log in at a school: at ``address``, or the one used last."""
        from lob_workbench.app.connect import ConnectScreen

        address = address or self._recent.school()
        screen = ConnectScreen(self._errands, self._clock, address, self._holder, locked=locked)
        screen.left.connect(self._back_to_first)
        screen.address_used.connect(self._recent.remember_school)
        screen.opened.connect(self.take_session)
        self._show(screen)

    def show_recovery(self, folder: Path) -> None:
        """Recovery code and a new passphrase."""
        from lob_workbench.app.recovery import RecoveryScreen

        screen = RecoveryScreen(self._errands, self._clock, folder, self._holder)
        screen.left.connect(self._back_to_first)
        screen.opened.connect(self.take_session)
        self._show(screen)

    def show_restore(self) -> None:
        """Put a backup back."""
        from lob_workbench.app.recovery import RestoreScreen

        newest = self._recent.newest()
        screen = RestoreScreen(self._errands, self._holder, newest and newest / "backups")
        screen.left.connect(self._back_to_first)
        screen.restored.connect(self._take_restored)
        self._show(screen)

    def show_example(self) -> None:
        """Make the example school and open it."""
        from lob_workbench.app.screen import QuietScreen
        from lob_workbench.app.session import open_example

        words = self.tr("De voorbeeldschool wordt klaargezet…")
        self._show(QuietScreen(words, self.tr("Toch niet"), self._holder))
        self._errands.render(
            open_example,
            self._clock,
            receiver=self,
            done="take_session",
            failed="_tell_at_first",
        )

    def say(self, message: Message) -> None:
        """Show a line at the bottom of whichever screen is there."""
        frame = self.frame
        if frame is not None:
            frame.message_bar.show_message(message)
        else:
            self._bar.show_message(message)
            self._bar.show()

    def _show(self, screen: QWidget) -> None:
        old, self._screen = self._screen, screen
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._bar.clear()
        self._bar.hide()
        self._column.insertWidget(0, screen, 1)
        screen.show()
        proxy = screen.focusProxy()
        if proxy is not None:
            proxy.setFocus()

    def _show_paper(self, paper: "Paper") -> None:
        from lob_workbench.app.paper_over import PaperOver

        assert self._screen is not None, "paper comes from a screen"
        over = PaperOver(self._column, self._holder)
        over.said.connect(self.say)
        over.closed.connect(self._bar.hide)
        over.show_paper(paper, self._screen)

    def _back_to_first(self) -> None:
        self.show_first()

    def _take_restored(self, folder: Path) -> None:
        self._recent.remember(folder)
        self.show_first(folder)
        self.say(Message(self.tr("De reservekopie staat terug. Open hem nu."), Tone.GOOD))

    # Open, lock, unlock

    def take_session(self, session: "Session | SchoolSession") -> None:
        """It opened: show its pages, where one was before a lock or at the first page."""
        place, self._place = self._place, None
        self._open(session, place)

    def _take_new(self, session: "Session") -> None:
        named = any(feature.name == IMPORT_PAGE for feature in self._features)
        self._open(session, Target(IMPORT_PAGE) if named else None)

    def _open(self, session: "Session | SchoolSession", place: Target | None) -> None:
        from lob_workbench.app.compose import compose

        if self._closing:
            # The answer came while the window was on its way out.
            session.close(backup=False)
            return
        self._session = session
        if session.temporary:
            self._temporary = session.folder
        elif not session.shared:
            self._recent.remember(session.folder)
        self._jobs = Jobs(session.work, self)
        frame = compose(session, self._jobs, self._features, place_of(session), self._holder)
        frame.navigator.settings_changed.connect(self.apply_preferences)
        # Later, not now: the lock destroys the very button or key that asked for it.
        frame.lock_requested.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        frame.title_changed.connect(self._retitle)
        self._show(frame)
        self._use(session.preferences)
        frame.start(place)
        for warning in () if session.shared else session.warnings:
            self.say(Message(error_text(warning), Tone.ATTENTION))
        self.ready.emit()

    def apply_preferences(self) -> None:
        """Read theme and idle minutes again, after they were changed."""
        if self._session is not None and self._jobs is not None:
            self._jobs.render(self._session.reload_preferences, receiver=self, done="_use")

    def _use(self, preferences: "Preferences") -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, ThemeMode(preferences.theme.value))
        self._idle.watch(preferences.idle_minutes)

    def lock(self) -> bool:
        """Save drafts, take the pages apart, close the workbook, and ask the passphrase again.

        ``False`` when nothing is open, or a draft could not be saved: then it stays open, since
        a lock must not cost what was typed.
        """
        session, frame = self._session, self.frame
        if session is None or frame is None:
            return False
        if not frame.leave():
            text = self.tr("Je concept kon nog niet bewaard worden, dus de werkbank bleef open.")
            self.say(Message(text, Tone.DANGER))
            self._idle.watch(session.preferences.idle_minutes)
            return False
        place = frame.target
        self._take_apart()
        self._session = None
        session.close(backup=False, keep=True)
        self._place = place
        if isinstance(session, SchoolSession):
            self.show_school(session.address.to_text(), locked=True)
        else:
            self._ask_passphrase(session.folder, session.temporary)
        self.setWindowTitle(self.tr("Vergrendeld – LOB-werkbank"))
        return True

    def _ask_passphrase(self, folder: Path, temporary: bool) -> None:
        from lob_workbench.app.unlock import UnlockScreen

        screen = UnlockScreen(self._errands, self._clock, folder, self._holder, temporary=temporary)
        screen.opened.connect(self.take_session)
        screen.recovery_requested.connect(self.show_recovery)
        screen.closed.connect(self._back_to_first)
        self._show(screen)

    def _take_apart(self) -> None:
        """Leave nothing of the workbook in the window: pages, dialogs, jobs."""
        self._idle.watch(0)
        silent = cut_when_silent(self._session, self._jobs)
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self and dialog.parent() is not None and self.isAncestorOf(dialog):
                dialog.close()
        frame, self._screen = self.frame, None
        if frame is not None:
            frame.clear()
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        if self._jobs is not None:
            self._jobs.abandon() if silent else self._jobs.stop()
            self._jobs.deleteLater()
            self._jobs = None
        del frame
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # Pages and their widgets point at each other; texts must not wait for a chance collection.
        gc.collect()
        self.setWindowTitle("LOB-werkbank")

    def _forget_temporary(self) -> None:
        folder, self._temporary = self._temporary, None
        self._place = None
        if folder is not None and folder.exists() and self._session is None:
            from lob_workbench.app.session import remove_temporary

            remove_temporary(folder)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        session, frame = self._session, self.frame
        if session is None:
            self._closing = True
            self._finish()
            event.accept()
            return
        event.ignore()
        if frame is None:
            return  # The backup is being made already.
        if not frame.leave() and not ask(
            self,
            self.tr("Je laatste woorden zijn nog niet bewaard"),
            self.tr(
                "Het concept kon niet bewaard worden. Sluit je nu, dan ben je dat stukje kwijt."
            ),
            self.tr("Toch sluiten"),
            self.tr("Terug"),
            danger=True,
        ):
            return
        self._take_apart()
        farewell = Farewell(self._errands, session, self._holder)
        farewell.finished.connect(self._close_for_good)
        self._show(farewell.screen)

    def _close_for_good(self) -> None:
        self._session = None
        self._closing = True
        self._finish()
        self.close()

    def _finish(self) -> None:
        self._idle.watch(0)
        self._errands.stop()
        self._forget_temporary()

    # What goes wrong

    def _tell(self, error: Exception) -> None:
        self.say(Message(error_text(error), Tone.DANGER))

    def _tell_at_first(self, error: Exception) -> None:
        self.show_first()
        self._tell(error)

    def _retitle(self, title: str) -> None:
        self.setWindowTitle(f"{title} – LOB-werkbank" if title else "LOB-werkbank")
