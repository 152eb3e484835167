"""*Terug uit Excel*: which file, by button or by dropping it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.drop_area import DropArea
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import space


class DropField(DropArea):
    """A dashed field: drop one file on it, or press the button in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(self.tr("&Bestand kiezen"), self, icon="ph.folder-open")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(Label(self.tr("Sleep de werkmap hierheen, of"), self, ink="muted"))
        words.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(5), space(4), space(5))
        column.setSpacing(space(2))
        column.addLayout(words)
        column.addLayout(row)
        self.setFocusProxy(self.button)


class ImportCard(Card):
    """``chosen`` has the file; what is wrong with one is said under the field."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Terug uit Excel"), parent, icon="ph.file-arrow-up")
        self._folder: Path | None = None
        self.body.addWidget(
            Paragraph(
                self.tr(
                    "Kwam een werkmap ingevuld terug? Je ziet eerst wat er anders is. Pas met "
                    "‘Overnemen’ verandert er iets."
                ),
                self,
                ink="muted",
            )
        )
        self.field = DropField(self)
        self.field.asked.connect(self.choose)
        self.field.dropped.connect(self.chosen)
        self.body.addWidget(self.field)
        self.problem = Panel("", self, tint="danger")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addWidget(
            Paragraph(
                self.tr(
                    "Een waarneming van een collega telt pas als een tweede persoon haar in de "
                    "werkbank bevestigt. Een niveau kan niemand in Excel veranderen."
                ),
                self,
                ink="muted",
            )
        )

    def choose(self) -> None:
        """Ask for a file."""
        file = open_file(
            self,
            self.tr("Ingevulde werkmap kiezen"),
            self.tr("Excel-werkmap (*.xlsx);;Alle bestanden (*)"),
            self._folder,
        )
        if file is not None:
            self._folder = file.parent
            self.chosen.emit(file)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the file; empty when nothing is."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))
