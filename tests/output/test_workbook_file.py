"""A stranger's workbook: its cells, or a refusal in words, soon and without much memory."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from datetime import date, datetime
from datetime import time as day_time
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.output import workbook_cells, workbook_file
from lob_workbench.output.workbook_cells import Unreadable, read_cells
from lob_workbench.output.workbook_extent import Extent, Unclear, shared_lengths
from lob_workbench.output.workbook_file import (
    _WORDS,
    MOST_COLUMNS,
    MOST_ROWS,
    RawWorkbook,
    Trouble,
    address,
    read_workbook,
)

SECONDS = 2.0
MEGABYTES = 200
SHEET = "xl/worksheets/sheet1.xml"


@cache
def plain() -> bytes:
    """A workbook as another library makes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Blad"
    sheet["B2"] = "Çelik <b> 🙂"
    sheet["C2"] = 3.5
    sheet["D2"] = True
    sheet["E2"] = datetime(2026, 11, 27)
    sheet["F2"] = datetime(2026, 11, 27, 9, 20)
    sheet["G2"] = day_time(9, 20)
    sheet["B4"] = "=1+1"
    sheet.merge_cells("B6:C7")
    book.create_sheet("Weg").sheet_state = "hidden"
    book["Weg"]["A1"] = "verborgen"
    book.properties.lastModifiedBy = "P. Peters & co"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def changed(parts: dict[str, bytes | None], source: bytes | None = None) -> bytes:
    """The workbook with parts replaced, added or (``None``) left out."""
    whole = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(source or plain())) as read,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as write,
    ):
        for entry in read.infolist():
            if entry.filename not in parts:
                write.writestr(entry.filename, read.read(entry))
        for name, content in parts.items():
            if content is not None:
                write.writestr(name, content)
    return whole.getvalue()


def sheet_with(rows: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, rows)


def part(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(plain())) as read:
        return read.read(name)


def shared(count: int, length: int) -> bytes:
    """A sheet of which each cell points at one long text."""
    strings = b"<sst><si><t>%s</t></si></sst>" % (b"x" * length)
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n)
                     for n in range(1, count + 1))  # fmt: skip
    return changed({SHEET: sheet_with(cells), "xl/sharedStrings.xml": strings})


def lying(content: bytes) -> bytes:
    """The directory says that a part is small; it is not."""
    bomb = changed({SHEET: sheet_with(b"<row/>" * 2_000_000)})
    with zipfile.ZipFile(BytesIO(bomb)) as read:
        size = read.getinfo(SHEET).file_size
    return bomb.replace(size.to_bytes(4, "little"), (500).to_bytes(4, "little"))


