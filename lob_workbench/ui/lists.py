"""Lists of frozen rows: a fast model, and a table that fits its columns to what they hold."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QMetaMethod,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.column_widths import needed_widths, shared_widths
from lob_workbench.ui.labels import plain_tip
from lob_workbench.ui.row_delegate import RowDelegate
from lob_workbench.ui.sort_menu import sort_menu
from lob_workbench.ui.theme import Role, colour, space

R = TypeVar("R")

_Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_SAMPLE = 200
_INVALID = QModelIndex()


# Without slots: Column[Row](…) must be able to write down what it was made for.
@dataclass(frozen=True)
class Column(Generic[R]):
    """What a column shows of a row.

    ``value`` gives the words; ``sort`` the key to sort by (default: the words, case aside);
    ``tone`` makes the cell a chip; ``icon`` puts a Phosphor icon before the words; ``ink`` gives
    them another colour. ``keep`` is for names: such a column is made smaller last of all.
    ``tip`` gives more words than there is room for: on hovering, and read aloud with the cell.
    ``least`` and ``most`` are widths in characters; leftover room goes by ``stretch``.
    """

    header: str
    value: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    tone: Callable[[R], Tone | None] | None = None
    icon: Callable[[R], str] | None = None
    ink: Callable[[R], Role | None] | None = None
    tip: Callable[[R], str] | None = None
    right: bool = False
    bold: bool = False
    keep: bool = False
    least: int = 6
    most: int = 40
    stretch: int = 0


def _itself(row: object) -> object:
    return row


class RowsModel(QAbstractTableModel, Generic[R]):
    """A table model over frozen rows; showing other rows is one reset."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self._values = tuple(column.value for column in self.columns)
        self._sorted_by = -1
        self._descending = False

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show ``rows``, in the order that the person chose by a header, if any."""
        self.beginResetModel()
        self.rows = tuple(rows)
        if self._sorted_by >= 0:
            self._sort()
        self.endResetModel()

    def amend(self, fresh: Callable[[R], R]) -> None:
        """Show ``fresh`` of each row in its place."""
        self.rows = tuple(map(fresh, self.rows))
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, index: int) -> R:
        """The row at ``index``."""
        return self.rows[index]

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        # Painting asks ten roles a cell; all but one must be answered at once.
        if role == _DISPLAY:
            return self._values[index.column()](self.rows[index.row()])
        if role == _TOOL_TIP:
            return plain_tip(self._values[index.column()](self.rows[index.row()]))
        if role == _ACCESSIBLE:
            column = self.columns[index.column()]
            row = self.rows[index.row()]
            more = column.tip(row) if column.tip is not None else ""
            return f"{column.header}: {more or column.value(row)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == _DISPLAY:
                return self.columns[section].header
            if role == _ALIGNMENT:
                side = Qt.AlignmentFlag.AlignLeft
                if self.columns[section].right:
                    side = Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = column
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        column = self.columns[self._sorted_by]
        key = column.sort
        if key is None:
            self.rows = tuple(
                sorted(
                    self.rows,
                    key=lambda row: column.value(row).casefold(),
                    reverse=self._descending,
                )
            )
            return
        chosen = key
        # What has no value stands at the end, whichever way the rest is sorted.
        there = [row for row in self.rows if chosen(row) is not None]
        missing = [row for row in self.rows if chosen(row) is None]
        self.rows = (*sorted(there, key=chosen, reverse=self._descending), *missing)


class TableView(QTableView, Generic[R]):
    """Rows to choose from: one line each, single selection, Enter or double click opens.

    Columns share the width there is, names last to give way; there is never a horizontal bar.
    With ``own_sort=False`` a click on a header only emits ``sort_asked(column, ascending)``.
    ``identity`` tells which row is the same one after reading it again; without, an equal one.
    """

    row_activated = Signal(object)
    row_chosen = Signal(object)
    """Another row became current; ``None`` when there is none."""
    sort_asked = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QWidget | None = None,
        *,
        name: str = "",
        empty: str = "",
        own_sort: bool = True,
        identity: Callable[[R], Hashable] | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_model: RowsModel[R] = self.make_model(columns)
        self._empty = empty
        self._own_sort = own_sort
        self._identity: Callable[[R], object] = identity or _itself
        self._ascending = True
        self._sort_column = -1
        self._hovered = -1
        self._needed: tuple[int, ...] | None = None
        self.setAccessibleName(name)
        self.setModel(self.rows_model)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._header_clicked)
        self.rows_model.modelReset.connect(self._measure_columns)
        self.doubleClicked.connect(self._opened)
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def make_model(self, columns: Sequence[Column[R]]) -> RowsModel[R]:
        """The model of this table."""
        return RowsModel(columns, self)

    def row_height(self) -> int:
        """1.9 × the height of a line, in pixels."""
        return round(self.fontMetrics().height() * 1.9)

    @property
    def hovered_row(self) -> int:
        """The row under the mouse, or -1."""
        return self._hovered

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show ``rows``; the current row stays when the same one is still among them."""
        before = self.current_row()
        self.rows_model.set_rows(rows)
        if before is not None:
            same = self._identity(before)
            for row in self.rows_model.rows:
                if self._identity(row) == same:
                    self.select_row(row)
                    break
        self.viewport().update()

    def arrange_again(self) -> None:
        """Sort and measure rows that were amended; the reader and what is chosen stay in place."""
        chosen, height = self.current_row(), self.verticalScrollBar().value()
        self.rows_model.set_rows(self.rows_model.rows)
        if chosen is not None:
            self._choose(next(n for n, row in enumerate(self.rows_model.rows) if row is chosen))
        self.updateGeometries()
        self.verticalScrollBar().setValue(height)

    def _choose(self, place: int) -> None:
        """Choose the row at ``place`` without scrolling to it, which would be a jump."""
        self.setAutoScroll(False)
        self.setCurrentIndex(self.rows_model.index(place, 0))
        self.setAutoScroll(True)

    def current_row(self) -> R | None:
        """The row that is chosen, or ``None``."""
        index = self.currentIndex()
        return self.rows_model.row(index.row()) if index.isValid() else None

    def set_empty(self, words: str) -> None:
        """Say something else when there are no rows."""
        self._empty = words
        self.viewport().update()

    def select_row(self, row: R) -> None:
        """Choose ``row`` and bring it into sight."""
        index = self.rows_model.index(self.rows_model.rows.index(row), 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def fit_height(self, most: int = 12) -> None:
        """Be exactly as high as the rows are, up to ``most`` rows: for a table in a card."""
        shown = min(max(len(self.rows_model.rows), 1), most)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(shown * self.row_height() + header + 2 * self.frameWidth() + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._delegate.measure()
            self.verticalHeader().setDefaultSectionSize(self.row_height())
            self._measure_columns()

    def keyboardSearch(self, search: str) -> None:
        """Typing must not jump about: searching has its own field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shift):
            self._offer_sorting(self.viewport().mapToGlobal(QPoint(0, 0)))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self._opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._offer_sorting(self.viewport().mapToGlobal(QPoint(0, 0)))
        else:
            self._offer_sorting(event.globalPos())

    def _offer_sorting(self, place: QPoint) -> None:
        # The headings take no keys: sorting by keyboard is here, under the menu key or Shift+F10.
        asked = QMetaMethod.fromSignal(self.sort_asked)
        can_sort = self._own_sort or self.isSignalConnected(asked)
        # Some systems send the key and the event that it stands for.
        if not can_sort or QApplication.activePopupWidget() is not None:
            return
        headers = [column.header for column in self.rows_model.columns]
        menu = sort_menu(self, headers, self._sort_column, ascending=self._ascending)
        menu.triggered.connect(self._sort_chosen)
        menu.popup(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.begin()
        super().paintEvent(event)
        if self._empty and not self.rows_model.rows:
            painter = QPainter(self.viewport())
            painter.setPen(colour(Role.INK_MUTED))
            room = self.viewport().rect().adjusted(space(4), space(2), -space(4), -space(2))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self._empty)
            painter.end()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.row_height() * 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.row_height() * 3)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _opened(self, index: QModelIndex) -> None:
        self.row_activated.emit(self.rows_model.row(index.row()))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(self.rows_model.row(current.row()) if current.isValid() else None)

    def _header_clicked(self, column: int) -> None:
        self._ascending = not self._ascending if column == self._sort_column else True
        self._sort_column = column
        ways = (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, ways[self._ascending])
        if self._own_sort:
            before = self.current_row()
            self.rows_model.sort(column, ways[self._ascending])
            if before is not None:
                self.select_row(before)
        else:
            self.sort_asked.emit(column, self._ascending)

    def _sort_chosen(self, action: QAction) -> None:
        self._header_clicked(action.data())

    def _measure_columns(self) -> None:
        self._needed = None
        self._fit_columns()

    def _fit_columns(self) -> None:
        columns, metrics = self.rows_model.columns, self.fontMetrics()
        if self._needed is None:
            # Kept: a window that is laid out changes size several times for the same rows.
            self._needed = needed_widths(columns, self.rows_model.rows[:_SAMPLE], metrics)
        widths = shared_widths(columns, self._needed, metrics, self.viewport().width())
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
