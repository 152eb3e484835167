"""Shapes in neutral units, of which charts are made: drawn by Qt on screen, by reportlab on paper.

The origin is the upper left corner, y grows downward; a unit is a pixel here and a point there.
"""

from dataclasses import dataclass
from enum import Enum
from math import cos, radians, sin
from typing import Protocol

Point = tuple[float, float]


class Look(Enum):
    """What a shape is for; each surface has its own colours and lines for it."""

    GROUND = "ground"
    """The area of every other group, so that groups stand apart."""
    GRID = "grid"
    RIM = "rim"
    LEADER = "leader"
    NOW_AREA = "now area"
    NOW = "now"
    NOW_DOT = "now dot"
    THEN = "then"
    THEN_DOT = "then dot"
    TRACK = "track"
    MEAN = "mean"
    MEAN_THEN = "mean then"
    STEP_0 = "step 0"
    STEP_1 = "step 1"
    STEP_2 = "step 2"
    STEP_3 = "step 3"
    STEP_4 = "step 4"


SHADES: dict[Look, float] = {
    Look.NOW_AREA: 0.2,
    Look.STEP_0: 0.0,
    Look.STEP_1: 0.15,
    Look.STEP_2: 0.3,
    Look.STEP_3: 0.45,
    Look.STEP_4: 1.0,
}
"""How much of the house's own colour these areas have; the rest is the sheet they lie on."""


class Ink(Enum):
    """How loud words are; ``ON_FULL`` stands on a full step."""

    PLAIN = "plain"
    MUTED = "muted"
    HEADING = "heading"
    ON_FULL = "on full"


class Anchor(Enum):
    """Which side of the words their place is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape."""

    points: tuple[Point, ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    look: Look


@dataclass(frozen=True, slots=True)
class Circle:
    """A ring or a dot."""

    centre: Point
    radius: float
    look: Look


@dataclass(frozen=True, slots=True)
class Words:
    """One line of plain text; ``y`` is its middle. ``angle`` turns it, in degrees clockwise."""

    x: float
    y: float
    text: str
    ink: Ink = Ink.PLAIN
    anchor: Anchor = Anchor.START
    bold: bool = False
    angle: float = 0.0


Shape = Polygon | Stroke | Circle | Words


class Letters(Protocol):
    """The type of a surface: one size, plain and bold."""

    @property
    def height(self) -> float:
        """The height of a line."""
        ...

    def width(self, text: str, bold: bool = False) -> float:
        """How wide ``text`` is on one line."""
        ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from the back to the front, within ``width`` and ``height``."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def box(left: float, top: float, width: float, height: float, look: Look) -> Polygon:
    """A rectangle."""
    right, bottom = left + width, top + height
    return Polygon(((left, top), (right, top), (right, bottom), (left, bottom)), look)


def cut(text: str, room: float, letters: Letters, bold: bool = False) -> str:
    """``text`` on one line of ``room``, shortened with *…* where it is longer."""
    if letters.width(text, bold) <= room:
        return text
    kept = text
    while kept and letters.width(kept.rstrip() + "…", bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def corners(words: Words, letters: Letters) -> tuple[Point, ...]:
    """The corners of the box that a line of words fills."""
    wide, half = letters.width(words.text, words.bold), letters.height / 2
    start = {Anchor.START: 0.0, Anchor.MIDDLE: -wide / 2, Anchor.END: -wide}[words.anchor]
    turn = radians(words.angle)
    return tuple(
        (words.x + x * cos(turn) - y * sin(turn), words.y + x * sin(turn) + y * cos(turn))
        for x, y in ((start, -half), (start + wide, -half), (start + wide, half), (start, half))
    )
