"""Two columns that stand beside each other, and under each other where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.ui.theme import space, text_width


class TwoColumns(QWidget):
    """``left`` and ``right`` to fill; stacked when narrower than ``characters`` of text.

    Give widgets their final parent (``left.parentWidget()``): moving one styles it once more.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        characters: int = 112,
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__(parent)
        self._least = text_width(self, characters)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(4))
        self.left = self._column(shares[0])
        self.right = self._column(shares[1])

    @property
    def is_stacked(self) -> bool:
        """Whether the right column now stands under the left one."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _column(self, share: int) -> QVBoxLayout:
        holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        self._box.addWidget(holder, share)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._least
        if stacked != self.is_stacked:
            self._box.setDirection(
                QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            )
