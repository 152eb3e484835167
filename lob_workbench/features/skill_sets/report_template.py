"""The Excel template of a set: to fill in, or with a whole set in it to change.

Values only. What begins with ``=`` is text, as everything is that people type here.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lob_workbench.content.skill_reading import MOST_GROUPS, NAME_LIMIT, TEXT_LIMIT
from lob_workbench.content.skills import (
    BEHAVIOURS_PER_LEVEL,
    LEVELS,
    MOST_SKILLS,
    OUR_SET,
    SkillSet,
    competence_titles,
)
from lob_workbench.features.skill_sets.rules import OWN_ID, next_version
from lob_workbench.features.skill_sets.template_layout import (
    BEHAVIOUR,
    BEHAVIOURS,
    COMPETENCES,
    GROUP,
    GROUPS,
    GUIDE,
    ID,
    LEVEL,
    LEVEL_NAMES,
    MEANING,
    SET_ID,
    SET_NAME,
    SET_SOURCE,
    SET_VERSION,
    SHEETS,
    SKILL,
    SKILLS,
    Column,
)
from lob_workbench.output.style import (
    ACCENT_TINT,
    HAIR_LINE,
    INK,
    MUTED,
    PAPER,
    PRIMARY,
    REGULAR,
    TINT,
    Colour,
)

_TITLE_ROW, _LEAD_ROW, HEAD_ROW = 1, 2, 4
ROOM = {
    GROUPS: MOST_GROUPS,
    SKILLS: MOST_SKILLS,
    BEHAVIOURS: MOST_SKILLS * LEVELS * BEHAVIOURS_PER_LEVEL,
}
"""How many rows there are to fill in."""
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE = 15.0
_LEADS = {
    GROUPS: "Groepen zetten skills bij elkaar. Het kenmerk mag leeg blijven.",
    SKILLS: "Eén regel per skill, met de namen van de vier niveaus.",
    BEHAVIOURS: "Vijf regels per niveau, van niveau 1 tot en met 4: twintig per skill.",
}
_STEPS = (
    ("Eerst", "Vul hierboven de naam van jullie set in. Het kenmerk houdt versies bij elkaar: "
     "laat het hetzelfde als je later een nieuwe versie maakt."),
    ("Groepen", "Schrijf op het blad Groepen onder welke koppen de skills staan."),
    ("Skills", "Schrijf op het blad Skills elke skill op één regel: de groep, de naam, wat het "
     "betekent en hoe de vier niveaus heten. Competenties zijn letters van A tot en met Y, met "
     "een komma ertussen. Ze verbinden een skill met het kwalificatiedossier."),
    ("Gedrag", "Schrijf op het blad Gedrag bij elke skill en elk niveau vijf dingen die iemand "
     "anders kan zien of horen. Eén gedrag per regel, in één korte zin."),
    ("Kenmerken", "Een leeg kenmerk vult de werkbank zelf in. Staat er een, laat het dan staan, "
     "ook als je de naam verandert: zo weet de werkbank dat het dezelfde skill is."),
    ("En dan", "Sla op als Excel-werkmap (.xlsx) en lees het bestand in bij Skills en routes. Je "
     "ziet eerst wat er anders is. Wat al gescoord is, blijft bij zijn versie."),
)  # fmt: skip


def template_xlsx(skill_set: SkillSet | None, made_at: datetime) -> bytes:
    """The template as bytes: empty, or with ``skill_set`` in it as its next version.

    A set of ours becomes a set of the school's own with an id of its own.
    """
    workbook = Workbook()
    guide = workbook.active
    assert guide is not None
    guide.title = GUIDE
    _guide(guide, skill_set)
    rows = _rows(skill_set)
    for name, columns in SHEETS.items():
        _table(workbook.create_sheet(name), columns, rows[name])
    _choices(workbook)
    _describe(workbook, made_at)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def _rows(skill_set: SkillSet | None) -> dict[str, list[dict[str, str | int]]]:
    if skill_set is None:
        return {name: [] for name in SHEETS}
    headings = {group.id: group.heading for group in skill_set.groups}
    return {
        GROUPS: [{GROUP: group.heading, ID: group.id} for group in skill_set.groups],
        SKILLS: [
            {
                GROUP: headings[skill.group],
                SKILL: skill.name,
                MEANING: skill.meaning,
                COMPETENCES: ", ".join(skill.competences),
                ID: skill.id,
                **{
                    title: level.name
                    for title, level in zip(LEVEL_NAMES, skill.levels, strict=True)
                },
            }
            for skill in skill_set.skills
        ],
        BEHAVIOURS: [
            {SKILL: skill.name, LEVEL: level.number, BEHAVIOUR: behaviour.text}
            for skill in skill_set.skills
            for level in skill.levels
            for behaviour in level.behaviours
        ],
    }


def _guide(sheet: Any, skill_set: SkillSet | None) -> None:
    ours = skill_set is None or skill_set.id == OUR_SET
    head = (
        (SET_NAME, "" if ours or skill_set is None else skill_set.name),
        (SET_ID, OWN_ID if ours or skill_set is None else skill_set.id),
        (SET_VERSION, "1" if ours or skill_set is None else next_version(skill_set.version)),
        (SET_SOURCE, "" if ours or skill_set is None else skill_set.source),
    )
    sheet.sheet_view.showGridLines = False
    for column, width in (("A", 3), ("B", 24), ("C", 96)):
        sheet.column_dimensions[column].width = width
    _put(sheet, 1, 2, "Een eigen set skills", _font(PRIMARY, 18, bold=True), wrap=False)
    sheet.row_dimensions[1].height = 30
    _put(
        sheet,
        2,
        2,
        "Vul in wat geel is. De werkbank leest dit bestand in.",
        _font(MUTED, 11),
        wrap=False,
    )
    row = 4
    for label, value in head:
        _put(sheet, row, 2, label, _font(bold=True))
        _to_fill(_put(sheet, row, 3, value, _font()))
        sheet.row_dimensions[row].height = 20
        row += 1
    row += 1
    for label, words in (*_STEPS, *_competences()):
        _put(sheet, row, 2, label, _font(bold=True))
        _put(sheet, row, 3, words, _font())
        sheet.row_dimensions[row].height = _LINE * (1 + len(words) // 100) + 5
        row += 1
    _page(sheet, f"B1:C{row - 1}", None)


def _competences() -> list[tuple[str, str]]:
    return [(f"Competentie {letter}", title) for letter, title in competence_titles().items()]


def _table(sheet: Any, columns: Sequence[Column], rows: list[dict[str, str | int]]) -> None:
    name = sheet.title
    sheet.sheet_view.showGridLines = False
    _put(sheet, _TITLE_ROW, 1, name, _font(PRIMARY, 18, bold=True), wrap=False)
    sheet.row_dimensions[_TITLE_ROW].height = 30
    _put(sheet, _LEAD_ROW, 1, _LEADS[name], _font(MUTED, 11), wrap=False)
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
        cell = _put(sheet, HEAD_ROW, place, column.title, _font(PAPER, bold=True))
        cell.fill = _fill(PRIMARY)
    sheet.row_dimensions[HEAD_ROW].height = 24
    last = HEAD_ROW + max(ROOM[name], len(rows))
    for number in range(HEAD_ROW + 1, last + 1):
        values = rows[number - HEAD_ROW - 1] if number - HEAD_ROW <= len(rows) else {}
        lines = 1
        for place, column in enumerate(columns, start=1):
            value = values.get(column.title, "")
            ink = MUTED if column.title == ID else INK
            _to_fill(_put(sheet, number, place, value, _font(ink)), level=column.title == LEVEL)
            lines = max(lines, 1 + int(len(str(value)) * 1.05 // column.width))
        sheet.row_dimensions[number].height = _LINE * lines + 4
    right = get_column_letter(len(columns))
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{right}{last}"
    _page(sheet, f"A1:{right}{HEAD_ROW + max(len(rows), 1)}", HEAD_ROW)


def _choices(workbook: Workbook) -> None:
    """Drop-downs from the sheet before, and bounds on what is typed."""
    begin = HEAD_ROW + 1
    groups = f"'{GROUPS}'!$A${begin}:$A${HEAD_ROW + ROOM[GROUPS]}"
    skills = f"'{SKILLS}'!$B${begin}:$B${HEAD_ROW + ROOM[SKILLS]}"
    levels = '"' + ",".join(str(level) for level in range(1, LEVELS + 1)) + '"'
    for name, title, formula, words in (
        (SKILLS, GROUP, groups, "Kies een groep van het blad Groepen."),
        (BEHAVIOURS, SKILL, skills, "Kies een skill van het blad Skills."),
        (BEHAVIOURS, LEVEL, levels, "Kies niveau 1, 2, 3 of 4."),
    ):
        rule = DataValidation(type="list", formula1=formula, allow_blank=True)
        _offer(workbook[name], title, rule, words)
    for name, columns in SHEETS.items():
        for column in columns:
            if column.title in (LEVEL, COMPETENCES) or (name, column.title) in (
                (SKILLS, GROUP),
                (BEHAVIOURS, SKILL),
            ):
                continue
            limit = TEXT_LIMIT if column.title in (MEANING, BEHAVIOUR) else NAME_LIMIT
            rule = DataValidation(
                type="textLength", operator="lessThanOrEqual", formula1=str(limit), allow_blank=True
            )
            _offer(workbook[name], column.title, rule, f"Hier passen {limit} tekens.")


def _offer(sheet: Any, title: str, rule: DataValidation, words: str) -> None:
    titles = [column.title for column in SHEETS[sheet.title]]
    letter = get_column_letter(titles.index(title) + 1)
    rule.showErrorMessage = True
    rule.errorTitle, rule.error = title, words
    rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + ROOM[sheet.title]}")
    sheet.add_data_validation(rule)


def _put(
    sheet: Any, row: int, column: int, value: str | int, font: Font, *, wrap: bool = True
) -> Any:
    cell = sheet.cell(row, column)
    if isinstance(value, int):
        cell.value = value
    elif value:
        # Excel takes '_x0041_' for a code of its own.
        cell.value = _CODE.sub("_x005F_", value)
        cell.data_type = "s"
    cell.font = font
    cell.alignment = _alignment("top" if row > HEAD_ROW else "center", wrap)
    return cell


def _to_fill(cell: Any, *, level: bool = False) -> None:
    cell.fill = _fill(ACCENT_TINT)
    cell.border = _line_below()
    # As text: Excel would make a day of version 1-2, and 2026.1 of version 2026.10.
    cell.number_format = "0" if level else "@"


def _page(sheet: Any, area: str, repeated: int | None) -> None:
    sheet.print_area = area
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(repeated is None)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_properties.tabColor = _argb(PRIMARY if sheet.title == GUIDE else TINT)
    if repeated is not None:
        sheet.print_title_rows = f"{repeated}:{repeated}"
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "pagina &P van &N"


def _describe(workbook: Workbook, made_at: datetime) -> None:
    about = workbook.properties
    about.title = "Eigen set skills"
    about.subject = "Sjabloon voor de LOB-werkbank"
    about.creator = "LOB-werkbank"
    about.language = "nl-NL"
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)


# Made once each: a cell keeps a look, and there are thousands of cells.
@cache
def _font(colour: Colour = INK, size: float = 10.0, *, bold: bool = False) -> Font:
    return Font(name=REGULAR, size=size, color=_argb(colour), bold=bold)


@cache
def _fill(colour: Colour) -> PatternFill:
    return PatternFill("solid", fgColor=_argb(colour), bgColor=_argb(colour))


@cache
def _alignment(vertical: str, wrap: bool) -> Alignment:
    return Alignment(vertical=vertical, wrap_text=wrap)


@cache
def _line_below() -> Border:
    return Border(bottom=Side("thin", color=_argb(HAIR_LINE)))


def _argb(colour: Colour) -> str:
    return f"FF{colour.hex[1:]}"
