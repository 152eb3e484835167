"""A school's server with 11,000 students and 1.1 million talks, kept between runs.

Made once with `lob-workbench seed`'s own code and kept where ``LOB_BENCH_CACHE`` says (else in the
system's folder for temporary files), until the schema or the plan changes. It runs as a school's
would: fsync on. Remove the folder and it is made again.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import monotonic

import psycopg
import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.app.seed import SeedPlan
from lob_workbench.app.seed_writing import seed_store
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.rights import Role
from lob_workbench.paths import migrations
from lob_workbench.people.records import StaffMember, StaffRole
from lob_workbench.storage.server import server_engine
from lob_workbench.storage.server_setup import NewUser, initialise, verifier_for
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.postgres import PostgresCluster
from tests.helpers.postgres_tls import free_port

DATABASE = "school"
ADMINISTRATOR = "beheer"
# What a small server of a school has; the rest as PostgreSQL comes.
_SETTINGS = (
    "shared_buffers=1GB",
    "effective_cache_size=3GB",
    "max_connections=200",
    "max_wal_size=4GB",
)
_FILLED = "filled"


def cache() -> Path:
    """Where what is made once is kept, outside the repository."""
    place = os.environ.get("LOB_BENCH_CACHE")
    return Path(place) if place else Path(tempfile.gettempdir()) / "lob-werkbank-bench"


@dataclass
class KeptCluster(PostgresCluster):
    """A server whose data stays in ``place`` after it stopped."""

    durable: bool = True
    settings: tuple[str, ...] = _SETTINGS
    place: Path = field(default_factory=cache)
    loopback: bool = False
    rules: str = "local all all trust\nhost all all 127.0.0.1/32 trust\n"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.loopback:
            self.port = free_port()

    def listening(self) -> tuple[str, ...]:
        return (f"listen_addresses={'127.0.0.1' if self.loopback else ''}",)

    @property
    def data(self) -> Path:
        return self.place / "data"

    def start(self) -> None:
        self.place.mkdir(parents=True, exist_ok=True)
        self.give_away(self.place)
        super().start()

    def stop(self) -> None:
        """Stop as one should: everything is written, and the next start is quick."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGINT)
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(frozen=True)
class BigSchool:
    """The running server. ``keeper`` is the superuser's engine: no policy stands in its way."""

    cluster: PostgresCluster
    keeper: Engine
    clock: Clock
    loopback: bool = False

    def engine(self, login: str) -> Engine:
        """An engine as the application makes one, for this login; the caller disposes of it."""
        return server_engine(self.cluster.url(DATABASE, login))

    def actor(self, login: str) -> Actor:
        """Who this login is."""
        with self.keeper.connect() as connection:
            person, name = connection.execute(
                sa.select(StaffMember.id, StaffMember.name).where(StaffMember.login == login)
            ).one()
            roles = connection.scalars(
                sa.select(StaffRole.role).where(StaffRole.staff_id == person)
            ).all()
        return Actor(person, name, frozenset(Role(role) for role in roles))

    def work(self, engine: Engine, actor: Actor) -> UnitOfWork:
        """A unit of work of ``actor``; with ``keeper`` the same queries without a guard."""
        return UnitOfWork(engine, actor, self.clock)


@contextmanager
def big_school(
    plan: SeedPlan | None = None, place: Path | None = None, *, loopback: bool = False
) -> Iterator[BigSchool]:
    """The school of this plan, running; filled first when it is not there yet (minutes).

    Raises ``NoServer`` where there is no PostgreSQL.
    """
    plan = plan or SeedPlan()
    folder = (place or cache()) / f"school-{schema_fingerprint()}-{plan.students}-{plan.talks}"
    if not (folder / _FILLED).exists():
        _fill(folder, plan)
    cluster = KeptCluster(place=folder, loopback=loopback)
    keeper = server_engine(cluster.url(DATABASE))
    try:
        cluster.start()
        yield BigSchool(cluster, keeper, SystemClock(), loopback)
    finally:
        keeper.dispose()
        cluster.stop()


def schema_fingerprint(*patterns: str) -> str:
    """Another one when the schema is: the files of the migrations (of a workbook: versions)."""
    folder = migrations()
    found = patterns or ("versions/*.py", "sql/*.sql")
    files = sorted(file for pattern in found for file in folder.glob(pattern))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _fill(folder: Path, plan: SeedPlan) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    started = monotonic()
    print(f"Filling a school with {plan.talks:,} talks, once: minutes …", flush=True)
    cluster = KeptCluster(place=folder, durable=False)
    try:
        cluster.start()
        with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as line:
            line.execute(f"CREATE DATABASE {DATABASE}".encode())
        engine = server_engine(cluster.url(DATABASE))
        try:
            first = NewUser(ADMINISTRATOR, "Beheer", frozenset({Role.ADMINISTRATOR}))
            secret = verifier_for(engine, ADMINISTRATOR, "nobody needs it at a trusted socket")
            initialise(engine, "Het Meetcollege", "2026-2027", first, secret)
            rows = seed_store(engine, plan)
        finally:
            engine.dispose()
    finally:
        cluster.stop()
    (folder / _FILLED).write_text(f"{rows} rows in {monotonic() - started:.0f} s\n", "utf-8")
    print(f"  {rows:,} rows in {monotonic() - started:.0f} s", flush=True)
