"""Rows of a sheet as they stand in the file; openpyxl writes all that is around them.

Written here because a school of 11,000 people has 300,000 cells, for which openpyxl builds as many
elements. Every text goes through one gate, so that none becomes a formula, a code or bad XML.
"""

import re
import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from lob_workbench.features.skill_workbook.cells import FIRST_DAY, settled, shortened, written
from lob_workbench.features.skill_workbook.layout import BEGIN, column_key
from lob_workbench.features.skill_workbook.report_styles import Styles

Value = None | str | int | float | date

_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_EXTENT = re.compile(rb'<dimension ref="[^"]*"')
_EPOCH = date(1899, 12, 30)
# What a spreadsheet takes for the beginning of a formula when somebody edits the cell.
_FORMULA = ("=", "+", "-", "@", "\t")


class SheetRows:
    """One sheet: ``sheet`` is openpyxl's, for what is around the rows; columns count from 1."""

    def __init__(self, workbook: Any, title: str, styles: Styles) -> None:
        self.sheet = workbook.create_sheet(title)
        self.styles = styles
        self.number = 0
        self._right = 1
        self._written: list[str] = []

    @property
    def next(self) -> int:
        """The number of the row that comes."""
        return self.number + 1

    def add(self, cells: Sequence[tuple[int, Value, str]], height: float | None = None) -> int:
        """Write a row of ``(column, value, style)``, columns rising; returns its number."""
        number = self.next
        self.add_written("".join(self.cell(*cell) for cell in cells), height)
        if cells:
            self._right = max(self._right, cells[-1][0])
        return number

    def add_written(self, cells: str, height: float | None = None, *, hidden: bool = False) -> None:
        """Write a row whose cells are XML already."""
        self.number += 1
        high = f' ht="{height:.1f}" customHeight="1"' if height is not None else ""
        unseen = ' hidden="1"' if hidden else ""
        self._written.append(f'<row r="{self.number}"{high}{unseen}>{cells}</row>')

    def add_keys(self, sheet: str, fields: Sequence[str]) -> None:
        """Write the hidden first row: what each column is, for who reads it back."""
        cells = (
            self.cell(column, column_key(sheet, field), "hidden")
            for column, field in enumerate(fields, 1)
        )
        self.add_written("".join(cells), hidden=True)

    def add_headings(self, headings: Sequence[tuple[int, str, str]], height: float) -> int:
        """Write the row of headings, below which people's rows begin."""
        return self.add([(1, BEGIN, "hidden"), *headings], height)

    def widen(self, right: int) -> None:
        """Say that the written cells reach to this column."""
        self._right = max(self._right, right)

    def cell(self, column: int, value: Value, style: str) -> str:
        """One cell of the next row."""
        place = f'<c r="{get_column_letter(column)}{self.next}"'
        if isinstance(value, date):
            if value >= FIRST_DAY:
                return f'{place} s="{self.styles[style]}"><v>{(value - _EPOCH).days}</v></c>'
            value = value.isoformat()
        if isinstance(value, str):
            return place + self.text(value, style)
        if value is None:
            return f'{place} s="{self.styles[style]}"/>'
        return f'{place} s="{self.styles[style]}"><v>{value!r}</v></c>'

    def text(self, value: str, style: str) -> str:
        """The end of a cell with a text."""
        text = shortened(settled(value))
        quoted = text.startswith(_FORMULA)
        number = self.styles.quoted(style) if quoted else self.styles[style]
        if not text:
            return f' s="{number}"/>'
        inside = escape(written(text))
        return f' s="{number}" t="inlineStr"><is><t xml:space="preserve">{inside}</t></is></c>'

    def rows_xml(self) -> bytes:
        """All rows."""
        return f"<sheetData>{''.join(self._written)}</sheetData>".encode()

    def extent(self) -> bytes:
        """From the first cell to the last."""
        return f"A1:{get_column_letter(self._right)}{max(self.number, 1)}".encode()


def saved(workbook: Any, sheets: Sequence[SheetRows]) -> bytes:
    """The file: as openpyxl saves it, with the rows in their sheets."""
    bare = BytesIO()
    workbook.save(bare)
    parts = {one.sheet.path.lstrip("/"): one for one in sheets}
    whole = BytesIO()
    with zipfile.ZipFile(bare) as read, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as write:
        for entry in read.infolist():
            content = read.read(entry)
            if entry.filename in parts:
                one = parts[entry.filename]
                head, tail = _NO_ROWS.split(content)
                head = _EXTENT.sub(b'<dimension ref="%s"' % one.extent(), head)
                content = b"".join((head, one.rows_xml(), tail))
            write.writestr(entry.filename, content)
    return whole.getvalue()
