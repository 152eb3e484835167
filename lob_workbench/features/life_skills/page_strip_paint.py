"""Draws the strip of the school year. Colours are roles; a state is icon and word as well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.dates import MONTHS
from lob_workbench.features.life_skills.page_strip_layout import Bar, StripLayout
from lob_workbench.features.life_skills.tables_goal_words import TEAM_ICON, late_word, slot_state
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus, SlotProgress
from lob_workbench.talks.rules_appointments import Holiday
from lob_workbench.ui.icons import paint_icon
from lob_workbench.ui.theme import Role, TextSize, colour, sized_font

_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_LOOKS: dict[SlotProgress, tuple[Role, Role, Role]] = {
    SlotProgress.PLANNED: (Role.FIELD_LINE, Role.RAISED, Role.INK_MUTED),
    SlotProgress.GOING: (Role.PRIMARY, Role.PRIMARY_TINT, Role.PRIMARY),
    SlotProgress.DONE: (Role.SUCCESS, Role.SUCCESS_TINT, Role.SUCCESS_TEXT),
    SlotProgress.STUCK: (Role.ACCENT_SHAPE, Role.ACCENT_TINT, Role.ACCENT_TEXT),
}
"""Line, ground and ink of a bar."""
_LATE = (Role.DANGER, Role.DANGER_TINT, Role.DANGER)
_CLOSED = (Role.HAIR_LINE, Role.CALM_TINT, Role.INK_MUTED)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the screen besides the rows."""

    today: date
    scrolled: int
    holidays: Sequence[Holiday]
    chosen: Bar | None
    focused: bool


