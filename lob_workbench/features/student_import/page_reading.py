"""What the second worker does for the import: a file becomes a table, a table becomes students."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.cells import line_of
from lob_workbench.features.student_import.columns import Recognition, StudentField, recognise
from lob_workbench.features.student_import.reader import MAX_BYTES, Table, read_table
from lob_workbench.features.student_import.rules import ParsedList, parse

_SAMPLES = 3
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ColumnSample:
    """A column as the person sees it: its heading (may be empty) and its first values."""

    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """A file that was read, with what was recognised in it."""

    name: str
    table: Table
    recognition: Recognition
    columns: tuple[ColumnSample, ...]


def read_list(file: Path) -> ReadList:
    """Read a list. Raises ``InputRefused`` with what to do about it."""
    try:
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
    table = read_table(data)
    columns = tuple(
        ColumnSample(
            _short(heading), tuple(_short(value) for value in table.sample(column, _SAMPLES))
        )
        for column, heading in enumerate(table.header)
    )
    return ReadList(file.name, table, recognise(table.header), columns)


def parse_list(read: ReadList, mapping: Mapping[StudentField, int], today: date) -> ParsedList:
    """The students of a list. Raises ``InputRefused`` for columns that cannot work."""
    return parse(read.table, mapping, today)


def _short(text: str) -> str:
    line = line_of(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
