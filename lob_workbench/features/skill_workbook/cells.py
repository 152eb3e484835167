"""Text and values as a cell of Excel can hold them, and as they are compared when they return.

Excel, LibreOffice and libraries save the same cell differently; what is compared is the settled
form, which is the same for all of them.
"""

import re
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.output.workbook_file import Cell

MOST_UNITS = 32_767
"""What fits in a cell, in UTF-16 units."""

FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel thinks of a day that never was; such days are written as text."""

_NO_LIMIT = 1 << 40
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = 2_958_465


def settled(text: str) -> str:
    """A text as it is compared: through the gate for text, whatever its length."""
    return clean_text(text, limit=_NO_LIMIT)


def settled_line(text: str) -> str:
    """The same on one line."""
    return clean_line(text, limit=_NO_LIMIT)


def fits(text: str) -> bool:
    """Whether the whole of a settled text goes into a cell."""
    return _units(written(text)) <= MOST_UNITS


def shortened(text: str) -> str:
    """A settled text as far as it goes into a cell, with an ellipsis where something is left."""
    if fits(text):
        return text
    short = text[:MOST_UNITS]
    while not fits(f"{short}…"):
        over = _units(written(f"{short}…")) - MOST_UNITS
        short = short[: -max(1, over // 8)]
    return settled(short) + "…"


def written(text: str) -> str:
    """As it stands in the file: what looks like Excel's code for a letter is kept apart."""
    return _CODE.sub("_x005F_", text)


def as_text(cell: Cell) -> str:
    """What a cell says, settled; a number or a day as people write it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return settled(cell)
    if isinstance(cell, bool):
        return "WAAR" if cell else "ONWAAR"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return as_text(cell.date()) if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat()


def as_line(cell: Cell) -> str:
    """The same on one line."""
    return settled_line(cell if isinstance(cell, str) else as_text(cell))


def as_day(cell: Cell) -> date | None:
    """The day in a cell: a date, its number, or a text like *23-11-2026*; ``None`` for no day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        if not 1 <= cell <= _LAST_SERIAL:
            return None
        return _EPOCH + timedelta(days=int(cell))
    if not isinstance(cell, str):
        return None
    text = settled_line(cell)
    if found := _ISO.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _DUTCH.fullmatch(text):
        return _day(found[3], found[2], found[1])
    return None


def as_day_text(cell: Cell) -> str:
    """A day as it is compared: ISO; what is no day as the text that it is."""
    day = as_day(cell)
    return as_text(cell) if day is None else day.isoformat()


def as_level(cell: Cell) -> int | None:
    """The whole number in a cell, also when it was saved as text; ``None`` for anything else."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and 0 <= cell < 100 else None
    text = as_line(cell)
    return int(text) if not isinstance(cell, bool) and re.fullmatch(r"[0-9]{1,2}", text) else None


def digest(text: str) -> str:
    """A short mark of a settled text, to see later whether it is still the same."""
    return sha256(text.encode("utf-8")).hexdigest()[:20]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