class StripPainter:
    """Paints a layout on a widget, in the fonts that fit it."""

    def __init__(self) -> None:
        self.font = sized_font(TextSize.BODY)
        self.bold = sized_font(TextSize.BODY, bold=True)
        self.small = sized_font(TextSize.SMALL)
        self.metrics = QFontMetrics(self.font)
        self._small = QFontMetrics(self.small)
        self._bold = QFontMetrics(self.bold)

    def name_width(self, learner: Learner) -> int:
        """How many pixels the name of a row needs."""
        if learner.kind is not LearnerKind.TEAM:
            return self.metrics.horizontalAdvance(learner.name)
        return self._bold.horizontalAdvance(learner.name) + self.metrics.height() + 6

    def paint(self, widget: QWidget, plan: StripLayout, shown: Shown) -> None:
        """Everything, from the ground up."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), colour(Role.RAISED))
        self._grounds(painter, plan, shown)
        body = widget.rect().adjusted(0, plan.head, 0, 0)
        painter.setClipRect(body)
        seen = plan.rows_between(plan.head + shown.scrolled, widget.height() + shown.scrolled)
        self._rows(painter, plan, shown, seen)
        for number in seen:
            for placed in plan.placed[number]:
                if placed.until:
                    room = plan.label_rect(placed, shown.scrolled)
                    self._label(painter, room, placed.bar, shown)
                self._bar(painter, plan.bar_rect(placed, shown.scrolled), placed.bar, shown)
        painter.setClipping(False)
        self._head(painter, plan, shown)
        painter.end()

    def _grounds(self, painter: QPainter, plan: StripLayout, shown: Shown) -> None:
        bottom = plan.measures.height
        for holiday in shown.holidays:
            stretch = plan.span.stretch(holiday.first_on, holiday.last_on)
            if stretch is not None:
                first, last = plan.x(stretch[0]), plan.x(stretch[1])
                band = QRect(first, 0, max(1, last - first), bottom)
                painter.fillRect(band, colour(Role.SUNKEN))
        painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
        for month in plan.span.months():
            x = plan.day(month)
            painter.drawLine(x, 0, x, bottom)
        if plan.span.first_on <= shown.today <= plan.span.last_on:
            x = plan.day(shown.today)
            painter.setPen(QPen(colour(Role.ACCENT_SHAPE), 2))
            painter.drawLine(x, plan.head, x, bottom)

    def _head(self, painter: QPainter, plan: StripLayout, shown: Shown) -> None:
        painter.fillRect(QRect(0, 0, plan.measures.width, plan.head), colour(Role.RAISED))
        painter.setFont(self.small)
        painter.setPen(colour(Role.INK_MUTED))
        for month in plan.span.months():
            last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            room = QRect(plan.day(month) + 4, 0, plan.day(last) - plan.day(month), plan.head)
            name = MONTHS[month.month - 1]
            if self._small.horizontalAdvance(name) > room.width() - 4:
                name = name[:3]
            painter.drawText(room, _ONE_LINE, name)
        painter.setPen(QPen(colour(Role.FIELD_LINE), 1))
        painter.drawLine(0, plan.head - 1, plan.measures.width, plan.head - 1)
        if plan.span.first_on <= shown.today <= plan.span.last_on:
            x = plan.day(shown.today)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Role.ACCENT_SHAPE))
            painter.drawEllipse(QRectF(x - 4, plan.head - 9, 8, 8))

    def _rows(self, painter: QPainter, plan: StripLayout, shown: Shown, seen: range) -> None:
        for number in seen:
            row, band = plan.rows[number], plan.row_rect(number, shown.scrolled)
            painter.setPen(QPen(colour(Role.HAIR_LINE), 1))
            painter.drawLine(0, band.bottom(), plan.measures.width, band.bottom())
            team = row.learner.kind is LearnerKind.TEAM
            words = QRect(10, band.top() + 4, plan.left - 18, plan.lane)
            if team:
                side = round(plan.measures.line * 0.95)
                spot = QRect(words.left(), words.center().y() - side // 2, side, side)
                paint_icon(painter, TEAM_ICON, spot, colour(Role.PRIMARY))
                words.setLeft(words.left() + side + 6)
            painter.setFont(self.bold if team else self.font)
            painter.setPen(colour(Role.INK))
            metrics = self._bold if team else self.metrics
            cut = Qt.TextElideMode.ElideRight
            painter.drawText(
                words, _ONE_LINE, metrics.elidedText(row.learner.name, cut, words.width())
            )

    def _label(self, painter: QPainter, room: QRect, bar: Bar, shown: Shown) -> None:
        goal = bar.view.goal
        late = goal.is_late(shown.today)
        words = f"{bar.view.skill} → {goal.level}"
        if late:
            words = f"{late_word()}: {words}"
        runs = goal.status is GoalStatus.OPEN
        painter.setFont(self.small)
        painter.setPen(colour(Role.DANGER if late else Role.INK if runs else Role.INK_MUTED))
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(room, _ONE_LINE, self._small.elidedText(words, cut, room.width()))

    def _bar(self, painter: QPainter, rect: QRect, bar: Bar, shown: Shown) -> None:
        goal, slot = bar.view.goal, bar.slot
        runs = goal.status is GoalStatus.OPEN
        late = runs and slot.is_late(shown.today)
        line, ground, ink = _LATE if late else _LOOKS[slot.progress] if runs else _CLOSED
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(colour(line), 1.2)
        if slot.progress is SlotProgress.PLANNED and runs and not late:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(box, 4, 4)
        word, _, icon = slot_state(slot, goal, shown.today)
        if late:
            word = late_word()
        side = round(rect.height() * 0.8)
        if rect.width() >= side + 4:
            left = rect.left() + 4
            top = rect.top() + (rect.height() - side) // 2
            paint_icon(painter, icon, QRect(left, top, side, side), colour(ink))
            words = rect.adjusted(side + 8, 0, -3, 0)
            painter.setFont(self.small)
            painter.setPen(colour(ink))
            # A word that is cut off says less than the icon alone.
            if self._small.horizontalAdvance(word) <= words.width():
                painter.drawText(words, _ONE_LINE, word)
        chosen = shown.chosen
        if chosen is not None and (chosen.view.goal.id, chosen.slot) == (goal.id, slot):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Role.FOCUS), 2.5 if shown.focused else 1.5))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
