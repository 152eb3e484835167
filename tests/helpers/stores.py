"""Both stores as fixtures: a test that asks for ``store`` runs on SQLCipher and on PostgreSQL.

The schema is made once a session by the real migrations, and a school in it. A workbook is copied
for each test, on PostgreSQL the rows are taken away after each (``reused``). There every actor
works through a login of their own, so what the guard of the server refuses fails here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import (
    AccessGrant,
    StaffMember,
    StaffRole,
    Student,
    Team,
    TeamMember,
)
from lob_workbench.people.rules import GrantKind, PersonName
from lob_workbench.people.school import School, set_up
from lob_workbench.storage.base import new_id
from lob_workbench.storage.engine import (
    dispose_engine,
    open_encrypted,
    workbook_engine,
)
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.server import server_engine
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.helpers.postgres import PostgresCluster
from tests.helpers.reused import ReusedDatabase

KEY = bytes(range(32))
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


# Nobody knows a password to it: logins of tests come in by the trust of the socket.
VERIFIER = f"SCRAM-SHA-256$4096:{'A' * 22}==${'B' * 43}=:{'C' * 43}="


@dataclass(frozen=True)
class Store:
    """One database with a school and its owner, a counsellor, at work on a fixed Monday.

    ``engine`` looks at everything: on PostgreSQL it is a superuser's. There the owner is also the
    administrator, since a student list is the administrator's work.
    """

    engine: Engine
    owner: Actor
    clock: FixedClock
    logins: dict[UUID, Engine] = field(default_factory=dict)

    @property
    def shared(self) -> bool:
        """Whether this is PostgreSQL."""
        return self.engine.dialect.name == "postgresql"

    def work(self, actor: Actor | None = None) -> UnitOfWork:
        """A unit of work for the owner, or for ``actor``, who logs in where there are logins."""
        actor = actor or self.owner
        engine = self.login(actor) if self.shared else self.engine
        return UnitOfWork(engine, actor, self.clock)

    def unguarded(self) -> UnitOfWork:
        """A unit of work that may write whatever a test needs to stand there."""
        return UnitOfWork(self.engine, self.owner, self.clock)

    def login(self, actor: Actor) -> Engine:
        """The engine of the actor's own login; made when first needed."""
        if actor.staff_id not in self.logins:
            name = f"u{actor.staff_id.hex}"
            with self.engine.begin() as connection:
                second_line = Role.SECOND_LINE in actor.roles
                connection.execute(sa.select(sa.func.lob.create_login(name, VERIFIER, second_line)))
                connection.execute(
                    sa.update(StaffMember)
                    .where(StaffMember.id == actor.staff_id)
                    .values(login=name)
                )
            self.logins[actor.staff_id] = server_engine(self.engine.url.set(username=name))
        return self.logins[actor.staff_id]

    def on(self, copy: Engine) -> Store:
        """The same school on a copy of its database: logins are of the whole server."""
        logins = {
            staff: server_engine(copy.url.set(username=f"u{staff.hex}")) for staff in self.logins
        }
        return Store(copy, self.owner, FixedClock(self.clock.now()), logins)

    def close(self) -> None:
        """Let go of the logins."""
        for engine in self.logins.values():
            engine.dispose()

    def colleague(self, *roles: Role) -> Actor:
        """Another member of staff with these roles, known to the database."""
        actor = Actor(new_id(), "Daan de Wit", frozenset(roles))
        with self.unguarded() as work:
            work.session.add(
                StaffMember(
                    id=actor.staff_id,
                    name=actor.name,
                    updated_at=self.clock.now(),
                    roles=[StaffRole(role=role) for role in roles],
                )
            )
        if self.shared:
            self.login(actor)
        return actor

    def grant(
        self,
        student: UUID,
        reader: Actor,
        kind: GrantKind = GrantKind.SECOND_LINE,
        until: date | None = None,
    ) -> UUID:
        """Let ``reader`` read along with one of the owner's students."""
        with self.unguarded() as work:
            grant = AccessGrant(
                id=new_id(),
                student_id=student,
                staff_id=reader.staff_id,
                kind=kind,
                reason="",
                granted_by=self.owner.staff_id,
                granted_at=self.clock.now(),
                until=until,
            )
            work.session.add(grant)
            return grant.id

    def lead(self, leader: Actor, student: UUID) -> None:
        """Put the student in a team of this leader alone."""
        with self.unguarded() as work:
            team = Team(id=new_id(), name=f"Team {leader.staff_id.hex[-6:]}")
            work.session.add(team)
            work.session.flush()
            work.session.add(TeamMember(team_id=team.id, staff_id=leader.staff_id))
            work.session.execute(
                sa.update(Student).where(Student.id == student).values(team_id=team.id)
            )

    def student(
        self, number: str = "0411001", name: PersonName | None = None, **fields: object
    ) -> UUID:
        """A student in the owner's caseload (``counsellor_id=None`` for in nobody's)."""
        values = {"counsellor_id": self.owner.staff_id, "updated_at": self.clock.now()} | fields
        with self.unguarded() as work:
            student = Student(id=new_id(), number=number, **values)
            rename(student, name or PersonName("Zoë", "van 't", "Hart"))
            work.session.add(student)
            index_words(work, [student])
            return student.id


