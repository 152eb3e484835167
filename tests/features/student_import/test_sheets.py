"""A workbook of somebody's school as a list: which sheet, which cells, as which text."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.features.student_import import cells
from lob_workbench.features.student_import.page_reading import (
    parse_list,
    read_list,
    read_sheet,
)
from lob_workbench.features.student_import.sheets import find_sheets, text_of
from lob_workbench.output.workbook_file import Cell, RawSheet, RawWorkbook

HEAD = ("Studentnummer", "Roepnaam", "Achternaam", "Klas")
LIST = (HEAD, (411000.0, "Zoë", "Hart", "PW2B"), (411001.0, "Jan", "Smit", None))


def a_sheet(
    name: str = "Blad", rows: tuple[tuple[Cell, ...], ...] = LIST, **more: object
) -> RawSheet:
    values: dict[str, object] = {"hidden": False, "top": 0, "left": 0} | more
    return RawSheet(name=name, rows=rows, **values)  # type: ignore[arg-type]


def a_workbook(*sheets: RawSheet) -> RawWorkbook:
    return RawWorkbook("lijst.xlsx", "", sheets)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("0412000", "0412000"),
        (412000.0, "412000"),
        (25698.0, "25698"),
        (-3.0, "-3"),
        (2.5, "2,5"),
        (True, "WAAR"),
        (False, "ONWAAR"),
        (date(2009, 3, 14), "2009-03-14"),
        (datetime(2009, 3, 14), "2009-03-14"),
        (datetime(2009, 3, 14, 9, 20), "2009-03-14 09:20:00"),
        (time(9, 20), "09:20:00"),
    ],
)
def test_a_cell_is_what_somebody_would_have_typed(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize("value", [1e15, 41300000000000000.0, 1e300, float("inf")])
def test_a_number_that_a_spreadsheet_changed_is_never_taken_for_whole(value: float) -> None:
    assert cells.number_damaged(text_of(value)) or not value < float("inf")


@given(st.integers(0, 10**15 - 1))
def test_a_student_number_keeps_every_digit(number: int) -> None:
    assert text_of(float(number)) == str(number)


@given(st.dates(date(1930, 1, 1), date(2040, 1, 1)))
def test_a_day_is_the_same_day(day: date) -> None:
    assert cells.date_of(text_of(day)) == day
    assert cells.date_of(text_of(datetime.combine(day, time()))) == day


def test_lines_are_those_of_the_sheet_and_empty_columns_go() -> None:
    rows = tuple((None, *row[:2], " ", *row[2:], None) for row in LIST)
    rows = ((None,) * 7, *rows, (None,) * 7, (None, 411003.0, "Bo", None, "Bos", None, None))
    (found,) = find_sheets(a_workbook(a_sheet(rows=rows, top=4, left=2))).tables
    assert found.table.header == HEAD
    assert found.table.header_line == 6
    assert [row.line for row in found.table.rows] == [7, 8, 10]
    assert found.table.empty_lines == (9,)
    assert found.table.rows[2].values == ("411003", "Bo", "Bos", "")


def test_the_fullest_list_is_chosen_and_other_sheets_do_not_matter() -> None:
    words = a_sheet("Uitleg", (("Lees dit eerst", None), ("Nog meer", "uitleg")) * 40)
    broken = a_sheet("Draaitabel", (tuple(float(at) for at in range(201)),) * 3)
    found = find_sheets(a_workbook(words, broken, a_sheet("Lijst")))
    assert found.tables[found.chosen].name == "Lijst"
    assert [each.name for each in found.tables] == ["Uitleg", "Lijst"]
    assert not found.unclear


def test_two_lists_are_asked_about() -> None:
    longer = a_sheet("2B", (*LIST, (411002.0, "Bo", "Bos", "PW2B")))
    found = find_sheets(a_workbook(a_sheet("2A"), longer))
    assert found.tables[found.chosen].name == "2B"
    assert found.unclear


def test_a_hidden_sheet_counts_only_alone() -> None:
    hidden = a_sheet("Weg", (*LIST, *LIST[1:]), hidden=True)
    both = find_sheets(a_workbook(hidden, a_sheet("Lijst")))
    assert [each.name for each in both.tables] == ["Lijst"]
    empty = a_sheet("Leeg", ())
    assert [each.name for each in find_sheets(a_workbook(hidden, empty)).tables] == ["Weg"]


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ((), "staat niets"),
        ((a_sheet(rows=()),), "staat niets"),
        ((a_sheet(rows=((" ", None),)),), "leeg"),
        ((a_sheet(rows=(tuple(float(at) for at in range(201)),)),), "meer dan 200 kolommen"),
        ((a_sheet(rows=(("x" * 2_001, "y"),)), a_sheet(hidden=True)), "meer dan 2000 tekens"),
    ],
)
def test_a_workbook_without_a_list_is_refused(sheets: tuple[RawSheet, ...], words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        find_sheets(a_workbook(*sheets))


def test_another_sheet_can_be_the_list(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, number in (("2A", 411000), ("2B", 411001)):
        sheet = book.create_sheet(name)
        sheet.append(["Voorbeeldcollege"])
        sheet.append(list(HEAD))
        sheet.append([number, "Zoë", "Hart", name])
        sheet["F3"] = date(2009, 3, 14)
    file = tmp_path / "lijst.xlsx"
    book.save(file)
    read = read_list(file)
    assert read.unclear
    assert [sheet.name for sheet in read.sheets] == ["2A", "2B"]
    other = read_sheet(read, 1)
    assert (other.sheet, other.unclear) == (1, False)
    (student,) = parse_list(other, other.recognition.mapping, date(2026, 11, 28)).students
    assert student.values.student_number == "411001"
    assert other.columns[4].samples == ("2009-03-14",)


def test_reading_stops_when_somebody_stops_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("lob_workbench.output.apart._LOOK", 0.001)
    file = tmp_path / "lijst.xlsx"
    openpyxl.Workbook().save(file)
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        read_list(file, progress)


def test_the_name_of_a_sheet_is_a_name() -> None:
    """It is shown where one chooses: not as long as a stranger likes, nor over many lines."""
    found = find_sheets(a_workbook(a_sheet("Klas\n\n 2B " + "x" * 1_000_000), a_sheet("Klas 2C")))
    assert [len(sheet.name) <= 60 for sheet in found.tables] == [True, True]
    assert found.tables[0].name.startswith("Klas 2B x")
