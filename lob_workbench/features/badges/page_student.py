"""The tab *Badges* of a student: which ones, which one may come, and taking them along."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.badges.operations import BadgesShown, list_badges_of
from lob_workbench.features.badges.page_badge import BadgeCard
from lob_workbench.features.badges.page_saving import SavingCard
from lob_workbench.features.badges.rules import BadgeView
from lob_workbench.features.badges.tables import BadgeColumns
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.theme import space


class StudentBadgesTab(QWidget):
    """``ready`` tells what may become a badge; ``table`` has those that are."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._student_id: UUID | None = None
        self._shown: tuple[BadgeView, ...] = ()
        self.ready = Panel("", self, icon="ph.medal")
        self.issue_button = Button(self.tr("&Badge uitreiken"), self.ready)
        self.issue_button.clicked.connect(self._issue)
        self.ready.add_action(self.issue_button)
        columns = BadgeColumns(context.clock.today())
        self.table: TableView[BadgeView] = TableView(
            columns.all(names=False),
            self,
            name=self.tr("Badges van deze student"),
            empty=self.tr("Nog geen badge."),
        )
        self.table.row_chosen.connect(self._choose)
        self.saving = SavingCard(context, self)
        self.card = BadgeCard(context, self)
        self.card.save_asked.connect(self.saving.begin)
        self.saving.begun.connect(self.card.hide)
        self.saving.closed.connect(self._back)
        self.card.pack_asked.connect(self._pack)
        self.card.again_asked.connect(self._issue)
        side = QVBoxLayout()
        side.setSpacing(space(3))
        side.addWidget(self.saving, 1)
        side.addWidget(self.card, 1)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self.table, 3)
        row.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(3), 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.ready)
        column.addLayout(row, 1)
        self.setFocusProxy(self.table)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_student(self, student_id: UUID) -> None:
        """Show the badges of this student."""
        if student_id != self._student_id:
            self.clear()
        self._student_id = student_id
        self._load()

    def clear(self) -> None:
        """Forget whose badges these were."""
        self._student_id, self._shown = None, ()
        self.table.set_rows(())
        self.card.show_badge(None)
        self.saving.clear()
        self.ready.hide()

    def refresh(self, changes: Changes) -> None:
        """Read again when a badge or a claim was written."""
        if changes.touches("issued_badge", "badge_key", "skill_claim"):
            self._load()

    def _load(self) -> None:
        if self._student_id is not None and self._context.actor.may(Right.SEE_SKILLS):
            self._context.jobs.run(
                list_badges_of, self._student_id, receiver=self, done="_show", failed="_nothing"
            )

    def _show(self, shown: BadgesShown) -> None:
        whose = {one.learner.id for one in shown.issued} | {one.learner.id for one in shown.ready}
        if whose - {self._student_id}:
            return
        self._shown = shown.issued
        self.table.set_rows(shown.issued)
        each = self.tr("{skill} (niveau {level})")
        names = ", ".join(
            each.format(skill=one.title.skill, level=one.title.level) for one in shown.ready
        )
        self.ready.set_text(self.tr("Bereikt, en nog zonder badge: {names}.").format(names=names))
        self.ready.setVisible(bool(shown.ready))
        if shown.issued and self.table.current_row() is None:
            self.table.select_row(shown.issued[0])
        self._choose(self.table.current_row())

    def _nothing(self, _error: Exception) -> None:
        self._shown = ()
        self.table.set_rows(())

    def _choose(self, badge: BadgeView | None) -> None:
        if badge is None or badge != self.card.badge:
            self.saving.put_away()
            self.card.show_badge(badge)

    def _back(self) -> None:
        self.card.setVisible(self.card.badge is not None)

    def _issue(self) -> None:
        self._context.navigator.go(Target("badges", self._student_id, "issue"))

    def _pack(self, learner: Learner) -> None:
        self.saving.pack(learner, self._shown)
