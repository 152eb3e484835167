"""The radar of growth as shapes: one geometry for the screen and for paper. Pure functions.

The scale is fixed: the rim is level 4, the centre is 0, whatever somebody reached. Where there is
room every spoke has its name; where there is not it has a number, and a table beside says which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import atan2, cos, degrees, hypot, pi, sin, sqrt

from lob_workbench.features.life_skills.growth_shapes import (
    Anchor,
    Circle,
    Drawing,
    Ink,
    Letters,
    Look,
    Point,
    Polygon,
    Shape,
    Stroke,
    Words,
    box,
    corners,
    cut,
)
from lob_workbench.skills.rules import LEVELS

_LEAST_RADIUS = 5.5
"""With names around it a radar is at least so many lines high from centre to rim."""
_WIDE_RADIUS = 9.0
"""A radar of so many lines is large enough: names need not wrap to make it larger."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One skill: its name, the heading of its group, and the levels then and now."""

    name: str
    group: str
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class Legend:
    """What the two outlines are, in words."""

    now: str
    then: str


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar, and where its spokes stand; ``named`` when their names stand around it."""

    drawing: Drawing
    centre: Point
    radius: float
    count: int
    named: bool

    def tip(self, index: int, level: float = LEVELS) -> Point:
        """The place of ``level`` on a spoke, counted from 0."""
        return _on_spoke(self.centre, self.radius, index, self.count, level)

    def spoke_at(self, point: Point) -> int | None:
        """The spoke nearest to a place in the radar or just around it."""
        across, down = point[0] - self.centre[0], point[1] - self.centre[1]
        if not self.count or hypot(across, down) > self.radius * 1.15:
            return None
        turned = atan2(across, -down) % (2 * pi)
        return int(turned / (2 * pi) * self.count) % self.count


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of a spoke in its lines, with its upper edge."""

    index: int
    lines: tuple[str, ...]
    right: bool
    top: float


def radar(
    spokes: Sequence[Spoke], legend: Legend, letters: Letters, width: float, height: float
) -> Radar:
    """The radar of these skills, with the legend below it."""
    key, high = _legend(legend, letters, width, height)
    room = height - high
    centre = (width / 2, room / 2)
    named = _named(spokes, letters, width, room)
    around: list[Shape] = []
    if named is None:
        radius, around = _numbered(spokes, letters, width, room)
    else:
        radius = named[0]
        for label in named[1]:
            around += _name(label, len(spokes), centre, radius, letters)
    shapes = _body(spokes, centre, radius, letters) + around
    drawing = Drawing(width, height, (*shapes, *key))
    return Radar(drawing, centre, radius, len(spokes), named is not None)


def _angle(index: float, count: int) -> float:
    """Clockwise from the top. Half a step on, so that groups begin at the top."""
    return (index + 0.5) * 2 * pi / count


def _at(centre: Point, distance: float, angle: float) -> Point:
    return centre[0] + distance * sin(angle), centre[1] - distance * cos(angle)


def _on_spoke(centre: Point, radius: float, index: int, count: int, level: float) -> Point:
    return _at(centre, radius * level / LEVELS, _angle(index, count))


def _sectors(spokes: Sequence[Spoke]) -> list[tuple[str, int, int]]:
    """Each group: its heading, its first spoke and the one after its last."""
    found = []
    start = 0
    for group, same in groupby(spokes, key=lambda spoke: spoke.group):
        end = start + len(list(same))
        found.append((group, start, end))
        start = end
    return found


def _body(spokes: Sequence[Spoke], centre: Point, radius: float, letters: Letters) -> list[Shape]:
    """Sectors, the area of now, rings and spokes, then both outlines."""
    count = len(spokes)
    shapes: list[Shape] = []
    sectors = _sectors(spokes)
    for place, (_, start, end) in enumerate(sectors):
        # The last of an odd number would lie beside the first.
        if place % 2 == 0 and len(sectors) > 1 and not (place and place == len(sectors) - 1):
            shapes.append(_wedge(centre, radius, start, end, count))
    now = _outline(spokes, centre, radius, [spoke.now for spoke in spokes])
    then = _outline(spokes, centre, radius, [spoke.then for spoke in spokes])
    if spokes:
        shapes.append(Polygon(now, Look.NOW_AREA))
    shapes += [Circle(centre, radius * level / LEVELS, Look.GRID) for level in range(1, LEVELS)]
    shapes.append(Circle(centre, radius, Look.RIM))
    for index in range(count):
        tip = _on_spoke(centre, radius, index, count, LEVELS)
        shapes.append(Stroke((centre, tip), Look.GRID))
    if len(sectors) > 1:
        for _, start, _ in sectors:
            edge = _at(centre, radius, _angle(start - 0.5, count))
            shapes.append(Stroke((centre, edge), Look.RIM))
    # Where both are the same, the smaller dot stands within the larger one.
    dot = max(letters.height * 0.26, 1.8)
    if spokes:
        shapes.append(Polygon(now, Look.NOW))
        shapes += [Circle(point, dot, Look.NOW_DOT) for point in now]
        shapes.append(Polygon(then, Look.THEN))
        shapes += [Circle(point, dot * 0.6, Look.THEN_DOT) for point in then]
    shapes += [
        Words(
            centre[0] - 0.25 * letters.height,
            centre[1] - radius * level / LEVELS + 0.55 * letters.height,
            str(level),
            Ink.MUTED,
            Anchor.END,
        )
        for level in range(1, LEVELS + 1)
    ]
    return shapes


