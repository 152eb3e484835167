"""What the second worker does: a workbook is made, or one that came back is read."""

from pathlib import Path

from lob_workbench.domain.progress import Progress
from lob_workbench.features.skill_workbook.returned import ReturnedWorkbook, find_sheets
from lob_workbench.features.skill_workbook.rules import WorkbookData
from lob_workbench.output.workbook_file import read_workbook


def make_workbook(data: WorkbookData, path: Path, progress: Progress) -> Path:
    """Make the file. Raises ``InputRefused`` and ``Stopped``."""
    # Here, since openpyxl takes a fifth of a second to load and most visits only look.
    from lob_workbench.features.skill_workbook.report import save_workbook

    return save_workbook(data, path, progress)


def read_returned(file: Path) -> ReturnedWorkbook:
    """Read a file that came back. Raises ``InputRefused`` with what to do about it."""
    return find_sheets(read_workbook(file))
