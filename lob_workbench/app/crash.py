"""What happens when something goes wrong that nobody planned: a calm dialog, and a bare report."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QApplication

from lob_workbench import __version__
from lob_workbench.ui.dialogs import show_error
from lob_workbench.ui.errors import error_report, error_text
from lob_workbench.ui.jobs import place_of

_log = logging.getLogger(__name__)


class CrashTeller:
    """Installed as ``sys.excepthook``. One dialog at a time: errors often come in rows."""

    def __init__(self) -> None:
        self._telling = False

    def install(self) -> None:
        """Take over from Python, for the main thread and for threads of others."""
        sys.excepthook = self.tell
        threading.excepthook = self.note
        sys.unraisablehook = self.note

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log type and place, and show the dialog; Ctrl+C in the terminal just ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        _log.error("%s at %s", kind.__name__, place_of(trace))
        if self._telling or QApplication.instance() is None:
            return
        self._telling = True
        try:
            show_error(
                QApplication.activeWindow(),
                QCoreApplication.translate("crash", "Er ging iets mis"),
                QCoreApplication.translate(
                    "crash",
                    "{reason}\n\nGa gerust verder. Gebeurt het vaker? Geef dan het verslag aan "
                    "wie je helpt met de werkbank. Er staat niets over studenten in.",
                ).format(reason=error_text(error)),
                report(error),
            )
        finally:
            self._telling = False

    def note(self, hook: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
        """Log an error in a thread, or one that nobody could be told of."""
        _log.error("%s at %s", hook.exc_type.__name__, place_of(hook.exc_traceback))


def report(error: BaseException) -> str:
    """What helps a maintainer: versions, types and places; nobody's data."""
    import platform  # not at the start: few windows ever need it

    head = (
        f"LOB-werkbank {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
    )
    return "\n".join((*head, "", error_report(error)))
