"""How much a sheet of a stranger's workbook would take, seen before anything is built of it.

A reader keeps a place for every cell between the first and the last, and a copy of a shared text
for each cell that points at it: a few hundred bytes can ask for gigabytes.
"""

import re

# What follows finds every cell and every shared text only where tags are written plainly: the
# reader takes more for a tag than we would, and a comment hides a text from it and not from us.
_NAME = rb"(?:[A-Za-z0-9_]+:)?[A-Za-z0-9_.-]+"
_PLAIN_TAG = rb"(?:\?xml|/?%s)(?:[\s/>]|$)" % _NAME
_ODD = re.compile(rb"<(?!%s)" % _PLAIN_TAG)
_WHOLE_TAG = re.compile(
    rb"""<(?:\?xml|/?%s)(?:\s+%s\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*[?/]?>""" % (_NAME, _NAME)
)
# Strict on purpose: an attribute in other quotes could hide where a cell stands from this look and
# not from the reader. What Excel, LibreOffice and libraries write looks like this.
_CELL = re.compile(rb"<(?:[A-Za-z0-9_]+:)?c(?=[\s/>])([^>]*)>")
_ATTRIBUTES = re.compile(rb'(?:\s+[A-Za-z0-9_:]+="[^"<>]*")*\s*/?')
_PLACE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_TEXT = re.compile(rb'\st="s"')
# Nothing behind the value: of two the reader takes the last.
_SHARED = re.compile(
    rb"\s*<(?:[A-Za-z0-9_]+:)?v>([0-9]{1,9})</(?:[A-Za-z0-9_]+:)?v>\s*</(?:[A-Za-z0-9_]+:)?c>"
)
_ITEM = re.compile(rb"<(?:[A-Za-z0-9_]+:)?si(?=[\s/>])")
_ITEM_TAG = re.compile(rb"<(/?)(?:[A-Za-z0-9_]+:)?si(?=[\s/>])[^>]*?(/?)>")


# As nearly all cells are written; many at once, without a step of Python for each.
_USUAL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]{1,5}")?'
    rb'(?: t="(?:s"><v>([0-9]{1,9})</v></c>|(?:n|b|e|d|str|inlineStr)"(?=/?>))|(?=/?>))(/?)'
)
_ANY = re.compile(rb"<(?:[A-Za-z0-9_]+:)?c[\s/>]")


class Unclear(Exception):
    """The sheet is written in a way that no program writes."""


class Extent:
    """Looks at a sheet piece by piece; ``bottom`` and ``right`` count from 1."""

    def __init__(self, shared: list[int]) -> None:
        self.bottom = 0
        self.right = 0
        self.shared_bytes = 0
        self._shared = shared
        self._rest = b""

    @property
    def area(self) -> int:
        """How many cells a reader keeps a place for, at most."""
        return self.bottom * self.right

    def look(self, piece: bytes, *, last: bool = False) -> None:
        """Look at the next piece. Raises ``Unclear``."""
        text = self._rest + piece
        # A tag that is not whole yet comes again with the next piece.
        if _ODD.search(text, 0, len(text) if last else max(text.rfind(b"<"), 0)):
            raise Unclear
        if _ITEM.search(text):
            raise Unclear
        cut = max(text.rfind(b"<c "), 0)
        usual = _USUAL.findall(text, 0, cut)
        if len(usual) == len(_ANY.findall(text, 0, cut)):
            self._count_usual(usual)
            text = text[cut:]
        before = None
        for found in _CELL.finditer(text):
            if before is not None:
                self._count(before, text)
            before = found
        if last and before is not None:
            self._count(before, text)
        # The last cell again with what follows it, or what may be the beginning of a cell.
        cut = before.start() if before is not None else text.rfind(b"<")
        self._rest = text[cut:] if cut >= 0 else b""

    @property
    def waiting(self) -> int:
        """How much is kept of what was looked at."""
        return len(self._rest)

    def _count_usual(self, cells: list[tuple[bytes, bytes, bytes, bytes]]) -> None:
        filled = [cell for cell in cells if not cell[3]]
        if filled:
            self.bottom = max(self.bottom, *map(int, {row for _, row, _, _ in filled}))
            self.right = max(self.right, *map(_column, {column for column, _, _, _ in filled}))
        length = self._length
        self.shared_bytes += sum(length(int(shared)) for _, _, shared, _ in filled if shared)

    def _length(self, number: int) -> int:
        return self._shared[number] if number < len(self._shared) else 0

    def _count(self, found: re.Match[bytes], text: bytes) -> None:
        attributes = found[1]
        if not _ATTRIBUTES.fullmatch(attributes):
            raise Unclear
        # Programs write empty cells to the end of a sheet for their looks alone.
        if attributes.endswith(b"/"):
            return
        place = _PLACE.search(attributes)
        if place is None:
            raise Unclear
        self.bottom = max(self.bottom, int(place[2]))
        self.right = max(self.right, _column(place[1]))
        if _TEXT.search(attributes):
            value = _SHARED.match(text, found.end())
            if value is None:
                raise Unclear
            self.shared_bytes += self._length(int(value[1]))


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def look_at_other(content: bytes) -> None:
    """Look at a part that is no sheet: it may not be read as one. Raises ``Unclear``."""
    if _ODD.search(content) or _ANY.search(content):
        raise Unclear


def shared_lengths(content: bytes) -> list[int]:
    """How long each shared text is, in bytes of the part that holds them all.

    Raises ``Unclear`` where the reader might count them otherwise, and take a long one for a short.
    """
    lengths = [len(one) for one in _ITEM.split(content)[1:]]
    if lengths and content.count(b"<") != len(_WHOLE_TAG.findall(content)):
        raise Unclear
    inside = False
    for closing, alone in _ITEM_TAG.findall(content):
        if bool(closing) is not inside:
            raise Unclear
        inside = not closing and not alone
    return lengths
