"""Lists made by chance: each is read or refused in words, soon, and without much memory.

What is inside a file is taken apart here in this process, for speed; a few go through the process
that the product starts.
"""

from __future__ import annotations

import random
import re
import resource
import time
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused, WorkbenchError
from lob_workbench.features.student_import import edexml_parts
from lob_workbench.features.student_import.columns import missing, recognise
from lob_workbench.features.student_import.comparison import compare, plan
from lob_workbench.features.student_import.edexml import table_of
from lob_workbench.features.student_import.page_reading import read_list
from lob_workbench.features.student_import.reader import Table, read_table
from lob_workbench.features.student_import.rules import parse
from lob_workbench.features.student_import.sheets import find_sheets
from lob_workbench.output import workbook_cells
from lob_workbench.output.workbook_file import RawWorkbook, _sheet
from tests.features.student_import.edexml_files import a_file, a_pupil, a_teacher
from tests.helpers.counts import Tally

TODAY = date(2026, 11, 28)
SECONDS = 5.0
MEGABYTES = 500
HEAD = "Studentnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;Crebo;Mentor"
LINES = ("0411000;Zoë;van 't;Hart;14-03-2009;PW2B;25698;Bakker, M.", "411001;Jan;;Smit;;;;")
TEXT_PIECES = (
    b'"', b";", b",", b"\t", b"\r\n", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b"=1+1", b"?", b"00", b"31-02-2009", b"\xe2\x80\xae", b"1e99", "é".encode(), b";;;;;;;;;;",
    b"sep=;\n", b" ",
)  # fmt: skip
XML_PIECES = (
    b"<", b">", b"&", b"&amp;", b"&#0;", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE x>", b"<?x?>",
    b"\0", b"\xff", b'"', b"</leerling>", b"<leerling key='9'>", b"<groep key='g4'/>", b"2.0",
    b"xmlns='urn:x' ", b"xsi:type='x' ", b"<toevoegingen/>", b"0000-00-00", b"-", b"\xed\xa0\x80",
)  # fmt: skip
XML_VALUES = (
    b"", b" ", b"0", b"9", b"H", b"16", b"2014-02-31", b"99999-01-01", b"a" * 300, b"van 't",
    b"&lt;b&gt;", b"&#x202e;", b"2.1", b"2026-2027", b"g4", b"LRK", "Ağa".encode(), b"=1+1", b"00",
)  # fmt: skip
CELL_PIECES = (
    b"<c r='A1'/>", b"<v>", b"</v>", b"1e999", b"NaN", b"-1", b't="s"', b't="d"', b"<row/>", b"&x;",
    b'r="XFD1048576"', b"<!DOCTYPE x>", b"\0", b"99999999999999999999", b"<f>1+1</f>", b"<is><t>",
)  # fmt: skip
PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


def texts() -> list[bytes]:
    whole = "\r\n".join((HEAD, *LINES * 3))
    return [whole.encode(), whole.encode("utf-16"), whole.encode("cp1252")]


def pupils() -> list[bytes]:
    inside = '<geboortedatum>2014-03-14</geboortedatum><jaargroep>4</jaargroep><groep key="g4"/>'
    return [a_file(a_pupil(), a_pupil("2", inside), teachers=a_teacher())]


@cache
def parts() -> tuple[tuple[str, bytes], ...]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Voorbeeldcollege"])
    sheet.append(HEAD.split(";"))
    sheet.append([411000, "Zoë", "van 't", "Hart", date(2009, 3, 14), "PW2B", 25698, "Bakker, M."])
    sheet.append([411001, "Jan", None, "Smit"])
    book.create_sheet("Uitleg")["B2"] = "Lees dit"
    file = BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return tuple((entry.filename, archive.read(entry)) for entry in archive.infolist())


