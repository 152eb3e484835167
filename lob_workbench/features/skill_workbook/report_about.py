"""The sheets to read: how to use the workbook, the behaviours, and the group in charts."""

from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from lob_workbench.domain.dates import plain_date
from lob_workbench.features.skill_workbook.layout import (
    BEHAVIOURS,
    GOALS,
    MATRIX,
    OBSERVATIONS,
    TEAM,
    Field,
    behaviour_choice,
)
from lob_workbench.features.skill_workbook.report_rows import SheetRows, Value
from lob_workbench.features.skill_workbook.report_set_up import (
    Heights,
    protect,
    set_columns,
    set_print,
)
from lob_workbench.features.skill_workbook.report_styles import HEAT
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.output.style import PRIMARY, WRITING_LINE
from lob_workbench.skills.rules import LEVELS

_GUIDE_WIDTHS = (3, 24, 108)
_BARS_BELOW = 25
_TEAM_ROWS = 60
"""As far down as the charts reach."""
_ROW = 18.0


def write_guide(rows: SheetRows, data: WorkbookData, heights: Heights) -> None:
    """The first sheet: what this is, how to fill it in, and what happens then."""
    rows.add([], 12)
    rows.add([(2, "Life skills", "title")], 34)
    rows.add([(2, f"{data.whom} · {data.school}", "lead")], 24)
    made = plain_date(data.made_on)
    for label, words in (
        ("Gemaakt door", f"{data.made_by}, op {made}"),
        ("School", data.school),
        ("Set life skills", f"{data.skill_set.name} ({data.skill_set.version})"),
        ("Wie staan erin", f"{data.whom}: {len(data.rows)} op het blad {MATRIX}"),
    ):
        _explain(rows, heights, label, words)
    _heading(rows, "De bladen")
    for label, words in _sheets(data):
        _explain(rows, heights, label, words)
    _heading(rows, "Zo werk je ermee")
    for label, words in _steps(data):
        _explain(rows, heights, label, words)
    _heading(rows, "De kleuren")
    for level, words in enumerate(_LEVEL_WORDS):
        rows.add([(2, f"niveau {level}", f"legend_{level}"), (3, words, "words")], _ROW)
    set_columns(rows, _GUIDE_WIDTHS)
    set_print(rows, data, area=f"B2:C{rows.number}")
    protect(rows)


_LEVEL_WORDS = (
    "Nog niet alle gedrag van niveau 1 is bevestigd.",
    "Alle vijf gedragingen van niveau 1 zijn bevestigd.",
    "Alle vijf gedragingen van niveau 1 en 2 zijn bevestigd.",
    "Alle vijf gedragingen van niveau 1, 2 en 3 zijn bevestigd.",
    "Alle twintig gedragingen zijn bevestigd.",
)


def _sheets(data: WorkbookData) -> list[tuple[str, str]]:
    sheets = [
        (
            MATRIX,
            "Wie staat op welk niveau? Om te lezen: een niveau volgt uit gedrag dat bevestigd is, "
            "dus je kunt het hier niet veranderen.",
        )
    ]
    if not data.read_only and data.with_observations:
        sheets.append((OBSERVATIONS, "Om in te vullen: welk gedrag zag je bij wie, en wanneer?"))
    if not data.read_only and data.with_goals:
        sheets.append(
            (GOALS, "Om bij te werken: aan welke skill werkt iemand, tot welk niveau en wanneer?")
        )
    return [
        *sheets,
        (TEAM, "Het gemiddelde van iedereen op het blad Matrix, in twee grafieken. Om te lezen."),
        (BEHAVIOURS, "Al het gedrag met het niveau waar het bij hoort. Om na te lezen."),
    ]


def _steps(data: WorkbookData) -> list[tuple[str, str]]:
    if data.read_only:
        return [
            (
                "Alleen om te lezen",
                "In deze werkmap valt niets in te vullen. Filter op het blad Matrix met de "
                "pijltjes boven de kolommen, of druk een blad af: alles past op A3.",
            )
        ]
    return [
        (
            "Vul in",
            "Kies namen en gedrag uit de lijst die verschijnt als je in een vak klikt. Schrijf bij "
            "een waarneming waar het uit blijkt, en vul je eigen naam in bij ‘Gezien door’.",
        ),
        (
            "Schuif gerust",
            "Kolommen verplaatsen, filteren en sorteren mag. De eerste kolom en de eerste regel "
            "zijn verborgen: laat die staan.",
        ),
        (
            "Stuur terug",
            f"Sla op als Excel-werkmap (.xlsx) en stuur het bestand naar {data.made_by}, op de "
            "manier die school daarvoor heeft. Er staan persoonlijke gegevens in.",
        ),
        (
            "En dan",
            "In de werkbank staat eerst wat er anders is. Een waarneming telt pas als een tweede "
            "persoon haar daar bevestigt.",
        ),
    ]


def _heading(rows: SheetRows, words: str) -> None:
    rows.add([], 10)
    rows.add([(2, words, "heading")], 26)


def _explain(rows: SheetRows, heights: Heights, label: str, words: str) -> None:
    high = heights.of([(label, _GUIDE_WIDTHS[1]), (words, _GUIDE_WIDTHS[2])])
    rows.add([(2, label, "label"), (3, words, "words")], max(high, _ROW))