def ole(inside: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + inside + b"\0" * 600


BAD: dict[str, tuple[bytes, Trouble]] = {
    "text": (b"naam;klas\n", Trouble.NOT_A_WORKBOOK),
    "empty": (b"", Trouble.NOT_A_WORKBOOK),
    "a PDF": (b"%PDF-1.7 ", Trouble.NOT_A_WORKBOOK),
    "a program": (b"MZ\x90", Trouble.PROGRAM),
    "xls renamed": (ole("Workbook".encode("utf-16-le")), Trouble.OLD_KIND),
    "a password": (ole("EncryptedPackage".encode("utf-16-le")), Trouble.ENCRYPTED),
    "another zip": (changed({"xl/workbook.xml": None, SHEET: None}), Trouble.OTHER_KIND),
    "half a file": (plain()[:900], Trouble.DAMAGED),
    "macros": (changed({"xl/vbaProject.bin": b"\xd0\xcf"}), Trouble.MACROS),
    "xlsm renamed": (
        changed(
            {
                "[Content_Types].xml": part("[Content_Types].xml").replace(
                    b"sheet.main+xml", b"sheet.macroEnabled.main+xml"
                )
            }
        ),
        Trouble.MACROS,
    ),
    "a link out": (changed({"xl/externalLinks/externalLink1.xml": b"<x/>"}), Trouble.LINKED),
    "a connection": (changed({"xl/connections.xml": b"<x/>"}), Trouble.LINKED),
    "an object": (
        changed(
            {
                "xl/worksheets/_rels/sheet1.xml.rels": b'<Relationships><Relationship Type="http://'
                b'schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"/>'
                b"</Relationships>"
            }
        ),
        Trouble.LINKED,
    ),
    "entities": (
        changed(
            {
                SHEET: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
                + sheet_with(b'<row r="1"><c r="A1"><v>1</v></c></row>')
            }
        ),
        Trouble.ENTITIES,
    ),
    "UTF-16": (changed({SHEET: sheet_with(b"").decode().encode("utf-16")}), Trouble.ENTITIES),
    "a bomb": (changed({"xl/media/x.bin": b"\0" * 99_000_000}), Trouble.TOO_HEAVY),
    "a bomb in a sheet": (
        changed({SHEET: sheet_with(b" " * 101_000_000)}),
        Trouble.TOO_HEAVY,
    ),
    "a lie about its size": (lying(plain()), Trouble.DAMAGED),
    "texts without end": (
        changed({"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 5_000_000 + b"</sst>"}),
        Trouble.TOO_HEAVY,
    ),
    "one text for all": (shared(20_000, 30_000), Trouble.TOO_HEAVY),
    "the last row": (
        changed({SHEET: sheet_with(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')}),
        Trouble.TOO_MANY_ROWS,
    ),
    "the last column": (
        changed({SHEET: sheet_with(b'<row r="1"><c r="XFD1"><v>1</v></c></row>')}),
        Trouble.TOO_WIDE,
    ),
    "corners far apart": (
        changed(
            {
                SHEET: sheet_with(
                    b'<row r="1"><c r="A1"><v>1</v></c></row>'
                    b'<row r="50000"><c r="NA50000"><v>1</v></c></row>'
                )
            }
        ),
        Trouble.TOO_HEAVY,
    ),
    "a place that hides": (
        changed(
            {SHEET: sheet_with(b"""<row r="1"><c x=' r="A1" ' r="XFD1048576"><v>1</v></c></row>""")}
        ),
        Trouble.DAMAGED,
    ),
    "no place": (changed({SHEET: sheet_with(b"<row><c><v>1</v></c></row>")}), Trouble.DAMAGED),
    "bad XML": (changed({SHEET: b"<worksheet><sheetData><row>"}), Trouble.DAMAGED),
    "a thousand parts": (
        changed({f"xl/x{n}.bin": b"" for n in range(1_001)}),
        Trouble.TOO_HEAVY,
    ),
}


def _busy() -> float:
    """Seconds of the processor so far, of this process and of those that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_plain_workbook_is_refused_in_words_and_soon(name: str, tmp_path: Path) -> None:
    content, trouble = BAD[name]
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(content)
    begun = _busy()
    with pytest.raises(InputRefused) as refused:
        read_workbook(file)
    seconds = _busy() - begun
    assert refused.value.message == _WORDS[trouble]
    # What the processor did, here and in the reading process: other work does not count.
    assert seconds < SECONDS


def test_memory_stays_small(tmp_path: Path) -> None:
    """Of this process alone: measured from one that starts nothing else."""
    for name in ("a bomb", "a bomb in a sheet", "one text for all", "texts without end"):
        file = tmp_path / "werkmap.xlsx"
        file.write_bytes(BAD[name][0])
        code = (
            "import resource, sys; from pathlib import Path\n"
            "from lob_workbench.output.workbook_file import read_workbook\n"
            "try: read_workbook(Path(sys.argv[1]))\n"
            "except Exception: pass\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
        )
        assert int(done.stdout) < MEGABYTES, name


def test_cells_come_as_values(tmp_path: Path) -> None:
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(plain())
    found = read_workbook(file)
    assert isinstance(found, RawWorkbook)
    assert (found.file_name, found.saved_by) == ("werkmap.xlsx", "P. Peters & co")
    first, hidden = found.sheets
    assert (first.name, first.hidden, first.top, first.left) == ("Blad", False, 1, 1)
    assert first.rows[0] == (
        "Çelik <b> 🙂",
        3.5,
        True,
        date(2026, 11, 27),
        datetime(2026, 11, 27, 9, 20),
        day_time(9, 20),
    )
    # A formula has no value until somebody's program calculates it.
    assert len(first.rows) == 1
    assert first.merged == ((5, 1, 6, 2),)
    assert (hidden.hidden, hidden.rows) == (True, (("verborgen",),))
    assert read_cells(plain())["sheets"][0]["name"] == "Blad"


def test_empty_cells_to_the_end_are_only_looks(tmp_path: Path) -> None:
    """As LibreOffice saves a sheet whose columns have a style."""
    rows = (
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(changed({SHEET: sheet_with(rows)}))
    assert read_workbook(file).sheets[0].rows == ((1.0,),)


def test_a_file_that_is_gone_or_huge_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="gaat niet open"):
        read_workbook(tmp_path / "weg.xlsx")
    with pytest.raises(InputRefused, match="gaat niet open"):
        read_workbook(tmp_path)
    huge = tmp_path / "groot.xlsx"
    with huge.open("wb") as file:
        file.truncate(26_000_000)
    with pytest.raises(InputRefused, match="groter dan 25 MB"):
        read_workbook(huge)


def test_a_process_that_hangs_or_breaks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "werkmap.xlsx"
    file.write_bytes(plain())
    monkeypatch.setattr(workbook_file, "_SECONDS", 0.001)
    with pytest.raises(InputRefused) as refused:
        read_workbook(file)
    assert refused.value.message == _WORDS[Trouble.TOO_HEAVY]
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    with pytest.raises(InputRefused) as refused:
        read_workbook(file)
    assert refused.value.message == _WORDS[Trouble.DAMAGED]


def test_every_trouble_has_words() -> None:
    assert set(_WORDS) == set(Trouble)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_spoilt_file_gives_cells_or_a_reason(data: st.DataObject) -> None:
    content = bytearray(plain())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    # Anything but an answer or a reason would come through.
    with suppress(Unreadable):
        assert read_cells(bytes(content[:cut]))["sheets"] is not None


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 200)), min_size=1), st.data())
def test_the_extent_is_found_however_the_sheet_comes_in(
    cells: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = b"".join(
        b'<c r="%s" t="s"><v>%d</v></c>' % (address(row - 1, column - 1).encode(), row % 2)
        for row, column in cells
    )
    extent = Extent([10, 200])
    while text:
        cut = data.draw(st.integers(1, len(text)))
        extent.look(text[:cut])
        text = text[cut:]
    extent.look(b"", last=True)
    assert (extent.bottom, extent.right) == tuple(map(max, zip(*cells, strict=True)))
    assert extent.shared_bytes == sum((10, 200)[row % 2] for row, _ in cells)
    assert extent.area == extent.bottom * extent.right


def test_what_no_program_writes_is_unclear() -> None:
    for text in (b"<c r='A1'>", b'<c r="A1" t="s"> <x/>', b"<c>", b'<x:c r="1A">'):
        with pytest.raises(Unclear):
            Extent([]).look(text + b"<v>", last=True)
    assert shared_lengths(b"<sst><si>12</si><x:si/></sst>") == [8, 8]
    assert (MOST_ROWS, MOST_COLUMNS) == (50_000, 500)
    assert re.fullmatch("[A-Z]+[0-9]+", address(1_048_575, 16_383)) is not None
    assert address(0, 0) == "A1"
    assert address(9, 26) == "AA10"


def test_the_reader_answers_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Input:
        buffer = BytesIO(b"geen werkmap")

    monkeypatch.setattr(sys, "stdin", Input)
    monkeypatch.setattr(workbook_cells, "bound_memory", int)
    workbook_cells.main()
    assert capsys.readouterr().out == '{"trouble": "not_a_workbook"}'
