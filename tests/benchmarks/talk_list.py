"""The list of 1.1 million talks beside Qt's own model on a plain file with the same content; and
the reading of lists and of a student, encrypted beside plain.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

from lob_workbench.app.features import FEATURES
from lob_workbench.app.session import Session
from lob_workbench.domain.contributions import contributed
from lob_workbench.features.conversations.operations_list import NEXT_PAGE, list_talks
from lob_workbench.features.students.operations import FIRST_SCREEN, list_students, read_story
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules_talk_list import TalksWanted, place_of
from tests.benchmarks.figures import Figure
from tests.benchmarks.million_talks import PASSPHRASE, million_talks
from tests.benchmarks.plain_copy import plain_copy, plain_engine
from tests.benchmarks.school import turns

_HERE = Path(__file__).parent
_PATIENCE_SECONDS = 300


def talk_list(runs: int, talks: int | None = None, place: Path | None = None) -> list[Figure]:
    """First paint, memory and repaint beside ``QSqlQueryModel``; encrypted beside plain."""
    folder = million_talks(talks, place)
    plain = plain_copy(folder, PASSPHRASE)
    seen: dict[str, list[dict[str, float]]] = {"ours": [], "qt": [], "both": []}
    for run in range(runs + 1):
        for what, taken in seen.items():
            found = _painted(what, folder, plain)
            if run:
                taken.append(found)
    number = f"{talks or 1_100_000:,}"
    return [
        Figure(f"first paint over {number}", _of(seen["ours"], "ms"), _of(seen["qt"], "ms"), 2.0),
        Figure(
            f"memory of the list over {number}",
            _of(seen["ours"], "mb"),
            _of(seen["qt"], "mb"),
            1.5,
            unit="MB",
        ),
        Figure("repaint while scrolling", _of(seen["both"], "ours"), _of(seen["both"], "qt"), 1.4),
        *_encrypted(runs, folder, plain),
    ]


def _painted(what: str, folder: Path, plain: Path) -> dict[str, float]:
    """One run of ``talk_list_window`` in a process of its own."""
    command = [sys.executable, str(_HERE / "talk_list_window.py"), what, str(folder), PASSPHRASE]
    done = subprocess.run(
        [*command, str(plain)], capture_output=True, text=True, timeout=_PATIENCE_SECONDS
    )
    if done.returncode:
        raise RuntimeError(f"talk_list_window ended with {done.returncode}:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _of(taken: list[dict[str, float]], name: str) -> float:
    return median(one[name] for one in taken)


def _encrypted(runs: int, folder: Path, plain: Path) -> list[Figure]:
    """What the pages ask, of the workbook and of its plain copy in turns."""
    session = Session.open(folder, passphrase=PASSPHRASE)
    actor, clock = session.actor, session.clock
    facts = contributed(FEATURES, actor, "facts")
    stories = contributed(FEATURES, actor, "story")
    with session.work() as work:
        rows = list_students(work, StudentFilter(), limit=FIRST_SCREEN).rows
        first = list_talks(work, TalksWanted()).rows
    students = [row.id for row in rows]
    paths: dict[str, Callable[[UnitOfWork, int], object]] = {
        "first page of talks": lambda work, _: list_talks(work, TalksWanted()),
        "next page of talks": lambda work, _: list_talks(
            work, TalksWanted(), place_of(first[-1]), NEXT_PAGE
        ),
        "first screen of students": lambda work, _: list_students(
            work, StudentFilter(), facts, FIRST_SCREEN
        ),
        "story of a student": lambda work, run: read_story(
            work, students[run % len(students)], stories, facts
        ),
    }
    try:
        with plain_engine(plain) as bare:
            return [
                Figure(f"{what}: encrypted / plain", ours, yardstick, 1.2)
                for what, path in paths.items()
                for ours, yardstick in [
                    turns(
                        max(runs, 5),
                        lambda run, path=path: _in(session.work(), path, run),
                        lambda run, path=path: _in(UnitOfWork(bare, actor, clock), path, run),
                    )
                ]
            ]
    finally:
        session.close(backup=False)


class _Enough(Exception):
    """Nothing is written: the workbook stays as it is, and a plain copy has no key for seals."""


def _in(unit: UnitOfWork, path: Callable[[UnitOfWork, int], object], run: int) -> None:
    with suppress(_Enough), unit as work:
        path(work, run)
        raise _Enough
