"""All badges of a person in one page that opens in any browser, without the werkbank."""

from dataclasses import dataclass
from datetime import datetime

from lob_workbench.credentials.issuing import IssuedBadge
from lob_workbench.credentials.pictures import BadgePicture
from lob_workbench.credentials.statements import BadgeStatement
from lob_workbench.credentials.trust import Trust
from lob_workbench.credentials.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class PackedBadge:
    """A badge as it goes into the backpack."""

    statement: BadgeStatement
    badge: IssuedBadge
    picture: BadgePicture


def pack(owner: str, badges: tuple[PackedBadge, ...], now: datetime) -> bytes:
    """One HTML file: no scripts, nothing from elsewhere; every badge inside as JSON and JWT."""
    raise NotImplementedError


def unpack(page: bytes) -> tuple[bytes, ...]:
    """The signed badges (JSON) in a backpack. Raises ``InputRefused`` when it is none."""
    raise NotImplementedError


def verify_backpack(page: bytes, trust: Trust, now: datetime) -> tuple[Verdict, ...]:
    """A verdict per badge in the backpack."""
    raise NotImplementedError
