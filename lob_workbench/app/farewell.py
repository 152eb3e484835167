"""The end of the day: a last backup, told when it fails, and never in the way for long.

After the one in the workbook's own folder comes the second place. That one is in nobody's way: it
can be skipped at once, and what goes wrong there is told by *Vandaag*, not by a dialog.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.app.screen import QuietScreen
from lob_workbench.domain.progress import Progress
from lob_workbench.storage.open_mark import mark_closed
from lob_workbench.storage.workbook_folder import WorkbookFolder
from lob_workbench.ui.dialogs import show_error
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs

if TYPE_CHECKING:
    from lob_workbench.app.school_session import SchoolSession
    from lob_workbench.app.session import Session

PATIENCE_MS: Final = 15_000
"""After this the person may leave without waiting for the backup."""

LOOK_MS: Final = 120
LET_GO_MS: Final = 1_500
"""A copy that was told to stop and does not: a stick that hangs."""

_log = logging.getLogger(__name__)


class Farewell(QObject):
    """Closes a session on the worker while ``screen`` says what is going on; then ``finished``."""

    finished = Signal()

    def __init__(self, errands: Jobs, session: "Session | SchoolSession", parent: QWidget) -> None:
        super().__init__(parent)
        self._errands = errands
        self._ended = False
        self._shared = session.shared
        self._folder = Path() if session.shared else session.folder
        words = (
            self.tr("Even opruimen…")
            if session.temporary or session.shared
            else self.tr("Even een reservekopie maken…")
        )
        self.screen = QuietScreen(words, self.tr("Niet wachten, nu sluiten"), parent)
        self.screen.skipped.connect(self._skip)
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self.screen.skip_button.show)
        patience.start(PATIENCE_MS)
        self._elsewhere = Progress()
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._show_progress)
        self._looking.start(LOOK_MS)
        errands.render(
            _close_with_backup,
            session,
            self._elsewhere,
            receiver=self,
            done="_leave",
            failed="_tell_and_leave",
        )

    def _show_progress(self) -> None:
        steps = self._elsewhere
        if steps.total:
            words = self.tr("Kopie naar je tweede plek…")
            self.screen.show_step(words, self.tr("&Overslaan"), steps.done, steps.total)

    def _skip(self) -> None:
        """Leave out the second place, or leave without waiting for the backup."""
        if not self._elsewhere.total:
            self._leave_at_once()
            return
        self._elsewhere.stop()
        self.screen.skip_button.setEnabled(False)
        QTimer.singleShot(LET_GO_MS, self, self._leave_at_once)

    def _leave(self, _result: object) -> None:
        self._end()

    def _end(self) -> None:
        self._looking.stop()
        if not self._ended:
            self._ended = True
            self.finished.emit()

    def _tell_and_leave(self, error: Exception) -> None:
        text = self.tr("{reason} Je werk zelf is bewaard; alleen de reservekopie is er niet.")
        show_error(
            self.screen,
            self.tr("De reservekopie is niet gelukt"),
            text.format(reason=error_text(error)),
        )
        self._end()

    def _leave_at_once(self) -> None:
        """The backup hangs (a network drive, a stick taken out): what was recorded is safe."""
        if self._ended:
            return
        _log.warning("closed without waiting for the backup")
        self._errands.abandon()
        if not self._shared:
            # Somebody chose this; the next opening need not call it sudden.
            mark_closed(WorkbookFolder(self._folder))
        self._end()


def _close_with_backup(session: "Session | SchoolSession", elsewhere: Progress) -> None:
    session.close(backup=True, elsewhere=elsewhere)
