"""Bars of a group as shapes: per skill the mean level and how many stand at each. Pure functions.

How many stand at a level is a row of steps, each as wide as its share of the people and higher
with its level, so that nobody needs colour to tell them apart; the number stands in the step.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lob_workbench.features.life_skills.growth_shapes import (
    Anchor,
    Drawing,
    Ink,
    Letters,
    Look,
    Shape,
    Stroke,
    Words,
    box,
    cut,
)
from lob_workbench.skills.rules import LEVELS

STEPS = (Look.STEP_0, Look.STEP_1, Look.STEP_2, Look.STEP_3, Look.STEP_4)
HEIGHTS = (0.05, 0.7, 0.8, 0.9, 1.0)
"""Of a step of each level, of the highest. A number stands above the first, within the others."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One skill: its name and the heading of its group, the mean then and now, and how many."""

    name: str
    group: str
    mean: float
    then: float
    counts: tuple[int, ...]
    """How many stand at level 0, 1, 2, 3 and 4."""
    figure: str
    """The mean in words, to stand beside its bar."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The words above the columns, and what the mark of then is."""

    mean: str
    steps: str
    then: str


def bars(
    rows: Sequence[Bar], heads: Heads, letters: Letters, width: float, row: float = 1.7
) -> Drawing:
    """The bars under each other, each ``row`` lines high; the drawing is as high as they are."""
    line = letters.height
    high = row * line
    gap = line
    name = min(max((letters.width(one.name) for one in rows), default=0.0), width * 0.32)
    figure = max((letters.width(one.figure) for one in rows), default=0.0)
    at_mean = name + gap
    mean = max((width - at_mean) * 0.3 - figure, line)
    at_steps = at_mean + mean + figure + 2 * gap
    steps = max(width - at_steps - 1, line)
    shapes = _head(heads, letters, (at_mean, at_steps, width), high)
    top = 2.2 * line
    group = None
    for one in rows:
        if one.group != group:
            group = one.group
            if group:
                words = cut(group, width, letters, bold=True)
                shapes.append(Words(0, top + 0.62 * high, words, Ink.HEADING, bold=True))
                top += high
        middle = top + high / 2
        shapes.append(Words(0, middle, cut(one.name, name, letters)))
        shapes += _mean(one, at_mean, top, mean, high)
        shapes.append(Words(at_mean + mean + 0.4 * gap, middle, one.figure, bold=True))
        shapes += _steps(one, at_steps, top, steps, high, letters)
        top += high
    return Drawing(width, top, tuple(shapes))


def _head(
    heads: Heads, letters: Letters, columns: tuple[float, float, float], high: float
) -> list[Shape]:
    """Heads of the columns: the mark of then beside the one, a step of each level by the other."""
    line = letters.height
    at_mean, at_steps, width = columns
    y = 0.9 * line
    room = at_steps - at_mean - line
    shapes: list[Shape] = [Words(at_mean, y, cut(heads.mean, room, letters), Ink.MUTED)]
    used = letters.width(heads.mean) + line
    if heads.then and used + letters.width(heads.then) + line <= room:
        x = at_mean + used
        shapes.append(Stroke(((x, y - 0.5 * line), (x, y + 0.5 * line)), Look.MEAN_THEN))
        shapes.append(Words(x + 0.5 * line, y, heads.then, Ink.MUTED))
    wide = 1.7 * line
    x = width - 1 - len(STEPS) * wide
    shapes.append(Words(at_steps, y, cut(heads.steps, x - at_steps - line, letters), Ink.MUTED))
    for level, look in enumerate(STEPS):
        tall = HEIGHTS[level] * 1.2 * line
        shapes.append(box(x, y + 0.42 * line - tall, wide - 2, tall, look))
        ink = Ink.ON_FULL if level == LEVELS else Ink.PLAIN
        shapes.append(Words(x + wide / 2 - 1, y, str(level), ink, Anchor.MIDDLE))
        x += wide
    return shapes


def _mean(bar: Bar, left: float, top: float, width: float, high: float) -> list[Shape]:
    """The mean on the fixed scale 0 to 4, and a mark where it was then."""
    upper, tall = top + 0.3 * high, 0.4 * high
    shapes: list[Shape] = [box(left, upper, width, tall, Look.TRACK)]
    if bar.mean > 0:
        shapes.append(box(left, upper, width * bar.mean / LEVELS, tall, Look.MEAN))
    x = left + width * bar.then / LEVELS
    ends = (x, upper - 0.12 * high), (x, upper + tall + 0.12 * high)
    shapes.append(Stroke(ends, Look.MEAN_THEN))
    return shapes


def _steps(
    bar: Bar, left: float, top: float, width: float, high: float, letters: Letters
) -> list[Shape]:
    """A step for each level at which somebody stands, with the number where it fits."""
    everybody = sum(bar.counts)
    shapes: list[Shape] = []
    bottom, tallest = top + 0.75 * high, 0.72 * high
    for level, count in enumerate(bar.counts):
        if not count:
            continue
        wide = width * count / everybody
        tall = HEIGHTS[level] * tallest
        shapes.append(box(left, bottom - tall, max(wide - 1, 0.5), tall, STEPS[level]))
        words = str(count)
        if letters.width(words) + 2 <= wide:
            ink = Ink.ON_FULL if level == LEVELS else Ink.PLAIN
            middle = Words(left + wide / 2, top + high / 2, words, ink, Anchor.MIDDLE)
            shapes.append(middle)
        left += wide
    return shapes
