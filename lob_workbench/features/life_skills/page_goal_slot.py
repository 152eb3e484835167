"""One period of an agreement on the card: when, what, and how far it came in one click."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.features.life_skills.tables_goal_words import (
    PROGRESS_ICONS,
    progress_word,
    slot_state,
    span_words,
)
from lob_workbench.skills.rules_goals import GoalStatus, Slot, SlotProgress
from lob_workbench.ui.chips import Chip, Filter, FilterChips
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, space, text_width


class SlotLine(QWidget):
    """``answered`` tells the number of the period and the progress that was chosen."""

    answered = Signal(int, object)

    def __init__(self, number: int, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._progress = SlotProgress.PLANNED
        self._days = Label("", self, bold=True)
        self._plan = Paragraph("", self, size=TextSize.SMALL, ink="muted")
        self.state = Chip("", self)
        self.chips = FilterChips((), self, exclusive=True)
        self.chips.set_choices(
            [Filter(one, progress_word(one), PROGRESS_ICONS[one]) for one in SlotProgress]
        )
        self.chips.changed.connect(self._chosen)
        self.chips.setVisible(own)
        self._own = own
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(self._days)
        head.addWidget(self.state)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self._plan)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(3))
        row.addLayout(words, 2)
        row.addWidget(self.chips, 3, Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(text_width(self, 30))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_slot(self, view: GoalView, slot: Slot, today: date) -> None:
        """Show how it stands."""
        self._progress = slot.progress
        days = span_words(slot.starts_on, slot.ends_on, today)
        self._days.setText(days)
        self._plan.setText(slot.plan)
        self._plan.setVisible(bool(slot.plan))
        word, tone, icon = slot_state(slot, view.goal, today)
        self.state.set_state(word, tone, icon)
        runs = view.goal.status is GoalStatus.OPEN
        # The chips say the word themselves; beside them only what they do not say.
        self.state.setVisible(not (self._own and runs) or word != progress_word(slot.progress))
        self.chips.setVisible(self._own and runs)
        self.chips.set_value(frozenset({slot.progress}))
        self.chips.setAccessibleName(f"{days}: {word}")

    def _chosen(self, keys: frozenset[object]) -> None:
        (progress,) = keys
        if progress is not self._progress:
            self.answered.emit(self.number, progress)
