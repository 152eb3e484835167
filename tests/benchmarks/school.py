"""What a school's server costs: the guard against none, finding words, the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter

import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.app.local_server import NoServer
from lob_workbench.app.seed import RARE_WORD, SeedPlan
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.rights import Role
from lob_workbench.features.planning.operations import overdue
from lob_workbench.features.student_import.queries import known_students
from lob_workbench.people import queries
from lob_workbench.people.records import StaffMember, StaffRole, Team, TeamMember
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.benchmarks.big_school import ADMINISTRATOR, BigSchool, big_school
from tests.benchmarks.desk import Desk, small_workbook
from tests.benchmarks.figures import Figure
from tests.helpers.stores import VERIFIER

COUNSELLOR, LEADER, CARE = "begeleider0001", "teamleider01", "tweedelijn01"
EVERYBODY = "teamleider-alles"
_WORDS = ("stage", "st", "stage opdracht", RARE_WORD)
# The same question as the superuser, of the same dossiers.
_READABLE = sa.text(
    "SELECT id FROM student WHERE counsellor_id IN"
    " (SELECT id FROM staff_member WHERE login = :login)"
    " UNION SELECT student_id FROM access_grant WHERE staff_id IN"
    " (SELECT id FROM staff_member WHERE login = :login)"
)
_BARE = sa.text(
    "SELECT DISTINCT conversation_id, student_id FROM (SELECT * FROM lob.talk_words"
    " WHERE student_id = ANY(:own) OFFSET 0) own WHERE words @@ to_tsquery('simple', :asked)"
    " ORDER BY conversation_id DESC LIMIT 200"
)
_FIND = sa.text("SELECT conversation_id FROM lob.find_talks(:words, 200)")


def school(runs: int, plan: SeedPlan | None = None) -> list[Figure]:
    """The rows of a school; none, and a line that says why, where there is no PostgreSQL."""
    try:
        with big_school(plan) as found:
            return [
                *_lists(found, runs),
                *_planning(found, runs),
                *_search(found, runs),
                *_log(found, runs),
            ]
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


def _planning(school: BigSchool, runs: int) -> Iterator[Figure]:
    """Who is behind on the norm: of two teams, and of the whole school."""
    _lead_everybody(school)
    for who, login in (("team leader", LEADER), ("leader of all teams", EVERYBODY)):
        with _login(school, login) as (engine, actor):
            rows = 0

            def behind(_: int) -> None:
                nonlocal rows
                with school.work(engine, actor) as work:
                    rows = len(overdue(work, work.clock.today()).rows)

            (taken,) = turns(runs, behind)
            yield Figure(f"overdue list of {rows:,}, {who}: ≤ 1 s", taken, None, 1_000.0)


def _lead_everybody(school: BigSchool) -> None:
    """A leader of all teams, once: no school has one, and the figure asks for one."""
    with school.keeper.begin() as line:
        known = sa.select(StaffMember.id).where(StaffMember.login == EVERYBODY)
        if line.scalar(known) is not None:
            return
        key = new_id()
        line.execute(
            sa.insert(StaffMember).values(
                id=key, name="Iedereen", login=EVERYBODY, is_owner=False, version=1,
                updated_at=school.clock.now(),
            )
        )  # fmt: skip
        line.execute(sa.insert(StaffRole).values(staff_id=key, role=Role.TEAM_LEADER))
        teams = sa.select(Team.id, sa.literal(key, sa.Uuid()))
        line.execute(sa.insert(TeamMember).from_select(["team_id", "staff_id"], teams))
        line.execute(sa.select(sa.func.lob.create_login(EVERYBODY, VERIFIER, False)))


def _search(school: BigSchool, runs: int) -> Iterator[Figure]:
    for who, login in (("counsellor", COUNSELLOR), ("second line", CARE), ("team leader", LEADER)):
        with _login(school, login) as (engine, _):
            with engine.begin() as line:
                line.execute(sa.text("SELECT lob.open_search()"))
            with school.keeper.connect() as line:
                own = list(line.execute(_READABLE, {"login": login}).scalars())
            for words in _WORDS:
                found = 0

                def find(_: int) -> None:
                    nonlocal found
                    with engine.connect() as line:
                        found = len(line.execute(_FIND, {"words": words}).all())  # noqa: B023

                def bare(_: int) -> None:
                    with school.keeper.connect() as line:
                        line.execute(_BARE, {"asked": asked, "own": own}).all()  # noqa: B023

                asked = " & ".join(f"'{word}':*" for word in words.split())
                taken, yardstick = turns(runs, find, bare)
                yield Figure(
                    f"find ‘{words}’, {who} ({found} found): ≤ 100 ms", taken, yardstick, None
                )


def _log(school: BigSchool, runs: int) -> Iterator[Figure]:
    """A student's page with the log, first and again, against the same page without asking it.

    At the school and in a workbook of the same size, and the two beside each other.
    """
    with _login(school, COUNSELLOR) as (engine, actor), small_workbook() as own:

        def begin() -> UnitOfWork:
            return school.work(engine, actor)

        shared = Desk.of(begin, actor)
        # As a superuser, who opens nothing: the first of three reads must not fetch from disk.
        everything = Desk(lambda: school.work(school.keeper, actor), actor, shared.students)
        for student in shared.students:
            everything.page_without_log(student)
        for student in own.students:
            own.page_without_log(student)
        for place, desk in (("school", shared), ("workbook", own)):
            # Every first read needs a student whom nobody opened this minute.
            most = min(runs, len(desk.students) - 1)
            desk.page(desk.students[-1])
            first, again, bare = turns(
                most,
                lambda run: desk.page(desk.students[run]),  # noqa: B023
                lambda run: desk.page(desk.students[run]),  # noqa: B023
                lambda run: desk.page_without_log(desk.students[run]),  # noqa: B023
            )
            yield Figure(f"student page, {place}, opened first: log / none", first, bare, 1.3)
            yield Figure(f"student page, {place}, opened again: log / none", again, bare, 1.3)
        for what, one, other in (
            ("Vandaag", lambda _: shared.day(), lambda _: own.day()),
            ("page Studenten", lambda _: shared.list(), lambda _: own.list()),
            (
                "student page",
                lambda _: shared.page(shared.students[0]),
                lambda _: own.page(own.students[0]),
            ),
            (
                "prepare and record a talk",
                lambda run: shared.record(shared.students[run % 25]),
                lambda run: own.record(own.students[run % 25]),
            ),
        ):
            there, here = turns(runs, one, other)
            yield Figure(f"{what}: school / workbook", there, here, None)