def _outline(
    spokes: Sequence[Spoke], centre: Point, radius: float, levels: Sequence[int]
) -> tuple[Point, ...]:
    return tuple(
        _on_spoke(centre, radius, index, len(spokes), level) for index, level in enumerate(levels)
    )


def _wedge(centre: Point, radius: float, start: int, end: int, count: int) -> Polygon:
    """A sector from its first spoke to the one after its last, in steps of 3 degrees or so."""
    first, last = _angle(start - 0.5, count), _angle(end - 0.5, count)
    steps = max(int((last - first) / (pi / 60)), 1)
    around = [
        _at(centre, radius, first + (last - first) * step / steps) for step in range(steps + 1)
    ]
    return Polygon((centre, *around), Look.GROUND)


def _number_size(count: int, letters: Letters) -> float:
    """How far the box of a number reaches from corner to corner, whichever way it stands."""
    return hypot(letters.width(str(count)), letters.height)


def _numbers(count: int, centre: Point, radius: float, letters: Letters) -> list[Shape]:
    """A number at each spoke; where they would touch, at every second, third, and so on."""
    wide = _number_size(count, letters)
    distance = radius + 0.2 * letters.height + wide / 2
    every = 1
    while every < count and 2 * distance * sin(pi * min(every / count, 0.5)) < wide:
        every += 1
    shapes: list[Shape] = []
    for index in range(0, count, every):
        # The last ones stand beside the first.
        if index and count - index < every:
            break
        x, y = _at(centre, distance, _angle(index, count))
        shapes.append(Words(x, y, str(index + 1), Ink.PLAIN, Anchor.MIDDLE))
    return shapes


def _numbered(
    spokes: Sequence[Spoke], letters: Letters, width: float, height: float
) -> tuple[float, list[Shape]]:
    """The radius, the numbers at the spokes and the headings around: as many as there can be."""
    centre = (width / 2, height / 2)
    best: tuple[int, float, list[Words]] | None = None
    for lines in (2.9, 3.2, 3.5, 3.8):
        radius = max(min(width, height) / 2 - lines * letters.height, letters.height)
        words = _headings(spokes, centre, radius, letters)
        inside = [
            one
            for one in words
            if all(0 <= x <= width and 0 <= y <= height for x, y in corners(one, letters))
        ]
        if best is None or len(inside) > best[0]:
            best = len(inside), radius, inside
    assert best is not None
    _, radius, headings = best
    return radius, [*_numbers(len(spokes), centre, radius, letters), *headings]


def _headings(
    spokes: Sequence[Spoke], centre: Point, radius: float, letters: Letters
) -> list[Words]:
    """The heading of each group along its sector; one that is longer than that is left out."""
    count = len(spokes)
    distance = radius + 0.8 * letters.height + _number_size(count, letters)
    inner = distance - letters.height / 2
    found: list[Words] = []
    for group, start, end in _sectors(spokes):
        half = min((end - start) * pi / count, pi / 3)
        if not group or letters.width(group, bold=True) > 1.9 * inner * sin(half):
            continue
        angle = _angle((start + end - 1) / 2, count)
        x, y = _at(centre, distance, angle)
        turned = degrees(angle)
        # Upright: in the lower half it reads the other way.
        if 90 < turned < 270:
            turned -= 180
        found.append(Words(x, y, group, Ink.HEADING, Anchor.MIDDLE, bold=True, angle=turned))
    return found


