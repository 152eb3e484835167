"""Issues a badge in the two forms of Open Badges 3.0: signed JSON and a signed token."""

from dataclasses import dataclass
from datetime import datetime

from lob_workbench.credentials.keys import SigningKey
from lob_workbench.credentials.statements import BadgeStatement


@dataclass(frozen=True, slots=True)
class IssuedBadge:
    """One badge, issued. ``json`` has a proof inside (eddsa-rdfc-2022); ``jwt`` is one line.

    Both say the same. Bake either with ``baking``.
    """

    id: str
    json: bytes
    jwt: str


def issue(statement: BadgeStatement, key: SigningKey, now: datetime) -> IssuedBadge:
    """Sign ``statement`` with ``key``. Raises ``InputRefused`` for what a badge cannot hold.

    All texts go through the gate (``clean_text``), so what is signed can be printed and stored.
    """
    raise NotImplementedError
