"""The matrix on the screen: a table that paints itself, frozen at two edges."""

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QToolTip, QWidget

from lob_workbench.features.life_skills.page_legend import Legend
from lob_workbench.features.life_skills.page_matrix_heads import NamesHead, SkillsHead
from lob_workbench.features.life_skills.page_matrix_model import MatrixModel
from lob_workbench.features.life_skills.page_matrix_paint import CellPainter
from lob_workbench.features.life_skills.rules import Levels, Roll
from lob_workbench.skills.rules import NOTHING
from lob_workbench.ui.buttons import is_enter
from lob_workbench.ui.theme import Role, colour, text_width

_NARROWEST, _WIDEST = 26, 52
_NAME_CHARACTERS = 30


class MatrixTable(QTableView):
    """``opened`` gives row and column; ``wanted`` whom to read; ``marks_changed`` who is marked."""

    opened = Signal(int, int)
    wanted = Signal(object)
    marks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self.legend = Legend(self)
        self._painter = CellPainter()
        self._asked = False
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._ask)
        self.skills_head = SkillsHead(self)
        self.names_head = NamesHead(self)
        self.setHorizontalHeader(self.skills_head)
        self.setVerticalHeader(self.names_head)
        self.setModel(self.cells)
        self.setAccessibleName(self.tr("Matrix van life skills"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.names_head.clicked_name.connect(self._mark_row)
        self.skills_head.viewport().installEventFilter(self)
        self.selectionModel().currentChanged.connect(self._current_changed)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            # Fusion paints one of its own there, also where it does nothing.
            corner.setMaximumSize(0, 0)
        # Fusion paints a square where two bars meet.
        self.setCornerWidget(QWidget(self))
        self._measure()

    def show_roll(self, roll: Roll) -> None:
        """Other rows and columns; the cell where the keys are stays when it is still there."""
        learner, skill = self.current_ids()
        self.cells.show_roll(roll)
        self._fit()
        if self.cells.ids and not (learner and self.choose(learner, skill)):
            self.setCurrentIndex(self.cells.index(0, 0))
        self.viewport().update()

    def take_levels(self, levels: Levels) -> None:
        """Some rows were read."""
        self._asked = False
        self.cells.take_levels(levels)
        self.viewport().update()

    def read_again(self, ids: frozenset[UUID]) -> None:
        """What these stand at changed; everybody, when it is not said whose."""
        for id_ in ids or frozenset(self.cells.standings):
            self.cells.standings.pop(id_, None)
        self._asked = False
        self._look.start()

    def current_ids(self) -> tuple[UUID | None, str]:
        """The learner and the skill where the keys are."""
        index = self.currentIndex()
        if not index.isValid():
            return None, ""
        return self.cells.ids[index.row()], self.cells.skills[index.column()].id

    def choose(self, learner: UUID, skill: str) -> bool:
        """Go to a cell; whether that row is there. Another column, when that one is not."""
        row = self.cells.ids.row_of(learner)
        if row < 0:
            return False
        ids = [one.id for one in self.cells.skills]
        self.setCurrentIndex(self.cells.index(row, ids.index(skill) if skill in ids else 0))
        return True

    def clear_marks(self) -> None:
        """Nobody is marked."""
        self.cells.marked.clear()
        self._marks_shown()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and is_enter(event):
            self.opened.emit(index.row(), index.column())
        elif index.isValid() and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._mark_row(index.row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row(), index.column())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A tip for a slanted name belongs to its column, not to what stands right below it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.skills_head.section_at(event.pos())
            tip = self.cells.headerData(
                section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.ToolTipRole)
            )
            QToolTip.showText(event.globalPos(), tip or "", self)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_painter"):
            self._painter = CellPainter()
            self.skills_head.remeasure()
            self.names_head.remeasure()
            self._measure()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        edge = self.frameWidth()
        self.legend.setGeometry(edge, edge, self.names_head.width(), self.skills_head.height() - 1)
        bar = self.horizontalScrollBar()
        if bar.maximum():
            # The last names lean out to the right of their columns.
            bar.setMaximum(bar.maximum() + self.skills_head.lean)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self, 100), self._row_height() * 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, 50), self._row_height() * 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Hundreds of cells a frame: no delegate, one picture for each kind of cell.
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, colour(Role.RAISED))
        first, last = self._rows_in(area)
        if last < first or not self.cells.skills:
            painter.end()
            return
        height = self.rowHeight(first)
        columns = self._columns_in(area)
        if columns:
            self._painter.prepare(
                QSize(self.columnWidth(columns[0][0]), height), self.devicePixelRatioF()
            )
        model, draw, picture = self.cells, painter.drawPixmap, self._painter.picture
        places = [(left, model.skills[column].id) for column, left in columns]
        top, missing = self.rowViewportPosition(first), False
        for row in range(first, last + 1):
            found = model.standings.get(model.ids[row])
            if found is None:
                missing = True
            else:
                for left, skill in places:
                    draw(left, top, picture(found.get(skill, NOTHING)))
            top += height
        self._paint_current(painter)
        painter.end()
        if missing and not self._look.isActive():
            self._look.start()

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        cell = self.visualRect(index)
        # Within the ring a line of paper: on a full cell the ring alone does not show.
        painter.setPen(QPen(colour(Role.BASE), 1.5))
        painter.drawRoundedRect(cell.adjusted(3, 3, -4, -4), 3, 3)
        painter.setPen(QPen(colour(Role.FOCUS), 2.5 if self.hasFocus() else 1.5))
        painter.drawRoundedRect(cell.adjusted(1, 1, -2, -2), 4, 4)

    def _rows_in(self, area: QRect) -> tuple[int, int]:
        first = self.rowAt(max(0, area.top()))
        last = self.rowAt(area.bottom())
        count = len(self.cells.ids)
        return (first if first >= 0 else count), (last if last >= 0 else count - 1)

    def _columns_in(self, area: QRect) -> list[tuple[int, int]]:
        left, right = area.left(), area.right()
        found = []
        for column in range(len(self.cells.skills)):
            position = self.columnViewportPosition(column)
            if position + self.columnWidth(column) > left and position <= right:
                found.append((column, position))
        return found

    def in_sight(self) -> tuple[UUID, ...]:
        """Whom to read for what is in sight; nobody when all is there."""
        return self.cells.unread(*self._rows_in(self.viewport().rect()))

    def _ask(self) -> None:
        """Read the rows in sight, one page at a time: who scrolls on is not kept waiting."""
        if self._asked:
            return
        ids = self.in_sight()
        if ids:
            self._asked = True
            self.wanted.emit(ids)

    def _mark_row(self, row: int) -> None:
        learner = self.cells.ids[row]
        self.cells.marked.symmetric_difference_update({learner})
        self._marks_shown()

    def _marks_shown(self) -> None:
        self.names_head.viewport().update()
        self.marks_changed.emit()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.skills_head.set_current(current.column())
        self.names_head.set_current(current.row())
        self.viewport().update()

    def _row_height(self) -> int:
        return round(self.fontMetrics().height() * 1.7)

    def _measure(self) -> None:
        self.names_head.setDefaultSectionSize(self._row_height())

    def _fit(self) -> None:
        """Columns share the room there is; under a least width the matrix scrolls instead."""
        count = len(self.cells.skills)
        if not count:
            return
        names = min(text_width(self, _NAME_CHARACTERS), self.width() * 9 // 20)
        if self.names_head.width() != names:
            self.names_head.setFixedWidth(names)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - names - bar - 2 * self.frameWidth() - self.skills_head.lean
        width = max(_NARROWEST, min(_WIDEST, room // count))
        if self.skills_head.defaultSectionSize() != width:
            self.skills_head.setDefaultSectionSize(width)
        self.updateGeometries()
