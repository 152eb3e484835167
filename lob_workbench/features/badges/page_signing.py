"""Opening the key that signs: at once, from the key ring, or with the passphrase that is typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lob_workbench.features.badges.keeping import OpenKey, PassphraseNeeded, open_key
from lob_workbench.features.badges.rules import SealedKey
from lob_workbench.storage.sealing import WrongSeal
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import CheckBox, PassphraseField
from lob_workbench.ui.theme import space


class SigningField(QWidget):
    """Hidden until a passphrase is needed. ``opened`` has the key, ``refused`` why there is none.

    The key is handed on and not kept; what was typed is forgotten as soon as it was used.
    """

    opened = Signal(object)
    refused = Signal(Exception)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: SealedKey | None = None
        self._looking = False
        self.passphrase = PassphraseField(
            self.tr("Wachtwoordzin van de badgesleutel"),
            self,
            hint=self.tr("Je krijgt hem van wie de sleutels beheert."),
        )
        self.remember = CheckBox(self.tr("Onthoud de sleutel op deze computer"), self)
        self.remember.setToolTip(
            self.tr("In de sleutelbos van Windows of macOS. Alleen op een computer van jou alleen.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self.passphrase)
        column.addWidget(self.remember)
        self.setFocusProxy(self.passphrase)
        self.hide()

    def look(self, read: Callable[..., object], *args: Any) -> None:
        """Find out whether a passphrase is needed, and show the field if so."""
        self._read(True, read, *args)

    def open(self, read: Callable[..., object], *args: Any) -> None:
        """Read the key with ``read(work, *args)`` and open it."""
        self._read(False, read, *args)

    def use(self, kept: SealedKey) -> None:
        """Open a key that was read already."""
        self._looking = False
        self._take_kept(kept)

    def clear(self) -> None:
        """Forget key and passphrase."""
        self._kept = None
        self.passphrase.clear()
        self.hide()

    def _read(self, looking: bool, read: Callable[..., object], *args: Any) -> None:
        self._looking = looking
        self._context.jobs.run(read, *args, receiver=self, done="_take_kept", failed="_refuse")

    def _take_kept(self, kept: SealedKey) -> None:
        self._kept = kept
        typed = None if self._looking or self.isHidden() else self.passphrase.value()
        remember = self.remember.isChecked()
        self._context.jobs.render(
            open_key, kept, typed, remember, receiver=self, done="_take_open", failed="_refuse"
        )

    def _take_open(self, opened: OpenKey) -> None:
        looking, self._looking = self._looking, False
        self.passphrase.clear()
        if looking or opened.remembered:
            self.hide()
        if not looking:
            self.opened.emit(opened)

    def _refuse(self, error: Exception) -> None:
        looking, self._looking = self._looking, False
        if isinstance(error, PassphraseNeeded | WrongSeal):
            self.show()
            if not looking:
                self.passphrase.set_error(error_text(error))
                self.passphrase.setFocus()
                self.refused.emit(error)
            return
        self.refused.emit(error)
