"""The list in the box of Ctrl+K: headings and rows, the words that were found marked.

A word that was found is bold on a tint, so never told by colour alone.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lob_workbench.app.search_rows import Row
from lob_workbench.features.search.rules import Pieces
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font, space

_Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_SELECTED = QStyle.StateFlag.State_Selected


class RowModel(QAbstractListModel):
    """The rows; showing others is one reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if role in (_DISPLAY, _ACCESSIBLE):
            return self.rows[index.row()].words
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowPainter(QStyledItemDelegate):
    """Paints a row: icon, title, what stands aside, and a second line where there is one."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.measure()

    def measure(self) -> None:
        """Take over the font of the program."""
        self._plain = sized_font(TextSize.BODY)
        self._bold = sized_font(TextSize.BODY, bold=True)
        self._small = sized_font(TextSize.SMALL)
        self._small_bold = sized_font(TextSize.SMALL, bold=True)
        self._line = QFontMetrics(self._plain).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = _row(index)
        lines = 1.7 if row.is_heading else 3.1 if row.below else 1.9
        return QSize(0, round(self._line * lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = _row(index)
        rect: QRect = option.rect
        if row.is_heading:
            painter.setFont(self._small_bold)
            painter.setPen(colour(Role.INK_MUTED))
            room = rect.adjusted(space(3), round(self._line * 0.3), -space(3), 0)
            painter.drawText(room, _ONE_LINE, row.words)
            return
        if option.state & _SELECTED:
            painter.fillRect(rect, colour(Role.SELECTION))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), colour(Role.PRIMARY))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(Role.HOVER))
        side = self._line
        left = rect.left() + space(3)
        first = QRect(left + side + space(2), rect.top(), 0, round(self._line * 1.9))
        first.setRight(rect.right() - space(3))
        icon = QRect(left, first.top() + (first.height() - side) // 2, side, side)
        paint_icon(painter, row.icon, icon, colour(Role.INK_MUTED))
        aside = min(_width(row.aside, self._small, self._small_bold), first.width() * 6 // 10)
        title = first.adjusted(0, 0, -(aside + space(3) if aside else 0), 0)
        ink = Role.PRIMARY if row.more else Role.INK
        used = _draw(painter, title, row.title, self._plain, self._bold, ink)
        if aside:
            # What the title leaves over may be more than its share.
            aside = min(
                _width(row.aside, self._small, self._small_bold), first.width() - used - space(3)
            )
            place = QRect(first.right() - aside, first.top(), aside + 1, first.height())
            _draw(painter, place, row.aside, self._small, self._small_bold, Role.INK_MUTED)
        if row.below:
            below = QRect(first.left(), rect.top() + round(self._line * 1.55), 0, 0)
            below.setRight(first.right())
            below.setHeight(round(self._line * 1.3))
            _draw(painter, below, row.below, self._small, self._small_bold, Role.INK_MUTED)


class ResultList(QListView):
    """Chosen with the arrows of the field above it, or the mouse; ``chosen`` gives the row."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = RowModel(self)
        self.setModel(self.rows_model)
        self._painter = RowPainter(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(self.tr("Gevonden"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._clicked)

    def set_rows(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show these; the chosen row stays with ``keep`` where it is among them, else the first."""
        before = self.current_row() if keep else None
        self.rows_model.set_rows(rows)
        at = rows.index(before) if before in rows else self._next(-1, 1)
        self._choose(at)

    def current_row(self) -> Row | None:
        """The row that Enter would take."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """One row down (1) or up (-1), past headings and around the ends."""
        at = self.currentIndex().row() if self.currentIndex().isValid() else -1
        found = self._next(at, by)
        if found < 0:
            found = self._next(-1 if by > 0 else len(self.rows_model.rows), by)
        self._choose(found)

    def needed_height(self) -> int:
        """What all rows take."""
        option = QStyleOptionViewItem()
        model = self.rows_model
        places = range(len(model.rows))
        return sum(self._painter.sizeHint(option, model.index(at)).height() for at in places)

    def _next(self, at: int, by: int) -> int:
        at += by
        rows = self.rows_model.rows
        while 0 <= at < len(rows):
            if not rows[at].is_heading:
                return at
            at += by
        return -1

    def _choose(self, at: int) -> None:
        if at < 0:
            return
        index = self.rows_model.index(at)
        self.setCurrentIndex(index)
        # The heading above the first row comes along.
        above = at > 0 and self.rows_model.rows[at - 1].is_heading
        self.scrollTo(self.rows_model.index(at - 1) if above else index)
        self.scrollTo(index)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.rows_model.rows[index.row()]
        if not row.is_heading:
            self.chosen.emit(row)


def _row(index: _Index) -> Row:
    model = index.model()
    assert isinstance(model, RowModel)
    return model.rows[index.row()]


def _width(pieces: Pieces, plain: QFont, bold: QFont) -> int:
    # A little air: what is measured in parts is cut off when it is a pixel short.
    return space(1) * bool(pieces) + sum(
        QFontMetrics(bold if piece.found else plain).horizontalAdvance(piece.text)
        for piece in pieces
    )


def _draw(
    painter: QPainter, room: QRect, pieces: Pieces, plain: QFont, bold: QFont, ink: Role
) -> int:
    """Draw the pieces on one line, cut off at the end; returns how wide they are."""
    left = room.left()
    for piece in pieces:
        font = bold if piece.found else plain
        metrics = QFontMetrics(font)
        over = room.right() - left
        if over <= 0:
            break
        words = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, over)
        width = metrics.horizontalAdvance(words)
        if piece.found:
            height = metrics.height()
            top = room.top() + (room.height() - height) // 2
            painter.fillRect(left, top, width, height, colour(Role.ACCENT_TINT))
        painter.setFont(font)
        painter.setPen(colour(Role.INK if piece.found else ink))
        painter.drawText(left, room.top(), width + 2, room.height(), _ONE_LINE, words)
        left += width
        if words != piece.text:
            break
    return left - room.left()
