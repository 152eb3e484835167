"""Reads XML of a stranger: elements, attributes and text, and nothing that XML can do besides.

A document type is refused whole, and with it every entity, so that nothing is fetched and nothing
unfolds. Depth and number of elements are bounded. The parser gets the data in one piece: expat
takes quadratic time for a long token in many pieces.
"""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

MOST_ELEMENTS = 200_000
DEEPEST = 60


class NotPlainXml(ValueError):
    """The data is no XML, or more than the elements, attributes and text of XML."""

    def __init__(self, *, unsafe: bool) -> None:
        self.unsafe = unsafe
        super().__init__("unsafe" if unsafe else "no XML")


def read_plain_xml(data: bytes) -> Element:
    """The outermost element; raises ``NotPlainXml``. Bound the size of ``data`` before."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        # An encoding that nobody knows is a LookupError, one of many bytes a ValueError.
        raise error if isinstance(error, NotPlainXml) else NotPlainXml(unsafe=False) from None
    return reader.builder.close()


class _Reader:
    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self._elements = 0
        self._depth = 0

    def _refuse(self, *_declared: object) -> None:
        raise NotPlainXml(unsafe=True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS or self._depth > DEEPEST:
            raise NotPlainXml(unsafe=True)
        self.builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self.builder.end(tag)
