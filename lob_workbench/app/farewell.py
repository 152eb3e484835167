"""The end of the day: a last backup, told when it fails, and never in the way for long."""

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.app.screen import QuietScreen
from lob_workbench.ui.dialogs import show_error
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs

if TYPE_CHECKING:
    from lob_workbench.app.school_session import SchoolSession
    from lob_workbench.app.session import Session

PATIENCE_MS: Final = 15_000
"""After this the person may leave without waiting for the backup."""

_log = logging.getLogger(__name__)


class Farewell(QObject):
    """Closes a session on the worker while ``screen`` says what is going on; then ``finished``."""

    finished = Signal()

    def __init__(self, errands: Jobs, session: "Session | SchoolSession", parent: QWidget) -> None:
        super().__init__(parent)
        self._errands = errands
        words = (
            self.tr("Even opruimen…")
            if session.temporary or session.shared
            else self.tr("Even een reservekopie maken…")
        )
        self.screen = QuietScreen(words, self.tr("Niet wachten, nu sluiten"), parent)
        self.screen.skipped.connect(self._leave_at_once)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.screen.skip_button.show)
        patience.start(PATIENCE_MS)
        errands.render(
            _close_with_backup, session, receiver=self, done="_leave", failed="_tell_and_leave"
        )

    def _leave(self, _result: object) -> None:
        self.finished.emit()

    def _tell_and_leave(self, error: Exception) -> None:
        text = self.tr("{reason} Je werk zelf is bewaard; alleen de reservekopie is er niet.")
        show_error(
            self.screen,
            self.tr("De reservekopie is niet gelukt"),
            text.format(reason=error_text(error)),
        )
        self.finished.emit()

    def _leave_at_once(self) -> None:
        """The backup hangs (a network drive, a stick taken out): what was recorded is safe."""
        _log.warning("closed without waiting for the backup")
        self._errands.abandon()
        self.finished.emit()


def _close_with_backup(session: "Session | SchoolSession") -> None:
    session.close(backup=True)
