"""A list of a whole school, as CSV, XLSX and EDEXML: from the file to the painted preview.

Everybody is known and is in another class this year, so every line has something to show. The
yardstick does the least that gives the same cells: the csv module, calamine, or expat with a tree.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from xml.etree import ElementTree

from PySide6.QtWidgets import QApplication
from python_calamine import CalamineWorkbook

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.app.tour.stage import application
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.student_import.page import Step, StudentImportPage
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from tests.benchmarks.big_workbook import CHEAP, PASSPHRASE
from tests.benchmarks.figures import Figure
from tests.helpers.student_files import school_rows, write_csv, write_edexml, write_xlsx

STUDENTS = 11_000
_REACH_MS = 10_000.0


class Keeper:
    """Makes no copy before an import: that has a figure of its own."""

    def back_up(self, _reason: str = "manual") -> None:
        """Nothing is written."""


def student_list(runs: int, students: int = STUDENTS) -> list[Figure]:
    """The rows of the import."""
    runs = min(runs, 5)
    application()
    with tempfile.TemporaryDirectory(prefix="lob-bench-") as place:
        return [
            figure
            for name, write, least in (
                ("CSV", write_csv, _least_csv),
                ("XLSX", write_xlsx, _least_xlsx),
                ("EDEXML", write_edexml, _least_edexml),
            )
            for figure in _measured(runs, students, Path(place) / name, name, write, least)
        ]


def _measured(
    runs: int,
    students: int,
    folder: Path,
    name: str,
    write: Callable[[Path, list[tuple[str, ...]]], Path],
    least: Callable[[Path], object],
) -> list[Figure]:
    folder.mkdir()
    last_year, this_year = (
        write(folder / f"{year}.{name.lower()}", school_rows(students, year)) for year in (1, 2)
    )
    desk = NewDesk(
        folder / "werkboek",
        PASSPHRASE,
        new_recovery_code(),
        "Mirjam Bakker",
        frozenset({Role.COUNSELLOR}),
        "Het Voorbeeldcollege",
        "2026-2027",
    )
    session = Session.create(desk, cost=CHEAP)
    jobs = Jobs(session.work)
    page = StudentImportPage(
        PageContext(jobs, session.clock, session.actor, Navigator(), (), Keeper())  # type: ignore[arg-type]
    )
    try:
        page.resize(1366, 768)
        page.show()
        page.open(Target("student_import"))
        _preview(page, last_year)
        written = _timed(lambda: _finish(page))
        ours, theirs = [], []
        for run in range(runs + 1):
            taken = _timed(lambda: _preview(page, this_year)), _timed(lambda: least(this_year))
            page.start_again()
            if run:  # The first one warms up.
                ours.append(taken[0])
                theirs.append(taken[1])
    finally:
        page.close()
        page.deleteLater()
        jobs.stop()
        session.close(backup=False)
    remark = f"the same cells alone {median(theirs):.0f} ms; writing them, new, {written:.0f} ms"
    return [
        Figure(
            f"{students:,} students, {name} to painted preview",
            median(ours),
            None,
            _REACH_MS,
            remark=remark,
        )
    ]


def _timed(task: Callable[[], object]) -> float:
    begun = perf_counter()
    task()
    return (perf_counter() - begun) * 1000


def _preview(page: StudentImportPage, file: Path) -> None:
    page.take_file(file)
    _settle(page)
    if page.step is not Step.CHECK:
        raise RuntimeError(page.step.name)
    page.grab()


def _finish(page: StudentImportPage) -> None:
    page.finish()
    _settle(page)


def _settle(page: StudentImportPage) -> None:
    while page._context.jobs.busy:
        page._context.jobs.wait(60_000)
    QApplication.processEvents()


def _least_csv(file: Path) -> int:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return sum(len(row) for row in csv.reader(opened, delimiter=";"))


def _least_xlsx(file: Path) -> int:
    with CalamineWorkbook.from_path(file) as book:
        return sum(
            len(row)
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
        )


def _least_edexml(file: Path) -> int:
    # Our own file of a moment ago.
    return sum(1 for _ in ElementTree.parse(file).iter())
