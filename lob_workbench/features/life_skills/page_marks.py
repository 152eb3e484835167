"""The line above the matrix about an own selection of people."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import space


class MarksBar(QWidget):
    """``only_asked`` shows the marked people alone, ``all_asked`` everybody again."""

    only_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", self)
        self.only = Button(self.tr("Alleen de&ze tonen"), self, icon="ph.funnel")
        self.only.clicked.connect(self.only_asked)
        self.every = Button("", self, kind=ButtonKind.QUIET)
        self.every.clicked.connect(self.all_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        for part in (self.words, self.only, self.every):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def show_marks(self, marked: int, *, alone: bool) -> None:
        """How many are marked, and whether only an own selection is shown."""
        words = self.tr("{count} gekozen") if not alone else self.tr("Je ziet je eigen keuze")
        self.words.setText(words.format(count=marked))
        self.only.setVisible(not alone)
        self.every.setText(self.tr("&Iedereen tonen") if alone else self.tr("Keuze w&issen"))
        self.setVisible(bool(marked) or alone)
