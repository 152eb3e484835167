"""From the sheets of a workbook (.xlsx) to tables of text, and which of them is the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.columns import missing, recognise
from lob_workbench.features.student_import.reader import Row, Table, make_table
from lob_workbench.output.workbook_file import Cell, RawSheet, RawWorkbook

# A spreadsheet keeps fifteen digits of a number; what is longer, it has changed.
_EXACT_BELOW = 1e15
_MIDNIGHT = time()
_MOST_OF_NAME = 60


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A sheet that may be the list. ``usable``: it names a number and a surname."""

    name: str
    table: Table
    usable: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a workbook that hold something; ``chosen`` is the place of the likely one.

    ``unclear`` when another one may just as well be meant: then the reader is asked.
    """

    tables: tuple[SheetTable, ...]
    chosen: int
    unclear: bool


def find_sheets(workbook: RawWorkbook) -> Sheets:
    """The lists in a workbook. Raises ``InputRefused`` where there is none.

    Hidden sheets count only where nothing else stands: they hold what somebody put away.
    """
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden]
    try:
        tables = _tables(shown)
    except InputRefused:
        hidden = [sheet for sheet in workbook.sheets if sheet.hidden]
        if not hidden or any(sheet.rows for sheet in shown):
            raise
        tables = _tables(hidden)
    ranks = [(each.usable, len(each.table.rows)) for each in tables]
    chosen = ranks.index(max(ranks))
    rivals = sum(1 for usable, _ in ranks if usable == ranks[chosen][0])
    return Sheets(tuple(tables), chosen, unclear=rivals > 1)


def text_of(cell: Cell) -> str:
    """A cell as the text that somebody would have typed in a list."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "WAAR" if cell else "ONWAAR"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime) and cell.time() == _MIDNIGHT:
        return cell.date().isoformat()
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    assert isinstance(cell, date | time)
    return cell.isoformat()


def _number(value: float) -> str:
    if abs(value) >= _EXACT_BELOW:
        # As a spreadsheet shows it: so that it is seen to be damaged and never taken for whole.
        return f"{value:.14E}".replace(".", ",")
    return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")


def _tables(sheets: Sequence[RawSheet]) -> list[SheetTable]:
    """The sheets with rows in them. What is wrong with one counts when there is no other."""
    found = []
    wrong: InputRefused | None = None
    for sheet in sheets:
        try:
            table = make_table(_rows(sheet), encoding="xlsx")
        except InputRefused as refused:
            wrong = refused if sheet.rows and wrong is None else wrong
            continue
        # Excel gives 31 letters; a file of somebody else as many as it likes.
        name = " ".join(sheet.name[:1_000].split())[:_MOST_OF_NAME]
        found.append(SheetTable(name, table, not missing(recognise(table.header).mapping)))
    if found:
        return found
    if wrong is not None:
        raise wrong
    raise InputRefused(
        QT_TRANSLATE_NOOP("errors", "In dit Excel-bestand staat niets. Kies een ander bestand.")
    )


def _rows(sheet: RawSheet) -> list[Row]:
    """The rows as text, without the columns in which nothing stands at all."""
    texts = [[text_of(cell) for cell in row] for row in sheet.rows]
    width = max(map(len, texts), default=0)
    used = [
        column
        for column in range(width)
        if any(column < len(row) and row[column].strip() for row in texts)
    ]
    return [
        Row(sheet.top + at + 1, tuple(row[column] if column < len(row) else "" for column in used))
        for at, row in enumerate(texts)
    ]
