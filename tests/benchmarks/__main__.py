"""`make bench`: our figures beside their yardsticks, as PERFORMANCE.md asks.

Run: ``python -m tests.benchmarks [--runs N] [--only GROUP]``. Milliseconds drift with the machine;
ratios of one run count. Nothing fails on a figure: it is for reading.
"""

import argparse
import os
import platform
from collections.abc import Callable

import PySide6

from tests.benchmarks import dossier_pdf, talk_reports
from tests.benchmarks.agenda import agenda
from tests.benchmarks.badges import badges
from tests.benchmarks.figures import Figure, table
from tests.benchmarks.planning import planning
from tests.benchmarks.school import school
from tests.benchmarks.search import search
from tests.benchmarks.skill_workbook import skill_workbook
from tests.benchmarks.skills import skills
from tests.benchmarks.start import start
from tests.benchmarks.student_list import student_list
from tests.benchmarks.student_page import student_page
from tests.benchmarks.talk_list import talk_list


def dossier(runs: int) -> list[Figure]:
    """The dossier on paper against typst."""
    taken = dossier_pdf.measure(runs)
    return [Figure("dossier PDF", taken["ours_ms"], taken["typst_ms"], 1.0)]


def reports(runs: int) -> list[Figure]:
    """300 talk reports against raw reportlab: at least half of its pages a second."""
    speeds = talk_reports.measure(min(runs, 3))
    ours, raw = 1000 / speeds["ours"], 1000 / speeds["raw"]
    remark = f"{speeds['ours']:.0f} and {speeds['raw']:.0f} pages a second"
    return [Figure("300 talk reports, a page", ours, raw, 2.0, remark=remark)]


GROUPS: dict[str, Callable[[int], list[Figure]]] = {
    "start": start,
    "talks": talk_list,
    "student": student_page,
    "dossier": dossier,
    "school": school,
    "agenda": agenda,
    "planning": planning,
    "search": search,
    "badges": badges,
    "skills": skills,
    "reports": reports,
    "excel": skill_workbook,
    "lists": student_list,
}


def machine() -> str:
    """What it ran on: ratios of different machines are not to be compared."""
    return (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}"
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--runs", type=int, default=11, help="measured runs of each (median)")
    parser.add_argument("--only", choices=sorted(GROUPS), help="one group of rows")
    chosen = parser.parse_args(arguments)
    figures = [
        figure
        for name, measure in GROUPS.items()
        if chosen.only in (None, name)
        for figure in measure(chosen.runs)
    ]
    print(f"{machine()}; medians of {chosen.runs} runs in turns, after a warm-up")
    print(table(figures))


if __name__ == "__main__":
    main()
