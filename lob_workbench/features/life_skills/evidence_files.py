"""Photos and files that come with a claim: read with care, since anybody may have made them.

What a file is, its first bytes say, never its name. A photo is drawn anew: smaller, and without
what the camera wrote beside it, such as where it was taken. Other files are kept as they came and
never opened here. No Qt and no database.
"""

import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from PIL import Image, ImageOps

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

LARGEST_BYTES = 25_000_000
LARGEST_PIXELS = 40_000_000
LONGEST_SIDE = 2_000
MOST_FILES = 5
JPEG = "image/jpeg"
PDF = "application/pdf"
_QUALITY = 85
_LONGEST_NAME = 60
_MOST_PARTS = 5_000
_PHOTOS = ("JPEG", "PNG", "WEBP")
_HEIC = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"hevc")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PARTS: dict[str, tuple[str, str]] = {
    "word/document.xml": (f"{_OFFICE}.wordprocessingml.document", ".docx"),
    "ppt/presentation.xml": (f"{_OFFICE}.presentationml.presentation", ".pptx"),
    "xl/workbook.xml": (f"{_OFFICE}.spreadsheetml.sheet", ".xlsx"),
}
_OPEN: dict[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
ENDINGS: dict[str, str] = {
    JPEG: ".jpg",
    PDF: ".pdf",
    **dict(_PARTS.values()),
    **{kind.decode(): ending for kind, ending in _OPEN.items()},
}
"""What may be kept, and the ending that such a file gets."""

_TOO_LARGE = QT_TRANSLATE_NOOP("errors", "Dit bestand is te groot. Het past tot 25 MB.")
_EMPTY = QT_TRANSLATE_NOOP("errors", "Dit bestand is leeg.")
_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "Dit soort bestand past hier niet. Kies een foto (JPEG of PNG), een PDF of een document.",
)
_BROKEN_PHOTO = QT_TRANSLATE_NOOP("errors", "Deze foto is niet te lezen. Is het bestand heel?")
_TOO_MANY_PIXELS = QT_TRANSLATE_NOOP(
    "errors", "Deze foto heeft te veel beeldpunten. Kies een kleinere."
)
_IPHONE = QT_TRANSLATE_NOOP(
    "errors",
    "Dit is een foto zoals een iPhone die bewaart (HEIC). Deel hem als JPEG en kies hem opnieuw.",
)
_MACROS = QT_TRANSLATE_NOOP(
    "errors", "In dit document zitten macro’s. Bewaar het zonder, of maak er een PDF van."
)
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "Dit bestand is niet te openen.")


@dataclass(frozen=True, slots=True, repr=False)
class PreparedFile:
    """A file as it may be kept. ``repr`` is off: it holds what a student made."""

    name: str
    media_type: str
    content: bytes


def read_evidence_file(path: Path) -> PreparedFile:
    """The file at ``path`` as it may be kept; raises ``InputRefused`` with the reason."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except OSError:
        raise InputRefused(_UNREADABLE) from None
    return prepared_file(raw, path.name)


def prepared_file(raw: bytes, name: str) -> PreparedFile:
    """``raw`` as it may be kept, under a clean name; raises ``InputRefused`` with the reason."""
    if not raw:
        raise InputRefused(_EMPTY)
    if len(raw) > LARGEST_BYTES:
        raise InputRefused(_TOO_LARGE)
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIC:
        raise InputRefused(_IPHONE)
    if raw.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (
        raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"
    ):
        return PreparedFile(kept_name(name, JPEG), JPEG, _photo(raw))
    if raw.startswith(b"%PDF-"):
        return PreparedFile(kept_name(name, PDF), PDF, raw)
    if raw.startswith(b"PK\x03\x04"):
        kind = _document(raw)
        return PreparedFile(kept_name(name, kind), kind, raw)
    raise InputRefused(_UNKNOWN)


def kept_name(name: str, media_type: str) -> str:
    """The name under which a file is kept: its own words, and the ending of what it really is."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0][: 4 * _LONGEST_NAME]
    letters = (char if char.isalnum() or char in " -_()" else " " for char in stem)
    clean = " ".join(clean_line("".join(letters)).split())[:_LONGEST_NAME].strip(" -_")
    return f"{clean or 'bewijs'}{ENDINGS[media_type]}"


def _photo(raw: bytes) -> bytes:
    try:
        with Image.open(BytesIO(raw), formats=_PHOTOS) as picture:
            # Its size stands at the head: nothing is unpacked before this is known.
            if picture.width * picture.height > LARGEST_PIXELS:
                raise InputRefused(_TOO_MANY_PIXELS)
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            clear = upright.convert("RGBA")
    except (
        OSError,
        ValueError,
        TypeError,
        ArithmeticError,
        LookupError,
        EOFError,
        SyntaxError,
        struct.error,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        # What a broken picture raises depends on where it is broken.
        raise InputRefused(_BROKEN_PHOTO) from error
    # A new picture: no note of the camera comes along.
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    out = BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _document(raw: bytes) -> str:
    """What kind of document an archive is, by the names in it; nothing is unpacked but a line."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > _MOST_PARTS:
                raise InputRefused(_UNKNOWN)
            if any(one.rsplit("/", 1)[-1].lower() == "vbaproject.bin" for one in names) or any(
                one.startswith("Basic/") for one in names
            ):
                raise InputRefused(_MACROS)
            for part, (kind, _) in _PARTS.items():
                if part in names and "[Content_Types].xml" in names:
                    return kind
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                told = archive.read("mimetype")
                if told in _OPEN:
                    return told.decode()
    except (
        BadZipFile,
        OSError,
        ValueError,
        LookupError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        struct.error,
    ):
        raise InputRefused(_UNKNOWN) from None
    raise InputRefused(_UNKNOWN)
