"""What is told the first time on a page: a quiet line above it, until it is put away for good.

The line has a place of its own between the top bar and the page, so it covers nothing, and it
never takes the focus. Only the frame has it: not what is shown on a lent laptop.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lob_workbench.app.frame import Frame
from lob_workbench.content.help_texts import hints
from lob_workbench.content.schema import Hint
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.terms import own
from lob_workbench.people.preferences import Preferences, change_preferences, read_preferences
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Mark, Paragraph
from lob_workbench.ui.theme import Role, space


def place_of(target: Target | None) -> str:
    """The place of a target, in the words of ``hints.toml``: a page, or a part of it."""
    if target is None:
        return ""
    if target.page == "students" and target.entity is not None:
        return "students/student"
    if target.page == "life_skills":
        return f"life_skills/{target.detail or 'matrix'}"
    return f"{target.page}/{target.detail}" if target.detail else target.page


def hint_for(place: str, away: frozenset[str]) -> Hint | None:
    """The first hint of ``place`` that was not put away."""
    return next((hint for hint in hints() if hint.place == place and hint.id not in away), None)


class HintLine(QWidget):
    """One hint, and the button that puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sheet = QFrame(self)
        sheet.setProperty("kind", "panel")
        sheet.setProperty("tint", "info")
        self._words = Paragraph("", sheet)
        self.button = Button(self.tr("Begrepe&n"), sheet, kind=ButtonKind.QUIET)
        self.button.setToolTip(self.tr("Deze tip niet meer tonen (Alt+N)"))
        # A click must not take the focus from where one was.
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(sheet)
        row.setContentsMargins(space(3), space(1), space(2), space(1))
        row.setSpacing(space(3))
        row.addWidget(Mark("ph.lightbulb", sheet, role=Role.PRIMARY))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(6), space(3), space(6), 0)
        column.addWidget(sheet)
        self.hide()

    @property
    def text(self) -> str:
        """What it tells."""
        return self._words.text()

    def tell(self, text: str) -> None:
        """Show a hint, and have a screen reader say it without going there."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._words.setText(text)
        words = self.tr("Tip: {text}").format(text=text)
        self.setAccessibleName(words)
        self.button.setAccessibleDescription(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class Hints(QObject):
    """Belongs to ``frame`` and ends with it. One hint at a time; the next at the next visit."""

    def __init__(self, context: PageContext, frame: Frame) -> None:
        super().__init__(frame)
        self._context = context
        self._frame = frame
        self._away: frozenset[str] | None = None
        """Not known before the first answer: until then nothing is told."""
        self._place = ""
        self.hint: Hint | None = None
        self.line = HintLine(frame)
        self.line.button.clicked.connect(self.put_away)
        frame.notices.addWidget(self.line)
        frame.title_changed.connect(self._look)
        context.jobs.changed.connect(self._hear)
        self._read()

    def put_away(self) -> None:
        """Not this hint any more, here or on any later day."""
        if self.hint is None or self._away is None:
            return
        self._away = self._away | {self.hint.id}
        had_focus = self.line.button.hasFocus()
        self._show(None)
        if had_focus and (page := self._frame.page) is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.jobs.run(
            change_preferences, {"hints_away": self._away}, receiver=self, failed="_complain"
        )

    def _look(self) -> None:
        """Somewhere else, or at another part of the page?"""
        place = place_of(self._frame.target)
        if place != self._place and self._away is not None:
            self._place = place
            self._show(hint_for(place, self._away))

    def _show(self, hint: Hint | None) -> None:
        self.hint = hint
        if hint is None:
            self.line.hide()
        else:
            self.line.tell(own(hint.text))

    def _hear(self, changes: Changes) -> None:
        if changes.touches("preferences"):
            self._read()

    def _read(self) -> None:
        self._context.jobs.run(read_preferences, receiver=self, done="_know")

    def _know(self, chosen: Preferences) -> None:
        before, self._away = self._away, chosen.hints_away
        if before is None:
            self._look()

    def _complain(self, error: Exception) -> None:
        self._context.navigator.complain(error)
