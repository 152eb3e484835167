"""Addresses (IRIs) and moments as badges write them."""

import re
from datetime import UTC, datetime

# What N-Quads cannot hold between < and > would let one address pass for several statements.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII
)


def is_address(text: object) -> bool:
    """Whether ``text`` is a full address, in letters that mean nothing else in RDF."""
    return isinstance(text, str) and _ADDRESS.fullmatch(text) is not None


def write_moment(moment: datetime) -> str:
    """A moment in whole seconds of UTC. Raises ``ValueError`` without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def read_moment(text: object) -> datetime:
    """The moment that ``text`` is, with its time zone. Raises ``ValueError``."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        raise ValueError("not a moment")
    # Python takes six decimals at most.
    moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("not a moment of this world") from error
