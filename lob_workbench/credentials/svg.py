"""A badge in an SVG: the element ``openbadges:credential``.

Nothing of the drawing is ever run or fetched, and a drawing that would have something run or
fetched elsewhere is refused as a whole: people pass these files on, and open them in a browser.
"""

import re
from xml.parsers import expat

from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
_BADGE = f"{NAMESPACE} credential"
_OLD = re.compile(r"https?://openbadges\.org assertion|https?://purl\.imsglobal\.org/ob assertion")
_DEPTH_LIMIT = 200
_ELEMENT_LIMIT = 50_000
_COMMENT_LIMIT = 200
_SIZE_LIMIT = 4_000_000

# Elements that run something, or that let another language in.
_RUNS = frozenset({"script", "foreignObject", "iframe", "handler", "listener", "embed", "object"})
_CHANGES = frozenset({"animate", "set", "animateTransform", "animateMotion", "discard"})
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]")
_REACHES = re.compile(
    r"url\s*+\(\s*+['\"]?+(?!#|data:image/(?:png|jpeg|gif|webp)[;,])|@import"
    r"|image-set|src\s*+\(|javascript:|expression\s*+\(|-moz-binding|\\",
    re.IGNORECASE,
)

_DAMAGED = QT_TRANSLATE_NOOP("badges", "Dit plaatje is beschadigd. Vraag het nog een keer.")
_TOO_LARGE = QT_TRANSLATE_NOOP("badges", "Dit bestand is te groot voor een badge.")
_EMPTY = QT_TRANSLATE_NOOP("badges", "In dit plaatje zit geen badge.")
_OLDER = QT_TRANSLATE_NOOP(
    "badges", "In dit plaatje zit een badge van een oudere soort. Die kan de werkbank niet nagaan."
)
_TWO = QT_TRANSLATE_NOOP(
    "badges", "In dit plaatje zit meer dan één badge. Dan is niet duidelijk welke geldt."
)
_PROGRAM = QT_TRANSLATE_NOOP(
    "badges", "In dit plaatje zit een programmaatje. De werkbank opent het niet."
)
_OUTSIDE = QT_TRANSLATE_NOOP(
    "badges", "Dit plaatje haalt iets van internet. De werkbank opent het niet."
)
_OWN_RULES = QT_TRANSLATE_NOOP(
    "badges", "Dit plaatje maakt eigen afkortingen. Daarmee is het niet veilig te lezen."
)


class _Reader:
    """Goes through the drawing once, and gathers what stands in the element of the badge."""

    def __init__(self) -> None:
        self.badges: list[list[str]] = []
        self.older = False
        # Where the first thing inside <svg …> begins, in bytes.
        self.inside_at = -1
        self._names: list[str] = []
        self._seen = 0
        self._style: list[str] = []
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        # In pieces, or the place of a text would be told when it is over.
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._refuse_rules
        parser.EntityDeclHandler = self._refuse_rules
        parser.ExternalEntityRefHandler = self._refuse_rules
        parser.ProcessingInstructionHandler = self._refuse_outside

    def read(self, svg: bytes) -> None:
        if len(svg) > _SIZE_LIMIT:
            raise Judged(Outcome.REFUSED, _TOO_LARGE)
        try:
            svg.decode("utf-8")
            self.parser.Parse(svg, True)
        except (expat.ExpatError, UnicodeDecodeError) as error:
            raise Judged(Outcome.REFUSED, _DAMAGED) from error

    def _doctype(self, name: str, system: object, public: object, rules: int) -> None:
        """A line that says it is SVG does no harm; rules of its own do, or may."""
        if rules:
            raise Judged(Outcome.REFUSED, _OWN_RULES)

    def _refuse_rules(self, *_: object) -> int:
        raise Judged(Outcome.REFUSED, _OWN_RULES)

    def _refuse_outside(self, *_: object) -> None:
        raise Judged(Outcome.REFUSED, _OUTSIDE)

    def _note_inside(self) -> None:
        if self.inside_at < 0 and len(self._names) == 1:
            self.inside_at = self.parser.CurrentByteIndex

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._note_inside()
        self._seen += 1
        if self._seen > _ELEMENT_LIMIT or len(self._names) > _DEPTH_LIMIT:
            raise Judged(Outcome.REFUSED, _DAMAGED)
        if not self._names and name != f"{_SVG} svg":
            raise Judged(Outcome.NOT_A_BADGE, _EMPTY)
        if _BADGE in self._names:
            raise Judged(Outcome.REFUSED, _TWO)
        self._names.append(name)
        namespace, _, element = name.rpartition(" ")
        if element in _RUNS or (namespace != _SVG and "xhtml" in namespace):
            raise Judged(Outcome.REFUSED, _PROGRAM)
        if name == _BADGE:
            self.badges.append([attributes.get("verify", "")])
        self.older = self.older or _OLD.fullmatch(name) is not None
        for attribute, value in attributes.items():
            _check_attribute(element, attribute, value)

    def _end(self, name: str) -> None:
        self._note_inside()
        self._names.pop()
        if name == f"{_SVG} style":
            if _REACHES.search(_without_comments("".join(self._style))):
                raise Judged(Outcome.REFUSED, _OUTSIDE)
            self._style.clear()

    def _text(self, text: str) -> None:
        self._note_inside()
        if self._names and self._names[-1] == _BADGE:
            self.badges[-1].append(text)
        elif any(name == f"{_SVG} style" for name in self._names):
            self._style.append(text)


