"""The list of all recorded talks, a page at a time: what is asked, and where a page ends."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.talks.rules import ConversationRow

MOST_COUNTED = 1_000
"""Of a kind no more are counted: who has more looks for one, and does not count them."""


@dataclass(frozen=True, slots=True)
class TalksWanted:
    """Which talks, in which order; ``kind`` is ``None`` for all of them."""

    kind: ConversationKind | None = None
    oldest_first: bool = False


@dataclass(frozen=True, slots=True)
class TalkPlace:
    """A place in the list: days are not unique, a day with an id is."""

    held_on: date
    id: UUID


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A part of the list that follows ``after``; ``more`` when it goes on below."""

    wanted: TalksWanted
    after: TalkPlace | None
    rows: tuple[ConversationRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class TalkCounts:
    """How many talks there are of each kind that occurs, counted up to ``MOST_COUNTED``."""

    kinds: dict[ConversationKind, int] = field(default_factory=dict)

    def of(self, kind: ConversationKind) -> str:
        """The number in words: ``"12"``, or ``"1000+"`` where nobody counted on."""
        return _told(min(self.kinds.get(kind, 0), MOST_COUNTED), self._went_on(kind))

    @property
    def all(self) -> str:
        """The number of all kinds together."""
        number = sum(min(count, MOST_COUNTED) for count in self.kinds.values())
        return _told(number, any(map(self._went_on, self.kinds)))

    def _went_on(self, kind: ConversationKind) -> bool:
        return self.kinds.get(kind, 0) > MOST_COUNTED


def place_of(row: ConversationRow) -> TalkPlace:
    """Where ``row`` stands."""
    return TalkPlace(row.held_on, row.id)


def _told(number: int, and_more: bool) -> str:
    return f"{number}+" if and_more else str(number)
