"""What a write touched, so that pages which show it can refresh."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of records that changed and their ids (no content: this is broadcast)."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[UUID] = frozenset()

    @classmethod
    def of(cls, kind: str, *ids: UUID) -> "Changes":
        """Changes of one kind."""
        return cls(frozenset({kind}), frozenset(ids))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds, self.ids | other.ids)

    def touches(self, *kinds: str) -> bool:
        """Whether one of ``kinds`` changed."""
        return not self.kinds.isdisjoint(kinds)
