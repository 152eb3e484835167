"""Growth on the page of a student: a small radar, and in words what grew most."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.dates import plain_date
from lob_workbench.features.life_skills.operations_growth import read_person
from lob_workbench.features.life_skills.page_chart_view import RadarChart
from lob_workbench.features.life_skills.page_growth_paper import GrowthPapers
from lob_workbench.features.life_skills.page_growth_words import (
    from_to,
    legend,
    radar_said,
    spokes,
)
from lob_workbench.features.life_skills.rules_growth import Moment, PersonGrowth, grew_most
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.cards import Card
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import space, text_width

_HIGH = 320


class GrowthSection(QWidget):
    """Since the school year began; the link makes the paper. Gone when there is nobody to show."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._learner: Learner | None = None
        self._set_key = ""
        self._papers = GrowthPapers(context, self)
        self.card = Card(self.tr("Groei"), self, icon="ph.chart-line-up", link=self.tr("Op papier"))
        self.card.followed.connect(self.print_out)
        self.radar = RadarChart(self.card)
        self.radar.setFixedHeight(_HIGH)
        self.line = Paragraph("", self.card, ink="muted")
        self.grown = [Label("", self.card, bold=True) for _ in range(3)]
        self.rest = Paragraph("", self.card)
        words = QVBoxLayout()
        words.setSpacing(space(2))
        words.addStretch(1)
        words.addWidget(self.line)
        for label in self.grown:
            words.addWidget(label)
        words.addWidget(self.rest)
        words.addStretch(1)
        beside = QWidget(self.card)
        beside.setLayout(words)
        beside.setMinimumWidth(text_width(self, 24))
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self.radar, 2)
        row.addWidget(beside, 1, Qt.AlignmentFlag.AlignVCenter)
        self.card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.clear()

    def show_learner(self, learner: Learner, set_key: str) -> None:
        """Load and show somebody; somebody else than before is forgotten at once."""
        if learner != self._learner:
            self.clear()
        self._learner, self._set_key = learner, set_key
        self._context.jobs.run(
            read_person,
            learner.id,
            set_key,
            (),
            Moment(),
            receiver=self,
            done="_show",
            failed="_show_nothing",
        )

    def print_out(self) -> None:
        """Show the sheet of this person."""
        if self._learner is not None:
            self._papers.show_person(self._learner, self._set_key, (), Moment())

    def clear(self) -> None:
        """Forget who it was about."""
        self._learner = None
        self.radar.clear()
        for label in (self.line, self.rest, *self.grown):
            label.setText("")
        self.card.hide()

    def _show(self, growth: PersonGrowth) -> None:
        if self._learner is None or growth.learner.id != self._learner.id:
            return
        name = self.tr("Radar van {name}").format(name=growth.learner.name)
        self.radar.show_spokes(spokes(growth), legend(growth), name, radar_said(growth))
        most = grew_most(growth.skills)
        self.line.setText(self._lead(growth, bool(most)))
        for place, label in enumerate(self.grown):
            label.setText(from_to(most[place]) if place < len(most) else "")
            label.setVisible(place < len(most))
        self.rest.setText(self._behaviours(growth))
        self.rest.setVisible(bool(self.rest.text()))
        self.card.show()

    def _show_nothing(self, _error: Exception) -> None:
        """Not (any more) somebody whose levels one may see."""
        self.clear()

    def _lead(self, growth: PersonGrowth, grew: bool) -> str:
        day = plain_date(growth.then.day)
        if grew:
            return self.tr("Dit groeide het meest sinds {day}:").format(day=day)
        return self.tr("Er kwam nog geen niveau bij sinds {day}.").format(day=day)

    def _behaviours(self, growth: PersonGrowth) -> str:
        more = sum(one.shown_more for one in growth.skills)
        if more == 0:
            return ""
        if more == 1:
            return self.tr("1 gedrag erbij laten zien.")
        return self.tr("{count} gedragingen erbij laten zien.").format(count=more)
