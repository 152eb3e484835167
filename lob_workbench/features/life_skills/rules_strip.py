"""Where agreements stand on the strip of the school year. Pure geometry, in days and lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from lob_workbench.skills.rules_goals import Goal, Slot


@dataclass(frozen=True, slots=True)
class YearSpan:
    """The days that the strip shows, both included."""

    first_on: date
    last_on: date

    @property
    def days(self) -> int:
        """How many days that are."""
        return (self.last_on - self.first_on).days + 1

    def place(self, day: date) -> float:
        """Where ``day`` begins, from 0 to 1; what lies outside is moved to the edge."""
        return min(max((day - self.first_on).days / self.days, 0.0), 1.0)

    def stretch(self, first: date, last: date) -> tuple[float, float] | None:
        """From where to where these days go; ``None`` when none of them is shown."""
        if last < self.first_on or first > self.last_on:
            return None
        return self.place(first), self.place(last + timedelta(days=1))

    def months(self) -> tuple[date, ...]:
        """The first days of the months that are shown."""
        found = []
        day = self.first_on
        while day <= self.last_on:
            found.append(day)
            day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return tuple(found)


def school_year_span(today: date) -> YearSpan:
    """The school year of ``today``: 1 August up to and including 31 July."""
    year = today.year if today.month >= 8 else today.year - 1
    return YearSpan(date(year, 8, 1), date(year + 1, 7, 31))


def lanes(goals: Iterable[Goal]) -> dict[UUID, int]:
    """A lane for each agreement, so that none lies over another; as few as are needed."""
    ends: list[date] = []
    found: dict[UUID, int] = {}
    with_days = [goal for goal in goals if goal.slots]
    for goal in sorted(with_days, key=lambda goal: (_first(goal), str(goal.id))):
        first, last = _first(goal), max(slot.ends_on for slot in goal.slots)
        lane = next((number for number, end in enumerate(ends) if end < first), len(ends))
        if lane == len(ends):
            ends.append(last)
        ends[lane] = last
        found[goal.id] = lane
    return found


def slot_of_now(slots: Sequence[Slot], today: date) -> Slot | None:
    """The period to answer for: the first that is late, else of today, else the next, else last."""
    in_order = sorted(slots, key=lambda slot: slot.number)
    for slot in in_order:
        if slot.is_late(today):
            return slot
    for slot in in_order:
        if slot.ends_on >= today:
            return slot
    return in_order[-1] if in_order else None


def _first(goal: Goal) -> date:
    return min(slot.starts_on for slot in goal.slots)
