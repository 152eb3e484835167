"""One agreement in full: where it goes, what happens, who helps, and each of its periods."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.domain.errors import StaleSave
from lob_workbench.features.life_skills.goal_views import Answered, GoalView
from lob_workbench.features.life_skills.operations_goals import answer_slot, close_goal
from lob_workbench.features.life_skills.page_goal_slot import SlotLine
from lob_workbench.features.life_skills.tables_goal_words import (
    aim_words,
    goal_state,
    progress_word,
)
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus, SlotProgress
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Card
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Heading, Paragraph
from lob_workbench.ui.theme import TextSize, space


class GoalCard(Card):
    """Shows one agreement and takes its answers. ``stale``: somebody was first, read again."""

    change_asked = Signal(object)
    paper_asked = Signal(object)
    stale = Signal()

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, named: bool = True
    ) -> None:
        super().__init__("", parent)
        self._context = context
        self._named = named
        self._view: GoalView | None = None
        self._version = 0
        self._undo: tuple[str, tuple[object, ...]] | None = None
        self._next: tuple[int, SlotProgress] | None = None
        self.lines: list[SlotLine] = []
        self.state = Chip("", self)
        self.change_button = Button(
            self.tr("Wijzigen"), self, kind=ButtonKind.QUIET, icon="ph.pencil-simple"
        )
        self.reached_button = Button(
            self.tr("Gehaald"), self, kind=ButtonKind.QUIET, icon="ph.check-circle"
        )
        self.stop_button = Button(
            self.tr("Stoppen"), self, kind=ButtonKind.QUIET, icon="ph.x-circle"
        )
        self.again_button = Button(
            self.tr("Weer openen"), self, kind=ButtonKind.QUIET, icon="ph.arrow-u-up-left"
        )
        # Only an icon: paper is for now and then, and the words beside it need the room.
        self.paper_button = Button(
            "", self, kind=ButtonKind.QUIET, icon="ph.printer", tip=self.tr("Op papier")
        )
        self.paper_button.setVisible(named)
        self.paper_button.clicked.connect(self._ask_paper)
        self.change_button.clicked.connect(self._ask_change)
        self.reached_button.clicked.connect(self._reach)
        self.stop_button.clicked.connect(self._stop)
        self.again_button.clicked.connect(self._open_again)
        self._action = Paragraph("", self, selectable=True)
        self._helper = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.heading = Heading("", self, size=TextSize.LARGE)
        self._aim_line = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self._slots = QVBoxLayout()
        self._slots.setSpacing(space(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self._aim_line)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        head.addWidget(self.state, 0, middle)
        for button in self._buttons:
            head.addWidget(button, 0, middle)
        self.body.addLayout(head)
        self.body.addWidget(self._action)
        self.body.addWidget(self._helper)
        self.body.addLayout(self._slots)

    @property
    def view(self) -> GoalView | None:
        """What is shown."""
        return self._view

    def show_goal(self, view: GoalView | None) -> None:
        """Show this agreement; the same one stays where the keys are."""
        before, self._view = self._view, view
        self.setVisible(view is not None)
        if view is None:
            self._take_lines_away()
            return
        today, goal = self._context.clock.today(), view.goal
        self._version = goal.version
        title = f"{view.learner.name} · {view.skill}" if self._named else view.skill
        self.heading.setText(title)
        self._aim_line.setText(self._aim(view))
        self.setAccessibleName(title)
        word, tone, icon = goal_state(view, today)
        self.state.set_state(word, tone, icon)
        self._action.setText(goal.action if view.readable else self._shut(view))
        self._helper.setText(self.tr("Wie helpt: {who}").format(who=goal.helper))
        self._helper.setVisible(bool(goal.helper))
        runs, own = goal.status is GoalStatus.OPEN, view.learner.own
        for button in (self.change_button, self.reached_button, self.stop_button):
            button.setVisible(own and runs and view.readable)
        self.again_button.setVisible(own and not runs)
        for button in self._buttons:
            button.setAccessibleName(f"{button.text() or button.toolTip()}: {title}")
        self._show_lines(before, view)

    def answer(self, number: int, progress: SlotProgress) -> None:
        """Say how far a period came, as a chip or a key asks it."""
        view = self._view
        if view is None or not view.learner.own or view.goal.status is not GoalStatus.OPEN:
            return
        slot = next((one for one in view.goal.slots if one.number == number), None)
        if slot is None or slot.progress is progress:
            return
        if self._undo is not None:
            # One at a time: the next one needs the version that this one makes.
            self._next = number, progress
            return
        said = self.tr("{skill}: {state}.").format(skill=view.skill, state=progress_word(progress))
        self._undo = said, (number, slot.progress)
        self._context.jobs.run(
            answer_slot,
            view.goal.id,
            self._version,
            number,
            progress,
            receiver=self,
            done="_take_answered",
            failed="_take_failed",
        )

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.change_button,
            self.reached_button,
            self.stop_button,
            self.again_button,
            self.paper_button,
        )

    def _aim(self, view: GoalView) -> str:
        aim = aim_words(view)
        if view.learner.kind is LearnerKind.TEAM:
            return aim
        return self.tr("nu niveau {now}, {aim}").format(now=view.reached, aim=aim)

    def _shut(self, view: GoalView) -> str:
        if view.learner.kind is LearnerKind.STUDENT:
            return self.tr("Wat er is afgesproken, lees je op de pagina van deze student.")
        return ""

    def _show_lines(self, before: GoalView | None, view: GoalView) -> None:
        numbers = [slot.number for slot in view.goal.slots]
        same = before is not None and before.goal.id == view.goal.id
        if not same or [line.number for line in self.lines] != numbers:
            self._take_lines_away()
            for number in numbers:
                line = SlotLine(number, own=view.learner.own, parent=self)
                line.answered.connect(self.answer)
                self._slots.addWidget(line)
                self.lines.append(line)
        for line, slot in zip(self.lines, view.goal.slots, strict=True):
            line.show_slot(view, slot, self._context.clock.today())

    def _take_lines_away(self) -> None:
        for line in self.lines:
            self._slots.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []

    def _ask_change(self) -> None:
        if self._view is not None:
            self.change_asked.emit(self._view)

    def _ask_paper(self) -> None:
        if self._view is not None:
            self.paper_asked.emit(self._view)

    def _reach(self) -> None:
        self._close(GoalStatus.REACHED, self.tr("Afspraak gehaald."))

    def _stop(self) -> None:
        self._close(GoalStatus.STOPPED, self.tr("Afspraak gestopt."))

    def _open_again(self) -> None:
        self._close(GoalStatus.OPEN, self.tr("De afspraak loopt weer."))

    def _close(self, status: GoalStatus, said: str) -> None:
        view = self._view
        if view is None or self._undo is not None:
            return
        self._undo = said, (view.goal.status,)
        self._context.jobs.run(
            close_goal,
            view.goal.id,
            self._version,
            status,
            receiver=self,
            done="_take_answered",
            failed="_take_failed",
        )

    def _take_answered(self, answered: Answered) -> None:
        assert self._undo is not None
        said, before = self._undo
        self._undo = None
        undo = answer_slot if len(before) == 2 else close_goal
        self._context.navigator.offer_undo(said, undo, answered.goal_id, answered.version, *before)
        pending, self._next = self._next, None
        if self._view is not None and self._view.goal.id == answered.goal_id:
            self._version = answered.version
            if pending is not None:
                self.answer(*pending)

    def _take_failed(self, error: Exception) -> None:
        self._undo = self._next = None
        if isinstance(error, StaleSave):
            self._context.navigator.say(
                self.tr("Deze afspraak is net ergens anders gewijzigd. Zo staat hij er nu."),
                Tone.ATTENTION,
            )
            self.stale.emit()
        else:
            self._context.navigator.complain(error)
        if self._view is not None:
            self.show_goal(self._view)
