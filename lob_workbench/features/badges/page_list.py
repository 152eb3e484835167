"""The badges that were issued: a list, and the one that is chosen beside it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import fold
from lob_workbench.features.badges.operations import BadgesShown, list_badges
from lob_workbench.features.badges.page_badge import BadgeCard
from lob_workbench.features.badges.page_saving import SavingCard
from lob_workbench.features.badges.rules import BadgeView
from lob_workbench.features.badges.tables import BadgeColumns
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState
from lob_workbench.ui.theme import control_height, space


class ListPanel(QWidget):
    """``table`` has the badges that fit what was typed; ``card`` is the chosen one."""

    issue_asked = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[BadgeView, ...] = ()
        self._wanted: tuple[UUID, ...] = ()
        self._issues = context.actor.may(Right.ISSUE_BADGES)
        self.ready = Panel("", self, icon="ph.medal")
        self._ready_button = Button(self.tr("Bekijk wie"), self.ready)
        self._ready_button.clicked.connect(self.issue_asked)
        self.ready.add_action(self._ready_button)
        self.ready.hide()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Zoek op naam, klas of skill"))
        self.search.setAccessibleName(self.tr("Zoek in de badges"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(control_height(self.search))
        self.search.textChanged.connect(self._filter)
        self.save_button = Button(self.tr("Deze lijst opslaan"), self, icon="ph.download-simple")
        self.save_button.clicked.connect(self._save_all)
        self.save_button.setVisible(self._issues)
        columns = BadgeColumns(context.clock.today())
        self.table: TableView[BadgeView] = TableView(
            columns.all(),
            self,
            name=self.tr("Uitgereikte badges"),
            empty=self.tr("Geen badge past bij wat je zoekt."),
        )
        self.table.row_chosen.connect(self._choose)
        self.saving = SavingCard(context, self)
        self.card = BadgeCard(context, self)
        self.card.save_asked.connect(self.saving.begin)
        self.saving.begun.connect(self.card.hide)
        self.saving.closed.connect(self._back)
        self.card.pack_asked.connect(self._pack)
        self.card.again_asked.connect(self.issue_asked)
        side = QVBoxLayout()
        side.setSpacing(space(3))
        side.addWidget(self.saving, 1)
        side.addWidget(self.card, 1)
        line = QHBoxLayout()
        line.setSpacing(space(2))
        line.addWidget(self.search, 1)
        line.addWidget(self.save_button)
        left = QVBoxLayout()
        left.setSpacing(space(2))
        left.addLayout(line)
        left.addWidget(self.table, 1)
        self._work = QWidget(self)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(4))
        row.addLayout(left, 3)
        row.addLayout(side, 2)
        self._empty = EmptyState(
            "ph.medal",
            self.tr("Er is nog geen badge uitgereikt"),
            self.tr(
                "Heeft iemand een niveau van een life skill bereikt, dan kun je daar een badge "
                "voor geven. De eigenaar neemt hem mee, en iedereen kan nagaan dat hij echt is."
            ),
            self.tr("Badges uitreiken") if self._issues else "",
            self,
        )
        self._empty.started.connect(self.issue_asked)
        self._empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.ready)
        column.addWidget(self._work, 1)
        column.addWidget(self._empty, 1)
        self.setFocusProxy(self.table)

    def load(self) -> None:
        """Read again."""
        self._context.jobs.run(list_badges, receiver=self, done="_show")

    def choose(self, badges: tuple[UUID, ...]) -> None:
        """Choose the first of these as soon as it is there."""
        self._wanted = badges

    def clear(self) -> None:
        """Forget every name."""
        self._shown = ()
        self.table.set_rows(())
        self.search.setText("")
        self.card.show_badge(None)
        self.saving.clear()

    def _show(self, shown: BadgesShown) -> None:
        self._shown = shown.issued
        count = len(shown.ready)
        words = self.tr("1 niveau is bereikt en heeft nog geen badge.")
        if count != 1:
            words = self.tr("{count} niveaus zijn bereikt en hebben nog geen badge.")
        self.ready.set_text(words.format(count=count))
        self.ready.setVisible(bool(count) and bool(shown.issued))
        self._work.setVisible(bool(shown.issued))
        self._empty.setVisible(not shown.issued)
        self._filter()

    def _filter(self) -> None:
        wanted = fold(self.search.text()).split()
        rows = [one for one in self._shown if all(word in _words(one) for word in wanted)]
        self.table.set_rows(rows)
        first = next((one for one in rows if one.id in self._wanted), None)
        self._wanted = ()
        if first is not None:
            self.table.select_row(first)
        elif rows and self.table.current_row() is None:
            self.table.select_row(rows[0])
        self.save_button.setEnabled(bool(rows))
        self._choose(self.table.current_row())

    def _choose(self, badge: BadgeView | None) -> None:
        if badge is None or badge != self.card.badge:
            self.saving.put_away()
            self.card.show_badge(badge)

    def _back(self) -> None:
        self.card.setVisible(self.card.badge is not None)
        focus = QApplication.focusWidget()
        if focus is not None and self.saving.isAncestorOf(focus):
            self.card.save_button.setFocus()

    def _save_all(self) -> None:
        self.saving.begin([one for one in self.table.rows_model.rows if one.learner.own])

    def _pack(self, learner: Learner) -> None:
        self.saving.pack(learner, self._shown)


def _words(badge: BadgeView) -> str:
    learner, title = badge.learner, badge.title
    return fold(" ".join((learner.name, learner.listed, learner.group, learner.team, title.skill)))
