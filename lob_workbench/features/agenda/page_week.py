"""One widget that shows a day or a week: painted, and walked through by keyboard."""

from datetime import date, datetime
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
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from lob_workbench.domain.clock import Clock, local
from lob_workbench.features.agenda.page_week_model import Measures, WeekLayout, WeekModel
from lob_workbench.features.agenda.page_week_paint import Shown, WeekPainter
from lob_workbench.features.agenda.rules import AgendaView
from lob_workbench.talks.rules_appointments import AppointmentView
from lob_workbench.ui.buttons import is_enter
from lob_workbench.ui.painted_list import PaintedList
from lob_workbench.ui.theme import text_width

_Index = QModelIndex | QPersistentModelIndex
_MINUTE_MS = 60_000
_Move = QAbstractItemView.CursorAction


class WeekView(PaintedList):
    """A list for who listens to it, a week for who sees it.

    ``opened`` and ``change_asked`` give an ``AppointmentView``; ``moved`` a number of weeks or
    days; ``moment_chosen`` the day and time of an empty spot.
    """

    opened = Signal(object)
    change_asked = Signal(object)
    call_off_asked = Signal(object)
    selected = Signal(object)
    moved = Signal(int)
    today_asked = Signal()
    new_asked = Signal()
    moment_chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._view = AgendaView(clock.today(), clock.today(), (), ())
        self._plan: WeekLayout | None = None
        self._painter = WeekPainter()
        self._hovered: UUID | None = None
        self.items = WeekModel(self)
        self.setModel(self.items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Agenda"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._repaint)

    def show_days(self, view: AgendaView, keep: UUID | None = None) -> None:
        """Show these days; the appointment ``keep`` stays chosen when it is among them."""
        elsewhere = (view.first_on, view.last_on) != (self._view.first_on, self._view.last_on)
        self._view = view
        self._plan = None
        self.items.set_items(view.appointments)
        self.updateGeometries()
        if keep is None or not self.choose(keep):
            self._choose_first()
        if elsewhere:
            self._go_to_morning()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def clear(self) -> None:
        """Forget every name."""
        self.show_days(AgendaView(self._view.first_on, self._view.last_on, (), ()))

    def choose(self, appointment_id: UUID) -> bool:
        """Choose one appointment; whether it is there."""
        for row, item in enumerate(self.items.items):
            if item.id == appointment_id:
                self.setCurrentIndex(self.items.index(row))
                return True
        return False

    def current(self) -> AppointmentView | None:
        """The appointment that is chosen."""
        row = self.currentIndex().row()
        return self.items.items[row] if 0 <= row < len(self.items.items) else None

    @property
    def plan(self) -> WeekLayout:
        """Where everything stands now."""
        if self._plan is None:
            line = self._painter.metrics.height()
            size = self.viewport().size()
            gutter = self._painter.metrics.horizontalAdvance("00:00") + 14
            self._plan = WeekLayout(self._view, Measures(size.width(), size.height(), line, gutter))
        return self._plan

    def visualRect(self, index: _Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self.items.items):
            return QRect()
        return self.plan.rect(self.items.items[row], self.verticalOffset())

    def indexAt(self, p: QPoint) -> QModelIndex:
        for row, item in enumerate(self.items.items):
            if item.at and p.y() < self.plan.head_height:
                continue
            if self.visualRect(self.items.index(row)).contains(p):
                return self.items.index(row)
        return QModelIndex()

    def scrollTo(self, index: _Index, hint: Any = None) -> None:
        row = index.row()
        if not 0 <= row < len(self.items.items) or not self.items.items[row].at:
            return
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        top, bottom = self.plan.head_height + 4, self.viewport().height() - 4
        if rect.top() < top:
            bar.setValue(bar.value() + rect.top() - top)
        elif rect.bottom() > bottom:
            bar.setValue(bar.value() + min(rect.bottom() - bottom, rect.top() - top))

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        now = self.currentIndex()
        if not now.isValid():
            return self.items.index(0)
        if action in (_Move.MoveDown, _Move.MoveNext):
            return self._at(now.row() + 1)
        if action in (_Move.MoveUp, _Move.MovePrevious):
            return self._at(now.row() - 1)
        if action is _Move.MoveHome:
            return self._at(0)
        if action is _Move.MoveEnd:
            return self._at(len(self.items.items) - 1)
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self._beside(now, 1 if action is _Move.MoveRight else -1)
        return now

    def doItemsLayout(self) -> None:
        # Nothing of a list is laid out here.
        self._plan = None
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        self._plan = None
        bar = self.verticalScrollBar()
        seen = max(1, self.viewport().height() - self.plan.head_height)
        bar.setRange(0, max(0, self.plan.body_height - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(round(self.plan.hour_height / 4))

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.current(), event.key()
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            super().keyPressEvent(event)
        elif key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_T:
            self.today_asked.emit()
        elif key == Qt.Key.Key_N:
            self.new_asked.emit()
        elif item is not None and is_enter(event):
            self.opened.emit(item)
        elif item is not None and key == Qt.Key.Key_F2:
            self.change_asked.emit(item)
        elif item is not None and key == Qt.Key.Key_Delete:
            self.call_off_asked.emit(item)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        item = self.current() if self.indexAt(place).isValid() else None
        if item is not None:
            self.opened.emit(item)
            return
        moment = self.plan.moment_at(place.x(), place.y(), self.verticalOffset())
        if moment is not None:
            self.moment_chosen.emit(moment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(self.items.items[index.row()].id if index.isValid() else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._painter = WeekPainter()
            self.doItemsLayout()
        super().changeEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._minute.start()
        self._go_to_morning()

    def hideEvent(self, event: Any) -> None:
        self._minute.stop()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(text_width(self, 90), self.fontMetrics().height() * 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(text_width(self, 44), self.fontMetrics().height() * 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        item = self.current()
        self._painter.paint(
            self.viewport(),
            self.plan,
            Shown(
                today=self._clock.today(),
                now=local(self._clock.now()),
                scrolled=self.verticalOffset(),
                selected=None if item is None else item.id,
                focused=self.hasFocus(),
                hovered=self._hovered,
            ),
        )

    def _at(self, row: int) -> QModelIndex:
        return self.items.index(max(0, min(row, len(self.items.items) - 1)))

    def _beside(self, now: QModelIndex, by: int) -> QModelIndex:
        """The appointment of the next day that has one, nearest in time."""
        item = self.items.items[now.row()]
        days = sorted({other.on for other in self.items.items}, reverse=by < 0)
        following = [day for day in days if (day > item.on if by > 0 else day < item.on)]
        if not following:
            return now
        rows = [row for row, other in enumerate(self.items.items) if other.on == following[0]]
        wanted = self.visualRect(now).top()
        return self.items.index(
            min(rows, key=lambda row: abs(self.visualRect(self.items.index(row)).top() - wanted))
        )

    def _choose_first(self) -> None:
        """Today's next appointment, or the first there is: the keys begin somewhere."""
        now = local(self._clock.now())
        ahead = [
            row for row, item in enumerate(self.items.items) if _is_ahead(item, now, now.date())
        ]
        if self.items.items:
            self.setCurrentIndex(self.items.index(ahead[0] if ahead else 0))
        else:
            self.selected.emit(None)

    def _go_to_morning(self) -> None:
        """The first talk stands near the top: a day seldom begins at eight."""
        timed = [item.at for item in self.items.items if item.at]
        first = int(min(timed, default="08:00")[:2])
        top = (first - self.plan.first_hour) * self.plan.hour_height
        self.verticalScrollBar().setValue(round(top))

    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.selected.emit(self.current())
        self.viewport().update()

    def _hover(self, appointment_id: UUID | None) -> None:
        if appointment_id != self._hovered:
            self._hovered = appointment_id
            self.viewport().update()

    def _repaint(self) -> None:
        self.viewport().update()


def _is_ahead(item: AppointmentView, now: datetime, today: date) -> bool:
    ends = item.ends
    if item.on != today or ends is None:
        return item.on >= today
    return ends > now.replace(tzinfo=None)
