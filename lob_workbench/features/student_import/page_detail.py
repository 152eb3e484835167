"""What is known about one line of the list, whole, and the answer to *dezelfde student?*"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.features.student_import.columns import StudentField
from lob_workbench.features.student_import.comparison import (
    Answer,
    ItemKind,
    PreviewItem,
    shown,
)
from lob_workbench.features.student_import.tables import (
    CheckColumns,
    also_on,
    field_label,
    remark_text,
)
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.forms import RadioButton
from lob_workbench.ui.labels import Heading, Label, Mark, Paragraph
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import Role, TextSize, space

_TOP = Qt.AlignmentFlag.AlignTop


class LineDetail(QFrame):
    """One line of the list. ``answered`` has its number and the answer."""

    answered = Signal(int, object)

    def __init__(
        self,
        columns: CheckColumns,
        answers: Mapping[int, Answer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._columns = columns
        self._answers = answers
        self._item: PreviewItem | None = None
        self._chip: Chip | None = None
        self._group: QButtonGroup | None = None
        self._scroll = ScrollColumn(self)
        self._content = QWidget(self._scroll.content)
        self._scroll.column.addWidget(self._content)
        self._scroll.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), space(3), space(2), space(3))
        outer.addWidget(self._scroll)
        self.show_item(None)

    @property
    def radios(self) -> Sequence[RadioButton]:
        """The answers to choose from, if something is asked."""
        return tuple(self._content.findChildren(RadioButton))

    def show_item(self, item: PreviewItem | None) -> None:
        """Show another line, or none."""
        self._item = item
        self._scroll.column.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget(self._scroll.content)
        self._chip = self._group = None
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        if item is None:
            words = self.tr("Kies een regel om te zien wat ermee gebeurt.")
            column.addWidget(Paragraph(words, self._content, ink="muted"))
        else:
            self._add_item(column, item)
        self._scroll.column.insertWidget(0, self._content)
        self._content.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _add_item(self, column: QVBoxLayout, item: PreviewItem) -> None:
        head = QHBoxLayout()
        head.setSpacing(space(2))
        words = self.tr("Regel {line}").format(line=item.line)
        head.addWidget(Label(words, self._content, size=TextSize.SMALL, ink="muted"))
        outcome = self._columns.outcome(item)
        self._chip = Chip(outcome.words, self._content, tone=outcome.tone, icon=outcome.icon)
        head.addStretch(1)
        head.addWidget(self._chip)
        column.addLayout(head)
        who = item.shown or self.tr("Zonder naam")
        column.addWidget(Heading(who, self._content, size=TextSize.LARGE))
        if item.reason is not None:
            ink = "danger" if item.kind is ItemKind.REJECTED else ""
            column.addWidget(Paragraph(remark_text(item.reason), self._content, ink=ink))
        if item.answers:
            self._add_answers(column, item)
        if item.kind is ItemKind.REPEATED and item.of_line is not None:
            column.addWidget(Paragraph(also_on(item.of_line), self._content))
        self._add_remarks(column, item)
        if item.changes:
            self._add_changes(column, item)
        elif item.kind is ItemKind.NEW and item.values is not None:
            values = [
                (field_label(field), _breakable(shown(item.values.of(field))))
                for field in StudentField
                if field is not StudentField.FULL_NAME
            ]
            self._add_values(column, self.tr("Dit komt in je werkboek"), values)

    def _add_answers(self, column: QVBoxLayout, item: PreviewItem) -> None:
        words = {
            Answer.SAME: self.tr("Ja, &dezelfde student"),
            Answer.OTHER: self.tr("Nee, een a&ndere student"),
            Answer.SKIP: self.tr("Deze regel over&slaan"),
        }
        self._group = QButtonGroup(self._content)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for number, answer in enumerate((Answer.SAME, Answer.OTHER, Answer.SKIP)):
            if answer in item.answers:
                radio = RadioButton(words[answer], self._content)
                radio.setChecked(self._answers.get(item.line) is answer)
                self._group.addButton(radio, number)
                rows.addWidget(radio)
        self._group.idClicked.connect(self._answered)
        column.addLayout(rows)
        column.addWidget(
            Paragraph(
                self.tr("Kies je niets, dan wordt deze regel overgeslagen."),
                self._content,
                size=TextSize.SMALL,
                ink="muted",
            )
        )

    def _add_remarks(self, column: QVBoxLayout, item: PreviewItem) -> None:
        for remark in item.remarks:
            row = QHBoxLayout()
            row.setSpacing(space(2))
            mark = Mark("ph.warning-circle", self._content, role=Role.ACCENT_TEXT)
            words = QVBoxLayout()
            words.addWidget(Paragraph(remark_text(remark), self._content))
            row.addWidget(mark)
            row.addLayout(words, 1)
            row.setAlignment(mark, _TOP)
            column.addLayout(row)

    def _add_changes(self, column: QVBoxLayout, item: PreviewItem) -> None:
        title = self.tr("Dit verandert")
        if item.kind is ItemKind.SAME_STUDENT_QUESTION:
            title = self.tr("Dit verandert als het dezelfde student is")
        empty = self.tr("leeg")
        values = [
            (
                field_label(change.field),
                _breakable(f"{change.old_text or empty}  →  {change.new_text or empty}"),
            )
            for change in item.changes
        ]
        self._add_values(column, title, values)

    def _add_values(
        self, column: QVBoxLayout, title: str, values: Sequence[tuple[str, str]]
    ) -> None:
        column.addWidget(Paragraph(title, self._content, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(1))
        grid.setColumnStretch(1, 1)
        there = [(label, value) for label, value in values if value]
        for row, (label, value) in enumerate(there):
            name = Label(label, self._content, size=TextSize.SMALL, ink="muted")
            grid.addWidget(name, row, 0, _TOP)
            grid.addWidget(Paragraph(value, self._content, size=TextSize.SMALL), row, 1)
        column.addLayout(grid)

    def _answered(self, number: int) -> None:
        if self._item is None:
            return
        self.answered.emit(self._item.line, (Answer.SAME, Answer.OTHER, Answer.SKIP)[number])
        if self._chip is not None:
            outcome = self._columns.outcome(self._item)
            self._chip.set_state(outcome.words, outcome.tone, outcome.icon)


def _breakable(text: str) -> str:
    """An e-mail address may go on the next line after its signs; it has no space to do so."""
    if "@" not in text:
        return text
    return text.replace("@", "@\u200b").replace(".", ".\u200b")
