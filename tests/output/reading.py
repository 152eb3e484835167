"""What a reader gets out of a PDF."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def texts(pdf: bytes) -> tuple[str, str]:
    """All text, as two independent libraries extract it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        seen = []
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            seen.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    finally:
        document.close()
    return "\n".join(seen), "\n".join(page.extract_text() for page in reader(pdf).pages)


def squeezed(text: str) -> str:
    """``text`` without white space, and without pdfium's sign for a hyphen at a line's end."""
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def pages(pdf: bytes) -> int:
    return len(reader(pdf).pages)


def edges_are_clear(pdf: bytes, margin: float = 20.0) -> bool:
    """Whether nothing is printed within ``margin`` points of the edge of any page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            seen = page.render(scale=1).to_pil().convert("L").point(lambda tone: 255 * (tone < 250))
            page.close()
            box = seen.getbbox()
            if box is not None and not (
                box[0] >= margin
                and box[1] >= margin
                and box[2] <= seen.width - margin
                and box[3] <= seen.height - margin
            ):
                return False
    finally:
        document.close()
    return True
