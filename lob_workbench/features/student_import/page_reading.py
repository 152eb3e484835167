"""What the second worker does for the import: a file becomes a table, a table becomes students."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.cells import line_of
from lob_workbench.features.student_import.columns import Recognition, StudentField, recognise
from lob_workbench.features.student_import.edexml import read_edexml
from lob_workbench.features.student_import.kinds import ListKind, kind_of
from lob_workbench.features.student_import.reader import MAX_BYTES, Table, read_table, too_big
from lob_workbench.features.student_import.rules import ParsedList, parse
from lob_workbench.features.student_import.sheets import SheetTable, find_sheets
from lob_workbench.output.workbook_file import read_workbook_bytes

_SAMPLES = 3
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ColumnSample:
    """A column as the person sees it: its heading (may be empty) and its first values."""

    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """A file that was read, with what was recognised in it.

    ``sheets`` are those of a workbook that could be meant, with the place of the one that is read;
    ``unclear`` when the reader has to say which.
    """

    name: str
    table: Table
    recognition: Recognition
    columns: tuple[ColumnSample, ...]
    sheets: tuple[SheetTable, ...] = ()
    sheet: int = 0
    unclear: bool = False


def read_list(file: Path, progress: Progress | None = None) -> ReadList:
    """Read a list. Raises ``InputRefused`` with what to do about it, and ``Stopped``."""
    try:
        # A pipe or a device never ends, and may never begin.
        if not file.is_file():
            raise OSError
        with file.open("rb") as opened:
            # One byte more than is allowed is enough to know that it is too much.
            data = opened.read(MAX_BYTES + 1)
    except OSError:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit bestand gaat niet open. Staat het er nog, en is het in Excel gesloten?",
            )
        ) from None
    if len(data) > MAX_BYTES:
        raise too_big()
    kind = kind_of(data)
    if kind is not ListKind.WORKBOOK:
        text = kind is ListKind.TEXT
        return _read(file.name, read_table(data) if text else read_edexml(data, progress))
    found = find_sheets(read_workbook_bytes(file.name, data, progress))
    read = _read(file.name, found.tables[found.chosen].table)
    return replace(read, sheets=found.tables, sheet=found.chosen, unclear=found.unclear)


def read_sheet(read: ReadList, place: int, _progress: Progress | None = None) -> ReadList:
    """The same workbook, with another of its sheets as the list."""
    other = _read(read.name, read.sheets[place].table)
    return replace(other, sheets=read.sheets, sheet=place)


def _read(name: str, table: Table) -> ReadList:
    columns = tuple(
        ColumnSample(
            _short(heading), tuple(_short(value) for value in table.sample(column, _SAMPLES))
        )
        for column, heading in enumerate(table.header)
    )
    return ReadList(name, table, recognise(table.header), columns)


def parse_list(
    read: ReadList,
    mapping: Mapping[StudentField, int],
    today: date,
    progress: Progress | None = None,
) -> ParsedList:
    """The students of a list.

    Raises ``InputRefused`` for columns that cannot work, and ``Stopped``.
    """
    return parse(read.table, mapping, today, progress)


def _short(text: str) -> str:
    line = line_of(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
