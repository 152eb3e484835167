"""From the bytes of a list to a table of text: encoding, delimiter, heading, line numbers.

A list in another form (a workbook, EDEXML) needs only its own way to :class:`Row`;
:func:`make_table` does the rest.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.student_import.columns import field_of
from lob_workbench.features.student_import.remarks import Remark, RemarkCode

MAX_BYTES = 20_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_CELL = 2_000
# Cells of several lines and empty lines take lines too; far more than rows is not a list.
MAX_LINES = 4 * MAX_ROWS
MAX_LINE_LENGTH = MAX_COLUMNS * MAX_CELL

DELIMITERS = (";", ",", "\t", "|")
# A heading stands near the top, under a title at most.
HEADING_WITHIN = 15
_SAMPLE_LINES = 40
# A private-use character: stands on a line of its own unless a quote was left open before it.
_END = "\ue0ff"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line of the file on which it starts (from 1) and its raw values.

    ``refusal`` is why it cannot be taken over, where the kind of file already tells.
    """

    line: int
    values: tuple[str, ...]
    refusal: Remark | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(value.strip() for value in self.values)


@dataclass(frozen=True, slots=True)
class Table:
    """A list as text, nothing interpreted yet.

    ``header`` is empty text in a list without a heading (``header_line`` is then ``None``), so
    it always tells how many columns there are. ``empty_lines`` were passed over.
    """

    encoding: str
    delimiter: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_line: int | None = 1
    empty_lines: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def sample(self, column: int, count: int = 3) -> tuple[str, ...]:
        """The first different values in a column, to help choose what it holds."""
        values = (row.values[column].strip() for row in self.rows if column < len(row.values))
        return tuple(islice(dict.fromkeys(value for value in values if value), count))


def read_table(data: bytes) -> Table:
    """Read a list of separated values.

    Takes UTF-8 with or without a byte order mark, UTF-16 with one, and cp1252; separated by
    ``;`` ``,`` tab or ``|``. Raises ``InputRefused`` for what is no text, with what to do about it;
    other kinds of files are known before (``kinds.kind_of``).
    """
    if len(data) > MAX_BYTES:
        raise too_big()
    text, encoding = _decode(data)
    if not text.strip():
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Dit bestand is leeg."))
    if "\0" in text:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Dit bestand is geen gewone tekst (regel {line}). Maak de lijst opnieuw als CSV.",
            ),
            line=_line_at(text, text.index("\0")),
        )
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise too_many_rows()
    lines = list(StringIO(text, newline=""))
    if len(lines) > MAX_LINES:
        raise too_many_rows()
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE_LENGTH:
            raise _too_wide(number)
    announced = lines[0].strip().removeprefix("sep=") if lines[0].startswith("sep=") else ""
    delimiter = announced if len(announced) == 1 and announced in DELIMITERS else _delimiter(lines)
    rows = _records(lines, delimiter)
    if lines[0].startswith("sep="):
        next(rows)
    return make_table(rows, encoding, delimiter)


def too_big() -> InputRefused:
    """A file of more than ``MAX_BYTES``."""
    return InputRefused(
        QT_TRANSLATE_NOOP("errors", "Dit bestand is groter dan {limit} MB. Is dit wel een lijst?"),
        limit=MAX_BYTES // 1_000_000,
    )


def make_table(rows: Iterable[Row], encoding: str, delimiter: str = "") -> Table:
    """Find the heading among the rows and pass empty lines over.

    Raises ``InputRefused`` above the limits and where there is no row at all.
    """
    filled: list[Row] = []
    empty: list[int] = []
    for row in rows:
        if row.empty:
            empty.append(row.line)
            continue
        if len(row.values) > MAX_COLUMNS:
            raise _too_wide(row.line)
        if any(len(value) > MAX_CELL for value in row.values):
            raise _too_long(row.line)
        filled.append(row)
        if len(filled) > MAX_ROWS + HEADING_WITHIN:
            raise too_many_rows()
    if not filled:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Dit bestand is leeg."))
    at = _heading([row.values for row in filled[:HEADING_WITHIN]])
    if at is None:
        width = max(len(row.values) for row in filled)
        return Table(
            encoding=encoding,
            delimiter=delimiter,
            header=("",) * width,
            rows=tuple(filled),
            header_line=None,
            empty_lines=tuple(empty),
            remarks=(Remark(RemarkCode.NO_HEADING),),
        )
    heading = filled[at]
    body = tuple(filled[at + 1 :])
    if len(body) > MAX_ROWS:
        raise too_many_rows()
    above = Remark.of(RemarkCode.HEADING_LOWER, line=heading.line)
    return Table(
        encoding=encoding,
        delimiter=delimiter,
        header=tuple(" ".join(name.split()) for name in heading.values),
        rows=body,
        header_line=heading.line,
        empty_lines=tuple(line for line in empty if line > heading.line),
        remarks=(above,) if at else (),
    )


