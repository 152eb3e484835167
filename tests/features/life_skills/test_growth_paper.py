"""Growth on paper, and that paper and screen draw the same shapes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPolygonF
from pytestqt.qtbot import QtBot

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.life_skills import page_chart, report_chart
from lob_workbench.features.life_skills.growth import Legend, Spoke, radar
from lob_workbench.features.life_skills.growth_bars import STEPS, Bar, Heads, bars
from lob_workbench.features.life_skills.growth_shapes import (
    SHADES,
    Circle,
    Drawing,
    Polygon,
    Stroke,
    Words,
)
from lob_workbench.features.life_skills.operations_growth import GroupSheet, GrowthSheet
from lob_workbench.features.life_skills.report_growth import group_pdf, group_words, person_pdf
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import (
    GroupGrowth,
    Grown,
    PersonGrowth,
    Since,
    Then,
    group_skills,
    grown_skills,
    next_steps,
)
from lob_workbench.output.style import INK, PAPER
from lob_workbench.people.rules import StudentFilter
from lob_workbench.skills.rules import Learner, LearnerKind, Standing
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import PaperHead
from lob_workbench.ui import theme
from tests.features.life_skills.growing import KEY, TODAY
from tests.output.reading import edges_are_clear, pages, reader, squeezed, texts
from tests.ui.test_theme import contrast

LEVEL_BITS = [0, 0x1F, 0x3FF, 0x7FFF, 0xFFFFF]
ZOE = Learner(new_id(), LearnerKind.STUDENT, "Zoë van 't <b>Hart</b>", "Hart, Zoë", "1", "PW2B")
HEAD = PaperHead("Het Voorbeeldcollege")
THEN = Then(Since.YEAR, date(2026, 8, 1))


class Recorder:
    """Stands in for what draws, and keeps what it was told to."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.place = (0.0, 0.0)

    def __getattr__(self, _name: str) -> Any:
        return lambda *_args, **_more: None


class Painter(Recorder):
    """As a QPainter."""

    def drawPolygon(self, points: QPolygonF) -> None:
        self.told.append(("closed", [(point.x(), point.y()) for point in points.toList()]))

    def drawPolyline(self, points: QPolygonF) -> None:
        self.told.append(("open", [(point.x(), point.y()) for point in points.toList()]))

    def drawEllipse(self, centre: QPointF, radius: float, _same: float) -> None:
        self.told.append(("circle", [(centre.x(), centre.y()), (radius, radius)]))

    def drawText(self, _place: QPointF, text: str) -> None:
        self.told.append(("words", text))


