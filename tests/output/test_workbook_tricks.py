"""Workbooks that show one thing to who looks at them and another to who reads them."""

import pytest

from lob_workbench.output.workbook_cells import Unreadable, read_cells
from lob_workbench.output.workbook_extent import Unclear, look_at_other, shared_lengths
from lob_workbench.output.workbook_file import Trouble
from tests.output.test_workbook_file import SHEET, changed, part, plain, sheet_with

SPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LONG = b"<si><t>%s</t></si>" % (b"x" * 20_000)
ROWS = 1_200
FAR = sheet_with(b'<row r="1"><c r="A1"><v>1</v></c><c r="SF9000"><v>1</v></c></row>')
RELATIONS = "xl/_rels/workbook.xml.rels"


def pointing(cell: bytes, strings: bytes) -> bytes:
    """Each cell points at a long text: 24 MB of a few hundred bytes."""
    rows = b"".join(
        b'<row r="%d">%s</row>' % (row, cell.replace(b"@", b"%d" % row))
        for row in range(1, ROWS + 1)
    )
    shared = b'<sst xmlns="%s">%s</sst>' % (SPACE, strings)
    return changed({SHEET: sheet_with(rows), "xl/sharedStrings.xml": shared})


def repeated(times: int) -> bytes:
    """One part stands for many sheets."""
    names = b"".join(
        b'<sheet name="S%d" sheetId="%d" r:id="rId1"/>' % (number, number)
        for number in range(1, times + 1)
    )
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = b'<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>'
    return changed({"xl/workbook.xml": book % (SPACE, relations, names)})


def elsewhere(place: str) -> bytes:
    """A sheet in a part that is not looked at as one."""
    moved = part(RELATIONS).replace(b"worksheets/sheet1.xml", place.encode())
    return changed({RELATIONS: moved, f"xl/{place}": FAR})


ZERO, ONE = b'<c r="A@" t="s"><v>0</v></c>', b'<c r="A@" t="s"><v>1</v></c>'
SHORT = b"<si><t>a</t></si>"
TRICKS: dict[str, tuple[bytes, Trouble]] = {
    "a line end before the kind": (
        pointing(b'<c r="A@"\nt="s"><v>0</v></c>', LONG),
        Trouble.TOO_HEAVY,
    ),
    "two values": (
        pointing(b'<c r="A@" t="s"><v>1</v><v>0</v></c>', LONG + SHORT),
        Trouble.DAMAGED,
    ),
    "a text in a comment": (pointing(ZERO, b"<!--<si>-->" + LONG), Trouble.DAMAGED),
    "a text as data": (
        pointing(ONE, b"<si><t><![CDATA[<si>]]></t></si>" + LONG),
        Trouble.DAMAGED,
    ),
    "a text in a text": (
        pointing(ONE, b"<si><x><si></si></x><t>b</t></si>" + LONG),
        Trouble.DAMAGED,
    ),
    "a text in an attribute": (
        pointing(ZERO, b'<x b=">" a="<si></si>"/>' + LONG),
        Trouble.DAMAGED,
    ),
    "a text in an instruction": (pointing(ZERO, b"<?x <si></si> ?>" + LONG), Trouble.DAMAGED),
    "another name space": (
        pointing(ZERO, LONG.replace(b"<si", b"<x-y:si").replace(b"</si", b"</x-y:si")),
        Trouble.DAMAGED,
    ),
    "cells of another name space": (
        changed({SHEET: FAR.replace(b"<c ", b"<x-y:c ").replace(b"</c>", b"</x-y:c>")}),
        Trouble.DAMAGED,
    ),
    "texts in a sheet": (changed({SHEET: sheet_with(LONG)}), Trouble.DAMAGED),
    "texts twice": (
        changed({"xl/sharedStrings.xml": SHORT, "xl/sharedStrings2.xml": SHORT}),
        Trouble.DAMAGED,
    ),
    "one part for many sheets": (repeated(200), Trouble.TOO_HEAVY),
    "a sheet of another kind": (elsewhere("worksheets/sheet1.foo"), Trouble.DAMAGED),
    "a sheet among the styles": (elsewhere("stylesZ.xml"), Trouble.DAMAGED),
    "a sheet in a folder": (elsewhere("worksheets/x/sheet1.xml"), Trouble.DAMAGED),
    "a sheet among relations": (elsewhere("worksheets/_rels/sheet9.rels"), Trouble.DAMAGED),
}


@pytest.mark.parametrize("name", TRICKS)
def test_what_is_looked_at_is_what_is_read(name: str) -> None:
    content, trouble = TRICKS[name]
    with pytest.raises(Unreadable) as refused:
        read_cells(content)
    assert refused.value.trouble is trouble


def test_what_programs_write_stays_readable() -> None:
    assert read_cells(plain())["sheets"]
    strings = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<sst xmlns=\'%s\' count="2"><si><t xml:space="preserve"> a > b </t></si><si/>'
        b'<si><r><rPr><sz val="11"/></rPr><t>c</t></r></si></sst>'
    ) % SPACE
    assert len(shared_lengths(strings)) == 3
    styles = b'<styleSheet><numFmt formatCode="[>0]0;\\-0"/><cellXfs><xf/></cellXfs></styleSheet>'
    look_at_other(styles)
    with pytest.raises(Unclear):
        look_at_other(b'<sst><c r="A1"/></sst>')
