"""Reads JSON of strangers: one meaning or none, and bounded.

Two programs that read the same badge must see the same badge. So what parsers differ on is
refused: a name that stands there twice, numbers that are none, half a character.
"""

import json
import math
import re
from typing import Any

from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

TEXT_LIMIT = 2_000_000
DEPTH_LIMIT = 40
VALUE_LIMIT = 4_000
LIST_LIMIT = 400

# Takes a text that does not end as a whole too, or the same letters would be read over and over.
_BRACKETS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
# Control characters and half characters have no agreed spelling in what is signed.
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_UNREADABLE = QT_TRANSLATE_NOOP("badges", "Wat in dit bestand staat, is niet te lezen als badge.")
_TOO_LARGE = QT_TRANSLATE_NOOP("badges", "Deze badge is te groot of te ingewikkeld om te lezen.")
_TWICE = QT_TRANSLATE_NOOP(
    "badges", "In de badge staat ‘{name}’ twee keer. Dan is niet duidelijk wat geldt."
)


def read_object(data: bytes) -> dict[str, Any]:
    """The object in ``data``. Raises ``Judged`` for anything that is not one, clearly."""
    if len(data) > TEXT_LIMIT:
        raise Judged(Outcome.REFUSED, _TOO_LARGE)
    _check_depth(data)
    try:
        read = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_number,
        )
    except (ValueError, RecursionError) as error:
        raise Judged(Outcome.NOT_A_BADGE, _UNREADABLE) from error
    if not isinstance(read, dict):
        raise Judged(Outcome.NOT_A_BADGE, _UNREADABLE)
    _check_values(read)
    return read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Judged(Outcome.REFUSED, _TWICE, name=twice[:60])
    return found


def _no_number(text: str) -> float:
    raise ValueError(text)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _check_depth(data: bytes) -> None:
    """Bound depth and number before anything is made of them."""
    depth = opened = 0
    for found in _BRACKETS.finditer(data):
        if found[0] in (b"{", b"["):
            depth += 1
            opened += 1
            if depth > DEPTH_LIMIT or opened > VALUE_LIMIT:
                raise Judged(Outcome.REFUSED, _TOO_LARGE)
        elif found[0] in (b"}", b"]"):
            depth -= 1


def _check_values(read: Any) -> None:
    """Bound how much there is to work through, and refuse texts that cannot be signed."""
    waiting = [read]
    seen = 0
    while waiting:
        value = waiting.pop()
        seen += 1
        if isinstance(value, str):
            if _UNSPEAKABLE.search(value):
                raise Judged(Outcome.NOT_A_BADGE, _UNREADABLE)
        elif isinstance(value, dict):
            waiting.extend(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            if len(value) > LIST_LIMIT:
                raise Judged(Outcome.REFUSED, _TOO_LARGE)
            waiting.extend(value)
        if seen + len(waiting) > VALUE_LIMIT:
            raise Judged(Outcome.REFUSED, _TOO_LARGE)
