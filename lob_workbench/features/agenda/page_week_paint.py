"""Draws the days of the agenda. Colours are roles; status is icon and line as well as colour."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.career import ConversationForm
from lob_workbench.domain.dates import MONTHS, WEEKDAYS
from lob_workbench.features.agenda.page_week_model import WeekLayout
from lob_workbench.features.agenda.page_words import what_and_where
from lob_workbench.talks.rules_appointments import AppointmentStatus, AppointmentView
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font

_LOOKS: dict[AppointmentStatus, tuple[Role, Role]] = {
    AppointmentStatus.PLANNED: (Role.PRIMARY, Role.PRIMARY_TINT),
    AppointmentStatus.HELD: (Role.SUCCESS, Role.SUCCESS_TINT),
    AppointmentStatus.CANCELLED: (Role.FIELD_LINE, Role.CALM_TINT),
}
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen besides the appointments."""

    today: date
    now: datetime
    scrolled: int
    selected: UUID | None
    focused: bool
    hovered: UUID | None = None


class WeekPainter:
    """Paints a layout on a widget, in the fonts that fit it."""

    def __init__(self) -> None:
        self.small = sized_font(TextSize.SMALL)
        self.bold = sized_font(TextSize.SMALL, bold=True)
        self.metrics = QFontMetrics(self.small)
        self._bold_metrics = QFontMetrics(self.bold)

    def paint(self, widget: QWidget, layout: WeekLayout, shown: Shown) -> None:
        """Everything, from the ground up."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), colour(Role.RAISED))
        self._grounds(painter, layout, shown)
        body = widget.rect().adjusted(0, layout.head_height, 0, 0)
        painter.setClipRect(body)
        self._hours(painter, layout, shown)
        timed = [item for item in layout.view.appointments if item.at]
        for item in timed:
            rect = layout.rect(item, shown.scrolled)
            if rect.intersects(body):
                self._item(painter, item, rect, shown)
        self._now(painter, layout, shown)
        painter.setClipping(False)
        self._head(painter, layout, shown)
        for item in layout.view.appointments:
            if not item.at:
                self._item(painter, item, layout.rect(item, 0), shown)
        painter.end()

    def _grounds(self, painter: QPainter, layout: WeekLayout, shown: Shown) -> None:
        for place, day in enumerate(layout.days):
            ground = None
            if layout.holiday_name(day):
                ground = Role.ACCENT_TINT
            elif day.weekday() >= 5:
                ground = Role.SUNKEN
            if ground is not None:
                painter.fillRect(layout.column(place), colour(ground))

    def _hours(self, painter: QPainter, layout: WeekLayout, shown: Shown) -> None:
        gutter, width = layout.measures.gutter, layout.measures.width
        painter.setFont(self.small)
        for hour in range(layout.first_hour, layout.last_hour + 1):
            top = layout.hour_top(hour, shown.scrolled)
            painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
            painter.drawLine(gutter, top, width, top)
            if hour < layout.last_hour:
                painter.setPen(colour(Role.INK_MUTED))
                words = QRect(0, top + 1, gutter - 6, self.metrics.height())
                painter.drawText(words, int(Qt.AlignmentFlag.AlignRight), f"{hour:02}:00")
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        for place in range(len(layout.days)):
            left = layout.column(place).left()
            painter.drawLine(left, 0, left, layout.measures.height)

    def _head(self, painter: QPainter, layout: WeekLayout, shown: Shown) -> None:
        for place, day in enumerate(layout.days):
            column = layout.column(place)
            name = QRect(column.left(), 0, column.width(), layout.names_height)
            is_today = day == shown.today
            if is_today:
                painter.fillRect(name, colour(Role.PRIMARY_TINT))
                line = QRect(name.left(), name.bottom() - 2, name.width(), 3)
                painter.fillRect(line, colour(Role.PRIMARY))
            painter.setFont(self.bold)
            painter.setPen(colour(Role.PRIMARY if is_today else Role.INK))
            words = self._day_words(day, column.width() - 12)
            painter.drawText(name.adjusted(8, 0, -4, 0), _ONE_LINE, words)
            holiday = layout.holiday_name(day)
            if holiday:
                self._holiday(painter, layout, column, holiday)
            painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
            painter.drawLine(column.left(), 0, column.left(), layout.head_height)
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.drawLine(0, layout.head_height - 1, layout.measures.width, layout.head_height - 1)

    def _day_words(self, day: date, room: int) -> str:
        month = MONTHS[day.month - 1]
        weekday = WEEKDAYS[day.weekday()]
        for words in (f"{weekday} {day.day} {month}", f"{weekday} {day.day}"):
            if self._bold_metrics.horizontalAdvance(words) <= room:
                return words
        return f"{weekday[:2]} {day.day}"

    def _holiday(self, painter: QPainter, layout: WeekLayout, column: QRect, name: str) -> None:
        row = QRect(column.left(), layout.names_height, column.width(), layout.notes_height)
        side = round(self.metrics.height() * 0.8)
        spot = QRect(row.left() + 8, row.center().y() - side // 2, side, side)
        paint_icon(painter, "ph.sun", spot, colour(Role.ACCENT_TEXT))
        painter.setFont(self.small)
        painter.setPen(colour(Role.ACCENT_TEXT))
        words = row.adjusted(8 + side + 4, 0, -4, 0)
        painter.drawText(words, _ONE_LINE, self._fit(name, words.width()))

    def _now(self, painter: QPainter, layout: WeekLayout, shown: Shown) -> None:
        hour = shown.now.hour + shown.now.minute / 60
        if shown.today not in layout.days or not layout.first_hour <= hour <= layout.last_hour:
            return
        column = layout.column(layout.days.index(shown.today))
        top = layout.hour_top(hour, shown.scrolled)
        painter.setPen(QPen(colour(Role.ACCENT_SHAPE), 2))
        painter.drawLine(column.left() + 1, top, column.right(), top)
        painter.setBrush(colour(Role.ACCENT_SHAPE))
        painter.drawEllipse(QRectF(column.left() - 3, top - 4, 8, 8))

    def _item(self, painter: QPainter, item: AppointmentView, rect: QRect, shown: Shown) -> None:
        line, tint = _LOOKS[item.status]
        called_off = item.status is AppointmentStatus.CANCELLED
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = item.id == shown.selected
        pen = QPen(colour(line if chosen or item.id == shown.hovered else Role.HAIR_LINE), 1)
        if called_off:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(Role.RAISED if called_off else tint))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(line))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 4, box.height()), 2, 2)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Role.FOCUS), 2.5 if shown.focused else 1.5))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._words(painter, item, rect.adjusted(9, 1, -4, -1))

    def _words(self, painter: QPainter, item: AppointmentView, room: QRect) -> None:
        height = self.metrics.height()
        called_off = item.status is AppointmentStatus.CANCELLED
        right = room.right()
        for name, role in _marks(item):
            side = round(height * 0.85)
            # Marks only where the name still has some room.
            if right - room.left() - side < height * 3:
                break
            top = room.top() + (min(height, room.height()) - side) // 2 + 1
            paint_icon(painter, name, QRect(right - side, top, side, side), colour(role))
            right -= side + 3
        font = QFont(self.bold)
        font.setStrikeOut(called_off)
        painter.setFont(font)
        painter.setPen(colour(Role.INK_MUTED if called_off else Role.INK))
        first = QRect(room.left(), room.top(), right - room.left(), min(height, room.height()))
        words = f"{item.at} {item.student_name}".strip()
        wide = self._bold_metrics.horizontalAdvance(words) <= first.width()
        rows = max(1, room.height() // height)
        if not wide and rows >= 2 and item.at:
            # Narrow but high: the name gets a line of its own.
            painter.drawText(first, _ONE_LINE, item.at)
            first = first.translated(0, height)
            first.setWidth(room.width())
            words, rows = item.student_name, rows - 1
        fitted = self._bold_metrics.elidedText(words, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, _ONE_LINE, fitted)
        painter.setFont(self.small)
        painter.setPen(colour(Role.INK_MUTED))
        if rows >= 2:
            second = QRect(room.left(), first.top() + height, room.width(), height)
            painter.drawText(second, _ONE_LINE, self._fit(what_and_where(item), second.width()))
            return
        beside = first.adjusted(self._bold_metrics.horizontalAdvance(fitted) + 12, 0, 0, 0)
        if beside.width() > self.metrics.averageCharWidth() * 10:
            painter.drawText(beside, _ONE_LINE, self._fit(what_and_where(item), beside.width()))

    def _fit(self, words: str, width: int) -> str:
        return self.metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _marks(item: AppointmentView) -> list[tuple[str, Role]]:
    marks = []
    if item.status is AppointmentStatus.HELD:
        marks.append(("ph.check-circle", Role.SUCCESS_TEXT))
    if item.status is AppointmentStatus.CANCELLED:
        marks.append(("ph.calendar-x", Role.INK_MUTED))
    if item.wants_a_door:
        marks.append(("ph.warning-circle", Role.ACCENT_TEXT))
    if item.form is ConversationForm.TRIALOGUE:
        marks.append(("ph.users-three", Role.PRIMARY))
    return marks
