"""A badge in a PNG: the text chunk ``openbadgecredential``."""

import struct
import zlib
from collections.abc import Iterator

from lob_workbench.credentials.verdicts import Judged, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

MAGIC = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"openbadgecredential"
_OLD_KEYWORD = b"openbadges"
_CHUNK_LIMIT = 20_000

_DAMAGED = QT_TRANSLATE_NOOP("badges", "Dit plaatje is beschadigd. Vraag het nog een keer.")
_EMPTY = QT_TRANSLATE_NOOP("badges", "In dit plaatje zit geen badge.")
_OLD = QT_TRANSLATE_NOOP(
    "badges", "In dit plaatje zit een badge van een oudere soort. Die kan de werkbank niet nagaan."
)
TWO = QT_TRANSLATE_NOOP(
    "badges", "In dit plaatje zit meer dan één badge. Dan is niet duidelijk welke geldt."
)
_PACKED = QT_TRANSLATE_NOOP("badges", "De badge in dit plaatje is ingepakt, en dat mag niet.")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of every chunk. Raises ``Judged`` unless the file is whole."""
    at = len(MAGIC)
    for number in range(_CHUNK_LIMIT):
        if len(png) < at + 12:
            break
        (length,) = struct.unpack_from(">I", png, at)
        end = at + 12 + length
        if end > len(png):
            break
        kind, content = png[at + 4 : at + 8], png[at + 8 : end - 4]
        if struct.pack(">I", zlib.crc32(png[at + 4 : end - 4])) != png[end - 4 : end]:
            break
        if (kind == b"IHDR") != (number == 0):
            break
        yield kind, content
        if kind == b"IEND":
            if end != len(png):
                break
            return
        at = end
    raise Judged(Outcome.REFUSED, _DAMAGED)


def take_out(png: bytes) -> bytes:
    """The badge in ``png``, as it was put in. Raises ``Judged`` when there is not just one."""
    found: list[tuple[bytes, bytes]] = []
    old = False
    for kind, content in _chunks(png):
        if kind in (b"iTXt", b"tEXt", b"zTXt"):
            keyword = content.partition(b"\0")[0]
            old = old or keyword == _OLD_KEYWORD
            if keyword == _KEYWORD:
                found.append((kind, content))
    if not found:
        raise Judged(Outcome.NOT_A_BADGE, _OLD if old else _EMPTY)
    if len(found) > 1:
        raise Judged(Outcome.REFUSED, TWO)
    kind, content = found[0]
    # Behind the keyword: packed or not, how, in which language, the keyword in that language.
    head = len(_KEYWORD) + 1
    parts = content[head + 2 :].split(b"\0", 2)
    if kind != b"iTXt" or content[head : head + 2] != b"\0\0" or len(parts) != 3:
        raise Judged(Outcome.REFUSED, _PACKED)
    return parts[2]


def put_in(png: bytes, badge: bytes) -> bytes:
    """``png`` with ``badge`` in it, right behind its head."""
    content = _KEYWORD + b"\0\0\0\0\0" + badge
    made = [MAGIC]
    for number, (kind, part) in enumerate(_chunks(png)):
        made.append(_chunk(kind, part))
        if number == 0:
            made.append(_chunk(b"iTXt", content))
    return b"".join(made)


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
