"""How long starting takes, against an empty PySide6 table in the same run."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.big_workbook import PASSPHRASE, STUDENTS, big_workbook
from tests.benchmarks.figures import Figure

_HERE = Path(__file__).parent
_PATIENCE_SECONDS = 120


def start(runs: int, students: int = STUDENTS, place: Path | None = None) -> list[Figure]:
    """Unlock screen, key accepted → list, heavy modules; both programs in turns."""
    folder = big_workbook(students, place)
    environment = _as_at_home()
    empty: list[float] = []
    ours: list[dict[str, Any]] = []
    for run in range(runs + 1):
        spawned, output = _spawn(environment, "empty_table.py")
        yardstick = float(output) - spawned
        spawned, output = _spawn(
            environment, "start_window.py", str(folder), PASSPHRASE, str(students)
        )
        seen = json.loads(output)
        if run:  # The first of each warms the disk.
            empty.append(yardstick)
            ours.append(seen | {"spawned": spawned})
    base = _median_ms(empty)
    heavy = sorted({name for seen in ours for name in seen["heavy"]})
    return [
        Figure("spawn → painted unlock screen", _between(ours, "spawned", "painted"), base, 1.3),
        Figure(
            f"key accepted → painted list of {students:,}",
            _between(ours, "accepted", "listed"),
            base,
            1.0,
            remark=f"first screen of {ours[-1]['first_rows']} rows; the rest follows by itself",
        ),
        Figure(
            f"key accepted → painted, all {students:,} rows in the list",
            _between(ours, "accepted", "complete"),
            base,
            None,
        ),
        Figure(
            "heavy modules loaded at first paint",
            len(heavy),
            None,
            0,
            unit="",
            remark=", ".join(heavy),
        ),
        Figure(
            "first paint → modules for opening imported",
            _between(ours, "painted", "imported"),
            None,
            None,
            remark="behind the unlock screen, while the person types",
        ),
    ]


def _as_at_home() -> dict[str, str]:
    """The environment of both programs: Python keeps what it compiled, as it does by itself.

    Many a build machine switches that off, and then each start compiles every module again.
    """
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _spawn(environment: dict[str, str], script: str, *arguments: str) -> tuple[float, str]:
    """Run a script of this folder; when it was spawned and what it printed last."""
    command = [sys.executable, str(_HERE / script), *arguments]
    spawned = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=_PATIENCE_SECONDS, env=environment
    )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{script} ended with {done.returncode}:\n{done.stderr}")
    return spawned, done.stdout.strip().splitlines()[-1]


def _between(seen: list[dict[str, Any]], begin: str, end: str) -> float:
    return _median_ms([run[end] - run[begin] for run in seen])


def _median_ms(seconds: list[float]) -> float:
    return median(seconds) * 1000
