"""What a school's server costs: the guard against none, finding words, the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from statistics import median
from time import perf_counter
from unittest.mock import patch
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.app.features import FEATURES
from lob_workbench.app.local_server import NoServer
from lob_workbench.app.seed import RARE_WORD, SeedPlan
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import contributed
from lob_workbench.features.conversations import overview
from lob_workbench.features.student_import.queries import known_students
from lob_workbench.features.students.operations import list_students, read_story
from lob_workbench.people import queries
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.benchmarks.big_school import ADMINISTRATOR, BigSchool, big_school
from tests.benchmarks.figures import Figure

COUNSELLOR, LEADER, CARE = "begeleider0001", "teamleider01", "tweedelijn01"
_WORDS = ("stage", "st", "stage opdracht", RARE_WORD)
_FIND = sa.text("SELECT conversation_id FROM lob.find_talks(:words, 200)")
Begin = Callable[[], AbstractContextManager[UnitOfWork]]


def school(runs: int, plan: SeedPlan | None = None) -> list[Figure]:
    """The rows of a school; none, and a line that says why, where there is no PostgreSQL."""
    try:
        with big_school(plan) as found:
            return [*_lists(found, runs), *_search(found, runs), *_log(found, runs)]
    except NoServer as error:
        print(f"The rows of a school are skipped: {error}")
        return []


def turns(runs: int, *tasks: Callable[[int], object]) -> list[float]:
    """The median milliseconds of each task, taken in turns after a warm-up."""
    taken: list[list[float]] = [[] for _ in tasks]
    for run in range(runs + 1):
        for place, task in enumerate(tasks):
            started = perf_counter()
            task(run)
            if run:
                taken[place].append((perf_counter() - started) * 1000)
    return [median(times) for times in taken]


@contextmanager
def _login(school: BigSchool, login: str) -> Iterator[tuple[Engine, Actor]]:
    engine = school.engine(login)
    try:
        yield engine, school.actor(login)
    finally:
        engine.dispose()


def _lists(school: BigSchool, runs: int) -> Iterator[Figure]:
    """The same query under the guard and as a superuser, whom no policy holds."""

    def names(work: UnitOfWork) -> int:
        return len(queries.list_students(work, StudentFilter()))

    def everybody(work: UnitOfWork) -> int:
        return len(known_students(work))

    for who, login, ask in (
        ("counsellor", COUNSELLOR, names),
        ("team leader", LEADER, names),
        ("administrator", ADMINISTRATOR, everybody),
    ):
        with _login(school, login) as (engine, actor):
            counts = set()

            def guarded(_: int) -> None:
                with school.work(engine, actor) as work:
                    counts.add(ask(work))  # noqa: B023

            def bare(_: int) -> None:
                with school.work(school.keeper, actor) as work:
                    counts.add(ask(work))  # noqa: B023

            ours, yardstick = turns(runs, guarded, bare)
            (rows,) = counts
            yield Figure(f"list of {rows:,}, {who}: guard / none", ours, yardstick, 1.5)


def _search(school: BigSchool, runs: int) -> Iterator[Figure]:
    for who, login in (("counsellor", COUNSELLOR), ("second line", CARE), ("team leader", LEADER)):
        with _login(school, login) as (engine, _):
            with engine.begin() as line:
                line.execute(sa.text("SELECT lob.open_search()"))
            for words in _WORDS:
                found = 0

                def find(_: int) -> None:
                    nonlocal found
                    with engine.connect() as line:
                        found = len(line.execute(_FIND, {"words": words}).all())  # noqa: B023

                (taken,) = turns(runs, find)
                yield Figure(f"find ‘{words}’, {who} ({found} found)", taken, None, 100)


def _log(school: BigSchool, runs: int) -> Iterator[Figure]:
    """A student's page with the log, first and again, against the same page without asking it."""
    with _login(school, COUNSELLOR) as (engine, actor):

        def begin() -> UnitOfWork:
            return school.work(engine, actor)

        with begin() as work:
            rows = queries.list_students(work, StudentFilter())
            students = [row.id for row in rows]
        # Every first read needs a student whom nobody opened this minute.
        runs = min(runs, len(students) - 1)
        # As a superuser, who opens nothing: the first of three reads must not fetch from disk.
        for student in students[: runs + 1]:
            _page_without_log(lambda: school.work(school.keeper, actor), actor, student)
        first, again, bare = turns(
            runs,
            lambda run: _page(begin, actor, students[run]),
            lambda run: _page(begin, actor, students[run]),
            lambda run: _page_without_log(begin, actor, students[run]),
        )
        yield Figure("student page, opened first: log / none", first, bare, 1.3)
        yield Figure("student page, opened again: log / none", again, bare, 1.3)
        sources = contributed(FEATURES, actor, "facts")

        def list_page(_: int) -> None:
            with begin() as work:
                list_students(work, StudentFilter(), sources)

        (taken,) = turns(runs, list_page)
        yield Figure("page Studenten, counsellor", taken, None, None)


def _page(begin: Begin, actor: Actor, student: UUID) -> None:
    stories = contributed(FEATURES, actor, "story")
    facts = contributed(FEATURES, actor, "facts")
    with begin() as work:
        read_story(work, student, stories, facts)


def _page_without_log(begin: Begin, actor: Actor, student: UUID) -> None:
    with patch.object(overview, "open_dossier"):
        _page(begin, actor, student)
