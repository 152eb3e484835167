"""The appointments of the days on the screen, one row each, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)

from lob_workbench.features.agenda.page_words import spoken
from lob_workbench.features.agenda.rules import (
    AgendaView,
    Place,
    closest_starts,
    days_shown,
    hours_shown,
    lanes,
)
from lob_workbench.talks.rules_appointments import AppointmentView

_Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_GAP = 2


class WeekModel(QAbstractListModel):
    """A row for each appointment, by day and time; those without a time stand first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[AppointmentView, ...] = ()

    def set_items(self, items: Sequence[AppointmentView]) -> None:
        """Other appointments."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken(self.items[index.row()])
        return None


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels that follow from the fonts and from the room there is."""

    width: int
    height: int
    line: int
    gutter: int


class WeekLayout:
    """Where days, hours and appointments stand; the head does not scroll."""

    def __init__(self, view: AgendaView, measures: Measures) -> None:
        self.view = view
        self.measures = measures
        self.days: tuple[date, ...] = days_shown(view)
        self.first_hour, self.last_hour = hours_shown(view.appointments)
        self._by_day = {
            day: [item for item in view.appointments if item.on == day] for day in self.days
        }
        self._lanes: dict[UUID, Place] = {}
        self._rows: dict[UUID, int] = {}
        most = 0
        for items in self._by_day.values():
            self._lanes |= lanes(items)
            without = [item for item in items if not item.at]
            self._rows |= {item.id: row for row, item in enumerate(without)}
            most = max(most, len(without))
        line = measures.line
        self.row_height = line + 6
        self.names_height = round(line * 1.2) + 8
        noted = any(self.holiday_name(day) for day in self.days)
        self.notes_height = line + 4 if noted else 0
        self.head_height = self.names_height + self.notes_height + most * self.row_height + 2
        room = max(0, measures.height - self.head_height)
        # Each talk shows a line of words, also where the next one begins soon.
        apart = max(10, closest_starts(view.appointments, most=20))
        hours = self.last_hour - self.first_hour
        self.hour_height = max(room / hours, 60 / apart * (line + 3))
        self.body_height = round(self.hour_height * hours)

    def column(self, place: int) -> QRect:
        """The strip of a day, head and all."""
        left, width = self._edges(place)
        return QRect(left, 0, width, self.measures.height)

    def hour_top(self, hour: float, scrolled: int) -> int:
        """How far down an hour stands."""
        return self.head_height + round((hour - self.first_hour) * self.hour_height) - scrolled

    def rect(self, item: AppointmentView, scrolled: int) -> QRect:
        """Where an appointment stands."""
        if item.on not in self.days:
            return QRect()
        left, width = self._edges(self.days.index(item.on))
        inner = width - 2 * _GAP - 1
        if not item.at:
            top = self.names_height + self.notes_height + self._rows[item.id] * self.row_height
            return QRect(left + _GAP + 1, top, inner, self.row_height - _GAP)
        lane = self._lanes[item.id]
        begins = int(item.at[:2]) + int(item.at[3:]) / 60
        top = self.hour_top(begins, scrolled) + 1
        bottom = self.hour_top(begins + item.minutes / 60, scrolled) - 1
        height = max(bottom - top, self.measures.line + 2)
        each = inner // lane.lanes
        return QRect(left + _GAP + 1 + lane.lane * each, top, each - 1, height)

    def moment_at(self, left: int, top: int, scrolled: int) -> tuple[date, str] | None:
        """The day and the quarter of an hour at a point; the time is empty in the head."""
        for place, day in enumerate(self.days):
            begin, width = self._edges(place)
            if begin <= left < begin + width:
                if top < self.head_height:
                    return day, ""
                hours = (top - self.head_height + scrolled) / self.hour_height + self.first_hour
                quarter = min(int(hours * 4), self.last_hour * 4 - 1)
                return day, f"{quarter // 4:02}:{quarter % 4 * 15:02}"
        return None

    def holiday_name(self, day: date) -> str:
        """What holiday a day belongs to, or empty."""
        return next((item.name for item in self.view.holidays if item.holds_on(day)), "")

    def _edges(self, place: int) -> tuple[int, int]:
        room = self.measures.width - self.measures.gutter
        left = self.measures.gutter + room * place // len(self.days)
        right = self.measures.gutter + room * (place + 1) // len(self.days)
        return left, right - left
