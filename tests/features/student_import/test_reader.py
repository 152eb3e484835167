import csv
import io
import re
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import import reader
from lob_workbench.features.student_import.reader import Row, make_table, read_table
from lob_workbench.features.student_import.remarks import RemarkCode

Quoting = Literal[0, 1]
HEADING = ("Studentnummer", "Roepnaam", "Achternaam", "Klas")
# Every letter exists in UTF-8 and in cp1252 alike.
CELLS = st.text(alphabet=st.sampled_from("aZë'çÇ0 9-;,\t\"\n|=@€"), max_size=12).map(
    lambda text: text.strip()
)


def _csv(rows: list[tuple[str, ...]], delimiter: str, quoting: Quoting, end: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows(rows)
    return out.getvalue()


@settings(max_examples=100)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=6),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    delimiter=st.sampled_from(reader.DELIMITERS),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\r\n", "\n", "\r"]),
)
def test_what_is_written_is_read(
    rows: list[tuple[str, ...]], encoding: str, delimiter: str, quoting: Quoting, end: str
) -> None:
    # Python's writer leaves a line feed bare where a record ends with a carriage return.
    quoting = csv.QUOTE_ALL if end == "\r" else quoting
    text = _csv([HEADING, *rows], delimiter, quoting, end)
    table = read_table(text.encode(encoding))
    assert table.header == HEADING
    assert table.delimiter == delimiter
    assert [row.values for row in table.rows] == [row for row in rows if any(row)]
    lines = text.split(end)
    if "\n" not in "".join(map("".join, rows)):
        for row in table.rows:
            assert next(csv.reader([lines[row.line - 1]], delimiter=delimiter)) == [*row.values]


@settings(max_examples=680)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet='";,\t\r\n\0aé\ue0ff=').map(str.encode)))
@example(b"")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example(b"sep=;")
@example(b'sep=;"\n')
@example(b'"')
@example(b"\xee\x83\xbf")
def test_any_bytes_are_a_table_or_are_refused(data: bytes) -> None:
    try:
        table = read_table(data)
    except InputRefused:
        return
    lines = [row.line for row in table.rows]
    assert lines == sorted(set(lines))
    assert not any(row.empty for row in table.rows)


def test_lines_are_lines_of_the_file() -> None:
    table = read_table(b'Naam;Klas\n\n"Hart,\nZo";A\n;\n"Boer, Jo";B\n')
    assert [(row.line, row.values[1]) for row in table.rows] == [(3, "A"), (6, "B")]
    assert table.empty_lines == (2, 5)


def test_a_title_above_the_heading_is_passed_over() -> None:
    table = read_table(b"Voorbeeldcollege;;\n\nNummer;Naam;Klas\n01;Hart, Zo;A\n")
    assert table.header == ("Nummer", "Naam", "Klas")
    assert table.header_line == 3
    assert table.empty_lines == ()
    assert [remark.code for remark in table.remarks] == [RemarkCode.HEADING_LOWER]


def test_a_list_without_a_heading_loses_nobody() -> None:
    table = read_table(b"0412000;Zo;Hart\n0412001;Jo;Boer;x\n")
    assert table.header == ("", "", "", "")
    assert table.header_line is None
    assert len(table.rows) == 2
    assert table.sample(0) == ("0412000", "0412001")
    assert table.sample(3) == ("x",)
    assert [remark.code for remark in table.remarks] == [RemarkCode.NO_HEADING]


def test_a_heading_of_unknown_names_is_still_a_heading() -> None:
    table = read_table(b"Kolom A,Kolom B\n1,2\n")
    assert table.header == ("Kolom A", "Kolom B")
    assert table.delimiter == ","


@pytest.mark.parametrize("mark", [";", ",", "|"])
def test_excel_may_announce_the_delimiter(mark: str) -> None:
    table = read_table(f"sep={mark}\r\nNaam{mark}Klas\r\nZo{mark}A".encode())
    assert table.delimiter == mark
    assert table.header_line == 2
    assert table.rows == (Row(3, ("Zo", "A")),)


def test_an_unknown_announcement_is_passed_over() -> None:
    assert read_table(b"sep=\nNaam;Klas\nZo;A").header == ("Naam", "Klas")


WIDE = b";".join([b"a"] * 201)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b" \r\n\t\n", "leeg"),
        (b";;;\n;;", "leeg"),
        (b"sep=;\n", "leeg"),
        (b"Naam;Klas\nZo\0;A", r"geen gewone tekst \(regel 2\)"),
        (b"Naam;Klas\nA;B\nZo\x81;A", "Regel 3 bevat tekens"),
        (b"\xef\xbb\xbfNaam;Klas\r\nZo\xeb;A", "Regel 2 bevat tekens"),
        (b"\xff\xfeN\x00\x00", "beschadigd"),
        (b'Naam;Klas\nA;B\nZo;"A\nB;C\n', "regel 3 begint een aanhalingsteken"),
        (b"Naam;Klas\n\nZo;" + b"a" * 2_001, "regel 3 begint een vak"),
        (b'Naam;Klas\nZo;"' + b"abc;d\n" * 30_000, "regel 2 begint een vak"),
        (WIDE, "Regel 1 heeft meer dan 200 kolommen"),
        (b"Naam\n" + b";" * 500_000, "Regel 2 heeft meer dan 200 kolommen"),
        (b"Naam;Klas\n" + b"a;b\n" * 50_001, "50000 regels"),
        (b"Naam;Klas\n" + b"a;b\n" * 50_100, "50000 regels"),
        (b"Naam;Klas\n" + b"\n" * 200_001, "50000 regels"),
        (b"Naam;Klas\n" + b"\n" * 400_001, "50000 regels"),
        (b"a" * 20_000_001, "20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_table(data)
    assert re.search(words, str(caught.value))


def test_50_000_rows_fit() -> None:
    assert len(read_table(b"Naam;Klas\n" + b"a;b\n" * 50_000).rows) == 50_000


def test_a_table_from_elsewhere_finds_its_heading() -> None:
    rows = [Row(1, ("Lijst",)), Row(3, ("Nummer", "Naam")), Row(4, ("01", "Hart, Zo"))]
    assert make_table(rows, "xlsx").header_line == 3
