"""`make load`: simulated counsellors at work on one server, each with a login of their own.

Run: ``python -m tests.benchmarks.counsellors [--people N] [--seconds N] [--think LEAST MOST]``.
They work through the product's own session, operations and listener, over loopback with fsync on,
ten in a process: fifty threads of one Python would measure each other. Counted afterwards: every
talk that was acknowledged is there exactly once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import monotonic, perf_counter, process_time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.app.features import FEATURES
from lob_workbench.app.live_changes import LiveChanges
from lob_workbench.app.school_session import SchoolSession
from lob_workbench.app.seed import SeedPlan
from lob_workbench.domain.clock import SystemClock
from lob_workbench.domain.contributions import contributed
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.students.operations import list_students, read_story
from lob_workbench.features.today.operations import read_day
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.server import ServerAddress, TlsMode
from lob_workbench.talks.rules import AgreementStatus, AgreementText
from tests.benchmarks.big_school import DATABASE, BigSchool, big_school
from tests.benchmarks.desk import all_done

_IN_A_PROCESS = 10


@dataclass(frozen=True)
class Work:
    """Where to work, for how long, and how many seconds somebody reads and writes in between."""

    host: str
    port: int
    seconds: float
    think: tuple[float, float]


@dataclass
class Tally:
    """What all of them did together. The processor seconds are of the clients and the server."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    recorded: list[UUID] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seconds: float = 0.0
    client_seconds: float = 0.0
    server_seconds: float = 0.0
    lost: int = 0
    twice: int = 0
    connections: int = 0

    @contextmanager
    def timed(self, kind: str) -> Iterator[None]:
        """Count what happens inside, with its milliseconds."""
        started = perf_counter()
        yield
        self.taken[kind].append((perf_counter() - started) * 1000)

    def add(self, other: Tally) -> None:
        """What another process did."""
        for kind, times in other.taken.items():
            self.taken[kind].extend(times)
        self.recorded += other.recorded
        self.errors += other.errors
        self.client_seconds += other.client_seconds

    def lines(self) -> list[str]:
        """For reading."""
        every = [one for times in self.taken.values() for one in times]
        shown = [f"{len(every) / self.seconds:.1f} operations a second for {self.seconds:.0f} s"]
        for kind, times in [*sorted(self.taken.items()), ("all", every)]:
            slow = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
            shown.append(
                f"  {kind:20} {len(times):6}  median {median(times):7.1f} ms  p95 {slow:7.1f} ms"
            )
        each = 1000 / max(1, len(every))
        shown.append(
            f"processor time: server {self.server_seconds:.0f} s"
            f" ({self.server_seconds * each:.1f} ms an operation),"
            f" clients {self.client_seconds:.0f} s ({self.client_seconds * each:.1f} ms)"
        )
        shown.append(
            f"errors {len(self.errors)}, recorded {len(self.recorded)}, lost {self.lost}, "
            f"twice {self.twice}, connections {self.connections}"
        )
        return shown


def at_work(school: BigSchool, people: int, seconds: float, think: tuple[float, float]) -> Tally:
    """Let ``people`` counsellors work for ``seconds`` and count what is there afterwards."""
    host = "127.0.0.1" if school.loopback else str(school.cluster.folder)
    work = Work(host, school.cluster.port, seconds, think)
    spawn = multiprocessing.get_context("spawn")
    groups = [range(at, min(at + _IN_A_PROCESS, people + 1)) for at in range(1, people + 1, 10)]
    ready = spawn.Barrier(len(groups) + 1)
    done: Any = spawn.Queue()
    desks = [spawn.Process(target=_desks, args=(work, group, ready, done)) for group in groups]
    for desk in desks:
        desk.start()
    tally = Tally()
    # By itself, since a transaction that idles longer than a minute is ended by the product.
    with school.keeper.connect().execution_options(isolation_level="AUTOCOMMIT") as line:
        ready.wait()
        started, used = monotonic(), _server_seconds(line)
        threading.Event().wait(seconds)
        tally.connections = line.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'begeleider%%'"
        ).scalar_one()
        tally.server_seconds = _server_seconds(line) - used
        for _ in groups:
            tally.add(done.get())
        tally.seconds = monotonic() - started
        for desk in desks:
            desk.join()
        found = line.execute(
            sa.text(
                "SELECT t.id, count(x.conversation_id) FROM conversation t"
                " JOIN conversation_text x ON x.conversation_id = t.id"
                " WHERE t.id = ANY(:ids) GROUP BY t.id"
            ),
            {"ids": tally.recorded},
        ).all()
    tally.lost = len(set(tally.recorded)) - len(found)
    tally.twice = sum(count != 1 for _, count in found)
    return tally


