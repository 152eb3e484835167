"""Paints the cells of a ``TableView`` straight from its rows, not asking role by role."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from lob_workbench.ui.chips import TONE_ICONS, chip_height, chip_width, paint_chip
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, colour, space

if TYPE_CHECKING:
    from lob_workbench.ui.lists import TableView

_SELECTED = QStyle.StateFlag.State_Selected
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)
_SIDE = 10


class RowDelegate(QStyledItemDelegate):
    """Words, an icon before them, or a chip; a tint for the chosen row; a hair line below."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        number, place = index.row(), index.column()
        model = self._view.rows_model
        column, row = model.columns[place], model.rows[number]
        selected = bool(option.state & _SELECTED)
        painter.save()
        if selected:
            painter.fillRect(rect, colour(Role.SELECTION))
            if place == 0:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), _bar())
        elif number == self._view.hovered_row:
            painter.fillRect(rect, colour(Role.HOVER))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, colour(Role.HAIR_LINE))
        room = rect.adjusted(_SIDE, 0, -_SIDE, -1)
        words = column.value(row)
        tone = column.tone(row) if column.tone is not None else None
        if tone is not None:
            if words:
                icon = column.icon(row) if column.icon is not None else TONE_ICONS[tone]
                metrics = painter.fontMetrics()
                width = min(chip_width(metrics, words, icon), room.width() + space(1))
                height = min(chip_height(metrics), rect.height() - 4)
                top = rect.top() + (rect.height() - height) // 2
                paint_chip(painter, QRect(room.left() - 2, top, width, height), words, tone, icon)
            painter.restore()
            return
        role = column.ink(row) if column.ink is not None else None
        ink = colour(role or Role.INK)
        if column.bold:
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        if column.icon is not None and (name := column.icon(row)):
            side = painter.fontMetrics().height()
            spot = QRect(room.left(), room.center().y() - side // 2 + 1, side, side)
            paint_icon(painter, name, spot, ink)
            room.setLeft(room.left() + side + space(1) + 2)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(words) > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _RIGHT if column.right else _LEFT, words)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show what was cut off, and nothing where nothing was."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        column = self._view.rows_model.columns[index.column()]
        words = column.value(self._view.rows_model.rows[index.row()])
        metrics: QFontMetrics = self._view.fontMetrics()
        if metrics.horizontalAdvance(words) + 2 * _SIDE > self._view.columnWidth(index.column()):
            QToolTip.showText(event.globalPos(), _as_plain(words), view)
        else:
            QToolTip.hideText()
        return True


def _bar() -> Any:
    return colour(Role.PRIMARY)


def _as_plain(words: str) -> str:
    """A tool tip guesses rich text; escaped inside a tag of our own, every sign is literal."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
