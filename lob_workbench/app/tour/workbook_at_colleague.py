"""What a colleague without a werkbank does with a workbook: fill in cells, save, print.

That is LibreOffice where it is. Where it is not, the tour fills in the same cells itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from lob_workbench.app.tour.office import Edit, convert_in_office, edit_in_office, program
from lob_workbench.features.skill_workbook.layout import BEGIN, Field, parse_key

OFFICE: Final = "LibreOffice"
OURSELVES: Final = "openpyxl"
_DPI: Final = 110
_POINTS: Final = 72


@dataclass(frozen=True, slots=True)
class Line:
    """What is filled in on one line of a sheet: the first free one, or the one ``of`` somebody.

    ``of`` is how the name begins and which skill it is about.
    """

    sheet: str
    values: Mapping[Field, str | int | date]
    of: tuple[str, str] | None = None


def fill_in_workbook(empty: Path, lines: Sequence[Line], full: Path, profile: Path) -> str:
    """Fill in ``empty`` and save it as ``full``; returns the name of the program that did it.

    ``profile`` is a folder for the settings of LibreOffice, the same one each time.
    """
    # Here, since openpyxl takes a fifth of a second to load.
    import openpyxl

    book = openpyxl.load_workbook(empty)
    edits = [edit for line in lines for edit in _edits(book[line.sheet], line)]
    if program() is None:
        for edit in edits:
            book[edit.sheet][edit.cell].value = edit.value
        book.save(full)
        return OURSELVES
    edit_in_office(empty, full, edits, profile)
    return OFFICE


def print_workbook(book: Path, folder: Path, profile: Path) -> list[Path]:
    """The workbook as LibreOffice prints it: a PDF in ``folder``, and a picture of each page.

    Nothing where there is no LibreOffice.
    """
    if program() is None:
        return []
    pdf = convert_in_office(book, folder, "pdf", profile)
    return [pdf, *_pictures(pdf)]


def _edits(sheet: Any, line: Line) -> list[Edit]:
    columns = {}
    for cell in sheet[1]:
        key = parse_key(str(cell.value or ""))
        if key is not None:
            columns[key[1]] = cell.column_letter
    row = next(cell.row for cell in sheet["A"] if cell.value == BEGIN) + 1
    who, skill = columns[Field.WHO], columns.get(Field.SKILL, "")
    while not _is_meant(sheet, row, who, skill, line.of):
        row += 1
        if row > sheet.max_row:
            raise LookupError(f"{line.sheet}: {line.of}")
    return [
        Edit(line.sheet, f"{columns[field]}{row}", value) for field, value in line.values.items()
    ]


def _is_meant(sheet: Any, row: int, who: str, skill: str, of: tuple[str, str] | None) -> bool:
    name = str(sheet[f"{who}{row}"].value or "")
    if of is None:
        return not name
    return name.startswith(of[0]) and sheet[f"{skill}{row}"].value == of[1]


def _pictures(pdf: Path) -> list[Path]:
    document = QPdfDocument()
    document.load(str(pdf))
    made = []
    for number in range(document.pageCount()):
        size = document.pagePointSize(number) * (_DPI / _POINTS)
        file = pdf.with_name(f"{pdf.stem}-{number + 1:02}.png")
        ink = document.render(number, QSize(round(size.width()), round(size.height())))
        paper = QImage(ink.size(), QImage.Format.Format_RGB32)
        # What is drawn is ink alone.
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, ink)
        painter.end()
        paper.save(str(file))
        made.append(file)
    document.close()
    return made
