"""The agreements of one student on the tab *Life skills*: short cards, and the form of one."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.goal_drafts import GoalDraft, draft_of, new_draft
from lob_workbench.features.life_skills.goal_views import GoalsShown, GoalView
from lob_workbench.features.life_skills.operations_goals import (
    GOAL_DRAFT,
    drop_goal_draft,
    put_back_goal_draft,
    read_learner_goals,
)
from lob_workbench.features.life_skills.page_goal_card import GoalCard
from lob_workbench.features.life_skills.page_goal_form import GoalForm
from lob_workbench.features.life_skills.page_goal_paper import GoalPapers
from lob_workbench.features.life_skills.page_goal_unfinished import UnfinishedGoal
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.theme import TextSize, space


class GoalSection(QWidget):
    """Stands inside a page that scrolls. The tab calls ``leave`` and ``clear`` with its own."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._learner: Learner | None = None
        self._set_key = ""
        self._shown: GoalsShown | None = None
        self._papers = GoalPapers(context, self)
        self.cards: list[GoalCard] = []
        self.new_button = Button(self.tr("Nieuwe afspraak"), self, icon="ph.plus")
        self.new_button.clicked.connect(self.begin)
        self.paper_button = Button(self.tr("Op papier"), self, icon="ph.printer")
        self.paper_button.clicked.connect(self._print)
        self._heading = Heading(self.tr("Afspraken"), self, size=TextSize.LARGE)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(self._heading, 1)
        head.addWidget(self.paper_button)
        head.addWidget(self.new_button)
        self.unfinished = UnfinishedGoal(self)
        self.unfinished.go_on_asked.connect(self._open)
        self.unfinished.dropped.connect(self._drop)
        self._none = Paragraph(self.tr("Er is nog geen afspraak over een skill."), self)
        self._list = QVBoxLayout()
        self._list.setSpacing(space(3))
        self.form = GoalForm(context, self)
        self.form.done.connect(self._form_done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addLayout(head)
        column.addWidget(self.unfinished)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addWidget(self.form)
        context.jobs.changed.connect(self.refresh)
        self.clear()

    def show_learner(self, learner: Learner, set_key: str) -> None:
        """Show the agreements of this learner; new ones are made in the set ``set_key``."""
        if self._learner is not None and learner.id != self._learner.id:
            self.leave()
            self.clear()
        self._learner, self._set_key = learner, set_key
        self._load()

    def begin(self) -> None:
        """Begin a new agreement."""
        if self._learner is not None:
            self._open(new_draft(self._set_key, self._learner.id))

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.form.leave()

    def clear(self) -> None:
        """Forget who was shown."""
        self._learner = self._shown = None
        self.form.clear()
        self._take_cards_away()
        self.unfinished.show_drafts((), ())
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """Read again when something of this was written."""
        if changes.touches("skill_goal", GOAL_DRAFT, "skill_claim", "student"):
            self._load()

    def _load(self) -> None:
        if self._learner is not None:
            self._context.jobs.run(
                read_learner_goals,
                self._learner,
                receiver=self,
                done="_take_goals",
                failed="_take_nothing",
            )

    def _take_goals(self, shown: GoalsShown) -> None:
        learner = shown.learners[0]
        if self._learner is None or learner.id != self._learner.id:
            return
        self._learner, self._shown = learner, shown
        known = {view.goal.id for card in self.cards if (view := card.view) is not None}
        if [view.goal.id for view in shown.goals] == [
            card.view.goal.id for card in self.cards if card.view is not None
        ]:
            for card, view in zip(self.cards, shown.goals, strict=True):
                card.show_goal(view)
        else:
            self._take_cards_away()
            for view in shown.goals:
                card = GoalCard(self._context, self, named=False)
                card.change_asked.connect(self._change)
                card.stale.connect(self._load)
                card.show_goal(view)
                self._list.addWidget(card)
                self.cards.append(card)
        self._arrange()
        fresh = [view.goal.id for view in shown.goals if view.goal.id not in known]
        if known and fresh:
            self._focus(fresh[0])

    def _take_nothing(self, _error: Exception) -> None:
        """Not (any more) somebody whose agreements one may see."""
        self._shown = None
        self._take_cards_away()
        self._arrange()

    def _arrange(self) -> None:
        """The form or the cards, never both."""
        writing = self.form.writing
        shown, learner = self._shown, self._learner
        may = learner is not None and learner.own and self._context.actor.may(Right.RECORD_SKILLS)
        self.form.setVisible(writing)
        for card in self.cards:
            card.setVisible(not writing)
        self._none.setVisible(shown is not None and not self.cards and not writing)
        self._heading.setVisible(not writing)
        self.new_button.setVisible(may and not writing)
        self.paper_button.setVisible(bool(self.cards) and not writing)
        drafts = () if writing or shown is None else shown.unfinished
        self.unfinished.show_drafts(drafts, () if learner is None else (learner,))

    def _change(self, view: GoalView) -> None:
        self._open(draft_of(view.goal))

    def _open(self, draft: GoalDraft) -> None:
        if self._learner is not None:
            self.form.open(draft, (self._learner,))
            self._arrange()

    def _drop(self, draft: GoalDraft) -> None:
        self._context.jobs.run(drop_goal_draft, draft.id)
        self._context.navigator.offer_undo(
            self.tr("Concept weggegooid."), put_back_goal_draft, draft
        )

    def _form_done(self, _goal_id: UUID | None) -> None:
        self._arrange()
        self._load()
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, goal_id: UUID) -> None:
        for card in self.cards:
            if card.view is not None and card.view.goal.id == goal_id and card.lines:
                card.lines[0].chips.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        if self._learner is not None:
            self._papers.show_sheet(self._learner)

    def _take_cards_away(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
