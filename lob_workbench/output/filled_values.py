"""What stands in the fields of a PDF that came from outside: their ``/V`` and nothing else.

Nothing is drawn, run or followed; scripts, attachments and XFA are passed over. It runs in a
process of its own (:mod:`lob_workbench.output.filled`): ``python -m`` reads the PDF from its input
and writes one line of JSON.
"""

import json
import logging
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from lob_workbench.output.apart import bound_memory
from lob_workbench.output.filled import Trouble

MOST_FIELDS = 1_000
MOST_CHARACTERS = 2_000_000
_DEEPEST = 32
_MEMORY = 1_000_000_000
_UNPACKED = 30_000_000
_BOMS = {
    b"\xfe\xff": "utf-16-be",
    b"\xff\xfe": "utf-16-le",
    b"\xef\xbb\xbf": "utf-8",
}
# What a reader of PDF could run or unpack, by itself or at a click; wherever it stands.
_ACTIVE = frozenset(
    {"/OpenAction", "/AA", "/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/RichMediaContent"}
    | {"/XFA"}
)
_ACTIONS = ("/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie")
_MOST_LOOKED_AT = 20_000


class Unreadable(Exception):
    """The file gives no answers, for this reason."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def read_values(data: bytes) -> tuple[dict[str, str], bool]:
    """The text of each field by its full name, and whether the file carries more than text.

    Raises ``Unreadable``; whatever is wrong inside, never anything else.
    """
    if data.startswith((b"MZ", b"\x7fELF")):
        raise Unreadable(Trouble.PROGRAM)
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(Trouble.NOT_A_PDF)
    # Its warnings quote what stands in the file: a student's words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_UNPACKED,
            lzw_maximum_output_length=_UNPACKED,
            run_length_maximum_output_length=_UNPACKED,
            maximum_declared_stream_length=_UNPACKED,
            array_based_stream_maximum_output_length=_UNPACKED,
            stream_decoding_work_maximum_length=2 * _UNPACKED,
            jbig2dec_binary=None,
        ):
            return _values(data)
    except Unreadable:
        raise
    except (MemoryError, LimitReachedError):
        raise Unreadable(Trouble.TOO_HEAVY) from None
    except Exception:
        # A hostile file finds an error that nobody thought of; all of them mean one thing.
        raise Unreadable(Trouble.DAMAGED) from None


def _values(data: bytes) -> tuple[dict[str, str], bool]:
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Unreadable(Trouble.ENCRYPTED)
    catalog = _dictionary(reader.trailer["/Root"])
    form = _dictionary(catalog.get("/AcroForm"))
    values: dict[str, str] = {}
    size = 0
    for name, value in _fields(form):
        size += len(name) + len(value)
        if len(values) >= MOST_FIELDS or size > MOST_CHARACTERS:
            raise Unreadable(Trouble.TOO_HEAVY)
        if values.setdefault(name, value) != value:
            raise Unreadable(Trouble.DAMAGED)
    if not values:
        raise Unreadable(Trouble.XFA_ONLY if "/XFA" in form else Trouble.NO_FIELDS)
    return values, _is_active(catalog)


def _is_active(catalog: DictionaryObject) -> bool:
    """Whether anything in the file could be run or unpacked: at its fields and pages too.

    True also for a file so large that nobody looked at all of it.
    """
    waiting: list[Any] = [catalog]
    seen: set[tuple[int, int]] = set()
    looked_at = 0
    while waiting:
        raw = waiting.pop()
        if isinstance(raw, IndirectObject):
            place = (raw.idnum, raw.generation)
            if place in seen:
                continue
            seen.add(place)
        found = _readable(raw)
        looked_at += 1
        if looked_at > _MOST_LOOKED_AT:
            return True
        if isinstance(found, DictionaryObject):
            if not _ACTIVE.isdisjoint(found) or _readable(found.get("/S")) in _ACTIONS:
                return True
            waiting += dict.values(found)
        elif isinstance(found, list):
            waiting += found
    return False


def _readable(raw: Any) -> Any:
    """The object; ``None`` for one that is spoilt, as readers of PDF take it too."""
    try:
        return None if raw is None else raw.get_object()
    except (MemoryError, LimitReachedError):
        raise
    except Exception:
        return None


def _fields(form: DictionaryObject) -> Iterator[tuple[str, str]]:
    """Every field that ends in a value, each object once: a circle is walked only as far as new."""
    begun: list[tuple[Any, str, Any, int]] = [
        (field, "", None, 0) for field in reversed(_list(form.get("/Fields")))
    ]
    seen: set[int] = set()
    while begun:
        raw, above, inherited, depth = begun.pop()
        number = getattr(raw, "idnum", None)
        if number is not None:
            if number in seen:
                continue
            seen.add(number)
        if depth > _DEEPEST or len(seen) > 10 * MOST_FIELDS:
            raise Unreadable(Trouble.TOO_HEAVY)
        field = _dictionary(raw)
        own = field.get("/T")
        name = above if own is None else f"{above}.{_text(own)}".lstrip(".")
        value = field.get("/V", inherited)
        kids = [kid for kid in _list(field.get("/Kids")) if "/T" in _dictionary(kid)]
        if kids:
            begun += [(kid, name, value, depth + 1) for kid in reversed(kids)]
        elif name:
            yield name, _text(value)


def _dictionary(raw: Any) -> DictionaryObject:
    found = None if raw is None else raw.get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _list(raw: Any) -> list[Any]:
    found = None if raw is None else raw.get_object()
    return list(found) if isinstance(found, list) else []


def _text(raw: Any) -> str:
    """A value as letters. Bytes that are no text in their encoding show as �, never vanish."""
    value = None if raw is None else raw.get_object()
    if isinstance(value, StreamObject):
        value = ByteStringObject(value.get_data())
    if isinstance(value, TextStringObject):
        written = value.original_bytes
        for bom, encoding in _BOMS.items():
            if written.startswith(bom):
                return written[len(bom) :].decode(encoding, "replace")
        return str(value)
    if isinstance(value, bytes):
        for bom, encoding in _BOMS.items():
            if value.startswith(bom):
                return value[len(bom) :].decode(encoding, "replace")
        return value.decode("cp1252", "replace")
    return ""


def main() -> None:
    """Read the PDF from the input, write the answer as JSON in plain ASCII."""
    bound_memory(_MEMORY)
    try:
        values, active = read_values(sys.stdin.buffer.read())
        answer: dict[str, object] = {"values": values, "active": active}
    except Unreadable as error:
        answer = {"trouble": error.trouble}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
