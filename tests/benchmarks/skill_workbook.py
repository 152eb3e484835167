"""Life skills to Excel and back, beside XlsxWriter in constant memory and calamine.

The yardsticks do the least that gives the same cells: XlsxWriter writes the rows of the matrix
bare, and for the workbook to fill in the same cells in as many formats; calamine reads the cells.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from lob_workbench.content.skills import load_skill_set
from lob_workbench.features.skill_workbook.comparison import compare
from lob_workbench.features.skill_workbook.layout import (
    OBSERVATION_COLUMNS,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.report import workbook_bytes
from lob_workbench.features.skill_workbook.returned import find_sheets
from lob_workbench.features.skill_workbook.rules import LearnerRow, WorkbookData
from lob_workbench.features.skill_workbook.secret import read_secret
from lob_workbench.output.workbook_cells import read_cells
from lob_workbench.output.workbook_file import RawWorkbook, _sheet, read_workbook
from tests.benchmarks.figures import Figure
from tests.helpers.workbooks import SCHOOL, a_goal, a_learner, a_workbook, today_of

SCHOOL_SIZE = 11_000
TEAM_SIZE = 500
GROUP_SIZE = 30
OBSERVATIONS = 1_000


def skill_workbook(runs: int) -> list[Figure]:
    """Export read-only and to fill in, import of a group and of a full workbook."""
    runs = min(runs, 5)
    with tempfile.TemporaryDirectory(prefix="lob-bench-") as place:
        folder = Path(place)
        return [*_exports(runs, folder), *_imports(runs, folder)]


def some_data(size: int, *, fills: bool) -> WorkbookData:
    """A workbook of so many people in our set, an agreement for each who can be filled in."""
    picked = random.Random(1)
    skill_set = load_skill_set()
    learners = [a_learner(at, f"Achternaam {at}, Äöë", own=fills) for at in range(size)]
    goals = [a_goal(at, one, skill_set) for at, one in enumerate(learners)] if fills else []
    data = a_workbook(learners, goals, skill_set)
    rows = tuple(
        LearnerRow(
            row.learner,
            row.label,
            tuple(picked.randint(0, 4) for _ in row.levels),
            row.waiting,
        )
        for row in data.rows
    )
    return a_workbook(learners, goals, skill_set, rows=rows)


def _exports(runs: int, folder: Path) -> list[Figure]:
    school, team = some_data(SCHOOL_SIZE, fills=False), some_data(TEAM_SIZE, fills=True)
    target = folder / "x.xlsx"
    ours = _medians(
        runs,
        lambda: target.write_bytes(workbook_bytes(school)),
        lambda: _bare_matrix(school, target),
        lambda: target.write_bytes(workbook_bytes(team)),
        lambda: _open_team(team, target),
    )
    return [
        Figure(f"matrix to Excel, {SCHOOL_SIZE} × 25, read-only", ours[0], ours[1], 1.5),
        Figure(f"the same to fill in, {TEAM_SIZE} people", ours[2], ours[3], 2.5),
    ]


def _imports(runs: int, folder: Path) -> list[Figure]:
    full = some_data(TEAM_SIZE, fills=True)
    group = some_data(GROUP_SIZE, fills=True)
    files = [
        _filled_in(folder / "full.xlsx", full, OBSERVATIONS),
        _filled_in(folder / "group.xlsx", group, 60),
    ]
    contents = [file.read_bytes() for file in files]
    ours = _medians(
        runs,
        lambda: _parsed_and_compared(contents[0], full),
        lambda: _cells_of(files[0]),
        lambda: compare_file(files[1], group),
        lambda: _cells_of(files[1]),
    )
    return [
        Figure(
            f"workbook back, {TEAM_SIZE} people, {OBSERVATIONS} observations", ours[0], ours[1], 2.5
        ),
        Figure(
            f"workbook of {GROUP_SIZE} back, with its own process",
            ours[2],
            None,
            1_000.0,
            remark=f"calamine reads its cells in {ours[3]:.0f} ms",
        ),
    ]


def compare_file(file: Path, data: WorkbookData) -> int:
    """As the page does it, database apart: read in a process of its own, compare."""
    found = find_sheets(read_workbook(file))
    return len(compare(found, read_secret(found.secret, SCHOOL), today_of(data)).rows)


def _parsed_and_compared(content: bytes, data: WorkbookData) -> int:
    """The same without starting a process."""
    told = read_cells(content)
    raw = RawWorkbook("x.xlsx", "", tuple(map(_sheet, told["sheets"])))
    found = find_sheets(raw)
    return len(compare(found, read_secret(found.secret, SCHOOL), today_of(data)).rows)


def _cells_of(file: Path) -> int:
    with CalamineWorkbook.from_path(file) as book:
        return sum(
            len(row)
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
        )


def _filled_in(file: Path, data: WorkbookData, count: int) -> Path:
    """The workbook with so many observations, written by us for want of a patient colleague."""
    from lob_workbench.features.skill_workbook import report, report_forms

    texts = [
        (
            data.learners[at % len(data.learners)].label,
            behaviour_choice(data.skill_set, data.skill_set.behaviours[at % 500]),
            "P. Peters",
            "docent",
            "20-11-2026",
            f"Vroeg door bij de uitleg van opdracht {at} en schreef op wat er gezegd werd",
        )
        for at in range(count)
    ]

    def write(rows: Any, data: WorkbookData) -> None:
        begin = report_forms._write_head(
            rows, report_forms.OBSERVATIONS, OBSERVATION_COLUMNS, "Waarnemingen"
        )
        for told in texts:
            rows.add([(place, text, "open") for place, text in enumerate(told, 2)])
        report_forms._set_up(rows, data, begin, OBSERVATION_COLUMNS)

    kept = report.write_observations
    report.write_observations = write
    try:
        file.write_bytes(workbook_bytes(data))
    finally:
        report.write_observations = kept
    return file


def _bare_matrix(data: WorkbookData, target: Path) -> None:
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Naam", "Nummer", "Groep", *(skill.name for skill in data.skills)])
    for number, row in enumerate(data.rows, 1):
        learner = row.learner
        sheet.write_row(number, 0, [row.label, learner.number, learner.group, *row.levels])
    book.close()


def _open_team(data: WorkbookData, target: Path) -> None:
    """The same cells: matrix, agreements, rows to fill in, behaviours."""
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    level = book.add_format({"align": "center", "border": 1})
    text = book.add_format({"text_wrap": True, "border": 1, "locked": False})
    matrix = book.add_worksheet("Matrix")
    for number, row in enumerate(data.rows):
        learner = row.learner
        matrix.write_row(number, 0, [str(learner.id), row.label, learner.number, learner.group])
        matrix.write_row(number, 4, row.levels, level)
    seen = book.add_worksheet("Waarnemingen")
    for number in range(300):
        for column in range(6):
            seen.write_blank(number, column, None, text)
    goals = book.add_worksheet("Afspraken")
    for number, one in enumerate(data.goals):
        goal = one.goal
        told = [str(goal.id), one.person.label, goal.skill_id, goal.level, goal.action, goal.helper]
        goals.write_row(number, 0, [*told, 46328, 46374], text)
        for column in range(8, 12):
            goals.write_blank(number, column, None, text)
    words = book.add_worksheet("Gedrag")
    for number, behaviour in enumerate(data.skill_set.behaviours):
        choice = behaviour_choice(data.skill_set, behaviour)
        told = [behaviour.id, behaviour.skill, "", behaviour.level, "", behaviour.text, choice]
        words.write_row(number, 0, told, text)
    secret = book.add_worksheet("Sleutel")
    for number, row in enumerate(data.rows):
        levels = " ".join(map(str, row.levels))
        secret.write_row(number, 0, ["row", str(row.learner.id), row.label, "", "", levels])
    for sheet in (matrix, seen, goals, words):
        sheet.protect()
    book.close()


def _medians(runs: int, *tasks: Callable[[], object]) -> list[float]:
    """Milliseconds of each, in turns after a warm-up."""
    taken: list[list[float]] = [[] for _ in tasks]
    for run in range(runs + 1):
        for task, times in zip(tasks, taken, strict=True):
            begun = time.perf_counter()
            task()
            if run:
                times.append((time.perf_counter() - begun) * 1000)
    return [median(times) for times in taken]
