"""What stands in the cells of a workbook that came from outside: values and nothing else.

Every part is unpacked here with bounds, looked at, and packed again before calamine sees it: so
what a directory promises, what a stream holds and what is read are one and the same. It runs in a
process of its own (:mod:`lob_workbench.output.workbook_file`): ``python -m`` reads the workbook
from its input and writes one line of JSON.
"""

import html
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from lob_workbench.output.apart import MOST_ANSWER, bound_memory
from lob_workbench.output.workbook_extent import Extent, Unclear, look_at_other, shared_lengths
from lob_workbench.output.workbook_file import (
    MOST_COLUMNS,
    MOST_PARTS,
    MOST_RATIO,
    MOST_ROWS,
    MOST_UNPACKED,
    Trouble,
)

MOST_CELLS = 2_000_000
"""Of all sheets together, empty ones between others counted: the reader keeps a place for each."""
_MEMORY = 700_000_000
_PIECE = 1 << 20
_LITTLE = 20_000_000
MOST_CHARACTERS = 20_000_000
"""Bytes of text of all sheets together, a shared text counted for each cell that points at it."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_READ = re.compile(
    r"\[Content_Types\]\.xml|_rels/.*\.rels|xl/_rels/.*\.rels|xl/worksheets/(_rels/)?.*"
    r"|xl/(workbook|styles|sharedStrings)[^/]*\.xml|docProps/core\.xml",
    re.IGNORECASE,
)
"""Parts that hold cells or say where they are. Others (drawings, charts) are passed over unread."""
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_ACTIVE = re.compile(r"vbaproject|vbadata|/activex/|xl/ctrlprops/|macrosheets|dialogsheets", re.I)
_LINKED = re.compile(r"xl/(externallinks/|connections\.xml|querytables/)", re.I)
_MACRO_TYPE = re.compile(rb"macroEnabled|vbaProject", re.I)
# A hyperlink leads out only when somebody clicks it; a name like that is harmless.
_OUTSIDE = re.compile(rb"relationships/(externalLink|externalLinkPath|oleObject|attachedTemplate)")
_ENTITY = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.I)
# Text that stands in a cell itself. Of values only those that are longer than any number.
_TEXT = re.compile(rb"<(?:[A-Za-z0-9_]+:)?(?:t(?:\s[^<>]*)?>|v(?:\s[^<>]*)?>(?=[^<]{25}))([^<]*)")
# A tag in a tag hides the text behind it. Most pieces have nothing like it, and that is seen soon.
_MAY_HIDE = re.compile(rb"[<:][tv]\s")
_HIDES = re.compile(rb"<(?:[A-Za-z0-9_]+:)?[tv]\s[^<>]*(?:<|\Z)")
_SAVED_BY = re.compile(r"<(?:\w+:)?lastModifiedBy>([^<]{0,1000})</")


class Unreadable(Exception):
    """The file gives no cells, for this reason."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def read_cells(data: bytes) -> dict[str, Any]:
    """The cells of all sheets, as they travel to who asked.

    Raises ``Unreadable``; whatever is wrong inside, never anything else.
    """
    _refuse_other_kinds(data)
    try:
        return _cells(_packed_again(data))
    except Unreadable:
        raise
    except MemoryError:
        raise Unreadable(Trouble.TOO_HEAVY) from None
    except Unclear:
        raise Unreadable(Trouble.DAMAGED) from None
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        # A hostile file finds an error that nobody thought of (Rust's panic is no Exception); all
        # of them mean one thing.
        raise Unreadable(Trouble.DAMAGED) from None


def _refuse_other_kinds(data: bytes) -> None:
    """Say what a file is that cannot be a workbook, by its first bytes."""
    if data.startswith((b"MZ", b"\x7fELF", b"#!")):
        raise Unreadable(Trouble.PROGRAM)
    if data.startswith(_OLE):
        # Excel hides a workbook with a password inside a file of the old kind.
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise Unreadable(Trouble.ENCRYPTED if encrypted else Trouble.OLD_KIND)
    if not data.startswith(b"PK\x03\x04"):
        raise Unreadable(Trouble.NOT_A_WORKBOOK)
    if b"mimetypeapplication/vnd.oasis" in data[:200]:
        raise Unreadable(Trouble.OTHER_KIND)


def _packed_again(data: bytes) -> "_Parts":
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        _check_directory(entries, len(data))
        wanted = [entry for entry in entries if _READ.fullmatch(entry.filename)]
        wanted.sort(key=_sheets_last)
        total = sum(entry.file_size for entry in wanted)
        parts = _Parts(zipfile.ZIP_STORED if total <= _LITTLE else zipfile.ZIP_DEFLATED)
        try:
            for entry in wanted:
                parts.take(archive, entry)
        finally:
            parts.close()
        return parts


def _sheets_last(entry: zipfile.ZipInfo) -> bool:
    return _SHEET.fullmatch(entry.filename) is not None


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST_PARTS or len({name.lower() for name in names}) < len(names):
        raise Unreadable(Trouble.TOO_HEAVY)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(Trouble.ENCRYPTED)
    unpacked = sum(entry.file_size for entry in entries)
    # Nothing may be packed in the file more than once, so its own size counts.
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * size:
        raise Unreadable(Trouble.TOO_HEAVY)
    if any(map(_ACTIVE.search, names)):
        raise Unreadable(Trouble.MACROS)
    if any(map(_LINKED.search, names)):
        raise Unreadable(Trouble.LINKED)
    if "xl/workbook.xml" not in names:
        # An .xlsb, a document, or just a zip file.
        other = any(name.startswith(("xl/", "word/", "ppt/", "content.xml")) for name in names)
        raise Unreadable(Trouble.OTHER_KIND if other else Trouble.NOT_A_WORKBOOK)


