"""What a file is, whatever it is called; and what to do about one that is no list."""

import io
import zipfile
from pathlib import Path

import pytest

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.student_import.kinds import ListKind, kind_of
from lob_workbench.features.student_import.page_reading import read_list


def zipped(name: str, content: str = "x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


OPENDOCUMENT = zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Naam;Klas", ListKind.TEXT),
        (b"", ListKind.TEXT),
        (b"\xff\xfeN\0a\0", ListKind.TEXT),
        (zipped("xl/workbook.xml"), ListKind.WORKBOOK),
        (OPENDOCUMENT, ListKind.WORKBOOK),
        (OLD, ListKind.WORKBOOK),
        (b"\xef\xbb\xbf <?xml version='1.0'?>\n<EDEX>", ListKind.EDEXML),
        (b"<EDEX xmlns:x='y'>", ListKind.EDEXML),
        ('<?xml version="1.0" encoding="UTF-16"?><EDEX>'.encode("utf-16"), ListKind.EDEXML),
    ],
)
def test_a_file_is_known_by_its_first_bytes(data: bytes, kind: ListKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped("lijst.csv"), "zip-bestand"),
        (b"%PDF-1.7", "PDF"),
        (b"<?xml version='1.0'?><Workbook/>", "Opslaan als, Excel-werkmap"),
        (b"<table><tr><td>Naam", "Opslaan als, Excel-werkmap"),
        (OLD, r"oud soort Excel-bestand \(\.xls\).*Opslaan als"),
        (OPENDOCUMENT, "ander soort bestand.*Opslaan als"),
        (zipped("xl/workbook.bin"), "ander soort bestand.*Opslaan als"),
        (b"a" * 20_000_001, "20 MB"),
        (b"PK\x03\x04" + b"xl/" * 7_000_000, "20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_what_is_no_list_is_refused_with_what_to_do(
    data: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_bytes(data)
    with pytest.raises(InputRefused, match=words):
        read_list(file)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for gone in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(InputRefused, match="gaat niet open"):
            read_list(gone)
