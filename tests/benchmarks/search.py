"""Ctrl+K on 11,000 students and 1.1 million talks: from keystroke to painted list.

Beside the filter of a ``QSqlTableModel`` on a plain file for names, and beside ``LIKE`` on the same
workbook for words of talks; and the same questions on the same rows in a plain file.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import QEventLoop
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget
from sqlcipher3 import dbapi2

from lob_workbench.app.search_asking import Asking
from lob_workbench.app.search_box import SearchCard
from lob_workbench.app.session import Session
from lob_workbench.app.tour.stage import application
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import SystemClock
from lob_workbench.features.search.operations import find_students, find_talks
from lob_workbench.features.search.rules import Found
from lob_workbench.people.records import Student
from lob_workbench.storage.engine import bare_connection
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.ui.jobs import Jobs
from tests.benchmarks.figures import Figure
from tests.benchmarks.million_talks import PASSPHRASE, million_talks

NAMES = ("bakker", "celik", "zoe", "70410", "zzq")
WORDS = ("stage", "gesprek", "thuis op", "luchtb", "zzzq")
REACH_MS = 100.0
_LIKE = sa.text(
    "SELECT c.id, c.held_on, t.summary FROM conversation_text t"
    " JOIN conversation c ON c.id = t.conversation_id"
    " WHERE t.summary LIKE :like ORDER BY t.rowid DESC LIMIT 9"
)


def search(runs: int, talks: int | None = None, place: Path | None = None) -> list[Figure]:
    """The rows; the workbook (and its plain twin) is made first when it is not there yet."""
    application()
    folder = million_talks(talks, place)
    runs = min(runs, 5)
    session = Session.open(folder, passphrase=PASSPHRASE)
    try:
        plain = _plain_twin(session, folder)
        with _typing(session) as box:
            names = [box.type(word) for _ in range(runs) for word in NAMES]
        with tempfile.TemporaryDirectory(prefix="lob-bench-") as other:
            model = _model(session, Path(other) / "students.db")
            filtered = [model.type(word) for _ in range(runs) for word in NAMES]
            model.close()
        with _typing(session, find_talks) as box:
            found = [box.type(word) for _ in range(runs) for word in WORDS]
        liked = [_liked(session, word) for word in WORDS]
        ours, bare = _both(session, plain, runs)
    finally:
        session.close(backup=False)
    return [
        Figure("student search, keystroke → painted, p95", p95(names), p95(filtered), 1.0),
        Figure("talk search, keystroke → painted, p95 / LIKE", p95(found), p95(liked), 0.1),
        Figure("talk search, slowest keystroke", max(_all(found)), None, REACH_MS),
        Figure(
            "finding: encrypted / plain",
            ours,
            bare,
            1.2,
            remark="a pause before long words is not in any of these",
        ),
    ]


def p95(taken: Sequence[Sequence[float]]) -> float:
    """The 95th percentile of all."""
    times = sorted(_all(taken))
    return times[min(int(0.95 * len(times)), len(times) - 1)]


def _all(taken: Sequence[Sequence[float]]) -> list[float]:
    return [one for times in taken for one in times]


class _Box:
    """The product's box, of which one question is asked."""

    def __init__(self, card: SearchCard, asking: Asking, app: QApplication) -> None:
        self.card, self.asking, self.app = card, asking, app

    def type(self, word: str) -> list[float]:
        """The milliseconds of each letter, until its own answer is painted."""
        taken = []
        self.card.edit.clear()
        self.app.processEvents()
        for letter in word:
            started = perf_counter()
            QTest.keyClick(self.card.edit, letter)
            while self.asking.busy:
                # As the program does: asleep until there is something.
                self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self.app.processEvents()
            taken.append(1000 * (perf_counter() - started))
        return taken


