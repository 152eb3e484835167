"""Fields for a day and for a time: typed as people write, or picked from a calendar."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.ui.buttons import Button
from lob_workbench.ui.dates import format_date, format_time, long_date, parse_date, parse_time
from lob_workbench.ui.field import Field
from lob_workbench.ui.icons import icon
from lob_workbench.ui.theme import Role, colour, control_height, space, text_width


class DateField(Field):
    """A day, typed (``3-2``, ``3 februari``, ``morgen``) or picked; may be left empty.

    ``today`` gives the present day (of the clock in use); without it the machine's.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self._today = today
        self._given_hint = hint
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("dd-mm-jjjj"))
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setMinimumWidth(text_width(self.edit, 16))
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._tidy)
        self._pick = Button("", self, icon="ph.calendar-blank", tip=self.tr("Kies in de kalender"))
        self._pick.clicked.connect(self.open_calendar)
        self._popup: _CalendarPopup | None = None
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space(1))
        line.addWidget(self.edit)
        line.addWidget(self._pick)
        line.addStretch(1)
        self.edit.setMaximumWidth(text_width(self.edit, 24))
        self.put(row, self.edit)

    def value(self) -> date | None:
        """The day, or ``None`` when empty or not a day (see ``problem``)."""
        return parse_date(self.edit.text(), self._today())

    def set_value(self, day: date | None) -> None:
        """Show ``day``; ``changed`` is not emitted."""
        self.edit.setText("" if day is None else format_date(day))
        self.clear_error()
        self._say_day()

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def problem(self) -> str:
        if not self.is_empty() and self.value() is None:
            return self.tr("Dit is geen datum. Schrijf hem als 23-11-2026 of 23 november.")
        return super().problem()

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.calendar.clicked.connect(self._picked)
            self._popup.calendar.activated.connect(self._picked)
        day = self.value() or self._today()
        self._popup.show_at(day, self.edit.mapToGlobal(QPoint(0, self.edit.height() + space(1))))

    def _picked(self, day: QDate) -> None:
        self.edit.setText(format_date(date(day.year(), day.month(), day.day())))
        if self._popup is not None:
            self._popup.hide()
        self.edit.setFocus()
        self._say_day()
        self._edited()

    def _tidy(self) -> None:
        """Show how the typed words were understood."""
        day = self.value()
        if day is not None:
            self.edit.setText(format_date(day))
        elif not self.is_empty():
            self.check()
        self._say_day()

    def _say_day(self) -> None:
        day = self.value()
        self.set_hint(self._given_hint if day is None else long_date(day))


class _CalendarPopup(QFrame):
    """A calendar that floats under its field and closes on Esc or a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        for name, arrow in (("prev", "left"), ("next", "right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(icon(f"ph.caret-{arrow}", Role.INK))
        metrics = self.fontMetrics()
        # Seven rows of days and names, and the bar with the month.
        self.calendar.setMinimumSize(metrics.averageCharWidth() * 42, metrics.height() * 15)
        self.setProperty("kind", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def show_at(self, day: date, corner: QPoint) -> None:
        """Show ``day`` with the top left corner at ``corner`` (on the screen)."""
        quiet = QTextCharFormat()
        quiet.setForeground(colour(Role.INK_MUTED))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, quiet)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        corner.setX(min(corner.x(), screen.right() - self.width()))
        corner.setY(min(corner.y(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
        self.calendar.setFocus()


class TimeField(Field):
    """A time of day, typed as ``9:20``, ``0920`` or ``9``; may be left empty."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(label, parent, required=required, hint=hint)
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("uu:mm"))
        self.edit.setMinimumHeight(control_height(self.edit))
        self.edit.setMaximumWidth(text_width(self.edit, 14))
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._tidy)
        self.put(self.edit)

    def value(self) -> time | None:
        """The time, or ``None`` when empty or not a time (see ``problem``)."""
        return parse_time(self.edit.text())

    def set_value(self, moment: time | None) -> None:
        """Show ``moment``; ``changed`` is not emitted."""
        self.edit.setText("" if moment is None else format_time(moment))
        self.clear_error()

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def problem(self) -> str:
        if not self.is_empty() and self.value() is None:
            return self.tr("Dit is geen tijd. Schrijf hem als 9:20.")
        return super().problem()

    def _tidy(self) -> None:
        moment = self.value()
        if moment is not None:
            self.edit.setText(format_time(moment))
        elif not self.is_empty():
            self.check()
