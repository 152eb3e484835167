"""A list for who listens to it that is painted as a whole, a calendar say; it scrolls downward."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QListView


class PaintedList(QListView):
    """What a ``QListView`` asks of itself where it lays out no rows.

    Who derives from it has ``indexAt``, ``visualRect``, ``moveCursor`` and ``paintEvent``.
    """

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
