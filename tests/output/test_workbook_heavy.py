"""Text that stands in the cells themselves: as bounded as text that cells share."""

from __future__ import annotations

import pytest

from lob_workbench.output import workbook_cells
from lob_workbench.output.workbook_cells import Unreadable, read_cells
from lob_workbench.output.workbook_file import Trouble
from tests.output.test_workbook_file import SHEET, changed, sheet_with

OTHER_SHEET = SHEET.replace("1", "2")
ROWS = 10
LETTERS = 40
WAYS = {
    "an own text": b'<c r="A@" t="inlineStr"><is><t>%s</t></is></c>',
    "a text with spaces": b'<c r="A@" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>',
    "a text in pieces": b'<c r="A@" t="inlineStr"><is><r><t>%s</t></r></is></c>',
    "what a formula gave": b'<c r="A@" t="str"><f>A1</f><v>%s</v></c>',
    "a number that is none": b'<c r="A@"><v>%s</v></c>',
    "with a prefix": b'<c r="A@" t="inlineStr"><x:is><x:t>%s</x:t></x:is></c>',
}


def book(cell: bytes, text: bytes) -> bytes:
    rows = (
        b'<row r="%d">%s</row>' % (row, (cell % text).replace(b"@", b"%d" % row))
        for row in range(1, ROWS + 1)
    )
    return changed({SHEET: sheet_with(b"".join(rows)), OTHER_SHEET: sheet_with(b"")})


def trouble_of(content: bytes) -> Trouble:
    with pytest.raises(Unreadable) as refused:
        read_cells(content)
    return refused.value.trouble


@pytest.mark.parametrize("piece", [64, 101, 1 << 20])
@pytest.mark.parametrize("way", WAYS)
def test_text_in_cells_counts_once_however_it_comes_in(
    way: str, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = book(WAYS[way], b"x" * LETTERS)
    monkeypatch.setattr(workbook_cells, "_PIECE", piece)
    monkeypatch.setattr(workbook_cells, "MOST_CHARACTERS", ROWS * LETTERS)
    assert read_cells(content)["sheets"]
    monkeypatch.setattr(workbook_cells, "MOST_CHARACTERS", ROWS * LETTERS - 1)
    assert trouble_of(content) is Trouble.TOO_HEAVY


@pytest.mark.parametrize("piece", [64, 101, 1 << 20])
def test_a_tag_in_a_tag_hides_no_text(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "_PIECE", piece)
    hidden = b'<c r="A@" t="inlineStr"><is><t a="<b ">%s</t></is></c>'
    assert trouble_of(book(hidden, b"x" * LETTERS)) is Trouble.DAMAGED


def test_numbers_and_formulas_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_cells, "MOST_CHARACTERS", 0)
    number = b'<c r="A@"><f>SUM(B1:B2)+%s</f><v>-1.2345678901234567E+100</v></c>'
    sheet = read_cells(book(number, b"1+" * LETTERS + b"1"))["sheets"][0]
    assert len(sheet["rows"]) == ROWS


def test_what_grows_on_its_way_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four bytes of a rare letter are twelve in the answer."""
    content = book(WAYS["an own text"], "\U00020000".encode() * LETTERS)
    monkeypatch.setattr(workbook_cells, "MOST_ANSWER", 12 * ROWS * LETTERS - 1, raising=False)
    assert trouble_of(content) is Trouble.TOO_HEAVY
    monkeypatch.setattr(workbook_cells, "MOST_ANSWER", 13 * ROWS * LETTERS, raising=False)
    assert read_cells(content)["sheets"]
