"""One person's growth: the radar, and its figures in a table beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.page_chart_view import RadarChart
from lob_workbench.features.life_skills.page_growth_words import (
    SkillColumns,
    gained_words,
    legend,
    radar_said,
    spokes,
)
from lob_workbench.features.life_skills.rules_growth import PersonGrowth, SkillGrowth
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import TextSize, space, text_width


class PersonPanel(QWidget):
    """Shows ``growth``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.growth: PersonGrowth | None = None
        self.title = Heading("", self, size=TextSize.LARGE)
        self.line = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.radar = RadarChart(self)
        self._columns = SkillColumns()
        self.table: TableView[SkillGrowth] = TableView(
            self._columns.all(), self, name=self.tr("Niveaus toen en nu")
        )
        self.table.setMinimumWidth(text_width(self, 42))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        beside = QVBoxLayout()
        beside.setSpacing(space(2))
        beside.addLayout(words)
        beside.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        # All the height there is: a radar is as large as its room is high.
        row.addWidget(self.radar, 1)
        row.addLayout(beside, 1)

    def show_growth(self, growth: PersonGrowth, note: str = "") -> None:
        """Show somebody; ``note`` says why it is not what was asked."""
        self.growth = growth
        learner = growth.learner
        self.title.setText(learner.name)
        self.line.setText(
            " · ".join(filter(None, (learner.group or learner.team, self._in_short(), note)))
        )
        name = self.tr("Radar van {name}").format(name=learner.name)
        self.radar.show_spokes(spokes(growth), legend(growth), name, radar_said(growth))
        self._columns.number(growth)
        self.table.set_rows(growth.skills)

    def clear(self) -> None:
        """Forget who it was about."""
        self.growth = None
        self.title.setText("")
        self.line.setText("")
        self.radar.clear()
        self.table.set_rows(())

    def _in_short(self) -> str:
        assert self.growth is not None
        gained = self.growth.gained
        if not gained:
            return self.tr("geen niveau erbij")
        if gained == 1:
            return self.tr("1 niveau erbij")
        if gained < 0:
            return self.tr("{count} niveaus").format(count=gained_words(gained))
        return self.tr("{count} niveaus erbij").format(count=gained)
