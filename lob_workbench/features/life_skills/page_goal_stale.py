"""An agreement that somebody else changed while it was in the form: both, and who wins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.content.skills import SkillSet
from lob_workbench.features.life_skills.tables_goal_words import progress_word, span_words
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.theme import space


class StaleGoal(Panel):
    """Hidden until :meth:`show_now`. ``kept`` asks to write mine over it, ``left`` to leave it."""

    kept = Signal()
    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tint="attention", icon="ph.users")
        self._context = context
        self.keep_button = Button(self.tr("Mijn versie bewaren"), self)
        self.leave_button = Button(self.tr("Zo laten"), self, kind=ButtonKind.QUIET)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.keep_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def show_now(self, goal: Goal, skill_set: SkillSet) -> None:
        """Say how it stands now; what is in the form stays there."""
        today = self._context.clock.today()
        skill = goal.skill_id
        if skill in skill_set.skill_ids:
            skill = skill_set.skill(skill).name
        lines = [
            self.tr("Iemand anders wijzigde deze afspraak terwijl jij typte. Nu staat er:"),
            self.tr("{skill}, naar niveau {level}. {action}").format(
                skill=skill, level=goal.level, action=goal.action
            ),
        ]
        for slot in goal.slots:
            days = span_words(slot.starts_on, slot.ends_on, today)
            words = (days, progress_word(slot.progress), slot.plan)
            lines.append("· " + ", ".join(word for word in words if word))
        lines.append(self.tr("Wat jij typte, staat hieronder nog."))
        self.set_text("\n".join(lines))
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Forget it."""
        self.set_text("")
        self.hide()
