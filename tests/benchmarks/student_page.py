"""Opening a student's page in the workbook of 1.1 million talks, and what the window holds then."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from lob_workbench.app.seed import SeedPlan
from lob_workbench.app.seed_writing import workbook_for_measuring
from tests.benchmarks.figures import Figure
from tests.benchmarks.million_talks import CHEAP, PASSPHRASE, million_talks

_HERE = Path(__file__).parent
_PATIENCE_SECONDS = 600


def student_page(runs: int, talks: int | None = None, place: Path | None = None) -> list[Figure]:
    """Milliseconds to painted, and MB above the window of a workbook without students."""
    folder = million_talks(talks, place)
    big, empty = _window(folder, runs + 1), _window(_empty(folder), 0)
    first, *others = big["students"]
    pages = ", ".join(f"{name} {taken:.0f}" for name, taken in big["again"].items())
    return [
        Figure(
            "student page of 100 talks, painted",
            median(one["painted"] for one in others),
            None,
            100.0,
            remark=f"the first of a session, which makes the page, {first['painted']:.0f} ms",
        ),
        Figure(
            "student page of 100 talks, all of its story",
            median(one["complete"] for one in others),
            None,
            None,
        ),
        Figure(
            "memory with the big workbook open, above the empty window",
            big["memory"] - empty["unlocked"],
            None,
            200.0,
            unit="MB",
            remark=f"after every page and {runs + 1} students; ms of a page seen again: {pages}",
        ),
    ]


def _empty(folder: Path) -> Path:
    """A workbook with nobody in it, beside the big one."""
    empty = folder.with_name(f"{folder.name}.leeg")
    if not empty.is_dir():
        workbook_for_measuring(empty, PASSPHRASE, SeedPlan(students=0, talks=0), CHEAP)
    return empty


def _window(folder: Path, students: int) -> dict[str, Any]:
    """One run of ``page_window`` in a process of its own."""
    command = [sys.executable, str(_HERE / "page_window.py"), str(folder), PASSPHRASE]
    done = subprocess.run(
        [*command, str(students)], capture_output=True, text=True, timeout=_PATIENCE_SECONDS
    )
    if done.returncode:
        raise RuntimeError(f"page_window ended with {done.returncode}:\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
