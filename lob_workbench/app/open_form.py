"""The passphrase of a known workbook: one field, one button, one calm line when it does not fit."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.app.damage import Secret, is_damage
from lob_workbench.app.quick_open import QuickOpen
from lob_workbench.app.session import Session
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import WrongQuickKey
from lob_workbench.storage.quick_unlock import QuickState
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.passphrase_field import PassphraseField
from lob_workbench.ui.theme import space

if TYPE_CHECKING:
    from lob_workbench.domain.quick_key import QuickKey


def open_with_passphrase(
    folder: Path, passphrase: str, clock: Clock, temporary: bool = False
) -> Session:
    """Open a workbook; for the worker. Raises what ``Session.open`` raises."""
    return Session.open(folder, passphrase=passphrase, clock=clock, temporary=temporary)


def open_with_quick_key(folder: Path, key: "QuickKey", clock: Clock) -> Session:
    """Open a workbook with what the key ring keeps; for the worker."""
    return Session.open(folder, quick_key=key, clock=clock)


class OpenForm(QWidget):
    """Asks the passphrase of ``folder`` and opens it on the worker; ``opened`` has the session.

    ``quick`` offers *Snel openen* beside it, where that was put on.
    """

    opened = Signal(object)
    forgotten = Signal()
    damaged = Signal(object, object)
    """The workbook is not whole: its folder, and the ``Secret`` that was typed."""
    waiting = Signal(bool)
    """The worker is opening it (``True``), or it answered."""

    def __init__(
        self,
        errands: Jobs,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        temporary: bool = False,
        quick: bool = True,
    ) -> None:
        super().__init__(parent)
        self._temporary = temporary
        self._quick = quick and not temporary
        self.offers_copies = not temporary
        """Whether a damaged workbook is told by ``damaged``, and not only in words."""
        self._errands = errands
        self._clock = clock
        self._folder: Path | None = None
        self._seconds = 0
        self.field = PassphraseField(self.tr("&Wachtwoordzin"), self)
        self.open_button = Button(
            self.tr("&Openen"), self, kind=ButtonKind.PRIMARY, icon="ph.lock-simple-open"
        )
        self.open_button.clicked.connect(self.submit)
        self.forgotten_button = Button(
            self.tr("Wachtwoordzin &vergeten?"), self, kind=ButtonKind.QUIET
        )
        self.forgotten_button.clicked.connect(self.forgotten)
        self.forgotten_button.setVisible(not temporary)
        buttons = QHBoxLayout()
        buttons.setSpacing(space(2))
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.forgotten_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.quick = QuickOpen(self)
        self.quick.found.connect(self.submit_quick_key)
        self.quick.given_up.connect(self.field.setFocus)
        column.addWidget(self.quick)
        self.setFocusProxy(self.field)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1_000)
        self._countdown.timeout.connect(self._count)

    def set_folder(self, folder: Path | None) -> None:
        """Which workbook."""
        self._folder = folder
        self.field.clear()
        self.quick.offer(folder if self._quick else None)

    @property
    def folder(self) -> Path | None:
        """Which workbook."""
        return self._folder

    def submit(self) -> None:
        """Try what was typed."""
        if self._folder is None or self._seconds or not self.open_button.isEnabled():
            return
        if not self.field.check():
            self.field.setFocus()
            return
        self.quick.give_up()
        self._wait(True)
        self._errands.render(
            open_with_passphrase,
            self._folder,
            self.field.value(),
            self._clock,
            self._temporary,
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def submit_quick_key(self, key: "QuickKey") -> None:
        """Open with what the key ring gave."""
        if self._folder is None or not self.open_button.isEnabled():
            return
        self._wait(True)
        self._errands.render(
            open_with_quick_key,
            self._folder,
            key,
            self._clock,
            receiver=self,
            done="take_session",
            failed="show_error",
        )

    def take_session(self, session: Session) -> None:
        """It opened."""
        self.field.clear()
        self._wait(False)
        self.opened.emit(session)

    def show_error(self, error: Exception) -> None:
        """It did not open: say why, and let the person try again."""
        self._wait(False)
        if isinstance(error, WrongQuickKey):
            self.quick.tell(QuickState.STALE)
            return
        if is_damage(error) and self.offers_copies and self._folder is not None:
            self.damaged.emit(self._folder, Secret(passphrase=self.field.value()))
            return
        self.field.set_error(error_text(error))
        self.field.edit.selectAll()
        self.field.setFocus()
        seconds = getattr(error, "values", {}).get("seconds")
        if isinstance(seconds, int) and seconds > 0:
            self._seconds = seconds
            self._show_seconds()
            self._countdown.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _wait(self, waiting: bool) -> None:
        self.waiting.emit(waiting)
        self.open_button.setEnabled(not waiting)
        self.forgotten_button.setEnabled(not waiting)
        self.quick.setEnabled(not waiting)
        self.field.edit.setReadOnly(waiting)
        self.open_button.setText(self.tr("Even openen…") if waiting else self.tr("&Openen"))

    def _count(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._countdown.stop()
            self._wait(False)
            self.field.clear_error()
        else:
            self._show_seconds()

    def _show_seconds(self) -> None:
        self.open_button.setEnabled(False)
        self.open_button.setText(self.tr("Nog {count} s").format(count=self._seconds))
