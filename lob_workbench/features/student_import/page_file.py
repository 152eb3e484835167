"""The first step of the import: which file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.dialogs import open_file
from lob_workbench.ui.drop_area import DropArea
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import Role, TextSize, space


class ListArea(DropArea):
    """A field with a dashed line around it: drop one file on it, or use the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = self.fontMetrics().height() * 3
        mark = Mark("ph.file-arrow-up", self, role=Role.PRIMARY, side=side)
        heading = Heading(self.tr("Sleep je studentenlijst hierheen"), self, size=TextSize.LARGE)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(
            self.tr("&Bestand kiezen"), self, kind=ButtonKind.PRIMARY, icon="ph.folder-open"
        )
        self.button.clicked.connect(self.asked)
        other = Label(self.tr("of"), self, ink="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(8), space(6), space(8))
        column.setSpacing(space(2))
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)


class FileStep(QWidget):
    """``chosen`` has the file; what is wrong with a file is said under the field."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        scroll = ScrollColumn(self)
        self.area = ListArea(scroll.content)
        self.area.asked.connect(self.choose)
        self.area.dropped.connect(self.chosen)
        self.problem = Panel("", scroll.content, tint="danger")
        self.problem.hide()
        column = scroll.column
        column.addWidget(self.area)
        column.addWidget(self.problem)
        hints = QHBoxLayout()
        hints.setSpacing(space(6))
        for icon, title, text in self._hints():
            hints.addLayout(_hint(icon, title, text, scroll.content), 1)
        column.addSpacing(space(2))
        column.addLayout(hints)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.area.button)

    def _hints(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "ph.list-bullets",
                self.tr("Wat moet erin staan?"),
                self.tr(
                    "Het studentnummer en de naam. Klas, opleiding, geboortedatum en mentor "
                    "maken je werkboek meteen bruikbaar."
                ),
            ),
            (
                "ph.table",
                self.tr("Welk soort bestand?"),
                self.tr(
                    "Een Excel-bestand (.xlsx) of CSV-bestand uit je studentensysteem, of een "
                    "EDEXML-bestand van een basisschool."
                ),
            ),
            (
                "ph.shield-check",
                self.tr("Kan er iets misgaan?"),
                self.tr(
                    "Je ziet eerst wat er gebeurt. Pas met de knop Inlezen verandert er iets, "
                    "en er wordt nooit een student verwijderd."
                ),
            ),
        )

    def choose(self) -> None:
        """Ask for a file."""
        file = open_file(
            self,
            self.tr("Studentenlijst kiezen"),
            self.tr("Studentenlijst (*.xlsx *.csv *.txt *.tsv *.xml);;Alle bestanden (*)"),
            self._folder,
        )
        if file is not None:
            self._folder = file.parent
            self.chosen.emit(file)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the file; empty when nothing is."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))


def _hint(icon: str, title: str, text: str, parent: QWidget) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(space(1))
    words.addWidget(Label(title, parent, bold=True))
    words.addWidget(Paragraph(text, parent, ink="muted"))
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(space(3))
    row.addWidget(Mark(icon, parent, role=Role.PRIMARY), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
