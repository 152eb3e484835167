"""The second step of the import: what stands in which column."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.student_import.columns import StudentField, missing
from lob_workbench.features.student_import.page_reading import ColumnSample, ReadList
from lob_workbench.features.student_import.tables import field_label, remark_text
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.forms import ComboBox
from lob_workbench.ui.labels import Label, Line, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space

_FIELDS: tuple[StudentField | None, ...] = (None, *StudentField)


class ColumnStep(QWidget):
    """A drop-down for each column of the list; ``mapping`` is what was chosen."""

    changed = Signal()
    sheet_chosen = Signal(int)
    """Another sheet of the workbook is the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combos: list[ComboBox] = []
        self._notes: list[Paragraph] = []
        self._headings: list[str] = []
        self.sheets = ComboBox(self)
        self.sheets.setAccessibleName(self.tr("Welk blad is de lijst?"))
        self.sheets.activated.connect(self.sheet_chosen)
        self._sheet_row = QWidget(self)
        sheet_row = QHBoxLayout(self._sheet_row)
        sheet_row.setContentsMargins(0, 0, 0, 0)
        sheet_row.setSpacing(space(3))
        sheet_row.addWidget(Label(self.tr("Welk blad is de lijst?"), self._sheet_row, bold=True))
        sheet_row.addWidget(self.sheets)
        sheet_row.addStretch(1)
        self.lacking = Panel("", self, tint="attention")
        self.complete = Panel("", self)
        self._scroll = ScrollColumn(self)
        self._rows = QWidget(self._scroll.content)
        self._scroll.column.addWidget(self._rows)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self._sheet_row)
        column.addWidget(self.lacking)
        column.addWidget(self.complete)
        column.addWidget(self._scroll, 1)

    @property
    def combos(self) -> tuple[ComboBox, ...]:
        """The drop-downs, one for each column of the list."""
        return tuple(self._combos)

    def show_list(self, read: ReadList, mapping: Mapping[StudentField, int]) -> None:
        """Show the columns of a list with what is in them."""
        self._fill(read.columns)
        self._show_sheets(read)
        fields = {column: field for field, column in mapping.items()}
        for column, combo in enumerate(self._combos):
            combo.setCurrentIndex(_FIELDS.index(fields.get(column)))
        for doubt in read.recognition.doubts:
            for other in doubt.others:
                self._notes[other].setText(
                    self.tr("{field} komt al uit ‘{heading}’.").format(
                        field=field_label(doubt.field), heading=self._headings[doubt.chosen]
                    )
                )
        self._list_words = " ".join(remark_text(remark) for remark in read.table.remarks)
        self._show_missing()

    def mapping(self) -> dict[StudentField, int]:
        """The column of each field that has one."""
        found = {}
        for column, combo in enumerate(self._combos):
            field = _FIELDS[combo.currentIndex()]
            if field is not None:
                found[field] = column
        return found

    def begin(self) -> None:
        """Put the focus where the work is: the first column without a meaning, else the first."""
        if not self._combos:
            return
        if self._unclear:
            self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        free = [combo for combo in self._combos if combo.currentIndex() == 0]
        incomplete = bool(missing(self.mapping()))
        first = free[0] if free and incomplete else self._combos[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(first)

    def clear(self) -> None:
        """Forget the list."""
        self._fill(())

    def _show_sheets(self, read: ReadList) -> None:
        self._unclear = read.unclear
        self.sheets.clear()
        for sheet in read.sheets:
            words = self.tr("{name} ({count} regels)")
            self.sheets.addItem(words.format(name=sheet.name, count=len(sheet.table.rows)))
        self.sheets.setCurrentIndex(read.sheet)
        self._sheet_row.setVisible(len(read.sheets) > 1)

    def _fill(self, columns: tuple[ColumnSample, ...]) -> None:
        self._list_words = ""
        self._unclear = False
        self.sheets.clear()
        self._sheet_row.hide()
        self._scroll.column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget(self._scroll.content)
        self._scroll.column.insertWidget(0, self._rows)
        self._combos, self._notes, self._headings = [], [], []
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(2))
        for place, (words, stretch) in enumerate(
            (
                (self.tr("Kolom in je lijst"), 3),
                (self.tr("Wat erin staat"), 5),
                (self.tr("Wat het is"), 4),
            )
        ):
            grid.setColumnStretch(place, stretch)
            head = Label(words, self._rows, size=TextSize.SMALL, ink="muted")
            grid.addWidget(head, 0, place)
        for number, column in enumerate(columns):
            self._add_row(grid, number, column)
        # A new widget inside one that is in sight stays hidden until told otherwise.
        self._rows.show()

    def _add_row(self, grid: QGridLayout, number: int, column: ColumnSample) -> None:
        row = 1 + 2 * number
        heading = column.heading or self.tr("Kolom {number}").format(number=number + 1)
        samples = "  ·  ".join(column.samples) or self.tr("niets ingevuld")
        name = Paragraph(heading, self._rows, bold=True)
        shown = Paragraph(samples, self._rows, ink="muted")
        combo = ComboBox(self._rows)
        combo.addItem(self.tr("Niet gebruiken"))
        combo.addItems([field_label(field) for field in StudentField])
        combo.setAccessibleName(self.tr("Wat staat er in {heading}?").format(heading=heading))
        combo.setAccessibleDescription(samples)
        combo.activated.connect(self._chosen)
        note = Paragraph("", self._rows, size=TextSize.SMALL, ink="attention")
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(combo)
        cell.addWidget(note)
        note.hide()
        grid.addWidget(Line(self._rows), row, 0, 1, 3)
        grid.addWidget(name, row + 1, 0)
        grid.addWidget(shown, row + 1, 1)
        grid.addLayout(cell, row + 1, 2)
        self._combos.append(combo)
        self._notes.append(note)
        self._headings.append(heading)

    def _chosen(self) -> None:
        here = self.sender()
        for note in self._notes:
            note.setText("")
        if isinstance(here, ComboBox) and here.currentIndex():
            self._take_away_elsewhere(here)
        self._show_missing()
        self.changed.emit()

    def _take_away_elsewhere(self, here: ComboBox) -> None:
        """A field comes from one column: choosing it here takes it away there, in words."""
        for combo, note in zip(self._combos, self._notes, strict=True):
            if combo is not here and combo.currentIndex() == here.currentIndex():
                combo.setCurrentIndex(0)
                note.setText(
                    self.tr("{field} komt nu uit ‘{heading}’.").format(
                        field=here.currentText(), heading=self._headings[self._combos.index(here)]
                    )
                )

    def _show_missing(self) -> None:
        for note in self._notes:
            note.setVisible(bool(note.text()))
        words = {
            StudentField.STUDENT_NUMBER: self.tr("Kies de kolom met het studentnummer."),
            StudentField.LAST_NAME: self.tr("Kies de kolom met de achternaam of de hele naam."),
        }
        several = self.tr(
            "Er is meer dan één blad met studenten. Kies het blad dat je wilt inlezen. Een ander "
            "blad lees je daarna in."
        )
        lacking = [several] if self._unclear else []
        lacking += [words[field] for field in missing(self.mapping())]
        fine = self.tr("Alles wat nodig is, heeft een kolom. Kijk even of het klopt.")
        text = " ".join(lacking) or fine
        self.lacking.setVisible(bool(lacking))
        self.complete.setVisible(not lacking)
        shown = self.lacking if lacking else self.complete
        shown.set_text(" ".join(part for part in (self._list_words, text) if part))