def zipped(content: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return file.getvalue()


def mutated(rng: random.Random, seed: bytes, pieces: tuple[bytes, ...]) -> bytes:
    data = bytearray(seed)
    for _ in range(rng.randint(1, 8)):
        at, until = sorted(rng.randrange(len(data) + 1) for _ in range(2))
        kind = rng.randrange(6)
        if kind == 0 and data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        elif kind == 1:
            data[at:at] = rng.choice(pieces)
        elif kind == 2:
            del data[at : min(until, at + 40)]
        elif kind == 3:
            data[at:at] = data[at : min(until, at + 200)] * rng.choice((1, 1, 1, 30))
        elif kind == 4:
            data[at : at + 1] = rng.choice(pieces)
        else:
            data[at : at + 4] = rng.randbytes(4)
    return bytes(data)


def a_text(rng: random.Random) -> bytes:
    return mutated(rng, rng.choice(texts()), TEXT_PIECES)


def some_pupils(rng: random.Random) -> bytes:
    """Half of them well formed, with other values; the others spoilt anywhere."""
    whole = rng.choice(pupils())
    if rng.randrange(2):
        return mutated(rng, whole, XML_PIECES)
    return re.sub(
        rb"(?<=>)[^<>]+(?=<)|(?<=key=\")[^\"]+",
        lambda found: rng.choice(XML_VALUES) if rng.randrange(9) == 0 else found[0],
        whole,
    )


def a_workbook(rng: random.Random) -> bytes:
    """Spoilt inside a part, which a spoilt zip would hide; sometimes the zip itself."""
    content = dict(parts())
    for _ in range(rng.randint(1, 2)):
        name = rng.choice(PARTS)
        if name in content:
            content[name] = mutated(rng, content[name], CELL_PIECES)
    whole = zipped(content)
    return mutated(rng, whole, CELL_PIECES) if rng.randrange(5) == 0 else whole


def text_table(data: bytes) -> Table:
    return read_table(data)


def pupil_table(data: bytes) -> Table:
    try:
        return table_of(edexml_parts.read_pupils(data))
    except edexml_parts.Unreadable as error:
        return table_of({"trouble": error.trouble, "about": error.about})


def sheet_table(data: bytes) -> Table:
    try:
        told = workbook_cells.read_cells(data)
    except workbook_cells.Unreadable as error:
        raise InputRefused(str(error.trouble)) from None
    found = find_sheets(RawWorkbook("x.xlsx", "", tuple(map(_sheet, told["sheets"]))))
    return found.tables[found.chosen].table


def understood(table: Table) -> int:
    """The rest of the way that a list goes; gives how many students it would add."""
    mapping = recognise(table.header).mapping
    if missing(mapping):
        return 0
    found = compare(parse(table, mapping, TODAY), ())
    assert len(found.items) <= len(table.rows)
    for item in found.items:
        assert all(remark.text for remark in item.remarks)
        assert item.reason is None or item.reason.text
    return len(plan(found).new)


KINDS: dict[str, tuple[Callable[[random.Random], bytes], Callable[[bytes], Table]]] = {
    "csv": (a_text, text_table),
    "xlsx": (a_workbook, sheet_table),
    "edexml": (some_pupils, pupil_table),
}


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def walked(read: Callable[[], Table]) -> bool:
    """Whether a list was read; else it was refused in words. Anything else comes through."""
    words = ""
    try:
        understood(read())
    except WorkbenchError as error:
        words = str(error)
    else:
        return True
    assert words
    return False


def try_all(kind: str, seed: int, number: int) -> tuple[int, int]:
    """How many of so many files were read, and how many refused."""
    make, read = KINDS[kind]
    rng = random.Random(seed)
    before = peak()
    taken = refused = 0
    for _ in range(number):
        data = make(rng)
        start = time.process_time()
        if walked(partial(read, data)):
            taken += 1
        else:
            refused += 1
        assert time.process_time() - start < SECONDS
    assert (peak() - before) / 1024 < MEGABYTES
    return taken, refused


@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_lists_made_by_chance_are_read_or_refused(kind: str) -> None:
    taken, refused = try_all(kind, 20261128, 1_000)
    # Both ways are walked: else the fuzz is only noise at the door.
    assert taken > 100
    assert refused > 50


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_thousand_lists_made_by_chance_are_read_or_refused(
    kind: str, tally: Tally
) -> None:
    tally(f"{kind} lists made by chance", sum(try_all(kind, 7, 100_000)))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for _, read in KINDS.values():
        walked(partial(read, data))


@pytest.mark.parametrize("kind", ["xlsx", "edexml"])
def test_a_few_go_through_a_process_of_their_own(kind: str, tmp_path: Path) -> None:
    rng = random.Random(3)
    file = tmp_path / "lijst"
    for _ in range(3):
        file.write_bytes(KINDS[kind][0](rng))
        walked(lambda: read_list(file).table)
