"""The school's logo: read with care, since it comes from a file that anybody made."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

LARGEST_FILE = 5_000_000
LARGEST_PIXELS = 40_000_000
# What a spot of 40 by 14 mm needs at 300 dots an inch.
_PRINTED = (480, 168)
_PRINTED_POINTS = (115.0, 40.0)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo ready for paper; ``width`` and ``height`` in points."""

    image: ImageReader
    width: float
    height: float


def checked_logo(raw: bytes) -> Logo:
    """The logo in ``raw``, a PNG or JPEG file, made small enough for its spot.

    Raises ``InputRefused`` for anything else, for more than 5 MB and for more than 40 million
    pixels; the picture is not unpacked before its size is known.
    """
    if len(raw) > LARGEST_FILE:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dit logo is te groot. Kies een bestand tot 5 MB.")
        )
    try:
        with Image.open(BytesIO(raw), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                raise InputRefused(
                    QT_TRANSLATE_NOOP(
                        "errors", "Dit logo heeft te veel beeldpunten. Kies een kleiner plaatje."
                    )
                )
            # A JPEG can be unpacked at a fraction of its size.
            picture.draft("RGB", (_PRINTED[0] * 2, _PRINTED[1] * 2))
            clear = picture.convert("RGBA")
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Dit bestand is geen plaatje dat past. Kies een PNG of een JPEG."
            )
        ) from error
    clear.thumbnail(_PRINTED)
    flat = Image.new("RGB", clear.size, "white")
    flat.paste(clear, mask=clear.getchannel("A"))
    scale = min(_PRINTED_POINTS[0] / flat.width, _PRINTED_POINTS[1] / flat.height)
    return Logo(ImageReader(flat), flat.width * scale, flat.height * scale)


@lru_cache(maxsize=1)
def printed_logo(raw: bytes | None) -> Logo | None:
    """The logo, or ``None`` where there is none that can be used: paper then does without."""
    if not raw:
        return None
    try:
        return checked_logo(raw)
    except InputRefused:
        return None
