"""Ctrl+1, Ctrl+2 and so on: the steps of a talk by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class StepKeys(QObject):
    """Adds a key for each step to a widget."""

    step_chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        for step, name in enumerate(names):
            action = QAction(name, parent)
            action.setData(step)
            action.setShortcut(QKeySequence(f"Ctrl+{step + 1}"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(self._choose)
            parent.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.step_chosen.emit(action.data())
