"""The radar and the bars as shapes, whatever draws them."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import cos, hypot, pi, sin
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.life_skills.growth import Legend, Radar, Spoke, radar
from lob_workbench.features.life_skills.growth_bars import STEPS, Bar, Heads, bars
from lob_workbench.features.life_skills.growth_shapes import (
    Circle,
    Drawing,
    Ink,
    Look,
    Point,
    Polygon,
    Words,
    corners,
    cut,
)

LEGEND = Legend("Nu: 23 november 2026", "Toen: 1 augustus 2026")


class PlainLetters:
    """Every letter is as wide as every other."""

    def __init__(self, height: float = 15.0, wide: float = 0.45) -> None:
        self.height = height
        self._wide = wide

    def width(self, text: str, bold: bool = False) -> float:
        return len(text) * self.height * self._wide * (1.1 if bold else 1)


LETTERS = PlainLetters()
LEVEL = st.integers(0, 4)
NAME = st.text(st.sampled_from("abcdefgh  "), min_size=1, max_size=30)


@st.composite
def spokes(draw, least: int = 1, most: int = 60):
    count = draw(st.integers(least, most))
    sizes = draw(st.integers(1, 9))
    return [
        Spoke(draw(NAME), f"Groep {index // sizes}", draw(LEVEL), draw(LEVEL))
        for index in range(count)
    ]


def ours(then: int = 1, now: int = 3) -> list[Spoke]:
    skills = load_skill_set()
    return [
        Spoke(skill.name, group.heading, then, now)
        for group in skills.groups
        for skill in group.skills
    ]


def of(drawing: Drawing, kind: type, look: Look | None = None) -> list[Any]:
    return [
        shape
        for shape in drawing.shapes
        if isinstance(shape, kind) and (look is None or getattr(shape, "look", None) is look)
    ]


def apart(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether a line can be drawn between two boxes."""
    for box in (one, other):
        for (x1, y1), (x2, y2) in pairwise([*box, box[0]]):
            across, down = y2 - y1, x1 - x2
            first = [x * across + y * down for x, y in one]
            second = [x * across + y * down for x, y in other]
            if max(first) <= min(second) + 0.01 or max(second) <= min(first) + 0.01:
                return True
    return False


def assert_readable(drawing: Drawing, letters=LETTERS) -> None:
    """No words over other words, none outside the drawing."""
    boxes = [(words.text, corners(words, letters)) for words in of(drawing, Words)]
    for text, box in boxes:
        for x, y in box:
            assert -0.1 <= x <= drawing.width + 0.1, text
            assert -0.1 <= y <= drawing.height + 0.1, text
    for (text, one), (other_text, other) in combinations(boxes, 2):
        assert apart(one, other), (text, other_text)


@given(spokes(), st.floats(150, 900), st.floats(200, 700))
def test_points_lie_on_their_spoke_at_a_quarter_of_the_radius_a_level(rows, width, height) -> None:
    found = radar(rows, LEGEND, LETTERS, width, height)
    for look, level in ((Look.NOW, "now"), (Look.THEN, "then")):
        (outline,) = of(found.drawing, Polygon, look)
        assert len(outline.points) == len(rows)
        for index, (x, y) in enumerate(outline.points):
            away = found.radius * getattr(rows[index], level) / 4
            across, down = x - found.centre[0], y - found.centre[1]
            assert hypot(across, down) == pytest.approx(away, abs=1e-6)
            angle = (index + 0.5) * 2 * pi / len(rows)
            assert across == pytest.approx(away * sin(angle), abs=1e-6)
            assert down == pytest.approx(-away * cos(angle), abs=1e-6)


@given(LEVEL)
def test_the_scale_is_fixed_whatever_somebody_reached(level) -> None:
    found = radar(ours(level, level), LEGEND, LETTERS, 500, 400)
    rings = [ring.radius for ring in of(found.drawing, Circle, Look.GRID)]
    assert rings == [pytest.approx(found.radius * step / 4) for step in (1, 2, 3)]
    assert [ring.radius for ring in of(found.drawing, Circle, Look.RIM)] == [found.radius]
    (area,) = of(found.drawing, Polygon, Look.NOW_AREA)[:1]
    assert hypot(area.points[0][0] - 250, area.points[0][1] - found.centre[1]) == pytest.approx(
        found.radius * level / 4
    )


@given(spokes(), st.floats(260, 1200), st.floats(260, 800), st.floats(0.3, 0.6))
def test_no_words_stand_over_other_words(rows, width, height, wide) -> None:
    letters = PlainLetters(13, wide)
    found = radar(rows, LEGEND, letters, width, height)
    # A radar of a hand's breadth: its rings lie closer than its figures are high.
    assume(found.radius / 4 >= letters.height)
    assert_readable(found.drawing, letters)