class Path:
    """As a path of reportlab."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []
        self.closed = False

    def moveTo(self, x: float, y: float) -> None:
        self.points.append((x, -y))

    lineTo = moveTo

    def close(self) -> None:
        self.closed = True


class Canvas(Recorder):
    """As a canvas of reportlab, where y grows upward."""

    def beginPath(self) -> Path:
        return Path()

    def drawPath(self, path: Path, stroke: int, fill: int) -> None:
        assert stroke or fill
        self.told.append(("closed" if path.closed else "open", path.points))

    def circle(self, x: float, y: float, radius: float, stroke: int, fill: int) -> None:
        assert stroke or fill
        self.told.append(("circle", [(x, -y), (radius, radius)]))

    def _words(self, _x: float, _y: float, text: str) -> None:
        self.told.append(("words", text))

    drawString = drawCentredString = drawRightString = _words


def asked(drawing: Drawing) -> list[Any]:
    """What a drawing asks for."""
    found: list[Any] = []
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            found.append(("words", shape.text))
        elif isinstance(shape, Circle):
            found.append(("circle", [shape.centre, (shape.radius, shape.radius)]))
        else:
            kind = "closed" if isinstance(shape, Polygon) else "open"
            assert isinstance(shape, Polygon | Stroke)
            found.append((kind, list(shape.points)))
    return found


SPOKES = st.lists(
    st.builds(
        Spoke,
        st.text("abc ", max_size=12),
        st.sampled_from(["Een", "Twee"]),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=30,
)


@given(spokes=SPOKES, width=st.integers(200, 700))
def test_screen_and_paper_draw_the_same_shapes(qapp, spokes, width) -> None:
    letters = page_chart.ScreenLetters()
    rows = [
        Bar(one.name, one.group, one.now, one.then, (1, 0, one.now, 2, one.then), "2,0")
        for one in spokes
    ]
    for drawing in (
        radar(spokes, Legend("Nu", "Toen"), letters, width, 400).drawing,
        bars(rows, Heads("Gemiddeld", "Hoeveel", "toen"), letters, width),
    ):
        painter, canvas = Painter(), Canvas()
        page_chart.draw_shapes(painter, drawing, letters)  # type: ignore[arg-type]
        report_chart.draw_shapes(canvas, drawing, 8)
        assert [kind for kind, _ in painter.told] == [kind for kind, _ in canvas.told]
        for seen, printed, wanted in zip(painter.told, canvas.told, asked(drawing), strict=True):
            assert seen[0] == printed[0] == wanted[0]
            if seen[0] == "words":
                assert seen[1] == printed[1] == wanted[1]
            else:
                for here, there, point in zip(seen[1], printed[1], wanted[1], strict=True):
                    assert here == pytest.approx(point)
                    assert there == pytest.approx(point)


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_are_readable_on_every_step(qapp, dark, monkeypatch) -> None:
    monkeypatch.setattr(theme.theme(), "_dark", dark)
    for step in STEPS:
        full = SHADES[step] == 1
        ink = theme.colour(theme.Role.ON_PRIMARY if full else theme.Role.INK)
        assert contrast(page_chart.shade(SHADES[step]).name(), QColor(ink).name()) >= 4.5
        paper = report_chart._shade(SHADES[step])
        assert contrast(paper.hex, (PAPER if full else INK).hex) >= 4.5


def a_growth(skills=None, learner: Learner = ZOE) -> PersonGrowth:
    skill_set = load_skill_set()
    now = {
        skill.id: Standing(LEVEL_BITS[number % 5] | 1 << 19 | 1 << 13)
        for number, skill in enumerate(skill_set.skills)
    }
    then = {
        skill.id: Standing(LEVEL_BITS[max(number % 5 - 1, 0)])
        for number, skill in enumerate(skill_set.skills)
    }
    along = skill_set.skills if skills is None else skills
    return PersonGrowth(learner, grown_skills(skill_set, along, then, now), THEN, TODAY)


def a_sheet(growth: PersonGrowth) -> GrowthSheet:
    steps = next_steps(growth.skills, {"listening": 2})
    return GrowthSheet(growth, steps, "Vaardigheden", "Mirjam Bakker", HEAD)


def test_the_sheet_of_a_person_is_one_page_with_every_name_and_figure() -> None:
    growth = a_growth()
    pdf = person_pdf(a_sheet(growth))
    assert pages(pdf) == 1
    assert edges_are_clear(pdf)
    box = reader(pdf).pages[0].mediabox
    assert box.width < box.height
    for seen in map(squeezed, texts(pdf)):
        assert squeezed(ZOE.name) in seen
        assert "PW2B" in seen
        assert "1augustus2026" in seen
        for one in growth.skills:
            figures = f"{one.skill.name}{one.then.level}{one.now.level}"
            assert squeezed(figures) in seen
            if one.now.level:
                assert squeezed(one.skill.level(one.now.level).name) in seen
        assert "afgesproken" in seen
        for behaviour in a_sheet(growth).steps[0].lacking:
            assert squeezed(behaviour.text) in seen
    info = reader(pdf).metadata
    assert info is not None
    assert info.author == "Mirjam Bakker"


def test_a_route_of_few_skills_a_member_and_nothing_left_to_do() -> None:
    skills = load_skill_set().skills
    member = replace(ZOE, kind=LearnerKind.MEMBER, name="Daan de Wit", group="", team="Team Zorg")
    for along in ((), skills[:1], skills[:2], skills[4:5], skills[:7]):
        growth = a_growth(along, member)
        pdf = person_pdf(a_sheet(growth))
        assert pages(pdf) == 1
        seen = squeezed(texts(pdf)[0])
        assert "TeamZorg" in seen
        assert ("Hiermeekunjeverder" in seen) == any(one.now.level < 4 for one in growth.skills)


def a_group(count: int, selection: Selection, skills=None) -> GroupSheet:
    skill_set = load_skill_set()
    now = [
        {skill.id: (number * 7 + person) % 5 for number, skill in enumerate(skill_set.skills)}
        for person in range(count)
    ]
    rows = group_skills(skill_set, skills or skill_set.skills, now[::2], now)
    people = tuple(Grown(ZOE, 1, 1) for _ in range(count))
    growth = GroupGrowth(selection, people, rows, THEN, TODAY)
    return GroupSheet(growth, skill_set.name, "Mirjam Bakker", HEAD)


def test_the_sheet_of_a_team_lies_on_its_side_with_every_figure() -> None:
    sheet = a_group(24, Selection(KEY, wanted=StudentFilter(group="PW2B")))
    pdf = group_pdf(sheet)
    assert pages(pdf) == 1
    assert edges_are_clear(pdf)
    box = reader(pdf).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 595)
    for seen in map(squeezed, texts(pdf)):
        assert "LifeskillsvanPW2B" in seen
        for one in sheet.growth.skills:
            figures = "".join(str(count) for count in one.counts if count)
            mean = f"{one.now:.1f}".replace(".", ",")
            assert squeezed(f"{one.skill.name}{mean}{figures}") in seen


def test_a_set_of_sixty_skills_goes_on_on_a_next_sheet() -> None:
    skills = load_skill_set().skills
    pdf = group_pdf(a_group(3, Selection(KEY), skills + skills + skills[:10]))
    assert pages(pdf) == 2 or pages(pdf) == 3
    assert edges_are_clear(pdf)


@pytest.mark.parametrize(
    ("count", "selection", "words"),
    [
        (1, Selection(KEY), "1 student"),
        (24, Selection(KEY), "24 studenten"),
        (24, Selection(KEY, wanted=StudentFilter(team="Team Zorg")), "Team Zorg"),
        (24, Selection(KEY, wanted=StudentFilter(programme="Kok")), "Kok"),
        (2, Selection(KEY, wanted=StudentFilter(words="zo", group="PW2B")), "2 studenten"),
        (1, Selection(KEY, LearnerKind.MEMBER), "1 teamlid"),
        (4, Selection(KEY, LearnerKind.MEMBER), "4 teamleden"),
        (
            2,
            Selection(KEY, wanted=StudentFilter(group="PW2B"), chosen=frozenset({new_id()})),
            "2 studenten",
        ),
    ],
)
def test_a_sheet_says_whose_it_is(count: int, selection: Selection, words: str) -> None:
    assert group_words(a_group(count, selection).growth) == words


def test_emoji_and_hebrew_in_a_set_of_a_school_print(qtbot: QtBot) -> None:
    skill_set = load_skill_set()
    odd = tuple(
        replace(skill, name=f"🙂 שלום {skill.name} {'x' * 9}") for skill in skill_set.skills
    )
    assert pages(person_pdf(a_sheet(a_growth(odd)))) == 1
    group_pdf(a_group(3, Selection(KEY), odd))