def write_behaviours(rows: SheetRows, data: WorkbookData, heights: Heights) -> tuple[int, int]:
    """All behaviours of the set; returns the first and the last row of them."""
    rows.add_keys(BEHAVIOURS, [Field.ROW, "skill", "group", "level", "level_name", Field.TEXT])
    rows.add([(2, BEHAVIOURS, "title")], 34)
    lead = f"{data.skill_set.name} ({data.skill_set.version}). {data.skill_set.source}".strip()
    rows.add([(2, lead, "lead")], 20)
    begin = rows.add_headings(
        [
            (2, "Skill", "head"),
            (3, "Groep", "head"),
            (4, "Niveau", "head_centre"),
            (5, "Naam van het niveau", "head"),
            (6, "Gedrag", "head"),
            (7, "Keuze", "head"),
        ],
        26,
    )
    headings = {group.id: group.heading for group in data.skill_set.groups}
    for skill in data.skill_set.skills:
        for level in skill.levels:
            for one in level.behaviours:
                cells: list[tuple[int, Value, str]] = [
                    (1, one.id, "hidden"),
                    (2, skill.name, "text"),
                    (3, headings[skill.group], "text"),
                    (4, level.number, "text_centre"),
                    (5, level.name, "text"),
                    (6, one.text, "text"),
                    (7, behaviour_choice(data.skill_set, one), "text"),
                ]
                texts = [(skill.name, 32), (level.name, 34), (one.text, 80.0)]
                rows.add(cells, max(heights.of(texts), _ROW))
    set_columns(rows, [None, 32, 18, 9, 34, 80, None])
    rows.sheet.freeze_panes = f"C{begin + 1}"
    rows.sheet.auto_filter.ref = f"B{begin}:F{rows.number}"
    set_print(rows, data, repeated=(begin, begin), area=f"B2:F{rows.number}")
    protect(rows)
    return begin + 1, rows.number


def write_team(rows: SheetRows, data: WorkbookData) -> None:
    """Mean levels and how many stand where, as numbers and in two charts."""
    rows.add([(2, f"{TEAM} · {data.whom}", "title")], 34)
    rows.add(
        [(2, f"Gemiddeld over {len(data.rows)}, op een schaal van 0 tot en met 4.", "lead")], 20
    )
    rows.add([], 8)
    head = [(2, "Skill", "head"), (3, "Gemiddeld", "head_centre")]
    head += [(4 + level, f"niveau {level}", "head_centre") for level in range(LEVELS + 1)]
    begin = rows.add(head, 26)
    count = len(data.rows)
    for place, skill in enumerate(data.skills):
        levels = [row.levels[place] for row in data.rows]
        mean = round(sum(levels) / count, 2) if count else 0.0
        cells: list[tuple[int, Value, str]] = [(2, skill.name, "name"), (3, mean, "mean")]
        cells += [(4 + level, levels.count(level), "count") for level in range(LEVELS + 1)]
        rows.add(cells, _ROW)
    last = rows.number
    set_columns(rows, [3, 30, 12, *[10] * (LEVELS + 1), 4])
    _radar(rows, begin, last)
    _bars(rows, begin, last)
    set_print(rows, data, area=f"B1:V{max(last, begin + _TEAM_ROWS)}", pages=1)
    protect(rows)


def _radar(rows: SheetRows, begin: int, last: int) -> None:
    chart = RadarChart()
    chart.type = "filled" if last - begin > 2 else "standard"
    chart.title = _title("Gemiddeld niveau")
    chart.add_data(
        Reference(rows.sheet, min_col=3, min_row=begin, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(rows.sheet, min_col=2, min_row=begin + 1, max_row=last))
    chart.legend = None
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, LEVELS
    chart.y_axis.majorUnit = 1
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines.spPr = _outline(WRITING_LINE.hex[1:], 6350)
    series = chart.series[0]
    series.graphicalProperties.solidFill = HEAT[2][0].hex[1:]
    series.graphicalProperties.line.solidFill = PRIMARY.hex[1:]
    chart.height, chart.width = 14.5, 20
    rows.sheet.add_chart(chart, f"J{begin}")


def _bars(rows: SheetRows, begin: int, last: int) -> None:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "percentStacked", 100, 35
    chart.title = _title("Hoeveel mensen op welk niveau")
    chart.add_data(
        Reference(rows.sheet, min_col=4, max_col=4 + LEVELS, min_row=begin, max_row=last),
        titles_from_data=True,
    )
    chart.set_categories(Reference(rows.sheet, min_col=2, min_row=begin + 1, max_row=last))
    for series, (ground, _) in zip(chart.series, HEAT, strict=True):
        series.graphicalProperties.solidFill = ground.hex[1:]
        series.graphicalProperties.line.solidFill = WRITING_LINE.hex[1:]
    chart.x_axis.scaling.orientation = "maxMin"
    # Every skill by its name.
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "0%"
    chart.y_axis.majorGridlines = None
    chart.legend.position = "b"
    chart.height, chart.width = 17.5, 20
    rows.sheet.add_chart(chart, f"J{begin + _BARS_BELOW}")


def _outline(colour: str, width: int) -> GraphicalProperties:
    return GraphicalProperties(ln=LineProperties(solidFill=colour, w=width))


def _title(words: str) -> Title:
    """A title as large as a heading in a sheet."""
    look = CharacterProperties(sz=1300, b=True, solidFill=PRIMARY.hex[1:])
    run = RegularTextRun(rPr=look, t=words)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)
