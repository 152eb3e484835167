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
    builder = TreeBuilder()
    _Reader(builder, MOST_ELEMENTS).read(data)
    return builder.close()


def check_plain_xml(data: bytes, most_elements: int = MOST_ELEMENTS) -> None:
    """The same, of which nothing is kept: for who hands ``data`` on to another reader."""
    _Reader(_Nothing(), most_elements).read(data)


class _Nothing:
    """Takes what a ``TreeBuilder`` takes, and keeps none of it."""

    def start(self, _tag: str, _attributes: dict[str, str]) -> None:
        pass

    def end(self, _tag: str) -> None:
        pass


class _Reader:
    def __init__(self, builder: TreeBuilder | _Nothing, most_elements: int) -> None:
        self._builder = builder
        self._most = most_elements
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        if isinstance(builder, TreeBuilder):
            self.parser.CharacterDataHandler = builder.data
        self._elements = 0
        self._depth = 0

    def read(self, data: bytes) -> None:
        """Read to the end; raises ``NotPlainXml``."""
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            # An encoding that nobody knows is a LookupError, one of many bytes a ValueError.
            raise error if isinstance(error, NotPlainXml) else NotPlainXml(unsafe=False) from None

    def _refuse(self, *_declared: object) -> None:
        raise NotPlainXml(unsafe=True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > self._most or self._depth > DEEPEST:
            raise NotPlainXml(unsafe=True)
        self._builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)
