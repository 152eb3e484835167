"""Draws cells of the matrix: heat, the number, the step towards the next level, who waits.

Colour never says it alone: the number stands in the cell, and the step and the dot are shapes.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from lob_workbench.skills.rules import BEHAVIOURS, LEVELS, Standing
from lob_workbench.ui.theme import HEAT, Role, TextSize, colour, sized_font, theme

_GAP = 1
_STEP = 3


class CellPainter:
    """Cells look alike by the hundred: each kind is drawn once and kept as a picture."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[int, int, bool], QPixmap] = {}
        self._by_bits: dict[tuple[int, int], QPixmap] = {}
        self._made_for: tuple[int, int, float, bool, str] | None = None
        self._font = sized_font(TextSize.BODY)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)

    def prepare(self, size: QSize, ratio: float) -> None:
        """Be ready for cells of this size; forgets pictures of another size, screen or theme."""
        made_for = (size.width(), size.height(), ratio, theme().is_dark, self._font.key())
        if made_for != self._made_for:
            self._made_for = made_for
            self._pictures, self._by_bits = {}, {}

    def picture(self, standing: Standing) -> QPixmap:
        """The cell of this standing."""
        bits = (standing.shown, standing.waiting)
        found = self._by_bits.get(bits)
        if found is None:
            found = self._by_bits[bits] = self._kind(standing)
        return found

    def _kind(self, standing: Standing) -> QPixmap:
        level = standing.level
        step = standing.count(level + 1) if level < LEVELS else 0
        key = (level, step, standing.asks)
        found = self._pictures.get(key)
        if found is None:
            found = self._pictures[key] = self._draw(*key)
        return found

    def _draw(self, level: int, step: int, asks: bool) -> QPixmap:
        assert self._made_for is not None
        width, height, ratio = self._made_for[:3]
        picture = QPixmap(QSize(width, height) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(colour(Role.RAISED))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRect(0, 0, width, height), level, step, asks=asks)
        painter.end()
        return picture

    def paint(self, painter: QPainter, rect: QRect, level: int, step: int, *, asks: bool) -> None:
        """Draw one cell."""
        ground, ink = HEAT[level]
        box = rect.adjusted(0, 0, -_GAP, -_GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(box), 3, 3)
        if not level:
            painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._bold if level else self._font)
        painter.setPen(colour(ink))
        words = box.adjusted(0, 0, 0, -_STEP)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(level))
        if step:
            self._steps(painter, box, step, ink)
        if asks:
            self.dot(painter, QPointF(box.right() - 4.5, box.top() + 5.5))

    def _steps(self, painter: QPainter, box: QRect, step: int, ink: Role) -> None:
        room = box.width() - 6
        wide = (room - (BEHAVIOURS - 1)) / BEHAVIOURS
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(BEHAVIOURS):
            shade = colour(ink)
            if number >= step:
                shade = type(shade)(shade)
                shade.setAlphaF(0.22)
            painter.setBrush(shade)
            left = box.left() + 3 + number * (wide + 1)
            painter.drawRect(QRectF(left, box.bottom() - _STEP - 1, wide, _STEP))

    def dot(self, painter: QPainter, middle: QPointF) -> None:
        """The mark of a claim that waits, with a rim so that it shows on every heat."""
        painter.setPen(QPen(colour(Role.RAISED), 1.5))
        painter.setBrush(colour(Role.ACCENT_SHAPE))
        painter.drawEllipse(middle, 4.0, 4.0)