def _heading(rows: Sequence[tuple[str, ...]]) -> int | None:
    """The place of the row that names most columns; ``None`` if the list begins with data."""
    scores = [_named_columns(values) for values in rows]
    best = max(range(len(rows)), key=lambda index: (scores[index], -index))
    if scores[best] >= 2:
        return best
    if scores[0] == 0 and any(_is_data(value) for value in rows[0]):
        return None
    return 0


def _named_columns(values: Iterable[str]) -> int:
    return len({field for field in map(field_of, values) if field is not None})


def _is_data(value: str) -> bool:
    """Whether a cell can only be a value: a number or a date, never the name of a column."""
    bare = value.strip()
    return "@" in bare or (sum(char.isdigit() for char in bare) >= 4 and not bare[0].isalpha())


def _delimiter(lines: list[str]) -> str:
    """The delimiter under which the heading names most columns, else gives most of them."""

    def score(delimiter: str) -> tuple[int, int]:
        reader = csv.reader(lines[:_SAMPLE_LINES], delimiter=delimiter, skipinitialspace=True)
        records: list[list[str]] = []
        # A quote that never closes in the sample: what was read before it still counts.
        with suppress(csv.Error):
            records.extend(islice(reader, HEADING_WITHIN))
        named = max((_named_columns(values) for values in records), default=0)
        filled = (values for values in records if any(value.strip() for value in values))
        return named, len(next(filled, max(records, key=len, default=[])))

    return max(DELIMITERS, key=score)


def _records(lines: list[str], delimiter: str) -> Iterator[Row]:
    """The records of the file, each with the line on which it starts."""
    reader = csv.reader([*lines, _END], delimiter=delimiter, skipinitialspace=True)
    start = 1
    try:
        while reader.line_num < len(lines):
            values = next(reader)
            if reader.line_num <= len(lines):
                yield Row(start, tuple(values))
                start = reader.line_num + 1
    except csv.Error as error:
        raise _too_long(start) from error
    if start <= len(lines):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                'Op of na regel {line} begint een aanhalingsteken (") dat nergens sluit. '
                "Haal het weg of sluit het, en kies de lijst opnieuw.",
            ),
            line=start,
        )


def _decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise InputRefused(
                QT_TRANSLATE_NOOP(
                    "errors", "Dit bestand is beschadigd. Maak de lijst opnieuw als CSV UTF-8."
                )
            ) from error
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        if data.startswith(b"\xef\xbb\xbf"):
            raise _unreadable(_line_at(data.decode("latin-1"), error.start)) from error
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        raise _unreadable(_line_at(data.decode("latin-1"), error.start)) from error


def _line_at(text: str, position: int) -> int:
    before = text[:position].replace("\r\n", "\n")
    return before.count("\n") + before.count("\r") + 1


def _unreadable(line: int) -> InputRefused:
    return InputRefused(
        QT_TRANSLATE_NOOP(
            "errors",
            "Regel {line} bevat tekens die niet te lezen zijn. Maak de lijst opnieuw als "
            "CSV UTF-8.",
        ),
        line=line,
    )


def too_many_rows() -> InputRefused:
    """A list of more than ``MAX_ROWS``."""
    return InputRefused(
        QT_TRANSLATE_NOOP("errors", "Deze lijst heeft meer dan {limit} regels. Maak hem korter."),
        limit=MAX_ROWS,
    )


def _too_wide(line: int) -> InputRefused:
    return InputRefused(
        QT_TRANSLATE_NOOP(
            "errors", "Regel {line} heeft meer dan {limit} kolommen. Is dit wel een lijst?"
        ),
        line=line,
        limit=MAX_COLUMNS,
    )


def _too_long(line: int) -> InputRefused:
    return InputRefused(
        QT_TRANSLATE_NOOP(
            "errors",
            "Op regel {line} begint een vak met meer dan {limit} tekens. Vaak staat daar een "
            'aanhalingsteken (") te veel. Verbeter die regel en kies de lijst opnieuw.',
        ),
        line=line,
        limit=MAX_CELL,
    )
