"""A workbook that came back: sheets and columns found by their keys, wherever they stand. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import as_text
from lob_workbench.features.skill_workbook.layout import BEGIN, Field, parse_key
from lob_workbench.features.skill_workbook.rules import Reason
from lob_workbench.features.skill_workbook.secret import NOT_OURS
from lob_workbench.output.workbook_file import Cell, RawSheet, RawWorkbook, address

TWICE = QT_TRANSLATE_NOOP(
    "errors",
    "Twee bladen van deze werkmap zijn hetzelfde blad, bij Excel een kopie. Gooi er een weg, zodat "
    "duidelijk is welk blad telt.",
)
NO_COLUMN = QT_TRANSLATE_NOOP(
    "errors",
    "Op een blad van deze werkmap is een kolom of de verborgen eerste regel weg. Haal terug wat "
    "er stond (Ctrl+Z), of maak een nieuwe werkmap.",
)
MERGED = QT_TRANSLATE_NOOP(
    "errors",
    "Op een blad zijn bij {address} vakken samengevoegd. Splits ze weer, zodat in elk vak staat "
    "wat erbij hoort.",
)
HIDDEN = QT_TRANSLATE_NOOP(
    "errors",
    "Een blad om in te vullen is verborgen. Maak het zichtbaar en kijk na wat erop staat.",
)
HIDDEN_EXTRA = QT_TRANSLATE_NOOP(
    "errors", "Er zit een verborgen blad in dat niet van de werkbank is. Daar is niet naar gekeken."
)

_KEYS_WITHIN = 30


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row with something in it: its number from 0, and its cells by the key of their column."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, field: str) -> str:
        """What a cell says, settled; empty where the column is not there."""
        return as_text(self.cells.get(field))


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A sheet of ours, by whatever name; ``places`` are the columns of the fields, from 0."""

    name: str
    places: Mapping[str, int]
    rows: tuple[ReturnedRow, ...]

    def address(self, row: ReturnedRow, field: str) -> str:
        """Where a cell stands, as people call it."""
        return address(row.number, self.places[field])


@dataclass(frozen=True, slots=True)
class ReturnedWorkbook:
    """Our sheets by the kind in their keys, and the lines of the hidden one."""

    file_name: str
    saved_by: str
    secret: tuple[tuple[Cell, ...], ...]
    sheets: Mapping[str, ReturnedSheet]
    remarks: tuple[Reason, ...] = ()


def find_sheets(raw: RawWorkbook) -> ReturnedWorkbook:
    """Find what is ours in a workbook; raises ``InputRefused`` with what to do about it."""
    secret: tuple[tuple[Cell, ...], ...] | None = None
    found: dict[str, ReturnedSheet] = {}
    remarks = []
    for sheet in raw.sheets:
        if sheet.rows and sheet.rows[0][:2] == ("head", "format"):
            if secret is not None:
                raise InputRefused(TWICE)
            secret = sheet.rows
            continue
        keys = _keys(sheet)
        if keys is None:
            if sheet.hidden and sheet.rows:
                remarks.append(Reason(HIDDEN_EXTRA))
            continue
        kind, places = keys
        if kind in found:
            raise InputRefused(TWICE)
        if sheet.hidden:
            raise InputRefused(HIDDEN)
        found[kind] = _sheet(sheet, places)
    if secret is None:
        raise InputRefused(NOT_OURS)
    return ReturnedWorkbook(raw.file_name, raw.saved_by, secret, found, tuple(remarks))


def _keys(sheet: RawSheet) -> tuple[str, dict[str, int]] | None:
    """Which sheet it is, and the columns by their keys, within ``rows``."""
    for row in sheet.rows[:_KEYS_WITHIN]:
        keys = {
            place: key
            for place, cell in enumerate(row)
            if isinstance(cell, str) and (key := parse_key(cell)) is not None
        }
        # One alone is a name or a text that looks like a key.
        if len(keys) > 1:
            kinds = {kind for kind, _ in keys.values()}
            places = {field: place for place, (_, field) in keys.items()}
            if len(kinds) > 1 or len(places) < len(keys) or Field.ROW not in places:
                raise InputRefused(NO_COLUMN)
            return kinds.pop(), places
    return None


def _sheet(sheet: RawSheet, places: Mapping[str, int]) -> ReturnedSheet:
    begin = next((at for at, row in enumerate(sheet.rows) if row[places[Field.ROW]] == BEGIN), None)
    if begin is None:
        raise InputRefused(NO_COLUMN)
    for top, left, bottom, _ in sheet.merged:
        if bottom > begin + sheet.top:
            raise InputRefused(MERGED, address=address(top, left))
    return ReturnedSheet(
        sheet.name,
        {field: place + sheet.left for field, place in places.items()},
        tuple(_rows(sheet, begin, places)),
    )


def _rows(sheet: RawSheet, begin: int, places: Mapping[str, int]) -> Iterator[ReturnedRow]:
    for at, row in enumerate(sheet.rows[begin + 1 :], begin + 1 + sheet.top):
        cells = {field: row[place] for field, place in places.items()}
        if any(map(_says, cells.values(), cells)):
            yield ReturnedRow(at, cells)


def _says(cell: Cell, field: str) -> bool:
    """Whether somebody wrote something in a cell that people see."""
    return cell is not None and field != Field.ROW and bool(as_text(cell))
