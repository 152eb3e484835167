"""What was begun and not written down yet: go on with it, or throw it away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lob_workbench.features.life_skills.goal_drafts import GoalDraft
from lob_workbench.skills.rules import Learner
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.cards import Panel
from lob_workbench.ui.theme import space


class UnfinishedGoal(Panel):
    """One draft at a time; the next one shows when this one is done."""

    go_on_asked = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="ph.pencil-simple")
        self._draft: GoalDraft | None = None
        self.go_button = Button(self.tr("Verder invullen"), self)
        self.drop_button = Button(self.tr("Weggooien"), self, kind=ButtonKind.QUIET)
        self.go_button.clicked.connect(self._go_on)
        self.drop_button.clicked.connect(self._drop)
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.go_button)
        row.addWidget(self.drop_button)
        self.add_action(buttons)
        self.hide()

    def show_drafts(self, drafts: Sequence[GoalDraft], learners: Sequence[Learner]) -> None:
        """Offer the first of ``drafts``; hidden without any."""
        self._draft = drafts[0] if drafts else None
        self.setVisible(self._draft is not None)
        if self._draft is None:
            self.set_text("")
            return
        name = next((one.name for one in learners if one.id == self._draft.learner_id), "")
        words = self.tr("Een afspraak voor {name} is nog niet vastgelegd.").format(name=name)
        if len(drafts) > 1:
            more = self.tr("En nog {count} andere.").format(count=len(drafts) - 1)
            words = f"{words} {more}"
        self.set_text(words)

    def _go_on(self) -> None:
        if self._draft is not None:
            self.go_on_asked.emit(self._draft)

    def _drop(self) -> None:
        if self._draft is not None:
            self.dropped.emit(self._draft)
