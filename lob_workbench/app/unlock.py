"""The locked werkbank: nothing of the workbook is left in the window, only its name."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.app.navigation import Logo
from lob_workbench.app.open_form import OpenForm
from lob_workbench.domain.clock import Clock
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width


class UnlockScreen(QWidget):
    """Asks the passphrase again; ``closed`` leaves the workbook for the first screen.

    A ``temporary`` workbook is the example school; the screen tells its passphrase. ``lent``: the
    laptop is in the hands of somebody else, who is thanked and can go nowhere from here.
    """

    opened = Signal(object)
    damaged = Signal(object, object)
    recovery_requested = Signal(object)
    closed = Signal()

    def __init__(
        self,
        errands: Jobs,
        clock: Clock,
        folder: Path,
        parent: QWidget | None = None,
        *,
        temporary: bool = False,
        lent: bool = False,
    ) -> None:
        super().__init__(parent)
        # Whoever gives the laptop back is not the one whom its key ring knows.
        self.form = OpenForm(errands, clock, self, temporary=temporary, quick=not lent)
        self.form.set_folder(folder)
        self.form.opened.connect(self.opened)
        self.form.damaged.connect(self.damaged)
        self.form.forgotten.connect(self._forgotten)
        self.close_button = Button(self.tr("Naar het &beginscherm"), self, kind=ButtonKind.QUIET)
        self.close_button.clicked.connect(self.closed)
        self.form.waiting.connect(self.close_button.setDisabled)
        title = Heading(
            self.tr("Bedankt. Geef de laptop terug.") if lent else self.tr("Vergrendeld"), self
        )
        words = Paragraph(
            self.tr("Wat je schreef, is bewaard. Je begeleider typt hier de wachtwoordzin.")
            if lent
            else self.tr("Je werk is bewaard. Met je wachtwoordzin ga je verder waar je was."),
            self,
            ink="muted",
        )
        head = QHBoxLayout()
        head.setSpacing(space(4))
        head.addWidget(Logo(self, lines=2.6), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(space(1))
        lines.addWidget(title)
        lines.addWidget(words)
        head.addLayout(lines, 1)
        card = Card("", self)
        card.body.addWidget(
            Heading(self.tr("Werkboek {name}").format(name=folder.name), card, size=TextSize.LARGE)
        )
        card.body.addSpacing(space(1))
        if temporary:
            from lob_workbench.app.example_school import PASSPHRASE

            hint = self.tr("De wachtwoordzin van de voorbeeldschool is: {words}")
            card.body.addWidget(Panel(hint.format(words=PASSPHRASE), card))
        card.body.addWidget(self.form)
        middle = QWidget(self)
        middle.setMaximumWidth(text_width(self, 64))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addLayout(head)
        column.addWidget(card)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(6), space(6), space(6), space(6))
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        if lent:
            self.close_button.hide()
            self.form.forgotten_button.hide()
            self.form.offers_copies = False
        self.setFocusProxy(self.form)

    def _forgotten(self) -> None:
        self.recovery_requested.emit(self.form.folder)
