"""Opens the window on a workbook, goes past its pages and tells how long they took and how much
memory there is in use.

Run as a script with the folder of a workbook, its passphrase and how many students to open. Prints
one line of JSON: milliseconds from asking a page to painted, and MB.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Before anything of the product is imported, as under ``python main.py``.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from lob_workbench.app import daily_copies
from lob_workbench.app.features import FEATURES
from lob_workbench.app.frame import Frame
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.domain.contributions import Target
from lob_workbench.features.students.operations import list_students
from lob_workbench.features.students.page_story import StoryRow
from lob_workbench.people.rules import StudentFilter
from lob_workbench.ui.theme import apply_theme

_PATIENCE_SECONDS = 120


def memory() -> float:
    """What the process holds, in MB."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def until(reached: Callable[[], bool], *, settled: bool = True) -> None:
    """Let the window live until it is ``reached``, and ``settled``; asleep in between."""
    deadline = QTimer()
    deadline.setSingleShot(True)
    deadline.start(_PATIENCE_SECONDS * 1000)
    while not reached() and deadline.isActive():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(2 * settled):
        QCoreApplication.processEvents()


def quiet(window: MainWindow) -> Callable[[], bool]:
    """Whether nothing is read any more."""
    jobs = window.jobs
    assert jobs is not None
    return lambda: not jobs.busy


def pages(window: MainWindow, frame: Frame) -> dict[str, float]:
    """Each page of the navigation: from the click until all of it is there."""
    taken = {}
    for feature in FEATURES:
        if feature.name in frame.navigation.names:
            started = time.perf_counter()
            frame.go(Target(feature.name))
            until(quiet(window))
            taken[feature.name] = (time.perf_counter() - started) * 1000
    return taken


def students(window: MainWindow, frame: Frame, number: int) -> list[dict[str, float]]:
    """Each student: from the click until the story is painted, and until all tabs are there."""
    assert window.session is not None
    with window.session.work() as work:
        rows = list_students(work, StudentFilter(), (), number).rows
    seen: list[bool] = []

    def noted(row: StoryRow, event: QPaintEvent) -> None:
        paint(row, event)
        seen.append(True)

    paint = StoryRow.paintEvent
    taken = []
    with patch.object(StoryRow, "paintEvent", noted):
        for row in rows:
            frame.go(Target("students"))
            until(quiet(window))
            seen.clear()
            started = time.perf_counter()
            frame.go(Target("students", row.id))
            until(lambda: bool(seen), settled=False)
            painted = time.perf_counter()
            until(quiet(window))
            taken.append(
                {
                    "painted": (painted - started) * 1000,
                    "complete": (time.perf_counter() - started) * 1000,
                }
            )
    return taken


def main() -> None:
    folder, passphrase, number = sys.argv[1:]
    app = QApplication(["lob-werkbank"])
    apply_theme(app)
    place = Path(folder)
    window = MainWindow(recent=RecentWorkbooks(place.parent / "recent.json"))
    window.show()
    # The copy of the day begins after a minute: not while this is measured.
    daily_copies.FIRST_MS = 3_600_000  # type: ignore[misc]
    window.take_session(Session.open(place, passphrase=passphrase))
    frame = window.frame
    assert frame is not None
    until(quiet(window))
    seen: dict[str, Any] = {"unlocked": memory()}
    seen["pages"] = pages(window, frame)
    seen["students"] = students(window, frame, int(number))
    seen["again"] = pages(window, frame)
    seen["memory"] = memory()
    # Without the backup that closing makes.
    window.lock()
    print(json.dumps(seen), flush=True)


if __name__ == "__main__":
    main()
