"""The matrix: who stands at which level in which skill."""

from collections.abc import Callable

from openpyxl.formatting.rule import CellIsRule
from openpyxl.utils import get_column_letter

from lob_workbench.domain.terms import own
from lob_workbench.features.skill_workbook.cells import settled_line
from lob_workbench.features.skill_workbook.layout import MATRIX, Field
from lob_workbench.features.skill_workbook.report_rows import SheetRows
from lob_workbench.features.skill_workbook.report_set_up import protect, set_columns, set_print
from lob_workbench.features.skill_workbook.report_styles import HEAT, fill, font
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.skills.rules import LEVELS, LearnerKind

FIRST_SKILL = 5
"""After the hidden key, name, number and group."""

_LEVEL_WIDTH = 5.0
_UPRIGHT_HEIGHT = 160.0
_ROW = 16.0
_TELL_EACH = 500


def write_matrix(rows: SheetRows, data: WorkbookData, tell: Callable[[float], None]) -> None:
    """Write the sheet; ``tell`` hears which part of it is done."""
    skills = data.skills
    rows.add_keys(
        MATRIX,
        [Field.ROW, Field.WHO, Field.NUMBER, Field.GROUP, *(f"skill-{one.id}" for one in skills)],
    )
    rows.add([(2, f"Life skills · {data.whom}", "title")], 34)
    rows.add([(2, _legend(data), "lead")], 20)
    _write_groups(rows, data)
    member = data.kind is LearnerKind.MEMBER
    heads = ("Naam", "" if member else "Nummer", own("Team") if member else "Groep")
    begin = rows.add_headings(
        [
            *((place, words, "head_low") for place, words in enumerate(heads, 2)),
            *(
                (place, skill.name, "head_upright")
                for place, skill in enumerate(skills, FIRST_SKILL)
            ),
        ],
        _UPRIGHT_HEIGHT,
    )
    last = FIRST_SKILL + len(skills) - 1
    _write_people(rows, data, tell)
    end = get_column_letter(last)
    sheet = rows.sheet
    set_columns(
        rows,
        [None, 30, None if member else 12, 22 if member else 12, *[_LEVEL_WIDTH] * len(skills)],
    )
    sheet.freeze_panes = f"{get_column_letter(FIRST_SKILL)}{begin + 1}"
    sheet.auto_filter.ref = f"B{begin}:{end}{max(rows.number, begin + 1)}"
    _colour(rows, f"{get_column_letter(FIRST_SKILL)}{begin + 1}:{end}{rows.number}")
    set_print(rows, data, repeated=(begin - 1, begin), columns="B:D", area=f"B2:{end}{rows.number}")
    protect(rows)


def _legend(data: WorkbookData) -> str:
    told = "Niveau 0 tot en met 4. Een niveau is gehaald als alle gedrag ervan is bevestigd."
    waits = any(True in row.waiting for row in data.rows)
    return f"{told} • betekent: hier wacht iets op bevestiging." if waits else told


def _write_groups(rows: SheetRows, data: WorkbookData) -> None:
    cells: list[tuple[int, str | None, str]] = []
    headings = {group.id: group.heading for group in data.skill_set.groups}
    before = None
    for place, skill in enumerate(data.skills, FIRST_SKILL):
        heading = headings[skill.group] if skill.group != before else None
        cells.append((place, heading, "group"))
        before = skill.group
    rows.add(cells, 20)


def _write_people(rows: SheetRows, data: WorkbookData, tell: Callable[[float], None]) -> None:
    letters = [get_column_letter(FIRST_SKILL + place) for place in range(len(data.skills))]
    # All there is to say of a level, made once.
    tails = {
        (
            level,
            waiting,
        ): f'" s="{rows.styles["waiting" if waiting else "level"]}"><v>{level}</v></c>'
        for level in range(LEVELS + 1)
        for waiting in (False, True)
    }
    with_key = not data.read_only
    for done, row in enumerate(data.rows):
        number, learner = rows.next, row.learner
        more = data.belongs_to(learner)
        levels = zip(letters, row.levels, row.waiting, strict=True)
        cells = [
            f'<c r="A{number}"{rows.text(str(learner.id), "hidden")}' if with_key else "",
            f'<c r="B{number}"{rows.text(row.label, "name")}',
            f'<c r="C{number}"{rows.text(settled_line(learner.number), "fact")}',
            f'<c r="D{number}"{rows.text(settled_line(more), "fact")}',
            *[f'<c r="{at}{number}{tails[level, waits]}' for at, level, waits in levels],
        ]
        rows.add_written("".join(cells), _ROW)
        if done % _TELL_EACH == 0:
            tell(done / len(data.rows))
    rows.widen(FIRST_SKILL + len(letters) - 1)


def _colour(rows: SheetRows, cells: str) -> None:
    for level, (ground, ink) in enumerate(HEAT):
        rule = CellIsRule(operator="equal", formula=[str(level)], fill=fill(ground), font=font(ink))
        rows.sheet.conditional_formatting.add(cells, rule)
