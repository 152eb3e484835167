"""Agreements of a selection: as a list, late ones first, and as a strip over the school year."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.goal_drafts import GoalDraft, draft_of, new_draft
from lob_workbench.features.life_skills.goal_views import GoalsShown, GoalView
from lob_workbench.features.life_skills.operations_goals import (
    GOAL_DRAFT,
    drop_goal_draft,
    put_back_goal_draft,
    read_goals,
)
from lob_workbench.features.life_skills.page_goal_card import GoalCard
from lob_workbench.features.life_skills.page_goal_form import GoalForm
from lob_workbench.features.life_skills.page_goal_paper import GoalPapers
from lob_workbench.features.life_skills.page_goal_unfinished import UnfinishedGoal
from lob_workbench.features.life_skills.page_strip import StripView
from lob_workbench.features.life_skills.page_strip_layout import Bar
from lob_workbench.features.life_skills.page_view import SkillsView
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.tables_goals import goal_columns
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Label
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState, ScrollColumn
from lob_workbench.ui.theme import TextSize, space

_RUNS, _LATE, _CLOSED, _ALL = "runs", "late", "closed", "all"
_LIST, _YEAR = "list", "year"


class GoalsView(SkillsView):
    """Filters, the list or the strip, and below it the chosen agreement with its periods.

    The page calls ``leave`` before it goes and ``clear`` when it is locked. ``begin`` opens the
    form from elsewhere, ``choose_learner`` shows whose agreements a ``Target`` asks for.
    """

    form_shown = Signal(bool)
    """The form came or went."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._selection: Selection | None = None
        self._shown = GoalsShown((), ())
        self._wanted_learner: UUID | None = None
        self._wanted_goal: UUID | None = None
        self._begin: tuple[UUID | None, str] | None = None
        self._papers = GoalPapers(context, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)
        self.states = FilterChips((), self, exclusive=True, name=self.tr("Stand"))
        self.states.changed.connect(self._filter)
        self.shape = FilterChips(
            (
                Filter(_LIST, self.tr("Lijst"), "ph.list-bullets"),
                Filter(_YEAR, self.tr("Schooljaar"), "ph.chart-bar-horizontal"),
            ),
            self,
            exclusive=True,
            name=self.tr("Vorm"),
        )
        self.shape.changed.connect(self._reshape)
        self.new_button = Button(self.tr("Nieuwe afspraak"), self, icon="ph.plus")
        self.new_button.clicked.connect(self._begin_new)
        self.table: TableView[GoalView] = TableView(
            goal_columns(context.clock.today),
            self,
            name=self.tr("Afspraken over life skills"),
            empty=self.tr("Geen afspraak past bij deze keuze."),
        )
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_activated.connect(self._go_to_card)
        self.strip = StripView(context.clock, self)
        self.strip.chosen.connect(self._bar_chosen)
        self.strip.opened.connect(self._open_bar)
        self.card = GoalCard(context)
        self.card.change_asked.connect(self._change)
        self.card.paper_asked.connect(self._print)
        self.card.stale.connect(self._load)
        self.strip.answered.connect(self.card.answer)
        self.hint = Label(
            self.tr("In het schooljaar: 1 gepland, 2 bezig, 3 gelukt, 4 loopt vast. Enter opent."),
            self,
            size=TextSize.SMALL,
            ink="muted",
        )
        self.unfinished = UnfinishedGoal(self)
        self.unfinished.go_on_asked.connect(self._open_form)
        self.unfinished.dropped.connect(self._drop)
        self.form = GoalForm(context)
        self.form.done.connect(self._form_done)
        self.empty = EmptyState(
            "ph.flag",
            self.tr("Nog geen afspraken"),
            self.tr(
                "Spreek af naar welk niveau iemand groeit, wat er gebeurt en in welke periode. "
                "Hier zie je dan hoe het loopt."
            ),
            self.tr("Nieuwe afspraak") if context.actor.may(Right.RECORD_SKILLS) else "",
            self,
        )
        self.empty.started.connect(self._begin_new)
        self._lay_out()
        self.setFocusProxy(self.table)
        context.jobs.changed.connect(self.refresh)
        self._arrange()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(space(2))
        top.addWidget(self.states, 1)
        top.addWidget(self.shape)
        top.addWidget(self.new_button)
        for one in (self.states, self.shape, self.new_button):
            top.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        self._shapes = QStackedWidget(self)
        self._shapes.addWidget(self.table)
        self._shapes.addWidget(self.strip)
        self._detail = ScrollColumn(self)
        self._detail.column.addWidget(self.card)
        self._detail.column.addStretch(1)
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(2))
        column.addLayout(top)
        column.addWidget(self.unfinished)
        column.addWidget(self._shapes, 1)
        column.addWidget(self.hint)
        column.addWidget(self._detail, 1)
        self._column = column
        self._sheet = ScrollColumn(self)
        self._sheet.column.addWidget(self.form)
        self._sheet.column.addStretch(1)
        writing = QWidget(self)
        editor = QVBoxLayout(writing)
        editor.setContentsMargins(0, 0, 0, space(2))
        editor.setSpacing(space(2))
        editor.addWidget(self._sheet, 1)
        editor.addWidget(self.form.foot)
        nothing = QWidget(self)
        alone = QVBoxLayout(nothing)
        alone.setContentsMargins(0, 0, 0, 0)
        self.unfinished_alone = UnfinishedGoal(nothing)
        self.unfinished_alone.go_on_asked.connect(self._open_form)
        self.unfinished_alone.dropped.connect(self._drop)
        alone.addWidget(self.unfinished_alone)
        alone.addWidget(self.empty, 1)
        self._stack = QStackedWidget(self)
        for widget in (filled, writing, nothing):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def show_selection(self, selection: Selection) -> None:
        """Load and show the agreements of these people; what is in the form stays there."""
        self._selection = selection
        self._load()

    def choose_learner(self, learner_id: UUID) -> None:
        """Choose the most urgent agreement of this learner, now or as soon as it is there."""
        self._wanted_learner = learner_id
        self._choose_wanted()

    def begin(self, learner_id: UUID | None, skill_id: str = "") -> None:
        """Open the form of a new agreement, as soon as the selection is there."""
        self._begin = learner_id, skill_id
        self._begin_wanted()

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.form.leave()

    def clear(self) -> None:
        """Forget every name."""
        self._soon.stop()
        self._selection = None
        self._wanted_learner = self._wanted_goal = self._begin = None
        self.form.clear()
        self._take_goals(GoalsShown((), ()))

    def refresh(self, changes: Changes) -> None:
        """Load again when something of this was written."""
        # Out of sight it is told what to show when it comes into sight.
        if self.isVisible() and changes.touches(
            "skill_goal", GOAL_DRAFT, "skill_claim", "student", "school_holiday"
        ):
            self._load()

    def _load(self) -> None:
        # The page and this view may hear of the same change: one reading for both.
        self._soon.start()

    def _read(self) -> None:
        if self._selection is not None:
            self._context.jobs.run(
                read_goals, self._selection, receiver=self, done="_take_goals", failed="_complain"
            )

    def _take_goals(self, shown: GoalsShown) -> None:
        self._shown = shown
        self._offer_states()
        self._filter()
        self._arrange()
        self._choose_wanted()
        self._begin_wanted()

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)

    @property
    def _own(self) -> tuple[Learner, ...]:
        return tuple(one for one in self._shown.learners if one.own)

    def _offer_states(self) -> None:
        names = (
            (_RUNS, self.tr("Loopt")),
            (_LATE, self.tr("Te laat")),
            (_CLOSED, self.tr("Klaar")),
            (_ALL, self.tr("Alles")),
        )
        self.states.set_choices(
            [
                Filter(key, words, count=sum(self._fits(one, key) for one in self._shown.goals))
                for key, words in names
            ]
        )

    def _fits(self, view: GoalView, state: Hashable) -> bool:
        runs = view.goal.status is GoalStatus.OPEN
        if state == _RUNS:
            return runs
        if state == _LATE:
            return view.goal.is_late(self._context.clock.today())
        return state == _ALL or not runs

    def _filter(self, _keys: object = None) -> None:
        (state,) = self.states.value()
        wanted = tuple(view for view in self._shown.goals if self._fits(view, state))
        before = self.card.view
        self.table.set_rows(wanted)
        members = self._selection is not None and self._selection.kind is LearnerKind.MEMBER
        everybody = members and state in (_RUNS, _ALL)
        self.strip.show_goals(self._shown.learners, wanted, self._shown.holidays, empty=everybody)
        same = [view for view in wanted if before is not None and view.goal.id == before.goal.id]
        chosen = same[0] if same else wanted[0] if wanted else None
        if chosen is not None:
            self.table.select_row(chosen)
            self._choose_bar(chosen)
        self._show(chosen)

    def _choose_bar(self, view: GoalView) -> None:
        bar = self.strip.current()
        if bar is None or bar.view.goal.id != view.goal.id:
            slot = view.current_slot(self._context.clock.today())
            self.strip.choose(view.goal.id, None if slot is None else slot.number)

    def _row_chosen(self, view: GoalView | None) -> None:
        if self.shape.value() == {_LIST}:
            self._show(view)

    def _bar_chosen(self, bar: Bar | None) -> None:
        if self.shape.value() == {_YEAR}:
            self._show(None if bar is None else bar.view)

    def _show(self, view: GoalView | None) -> None:
        self.card.show_goal(view)
        self._detail.setVisible(view is not None)

    def _reshape(self, _keys: object = None) -> None:
        view = self.card.view
        year = self.shape.value() == {_YEAR}
        self._shapes.setCurrentIndex(1 if year else 0)
        # A year of people asks for height; its keys answer for the card below.
        self._column.setStretchFactor(self._shapes, 2 if year else 1)
        self.setFocusProxy(self.strip if year else self.table)
        if view is not None and year:
            self._choose_bar(view)
            self._bar_chosen(self.strip.current())
        elif view is not None:
            self.table.select_row(view)
        self._arrange()

    def _go_to_card(self, view: GoalView) -> None:
        slot = view.current_slot(self._context.clock.today())
        self._focus_slot(None if slot is None else slot.number)

    def _open_bar(self, bar: Bar) -> None:
        self._focus_slot(bar.slot.number)

    def _focus_slot(self, number: int | None) -> None:
        """The keys go to the periods of the chosen agreement."""
        for line in self.card.lines:
            if line.number == number and line.chips.isVisible():
                line.chips.setFocus(Qt.FocusReason.OtherFocusReason)
                self._detail.ensureWidgetVisible(line)
                return

    def _arrange(self) -> None:
        """The form, the agreements, or words about why there are none."""
        may = self._context.actor.may(Right.RECORD_SKILLS) and bool(self._own)
        self.new_button.setVisible(may)
        if self.empty.button is not None:
            self.empty.button.setVisible(may)
        for panel in (self.unfinished, self.unfinished_alone):
            panel.show_drafts(self._shown.unfinished, self._shown.learners)
        self.hint.setVisible(may and self.shape.value() == {_YEAR})
        if self.form.writing:
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(0 if self._shown.goals else 2)
        self.form_shown.emit(self.form.writing)

    def _choose_wanted(self) -> None:
        for view in self._shown.goals:
            if view.learner.id == self._wanted_learner or view.goal.id == self._wanted_goal:
                self._wanted_learner = self._wanted_goal = None
                if view not in self.table.rows_model.rows:
                    # Made or asked for while the filter shows others.
                    self.states.set_value(frozenset({_ALL}))
                    self._filter()
                self.table.select_row(view)
                self._choose_bar(view)
                self._show(view)
                return

    def _begin_new(self) -> None:
        view = self.card.view
        learner_id = None
        if view is not None and view.learner.own:
            learner_id = view.learner.id
        elif len(self._own) == 1:
            learner_id = self._own[0].id
        self.begin(learner_id)

    def _begin_wanted(self) -> None:
        if self._begin is None or not self._shown.set_key:
            return
        learner_id, skill_id = self._begin
        # Until who was asked for is among those shown; anybody will do when nobody was.
        if any(learner_id in (None, one.id) for one in self._own):
            self._begin = None
            self._open_form(new_draft(self._shown.set_key, learner_id, skill_id))

    def _change(self, view: GoalView) -> None:
        self._open_form(draft_of(view.goal))

    def _open_form(self, draft: GoalDraft) -> None:
        if not self.form.leave():
            return  # What stands in it is not kept yet, which its line says.
        self.form.open(draft, self._own)
        self._arrange()
        self._sheet.verticalScrollBar().setValue(0)

    def _form_done(self, goal_id: UUID | None) -> None:
        self._wanted_goal = goal_id
        self._arrange()
        self._load()
        shown = self.strip if self.shape.value() == {_YEAR} else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, draft: GoalDraft) -> None:
        self._context.jobs.run(drop_goal_draft, draft.id)
        self._context.navigator.offer_undo(
            self.tr("Concept weggegooid."), put_back_goal_draft, draft
        )

    def _print(self, view: GoalView) -> None:
        self._papers.show_sheet(view.learner)
