"""Draws the shapes of a chart on paper, with reportlab; the screen draws the same ones."""

from typing import Any

from lob_workbench.features.life_skills.growth_shapes import (
    SHADES,
    Anchor,
    Circle,
    Drawing,
    Ink,
    Look,
    Polygon,
    Words,
)
from lob_workbench.output.drawing import Pages
from lob_workbench.output.fonts import Measure
from lob_workbench.output.style import (
    ACCENT,
    BOLD,
    HAIR_LINE,
    INK,
    MUTED,
    PAPER,
    PRIMARY,
    REGULAR,
    WRITING_LINE,
    Colour,
)
from lob_workbench.output.tags import Element, Tag

GROUND = Colour("#F5F7F7")

_FILLS = {
    Look.GROUND: GROUND,
    Look.TRACK: Colour("#EBEEF0"),
    Look.MEAN: PRIMARY,
    Look.NOW_DOT: PRIMARY,
    Look.THEN_DOT: PAPER,
}
_LINES: dict[Look, tuple[Colour, float]] = {
    Look.GRID: (HAIR_LINE, 0.5),
    Look.RIM: (WRITING_LINE, 0.7),
    Look.LEADER: (HAIR_LINE, 0.5),
    Look.NOW: (PRIMARY, 1.4),
    Look.THEN: (ACCENT, 1.2),
    Look.THEN_DOT: (ACCENT, 0.9),
    Look.MEAN_THEN: (ACCENT, 1.4),
    Look.STEP_0: (WRITING_LINE, 0.5),
    Look.STEP_1: (PRIMARY, 0.5),
    Look.STEP_2: (PRIMARY, 0.5),
    Look.STEP_3: (PRIMARY, 0.5),
    Look.STEP_4: (PRIMARY, 0.5),
}
_INKS = {Ink.PLAIN: INK, Ink.MUTED: MUTED, Ink.HEADING: PRIMARY, Ink.ON_FULL: PAPER}
_DASHES = (3.2, 2.0)
# From the middle of a line down to where its letters stand, as a part of their size.
_DROP = 0.34


class PaperLetters:
    """The type of a chart on paper, in ``size`` points."""

    def __init__(self, size: float, measure: Measure | None = None) -> None:
        self.size = size
        self._measure = measure or Measure()

    @property
    def height(self) -> float:
        """The height of a line."""
        return self.size * 1.28

    def width(self, text: str, bold: bool = False) -> float:
        """How wide ``text``, which must be printable, is on one line."""
        return self._measure.width(text, BOLD if bold else REGULAR) * self.size / 1000


def place(pages: Pages, drawing: Drawing, left: float, top: float, size: float, alt: str) -> None:
    """Put a chart on the page in type of ``size``; ``alt`` says in words what it shows."""

    def draw(canvas: Any) -> None:
        canvas.saveState()
        canvas.transform(1, 0, 0, 1, left, pages.page_height - top)
        draw_shapes(canvas, drawing, size)
        canvas.restoreState()

    pages.add(Element(Tag.FIGURE, alt=alt), draw)


def draw_shapes(canvas: Any, drawing: Drawing, size: float) -> None:
    """Draw downward from the origin of ``canvas``."""
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            _write(canvas, shape, size)
            continue
        filled, stroked = _dress(canvas, shape.look)
        if isinstance(shape, Circle):
            x, y = shape.centre
            canvas.circle(x, -y, shape.radius, stroke=stroked, fill=filled)
            continue
        path = canvas.beginPath()
        (x, y), *rest = shape.points
        path.moveTo(x, -y)
        for x, y in rest:
            path.lineTo(x, -y)
        if isinstance(shape, Polygon):
            path.close()
        fill = filled if isinstance(shape, Polygon) else 0
        canvas.drawPath(path, stroke=stroked if isinstance(shape, Polygon) else 1, fill=fill)


def _dress(canvas: Any, look: Look) -> tuple[int, int]:
    """Set colours and line; gives whether to fill and whether to draw the line."""
    fill = _shade(SHADES[look]) if look in SHADES else _FILLS.get(look)
    line = _LINES.get(look)
    if fill is not None:
        canvas.setFillColorRGB(*fill.rgb)
    if line is not None:
        canvas.setStrokeColorRGB(*line[0].rgb)
        canvas.setLineWidth(line[1])
        canvas.setLineJoin(1)
        canvas.setDash(*((_DASHES,) if look is Look.THEN else ()))
    return int(fill is not None), int(line is not None)


def _shade(strength: float) -> Colour:
    """So much of the house's own colour on paper."""
    mixed = (
        round(255 * (own * strength + white * (1 - strength)))
        for own, white in zip(PRIMARY.rgb, PAPER.rgb, strict=True)
    )
    return Colour("#{:02X}{:02X}{:02X}".format(*mixed))


def _write(canvas: Any, words: Words, size: float) -> None:
    canvas.saveState()
    canvas.transform(1, 0, 0, 1, words.x, -words.y)
    if words.angle:
        canvas.rotate(-words.angle)
    canvas.setFont(BOLD if words.bold else REGULAR, size)
    canvas.setFillColorRGB(*_INKS[words.ink].rgb)
    write = {
        Anchor.START: canvas.drawString,
        Anchor.MIDDLE: canvas.drawCentredString,
        Anchor.END: canvas.drawRightString,
    }
    write[words.anchor](0, -size * _DROP, words.text)
    canvas.restoreState()
