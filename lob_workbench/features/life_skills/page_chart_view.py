"""A radar and bars as widgets: they fit their drawing to the room, and say what they show."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lob_workbench.features.life_skills.growth import Legend, Radar, Spoke, radar
from lob_workbench.features.life_skills.growth_bars import Bar, Heads, bars
from lob_workbench.features.life_skills.growth_shapes import Drawing
from lob_workbench.features.life_skills.page_chart import ScreenLetters, draw_shapes
from lob_workbench.ui.labels import plain_tip

LEAST_WIDTH = 340
LEAST_HEIGHT = 300


class RadarChart(QWidget):
    """A radar of one person; the mouse over it tells the skill there. A table holds its figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ScreenLetters()
        self._spokes: tuple[Spoke, ...] = ()
        self._legend = Legend("", "")
        self.radar: Radar | None = None
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_spokes(self, spokes: Sequence[Spoke], legend: Legend, name: str, said: str) -> None:
        """Show these; ``name`` and ``said`` are what a screen reader tells of it."""
        self._spokes, self._legend = tuple(spokes), legend
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self._fit()

    def clear(self) -> None:
        """Forget what it showed."""
        self._spokes, self.radar = (), None
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.update()

    def tip_at(self, x: float, y: float) -> str:
        """The skill at a place, with its levels."""
        index = None if self.radar is None else self.radar.spoke_at((x, y))
        if index is None:
            return ""
        spoke = self._spokes[index]
        words = self.tr("{skill}: toen {then}, nu {now}")
        return words.format(skill=spoke.name, then=spoke.then, now=spoke.now)

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos().x(), event.pos().y())
            if tip:
                QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_letters"):
            self._letters = ScreenLetters()
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.radar is not None:
            painter = QPainter(self)
            draw_shapes(painter, self.radar.drawing, self._letters)
            painter.end()

    def _fit(self) -> None:
        if self._spokes:
            self.radar = radar(
                self._spokes, self._legend, self._letters, self.width(), self.height()
            )
        self.update()


class BarChart(QWidget):
    """The bars of a group, as high as they are; a table holds the same figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = ScreenLetters()
        self._rows: tuple[Bar, ...] = ()
        self._heads = Heads("", "", "")
        self.drawing: Drawing | None = None
        self.setMinimumWidth(LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, rows: Sequence[Bar], heads: Heads, name: str, said: str) -> None:
        """Show these; ``name`` and ``said`` are what a screen reader tells of it."""
        self._rows, self._heads = tuple(rows), heads
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self._fit()

    def clear(self) -> None:
        """Forget what it showed."""
        self._rows, self.drawing = (), None
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_letters"):
            self._letters = ScreenLetters()
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing is not None:
            painter = QPainter(self)
            draw_shapes(painter, self.drawing, self._letters)
            painter.end()

    def _fit(self) -> None:
        if self._rows:
            self.drawing = bars(self._rows, self._heads, self._letters, self.width())
            high = round(self.drawing.height) + 2
            if high != self.height():
                self.setFixedHeight(high)
        self.update()
