"""Tries every cell of the matrix as everybody."""

from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import sqlalchemy as sa
from psycopg import sql

from lob_workbench.storage.base import Base
from tests.attack.matrix import CLOSED, EXPECTED, KEYS, NOBODY, WRITES, place_of
from tests.attack.world import World


@dataclass
class Outcome:
    """``leaked``: done though it may not; ``refused``: may and could not."""

    cells: int = 0
    leaked: list[tuple[str, ...]] = field(default_factory=list)
    refused: list[tuple[str, ...]] = field(default_factory=list)

    def note(self, cell: tuple[str, ...], done: bool, may: bool) -> None:
        """Count a cell."""
        self.cells += 1
        if done and not may:
            self.leaked.append(cell)
        if may and not done:
            self.refused.append(cell)

    def __str__(self) -> str:
        return f"cells tried: {self.cells}, leaked: {len(self.leaked)}"


def attack(world: World, tables: Container[str] = EXPECTED) -> Outcome:
    """Try everything as everybody. Nothing is kept."""
    outcome = Outcome()
    world.shut_all()
    found = [table for table in Base.metadata.sorted_tables if table.name in tables]
    attempts = {table.name: _attempts(world, table) for table in found}
    for who in sorted(world.logins):
        with world.connect(who) as connection:
            connection.autocommit = True
            for table in found:
                if table.name not in CLOSED:
                    continue
                for one in attempts[table.name]:
                    if one.verb == "select":
                        done = _reaches(connection, one.statement)
                        outcome.note(
                            (who, table.name, "select while shut", one.column), done, False
                        )
            connection.execute("SELECT lob.open_dossier(%s)", [world.own]) if (
                who != "nobody"
            ) else None
            with suppress(psycopg.Error):
                connection.execute("SELECT lob.open_handover(%s)", [world.rows["handover"]["id"]])
            for table in found:
                allowed = EXPECTED[table.name]
                key = _key_of(world, table)
                place = world.place(place_of(table), key)
                for one in attempts[table.name]:
                    done = _reaches(connection, one.statement)
                    if not done and one.everywhere and _changes(connection, one.everywhere):
                        # Without a WHERE no right to read is asked: did it touch this row?
                        before, place = place, world.place(place_of(table), key)
                        done = place != before
                    may = {
                        "select": who in allowed.select and one.column not in allowed.hidden,
                        "insert": who in allowed.insert,
                        "update": who in allowed.update.get(one.column, NOBODY),
                        "delete": who in allowed.delete,
                    }[one.verb]
                    outcome.note((who, table.name, one.verb, one.column), done, may)
    return outcome


@dataclass(frozen=True)
class Attempt:
    """One cell: a statement that is undone at once, and an UPDATE of all rows that is not."""

    verb: str
    column: str
    statement: bytes
    everywhere: bytes = b""


def _attempts(world: World, table: sa.Table) -> list[Attempt]:
    """Every verb and column of one table, spelled once for everybody."""
    row = world.rows[table.name]
    name, key = place_of(table), _key_of(world, table)
    fresh = {
        column: uuid4() if column == "id" and isinstance(value, type(uuid4())) else value
        for column, value in row.items()
    }
    if table.name == "conversation":
        # The first version of another talk.
        fresh["talk_id"] = fresh["id"]
    found = []
    with world.superuser() as connection:

        def add(verb: str, column: str, what: sql.Composable, everywhere: bool = False) -> None:
            # Sent as one: what is sent together is one transaction, and an error ends that too.
            statement = what if verb == "insert" else what + sql.SQL(" WHERE ") + key
            found.append(
                Attempt(
                    verb,
                    column,
                    (statement + sql.SQL("; ROLLBACK")).as_bytes(connection),
                    what.as_bytes(connection) if everywhere else b"",
                )
            )

        for column in row:
            add("select", column, sql.SQL("SELECT {} FROM {}").format(sql.Identifier(column), name))
        for column in row:
            written = WRITES.get((table.name, column))
            change = (
                sql.SQL("{0} = {0}").format(sql.Identifier(column))
                if written is None
                else sql.SQL(written)  # type: ignore[arg-type]
            )
            add("update", column, sql.SQL("UPDATE {} SET {}").format(name, change), written is None)
        add("delete", "", sql.SQL("DELETE FROM {}").format(name))
        copied = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            name,
            sql.SQL(", ").join(map(sql.Identifier, fresh)),
            sql.SQL(", ").join(sql.Literal(value) for value in fresh.values()),
        )
        add("insert", "", copied)
    return found


def _key_of(world: World, table: sa.Table) -> sql.Composed:
    """The condition that is true of the planted row alone."""
    row = world.rows[table.name]
    return sql.SQL(" AND ").join(
        sql.SQL("{} = {}").format(sql.Identifier(column), sql.Literal(row[column]))
        for column in KEYS.get(table.name, table.primary_key.columns.keys())
    )


def _reaches(connection: psycopg.Connection[Any], statement: bytes) -> bool:
    """Whether the statement, which undoes itself, reaches a row."""
    try:
        return connection.execute(statement).rowcount > 0
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.RaiseException):
        return False
    except psycopg.errors.IntegrityError:
        # Past the guard: only a key stood in the way.
        return True


def _changes(connection: psycopg.Connection[Any], statement: bytes) -> bool:
    """Whether the statement, which stays, changed any row at all."""
    try:
        return connection.execute(statement).rowcount > 0
    except psycopg.Error:
        return False
