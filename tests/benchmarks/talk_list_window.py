"""Paints the list of all talks, ours or Qt's own, and tells how long it took and what it holds.

Run as a script with ``ours``, ``qt`` or ``both``, the folder of a workbook, its passphrase and the
file of its plain copy. ``both`` paints the two in turns while scrolling. Prints one line of JSON:
milliseconds and MB. ``QtSql`` is a yardstick: the product never imports it.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from lob_workbench.app.features import FEATURES
from lob_workbench.app.first_screen import import_heavy_modules
from lob_workbench.app.session import Session
from lob_workbench.features.conversations.page_list import TalkList
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.theme import apply_theme

SIZE = (1000, 700)
_ROWS = 2_000
_TURNS = 60
# What the list shows, in its order; the newest version of a talk and what a student said of it
# are looked up for each row, as ours does.
_QUERY = """
SELECT c.held_on, trim(s.first_name || ' ' || s.infix) || ' ' || s.last_name, g.name, c.kind,
    c.next_on, (SELECT r.verdict FROM student_response r WHERE r.conversation_id = c.id
        AND r.party = 'student' ORDER BY r.id DESC LIMIT 1)
FROM conversation c JOIN student s ON s.id = c.student_id
    LEFT JOIN student_group g ON g.id = s.group_id
WHERE NOT EXISTS (SELECT 1 FROM conversation d WHERE d.talk_id = c.talk_id
    AND d.version_number > c.version_number)
ORDER BY c.held_on DESC, c.id DESC
"""


class Timed:
    """Milliseconds and MB since it was made."""

    def __init__(self) -> None:
        gc.collect()
        self._before = memory()
        self._started = time.perf_counter()

    def seen(self) -> dict[str, float]:
        taken = (time.perf_counter() - self._started) * 1000
        return {"ms": taken, "mb": memory() - self._before}


def memory() -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def until(reached: Callable[[], bool]) -> None:
    while not reached():
        # Asleep until there is something, as programs are.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.processEvents()


def ours(context: PageContext) -> TalkList:
    """The list of the product, asked as its page asks it."""
    shown = TalkList(context)
    shown.resize(*SIZE)
    shown.show()
    shown.load()
    return shown


def painted(view: QTableView) -> Callable[[], bool]:
    """Whether the view has painted a row."""
    drawn: list[bool] = []
    model = view.model()

    class Watch(QWidget):
        def eventFilter(self, _watched: Any, event: Any) -> bool:
            if event.type() == event.Type.Paint and model.rowCount():
                drawn.append(True)
            return False

    watch = Watch(view)
    view.viewport().installEventFilter(watch)
    return lambda: bool(drawn)


def yardstick(database: QSqlDatabase) -> QTableView:
    """A table as Qt makes it."""
    view = QTableView()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.resize(*SIZE)
    model = QSqlQueryModel(view)
    model.setQuery(_QUERY, database)
    if model.lastError().isValid():
        raise RuntimeError(model.lastError().text())
    view.setModel(model)
    view.show()
    return view


def scrolled(table: QTableView, other: QTableView) -> dict[str, float]:
    """The median milliseconds of painting all that is in sight, in turns, as far as 2,000 rows."""
    for view in (table, other):
        while view.model().rowCount() < _ROWS and view.model().canFetchMore(view.rootIndex()):
            view.model().fetchMore(view.rootIndex())
            QCoreApplication.processEvents()
    # The same rows, as high and as wide as ours, or one would paint more than the other.
    other.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
    other.verticalHeader().hide()
    for column in range(table.model().columnCount()):
        other.setColumnWidth(column, table.columnWidth(column))
    other.setVerticalScrollMode(table.verticalScrollMode())
    for view in (table, other):
        view.resize(*SIZE)
    QCoreApplication.processEvents()
    taken: dict[str, list[float]] = {"ours": [], "qt": []}
    for turn in range(_TURNS):
        for name, view in (("ours", table), ("qt", other)):
            place = turn * 37 % (_ROWS - 50) * table.verticalHeader().defaultSectionSize()
            view.verticalScrollBar().setValue(place)
            started = time.perf_counter()
            view.viewport().repaint()
            taken[name].append((time.perf_counter() - started) * 1000)
    return {name: median(times) for name, times in taken.items()}


def main() -> None:
    what, folder, passphrase, plain = sys.argv[1:]
    app = QApplication(["lob-werkbank"])
    apply_theme(app)
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setDatabaseName(plain)
    if not database.open():
        raise RuntimeError(database.lastError().text())
    # As the first screen does before anybody can open anything.
    import_heavy_modules()
    session = Session.open(Path(folder), passphrase=passphrase)
    jobs = Jobs(session.work)
    context = PageContext(
        jobs, session.clock, session.actor, Navigator(), FEATURES, None  # type: ignore[arg-type]
    )  # fmt: skip
    seen: dict[str, Any] = {}
    if what != "qt":
        timed = Timed()
        shown = ours(context)
        until(painted(shown.table))
        seen = timed.seen()
        until(lambda: not jobs.busy)
    if what != "ours":
        timed = Timed()
        other = yardstick(database)
        until(painted(other))
        seen = seen or timed.seen()
    if what == "both":
        table_width = shown.table.width()
        other.resize(table_width, shown.table.height())
        seen = scrolled(shown.table, other)
    jobs.stop()
    session.close(backup=False)
    print(json.dumps(seen), flush=True)
    # Without taking Qt apart: a database that still has models complains.
    os._exit(0)


if __name__ == "__main__":
    main()
