"""*Snel openen* on a screen that asks a passphrase: one button, and a calm line when it fails."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.storage.quick_unlock import (
    WORDS,
    QuickAnswer,
    QuickState,
    fetch,
    is_offered,
)
from lob_workbench.ui.aside import Aside
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.theme import TextSize, space

PATIENCE_SECONDS: Final = 90
"""As long as somebody may take for the password that the key ring itself asks."""


class QuickOpen(QWidget):
    """Asks the key ring of this computer only when told to: ``found`` has the key.

    The passphrase beside it works all the while; ``give_up`` when it is used.
    """

    found = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._aside = Aside(self)
        self._aside.answered.connect(self.take_answer)
        self.button = Button(
            self.tr("&Snel openen"), self, kind=ButtonKind.SECONDARY, icon="ph.lightning"
        )
        self.button.clicked.connect(self.begin)
        self.back_button = Button(self.tr("Toch &met wachtwoordzin"), self, kind=ButtonKind.QUIET)
        self.back_button.clicked.connect(self._prefer_passphrase)
        self._line = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._trouble = Panel("", self, tint="attention")
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(row)
        column.addWidget(self._line)
        column.addWidget(self._trouble)
        self._rest()
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        if not self._trouble.isHidden():
            return self._trouble.words.text()
        return "" if self._line.isHidden() else self._line.text()

    @property
    def is_offered(self) -> bool:
        """Whether the button is there."""
        return not self.isHidden()

    @property
    def asking(self) -> bool:
        """Whether the key ring was asked and did not answer yet."""
        return self._aside.asking

    def offer(self, folder: Path | None) -> None:
        """For this workbook, when it has quick unlock; asks nothing by itself."""
        self.give_up()
        self._folder = folder
        self.setVisible(folder is not None and is_offered(folder))

    def begin(self) -> None:
        """Ask the key ring."""
        if self._folder is None or self._aside.asking:
            return
        self.show_asking()
        self._aside.ask(
            fetch,
            self._folder,
            otherwise=QuickAnswer(QuickState.SILENT),
            seconds=PATIENCE_SECONDS,
        )

    def show_asking(self) -> None:
        """Say that the key ring was asked, and how to do without."""
        self._trouble.hide()
        self.button.setEnabled(False)
        self.back_button.show()
        self._line.setText(
            self.tr("Even geduld. Opent je computer een venster? Kies daar voor toestaan.")
        )
        self._line.show()

    def give_up(self) -> None:
        """Stop waiting for the key ring."""
        self._aside.give_up()
        self._rest()

    def take_answer(self, answer: QuickAnswer) -> None:
        """The key ring answered, or did not in time."""
        self._rest()
        if answer.state is QuickState.READY and answer.key is not None:
            self.found.emit(answer.key)
        else:
            self.tell(answer.state)

    def tell(self, state: QuickState) -> None:
        """Say why it did not open."""
        self._trouble.set_text(QCoreApplication.translate("quick", WORDS[state]))
        self._trouble.show()
        self.given_up.emit()

    def _prefer_passphrase(self) -> None:
        self.give_up()
        self.given_up.emit()

    def _rest(self) -> None:
        self.button.setEnabled(True)
        self.back_button.hide()
        self._line.hide()
        self._trouble.hide()
