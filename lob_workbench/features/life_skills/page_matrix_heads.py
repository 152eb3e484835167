"""The frozen edges of the matrix: names at the left, slanted skills under their group above."""

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from lob_workbench.features.life_skills.page_matrix_model import MatrixModel
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space

_SLANT = math.radians(52)
_LONGEST = 21
"""Characters of a skill's name that are always shown."""
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = _ONE_LINE | int(Qt.AlignmentFlag.AlignRight)


class SkillsHead(QHeaderView):
    """Skills of one group lean together under its heading; ``lean`` is how far they reach out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMouseTracking(True)
        self.current = -1
        self._measure()

    def _measure(self) -> None:
        self._font = sized_font(TextSize.SMALL)
        self._bold = sized_font(TextSize.SMALL, bold=True)
        self._metrics = QFontMetrics(self._font)
        line = self._metrics.height()
        self._room = self._metrics.averageCharWidth() * _LONGEST
        self._high = round(self._room * math.sin(_SLANT) + line * math.cos(_SLANT)) + 2
        self._band = line + space(1)
        self.lean = round(self._high / math.tan(_SLANT))

    def remeasure(self) -> None:
        """The font of the system changed."""
        self._measure()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # Not what Qt makes of it: that measures every name.
        return QSize(self.length(), self._high + self._band)

    def section_at(self, place: QPoint) -> int:
        """The skill whose slanted name stands there, or -1."""
        above = self.height() - place.y()
        if above > self._high:
            return -1
        return self.logicalIndexAt(QPoint(place.x() - round(above / math.tan(_SLANT)), 0))

    def set_current(self, section: int) -> None:
        """The column where the keys are."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), colour(Role.RAISED))
        model = self.model()
        assert isinstance(model, MatrixModel)
        column = 0
        for number, group in enumerate(model.groups):
            last = column + len(group.skills) - 1
            left = self.sectionViewportPosition(column)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            self._group(painter, group.heading, left, right, shaded=number % 2 == 0)
            for place in range(column, last + 1):
                self._skill(painter, model.skills[place].name, place)
            column = last + 1
        painter.end()

    def _group(
        self, painter: QPainter, heading: str, left: int, right: int, *, shaded: bool
    ) -> None:
        foot, top, lean = self.height(), self._band, self.lean
        if shaded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.SUNKEN))
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, foot),
                        QPointF(left + lean, top),
                        QPointF(left + lean, 0),
                        QPointF(right + lean, 0),
                        QPointF(right + lean, top),
                        QPointF(right, foot),
                    ]
                )
            )
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.drawLine(QPointF(left + lean + 2, top - 1), QPointF(right + lean - 2, top - 1))
        painter.setFont(self._bold)
        painter.setPen(colour(Role.INK))
        room = QRect(left + lean + 4, 0, right - left - 6, top - 2)
        words = QFontMetrics(self._bold).elidedText(
            heading, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _ONE_LINE, words)

    def _skill(self, painter: QPainter, name: str, place: int) -> None:
        left, wide = self.sectionViewportPosition(place), self.sectionSize(place)
        current = place == self.current
        painter.setFont(self._bold if current else self._font)
        painter.setPen(colour(Role.PRIMARY if current else Role.INK))
        line = self._metrics.height()
        painter.save()
        painter.translate(QPointF(left + wide / 2, self.height()))
        painter.rotate(-math.degrees(_SLANT))
        words = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._room)
        painter.drawText(QRect(5, -line // 2, self._room + line, line), _ONE_LINE, words)
        painter.restore()


class NamesHead(QHeaderView):
    """Names, each with its group; a click or Space marks somebody for an own selection."""

    clicked_name = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.current = -1
        self._measure()

    def _measure(self) -> None:
        self._font = sized_font(TextSize.BODY)
        self._small = sized_font(TextSize.SMALL)
        self._metrics = QFontMetrics(self._font)
        self._small_metrics = QFontMetrics(self._small)

    def remeasure(self) -> None:
        """The font of the system changed."""
        self._measure()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._metrics.averageCharWidth() * 24, self.length())

    def set_current(self, section: int) -> None:
        """The row where the keys are."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        model = self.model()
        assert isinstance(model, MatrixModel)
        learner = model.learner(index)
        if learner is None:
            painter.fillRect(rect, colour(Role.RAISED))
            return
        marked = learner.id in model.marked
        current = index == self.current
        ground = Role.SELECTION if marked or current else Role.RAISED
        painter.fillRect(rect, colour(ground))
        room = rect.adjusted(space(2), 0, -space(2), -1)
        side = round(self._metrics.height() * 0.9)
        if marked:
            spot = QRect(room.left(), room.center().y() - side // 2, side, side)
            paint_icon(painter, "ph.check", spot, colour(Role.PRIMARY))
            room.setLeft(room.left() + side + space(1))
        painter.setFont(self._font)
        painter.setPen(colour(Role.INK))
        used = self._metrics.horizontalAdvance(learner.listed)
        words = learner.listed
        if used > room.width():
            words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _ONE_LINE, words)
        beside = learner.group or learner.team
        if (
            beside
            and used + space(3) + self._small_metrics.horizontalAdvance(beside) < room.width()
        ):
            painter.setFont(self._small)
            painter.setPen(colour(Role.INK_MUTED))
            painter.drawText(room, _RIGHT, beside)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0:
            self.clicked_name.emit(row)
