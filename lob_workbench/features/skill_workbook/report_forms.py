"""The sheets to fill in: observations and agreements; and the hidden one that knows them again."""

from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lob_workbench.features.skill_workbook.goal_cells import cut_fields, goal_texts
from lob_workbench.features.skill_workbook.layout import (
    BEHAVIOURS,
    DAYS,
    GOAL_COLUMNS,
    GOALS,
    MATRIX,
    OBSERVATION_COLUMNS,
    OBSERVATIONS,
    OBSERVER_WORDS,
    SECRET,
    Column,
    Field,
)
from lob_workbench.features.skill_workbook.report_matrix import FIRST_SKILL
from lob_workbench.features.skill_workbook.report_rows import SheetRows, Value
from lob_workbench.features.skill_workbook.report_set_up import (
    Heights,
    name_range,
    named_list,
    offer,
    protect,
    set_columns,
    set_print,
)
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.features.skill_workbook.secret import secret_lines
from lob_workbench.skills.rules import LearnerKind

LIST_WHO = "lijst_wie"
LIST_GOAL_WHO = "lijst_wie_afspraak"
LIST_BEHAVIOUR = "lijst_gedrag"
LIST_SKILL = "lijst_skill"

_FEWEST, _MOST = 60, 300
_LAST_ROW = 5_000
"""As far as lists and checks reach, for who needs more rows than there are."""
_HEAD = 32.0
_EMPTY = 20.0
_DAY_FIRST, _DAY_LAST = "36526", "73050"
"""1 January 2000 and 31 December 2099, as Excel counts."""


def write_observations(rows: SheetRows, data: WorkbookData) -> None:
    """Empty rows, one for each time that somebody showed a behaviour."""
    begin = _write_head(
        rows,
        OBSERVATIONS,
        OBSERVATION_COLUMNS,
        "Wat zag je iemand doen? Een regel voor elke keer. In de werkbank kijkt daarna een tweede "
        "persoon of het klopt.",
    )
    styles = [_open_style(column.field) for column in OBSERVATION_COLUMNS]
    count = min(max(4 * len(data.learners), _FEWEST), _MOST)
    for _ in range(count):
        rows.add([(place, None, style) for place, style in enumerate(styles, 2)])
    _set_up(rows, data, begin, OBSERVATION_COLUMNS)
    places = _places(OBSERVATION_COLUMNS, begin)
    who = named_list(LIST_WHO)
    offer(rows, places[Field.WHO], who, "Wie", "Kies een naam uit de lijst.")
    behaviour = named_list(LIST_BEHAVIOUR)
    offer(
        rows,
        places[Field.BEHAVIOUR],
        behaviour,
        "Welk gedrag",
        "Kies uit de lijst. Op het blad Gedrag lees je alles na.",
    )
    roles = named_list(f'"{",".join(OBSERVER_WORDS.values())}"')
    offer(rows, places[Field.AS_WHAT], roles, "Als wat", "Kies uit de lijst als wat je dit zag.")
    day = _day_check()
    offer(rows, places[Field.DAY], day, "Op welke dag", "Een datum, zoals 23-11-2026.")


def write_goals(rows: SheetRows, data: WorkbookData, heights: Heights) -> None:
    """The agreements that run, and empty rows to add some."""
    begin = _write_head(
        rows,
        GOALS,
        GOAL_COLUMNS,
        "Wat is afgesproken, tot welk niveau (0 tot en met 4) en in welke periode? Verander wat "
        "anders wordt. Onderaan voeg je toe.",
    )
    for row in data.goals:
        texts = goal_texts(row, data.skill_set)
        cut = cut_fields(row.goal)
        cells: list[tuple[int, Value, str]] = [(1, str(row.goal.id), "hidden")]
        for place, column in enumerate(GOAL_COLUMNS, 2):
            locked = column.field is Field.WHO or column.field in cut
            style = "locked" if locked else _open_style(column.field)
            cells.append((place, _value(column.field, texts[column.field]), style))
        high = heights.of([(texts[column.field], column.width) for column in GOAL_COLUMNS])
        rows.add(cells, max(high, _EMPTY))
    styles = [_open_style(column.field) for column in GOAL_COLUMNS]
    for _ in range(min(max(len(data.people), 20), _FEWEST)):
        rows.add([(place, None, style) for place, style in enumerate(styles, 2)])
    _set_up(rows, data, begin, GOAL_COLUMNS)
    places = _places(GOAL_COLUMNS, begin)
    offer(rows, places[Field.WHO], named_list(LIST_GOAL_WHO), "Wie", "Kies een naam uit de lijst.")
    offer(
        rows, places[Field.SKILL], named_list(LIST_SKILL), "Skill", "Kies een skill uit de lijst."
    )
    level = DataValidation(
        type="whole", operator="between", formula1="0", formula2="4", allow_blank=True
    )
    offer(rows, places[Field.LEVEL], level, "Doel", "Een niveau van 0 tot en met 4.")
    for field in sorted(DAYS):
        offer(rows, places[field], _day_check(), "Periode", "Een datum, zoals 23-11-2026.")


