"""Growth on paper: one upright sheet per person for a talk, one on its side for a group."""

from collections.abc import Sequence

from lob_workbench.domain.dates import plain_date
from lob_workbench.features.life_skills.growth import Legend, Spoke, radar
from lob_workbench.features.life_skills.growth_bars import Bar, Heads, bars
from lob_workbench.features.life_skills.operations_growth import GroupSheet, GrowthSheet
from lob_workbench.features.life_skills.report_chart import PaperLetters, place
from lob_workbench.features.life_skills.rules_growth import (
    GroupGrowth,
    GroupSkill,
    NextStep,
    PersonGrowth,
    Since,
    SkillGrowth,
    Then,
)
from lob_workbench.output.pdf import Paper
from lob_workbench.output.style import (
    BOLD,
    HAIR_LINE,
    MUTED,
    PRIMARY,
    REGULAR,
    STEP,
    TextStyle,
)
from lob_workbench.output.tags import Element, Tag
from lob_workbench.skills.rules import LearnerKind

_CELL = TextStyle(REGULAR, 7.9, 11.4)
_CELL_BOLD = TextStyle(BOLD, 7.9, 11.4)
_QUIET = TextStyle(REGULAR, 6.9, 11.4, MUTED)
_GROUP = TextStyle(BOLD, 8.2, 13.5, PRIMARY)
_TYPE, _BAR_TYPE = 8.0, 7.2
"""Of a radar and of bars, in points."""
_LEAST_RADAR, _MOST_RADAR = 145.0, 300.0
_LEAST_ROW, _MOST_ROW = 1.18, 1.7
"""Of a bar, in lines."""
_NOTE = 40.0
"""For the remark that some signs do not print."""
_GAP, _BETWEEN = 5 * STEP, 3 * STEP
"""Between columns of what comes next, and of the table."""
_MOST_LINES = 3


def person_pdf(sheet: GrowthSheet) -> bytes:
    """Radar, levels with their names, and what to work on next."""
    growth = sheet.growth
    learner = growth.learner
    paper = Paper(
        school=sheet.head.school,
        logo=sheet.head.logo,
        title=f"Groei van {learner.name}",
        subject="Groei in life skills",
        author=sheet.author,
        foot=f"Groei van {learner.name}, {plain_date(growth.today)}",
    )
    of = learner.group or learner.team
    facts = (learner.name, of, plain_date(growth.today))
    paper.opening("Zo groei je", "  ·  ".join(filter(None, facts)))
    columns = _halves(growth.skills)
    table = max((_table_height(column) for column in columns), default=0.0)
    steps = _steps_height(paper, sheet.steps)
    spokes = _spokes(paper, growth)
    # What is left on this sheet is the radar's.
    room = paper.bottom - paper.y - table - steps - 4 * STEP
    if paper.pages.replaced:
        room -= _NOTE
    named = _radar(paper, growth, spokes, min(max(room, _LEAST_RADAR), _MOST_RADAR))
    _table(paper, columns, table, numbered=not named)
    _next(paper, sheet.steps, steps)
    return paper.finish()


def group_pdf(sheet: GroupSheet) -> bytes:
    """The bars of everybody in a selection together."""
    growth = sheet.growth
    who = group_words(growth)
    paper = Paper(
        school=sheet.head.school,
        logo=sheet.head.logo,
        title=f"Life skills van {who}",
        subject="Groei in life skills",
        author=sheet.author,
        foot=f"Life skills van {who}, {plain_date(growth.today)}",
        landscape=True,
    )
    then = f"{_then_label(growth.then)}, {plain_date(growth.then.day)}"
    count = _count(growth)
    facts = ("" if count == who else count, f"Nu: {plain_date(growth.today)}", then)
    paper.opening(f"Life skills van {who}", "  ·  ".join(filter(None, (*facts, sheet.set_name))))
    letters = PaperLetters(_BAR_TYPE, paper.pages.measure)
    heads = Heads("Gemiddeld", "Hoeveel op elk niveau", "toen")
    rows = [_bar(paper, one) for one in growth.skills]
    if paper.pages.replaced:
        paper.bottom -= _NOTE
    for number, part in enumerate(_sheets(rows, letters, paper.bottom - paper.y)):
        if number:
            paper.new_page()
        lines = len(part) + len({one.group for one in part})
        high = (paper.bottom - paper.y) / letters.height - 2.2
        row = min(max(high / lines, _LEAST_ROW), _MOST_ROW)
        drawing = bars(part, heads, letters, paper.width, row)
        said = "; ".join(f"{one.name}: gemiddeld {one.figure}" for one in part)
        place(paper.pages, drawing, paper.left, paper.y, _BAR_TYPE, said)
        paper.y += drawing.height
    return paper.finish()


