"""What a badge states, in the terms of the school; ``documents`` turns it into Open Badges."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who gives the badge. ``id`` is a web address of the school, or the ``did:key`` of its key."""

    id: str
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who owns the badge. The e-mail address goes in hashed, with ``salt``; the name as it is.

    ``id`` is a made-up key such as ``urn:uuid:…`` that says nothing to others.
    """

    name: str
    id: str
    email: str = ""
    salt: str = ""


@dataclass(frozen=True, slots=True)
class Achievement:
    """A skill at a level; ``criteria`` are its behaviours, one sentence each."""

    id: str
    name: str
    description: str
    criteria: tuple[str, ...]
    image: bytes = b""

    @property
    def narrative(self) -> str:
        """The criteria as they stand in the badge; the annex on paper prints the same."""
        return criteria_text(self.criteria)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What showed it: in words, with a web address if there is one."""

    name: str
    narrative: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class StatusPlace:
    """The place of a badge in a list of revoked ones: the address of the list and a number."""

    list_id: str
    index: int


@dataclass(frozen=True, slots=True)
class BadgeStatement:
    """Everything that is signed. ``id`` is that of this one badge (``urn:uuid:…``).

    Days with a time zone; ``valid_until`` is the first moment at which it is over.
    """

    id: str
    achievement: Achievement
    recipient: Recipient
    issuer: Issuer
    valid_from: datetime
    valid_until: datetime | None = None
    evidence: tuple[Evidence, ...] = ()
    status: StatusPlace | None = None


def criteria_text(criteria: tuple[str, ...]) -> str:
    """Behaviours as one text: a line each, with a dash."""
    return "\n".join(f"- {line}" for line in criteria)
