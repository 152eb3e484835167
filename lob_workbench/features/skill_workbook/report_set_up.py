"""What the sheets share: columns, print, protection, lists to choose from, heights of rows."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lob_workbench.features.skill_workbook.cells import settled_line
from lob_workbench.features.skill_workbook.report_rows import SheetRows
from lob_workbench.features.skill_workbook.report_styles import SIZE
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.output.fonts import Measure
from lob_workbench.output.style import PRIMARY, REGULAR

_A3 = 8
_LINE = 14.0
"""Points of a line of text at the usual size, with room."""
_HIGHEST = 409.0
"""No row of Excel is higher."""
_POINTS_PER_DIGIT = 5.25
_INDENT = 1.5
_ROOM = 0.88
"""Another font than ours may be wider."""


class Heights:
    """How high a row must be to show the whole of its texts."""

    def __init__(self) -> None:
        self._measure = Measure()

    def of(self, texts: Sequence[tuple[str, float]], size: float = SIZE) -> float:
        """Of cells with these texts, each in a column of so many digits."""
        lines = max((self._lines(text, width, size) for text, width in texts), default=1)
        return min(lines * _LINE * size / SIZE + 4, _HIGHEST)

    def _lines(self, text: str, width: float, size: float) -> int:
        room = max((width - _INDENT) * _POINTS_PER_DIGIT * _ROOM, 10.0)
        count = 0
        for paragraph in text.split("\n"):
            count += len(self._measure.wrap(paragraph, REGULAR, size, room)) or 1
            if count * _LINE > _HIGHEST:
                break
        return count


def set_columns(rows: SheetRows, widths: Sequence[float | None]) -> None:
    """Widths from the first column on; ``None`` hides one."""
    for number, width in enumerate(widths, 1):
        column = rows.sheet.column_dimensions[get_column_letter(number)]
        if width is None:
            column.hidden = True
        else:
            column.width = width


def set_print(
    rows: SheetRows,
    data: WorkbookData,
    *,
    repeated: tuple[int, int] | None = None,
    columns: str = "",
    area: str = "",
    pages: int = 0,
) -> None:
    """A3 on its side, as wide as one page, titles on every page, school and page below.

    ``pages`` is how high it may be at most; 0 for as many as it takes.
    """
    sheet = rows.sheet
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_properties.tabColor = PRIMARY.hex[1:]
    sheet.sheet_view.showGridLines = False
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.5, 0.7
    margins.header, margins.footer = 0.2, 0.3
    if repeated is not None:
        sheet.print_title_rows = f"{repeated[0]}:{repeated[1]}"
    if columns:
        sheet.print_title_cols = columns
    if area:
        sheet.print_area = area
    # An ampersand begins a code there.
    school = settled_line(data.school)[:100].replace("&", "&&")
    sheet.oddFooter.left.text = school
    sheet.oddFooter.center.text = sheet.title
    sheet.oddFooter.right.text = "&P van &N"
    for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right):
        part.size = 8


def protect(rows: SheetRows, *, adding: bool = False) -> None:
    """Lock what is locked, without a password: against a slip, not against a person."""
    guard = rows.sheet.protection
    guard.sheet = True
    # In this format, False is what may still be done.
    guard.formatColumns = guard.formatRows = guard.sort = guard.autoFilter = False
    if adding:
        guard.insertRows = guard.deleteRows = guard.insertColumns = guard.formatCells = False


def offer(rows: SheetRows, cells: str, validation: DataValidation, title: str, text: str) -> None:
    """Let cells be chosen from a list or be of one kind; ``text`` says what belongs there."""
    validation.showErrorMessage = True
    validation.showInputMessage = True
    validation.errorTitle = validation.promptTitle = title[:32]
    validation.error = validation.prompt = text[:255]
    validation.add(cells)
    rows.sheet.add_data_validation(validation)


def named_list(formula: str) -> DataValidation:
    """A choice from a list; ``formula`` names it or spells it out."""
    return DataValidation(type="list", formula1=formula, allow_blank=True)


def name_range(workbook: Any, name: str, reference: str) -> None:
    """Give a range a name that lists refer to."""
    from openpyxl.workbook.defined_name import DefinedName

    workbook.defined_names[name] = DefinedName(name, attr_text=reference)
