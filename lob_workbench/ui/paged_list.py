"""A table over more rows than fit in memory: it asks for the next page before the reader is there.

Who uses it answers ``page_wanted`` with ``add_page``. A page is asked by the place of the last row,
never by number, so what is added above meanwhile shifts nothing.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from lob_workbench.ui.lists import Column, RowsModel, TableView

R = TypeVar("R")

_Index = QModelIndex | QPersistentModelIndex

_INVALID = QModelIndex()
_AHEAD = 100
"""So many rows below the last one in sight are wanted before the reader comes there."""


class PagedModel(RowsModel[R], Generic[R]):
    """Rows that grow downward. It asks once, and again when that page came or failed."""

    page_wanted = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._more = False
        self._asked = False

    def set_page(self, rows: Sequence[R], *, more: bool) -> None:
        """Show these rows and no others; ``more``: there are others below them."""
        self._more, self._asked = more, False
        self.set_rows(rows)

    def add_page(self, rows: Sequence[R], *, more: bool) -> None:
        """The rows that follow the last one."""
        self._more, self._asked = more, False
        if rows:
            self.beginInsertRows(_INVALID, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = (*self.rows, *rows)
            self.endInsertRows()

    def page_failed(self) -> None:
        """The page did not come; it is asked again when somebody scrolls on."""
        self._asked = False

    def canFetchMore(self, parent: _Index = _INVALID) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: _Index = _INVALID) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.page_wanted.emit()


class PagedTable(TableView[R], Generic[R]):
    """A ``TableView`` whose rows come in pages, sorted where they come from.

    ``identity`` tells which row is the same one after reading it again. A click on the header of
    a column in ``sortable`` emits ``sort_asked``; other headers do nothing.
    """

    page_wanted = Signal()
    """The rows that follow the last one are wanted: ``add_page``, or ``page_failed``."""

    rows_model: PagedModel[R]

    def __init__(
        self,
        columns: Sequence[Column[R]],
        identity: Callable[[R], Hashable],
        parent: QWidget | None = None,
        *,
        name: str = "",
        empty: str = "",
        sortable: Collection[int] = (),
    ) -> None:
        super().__init__(columns, parent, name=name, empty=empty, own_sort=False, identity=identity)
        self._sortable = frozenset(sortable)
        self.rows_model.page_wanted.connect(self.page_wanted)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)

    def make_model(self, columns: Sequence[Column[R]]) -> PagedModel[R]:
        return PagedModel(columns, self)

    def show_page(self, rows: Sequence[R], *, more: bool) -> None:
        """Begin anew, at the top."""
        self.rows_model.set_page(rows, more=more)
        self.scrollToTop()
        self.viewport().update()

    def add_page(self, rows: Sequence[R], *, more: bool) -> None:
        """Put the rows that were wanted below the others."""
        self.rows_model.add_page(rows, more=more)
        self._look_ahead()

    def page_failed(self) -> None:
        """The rows that were wanted did not come."""
        self.rows_model.page_failed()

    def renew(self, rows: Sequence[R], *, more: bool) -> None:
        """Show the same part of the list as it is now. The reader stays where she was.

        Who is at the very top sees what came above; elsewhere the rows in sight do not move.
        """
        chosen = self.current_row()
        bar = self.verticalScrollBar()
        top = self.rowAt(0) if bar.value() else -1
        seen = self.rows_model.rows[top:] if top >= 0 else ()
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        self.rows_model.set_page(rows, more=more)
        places = {self._identity(row): number for number, row in enumerate(rows)}
        if chosen is not None and (number := places.get(self._identity(chosen))) is not None:
            self._choose(number)
        self.updateGeometries()
        for row in seen:
            # Where the topmost row is gone, the next that is still there stands in its place.
            if (number := places.get(self._identity(row))) is not None:
                bar.setValue(number * self.verticalHeader().defaultSectionSize() - offset)
                break
        self._look_ahead()
        self.viewport().update()

    def _header_clicked(self, column: int) -> None:
        if column in self._sortable:
            super()._header_clicked(column)

    def _look_ahead(self) -> None:
        last = self.rowAt(self.viewport().height() - 1)
        if last < 0 or len(self.rows_model.rows) - last < _AHEAD:
            self.rows_model.fetchMore()
