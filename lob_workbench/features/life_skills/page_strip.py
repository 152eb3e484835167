"""The school year as a strip: a row for each learner, periods as bars, walked by keyboard."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip, QWidget

from lob_workbench.domain.clock import Clock
from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.features.life_skills.page_strip_layout import (
    Bar,
    BarModel,
    Measures,
    StripLayout,
    StripRow,
    strip_rows,
)
from lob_workbench.features.life_skills.page_strip_paint import Shown, StripPainter
from lob_workbench.features.life_skills.rules_strip import school_year_span
from lob_workbench.skills.rules import Learner
from lob_workbench.skills.rules_goals import SlotProgress
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.ui.buttons import is_enter
from lob_workbench.ui.labels import plain_tip
from lob_workbench.ui.painted_list import PaintedList
from lob_workbench.ui.theme import text_width

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction

PROGRESS_KEYS: dict[int, SlotProgress] = {
    Qt.Key.Key_1: SlotProgress.PLANNED,
    Qt.Key.Key_2: SlotProgress.GOING,
    Qt.Key.Key_3: SlotProgress.DONE,
    Qt.Key.Key_4: SlotProgress.STUCK,
}
"""One key says how far the chosen period came."""


class StripView(PaintedList):
    """A list of periods for who listens to it, a school year for who sees it.

    ``opened`` and ``chosen`` give a ``Bar``; ``answered`` a number and a ``SlotProgress``.
    """

    opened = Signal(object)
    chosen = Signal(object)
    answered = Signal(int, object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[StripRow, ...] = ()
        self._holidays: tuple[Holiday, ...] = ()
        self._plan: StripLayout | None = None
        self._painter = StripPainter()
        self.bars_model = BarModel(self)
        self.setModel(self.bars_model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Afspraken over het schooljaar"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The periods that are shown."""
        return self.bars_model.bars

    def show_goals(
        self,
        learners: Sequence[Learner],
        goals: Sequence[GoalView],
        holidays: Sequence[Holiday],
        *,
        empty: bool = False,
    ) -> None:
        """Show these; with ``empty`` also who has none. The chosen period stays chosen."""
        before = self.current()
        today = self._clock.today()
        self._holidays = tuple(holidays)
        self._rows, bars = strip_rows(learners, goals, school_year_span(today), empty=empty)
        self._plan = None
        self.bars_model.set_bars(bars, today)
        self.updateGeometries()
        self.viewport().update()
        if before is None or not self.choose(before.view.goal.id, before.slot.number):
            self.chosen.emit(None)

    def choose(self, goal_id: UUID, number: int | None = None) -> bool:
        """Choose a period of that agreement; whether it is there."""
        for row, bar in enumerate(self.bars):
            if bar.view.goal.id == goal_id and number in (None, bar.slot.number):
                self.setCurrentIndex(self.bars_model.index(row))
                return True
        return False

    def current(self) -> Bar | None:
        """The period that is chosen."""
        row = self.currentIndex().row()
        return self.bars[row] if 0 <= row < len(self.bars) else None

    @property
    def plan(self) -> StripLayout:
        """Where everything stands now."""
        if self._plan is None:
            metrics, size = self._painter.metrics, self.viewport().size()
            names = [self._painter.name_width(row.learner) for row in self._rows]
            wide = max(names, default=0) + metrics.height()
            wide = min(max(wide, text_width(self, 12)), size.width() // 4)
            measures = Measures(size.width(), size.height(), metrics.height(), wide)
            year = school_year_span(self._clock.today())
            self._plan = StripLayout(self._rows, self.bars, year, measures)
        return self._plan

    def visualRect(self, index: _Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self.bars):
            return QRect()
        placed = self.plan.place_of(self.bars[row])
        return QRect() if placed is None else self.plan.bar_rect(placed, self.verticalOffset())

    def indexAt(self, p: QPoint) -> QModelIndex:
        scrolled = self.verticalOffset()
        row = self.plan.row_at(p.y() + scrolled) if p.y() >= self.plan.head else None
        for placed in () if row is None else self.plan.placed[row]:
            rect = self.plan.bar_rect(placed, scrolled)
            # The words above a bar belong to it.
            if rect.adjusted(0, -self.plan.measures.line, 0, 0).contains(p):
                return self.bars_model.index(self.bars.index(placed.bar))
        return QModelIndex()

    def scrollTo(self, index: _Index, hint: Any = None) -> None:
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.isNull():
            return
        top = self.plan.head + self.plan.measures.line + 4
        bottom = self.viewport().height() - 6
        if rect.top() < top:
            bar.setValue(bar.value() + rect.top() - top)
        elif rect.bottom() > bottom:
            bar.setValue(bar.value() + rect.bottom() - bottom)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        now = self.currentIndex()
        if not now.isValid():
            return self.bars_model.index(0)
        bar = self.bars[now.row()]
        if action is _Move.MoveHome:
            return self.bars_model.index(0)
        if action is _Move.MoveEnd:
            return self.bars_model.index(len(self.bars) - 1)
        if action in (_Move.MoveRight, _Move.MoveNext, _Move.MoveLeft, _Move.MovePrevious):
            step = 1 if action in (_Move.MoveRight, _Move.MoveNext) else -1
            row = now.row() + step
            beside = 0 <= row < len(self.bars) and self.bars[row].row == bar.row
            return self.bars_model.index(row) if beside else now
        if action in (_Move.MoveUp, _Move.MoveDown):
            return self._in_next_row(now, 1 if action is _Move.MoveDown else -1)
        return now

    def doItemsLayout(self) -> None:
        # Nothing of a list is laid out here.
        self._plan = None
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        self._plan = None
        bar = self.verticalScrollBar()
        seen = max(1, self.viewport().height() - self.plan.head)
        bar.setRange(0, max(0, self.plan.body_height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(self.plan.lane // 2)

    def keyboardSearch(self, search: str) -> None:
        """Figures are keys here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.current() is None and self.bars:
            self.setCurrentIndex(self.bars_model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.current()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or bar is None:
            super().keyPressEvent(event)
        elif is_enter(event):
            self.opened.emit(bar)
        elif event.key() in PROGRESS_KEYS:
            self.answered.emit(bar.slot.number, PROGRESS_KEYS[event.key()])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.bars[index.row()])

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = index.data(int(Qt.ItemDataRole.DisplayRole)) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._painter = StripPainter()
            self.doItemsLayout()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self, 90), self.fontMetrics().height() * 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, 44), self.fontMetrics().height() * 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = Shown(
            today=self._clock.today(),
            scrolled=self.verticalOffset(),
            holidays=self._holidays,
            chosen=self.current(),
            focused=self.hasFocus(),
        )
        self._painter.paint(self.viewport(), self.plan, shown)

    def _in_next_row(self, now: QModelIndex, by: int) -> QModelIndex:
        """The period of the next row that has one, nearest in time."""
        bar = self.bars[now.row()]
        rows = sorted({other.row for other in self.bars}, reverse=by < 0)
        following = [row for row in rows if (row > bar.row if by > 0 else row < bar.row)]
        if not following:
            return now
        wanted = bar.slot.starts_on
        near = [place for place, other in enumerate(self.bars) if other.row == following[0]]
        return self.bars_model.index(
            min(near, key=lambda place: abs((self.bars[place].slot.starts_on - wanted).days))
        )

    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.current())
        self.viewport().update()
