"""Draws the shapes of a chart on the screen; paper draws the same ones (``report_chart``)."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTransform

from lob_workbench.features.life_skills.growth_shapes import (
    SHADES,
    Anchor,
    Circle,
    Drawing,
    Ink,
    Look,
    Point,
    Polygon,
    Words,
)
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font

_FILLS = {
    Look.GROUND: Role.SUNKEN,
    Look.TRACK: Role.CALM_TINT,
    Look.MEAN: Role.PRIMARY,
    Look.NOW_DOT: Role.PRIMARY,
    Look.THEN_DOT: Role.RAISED,
}
_LINES: dict[Look, tuple[Role, float]] = {
    Look.GRID: (Role.HAIR_LINE, 1.0),
    Look.RIM: (Role.FIELD_LINE, 1.0),
    Look.LEADER: (Role.HAIR_LINE, 1.0),
    Look.NOW: (Role.PRIMARY, 2.2),
    Look.THEN: (Role.ACCENT_SHAPE, 1.8),
    Look.THEN_DOT: (Role.ACCENT_SHAPE, 1.4),
    Look.MEAN_THEN: (Role.ACCENT_SHAPE, 2.2),
    Look.STEP_0: (Role.FIELD_LINE, 1.0),
    Look.STEP_1: (Role.PRIMARY, 1.0),
    Look.STEP_2: (Role.PRIMARY, 1.0),
    Look.STEP_3: (Role.PRIMARY, 1.0),
    Look.STEP_4: (Role.PRIMARY, 1.0),
}
INKS = {
    Ink.PLAIN: Role.INK,
    Ink.MUTED: Role.INK_MUTED,
    Ink.HEADING: Role.PRIMARY,
    Ink.ON_FULL: Role.ON_PRIMARY,
}


class ScreenLetters:
    """The type of a chart on the screen: the small size of the system's font."""

    def __init__(self) -> None:
        self.plain = sized_font(TextSize.SMALL)
        self.bold = sized_font(TextSize.SMALL, bold=True)
        self._metrics = QFontMetricsF(self.plain)
        self._bold_metrics = QFontMetricsF(self.bold)

    @property
    def height(self) -> float:
        """The height of a line."""
        return self._metrics.height()

    def width(self, text: str, bold: bool = False) -> float:
        """How wide ``text`` is on one line."""
        return self.metrics(bold).horizontalAdvance(text)

    def metrics(self, bold: bool) -> QFontMetricsF:
        """The measures of plain or bold letters."""
        return self._bold_metrics if bold else self._metrics

    def font(self, bold: bool) -> QFont:
        """The plain or the bold font."""
        return self.bold if bold else self.plain


def draw_shapes(painter: QPainter, drawing: Drawing, letters: ScreenLetters) -> None:
    """Draw from the origin of ``painter``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            _write(painter, shape, letters)
            continue
        _dress(painter, shape.look)
        if isinstance(shape, Circle):
            painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
        elif isinstance(shape, Polygon):
            painter.drawPolygon(_points(shape.points))
        else:
            painter.drawPolyline(_points(shape.points))


def shade(strength: float) -> QColor:
    """So much of the house's own colour on a card."""
    own, ground = colour(Role.PRIMARY), colour(Role.RAISED)
    red, green, blue = (
        round(of_own * strength + of_ground * (1 - strength))
        for of_own, of_ground in (
            (own.red(), ground.red()),
            (own.green(), ground.green()),
            (own.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue)


def _dress(painter: QPainter, look: Look) -> None:
    if look in SHADES:
        painter.setBrush(shade(SHADES[look]))
    elif look in _FILLS:
        painter.setBrush(colour(_FILLS[look]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if look not in _LINES:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    role, width = _LINES[look]
    pen = QPen(colour(role), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if look is Look.THEN:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)


def _points(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _write(painter: QPainter, words: Words, letters: ScreenLetters) -> None:
    metrics = letters.metrics(words.bold)
    wide = metrics.horizontalAdvance(words.text)
    start = {Anchor.START: 0.0, Anchor.MIDDLE: -wide / 2, Anchor.END: -wide}[words.anchor]
    base = (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(letters.font(words.bold))
    painter.setPen(colour(INKS[words.ink]))
    if not words.angle:
        painter.drawText(QPointF(words.x + start, words.y + base), words.text)
        return
    painter.save()
    painter.setTransform(QTransform.fromTranslate(words.x, words.y).rotate(words.angle), True)
    painter.drawText(QPointF(start, base), words.text)
    painter.restore()
