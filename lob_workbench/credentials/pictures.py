"""Draws the picture of a badge: SVG for the screen and the web, PNG for mail and old programs.

Four steps go up; those that were climbed are filled. Both come from one drawing, so that they look
the same. Colours are those of the house on paper (``output.style``), which this layer does not
know; a test holds them together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

from lob_workbench.domain.text import clean_line

PAPER = "#FFFFFF"
INK = "#1F2933"
PRIMARY = "#0F6B6B"
ACCENT = "#C9822B"
ACCENT_TEXT = "#8F5A12"
HAIR_LINE = "#CBD2D9"
TINT = "#EEF5F4"

SIDE = 400
LEVELS = 4
_EDGE = 10
_ROUND = 44
_BAND = 326
# Less than there is: another type family may be wider.
_ROOM = 316
_BASE = 168
_STEP = 46
_GAP = 10
_FIRST_HEIGHT, _HIGHER = 30, 25
# PNG is drawn larger and made smaller, which smooths every edge.
_FINER = 2

_REGULAR, _BOLD = "Lato-Regular.ttf", "Lato-Bold.ttf"
_FAMILY = "Lato, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class BadgePicture:
    """What stands on the picture; ``level`` 1 to 4."""

    skill: str
    level: int
    level_name: str
    school: str


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float
    fill: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text, centred, by its base line."""

    text: str
    y: float
    size: float
    bold: bool
    colour: str


def draw_svg(picture: BadgePicture) -> bytes:
    """The picture as SVG, without scripts and without anything from elsewhere."""
    inner = _EDGE / 2
    card = (
        f'<rect x="{inner:g}" y="{inner:g}" width="{SIDE - _EDGE}" height="{SIDE - _EDGE}" '
        f'rx="{_ROUND}" fill="{PAPER}" stroke="{PRIMARY}" stroke-width="{_EDGE}"/>'
    )
    right, low = SIDE - inner, SIDE - inner
    band = (
        f'<path d="M{inner:g} {_BAND}H{right:g}V{low - _ROUND:g}'
        f"A{_ROUND} {_ROUND} 0 0 1 {right - _ROUND:g} {low:g}H{inner + _ROUND:g}"
        f'A{_ROUND} {_ROUND} 0 0 1 {inner:g} {low - _ROUND:g}Z" fill="{PRIMARY}"/>'
    )
    x, y, radius = _mark(picture)
    mark = f'<circle cx="{x:g}" cy="{y:g}" r="{radius}" fill="{ACCENT}"/>'
    parts = [card, band, *map(_box, _steps(picture)), mark, *map(_text, _lines(picture))]
    title = escape(", ".join(filter(None, (clean_line(picture.skill), _level(picture)))))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" '
        f'width="{SIDE}" height="{SIDE}" role="img">'
    )
    return "\n".join([head, f"<title>{title}</title>", *parts, "</svg>", ""]).encode("utf-8")


