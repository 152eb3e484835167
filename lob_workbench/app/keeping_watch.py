"""Watches over disk and database while a workbook is open, and says what stays in sight.

Three things: the time before ended suddenly, the disk is full, something in the workbook is not
whole. Each is a panel above the pages: a message at the bottom goes with the next one.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import DiskFull, WorkbookDamaged
from lob_workbench.storage.open_mark import LastEnd
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.theme import space

if TYPE_CHECKING:
    from lob_workbench.app.frame import Frame
    from lob_workbench.app.session import Session

CHECK_MS: Final = 4_000
"""After the first page stands there."""
ROOM_MS: Final = 15_000
_LET_GO_MS: Final = 20_000
"""A check reads with a line to the database, which must not be closed under it."""


class StayingNotice(QWidget):
    """Words above the pages with one button; stays until somebody or something takes it away."""

    pressed = Signal()

    def __init__(self, text: str, button: str, tint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = Panel(text, self, tint=tint)
        self.button = Button(button, self.panel, kind=ButtonKind.SECONDARY)
        self.button.setAccessibleDescription(text)
        self.button.clicked.connect(self.pressed)
        self.panel.add_action(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(3), space(6), 0)
        column.addWidget(self.panel)

    @property
    def words(self) -> str:
        """What it says."""
        return self.panel.words.text()


class Watch(QObject):
    """Belongs to ``frame`` and ends with it."""

    def __init__(self, session: "Session", jobs: Jobs, frame: "Frame") -> None:
        super().__init__(frame)
        self._session = session
        self._frame = frame
        self._own = Jobs(session.work, self)
        self.full: StayingNotice | None = None
        self.broken: StayingNotice | None = None
        self.sudden: StayingNotice | None = None
        jobs.troubled.connect(self._hear)
        self._room = QTimer(self)
        self._room.setInterval(ROOM_MS)
        self._room.timeout.connect(self.look_for_room)
        frame.leaving.connect(self.stop)
        self._tell_last_end()
        if not session.has_ballast():
            self._tell_full()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.timeout.connect(self.check)
        self._check.start(CHECK_MS)

    def check(self) -> None:
        """Read the workbook through, in the background, when that is called for."""
        if not self._own.stopped and self._session.wants_check():
            self._own.render(self._session.check, receiver=self, done="_take_problems")

    def look_for_room(self) -> None:
        """Set the ballast aside again when there is room; then all is well."""
        if self.full is None or not self._session.take_ballast():
            return
        self._room.stop()
        self._drop(self.full)
        self.full = None
        words = self.tr("Er is weer ruimte op de schijf. Je kunt gewoon verder.")
        self._frame.navigator.say(words, Tone.GOOD)

    def stop(self) -> None:
        """End it; what hangs is not waited for."""
        self._room.stop()
        self._check.stop()
        if self._own.wait(_LET_GO_MS):
            self._own.stop()
        else:
            self._own.abandon()

    def _hear(self, error: Exception) -> None:
        if isinstance(error, DiskFull):
            self._tell_full()
        elif isinstance(error, WorkbookDamaged):
            self._tell_broken()

    def _take_problems(self, problems: list[str]) -> None:
        if problems:
            self._tell_broken()

    def _tell_last_end(self) -> None:
        end = self._session.last_end
        if end is LastEnd.WELL:
            return
        if end is LastEnd.LOG_GONE:
            text = self.tr(
                "De vorige keer stopte de werkbank plotseling, en daarna is een bestand uit de map "
                "van je werkboek weggehaald. Daardoor kan het laatste stukje werk ontbreken. Kijk "
                "na of je laatste gesprekken er staan."
            )
        else:
            text = self.tr(
                "De vorige keer stopte de werkbank plotseling. Wat je aan het typen was, staat "
                "klaar als concept."
            )
        tint = "info" if end is LastEnd.SUDDENLY else "attention"
        self.sudden = self._put(text, self.tr("&Gelezen"), tint)
        self.sudden.pressed.connect(self._drop_sudden)

    def _tell_full(self) -> None:
        if self.full is not None:
            return
        text = self.tr(
            "De schijf is vol. Alles van eerder is bewaard. Wat je nu typt, is nog niet bewaard, "
            "maar blijft in beeld. Maak ruimte: leeg de prullenbak of verplaats grote bestanden, "
            "zoals filmpjes. Sluit de werkbank pas als deze melding weg is."
        )
        self.full = self._put(text, self.tr("Ik heb &ruimte gemaakt"), "danger")
        self.full.pressed.connect(self._room_was_made)
        self._room.start()

    def _room_was_made(self) -> None:
        self.look_for_room()
        if self.full is not None:
            words = self.tr("Er is nog te weinig ruimte. Maak nog wat meer vrij.")
            self._frame.navigator.say(words, Tone.ATTENTION)

    def _tell_broken(self) -> None:
        if self.broken is not None:
            return
        text = self.tr(
            "Er klopt iets niet in je werkboek. Je hoeft niets weg te gooien: de werkbank zoekt de "
            "nieuwste goede reservekopie, en het werkboek van nu blijft ernaast bewaard."
        )
        self.broken = self._put(text, self.tr("Goede &kopie zoeken"), "danger")
        self.broken.pressed.connect(self._frame.navigator.put_back_requested)

    def _put(self, text: str, button: str, tint: str) -> StayingNotice:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        notice = StayingNotice(text, button, tint, self._frame)
        self._frame.notices.addWidget(notice)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(notice, text))
        return notice

    def _drop_sudden(self) -> None:
        if self.sudden is not None:
            self._drop(self.sudden)
            self.sudden = None

    def _drop(self, notice: StayingNotice) -> None:
        self._frame.notices.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
