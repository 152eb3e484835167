"""Paints the cells of a ``TableView`` straight from its rows, not asking role by role."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.chips import TONE_ICONS, chip_height, chip_width, paint_chip
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, colour, space, theme

if TYPE_CHECKING:
    from lob_workbench.ui.lists import TableView

_MOST_CUT = 5_000
"""So many words that were cut to their column are remembered."""
_CUT = Qt.TextElideMode.ElideRight
_SIDE = 10


class RowDelegate(QStyledItemDelegate):
    """Words, an icon before them, or a chip; a tint for the chosen row; a hair line below."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(view)
        self._view = view
        self._cut: dict[tuple[str, bool, int], str] = {}
        self._chosen: frozenset[int] = frozenset()
        self._hovered = -1
        self._hair_line, self._ink = colour(Role.HAIR_LINE), colour(Role.INK)
        self.measure()
        # Words of rows that are gone may not stay: after a lock there must be none.
        view.rows_model.modelReset.connect(self._forget)

    def measure(self) -> None:
        """Take over the font of the view."""
        self._font = QFont(self._view.font())
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._bold_metrics = QFontMetrics(self._bold)
        self._line, self._ascent = self._metrics.height(), self._metrics.ascent()
        self._cut.clear()

    def _forget(self) -> None:
        self._cut.clear()

    def begin(self) -> None:
        """Ask once a paint what is the same for all of its cells."""
        chosen = self._view.selectionModel().selectedRows()
        self._chosen = frozenset(index.row() for index in chosen)
        self._hovered = self._view.hovered_row
        # Made anew: the theme may have changed, and asking it for each cell costs more.
        self._hair_line, self._ink = colour(Role.HAIR_LINE), colour(Role.INK)
        if len(self._cut) > _MOST_CUT:
            self._cut.clear()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        # Called for each cell in sight, so: few calls into Qt, no save() and restore(), and none of
        # Qt's flags, which Python combines slowly.
        rect: Any = option.rect.getRect()  # known as an object, and it is four numbers
        left, top, width, height = rect
        number, place = index.row(), index.column()
        model = self._view.rows_model
        column, row = model.columns[place], model.rows[number]
        if number in self._chosen:
            painter.fillRect(left, top, width, height, colour(Role.SELECTION))
            if place == 0:
                painter.fillRect(left, top, 3, height, colour(Role.PRIMARY))
        elif number == self._hovered:
            painter.fillRect(left, top, width, height, colour(Role.HOVER))
        painter.fillRect(left, top + height - 1, width, 1, self._hair_line)
        words = column.value(row)
        if column.tone is not None and (tone := column.tone(row)) is not None:
            if words:
                icon = column.icon(row) if column.icon is not None else TONE_ICONS[tone]
                self._paint_chip(painter, option.rect, words, tone, icon)
            return
        ink = self._ink
        if column.ink is not None and (role := column.ink(row)) is not None:
            ink = colour(role)
        left += _SIDE
        width -= 2 * _SIDE
        if column.icon is not None and (name := column.icon(row)):
            side = self._metrics.height()
            middle = QRect(left, top + (height - side) // 2, side, side)
            paint_icon(painter, name, middle, ink)
            left += side + space(1) + 2
            width -= side + space(1) + 2
        if not words:
            return
        bold = column.bold
        metrics = self._bold_metrics if bold else self._metrics
        key = (words, bold, width)
        if (fitting := self._cut.get(key)) is None:
            fitting = self._cut[key] = metrics.elidedText(words, _CUT, width)
        painter.setFont(self._bold if bold else self._font)
        painter.setPen(ink)
        if column.right:
            left += width - metrics.horizontalAdvance(fitting)
        # At a point: aligning in a rectangle lays the words out twice.
        painter.drawText(left, top + (height - 1 - self._line) // 2 + self._ascent, fitting)

    def _paint_chip(
        self, painter: QPainter, rect: QRect, words: str, tone: Tone, icon: str
    ) -> None:
        wanted = chip_width(self._metrics, words, icon)
        width = min(wanted, rect.width() - 2 * _SIDE + space(1))
        height = min(chip_height(self._metrics), rect.height() - 4)
        if width <= 0:
            return
        ratio = self._view.devicePixelRatioF()
        font = self._font.key()
        key = f"chip {words}\0{tone}\0{icon}\0{width} {height} {ratio} {theme().is_dark} {font}"
        chip = QPixmap()
        if not QPixmapCache.find(key, chip):
            chip = QPixmap(QSize(width, height) * ratio)
            chip.setDevicePixelRatio(ratio)
            chip.fill(Qt.GlobalColor.transparent)
            inner = QPainter(chip)
            inner.setFont(self._font)
            paint_chip(inner, QRect(0, 0, width, height), words, tone, icon)
            inner.end()
            QPixmapCache.insert(key, chip)
        top = rect.top() + (rect.height() - height) // 2
        painter.drawPixmap(rect.left() + _SIDE - 2, top, chip)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show what was cut off or what more there is to say, and nothing where nothing is."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        column = self._view.rows_model.columns[index.column()]
        row = self._view.rows_model.rows[index.row()]
        if column.tip is not None and (more := column.tip(row)):
            QToolTip.showText(event.globalPos(), as_plain(more), view)
            return True
        words = column.value(row)
        metrics = self._bold_metrics if column.bold else self._metrics
        if metrics.horizontalAdvance(words) + 2 * _SIDE > self._view.columnWidth(index.column()):
            QToolTip.showText(event.globalPos(), as_plain(words), view)
        else:
            QToolTip.hideText()
        return True


def as_plain(words: str) -> str:
    """``words`` for a tool tip, which guesses rich text: escaped, in a tag of our own."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = escaped.replace("\n", "<br>")
    return f"<span>{escaped}</span>"
