"""Both stores as fixtures: a test that asks for ``store`` runs on SQLCipher and on PostgreSQL.

The schema is made once a session by the real migrations and copied for each test.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.rights import Role
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import StaffMember, StaffRole, Student
from lob_workbench.people.rules import PersonName
from lob_workbench.people.school import School, set_up
from lob_workbench.storage.base import new_id
from lob_workbench.storage.engine import (
    dispose_engine,
    open_encrypted,
    server_engine,
    workbook_engine,
)
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.unit_of_work import UnitOfWork

KEY = bytes(range(32))
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Store:
    """One database with a school and its owner, a counsellor, at work on a fixed Monday."""

    engine: Engine
    owner: Actor
    clock: FixedClock

    def work(self, actor: Actor | None = None) -> UnitOfWork:
        """A unit of work for the owner, or for ``actor``."""
        return UnitOfWork(self.engine, actor or self.owner, self.clock)

    def colleague(self, *roles: Role) -> Actor:
        """Another member of staff with these roles, known to the database."""
        actor = Actor(new_id(), "Daan de Wit", frozenset(roles))
        with self.work() as work:
            work.session.add(
                StaffMember(
                    id=actor.staff_id,
                    name=actor.name,
                    updated_at=self.clock.now(),
                    roles=[StaffRole(role=role) for role in roles],
                )
            )
        return actor

    def student(
        self, number: str = "0411001", name: PersonName | None = None, **fields: object
    ) -> UUID:
        """A student in the owner's caseload (``counsellor_id=None`` for in nobody's)."""
        values = {"counsellor_id": self.owner.staff_id, "updated_at": self.clock.now()} | fields
        with self.work() as work:
            student = Student(id=new_id(), number=number, **values)
            rename(student, name or PersonName("Zoë", "van 't", "Hart"))
            work.session.add(student)
            index_words(work, [student])
            return student.id


@pytest.fixture(scope="session")
def embedded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLCipher file."""
    path = tmp_path_factory.mktemp("template") / "workbook.db"
    engine = workbook_engine(path, KEY, create=True)
    upgrade(engine)
    dispose_engine(engine)
    # A copy of the file alone must hold everything.
    connection = open_encrypted(path, KEY, "rw")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return path


@pytest.fixture(scope="session")
def server_template(postgres_cluster: object) -> str:
    """The name of a migrated, empty PostgreSQL database."""
    name: str = postgres_cluster.create_database()  # type: ignore[attr-defined]
    engine = server_engine(postgres_cluster.url(name))  # type: ignore[attr-defined]
    upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture
def embedded_engine(embedded_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A migrated SQLCipher workbook of this test alone."""
    path = tmp_path / "workbook.db"
    shutil.copy(embedded_template, path)
    engine = workbook_engine(path, KEY)
    yield engine
    dispose_engine(engine)


@pytest.fixture
def server_database(postgres_cluster: object, server_template: str) -> Iterator[Engine]:
    """A migrated PostgreSQL database of this test alone."""
    name = postgres_cluster.create_database(server_template)  # type: ignore[attr-defined]
    engine = server_engine(postgres_cluster.url(name))  # type: ignore[attr-defined]
    yield engine
    engine.dispose()
    postgres_cluster.drop_database(name)  # type: ignore[attr-defined]


@pytest.fixture(params=["embedded", "server"])
def any_engine(request: pytest.FixtureRequest) -> Engine:
    """Both engines in turn."""
    name = {"embedded": "embedded_engine", "server": "server_database"}[request.param]
    engine: Engine = request.getfixturevalue(name)
    return engine


@pytest.fixture
def store(any_engine: Engine) -> Store:
    """A school with its owner Mirjam Bakker, on both engines in turn."""
    return new_store(any_engine)


@pytest.fixture
def embedded_store(embedded_engine: Engine) -> Store:
    """The same on SQLCipher alone, for what does not touch the database's own rules."""
    return new_store(embedded_engine)


def new_store(engine: Engine) -> Store:
    """Set the school up."""
    roles = frozenset({Role.COUNSELLOR})
    store = Store(engine, Actor(new_id(), "", roles), FixedClock(MONDAY))
    with store.work() as work:
        owner = set_up(work, "Mirjam Bakker", roles, School("Het Voorbeeldcollege", "2026-2027"))
    return replace(store, owner=owner)
