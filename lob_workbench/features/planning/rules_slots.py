"""Planning a group into free time: windows, moments, and a proposal. Pure functions.

Days and times are those of the clock at school, without a zone: 09:00 to 12:00 is three hours of
talks on the day that the clocks change too.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules import TIME_OF_DAY
from lob_workbench.talks.rules_appointments import MOST_MINUTES, Holiday
from lob_workbench.talks.schoolyear import is_school_day

LEAST_MINUTES = 5
MOST_WINDOWS = 100
"""How many windows can be added at once."""


class Repeat(StrEnum):
    """On which days after the first one a window comes back."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Window:
    """Time that a counsellor keeps free for talks, such as Monday 09:00–12:00."""

    id: UUID
    on: date
    starts: str
    ends: str

    @property
    def span(self) -> "Span":
        """The same as two moments."""
        return Span(_moment(self.on, self.starts), _moment(self.on, self.ends))


@dataclass(frozen=True, slots=True)
class WindowWish:
    """What was typed: from and until when, on which days."""

    first_on: date
    starts: str
    ends: str
    repeat: Repeat = Repeat.NEVER
    last_on: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a moment up to another; two that touch do not overlap."""

    starts: datetime
    ends: datetime

    def overlaps(self, other: "Span") -> bool:
        """Whether there is a minute in both."""
        return self.starts < other.ends and other.starts < self.ends


class Reason(StrEnum):
    """Why somebody was not planned."""

    ALREADY = "already"
    BUSY = "busy"
    FULL = "full"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Asked:
    """A student who should be planned."""

    student_id: UUID
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A talk that is proposed: ``id`` becomes the appointment's, so that it is written once."""

    id: UUID
    asked: Asked
    span: Span


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """Somebody who does not fit, and why."""

    asked: Asked
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is planned when, in the order of time; who is not, and why; what is still free.

    Who was asked is in one of the two, always. ``busy`` is what the students have already.
    """

    placed: tuple[Placed, ...]
    named: tuple[NotPlaced, ...]
    free: tuple[Span, ...]
    busy: Mapping[UUID, tuple[Span, ...]]


def window_days(wish: WindowWish, holidays: Sequence[Holiday], today: date) -> tuple[date, ...]:
    """The days of a window; raises ``InputRefused`` for what cannot be meant.

    Weekends and holidays are left out of what repeats; one day alone may not be one.
    """
    for at in (wish.starts, wish.ends):
        if not at or not TIME_OF_DAY.fullmatch(at):
            raise InputRefused(QT_TRANSLATE_NOOP("errors", "Schrijf de tijd als 09:20."))
    if wish.starts >= wish.ends:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "De eindtijd moet na de begintijd liggen."))
    last_on = wish.first_on if wish.repeat is Repeat.NEVER else wish.last_on
    if last_on is None or last_on < wish.first_on:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies een laatste dag na de eerste."))
    if wish.first_on < today:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Deze dag is al geweest."))
    step = 7 if wish.repeat is Repeat.WEEKLY else 1
    count = (last_on - wish.first_on).days // step + 1
    if count > MOST_WINDOWS * 7:
        raise InputRefused(_TOO_MANY, most=MOST_WINDOWS)
    found = tuple(
        day
        for day in (wish.first_on + timedelta(days=step * turn) for turn in range(count))
        if is_school_day(day, holidays)
    )
    if not found:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dan is er geen school: het is weekend of vakantie.")
        )
    if len(found) > MOST_WINDOWS:
        raise InputRefused(_TOO_MANY, most=MOST_WINDOWS)
    return found


_TOO_MANY = QT_TRANSLATE_NOOP("errors", "Geef hooguit {most} vrije momenten tegelijk op.")


def check_minutes(minutes: int) -> None:
    """Raise ``InputRefused`` for a talk that is too short or too long to plan."""
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Een gesprek duurt 5 tot {most} minuten."),
            most=MOST_MINUTES,
        )


def moments(
    windows: Iterable[Window],
    minutes: int,
    busy: Iterable[Span],
    holidays: Sequence[Holiday],
    now: datetime,
) -> tuple[Span, ...]:
    """The moments for talks of so many minutes: in a window, not in ``busy``, not over yet.

    After something that is in the way the next talk begins when that is over.
    """
    length = timedelta(minutes=minutes)
    taken = sorted(busy)
    found: list[Span] = []
    for window in _joined(windows):
        if not is_school_day(window.starts.date(), holidays):
            continue
        starts = window.starts
        if starts < now:
            # On whole steps still: a talk at 10:07 is nobody's idea of a plan.
            starts += -(-(now - starts) // length) * length
        while starts + length <= window.ends:
            span = Span(starts, starts + length)
            in_the_way = [each.ends for each in taken if each.overlaps(span)]
            if in_the_way:
                starts = max(in_the_way)
                continue
            found.append(span)
            starts += length
    return tuple(found)


def propose(
    asked: Sequence[Asked],
    free: Sequence[Span],
    busy: Mapping[UUID, Sequence[Span]],
    already: Iterable[UUID],
    new_id: Callable[[], UUID],
    tell: Callable[[int, int], object] = lambda done, total: None,
) -> Proposal:
    """Plan who was ``asked``, the first of them first, each at one moment.

    ``already``: students who have such a talk ahead. ``tell`` hears how far it is, and may raise to
    stop it. Who fits nowhere makes another move to a later moment before giving up.
    """
    has_one, seen = frozenset(already), set[UUID]()
    board = _Board(tuple(free), busy)
    named: list[NotPlaced] = []
    for turn, who in enumerate(asked):
        tell(turn, len(asked))
        if who.student_id in seen:
            continue
        seen.add(who.student_id)
        if who.student_id in has_one:
            named.append(NotPlaced(who, Reason.ALREADY))
        elif not board.place(who):
            named.append(NotPlaced(who, board.reason(who)))
    tell(len(asked), len(asked))
    placed = [
        Placed(new_id(), who, board.free[place])
        for place, who in sorted(board.owners.items(), key=_place)
    ]
    left = tuple(span for place, span in enumerate(board.free) if place not in board.owners)
    return Proposal(
        tuple(placed),
        tuple(named),
        left,
        {each.asked.student_id: tuple(busy.get(each.asked.student_id, ())) for each in placed},
    )


class _Board:
    """Moments and who has them: a matching that grows by one student at a time."""

    def __init__(self, free: tuple[Span, ...], busy: Mapping[UUID, Sequence[Span]]) -> None:
        self.free = free
        self.owners: dict[int, Asked] = {}
        self._open = list(range(len(free)))
        self._busy = busy

    def suits(self, who: Asked, span: Span) -> bool:
        """Whether this student has nothing else then."""
        return not any(each.overlaps(span) for each in self._busy.get(who.student_id, ()))

    def reason(self, who: Asked) -> Reason:
        """Why there is no moment for ``who``: all are taken, or none of them suits."""
        busy = self.free and not any(self.suits(who, span) for span in self.free)
        return Reason.BUSY if busy else Reason.FULL

    def place(self, who: Asked) -> bool:
        """Give ``who`` a moment, by moving others when it must be."""
        for place in self._open:
            if self.suits(who, self.free[place]):
                self.owners[place] = who
                self._open.remove(place)
                return True
        return bool(self._open) and self._make_room(who)

    def _make_room(self, who: Asked) -> bool:
        """Let others move on, each to a moment that suits, until one of them finds an open one."""
        came_from: dict[int, int | None] = {}
        waiting: deque[tuple[Asked, int | None]] = deque([(who, None)])
        while waiting:
            mover, before = waiting.popleft()
            for place, span in enumerate(self.free):
                if place in came_from or not self.suits(mover, span):
                    continue
                came_from[place] = before
                if place not in self.owners:
                    self._open.remove(place)
                    self._hand_on(who, place, came_from)
                    return True
                waiting.append((self.owners[place], place))
        return False

    def _hand_on(self, who: Asked, place: int, came_from: Mapping[int, int | None]) -> None:
        before = came_from[place]
        while before is not None:
            self.owners[place] = self.owners[before]
            place, before = before, came_from[before]
        self.owners[place] = who


def swapped(proposal: Proposal, one: UUID, other: UUID) -> Proposal:
    """Let two students change places; ``InputRefused`` where one of them has something else."""
    found = {each.asked.student_id: each for each in proposal.placed}
    first, second = found[one], found[other]
    changed = {
        one: replace(first, span=second.span),
        other: replace(second, span=first.span),
    }
    for each in changed.values():
        _check_free(proposal, each)
    placed = [changed.get(each.asked.student_id, each) for each in proposal.placed]
    return replace(proposal, placed=_in_order(placed))


def moved(proposal: Proposal, student_id: UUID, to: Span) -> Proposal:
    """Let a student take a moment that is still free; ``InputRefused`` where it does not suit."""
    (before,) = [each for each in proposal.placed if each.asked.student_id == student_id]
    after = replace(before, span=to)
    _check_free(proposal, after)
    placed = [after if each is before else each for each in proposal.placed]
    free = sorted({*proposal.free, before.span} - {to})
    return replace(proposal, placed=_in_order(placed), free=tuple(free))


def left_out(proposal: Proposal, student_id: UUID) -> Proposal:
    """Leave somebody out: named among those who are not planned, the moment is free again."""
    (out,) = [each for each in proposal.placed if each.asked.student_id == student_id]
    return replace(
        proposal,
        placed=tuple(each for each in proposal.placed if each is not out),
        named=(*proposal.named, NotPlaced(out.asked, Reason.LEFT_OUT)),
        free=tuple(sorted((*proposal.free, out.span))),
    )


def _check_free(proposal: Proposal, placed: Placed) -> None:
    if any(each.overlaps(placed.span) for each in proposal.busy.get(placed.asked.student_id, ())):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Op dat moment heeft deze student al iets anders.")
        )


def _in_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(placed, key=lambda each: each.span))


def _place(entry: tuple[int, Asked]) -> int:
    return entry[0]


def _joined(windows: Iterable[Window]) -> list[Span]:
    """Windows that overlap or touch as one, in the order of time."""
    joined: list[Span] = []
    for span in sorted(window.span for window in windows):
        if joined and span.starts <= joined[-1].ends:
            joined[-1] = Span(joined[-1].starts, max(joined[-1].ends, span.ends))
        else:
            joined.append(span)
    return joined


def _moment(on: date, at: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(at))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a list to hang up says: who talks when and where, and not a word of what about."""

    school: str
    logo: bytes | None
    counsellor: str
    kind: ConversationKind
    room: str
    placed: tuple[Placed, ...]
