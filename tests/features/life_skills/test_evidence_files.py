"""Photos and files beside a claim, also those that were made to do harm."""

import contextlib
import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lob_workbench.domain.errors import InputRefused
from lob_workbench.features.life_skills import evidence_files
from lob_workbench.features.life_skills.evidence_files import (
    JPEG,
    LARGEST_BYTES,
    LONGEST_SIDE,
    PDF,
    kept_name,
    prepared_file,
    read_evidence_file,
)


def a_photo(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **how: object) -> bytes:
    """A picture of this kind and size."""
    out = io.BytesIO()
    mode = "RGBA" if kind != "JPEG" else "RGB"
    Image.new(mode, size, (200, 30, 30)).save(out, kind, **how)
    return out.getvalue()


def a_zip(*names: str, **parts: bytes) -> bytes:
    """An archive with these names in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_drawn_anew_as_a_jpeg(kind: str) -> None:
    file = prepared_file(a_photo(kind), "Foto van mij.HEIC.exe")
    assert (file.name, file.media_type) == ("Foto van mij HEIC.jpg", JPEG)
    with Image.open(io.BytesIO(file.content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (60, 40))


def test_a_large_photo_becomes_small_and_keeps_no_word_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Geheime camera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 12.0)
    raw = a_photo(size=(3_000, 1_500), exif=exif.tobytes(), comment=b"GEHEIM")
    assert b"Geheime camera" in raw
    file = prepared_file(raw, "a.jpg")
    with Image.open(io.BytesIO(file.content)) as picture:
        # Turned upright, as the camera noted, before that note went.
        assert picture.size == (LONGEST_SIDE // 2, LONGEST_SIDE)
        assert dict(picture.getexif()) == {}
        assert "comment" not in picture.info
    assert b"GEHEIM" not in file.content
    assert b"Exif" not in file.content


def test_a_picture_that_unpacks_to_too_much_is_refused_at_once() -> None:
    bomb = a_photo("PNG", (30_000, 2_000))
    began = time.perf_counter()
    with pytest.raises(InputRefused, match="beeldpunten"):
        prepared_file(bomb, "bom.png")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("cut", [4, 20, 60, -30, -2])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_broken_photo_is_refused_or_made_whole(kind: str, cut: int) -> None:
    try:
        file = prepared_file(a_photo(kind)[:cut], "x")
    except InputRefused:
        return
    Image.open(io.BytesIO(file.content)).load()


@given(st.binary(max_size=300), st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_no_bytes_bring_it_down(noise: bytes, kind: str, data: st.DataObject) -> None:
    raw = bytearray(a_photo(kind))
    place = data.draw(st.integers(0, len(raw)))
    raw[place : place + len(noise) // 4] = noise
    for hostile in (bytes(raw), noise, b"PK\x03\x04" + noise, b"\xff\xd8\xff" + noise):
        with contextlib.suppress(InputRefused):
            prepared_file(hostile, "x")


def test_a_pdf_and_documents_are_kept_as_they_came() -> None:
    pdf = b"%PDF-1.7 enzovoort"
    assert prepared_file(pdf, "cv.docx").content == pdf
    for part, ending in (
        ("word/document.xml", ".docx"),
        ("ppt/presentation.xml", ".pptx"),
        ("xl/workbook.xml", ".xlsx"),
    ):
        file = prepared_file(a_zip("[Content_Types].xml", part), "verslag.bin")
        assert file.name == f"verslag{ending}"
    odt = a_zip(mimetype=b"application/vnd.oasis.opendocument.text")
    assert prepared_file(odt, "brief").name == "brief.odt"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00", "Dit soort"),
        (b"<svg onload='x'/>", "Dit soort"),
        (b"\x00\x00\x00\x18ftypheic....", "HEIC"),
        (b"PK\x03\x04 kapot", "Dit soort"),
        (a_zip("iets.exe"), "Dit soort"),
        (a_zip("word/document.xml"), "Dit soort"),
        (a_zip(mimetype=b"application/x-iets"), "Dit soort"),
        (a_zip(mimetype=b"x" * 200), "Dit soort"),
        (a_zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macro"),
        (a_zip("Basic/Standard/x.xml"), "macro"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(raw: bytes, words: str) -> None:
    with pytest.raises(InputRefused, match=words):
        prepared_file(raw, "x.docx")


def test_too_large_and_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputRefused, match="25 MB"):
        prepared_file(b"%PDF-" + b"x" * LARGEST_BYTES, "x.pdf")
    monkeypatch.setattr(evidence_files, "_MOST_PARTS", 1)
    with pytest.raises(InputRefused):
        prepared_file(a_zip("[Content_Types].xml", "word/document.xml"), "x")


def test_a_file_is_read_up_to_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(a_photo("PNG"))
    assert read_evidence_file(path).name == "foto.jpg"
    monkeypatch.setattr(evidence_files, "LARGEST_BYTES", 10)
    with pytest.raises(InputRefused, match="25 MB"):
        read_evidence_file(path)
    with pytest.raises(InputRefused, match="openen"):
        read_evidence_file(tmp_path / "weg.png")


@given(st.text(max_size=300))
def test_a_name_is_never_more_than_a_name(name: str) -> None:
    found = kept_name(name, PDF)
    assert found.endswith(".pdf")
    assert not set(found) & set('/\\:*?"<>|\n\r\0')
    assert not found.startswith((".", "-", " "))
    assert 4 < len(found) <= 64
