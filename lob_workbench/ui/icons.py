"""Icons of one family (Phosphor), drawn in a colour role at the moment of painting.

The glyphs come from the font inside the qtawesome package. The font is read directly: importing
qtawesome loads eleven fonts (125 ms measured) where the first screen needs one.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
    QPolygonF,
)

from lob_workbench.ui.theme import Role, colour

_PREFIX = "ph."


class UnknownIcon(LookupError):
    """There is no glyph of this name; a mistake of the programmer."""


@cache
def _glyphs() -> dict[str, str]:
    """Name -> code point in hexadecimal, for the whole family."""
    found: dict[str, str] = json.loads(_font_file(".json").read_text("utf-8"))
    return found


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_font_file(".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _font_file(ending: str) -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise UnknownIcon("qtawesome is not installed")
    fonts = Path(spec.origin).parent / "fonts"
    return next(iter(sorted(fonts.glob(f"phosphor-*{ending}"))))


def glyph(name: str) -> str:
    """The character of ``name`` (``"ph.house"``); raises ``UnknownIcon``."""
    code = _glyphs().get(name.removeprefix(_PREFIX))
    if code is None:
        raise UnknownIcon(name)
    return chr(int(code, 16))


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, ink: QColor) -> None:
    """Draw ``name`` centred in ``rect`` (its smaller side decides), in ``ink``."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    painter.save()
    painter.setFont(font)
    painter.setPen(ink)
    # Large icons keep their shape only when hinting does not pull at them.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


class _GlyphEngine(QIconEngine):
    """Paints one glyph; asks for its colour each time, so it follows the theme."""

    def __init__(self, name: str, role: Role, checked: Role | None) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._checked = checked or role

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return colour(Role.INK_MUTED)
        return colour(self._checked if state == QIcon.State.On else self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, rect, self._ink(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role, self._checked)


@cache
def icon(name: str, role: Role = Role.INK, checked: Role | None = None) -> QIcon:
    """The icon ``name`` (``"ph.house"``) in the colour ``role``; ``checked`` when it is on.

    The icon follows the theme by itself. Raises ``UnknownIcon`` for a name that is not there.
    """
    glyph(name)
    return QIcon(_GlyphEngine(name, role, checked))


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Draw the logo, a diamond with a path of growth in it, within ``rect``."""
    side = min(rect.width(), rect.height())
    centre = rect.center()
    half = side * 0.48
    diamond = QPainterPath()
    diamond.addPolygon(
        QPolygonF(
            [
                QPointF(centre.x(), centre.y() - half),
                QPointF(centre.x() + half, centre.y()),
                QPointF(centre.x(), centre.y() + half),
                QPointF(centre.x() - half, centre.y()),
            ]
        )
    )
    diamond.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour(Role.PRIMARY))
    pen.setWidthF(side * 0.1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour(Role.PRIMARY))
    painter.drawPath(_shrunk(diamond, centre, 0.9))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Role.ACCENT_SHAPE))
    painter.drawPath(_shrunk(diamond, centre, 0.4))
    painter.restore()


def _shrunk(path: QPainterPath, centre: QPointF, factor: float) -> QPainterPath:
    moved = path.translated(-centre)
    result = QPainterPath()
    for index in range(moved.elementCount()):
        element = moved.elementAt(index)
        point = QPointF(element.x * factor, element.y * factor) + centre
        if index == 0:
            result.moveTo(point)
        else:
            result.lineTo(point)
    result.closeSubpath()
    return result


class _LogoEngine(QIconEngine):
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_logo(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        return _LogoEngine()


@cache
def app_icon() -> QIcon:
    """The icon of the application, for windows and the first screen."""
    return QIcon(_LogoEngine())
