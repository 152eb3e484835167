"""The third step of the import: what happens with each line, before anything is written."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.student_import.comparison import (
    Answer,
    ImportPlan,
    ItemKind,
    Preview,
    PreviewItem,
    plan,
)
from lob_workbench.features.student_import.page_detail import LineDetail
from lob_workbench.features.student_import.rules_missing import Absence
from lob_workbench.features.student_import.tables import (
    KIND_LOOKS,
    KIND_WORDS,
    CheckColumns,
    remark_text,
)
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.labels import Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import space

_ALL = "all"
_REMARKED = "remarked"


class CheckStep(QWidget):
    """Chips with counts, the lines, and everything about the line that is chosen."""

    changed = Signal()
    """A question was answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: dict[int, Answer] = {}
        self._preview = Preview(())
        columns = CheckColumns(self.answers)
        self._about = Paragraph("", self, ink="muted")
        self.filters = FilterChips([], self, exclusive=True, name=self.tr("Welke regels"))
        self.filters.changed.connect(self._filter)
        self.table: TableView[PreviewItem] = TableView(
            columns.all(), self, name=self.tr("Regels van de lijst")
        )
        self.detail = LineDetail(columns, self.answers, self)
        self.detail.answered.connect(self._answered)
        self.table.row_chosen.connect(self.detail.show_item)
        self.table.row_activated.connect(self._go_to_answers)
        work = QHBoxLayout()
        work.setSpacing(space(3))
        work.addWidget(self.table, 2)
        work.addWidget(self.detail, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.filters)
        column.addWidget(self._about)
        column.addLayout(work, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show what a list would change; answers given before stay where they still fit."""
        self._preview = preview
        asked = {item.line: item for item in preview.of_kind(ItemKind.SAME_STUDENT_QUESTION)}
        for line in [line for line in self.answers if line not in asked]:
            del self.answers[line]
        self.filters.set_choices(self._choices())
        if not self.filters.value():
            self.filters.set_value(frozenset({_ALL}))
        self._about.setText(self._about_list())
        self._about.setVisible(bool(self._about.text()))
        self._filter()

    @property
    def absences(self) -> tuple[Absence, ...]:
        """Who is not on the list, should it be a whole one."""
        return self._preview.absences

    def to_write(self) -> ImportPlan:
        """What *Inlezen* would write now."""
        return plan(self._preview, self.answers)

    def open_questions(self) -> int:
        """How many questions have no answer yet."""
        asked = self._preview.of_kind(ItemKind.SAME_STUDENT_QUESTION)
        return sum(1 for item in asked if item.line not in self.answers)

    def begin(self) -> None:
        """Put the focus in the list, at the first line that asks something."""
        rows = self.table.rows_model.rows
        if rows and self.table.current_row() is None:
            asking = next((item for item in rows if _asks(item)), rows[0])
            self.table.select_row(asking)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget every name."""
        self.answers.clear()
        self.show_preview(Preview(()))
        self.detail.show_item(None)

    def _choices(self) -> list[Filter]:
        items = self._preview.items
        remarked = sum(1 for item in items if item.remarks)
        choices = [Filter(_ALL, self.tr("alle regels"), count=len(items))]
        choices += [
            Filter(kind, _words(kind), KIND_LOOKS[kind][1], self._preview.count(kind))
            for kind in KIND_WORDS
            if self._preview.count(kind)
        ]
        if remarked:
            words = self.tr("met opmerking")
            choices.append(Filter(_REMARKED, words, "ph.warning-circle", remarked))
        return choices

    def _about_list(self) -> str:
        parts = [remark_text(remark) for remark in self._preview.remarks]
        empty = len(self._preview.empty_lines)
        if empty == 1:
            parts.append(self.tr("Eén lege regel is overgeslagen."))
        elif empty:
            parts.append(self.tr("{count} lege regels zijn overgeslagen.").format(count=empty))
        return " ".join(parts)

    def _filter(self) -> None:
        wanted = next(iter(self.filters.value()), _ALL)
        items = self._preview.items
        if wanted == _REMARKED:
            items = tuple(item for item in items if item.remarks)
        elif isinstance(wanted, ItemKind):
            items = self._preview.of_kind(wanted)
        self.table.set_rows(items)
        if self.table.current_row() is None:
            self.detail.show_item(None)
            if items:
                self.table.select_row(next((item for item in items if _asks(item)), items[0]))

    def _answered(self, line: int, answer: Answer) -> None:
        self.answers[line] = answer
        self.table.viewport().update()
        self.changed.emit()

    def _go_to_answers(self, _item: PreviewItem) -> None:
        radios = self.detail.radios
        if radios:
            chosen = next((radio for radio in radios if radio.isChecked()), radios[0])
            chosen.setFocus(Qt.FocusReason.TabFocusReason)


def _asks(item: PreviewItem) -> bool:
    return item.kind is ItemKind.SAME_STUDENT_QUESTION


def _words(kind: ItemKind) -> str:
    return QCoreApplication.translate("student_import", KIND_WORDS[kind])
