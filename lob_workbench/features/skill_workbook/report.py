"""The workbook: from what was collected to the bytes of a file, and onto the disk."""

import os
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from openpyxl import Workbook

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_workbook.cells import settled_line
from lob_workbench.features.skill_workbook.layout import (
    BEHAVIOURS,
    GOALS,
    GUIDE,
    MATRIX,
    OBSERVATIONS,
    SECRET,
    TEAM,
)
from lob_workbench.features.skill_workbook.report_about import (
    write_behaviours,
    write_guide,
    write_team,
)
from lob_workbench.features.skill_workbook.report_forms import (
    name_lists,
    write_goals,
    write_observations,
    write_secret,
)
from lob_workbench.features.skill_workbook.report_matrix import write_matrix
from lob_workbench.features.skill_workbook.report_rows import SheetRows, saved
from lob_workbench.features.skill_workbook.report_set_up import Heights
from lob_workbench.features.skill_workbook.report_styles import Styles
from lob_workbench.features.skill_workbook.rules import COLLECTED, STEPS, WorkbookData

_MATRIX_SHARE = 0.6
_HEADS = 5
"""The row of the matrix with the names of the skills."""


def workbook_bytes(data: WorkbookData, progress: Progress | None = None) -> bytes:
    """The file. Raises ``Stopped`` when it was stopped."""
    told = _Told(progress)
    workbook = Workbook()
    workbook.remove(workbook.active)
    styles = Styles(workbook)
    heights = Heights()
    sheets: list[SheetRows] = []

    def sheet(title: str) -> SheetRows:
        sheets.append(SheetRows(workbook, title, styles))
        return sheets[-1]

    write_guide(sheet(GUIDE), data, heights)
    write_matrix(sheet(MATRIX), data, told.matrix)
    told.tell(_MATRIX_SHARE)
    if not data.read_only and data.with_observations:
        write_observations(sheet(OBSERVATIONS), data)
    if not data.read_only and data.with_goals:
        write_goals(sheet(GOALS), data, heights)
    write_team(sheet(TEAM), data)
    told.tell(0.7)
    behaviours = write_behaviours(sheet(BEHAVIOURS), data, heights)
    write_secret(sheet(SECRET), workbook, data)
    name_lists(workbook, data, _HEADS, behaviours)
    _describe(workbook, data)
    told.tell(0.8)
    content = saved(workbook, sheets)
    told.tell(1.0)
    return content


def save_workbook(data: WorkbookData, path: Path, progress: Progress | None = None) -> Path:
    """Make the file and put it there in one go: there is never half of one.

    Raises ``InputRefused`` where nothing can be written, ``Stopped`` when it was stopped.
    """
    content = workbook_bytes(data, progress)
    temporary: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=".lob-", suffix=".tmp", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors",
                "Hier kan de werkbank niet schrijven. Is het bestand nog open in Excel? Sluit het, "
                "of kies een andere plek.",
            )
        ) from None
    return path


class _Told:
    """Passes on how far it is; collecting came before."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def tell(self, part: float) -> None:
        if self._progress is not None:
            self._progress.tell(COLLECTED + round(part * (STEPS - COLLECTED)), STEPS)

    def matrix(self, part: float) -> None:
        self.tell(part * _MATRIX_SHARE)


def _describe(workbook: Any, data: WorkbookData) -> None:
    """The properties that lists of files show: no person's name but the maker's."""
    about = workbook.properties
    about.title = settled_line(f"Life skills – {data.whom}")[:200]
    about.subject = "Life skills: niveaus, waarnemingen en afspraken"
    about.creator = about.lastModifiedBy = settled_line(data.made_by)[:200]
    about.keywords = settled_line(f"life skills; {data.school}; {data.skill_set.key}")[:200]
    about.category = "Loopbaanbegeleiding"
    about.description = "Gemaakt met de LOB-werkbank. Lees eerst het blad Leeswijzer."
    about.language = "nl-NL"
    about.created = about.modified = data.made_at.astimezone(UTC).replace(tzinfo=None)
    # Values only: nothing needs calculating when it opens.
    workbook.calculation.fullCalcOnLoad = False
