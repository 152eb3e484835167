"""Growth: now against then, of the people of a selection together and of each of them."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.operations_growth import read_group, read_person
from lob_workbench.features.life_skills.page_growth_group import GroupPanel
from lob_workbench.features.life_skills.page_growth_list import PeopleList
from lob_workbench.features.life_skills.page_growth_paper import GrowthPapers
from lob_workbench.features.life_skills.page_growth_person import PersonPanel
from lob_workbench.features.life_skills.page_growth_words import fallback_words
from lob_workbench.features.life_skills.page_view import SkillsView
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import (
    GroupGrowth,
    Moment,
    PersonGrowth,
    Since,
)
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.forms import DateField
from lob_workbench.ui.labels import Label
from lob_workbench.ui.page import EmptyState, PageKey
from lob_workbench.ui.theme import space

_NOBODY, _GROUP, _PERSON = range(3)


class GrowthView(SkillsView):
    """Bars of everybody, or the radar of who is chosen in ``people``. Ctrl+P makes the paper."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._selection: Selection | None = None
        self._moment = Moment()
        self._papers = GrowthPapers(context, self)
        self.since = FilterChips(
            (
                Filter(Since.YEAR, self.tr("Begin schooljaar")),
                Filter(Since.TALK, self.tr("Laatste gesprek")),
                Filter(Since.DAY, self.tr("Andere dag")),
            ),
            self,
            exclusive=True,
            name=self.tr("Vergelijk met"),
        )
        self.since.changed.connect(self._choose_since)
        self.day = DateField("", self, today=context.clock.today)
        self.day.edit.setAccessibleName(self.tr("Vergelijk met deze dag"))
        self.day.changed.connect(self._choose_day)
        self.paper = Button(self.tr("Op &papier"), self, icon="ph.printer")
        self.paper.setToolTip(self.tr("Op papier (Ctrl+P)"))
        self.paper.clicked.connect(self.print_out)
        self.print_action = QAction(self.tr("Groei op papier"), self)
        self.print_action.setShortcut(QKeySequence(PageKey.PRINT.value))
        self.print_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.print_action.triggered.connect(self.print_out)
        self.addAction(self.print_action)
        self.people = PeopleList(self)
        self.people.chosen.connect(self._choose_person)
        self.group = GroupPanel(self)
        self.person = PersonPanel(self)
        self._stack = QStackedWidget(self)
        for panel in (self._nobody(), self.group, self.person):
            self._stack.addWidget(panel)
        self._lay_out()
        self.setFocusProxy(self.people)
        self.clear()

    def _nobody(self) -> EmptyState:
        return EmptyState(
            "ph.chart-line-up",
            self.tr("Hier zie je wie er groeit"),
            self.tr("Er staat niemand in deze keuze. Kies hierboven een andere klas of een team."),
            parent=self,
        )

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(space(3))
        bar.addWidget(Label(self.tr("Vergelijk met"), self, bold=True))
        bar.addWidget(self.since, 1)
        bar.addWidget(self.day)
        bar.addWidget(self.paper)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self.people)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(bar)
        column.addLayout(row, 1)

    @property
    def moment(self) -> Moment:
        """What is compared with."""
        return self._moment

    def show_selection(self, selection: Selection) -> None:
        """Load and show these people and skills; who was chosen stays when still there."""
        self._selection = selection
        self._load()

    def clear(self) -> None:
        """Forget everybody."""
        self._selection = None
        self._moment = Moment()
        self.since.set_value(frozenset({Since.YEAR}))
        self.day.set_value(None)
        self.day.hide()
        self.people.clear()
        self.people.hide()
        self.group.clear()
        self.person.clear()
        self._stack.setCurrentIndex(_NOBODY)
        self._allow_paper()

    def print_out(self) -> None:
        """Show the sheet of who is in sight: one person, or everybody together."""
        shown = self._stack.currentIndex()
        if self._selection is None or shown == _NOBODY:
            return
        if shown == _PERSON and self.person.growth is not None:
            self._papers.show_person(
                self.person.growth.learner, self._selection.set_key, self._skills(), self._moment
            )
        else:
            self._papers.show_group(self._selection, self._moment)

    def _load(self) -> None:
        if self._selection is not None:
            self._context.jobs.run(
                read_group,
                self._selection,
                self._moment,
                receiver=self,
                done="_show_group",
                failed="_complain",
            )

    def _load_person(self, learner_id: UUID) -> None:
        if self._selection is not None:
            self._context.jobs.run(
                read_person,
                learner_id,
                self._selection.set_key,
                self._skills(),
                self._moment,
                receiver=self,
                done="_show_person",
                failed="_show_everybody",
            )

    def _show_group(self, growth: GroupGrowth) -> None:
        if growth.selection != self._selection:
            return
        self.group.show_growth(growth)
        self.people.show_people(growth.people)
        self.people.setVisible(bool(growth.people))
        if not growth.people:
            self.person.clear()
            self._stack.setCurrentIndex(_NOBODY)
        elif self.people.current is None:
            self._stack.setCurrentIndex(_GROUP)
        else:
            self._load_person(self.people.current)
        self._allow_paper()

    def _show_person(self, growth: PersonGrowth) -> None:
        if growth.learner.id != self.people.current:
            return
        self.person.show_growth(growth, fallback_words(self._moment, growth.then))
        self._stack.setCurrentIndex(_PERSON)
        self._allow_paper()

    def _show_everybody(self, error: Exception) -> None:
        """Not (any more) somebody whose levels one may see."""
        self._complain(error)
        self._load()

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    def _choose_person(self, learner_id: UUID | None) -> None:
        if learner_id is None:
            self.person.clear()
            self._stack.setCurrentIndex(_GROUP)
            self._allow_paper()
        else:
            self._load_person(learner_id)

    def _choose_since(self, keys: frozenset[Since]) -> None:
        (since,) = keys
        self.day.setVisible(since is Since.DAY)
        if since is Since.DAY:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._compare(Moment(since, self.day.value() if since is Since.DAY else None))

    def _choose_day(self) -> None:
        day: date | None = self.day.value()
        if day is not None:
            self._compare(Moment(Since.DAY, day))

    def _compare(self, moment: Moment) -> None:
        if moment != self._moment:
            self._moment = moment
            # A day that is not chosen yet changes nothing.
            if moment.since is not Since.DAY or moment.day is not None:
                self._load()

    def _skills(self) -> tuple[str, ...]:
        route = None if self._selection is None else self._selection.route
        return () if route is None else route.skills

    def _allow_paper(self) -> None:
        there = self._stack.currentIndex() != _NOBODY
        self.paper.setEnabled(there)
        self.print_action.setEnabled(there)