@pytest.mark.parametrize("width", [360, 480, 560, 700, 1000])
@pytest.mark.parametrize("height", [320, 380, 480])
def test_our_25_are_readable_from_360_pixels_on(width, height) -> None:
    found = radar(ours(), LEGEND, LETTERS, width, height)
    assert_readable(found.drawing)
    texts = " ".join(words.text for words in of(found.drawing, Words))
    if found.named:
        assert "Omgevingssensitiviteit" in texts
        assert "vermogen" in texts
    else:
        assert {"1", "13", "25"} <= set(texts.split())
        for heading in ("Jezelf sturen", "Staande blijven", "Samen", "Denken", "Doen"):
            assert heading in texts
    assert found.named == (width >= 560)
    assert found.radius >= 80


def test_names_are_never_cut_and_headings_read_upright() -> None:
    long = [
        Spoke("Een heel lange naam voor een skill van een school van ons samen", "Groep", 0, 1)
    ] * 25
    assert not radar(long, LEGEND, LETTERS, 600, 500).named
    small = radar(ours(), LEGEND, LETTERS, 360, 360)
    turned = [words.angle for words in of(small.drawing, Words) if words.ink is Ink.HEADING]
    assert len(turned) == 5
    assert all(-90 <= angle <= 90 or 270 <= angle <= 360 for angle in turned)


@given(spokes(least=3), st.data())
def test_a_place_in_the_radar_tells_its_spoke(rows, data) -> None:
    found = radar(rows, LEGEND, LETTERS, 600, 500)
    index = data.draw(st.integers(0, len(rows) - 1))
    assert found.spoke_at(found.tip(index)) == index
    assert found.spoke_at(found.tip(index, 0.5)) == index
    assert found.spoke_at((0, 0)) is None


def test_an_empty_radar_has_rings_and_a_legend() -> None:
    empty: Radar = radar([], LEGEND, LETTERS, 400, 400)
    assert len(of(empty.drawing, Circle, Look.RIM)) == 1
    assert empty.spoke_at(empty.centre) is None
    assert [words.text for words in of(empty.drawing, Words) if len(words.text) > 2] == [
        LEGEND.now,
        LEGEND.then,
    ]


def test_both_outlines_are_told_in_words_also_where_they_stand_under_each_other() -> None:
    for width in (150, 360, 900):
        found = radar(ours(), LEGEND, LETTERS, width, 400)
        texts = [words.text for words in of(found.drawing, Words)]
        assert texts[-2].startswith("Nu: ")
        assert texts[-1].startswith("Toen: ")
    assert cut("abc", 100, LETTERS) == "abc"
    assert cut("abcdefgh", 20, LETTERS) == "a…"


HEADS = Heads("Gemiddeld", "Hoeveel op elk niveau", "toen")
COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5).map(tuple)


@st.composite
def rows_of_bars(draw):
    return [
        Bar(
            draw(NAME),
            draw(st.sampled_from(["", "Een", "Twee"])),
            draw(st.floats(0, 4)),
            draw(st.floats(0, 4)),
            draw(COUNTS),
            "2,3",
        )
        for _ in range(draw(st.integers(0, 30)))
    ]


@given(rows_of_bars(), st.floats(420, 1400))
def test_steps_are_as_wide_as_their_share_and_never_over_words(rows, width) -> None:
    drawing = bars(rows, HEADS, LETTERS, width)
    assert drawing.width == width
    words = [one for one in of(drawing, Words) if one.bold is False or one.ink is not Ink.HEADING]
    for (text, one), (other, another) in combinations(
        [(one.text, corners(one, LETTERS)) for one in words], 2
    ):
        assert apart(one, another), (text, other)
    for look in STEPS:
        for step in of(drawing, Polygon, look):
            xs = [x for x, _ in step.points]
            assert 0 <= min(xs) <= max(xs) <= width + 0.6


def test_a_step_carries_how_many_and_rises_with_its_level() -> None:
    drawing = bars(
        [Bar("Luisteren", "Samen", 2.0, 1.0, (1, 0, 1, 2, 4), "2,0")], HEADS, LETTERS, 700
    )
    steps = [of(drawing, Polygon, look)[-1] for look in STEPS if look is not Look.STEP_1]
    wide = [step.points[1][0] - step.points[0][0] + 1 for step in steps]
    assert wide == [pytest.approx(wide[0] * share) for share in (1, 1, 2, 4)]
    high = [step.points[2][1] - step.points[1][1] for step in steps]
    assert high == sorted(high)
    assert len(set(high)) == 4
    texts = [words.text for words in of(drawing, Words)]
    assert texts[-6:] == ["Luisteren", "2,0", "1", "1", "2", "4"]
    (mean,) = of(drawing, Polygon, Look.MEAN)
    (track,) = of(drawing, Polygon, Look.TRACK)
    part = (mean.points[1][0] - mean.points[0][0]) / (track.points[1][0] - track.points[0][0])
    assert part == pytest.approx(0.5)
