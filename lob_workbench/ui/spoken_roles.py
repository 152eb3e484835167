"""The roles and states behind ``spoken``; loaded when a screen reader asks."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from lob_workbench.ui.spoken import Spoken

_ROLES = {
    Spoken.FOLDING: QAccessible.Role.Button,
    Spoken.ONE_OF: QAccessible.Role.RadioButton,
    Spoken.PAGE: QAccessible.Role.PageTab,
    Spoken.READING: QAccessible.Role.Document,
}


class SpokenWidget(QAccessibleWidget):
    """A widget with the role that was said."""

    def __init__(self, widget: QWidget, spoken: Spoken) -> None:
        super().__init__(widget, _ROLES[spoken])
        self._spoken = spoken


class SpokenButton(SpokenWidget):
    """A button: its state in the terms of its role, and a way to press it."""

    def state(self) -> QAccessible.State:
        """What Qt says, and whether it is on, open or in sight."""
        state = super().state()
        button = self.widget()
        if not isinstance(button, QAbstractButton):
            return state
        on = button.isChecked()
        if self._spoken is Spoken.FOLDING:
            state.expandable = 1
            state.expanded, state.collapsed = int(on), int(not on)
        elif self._spoken is Spoken.ONE_OF:
            state.checkable, state.checked = 1, int(on)
        else:
            state.selectable, state.selected = 1, int(on)
        state.pressed = int(button.isDown())
        return state

    def actionNames(self) -> list[str]:
        """Pressing, before what every widget can."""
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it, as the mouse does."""
        button = self.widget()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)