def _server_seconds(line: sa.Connection) -> float:
    """Processor time of all open connections; nought where the system does not tell."""
    ticks = 0
    for pid in line.exec_driver_sql("SELECT pid FROM pg_stat_activity").scalars():
        try:
            told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(told[11]) + int(told[12])
    return ticks / os.sysconf("SC_CLK_TCK") if ticks else 0.0


def _desks(work: Work, numbers: range, ready: Any, done: Any) -> None:
    """One process: a thread for each of these people."""
    tally, stop = Tally(), threading.Event()
    connected = threading.Barrier(len(numbers) + 1)
    workers = [
        threading.Thread(target=_work, args=(work, number, tally, stop, connected))
        for number in numbers
    ]
    for worker in workers:
        worker.start()
    connected.wait()
    ready.wait()
    used = process_time()
    stop.wait(work.seconds)
    stop.set()
    for worker in workers:
        worker.join()
    tally.client_seconds = process_time() - used
    tally.taken = dict(tally.taken)
    done.put(tally)


def _work(
    work: Work, number: int, tally: Tally, stop: threading.Event, connected: threading.Barrier
) -> None:
    chance = Random(number)
    address = ServerAddress(
        host=work.host,
        database=DATABASE,
        login=f"begeleider{number:04}",
        port=str(work.port),
        tls=TlsMode.DISABLE,
    )
    session, live = None, None
    try:
        session = SchoolSession.connect(address, None, SystemClock())
        live = LiveChanges(session.engine)
        live.start()
    except BaseException as error:
        tally.errors.append(f"{type(error).__name__}: {error}")
    connected.wait()
    try:
        # Nobody begins at the same moment.
        stop.wait(chance.uniform(0, work.think[1]))
        while session is not None and not stop.is_set():
            _round(session, tally, chance, stop, work.think)
    except BaseException as error:
        tally.errors.append(f"{type(error).__name__}: {error}")
    finally:
        if live is not None:
            live.stop()
        if session is not None:
            session.close()


def _round(
    session: SchoolSession,
    tally: Tally,
    chance: Random,
    stop: threading.Event,
    think: tuple[float, float],
) -> None:
    """One student: from the day to a recorded talk, with time to think in between."""
    actor = session.actor
    facts = contributed(FEATURES, actor, "facts")

    def do(kind: str, ask: Callable[..., Any], *asked: Any) -> Any:
        with tally.timed(kind), session.work() as work:
            answer = ask(work, *asked)
        stop.wait(chance.uniform(*think))
        return answer

    do("Vandaag", read_day, contributed(FEATURES, actor, "today"), facts)
    students = do("list", list_students, StudentFilter(), facts).rows
    student = chance.choice(students).student.id
    do("student page", read_story, student, contributed(FEATURES, actor, "story"), facts)
    prepared = do("prepare", talks.prepare, student)
    draft = replace(prepared.draft, held_on=prepared.today, summary="We spraken")
    for _ in range(3):
        draft = replace(draft, summary=f"{draft.summary} over de stage en wat er nu moet komen,")
        do("keep draft", talks.keep_draft, draft)
        if stop.is_set():
            return
    agreed = (AgreementText("Een weekrooster maken"),)
    draft = replace(draft, agreements=agreed, answers=all_done(prepared))
    recorded = do("record", talks.record, draft)
    tally.recorded.append(recorded.conversation_id)
    standing = do("agreements", talks.list_agreements, student)
    for agreement in standing:
        if agreement.status is AgreementStatus.OPEN:
            do("tick", talks.close_agreement, agreement.id, agreement.version, AgreementStatus.DONE)
            break


def main(arguments: list[str] | None = None, plan: SeedPlan | None = None) -> Tally:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.counsellors")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--think", type=float, nargs=2, default=(5.0, 10.0))
    chosen = parser.parse_args(arguments)
    with big_school(plan, loopback=True) as school:
        tally = at_work(school, chosen.people, chosen.seconds, (*chosen.think,))
    least, most = chosen.think
    print(f"{chosen.people} counsellors at work on one server, something every {least}–{most} s")
    print("\n".join(tally.lines()))
    for error in tally.errors[:5]:
        print(f"  {error}")
    return tally


if __name__ == "__main__":
    main()