def _check_attribute(element: str, attribute: str, value: str) -> None:
    namespace, _, name = attribute.rpartition(" ")
    if name.lower().startswith("on"):
        raise Judged(Outcome.REFUSED, _PROGRAM)
    if element in _CHANGES and name == "attributeName" and not _harmless_to_change(value):
        raise Judged(Outcome.REFUSED, _PROGRAM)
    refers = (name in ("href", "src") and namespace in ("", _XLINK)) or (
        name == "base" and namespace == _XML
    )
    if refers and value.strip() and not _INSIDE.match(value.strip()):
        raise Judged(Outcome.REFUSED, _OUTSIDE)
    if not refers and _REACHES.search(_without_comments(value)):
        raise Judged(Outcome.REFUSED, _OUTSIDE)


def _without_comments(style: str) -> str:
    """``style`` without comments, which may stand inside what is looked for."""
    kept, rest = [], style
    while "/*" in rest:
        before, _, inside = rest.partition("/*")
        kept.append(before)
        rest = inside.partition("*/")[2]
        if len(kept) > _COMMENT_LIMIT:
            raise Judged(Outcome.REFUSED, _DAMAGED)
    return "".join([*kept, rest])


def _harmless_to_change(attribute: str) -> bool:
    name = attribute.rpartition(":")[2].strip().lower()
    return name not in ("href", "src", "base", "style") and not name.startswith("on")


def take_out(svg: bytes) -> bytes:
    """The badge in ``svg``: JSON or a token. Raises ``Judged`` when there is not just one."""
    reader = _Reader()
    reader.read(svg)
    if not reader.badges:
        raise Judged(Outcome.NOT_A_BADGE, _OLDER if reader.older else _EMPTY)
    if len(reader.badges) > 1:
        raise Judged(Outcome.REFUSED, _TWO)
    token, *texts = reader.badges[0]
    body = "".join(texts).strip()
    if token and body:
        raise Judged(Outcome.REFUSED, _TWO)
    return (token.strip() or body).encode("utf-8")


def put_in(svg: bytes, badge: bytes) -> bytes:
    """``svg`` with ``badge`` in it. Raises ``Judged`` for a drawing that we would not open."""
    reader = _Reader()
    reader.read(svg)
    if reader.badges:
        raise Judged(Outcome.REFUSED, _TWO)
    at = reader.inside_at
    made = svg[:at] + _element(badge.decode("utf-8")) + svg[at:]
    # <svg/> has no inside: then it stands beside it, and that is not read.
    take_out(made)
    return made


def _element(badge: str) -> bytes:
    if badge.startswith("{"):
        # The one thing that CDATA cannot hold, spelled so that JSON reads the same.
        inside = badge.replace("]]>", "]]\\u003e")
        element = f'<openbadges:credential xmlns:openbadges="{NAMESPACE}"><![CDATA[{inside}]]>'
        return f"{element}</openbadges:credential>".encode()
    return f'<openbadges:credential xmlns:openbadges="{NAMESPACE}" verify="{badge}"/>'.encode()
