"""What time it is: the one place that asks, so that tests and the example school can say."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SCHOOL_ZONE = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the moment (aware, UTC) and the calendar day at school."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        ...

    def today(self) -> date:
        """The present day in the Netherlands."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The present day in the Netherlands."""
        return local(self.now()).date()


class ShiftedClock:
    """Another clock, put right: at a school the server's time counts, not the laptop's."""

    def __init__(self, clock: Clock, shift: timedelta) -> None:
        self._clock = clock
        self._shift = shift

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self._clock.now() + self._shift

    def today(self) -> date:
        """The present day in the Netherlands."""
        return local(self.now()).date()


class FixedClock:
    """A clock that stands still until it is set; for tests, the example school and the tour."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The moment at which the clock was set, in UTC."""
        return self.moment

    def today(self) -> date:
        """That moment's day in the Netherlands."""
        return local(self.moment).date()


def local(moment: datetime) -> datetime:
    """The same moment on a Dutch clock."""
    return moment.astimezone(SCHOOL_ZONE)