def group_words(growth: GroupGrowth) -> str:
    """Who they are, as a title says it: the class or the team, or how many."""
    selection = growth.selection
    wanted = selection.wanted
    named = wanted.group or wanted.team or wanted.programme
    if selection.kind is LearnerKind.MEMBER or selection.chosen or wanted.words:
        named = ""
    return named or _count(growth)


def _count(growth: GroupGrowth) -> str:
    count = len(growth.people)
    if growth.selection.kind is LearnerKind.MEMBER:
        return "1 teamlid" if count == 1 else f"{count} teamleden"
    return "1 student" if count == 1 else f"{count} studenten"


def _then_label(then: Then) -> str:
    return {
        Since.YEAR: "Toen: begin schooljaar",
        Since.TALK: "Toen: laatste gesprek",
        Since.DAY: "Toen",
    }[then.since]


def _spokes(paper: Paper, growth: PersonGrowth) -> list[Spoke]:
    plain = paper.pages.printable
    return [
        Spoke(plain(one.skill.name), plain(one.heading), one.then.level, one.now.level)
        for one in growth.skills
    ]


def _radar(paper: Paper, growth: PersonGrowth, spokes: Sequence[Spoke], height: float) -> bool:
    """Whether it has its names around it; if not, the table must have its numbers."""
    letters = PaperLetters(_TYPE, paper.pages.measure)
    legend = Legend(
        f"Nu: {plain_date(growth.today)}",
        f"{_then_label(growth.then)}, {plain_date(growth.then.day)}",
    )
    found = radar(spokes, legend, letters, paper.width, height)
    said = "; ".join(f"{one.name}: toen {one.then}, nu {one.now}" for one in spokes)
    paper.room(height)
    place(paper.pages, found.drawing, paper.left, paper.y, _TYPE, f"Radar. {said}")
    paper.y += height + STEP
    return found.named


def _halves(
    skills: Sequence[SkillGrowth],
) -> tuple[list[tuple[int, SkillGrowth]], list[tuple[int, SkillGrowth]]]:
    """The rows of the table, numbered as the spokes, in two columns; groups stay whole."""
    rows = list(enumerate(skills, start=1))
    best = len(rows)
    for at in range(1, len(rows)):
        begins = rows[at][1].heading != rows[at - 1][1].heading
        if begins and abs(2 * at - len(rows)) <= abs(2 * best - len(rows)):
            best = at
    return rows[:best], rows[best:]


def _table_height(rows: Sequence[tuple[int, SkillGrowth]]) -> float:
    groups = len({one.heading for _, one in rows})
    return _CELL.leading * (len(rows) + 1) + (_GROUP.leading + 2) * groups


def _table(
    paper: Paper,
    columns: Sequence[Sequence[tuple[int, SkillGrowth]]],
    height: float,
    *,
    numbered: bool,
) -> None:
    """Per skill both levels, and the name of the level reached."""
    paper.room(min(height, paper.bottom - 2 * STEP))
    top = paper.y
    wide = (paper.width - _BETWEEN) / 2
    for column, rows in enumerate(columns):
        if rows:
            _column(paper, rows, paper.left + column * (wide + _BETWEEN), wide, numbered)
    paper.y = top + height + 2 * STEP


