"""The window: which screen is in it, and when a workbook opens, locks and closes."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from lob_workbench.app.doors import Doors
from lob_workbench.app.farewell import Farewell
from lob_workbench.app.features import FEATURES
from lob_workbench.app.look import look_of, put_on
from lob_workbench.app.place import place_of
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.silence import cut_when_silent
from lob_workbench.app.taking_apart import close_dialogs, destroy_taken_out, take_out
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.contributions import Feature, Target, Tone
from lob_workbench.domain.terms import Vocabulary
from lob_workbench.ui.dialogs import ask
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.idle import IdleWatch
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message
from lob_workbench.ui.own_words import use_words
from lob_workbench.ui.system_watch import SystemWatch

if TYPE_CHECKING:
    from lob_workbench.app.frame import Frame
    from lob_workbench.app.session import Session
    from lob_workbench.ui.lent_view import LentView, Loan

LEAST_SIZE: Final = (960, 540)
IMPORT_PAGE: Final = "student_import"


def _system_leaves() -> bool:
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


class MainWindow(Doors):
    """Owns the session while one is open, and everything that must end when it ends.

    ``ready`` is emitted when a workbook's first page, or the first screen, stands there.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        recent: RecentWorkbooks | None = None,
        features: tuple[Feature, ...] = FEATURES,
    ) -> None:
        super().__init__(clock or SystemClock(), recent or RecentWorkbooks())
        self._features = features
        self._session: Session | SchoolSession | None = None
        self._jobs: Jobs | None = None
        self._place: Target | None = None
        self._outcome: Message | None = None
        self._temporary: Path | None = None
        self._closing = False
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self._system = SystemWatch(self)
        self._system.left.connect(self._leave_desk, Qt.ConnectionType.QueuedConnection)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(1366, 768)
        self.setWindowTitle("LOB-werkbank")

    # What is in the window

    @property
    def frame(self) -> "Frame | None":
        """The frame with the pages while a workbook is open."""
        from lob_workbench.app.frame import Frame

        return self._screen if isinstance(self._screen, Frame) else None

    @property
    def lent_view(self) -> "LentView | None":
        """The page of somebody without an account, while the laptop is lent."""
        from lob_workbench.ui.lent_view import LentView

        return self._screen if isinstance(self._screen, LentView) else None

    @property
    def session(self) -> "Session | SchoolSession | None":
        """The open workbook, or the school."""
        return self._session

    @property
    def jobs(self) -> Jobs | None:
        """The background work of the open workbook."""
        return self._jobs

    def say(self, message: Message) -> None:
        """Show a line at the bottom of whichever screen is there."""
        frame = self.frame
        if frame is not None:
            frame.message_bar.show_message(message)
        else:
            super().say(message)

    # Open, lock, unlock

    def take_session(self, session: "Session | SchoolSession") -> None:
        """It opened: show its pages, where one was before a lock or at the first page."""
        place, self._place = self._place, None
        # Asked before: a window that is closing closes the session again.
        whose = "" if session.temporary else session.identity
        self._open(session, place)
        if whose and self._session is not None:
            self._recent.mark_lent(False, whose)
        outcome, self._outcome = self._outcome, None
        if outcome is not None and self._session is not None:
            self.say(outcome)

    def _take_new(self, session: "Session") -> None:
        named = any(feature.name == IMPORT_PAGE for feature in self._features)
        self._open(session, Target(IMPORT_PAGE) if named else None)

    def _open(self, session: "Session | SchoolSession", place: Target | None) -> None:
        if self._closing:
            # The answer came while the window was on its way out.
            session.close(backup=False)
            return
        self._session = session
        if session.temporary:
            self._temporary = session.folder
        elif not session.shared:
            self._recent.remember(session.folder)
        self._use(session)
        self._show_pages(session, place)
        for warning in () if session.shared else session.warnings:
            self.say(Message(error_text(warning), Tone.ATTENTION))
        self.ready.emit()

    def _show_pages(self, session: "Session | SchoolSession", place: Target | None) -> None:
        from lob_workbench.app.compose import compose

        self._jobs = Jobs(session.work, self)
        frame = compose(session, self._jobs, self._features, place_of(session), self._holder)
        frame.navigator.settings_changed.connect(self.apply_preferences)
        # Later, not now: these destroy the very button or key that asked for it.
        frame.navigator.lent.connect(self.lend, Qt.ConnectionType.QueuedConnection)
        frame.navigator.put_back_requested.connect(
            self.put_back, Qt.ConnectionType.QueuedConnection
        )
        frame.lock_requested.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        frame.title_changed.connect(self._retitle)
        self._show(frame)
        frame.start(place)

    def apply_preferences(self) -> None:
        """Read again how the window behaves and looks, after that was changed."""
        if self._session is not None and self._jobs is not None:
            self._jobs.render(self._session.reload_preferences, receiver=self, done="_use_changed")

    def _use(self, session: "Session | SchoolSession") -> bool:
        """Look, speak and behave so; tells whether the pages must be made anew."""
        look = look_of(session.preferences)
        if not session.temporary:
            self._recent.remember_look(look)
        self._idle.watch(session.preferences.idle_minutes)
        app = QApplication.instance()
        self._system.begin(int(self.winId()))
        if not isinstance(app, QApplication):
            return False
        others = use_words(app, session.terms.vocabulary)
        return put_on(app, look) or others

    def _use_changed(self, _preferences: object) -> None:
        if self._session is not None and self._use(self._session):
            # Later, not now: it ends the very jobs that brought this.
            QTimer.singleShot(0, self._make_anew)

    def _speak_as_usual(self) -> None:
        """No school is open, so its words do not count."""
        app = QApplication.instance()
        if app is not None:
            use_words(app, Vocabulary())

    def _make_anew(self) -> None:
        """Make the pages again, in other letters or words, where one was."""
        session, frame = self._session, self.frame
        if session is None or frame is None or not frame.leave():
            return  # Locked meanwhile, or a draft holds on: then it counts from the next unlock.
        place = frame.target
        del frame
        self._take_apart()
        self._show_pages(session, place)
        self._idle.watch(session.preferences.idle_minutes)
        self.say(Message(self.tr("Bewaard. Dit geldt vanaf nu."), Tone.GOOD))

    def lend(self, loan: "Loan") -> bool:
        """Show nothing but ``loan``, until it is given back; the way back is a lock.

        ``False`` when a page could not save what it holds: then it stays.
        """
        from lob_workbench.app.lending import lend_out

        session, frame = self._session, self.frame
        if session is None or frame is None:
            return False
        if not frame.leave():
            text = self.tr("Je concept kon nog niet bewaard worden. Probeer het zo nog een keer.")
            self.say(Message(text, Tone.DANGER))
            return False
        self._place = frame.target
        del frame
        self._take_apart()
        if not session.temporary:
            self._recent.mark_lent(True, session.identity)
        self._jobs = Jobs(session.work, self)
        self._jobs.failed.connect(self._tell)
        view = lend_out(loan, session, self._jobs, self._holder)
        view.said.connect(self.say)
        view.handed_in.connect(self._take_back, Qt.ConnectionType.QueuedConnection)
        view.stopped.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self._show(view)
        self._idle.watch(session.preferences.idle_minutes)
        view.begin()
        return True

    def _take_back(self, outcome: Message) -> None:
        if self.lent_view is not None and self.lock():
            self._outcome = outcome

    def lock(self) -> bool:
        """Save drafts, take the pages apart, close the workbook, and ask the passphrase again.

        ``False`` when nothing is open, or a draft could not be saved: then it stays open, since
        a lock must not cost what was typed.
        """
        session, lent = self._session, self.lent_view
        frame = self.frame
        pages = lent or frame
        if session is None or pages is None:
            return False
        if not pages.leave():
            text = self.tr("Je concept kon nog niet bewaard worden, dus de werkbank bleef open.")
            self.say(Message(text, Tone.DANGER))
            self._idle.watch(session.preferences.idle_minutes)
            return False
        is_lent = lent is not None
        place = self._place if frame is None else frame.target
        self._outcome = None if lent is None else lent.unfinished()
        del pages, frame, lent
        self._take_apart()
        self._session = None
        session.close(backup=False, keep=True)
        self._speak_as_usual()
        self._place = place
        if isinstance(session, SchoolSession):
            self.show_school(session.address.to_text(), locked=True, lent=is_lent)
        else:
            self._ask_passphrase(session.folder, session.temporary, is_lent)
        self.setWindowTitle(self.tr("Vergrendeld – LOB-werkbank"))
        return True

    def _leave_desk(self) -> None:
        """The screen was locked, or the computer sleeps; with nothing open that is all."""
        self.lock()
        self._system.let_sleep()

    def put_back(self) -> None:
        """The open workbook is not whole: close it, and look for its newest good copy."""
        session, frame = self._session, self.frame
        if session is None or session.shared or frame is None or not self._may_leave(frame):
            return
        del frame
        self._take_apart()
        self._session = None
        session.close(backup=False)
        from lob_workbench.app.damage import Secret

        self.show_damaged(session.folder, Secret())

    def _may_leave(self, pages: "Frame | LentView") -> bool:
        """Whether all is saved, or somebody leaves without it."""
        return pages.leave() or ask(
            self,
            self.tr("Je laatste woorden zijn nog niet bewaard"),
            self.tr(
                "Het concept kon niet bewaard worden. Sluit je nu, dan ben je dat stukje kwijt."
            ),
            self.tr("Toch sluiten"),
            self.tr("Terug"),
            danger=True,
        )

    def _take_apart(self) -> None:
        """Leave nothing of the workbook in the window: pages, dialogs, jobs."""
        self._idle.watch(0)
        silent = cut_when_silent(self._session, self._jobs)
        close_dialogs(self)
        pages: Frame | LentView | None = self.lent_view or self.frame
        self._screen = None
        take_out(pages, self._column)
        if self._jobs is not None:
            self._jobs.abandon() if silent else self._jobs.stop()
            self._jobs.deleteLater()
            self._jobs = None
        del pages
        destroy_taken_out()
        self.setWindowTitle("LOB-werkbank")

    def _forget_temporary(self) -> None:
        folder, self._temporary = self._temporary, None
        self._place = self._outcome = None
        if folder is not None and folder.exists() and self._session is None:
            from lob_workbench.app.session import remove_temporary

            remove_temporary(folder)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        session = self._session
        if session is None:
            self._closing = True
            self._finish()
            event.accept()
            return
        event.ignore()
        if self.lent_view is not None and not _system_leaves() and self.lock():
            return  # Whoever borrows the laptop gives it back by closing; who owns it closes it.
        pages = self.lent_view or self.frame
        if pages is None:
            return  # The backup is being made already.
        if not self._may_leave(pages):
            return
        del pages
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
        self._speak_as_usual()
        self._errands.stop()
        self._forget_temporary()

    # What goes wrong

    def _retitle(self, title: str) -> None:
        self.setWindowTitle(f"{title} – LOB-werkbank" if title else "LOB-werkbank")
