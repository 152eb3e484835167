"""Planning: who is behind among all students of a school, and a group into free time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import UUID

from lob_workbench.app.session import Session
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.progress import Progress
from lob_workbench.features.planning import operations_group
from lob_workbench.features.planning.operations import overdue
from lob_workbench.features.planning.operations_group import GroupWish
from lob_workbench.features.planning.rules_slots import Repeat, WindowWish
from tests.benchmarks.big_workbook import PASSPHRASE, STUDENTS, big_workbook
from tests.benchmarks.figures import Figure

TALKS = 300
_MINUTES = 10
_DAYS = 14
_LIST_MS, _PLAN_MS = 1_000.0, 2_000.0


def planning(
    runs: int, students: int = STUDENTS, talks: int = TALKS, place: Path | None = None
) -> list[Figure]:
    """The rows in a workbook; those of a school stand in ``school``."""
    made = big_workbook(students, place)
    with tempfile.TemporaryDirectory(prefix="lob-bench-") as beside:
        # What is planned here must not stand in the way the next time.
        folder = Path(beside) / made.name
        shutil.copytree(made, folder)
        session = Session.open(folder, passphrase=PASSPHRASE)
        try:
            listed = _median_ms(runs, lambda: _list(session))
            _keep_free(session)
            chosen = _somebody(session, talks)
            planned = _median_ms(runs, lambda: _plan(session, chosen), lambda: _undo(session))
        finally:
            session.close(backup=False)
    return [
        Figure(f"overdue list of {students:,}, workbook", listed, None, _LIST_MS),
        Figure(f"planning {talks} talks into slots", planned, None, _PLAN_MS),
    ]


def _median_ms(
    runs: int, task: Callable[[], object], between: Callable[[], object] | None = None
) -> float:
    taken = []
    for run in range(runs + 1):
        started = perf_counter()
        task()
        if run:  # The first one warms up.
            taken.append((perf_counter() - started) * 1000)
        if between is not None:
            between()
    return median(taken)


def _list(session: Session) -> int:
    with session.work() as work:
        return len(overdue(work, work.clock.today()).rows)


def _keep_free(session: Session) -> None:
    with session.work() as work:
        first = work.clock.today() + timedelta(days=1)
        last = first + timedelta(days=_DAYS)
        wish = WindowWish(first, "08:00", "18:00", Repeat.DAILY, last)
        operations_group.add_windows(work, wish)


_written: list[operations_group.GroupPlanned] = []


def _somebody(session: Session, talks: int) -> tuple[UUID, ...]:
    with session.work() as work:
        start = operations_group.start_group(work)
    return tuple(row.person.id for row in start.students[:talks])


def _plan(session: Session, chosen: tuple[UUID, ...]) -> None:
    wish = GroupWish(ConversationKind.LEARNING_METER, _MINUTES, chosen)
    with session.work() as work:
        proposal = operations_group.propose_group(work, wish, Progress())
    with session.work() as work:
        _written.append(operations_group.confirm_group(work, wish, proposal.placed, Progress()))
    assert len(_written[-1].appointment_ids) + len(proposal.named) == len(chosen)


def _undo(session: Session) -> None:
    with session.work() as work:
        operations_group.call_off_group(work, _written.pop().appointment_ids)
