"""The people of a selection together: bars, or the same figures as a table."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.page_chart_view import BarChart
from lob_workbench.features.life_skills.page_growth_words import (
    bars_said,
    group_bars,
    group_columns,
    group_title,
    heads,
    then_words,
)
from lob_workbench.features.life_skills.rules_growth import GroupGrowth, GroupSkill
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.theme import TextSize, space


class GroupPanel(QWidget):
    """Shows ``growth``; ``switch`` turns the bars into a table and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.growth: GroupGrowth | None = None
        self.title = Heading("", self, size=TextSize.LARGE)
        self.line = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.switch = Button("", self, kind=ButtonKind.QUIET)
        self.switch.clicked.connect(self._turn)
        self._sheet = ScrollColumn(self)
        self.bars = BarChart(self._sheet.content)
        self._sheet.column.addWidget(self.bars)
        self._sheet.column.addStretch(1)
        self.table: TableView[GroupSkill] = TableView(
            group_columns(), self, name=self.tr("Niveaus van iedereen samen")
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.table)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addLayout(words, 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._name_switch()

    def show_growth(self, growth: GroupGrowth) -> None:
        """Show these people together."""
        self.growth = growth
        title = group_title(growth)
        self.title.setText(title)
        self.line.setText(then_words(growth.then))
        self.bars.show_bars(group_bars(growth), heads(), title, bars_said(growth))
        self.table.set_rows(growth.skills)

    def clear(self) -> None:
        """Forget who it was about."""
        self.growth = None
        self.title.setText("")
        self.line.setText("")
        self.bars.clear()
        self.table.set_rows(())

    def _turn(self) -> None:
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())
        self._name_switch()

    def _name_switch(self) -> None:
        as_table = self._stack.currentIndex() == 0
        self.switch.setText(self.tr("Als ta&bel") if as_table else self.tr("Als sta&ven"))
