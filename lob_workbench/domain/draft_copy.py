"""A draft as it is kept on the laptop while the school cannot be reached."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.contributions import Target


@dataclass(frozen=True, slots=True)
class DraftCopy:
    """What a feature wants kept: its screen, the subject, and its own JSON."""

    screen: str
    entity_id: UUID
    content: str
    base_version: int | None = None

    @property
    def key(self) -> tuple[str, UUID]:
        """Which draft it is, whatever stands in it."""
        return self.screen, self.entity_id


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that is on the laptop, and since when; ``slot`` tells several of one draft apart."""

    copy: DraftCopy
    kept_at: datetime
    slot: str = ""


@dataclass(frozen=True, slots=True)
class AwayOffer:
    """A copy of which the school does not have the words: whose it is and where it is looked at."""

    kept: KeptCopy
    student_name: str
    target: Target


@dataclass(frozen=True, slots=True)
class AwayFindings:
    """What one feature says of copies: those to offer, and those that the school has already."""

    offers: tuple[AwayOffer, ...] = ()
    known: tuple[KeptCopy, ...] = ()