# A group gets the same picture, and each takes a quarter of a second.
@lru_cache(maxsize=64)
def draw_png(picture: BadgePicture, size: int = 800) -> bytes:
    """The same picture as PNG of ``size`` by ``size`` points."""
    scale = size * _FINER / SIDE
    canvas = Image.new("RGBA", (size * _FINER, size * _FINER), (0, 0, 0, 0))
    draw = ImageDraw.Draw(canvas)
    whole = [0, 0, size * _FINER - 1, size * _FINER - 1]
    outer = (_ROUND + _EDGE / 2) * scale
    draw.rounded_rectangle(whole, outer, fill=PRIMARY)
    inside = [_EDGE * scale, _EDGE * scale, (SIDE - _EDGE) * scale, _BAND * scale]
    corners = (True, True, False, False)
    draw.rounded_rectangle(inside, (_ROUND - _EDGE / 2) * scale, fill=PAPER, corners=corners)
    for box in _steps(picture):
        place = [box.x, box.y, box.x + box.width, box.y + box.height]
        draw.rounded_rectangle(
            [edge * scale for edge in place],
            6 * scale,
            fill=box.fill,
            outline=box.line or None,
            width=round(2 * scale) if box.line else 0,
        )
    x, y, radius = _mark(picture)
    draw.ellipse(
        [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale],
        fill=ACCENT,
    )
    for line in _lines(picture):
        font = _font(line.bold, line.size * scale)
        draw.text((SIDE / 2 * scale, line.y * scale), line.text, line.colour, font, anchor="ms")
    made = BytesIO()
    canvas.resize((size, size), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def _steps(picture: BadgePicture) -> list[_Box]:
    left = (SIDE - LEVELS * _STEP - (LEVELS - 1) * _GAP) / 2
    boxes = []
    for step in range(LEVELS):
        height = _FIRST_HEIGHT + step * _HIGHER
        x, y = left + step * (_STEP + _GAP), _BASE - height
        climbed = step < picture.level
        boxes.append(
            _Box(x, y, _STEP, height, PRIMARY)
            if climbed
            else _Box(x, y, _STEP, height, TINT, HAIR_LINE)
        )
    return boxes


def _mark(picture: BadgePicture) -> tuple[float, float, int]:
    """The dot above the highest step that was climbed."""
    top = _steps(picture)[max(1, min(picture.level, LEVELS)) - 1]
    return top.x + top.width / 2, top.y - 16, 9


def _level(picture: BadgePicture) -> str:
    name = clean_line(picture.level_name)
    return f"Niveau {picture.level} · {name}" if name else f"Niveau {picture.level}"


def _lines(picture: BadgePicture) -> list[_Line]:
    size, lines = _fitted(clean_line(picture.skill), 32, 2, bold=True)
    first = 218.0 if len(lines) == 2 else 236.0
    found = [
        _Line(text, first + number * size * 1.12, size, True, INK)
        for number, text in enumerate(lines)
    ]
    level_size, (level, *_) = _fitted(_level(picture), 20, 1, bold=True)
    found.append(_Line(level, 298, level_size, True, ACCENT_TEXT))
    school_size, (school, *_) = _fitted(clean_line(picture.school), 20, 1, bold=False)
    found.append(_Line(school, _BAND + 42, school_size, False, PAPER))
    return [line for line in found if line.text]


def _fitted(text: str, size: float, most: int, *, bold: bool) -> tuple[float, list[str]]:
    """``text`` in at most ``most`` lines, smaller if need be; at last cut with an ellipsis."""
    smallest = size * 0.62
    while True:
        lines = _wrapped(text, size, bold)
        whole = max(map(len, text.split()), default=0) <= max(map(len, lines))
        if len(lines) <= most and (whole or size <= smallest):
            return size, lines
        if size <= smallest:
            break
        size -= 1
    kept = lines[:most]
    last = kept[-1] if len(lines) <= most else f"{kept[-1]}…"
    while len(last) > 1 and _width(last, size, bold) > _ROOM:
        last = last[:-2].rstrip() + "…"
    return size, [*kept[:-1], last]


def _wrapped(text: str, size: float, bold: bool) -> list[str]:
    lines = [""]
    for word in _broken(text.split(), size, bold):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, size, bold) > _ROOM:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _broken(words: list[str], size: float, bold: bool) -> Iterator[str]:
    """``words``; one that is wider than the picture comes in pieces."""
    for word in words:
        while _width(word, size, bold) > _ROOM:
            fits = next(n for n in range(len(word), 0, -1) if _width(word[:n], size, bold) <= _ROOM)
            yield word[:fits]
            word = word[fits:]
        yield word


def _width(text: str, size: float, bold: bool) -> float:
    # Measured large: small sizes are rounded to whole points.
    return float(_font(bold, 100).getlength(text)) * size / 100


@lru_cache(maxsize=64)
def _font(bold: bool, size: float) -> ImageFont.FreeTypeFont:
    with as_file(files("fontpkg_lato") / "files" / (_BOLD if bold else _REGULAR)) as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _box(box: _Box) -> str:
    line = f' stroke="{box.line}" stroke-width="2"' if box.line else ""
    place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
    return f'<rect {place} rx="6" fill="{box.fill}"{line}/>'


def _text(line: _Line) -> str:
    weight = "700" if line.bold else "400"
    return (
        f'<text x="{SIDE / 2:g}" y="{line.y:g}" font-family="{_FAMILY}" font-size="{line.size:g}" '
        f'font-weight="{weight}" text-anchor="middle" fill="{line.colour}">'
        f"{escape(line.text)}</text>"
    )