def _named(
    spokes: Sequence[Spoke], letters: Letters, width: float, height: float
) -> tuple[float, list[_Label]] | None:
    """The radius and the labels where all names fit whole around the radar, else ``None``."""
    found = None
    for wrap in (_one_line, _two_lines):
        lines = [wrap(spoke.name, letters) for spoke in spokes]
        column = max((letters.width(line) for name in lines for line in name), default=0.0)
        gap = 0.8 * letters.height
        radius = min(width / 2 - column - gap - 1, height / 2 - 1.5 * letters.height)
        if radius < _LEAST_RADIUS * letters.height or (found and radius <= found[0]):
            continue
        labels = _placed(lines, radius + gap, letters, height)
        if labels is not None:
            found = radius, labels
            if radius >= _WIDE_RADIUS * letters.height:
                break
    return found


def _one_line(name: str, _letters: Letters) -> tuple[str, ...]:
    return (name,)


def _two_lines(name: str, letters: Letters) -> tuple[str, ...]:
    """``name`` broken where its longer half is shortest."""
    words = name.split()
    halves = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    if not halves:
        return (name,)
    return min(halves, key=lambda both: max(letters.width(both[0]), letters.width(both[1])))


def _placed(
    lines: Sequence[tuple[str, ...]], outer: float, letters: Letters, height: float
) -> list[_Label] | None:
    """Where the names stand so that none touch; ``None`` when there are too many."""
    count = len(lines)
    sides: dict[bool, list[int]] = {True: [], False: []}
    for index in range(count):
        sides[_angle(index, count) <= pi + 1e-9].append(index)
    found: list[_Label] = []
    for right, indexes in sides.items():
        # From the top down.
        ordered = indexes if right else indexes[::-1]
        heights = [len(lines[index]) * letters.height for index in ordered]
        middles = [height / 2 - outer * cos(_angle(index, count)) for index in ordered]
        tops = _spread(middles, heights, height)
        if tops is None:
            return None
        found += [
            _Label(index, lines[index], right, top)
            for index, top in zip(ordered, tops, strict=True)
        ]
    return found


def _spread(
    middles: Sequence[float], heights: Sequence[float], height: float
) -> list[float] | None:
    """Upper edges of things of these heights, close to their middles and none over another."""
    if sum(heights) > height:
        return None
    tops: list[float] = []
    least = 0.0
    for middle, high in zip(middles, heights, strict=True):
        tops.append(max(middle - high / 2, least))
        least = tops[-1] + high
    most = height
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], most - heights[place])
        most = tops[place]
    return tops


def _name(label: _Label, count: int, centre: Point, radius: float, letters: Letters) -> list[Shape]:
    """The name of a spoke outside the rim, with a line to its tip."""
    gap = 0.8 * letters.height
    high = len(label.lines) * letters.height
    bottom = label.top + high
    nearest = min(max(centre[1], label.top), bottom) - centre[1]
    away = max(sqrt(max((radius + gap) ** 2 - nearest**2, 0.0)), gap)
    side = 1 if label.right else -1
    x = centre[0] + side * away
    middle = label.top + high / 2
    tip = _on_spoke(centre, radius, label.index, count, LEVELS)
    shapes: list[Shape] = [Stroke((tip, (x - side * 0.2 * gap, middle)), Look.LEADER)]
    for place, line in enumerate(label.lines):
        y = label.top + (place + 0.5) * letters.height
        anchor = Anchor.START if label.right else Anchor.END
        shapes.append(Words(x, y, line, Ink.PLAIN, anchor))
    return shapes


def _legend(
    legend: Legend, letters: Letters, width: float, height: float
) -> tuple[list[Shape], float]:
    """Both outlines with their words at the bottom, and how high that is.

    Beside each other, or one under the other.
    """
    line = letters.height
    mark, gap = 2.4 * line, 0.5 * line
    entries = ((legend.now, Look.NOW, Look.NOW_DOT), (legend.then, Look.THEN, Look.THEN_DOT))
    fitted = [cut(words, width - mark - gap, letters) for words, _, _ in entries]
    wide = [mark + gap + letters.width(words) for words in fitted]
    together = sum(wide) + 2 * line
    if together <= width:
        left = (width - together) / 2
        places = [(left, height - 0.8 * line), (left + wide[0] + 2 * line, height - 0.8 * line)]
        high = 2 * line
    else:
        left = (width - max(wide)) / 2
        places = [(left, height - 2.2 * line), (left, height - 0.8 * line)]
        high = 3.4 * line
    shapes: list[Shape] = []
    for words, (_, look, dot), (x, y) in zip(fitted, entries, places, strict=True):
        if look is Look.NOW:
            shapes.append(box(x, y - 0.35 * line, mark, 0.7 * line, Look.NOW_AREA))
        shapes.append(Stroke(((x, y), (x + mark, y)), look))
        shapes.append(Circle((x + mark / 2, y), max(line * 0.22, 1.5), dot))
        shapes.append(Words(x + mark + gap, y, words))
    return shapes, high