def write_secret(rows: SheetRows, workbook: Any, data: WorkbookData) -> None:
    """The hidden sheet. The lists of names to choose from stand in it too."""
    people = []
    for line in secret_lines(data):
        number = rows.add([(place, text, "hidden") for place, text in enumerate(line, 1)])
        if line[0] == "person":
            people.append(number)
    rows.sheet.sheet_state = "veryHidden"
    if people:
        teams = sum(one.learner.kind is LearnerKind.TEAM for one in data.people)
        # People first, teams as a whole after them.
        last = max(people[-1] - teams, people[0])
        name_range(workbook, LIST_WHO, f"'{SECRET}'!$C${people[0]}:$C${last}")
        name_range(workbook, LIST_GOAL_WHO, f"'{SECRET}'!$C${people[0]}:$C${people[-1]}")


def name_lists(workbook: Any, data: WorkbookData, heads: int, behaviours: tuple[int, int]) -> None:
    """Name the lists that stand in sheets that people see: skills and behaviours."""
    last = get_column_letter(FIRST_SKILL + len(data.skills) - 1)
    first = get_column_letter(FIRST_SKILL)
    name_range(workbook, LIST_SKILL, f"'{MATRIX}'!${first}${heads}:${last}${heads}")
    name_range(workbook, LIST_BEHAVIOUR, f"'{BEHAVIOURS}'!$G${behaviours[0]}:$G${behaviours[1]}")


def _write_head(rows: SheetRows, name: str, columns: tuple[Column, ...], lead: str) -> int:
    rows.add_keys(name, [Field.ROW, *(column.field for column in columns)])
    rows.add([(2, name, "title")], 34)
    rows.add([(2, lead, "lead")], 20)
    heads = [
        (place, column.heading, "head_centre" if _is_short(column.field) else "head")
        for place, column in enumerate(columns, 2)
    ]
    return rows.add_headings(heads, _HEAD)


def _set_up(rows: SheetRows, data: WorkbookData, begin: int, columns: tuple[Column, ...]) -> None:
    last = get_column_letter(len(columns) + 1)
    set_columns(rows, [None, *(column.width for column in columns)])
    rows.sheet.freeze_panes = f"C{begin + 1}"
    # Empty rows have no height of their own, so that they grow while somebody types.
    rows.sheet.sheet_format.defaultRowHeight = _EMPTY
    rows.sheet.sheet_format.customHeight = True
    rows.sheet.auto_filter.ref = f"B{begin}:{last}{rows.number}"
    set_print(rows, data, repeated=(begin, begin), area=f"B2:{last}{rows.number}")
    protect(rows, adding=True)


def _places(columns: tuple[Column, ...], begin: int) -> dict[Field, str]:
    letters = ((column.field, get_column_letter(at)) for at, column in enumerate(columns, 2))
    return {field: f"{letter}{begin + 1}:{letter}{_LAST_ROW}" for field, letter in letters}


def _day_check() -> DataValidation:
    return DataValidation(
        type="date", operator="between", formula1=_DAY_FIRST, formula2=_DAY_LAST, allow_blank=True
    )


def _is_short(field: Field) -> bool:
    return field in DAYS or field in (Field.LEVEL, Field.DAY)


def _open_style(field: Field) -> str:
    if field is Field.LEVEL:
        return "open_level"
    return "open_day" if _is_short(field) else "open"


def _value(field: Field, text: str) -> Value:
    if not text:
        return None
    if field is Field.LEVEL:
        return int(text)
    return date.fromisoformat(text) if field in DAYS else text
