"""The form of an agreement: whose, which skill, how far, what happens, who helps and when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.features.life_skills.goal_drafts import GoalDraft, copy_of
from lob_workbench.features.life_skills.goal_views import AboutLearner
from lob_workbench.features.life_skills.operations_goals import (
    about_learner,
    drop_goal_draft,
    keep_goal_draft,
    put_back_goal_draft,
    read_goal,
    save_goal,
)
from lob_workbench.features.life_skills.page_goal_level import LevelField
from lob_workbench.features.life_skills.page_goal_slots import SlotsEditor
from lob_workbench.features.life_skills.page_goal_stale import StaleGoal
from lob_workbench.skills.rules import NOTHING, Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card, CardGrid
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.dates import format_time
from lob_workbench.ui.draft_keeper import DraftKeeper
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.forms import AreaField, ChoiceField, Field, LineField
from lob_workbench.ui.labels import Heading, Label, Paragraph
from lob_workbench.ui.theme import TextSize, space


class GoalForm(QWidget):
    """Two cards: where to, and how. Ctrl+Enter writes it down, Esc goes back and keeps the draft.

    ``done`` tells the id of the agreement that was written, or ``None`` when one left.
    """

    done = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: GoalDraft | None = None
        self._kept: GoalDraft | None = None
        self._about: AboutLearner | None = None
        self._now: Goal | None = None
        self._saving = False
        self._learners: dict[UUID, Learner] = {}
        self.title = Heading("", self, size=TextSize.LARGE)
        self.stale = StaleGoal(context, self)
        self.stale.kept.connect(self._keep_mine)
        self.stale.left.connect(self._leave_theirs)
        self.refused = Paragraph("", self, ink="danger")
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self.keeper = DraftKeeper(
            self,
            context.jobs,
            self._collect,
            keep_goal_draft,
            away=context.away,
            copy_of=copy_of,
        )
        self.keeper.saved.connect(self._say_saved)
        self.keeper.failed.connect(self._say_unsaved)

    def _make_fields(self) -> None:
        self.who: ChoiceField[UUID] = ChoiceField(
            self.tr("Voor wie"), (), self, required=True, radio_up_to=-1
        )
        self.skill: ChoiceField[str] = ChoiceField(
            self.tr("Skill"), (), self, required=True, radio_up_to=-1
        )
        self.level = LevelField(self.tr("Naar welk niveau"), self)
        self.action = AreaField(
            self.tr("Wat gebeurt er?"),
            self,
            required=True,
            min_lines=2,
            placeholder=self.tr(
                "Bijvoorbeeld: elke week één overleg voorzitten, en na afloop vragen hoe het ging."
            ),
        )
        self.helper = LineField(
            self.tr("Wie helpt?"), self, placeholder=self.tr("Een naam of een rol")
        )
        self.slots = SlotsEditor(self._context.clock.today, self)
        self.who.changed.connect(self._who_chosen)
        self.skill.changed.connect(self._skill_chosen)
        for field in (self.level, self.action, self.helper):
            field.changed.connect(self._edited)
        self.slots.changed.connect(self._edited)

    def _make_buttons(self) -> None:
        self.state = Label("", self, size=TextSize.SMALL, ink="muted")
        self.save_button = Button(
            self.tr("Afspraak vast&leggen"), self, kind=ButtonKind.PRIMARY, icon="ph.check"
        )
        self.save_button.setToolTip(self.tr("Vastleggen (Ctrl+Enter)"))
        self.save_button.clicked.connect(self.save)
        self.back_button = Button(self.tr("Later verder"), self, kind=ButtonKind.SECONDARY)
        self.back_button.clicked.connect(self.go_back)
        self.drop_button = Button(self.tr("Concept weggooien"), self, kind=ButtonKind.QUIET)
        self.drop_button.clicked.connect(self.drop)
        finish = QAction(self.tr("Afspraak vastleggen"), self)
        finish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        finish.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finish.triggered.connect(self.save)
        self.addAction(finish)

    def _lay_out(self) -> None:
        where = Card(self.tr("Waar wil je heen?"), self, icon="ph.flag")
        for field in (self.who, self.skill, self.level):
            where.body.addWidget(field)
        how = Card(self.tr("Hoe kom je er?"), self, icon="ph.path")
        for widget in (self.action, self.helper, self.slots):
            how.body.addWidget(widget)
        grid = CardGrid(self, most=2, characters=44)
        grid.add(where)
        grid.add(how)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.state, 1)
        for button in (self.drop_button, self.back_button, self.save_button):
            row.addWidget(button)
        # A part of its own: who lets the form scroll keeps this in sight below it.
        self.foot = QWidget(self)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.refused)
        foot.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(self.title)
        column.addWidget(self.stale)
        column.addWidget(grid)
        column.addWidget(self.foot)

    @property
    def writing(self) -> bool:
        """Whether an agreement is in the form."""
        return self._draft is not None

    def open(self, draft: GoalDraft, learners: Sequence[Learner]) -> None:
        """Fill in ``draft``; ``learners`` are those to choose from (of one: no choice)."""
        self._draft = self._kept = draft
        self._about = self._now = None
        self._saving = False
        self._learners = {one.id: one for one in learners if one.own}
        self.stale.put_away()
        self.refused.hide()
        self.state.setText("")
        self.save_button.setEnabled(True)
        self.title.setText(
            self.tr("Afspraak wijzigen") if draft.version else self.tr("Nieuwe afspraak")
        )
        self.who.set_choices([(one.id, self._named(one)) for one in self._learners.values()])
        self.who.set_value(draft.learner_id)
        self.who.setVisible(len(self._learners) != 1)
        self.who.setEnabled(not draft.version)
        self.skill.set_choices(())
        self.level.show_skill(None, NOTHING, None)
        self.action.set_value(draft.action)
        self.helper.set_value(draft.helper)
        self.slots.show_slots(draft.slots)
        self._load()
        first: Field = self.skill if self.who.value() else self.who
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> GoalDraft | None:
        """What is in the form, exactly as typed."""
        if self._draft is None:
            return None
        about = self._about is not None
        return replace(
            self._draft,
            learner_id=self.who.value(),
            # Before the skills are there, what was chosen before still counts.
            skill_id=self.skill.value() or "" if about else self._draft.skill_id,
            level=self.level.value() if about else self._draft.level,
            action=self.action.edit.toPlainText(),
            helper=self.helper.edit.text(),
            slots=self.slots.typed(),
        )

    def leave(self) -> bool:
        """Keep what was typed; ``False`` when that did not work."""
        return self.keeper.flush()

    def clear(self) -> None:
        """Forget everything; what was typed is kept as a draft before."""
        self.keeper.forget()
        self._draft = self._kept = self._about = self._now = None
        self._learners = {}
        self.who.set_choices(())
        self.skill.set_choices(())
        self.level.show_skill(None, NOTHING, None)
        self.action.set_value("")
        self.helper.set_value("")
        self.slots.show_slots(())
        self.stale.put_away()

    def save(self) -> None:
        """Check every field and write the agreement down."""
        draft = self.draft()
        if draft is None or self._saving:
            return
        self.refused.hide()
        wrong = [field for field in (self.who, self.skill, self.action) if not field.check()]
        slots_good = self.slots.check()
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if wrong or not slots_good or self._about is None:
            return
        self._saving = True
        self.save_button.setEnabled(False)
        # Kept first: when writing does not work, nothing typed is lost.
        self.keeper.flush(wait=False)
        self._context.jobs.run(
            save_goal,
            self._goal(draft, self._about.learner),
            self._about.learner,
            receiver=self,
            done="_take_saved",
            failed="_take_refused",
        )

    def go_back(self) -> None:
        """Leave the form; what was typed stays as a draft."""
        if self.keeper.flush():
            self.clear()
            self.done.emit(None)

    def drop(self) -> None:
        """Throw away what was typed; it can be taken back."""
        draft = self.draft()
        if draft is None:
            return
        self.keeper.flush()
        self.keeper.forget(here=True)
        self._context.jobs.run(drop_goal_draft, draft.id)
        if not draft.is_blank:
            self._context.navigator.offer_undo(
                self.tr("Concept weggegooid."), put_back_goal_draft, draft
            )
        self.clear()
        self.done.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _goal(self, draft: GoalDraft, learner: Learner) -> Goal:
        return Goal(
            id=draft.id,
            learner_id=learner.id,
            set_key=draft.set_key,
            skill_id=draft.skill_id,
            level=draft.level or 0,
            made_on=self._context.clock.today(),
            status=draft.status,
            action=draft.action,
            helper=draft.helper,
            slots=self.slots.slots(),
            version=draft.version,
        )

    def _named(self, learner: Learner) -> str:
        if learner.kind is LearnerKind.TEAM:
            return self.tr("{team} (hele team)").format(team=learner.name)
        return f"{learner.listed} · {learner.group}" if learner.group else learner.listed

    def _load(self) -> None:
        learner_id = self.who.value()
        if learner_id is not None and self._draft is not None:
            self._context.jobs.run(
                about_learner,
                learner_id,
                self._draft.set_key,
                receiver=self,
                done="_take_about",
                failed="_take_refused",
            )

    def _take_about(self, about: AboutLearner) -> None:
        draft = self.draft()
        if draft is None or about.learner.id != draft.learner_id:
            return
        self._about = about
        team = about.learner.kind is LearnerKind.TEAM
        self.skill.set_choices(
            [
                (
                    skill.id,
                    skill.name
                    if team
                    else self.tr("{skill} · nu niveau {level}").format(
                        skill=skill.name, level=about.standing(skill.id).level
                    ),
                )
                for skill in about.skill_set.skills
            ]
        )
        self.skill.set_value(draft.skill_id)
        self._show_level(draft.level)
        self.slots.set_holidays(about.holidays)

    def _show_level(self, level: int | None) -> None:
        about, skill_id = self._about, self.skill.value()
        if about is None or skill_id is None:
            self.level.show_skill(None, NOTHING, None)
            return
        skill = about.skill_set.skill(skill_id)
        self.level.show_skill(skill, about.standing(skill_id), level)

    def _who_chosen(self) -> None:
        self._load()
        self._edited()

    def _skill_chosen(self) -> None:
        self._show_level(None)
        self._edited()

    def _take_saved(self, _changes: object) -> None:
        draft, self._saving = self._draft, False
        self.keeper.forget(here=True)
        self.clear()
        self._context.navigator.say(self.tr("De afspraak is vastgelegd."))
        self.done.emit(None if draft is None else draft.id)

    def _take_refused(self, error: Exception) -> None:
        self._saving = False
        self.save_button.setEnabled(True)
        if isinstance(error, StaleSave) and self._about is not None and self._draft is not None:
            self._context.jobs.run(
                read_goal,
                self._draft.id,
                self._about.learner,
                receiver=self,
                done="_take_now",
                failed="_take_refused",
            )
        elif isinstance(error, InputRefused):
            self.refused.setText(error_text(error))
            self.refused.show()
        else:
            self._context.navigator.complain(error)

    def _take_now(self, goal: Goal) -> None:
        if self._draft is not None and self._about is not None and goal.id == self._draft.id:
            self._now = goal
            self.stale.show_now(goal, self._about.skill_set)

    def _keep_mine(self) -> None:
        if self._draft is not None and self._now is not None:
            self._draft = replace(self._draft, version=self._now.version, status=self._now.status)
            self.stale.put_away()
            self.save()

    def _leave_theirs(self) -> None:
        self.drop()

    def _collect(self) -> tuple[GoalDraft] | None:
        draft = self.draft()
        if draft is None or draft == self._kept:
            return None
        self._kept = draft
        return (draft,)

    def _edited(self) -> None:
        if self._draft is not None:
            self.keeper.touch()

    def _say_saved(self, moment: datetime) -> None:
        if self._draft is not None:
            words = self.tr("Concept bewaard om {time}")
            self.state.setText(words.format(time=format_time(local(moment).time())))

    def _say_unsaved(self, _error: Exception) -> None:
        self._kept = None
        self.state.setText(self.tr("Nog niet bewaard. De werkbank probeert het opnieuw."))
