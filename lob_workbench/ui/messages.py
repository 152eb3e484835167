"""The quiet bar at the bottom: what just happened, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.buttons import Button, ButtonKind
from lob_workbench.ui.labels import Mark, Paragraph
from lob_workbench.ui.theme import TONE_ROLES, space

_QUIET_AFTER_MS = 8_000

_ICONS = {
    Tone.CALM: "ph.info",
    Tone.GOOD: "ph.check",
    Tone.ATTENTION: "ph.warning-circle",
    Tone.DANGER: "ph.warning-octagon",
}
_INKS = {
    Tone.CALM: "",
    Tone.GOOD: "good",
    Tone.ATTENTION: "attention",
    Tone.DANGER: "danger",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the bar, with an optional way back (*Ongedaan maken*)."""

    text: str
    tone: Tone = Tone.GOOD
    action: str = ""
    """The words on the button; empty for no button."""
    call: Callable[[], object] | None = None
    """What the button does; a bound method."""


class MessageBar(QFrame):
    """Shows the last message. A plain one goes quiet after eight seconds but stays readable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._mark = Mark("", self)
        self._words = Paragraph("", self)
        self._button = Button("", self, kind=ButtonKind.QUIET)
        self._button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_AFTER_MS)
        self._timer.timeout.connect(self._go_quiet)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(6), space(1), space(6), space(1))
        row.setSpacing(space(2))
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        # The bar keeps its height: the page above must not jump when a message comes.
        self.setMinimumHeight(self._button.sizeHint().height() + space(2))
        self.clear()

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show ``message`` and announce it to assistive technology."""
        # Here: its many names would be made before the first screen, which shows no message.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._message = message
        self._mark.set_icon(_ICONS[message.tone], TONE_ROLES[message.tone][0])
        self._words.setText(message.text)
        self._words.set_ink(_INKS[message.tone])
        has_action = bool(message.action) and message.call is not None
        self._button.setText(message.action)
        self._button.setVisible(has_action)
        self._mark.show()
        self.setAccessibleName(message.text)
        said = QAccessibleAnnouncementEvent(self, message.text)
        if message.tone is Tone.DANGER:
            said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)
        if message.tone in (Tone.CALM, Tone.GOOD):
            self._timer.start()
        else:
            self._timer.stop()

    def clear(self) -> None:
        """Empty the bar (the workbook is locked, another page opens)."""
        self._message = None
        self._timer.stop()
        self._mark.hide()
        self._words.setText("")
        self._button.hide()
        self.setAccessibleName("")

    def _go_quiet(self) -> None:
        self._words.set_ink("muted")

    def _act(self) -> None:
        message = self._message
        if message is None or message.call is None:
            return
        self.clear()
        message.call()