def settle(path: Path) -> None:
    """Have the file of a closed workbook hold everything, so that a copy of it does."""
    connection = open_encrypted(path, KEY, "rw")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


@contextmanager
def workbook_copy(template: Path, folder: Path) -> Iterator[Engine]:
    """A copy of a closed workbook, as ``workbook.db`` in this folder."""
    path = folder / "workbook.db"
    shutil.copy(template, path)
    engine = workbook_engine(path, KEY)
    yield engine
    dispose_engine(engine)


@contextmanager
def database_copy(cluster: PostgresCluster, template: str) -> Iterator[Engine]:
    """A copy of a database to which nobody is connected; dropped in the end."""
    name = cluster.create_database(template)
    engine = server_engine(cluster.url(name))
    yield engine
    engine.dispose()
    cluster.drop_database(name)


@pytest.fixture(scope="session")
def embedded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLCipher file."""
    path = tmp_path_factory.mktemp("template") / "workbook.db"
    engine = workbook_engine(path, KEY, create=True)
    upgrade(engine)
    dispose_engine(engine)
    settle(path)
    return path


@pytest.fixture(scope="session")
def server_template(postgres_cluster: PostgresCluster) -> str:
    """The name of a migrated, empty PostgreSQL database."""
    name: str = postgres_cluster.create_database()
    engine = server_engine(postgres_cluster.url(name))
    upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture(scope="session")
def embedded_school(
    embedded_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Store]:
    """A SQLCipher file in which the school is set up, and that store; it is closed."""
    folder = tmp_path_factory.mktemp("school")
    with workbook_copy(embedded_template, folder) as engine:
        school = new_store(engine)
    settle(folder / "workbook.db")
    return folder / "workbook.db", school


@pytest.fixture(scope="session")
def server_school(postgres_cluster: PostgresCluster, server_template: str) -> tuple[str, Store]:
    """The name of a PostgreSQL database in which the school is set up, and that store; closed."""
    name: str = postgres_cluster.create_database(server_template)
    engine = server_engine(postgres_cluster.url(name))
    school = new_store(engine)
    school.close()
    engine.dispose()
    return name, school


@pytest.fixture
def embedded_engine(embedded_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A migrated, empty SQLCipher workbook of this test alone."""
    with workbook_copy(embedded_template, tmp_path) as engine:
        yield engine


@pytest.fixture
def server_database(postgres_cluster: PostgresCluster, server_template: str) -> Iterator[Engine]:
    """A migrated, empty PostgreSQL database of this test alone."""
    with database_copy(postgres_cluster, server_template) as engine:
        yield engine


@pytest.fixture(params=["embedded", "server"])
def engine_kind(request: pytest.FixtureRequest) -> str:
    """The two kinds of database in turn."""
    kind: str = request.param
    return kind


@pytest.fixture
def any_engine(engine_kind: str, request: pytest.FixtureRequest) -> Engine:
    """Both empty databases in turn."""
    name = {"embedded": "embedded_engine", "server": "server_database"}[engine_kind]
    engine: Engine = request.getfixturevalue(name)
    return engine


@pytest.fixture
def store(engine_kind: str, request: pytest.FixtureRequest) -> Store:
    """A school with its owner Mirjam Bakker, on both engines in turn."""
    store: Store = request.getfixturevalue(f"{engine_kind}_store")
    return store


@pytest.fixture
def embedded_store(embedded_school: tuple[Path, Store], tmp_path: Path) -> Iterator[Store]:
    """The same on SQLCipher alone, for what does not touch the database's own rules."""
    template, school = embedded_school
    with workbook_copy(template, tmp_path) as engine:
        yield school.on(engine)


@pytest.fixture(scope="session")
def school_database(
    postgres_cluster: PostgresCluster, server_school: tuple[str, Store]
) -> Iterator[ReusedDatabase]:
    """The database behind ``server_store``."""
    database = ReusedDatabase(postgres_cluster, server_school[0])
    yield database
    database.drop()


@pytest.fixture
def server_store(
    postgres_cluster: PostgresCluster,
    school_database: ReusedDatabase,
    server_school: tuple[str, Store],
) -> Iterator[Store]:
    """The same on PostgreSQL alone, for what a workbook on a laptop does not have."""
    with school_database.lent() as name:
        engine = server_engine(postgres_cluster.url(name))
        store = server_school[1].on(engine)
        yield store
        store.close()
        engine.dispose()


def store_first(request: pytest.FixtureRequest) -> None:
    """Have the store of a test, whichever it asks for, outlive the fixture that calls this."""
    for name in ("store", "embedded_store", "server_store"):
        if name in request.fixturenames:
            request.getfixturevalue(name)
            return


def new_store(engine: Engine) -> Store:
    """Set the school up."""
    roles = frozenset({Role.COUNSELLOR})
    if engine.dialect.name == "postgresql":
        roles |= {Role.ADMINISTRATOR}
    store = Store(engine, Actor(new_id(), "", roles), FixedClock(MONDAY))
    with store.unguarded() as work:
        owner = set_up(work, "Mirjam Bakker", roles, School("Het Voorbeeldcollege", "2026-2027"))
    if store.shared:
        store.login(owner)  # now: later two threads may want it at once
    # At a school nobody owns the workbook.
    return replace(store, owner=replace(owner, own_desk=not store.shared))