class _Filtered:
    """Qt's own model over the same names in a plain file."""

    def __init__(self, path: Path) -> None:
        self.base = QSqlDatabase.addDatabase("QSQLITE", "bench")
        self.base.setDatabaseName(str(path))
        assert self.base.open()
        self.window = QWidget()
        self.edit, self.view = QLineEdit(self.window), QTableView(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.edit)
        column.addWidget(self.view)
        self.model = QSqlTableModel(self.window, self.base)
        self.model.setTable("student")
        self.model.select()
        self.view.setModel(self.model)
        self.edit.textChanged.connect(self._filter)
        self.window.resize(1000, 700)
        self.window.show()

    def _filter(self, text: str) -> None:
        columns = ("first_name", "last_name", "number")
        wanted = " OR ".join(f"{column} LIKE '%{text}%'" for column in columns)
        self.model.setFilter(wanted if text else "")

    def type(self, word: str) -> list[float]:
        taken = []
        self.edit.clear()
        QApplication.processEvents()
        for letter in word:
            started = perf_counter()
            QTest.keyClick(self.edit, letter)
            QApplication.processEvents()
            taken.append(1000 * (perf_counter() - started))
        return taken

    def close(self) -> None:
        self.model.clear()
        self.window.deleteLater()
        self.base.close()


@contextmanager
def _typing(session: Session, operation: Any = None) -> Iterator[_Box]:
    """The box over an empty window, asking for students, or for ``operation`` alone."""
    app = application()
    window = QWidget()
    jobs = Jobs(session.work, window)
    context: Any = SimpleNamespace(
        jobs=jobs, clock=SystemClock(), actor=session.actor, care=SimpleNamespace(shared=False)
    )
    nothing: Any = SimpleNamespace(pages=_nothing, commands=_nothing)
    card = SearchCard(context, nothing, window)
    try:
        asked = card.students if operation is None else card.talks
        for asking in (card.students, card.talks, card.agreements):
            if asking is not asked:
                vars(asking)["_operation"] = None
            vars(asking)["_pause"] = _no_pause
        window.resize(1092, 614)
        card.setGeometry(80, 10, 900, 590)
        window.show()
        app.processEvents()
        yield _Box(card, asked, app)
    finally:
        card.clear()
        jobs.stop()
        window.deleteLater()


def _nothing(_typed: str) -> Found[Any]:
    return Found()


def _no_pause(_typed: str) -> int:
    return 0


def _model(session: Session, path: Path) -> _Filtered:
    with session.work() as work:
        rows = work.session.execute(
            sa.select(Student.number, Student.first_name, Student.last_name, Student.sort_key)
        ).all()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE student (number, first_name, last_name, sort_key)")
    base.executemany("INSERT INTO student VALUES (?, ?, ?, ?)", [tuple(row) for row in rows])
    base.commit()
    base.close()
    return _Filtered(path)


def _liked(session: Session, word: str) -> list[float]:
    taken = []
    for length in range(1, len(word) + 1):
        started = perf_counter()
        with session.work() as work:
            work.session.execute(_LIKE, {"like": f"%{word[:length]}%"}).all()
        taken.append(1000 * (perf_counter() - started))
    return taken


def _plain_twin(session: Session, folder: Path) -> Path:
    """The same rows and index in a file without a key, beside the workbook."""
    path = folder / "plain.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with bare_connection(session.workbook.engine) as connection:
            connection.execute("ATTACH ? AS twin KEY ''", (str(part),))
            connection.execute("SELECT sqlcipher_export('twin')").fetchall()
            connection.execute("DETACH twin")
        part.rename(path)
    return path


def _both(session: Session, plain: Path, runs: int) -> tuple[float, float]:
    """The median milliseconds of all questions, on the workbook and on its plain twin, in turns."""

    def connect() -> Any:
        connection = dbapi2.connect(str(plain), isolation_level=None, check_same_thread=False)
        for setting in ("temp_store = MEMORY", "trusted_schema = OFF", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    bare = sa.create_engine("sqlite://", module=dbapi2, creator=connect)
    actor: Actor = session.actor

    def twin() -> UnitOfWork:
        return UnitOfWork(bare, actor, SystemClock())

    taken: tuple[list[float], list[float]] = ([], [])
    try:
        for run in range(runs + 1):
            for begin, times in zip((session.work, twin), taken, strict=True):
                started = perf_counter()
                _ask_all(begin)
                if run:
                    times.append(1000 * (perf_counter() - started))
    finally:
        bare.dispose()
    return median(taken[0]), median(taken[1])


def _ask_all(begin: Callable[[], Any]) -> None:
    for operation, words in ((find_students, NAMES), (find_talks, WORDS)):
        for word in words:
            with begin() as work:
                operation(work, word, 8)
