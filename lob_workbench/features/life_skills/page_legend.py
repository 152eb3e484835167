"""What the cells of the matrix mean, in words beside the shapes themselves."""

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lob_workbench.features.life_skills.page_matrix_paint import CellPainter
from lob_workbench.skills.rules import LEVELS
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.theme import TextSize, space

_WIDE, _HIGH = 25, 22


class Sample(QWidget):
    """A cell as it stands in the matrix; with ``level`` -1 only the dot."""

    def __init__(self, level: int, step: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = (level, step)
        self.setFixedSize(QSize(_WIDE, _HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level, step = self._shown
        if level < 0:
            CellPainter().dot(painter, QPointF(_WIDE / 2, _HIGH / 2))
        else:
            CellPainter().paint(painter, QRect(0, 0, _WIDE, _HIGH), level, step, asks=False)
        painter.end()


class Legend(QWidget):
    """Levels from light to full, the step within a level, and the dot: in the matrix's corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        levels = QHBoxLayout()
        levels.setSpacing(1)
        for level in range(LEVELS + 1):
            levels.addWidget(Sample(level, parent=self))
        levels.addSpacing(space(1))
        levels.addWidget(Label(self.tr("niveau"), self, size=TextSize.SMALL, ink="muted"))
        levels.addStretch(1)
        rest = QGridLayout()
        rest.setHorizontalSpacing(space(2))
        rest.setVerticalSpacing(space(1))
        for row, (sample, words) in enumerate(
            (
                (Sample(1, 3, self), self.tr("3 van de 5 van het volgende niveau")),
                (Sample(-1, parent=self), self.tr("wacht op bevestiging")),
            )
        ):
            line = Paragraph(words, self, size=TextSize.SMALL, ink="muted")
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            rest.addWidget(sample, row, 0)
            rest.addWidget(line, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1))
        column.addStretch(1)
        column.addLayout(levels)
        column.addLayout(rest)