class _Parts:
    """The parts that were looked at, packed anew."""

    def __init__(self, compression: int) -> None:
        self.file = BytesIO()
        self.saved_by = ""
        self.sheets = 0
        self._unpacked = 0
        self._area = 0
        self._shared: list[int] = []
        self._characters = 0
        self._archive = zipfile.ZipFile(self.file, "w", compression, compresslevel=1)

    def take(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        """Unpack one part, look at it and pack it again; shared texts before the sheets."""
        if _SHEET.fullmatch(entry.filename):
            self._take_sheet(archive, entry)
            return
        if entry.file_size > _LITTLE:
            raise Unreadable(Trouble.TOO_HEAVY)
        content = b"".join(self._pieces(archive, entry))
        self._look_at(entry.filename, content)
        self._archive.writestr(entry.filename, content)

    def close(self) -> None:
        """Nothing more comes."""
        self._archive.close()
        self.file.seek(0)

    def _take_sheet(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        self.sheets += 1
        extent = Extent(self._shared)
        rest = b""
        with self._archive.open(entry.filename, "w") as write:
            for piece in self._pieces(archive, entry):
                extent.look(piece)
                write.write(piece)
                if extent.waiting > 4 * _PIECE:
                    raise Unreadable(Trouble.TOO_HEAVY)
                # A text that is not whole yet is counted with the next piece.
                text = rest + piece
                cut = text.rfind(b"<")
                self._count_texts(text[: max(cut, 0)])
                rest = text[cut:] if cut >= 0 else b""
        extent.look(b"", last=True)
        if extent.bottom > MOST_ROWS:
            raise Unreadable(Trouble.TOO_MANY_ROWS)
        if extent.right > MOST_COLUMNS:
            raise Unreadable(Trouble.TOO_WIDE)
        self._area += extent.area
        self._count_characters(extent.shared_bytes)
        if self._area > MOST_CELLS:
            raise Unreadable(Trouble.TOO_HEAVY)

    def _count_texts(self, content: bytes) -> None:
        """Count what stands before the beginning of a tag."""
        if _MAY_HIDE.search(content) and _HIDES.search(content):
            raise Unclear
        self._count_characters(sum(map(len, _TEXT.findall(content))))

    def _count_characters(self, number: int) -> None:
        self._characters += number
        if self._characters > MOST_CHARACTERS:
            raise Unreadable(Trouble.TOO_HEAVY)

    def _pieces(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        before = b""
        with archive.open(entry) as read:
            while piece := read.read(_PIECE):
                self._unpacked += len(piece)
                if self._unpacked > MOST_UNPACKED:
                    raise Unreadable(Trouble.TOO_HEAVY)
                if b"\0" in piece or _ENTITY.search(before + piece):
                    # UTF-16 would slip past the searches here; nobody writes it.
                    raise Unreadable(Trouble.ENTITIES)
                before = piece[-20:]
                yield piece

    def _look_at(self, name: str, content: bytes) -> None:
        if name == "docProps/core.xml":
            found = _SAVED_BY.search(content.decode("utf-8", "replace"))
            self.saved_by = html.unescape(found[1]) if found else ""
        elif name == "[Content_Types].xml" and _MACRO_TYPE.search(content):
            raise Unreadable(Trouble.MACROS)
        elif name.endswith(".rels") and _OUTSIDE.search(content):
            raise Unreadable(Trouble.LINKED)
        look_at_other(content)
        lengths = shared_lengths(content)
        if lengths and self._shared:
            # Which of the two the reader takes is not ours to guess.
            raise Unclear
        self._shared = self._shared or lengths


def _cells(parts: _Parts) -> dict[str, Any]:
    sheets = []
    size = 0
    with CalamineWorkbook.from_filelike(parts.file) as workbook:
        kinds = [about.typ for about in workbook.sheets_metadata]
        if kinds.count(SheetTypeEnum.WorkSheet) > parts.sheets:
            # One part may stand for many sheets, and would be built for each.
            raise Unreadable(Trouble.TOO_HEAVY)
        for about in workbook.sheets_metadata:
            if about.typ is SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(about.name)
                hidden = about.visible is not SheetVisibleEnum.Visible
                sheets.append(_sheet(about.name, sheet, hidden))
                # A letter of four bytes becomes twelve on its way.
                size += sum(len(json.dumps(row)) for row in sheets[-1]["rows"])
                if size > MOST_ANSWER:
                    raise Unreadable(Trouble.TOO_HEAVY)
            elif about.typ is not SheetTypeEnum.ChartSheet:
                raise Unreadable(Trouble.MACROS)
    return {"saved_by": parts.saved_by, "sheets": sheets}


def _sheet(name: str, sheet: CalamineSheet, hidden: bool) -> dict[str, Any]:
    start = sheet.start
    top, left = start if start is not None else (0, 0)
    merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
    rows = [
        # Numbers and texts are nearly all there is.
        [value if type(value) is float else _cell(value) for value in row]
        for row in sheet.to_python(skip_empty_area=True)
    ]
    return {
        "name": name,
        "hidden": hidden,
        "top": top,
        "left": left,
        "rows": rows,
        "merged": merged[:MOST_PARTS],
    }


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return value or None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return ["m", value.isoformat()]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    if isinstance(value, time):
        return ["t", value.isoformat()]
    if isinstance(value, timedelta):
        return value.total_seconds() / 86_400
    return str(value)


def main() -> None:
    """Read the workbook from the input, write the answer as JSON in plain ASCII."""
    bound_memory(_MEMORY)
    try:
        answer = read_cells(sys.stdin.buffer.read())
    except Unreadable as error:
        answer = {"trouble": error.trouble}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
