"""The copy of the day, also when the werkbank stays open for days, and the stick that comes back.

It has a worker of its own: a network folder that hangs holds up no paper and no page.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from lob_workbench.domain.progress import Progress
from lob_workbench.ui.jobs import Jobs

if TYPE_CHECKING:
    from lob_workbench.app.frame import Frame
    from lob_workbench.app.session import Session

FIRST_MS: Final = 60_000
EVERY_MS: Final = 15 * 60_000
_LET_GO_MS: Final = 1_500
_READ_MS: Final = 20_000
"""While the workbook itself is copied its database must not be closed."""


class DailyCopies(QObject):
    """Looks every quarter of an hour whether a copy is due; belongs to ``frame``, ends with it."""

    def __init__(self, session: "Session", jobs: Jobs, frame: "Frame") -> None:
        super().__init__(frame)
        self._session = session
        self._own = Jobs(session.work, self)
        # A copy that is due and fails is no news here: Vandaag tells it, and it is tried again.
        self._own.changed.connect(jobs.changed)
        self._progress: Progress | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)
        frame.leaving.connect(self.stop)

    def look(self) -> None:
        """Make what is due."""
        self._timer.start(EVERY_MS)
        if self._own.busy or self._own.stopped:
            return
        self._progress = Progress()
        self._own.render(self._session.copies.daily, self._progress)

    def stop(self) -> None:
        """End it; what hangs is not waited for."""
        self._timer.stop()
        if self._progress is not None:
            self._progress.stop()
        reading = self._progress is None or not self._progress.total
        if self._own.wait(_READ_MS if reading else _LET_GO_MS):
            self._own.stop()
        else:
            self._own.abandon()