def _column(
    paper: Paper,
    rows: Sequence[tuple[int, SkillGrowth]],
    left: float,
    wide: float,
    numbered: bool,
) -> None:
    pages, top = paper.pages, paper.y
    name, level = wide * 0.456, wide * 0.06
    at_then, at_now, at_words = left + name, left + name + level, left + name + 2 * level
    for x, head in ((at_then - 8, "toen"), (at_now, "nu"), (at_words, "niveau nu")):
        pages.line_of(x, top, head, _QUIET, wide, Tag.PARAGRAPH)
    y = top + _CELL.leading
    heading = ""
    for number, one in rows:
        if one.heading != heading:
            heading = one.heading
            pages.line_of(left, y + 1, heading, _GROUP, name, Tag.PARAGRAPH)
            y += _GROUP.leading + 2
            pages.rule(left, y - 1, wide, HAIR_LINE)
        reached = one.skill.level(one.now.level).name if one.now.level else "nog geen niveau"
        words = f"{number}. {one.skill.name}" if numbered else one.skill.name
        pages.line_of(left, y, words, _CELL, name, Tag.PARAGRAPH)
        pages.line_of(at_then + 3, y, str(one.then.level), _CELL, level, Tag.PARAGRAPH)
        more = _CELL_BOLD if one.gained else _CELL
        pages.line_of(at_now + 1, y, str(one.now.level), more, level, Tag.PARAGRAPH)
        room = left + wide - at_words
        pages.line_of(at_words, y, reached, _CELL if one.now.level else _QUIET, room, Tag.PARAGRAPH)
        y += _CELL.leading


def _step_lines(paper: Paper, step: NextStep, wide: float) -> list[list[str]]:
    return [
        paper.pages.fitted(behaviour.text, _CELL, wide - 15, _MOST_LINES)
        for behaviour in step.lacking
    ]


def _steps_height(paper: Paper, steps: Sequence[NextStep]) -> float:
    if not steps:
        return 0.0
    wide = _step_width(paper, steps)
    highest = max(
        sum(_CELL.leading * len(lines) + 2 for lines in _step_lines(paper, step, wide))
        for step in steps
    )
    return 8 * STEP + 2 * _CELL.leading + highest


def _step_width(paper: Paper, steps: Sequence[NextStep]) -> float:
    return (paper.width - _GAP * (len(steps) - 1)) / len(steps)


def _next(paper: Paper, steps: Sequence[NextStep], height: float) -> None:
    """The next level of a few skills beside each other, with a box for each behaviour."""
    if not steps:
        return
    paper.room(height)
    paper.heading("Hiermee kun je verder")
    pages = paper.pages
    wide = _step_width(paper, steps)
    top = paper.y
    for column, step in enumerate(steps):
        left = paper.left + column * (wide + _GAP)
        title = f"{step.skill.name}, naar niveau {step.level.number}"
        pages.line_of(left, top, title, _CELL_BOLD, wide, Tag.SUBHEADING)
        agreed = f"{step.level.name} · afgesproken" if step.agreed else step.level.name
        pages.line_of(left, top + _CELL.leading, agreed, _QUIET, wide, Tag.PARAGRAPH)
        y = top + 2 * _CELL.leading + 2
        for lines in _step_lines(paper, step, wide):
            pages.check_box(left + 0.5, y + 1.8, 8)
            pages.text(left + 15, y, lines, _CELL, Element(Tag.PARAGRAPH))
            y += _CELL.leading * len(lines) + 2
        paper.y = max(paper.y, y)


def _bar(paper: Paper, one: GroupSkill) -> Bar:
    plain = paper.pages.printable
    figure = f"{one.now:.1f}".replace(".", ",")
    return Bar(plain(one.skill.name), plain(one.heading), one.now, one.then, one.counts, figure)


def _sheets(rows: Sequence[Bar], letters: PaperLetters, room: float) -> list[list[Bar]]:
    """The bars in parts that each fit on a sheet; every part begins with a heading."""
    parts: list[list[Bar]] = []
    most = int((room / letters.height - 2.2) / _LEAST_ROW)
    used, group = most, ""
    for one in rows:
        needs = 1 if one.group == group else 2
        if used + needs > most:
            parts.append([])
            used, needs = 0, 2
        parts[-1].append(one)
        used += needs
        group = one.group
    return parts
