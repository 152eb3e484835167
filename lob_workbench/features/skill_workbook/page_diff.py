"""What came back, line by line: look, leave out what should not be taken over, and why not."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.skill_workbook.rules import Comparison, DiffKind
from lob_workbench.features.skill_workbook.tables import (
    ShownRow,
    diff_columns,
    kind_words,
    what_words,
)
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, Panel
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import space


class DiffTable(TableView[ShownRow]):
    """The space bar, Enter and a click on the first column turn a line on and off."""

    switched = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(diff_columns(), parent)
        self.setAccessibleName(self.tr("Wat er anders is"))
        self.set_empty(self.tr("In deze werkmap is niets anders dan in de werkbank."))
        self.row_activated.connect(self.switched)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.switched.emit(row)
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.switched.emit(self.rows_model.row(index.row()))


class DiffPanel(QWidget):
    """The list above, all words of the chosen line below; ``changed`` when a line was switched."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._left_out: set[str] = set()
        self.remarks = Panel("", self, tint="attention")
        self.table = DiffTable(self)
        self.table.switched.connect(self._switch)
        self.table.row_chosen.connect(self._show_row)
        self._all = Button(self.tr("Alles overnemen"), self, kind=ButtonKind.QUIET)
        self._all.clicked.connect(self._take_all)
        self._none = Button(self.tr("Niets overnemen"), self, kind=ButtonKind.QUIET)
        self._none.clicked.connect(self._take_none)
        self._hint = Label(
            self.tr(
                "Klik op ‘overnemen’ of druk op de spatiebalk om een regel aan of uit te zetten."
            ),
            self,
            ink="muted",
        )
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addWidget(self._hint)
        row.addStretch(1)
        self.detail = Card("", self, fill=True)
        scroll = ScrollColumn(self.detail)
        self.reason = Panel("", scroll.content, tint="attention")
        self.words = Paragraph("", scroll.content, selectable=True)
        scroll.column.addWidget(self.reason)
        scroll.column.addWidget(self.words)
        scroll.column.addStretch(1)
        self.detail.body.addWidget(scroll, 1)
        self.detail.setFixedHeight(self.fontMetrics().height() * 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.remarks)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)

    @property
    def taken(self) -> frozenset[str]:
        """The keys of the lines to take over."""
        if self._comparison is None:
            return frozenset()
        return self._comparison.acceptable - self._left_out

    def show_comparison(self, comparison: Comparison | None, again: bool = False) -> None:
        """Show these lines, all that can be taken over switched on; ``None`` forgets them.

        ``again``: of the same file, so what was left out stays out.
        """
        self._comparison = comparison
        if not again:
            self._left_out = set()
        remarks = comparison.remarks if comparison is not None else ()
        self.remarks.set_text("\n".join(error_text(remark.error()) for remark in remarks))
        self.remarks.setVisible(bool(remarks))
        self._show_rows()
        if comparison is not None and comparison.rows:
            self.table.select_row(self.table.rows_model.row(0))
        else:
            self._show_row(None)

    def _show_rows(self) -> None:
        rows = self._comparison.rows if self._comparison is not None else ()
        taken = self.taken
        number = self.table.currentIndex().row()
        self.table.set_rows([ShownRow(row, row.key in taken) for row in rows])
        if 0 <= number < len(rows):
            self.table.select_row(self.table.rows_model.row(number))
        many = self._comparison is not None and len(self._comparison.acceptable) > 0
        for one in (self._all, self._none, self._hint):
            one.setVisible(many)
        self.changed.emit()

    def _switch(self, shown: ShownRow) -> None:
        if not shown.refused:
            self._left_out ^= {shown.row.key}
            self._show_rows()

    def _take_all(self) -> None:
        self._left_out = set()
        self._show_rows()

    def _take_none(self) -> None:
        if self._comparison is not None:
            self._left_out = set(self._comparison.acceptable)
        self._show_rows()

    def _show_row(self, shown: ShownRow | None) -> None:
        self.detail.setVisible(shown is not None)
        if shown is None:
            self.words.setText("")
            return
        row = shown.row
        self.reason.setVisible(row.refused is not None)
        if row.refused is not None:
            self.reason.set_text(error_text(row.refused.error()))
        lines = [
            f"{row.who} · {what_words(shown)}" if row.who else what_words(shown),
            self.tr("Blad {sheet}, vak {address}").format(sheet=row.sheet, address=row.address),
        ]
        if row.was:
            lines.append(self.tr("Was: {text}").format(text=row.was))
        lines.append(self.tr("Wordt: {text}").format(text=row.becomes or "–"))
        if row.by:
            lines.append(self.tr("Volgens het bestand: {name}").format(name=row.by))
        if row.kind is DiffKind.OBSERVATION and row.refused is None:
            lines.append(self.tr("Wacht daarna op bevestiging door een tweede persoon."))
        self.words.setText("\n".join(lines))
        self.detail.setAccessibleName(kind_words(row.kind))
