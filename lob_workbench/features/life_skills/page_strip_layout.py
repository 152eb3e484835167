"""Where rows, lanes and periods stand on the strip; and the periods as a list for who listens."""

from bisect import bisect_right
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

from lob_workbench.features.life_skills.goal_views import GoalView
from lob_workbench.features.life_skills.rules_strip import YearSpan, lanes
from lob_workbench.features.life_skills.tables_goal_words import spoken_slot
from lob_workbench.skills.rules import Learner
from lob_workbench.skills.rules_goals import Goal, Slot

_Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_GAP = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One period of an agreement, in the row of its learner and a lane of that row."""

    row: int
    lane: int
    view: GoalView
    slot: Slot


class BarModel(QAbstractListModel):
    """A row for each period, in the order of the strip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self._today = date.min

    def set_bars(self, bars: Sequence[Bar], today: date) -> None:
        """Other periods."""
        self.beginResetModel()
        self.bars, self._today = tuple(bars), today
        self.endResetModel()

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.bars)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.bars):
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            bar = self.bars[index.row()]
            return spoken_slot(bar.view, bar.slot, self._today)
        return None


@dataclass(frozen=True, slots=True)
class StripRow:
    """One learner: how many lanes, and how many lanes stand above it."""

    learner: Learner
    lanes: int
    above: int


def strip_rows(
    learners: Sequence[Learner], goals: Sequence[GoalView], span: YearSpan, *, empty: bool
) -> tuple[tuple[StripRow, ...], tuple[Bar, ...]]:
    """Rows in the order of ``learners``, with ``empty`` also of who has nothing in this year."""
    by_learner: dict[UUID, list[GoalView]] = {}
    for view in goals:
        if _in_year(view.goal, span):
            by_learner.setdefault(view.learner.id, []).append(view)
    rows: list[StripRow] = []
    bars: list[Bar] = []
    above = 0
    for learner in learners:
        views = by_learner.get(learner.id, [])
        if not views and not empty:
            continue
        places = lanes(view.goal for view in views)
        count = max(places.values(), default=0) + 1
        found = [
            Bar(len(rows), places[view.goal.id], view, slot)
            for view in views
            for slot in view.goal.slots
            if span.stretch(slot.starts_on, slot.ends_on) is not None
        ]
        bars += sorted(found, key=lambda bar: (bar.slot.starts_on, bar.lane))
        rows.append(StripRow(learner, count, above))
        above += count
    return tuple(rows), tuple(bars)


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels that follow from the font and from the room there is."""

    width: int
    height: int
    line: int
    names: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a bar stands, not scrolled; ``until`` is for words above it, 0 for none.

    The words of an agreement stand above its first bar.
    """

    bar: Bar
    left: int
    top: int
    wide: int
    until: int


class StripLayout:
    """Where everything stands; the months above do not scroll."""

    def __init__(
        self,
        rows: tuple[StripRow, ...],
        bars: Sequence[Bar],
        span: YearSpan,
        measures: Measures,
    ) -> None:
        self.rows = rows
        self.span = span
        self.measures = measures
        self.head = measures.line + 3 * _GAP
        self.bar = measures.line
        self.lane = measures.line + self.bar + 2 * _GAP
        self.tops = [
            self.head + row.above * self.lane + number * 2 * _GAP for number, row in enumerate(rows)
        ]
        self.placed = self._place(bars)
        """Of each row its bars."""

    def _place(self, bars: Sequence[Bar]) -> list[list[Placed]]:
        placed: list[list[Placed]] = [[] for _ in self.rows]
        after: dict[tuple[int, int], int] = {}
        firsts: dict[UUID, Bar] = {}
        for bar in bars:
            firsts.setdefault(bar.view.goal.id, bar)
        # From the last one back: each knows where the words of the next one begin.
        for bar in reversed(bars):
            stretch = self.span.stretch(bar.slot.starts_on, bar.slot.ends_on) or (0.0, 0.0)
            left, right = self.x(stretch[0]), self.x(stretch[1])
            top = self.tops[bar.row] + _GAP + bar.lane * self.lane + self.measures.line
            until = 0
            if firsts[bar.view.goal.id] is bar:
                until = after.get((bar.row, bar.lane), self.measures.width)
                after[bar.row, bar.lane] = left
            placed[bar.row].append(Placed(bar, left, top, max(8, right - left - 2), until))
        for row in placed:
            row.reverse()
        return placed

    def rows_between(self, first: int, last: int) -> range:
        """The rows of which something lies between these pixels, not scrolled."""
        return range(max(0, bisect_right(self.tops, first) - 1), bisect_right(self.tops, last))

    def row_at(self, y: int) -> int | None:
        """The row at that pixel, not scrolled."""
        number = bisect_right(self.tops, y) - 1
        return number if 0 <= number < len(self.rows) else None

    @property
    def left(self) -> int:
        """Where the year begins."""
        return self.measures.names

    @property
    def wide(self) -> int:
        """How many pixels the year takes."""
        return max(1, self.measures.width - self.measures.names - 2 * _GAP)

    @property
    def body_height(self) -> int:
        """All rows together."""
        lanes_ = sum(row.lanes for row in self.rows)
        return lanes_ * self.lane + len(self.rows) * 2 * _GAP

    def x(self, place: float) -> int:
        """The pixel of a place in the year, from 0 to 1."""
        return self.left + round(place * self.wide)

    def day(self, day: date) -> int:
        """The pixel at which ``day`` begins."""
        return self.x(self.span.place(day))

    def row_rect(self, number: int, scrolled: int) -> QRect:
        """The band of one learner."""
        height = self.rows[number].lanes * self.lane + 2 * _GAP
        return QRect(0, self.tops[number] - scrolled, self.measures.width, height)

    def bar_rect(self, placed: Placed, scrolled: int) -> QRect:
        """The bar of one period, at least wide enough to hit."""
        return QRect(placed.left, placed.top - scrolled, placed.wide, self.bar)

    def label_rect(self, placed: Placed, scrolled: int) -> QRect:
        """Where the words of an agreement stand, above its first bar."""
        line = self.measures.line
        wide = max(0, placed.until - placed.left - 6)
        return QRect(placed.left, placed.top - scrolled - line, wide, line)

    def place_of(self, bar: Bar) -> Placed | None:
        """Where that bar stands."""
        return next((one for one in self.placed[bar.row] if one.bar is bar), None)


def _in_year(goal: Goal, span: YearSpan) -> bool:
    return any(span.stretch(slot.starts_on, slot.ends_on) for slot in goal.slots)
