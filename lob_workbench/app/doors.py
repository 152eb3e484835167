"""What stands in the window while no workbook is open: the doors, and the steps behind each."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.operation import Work
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.messages import Message, MessageBar
from lob_workbench.ui.tab_order import tab_on

if TYPE_CHECKING:
    from lob_workbench.app.damage import Secret
    from lob_workbench.app.school_session import SchoolSession
    from lob_workbench.app.session import Session
    from lob_workbench.ui.context import Paper


def _no_work() -> AbstractContextManager[Work]:
    raise RuntimeError("no workbook is open")


class Doors(QMainWindow):
    """Base of the window: one screen at a time, and a bar under it. Opening is for who derives."""

    ready = Signal()

    def __init__(self, clock: Clock, recent: RecentWorkbooks) -> None:
        super().__init__()
        self._clock = clock
        self._recent = recent
        self._errands = Jobs(_no_work, self)
        self._errands.failed.connect(self._tell)
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._bar = MessageBar(self._holder)
        self._bar.hide()
        self._column.addWidget(self._bar)
        self._screen: QWidget | None = None
        self.setCentralWidget(self._holder)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab_on(self, forward=forward) or super().focusNextPrevChild(forward)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in the window: first screen, wizard, frame, unlock screen…"""
        return self._screen

    @property
    def errands(self) -> Jobs:
        """Background work without a workbook: opening, making, restoring, backing up."""
        return self._errands

    # What somebody who opens a workbook does

    def take_session(self, session: "Session | SchoolSession") -> None:
        """It opened."""
        raise NotImplementedError

    def _take_new(self, session: "Session") -> None:
        raise NotImplementedError

    def _forget_temporary(self) -> None:
        raise NotImplementedError

    # The doors

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
        screen.damaged.connect(self.show_damaged)
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

    def show_school(self, address: str = "", *, locked: bool = False, lent: bool = False) -> None:
        """Log in at a school: at ``address``, or the one used last."""
        from lob_workbench.app.connect import ConnectScreen

        screen = ConnectScreen(
            self._errands,
            self._clock,
            address or self._recent.school(),
            self._holder,
            locked=locked,
            lent=lent,
            # Killed while it was lent, the program must not come back without the password.
            recall=not self._recent.lent(),
        )
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
        screen.damaged.connect(self.show_damaged)
        self._show(screen)

    def show_damaged(self, folder: Path, secret: "Secret") -> None:
        """The newest good copy of a workbook that is not whole."""
        from lob_workbench.app.damaged import Damage, DamagedScreen

        screen = DamagedScreen(self._errands, self._clock, Damage(folder, secret), self._holder)
        screen.left.connect(self._back_to_first)
        screen.opened.connect(self._take_put_back)
        screen.choose_requested.connect(self.show_restore)
        self._show(screen)

    def _take_put_back(self, session: "Session") -> None:
        self.take_session(session)
        words = self.tr("De reservekopie staat terug. Kijk na wat er sinds die kopie ontbreekt.")
        self.say(Message(words, Tone.GOOD))

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

    def _ask_passphrase(self, folder: Path, temporary: bool, lent: bool) -> None:
        from lob_workbench.app.unlock import UnlockScreen

        screen = UnlockScreen(
            self._errands, self._clock, folder, self._holder, temporary=temporary, lent=lent
        )
        screen.opened.connect(self.take_session)
        screen.damaged.connect(self.show_damaged)
        screen.recovery_requested.connect(self.show_recovery)
        screen.closed.connect(self._back_to_first)
        self._show(screen)

    # What is in the window

    def say(self, message: Message) -> None:
        """Show a line under the screen."""
        self._bar.show_message(message)
        self._bar.show()

    def _show(self, screen: QWidget) -> None:
        old, self._screen = self._screen, screen
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._renew_bar()
        self._column.insertWidget(0, screen, 1)
        screen.show()
        proxy = screen.focusProxy()
        if proxy is not None:
            proxy.setFocus()

    def _renew_bar(self) -> None:
        """An empty bar, in letters of the size that counts now."""
        self._column.removeWidget(self._bar)
        self._bar.hide()
        self._bar.deleteLater()
        self._bar = MessageBar(self._holder)
        self._bar.hide()
        self._column.addWidget(self._bar)

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

    def _tell(self, error: Exception) -> None:
        self.say(Message(error_text(error), Tone.DANGER))

    def _tell_at_first(self, error: Exception) -> None:
        self.show_first()
        self._tell(error)
