import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from lob_workbench.domain.errors import InputRefused
from lob_workbench.output.logo import LARGEST_FILE, checked_logo, printed_logo


def picture(size: tuple[int, int], kind: str, mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    Image.new(mode, size, "teal" if mode != "L" else 90).save(buffer, kind)
    return buffer.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A PNG that only claims its size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


@pytest.mark.parametrize(
    "raw",
    [
        picture((3000, 1000), "PNG"),
        picture((3000, 1000), "JPEG"),
        picture((40, 400), "PNG", "RGBA"),
        picture((1, 1), "PNG", "L"),
        picture((900, 300), "PNG", "P"),
        picture((900, 300), "JPEG", "CMYK"),
    ],
)
def test_a_logo_fits_its_spot(raw: bytes) -> None:
    logo = checked_logo(raw)
    assert logo.width <= 115.01
    assert logo.height <= 40.01
    assert max(logo.image.getSize()) <= 480


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"geen plaatje",
        picture((30, 30), "GIF"),
        picture((30, 30), "PNG")[:40],
        picture((300, 300), "JPEG")[:200],
        huge_png(7000, 7000),
        huge_png(60_000, 60_000),
        b"\x89PNG\r\n\x1a\n" + b"\0" * LARGEST_FILE,
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_logo_is_refused_and_left_out(raw: bytes) -> None:
    with pytest.raises(InputRefused):
        checked_logo(raw)
    assert printed_logo(raw) is None


def test_no_logo_is_no_logo() -> None:
    assert printed_logo(None) is None
