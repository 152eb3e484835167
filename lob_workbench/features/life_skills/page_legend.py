"""What the cells of the matrix mean, in words beside the shapes themselves."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lob_workbench.features.life_skills.page_matrix_paint import CellPainter
from lob_workbench.ui.labels import Label
from lob_workbench.ui.theme import TextSize, space

_WIDE, _HIGH = 24, 22


class _Sample(QWidget):
    def __init__(self, level: int, step: int, asks: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = (level, step, asks)
        self.setFixedSize(QSize(_WIDE, _HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level, step, asks = self._shown
        if level < 0:
            CellPainter().dot(painter, QPointF(_WIDE / 2, _HIGH / 2))
        else:
            CellPainter().paint(painter, QRect(0, 0, _WIDE, _HIGH), level, step, asks=asks)
        painter.end()


class Legend(QWidget):
    """Levels from light to full, the step within a level, and the dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(1))
        for level in range(5):
            row.addWidget(_Sample(level, 0, False, self))
        self._words(row, self.tr("niveau 0 tot en met 4"))
        row.addSpacing(space(4))
        row.addWidget(_Sample(1, 3, False, self))
        self._words(row, self.tr("3 van de 5 gedragingen van het volgende niveau"))
        row.addSpacing(space(4))
        row.addWidget(_Sample(-1, 0, True, self))
        self._words(row, self.tr("wacht op bevestiging"))
        row.addStretch(1)

    def _words(self, row: QHBoxLayout, words: str) -> None:
        label = Label(words, self, size=TextSize.SMALL, ink="muted")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        label.setMinimumWidth(0)
        label.setMaximumWidth(label.sizeHint().width())
        row.addWidget(label, 1)
