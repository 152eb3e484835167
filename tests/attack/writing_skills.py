"""Writing life skills by plain SQL, as anybody with a login might."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from tests.attack.world import World


@contextmanager
def logged_in(world: World, who: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection of which nothing is kept, with the dossier open that this person may open."""
    with world.connect(who) as connection:
        connection.autocommit = True
        if who != "nobody":
            connection.execute("SELECT lob.open_dossier(%s)", [world.own])
        with connection.transaction(force_rollback=True):
            yield connection


def insert(
    connection: psycopg.Connection[Any], world: World, table: str, **values: object
) -> dict[str, Any]:
    """Write the planted row of the table once more, with other values."""
    fresh = world.rows[table] | {"id": uuid4()} | values
    row = {column: value for column, value in fresh.items() if column in world.rows[table]}
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, row)),
        sql.SQL(", ").join(map(sql.Literal, row.values())),
    )
    connection.execute(statement)
    return row


def me(world: World, who: str) -> UUID:
    """The member of staff."""
    return world.actors[who].staff_id


def of(student: UUID) -> dict[str, object]:
    """A row of a student."""
    return {"learner_id": student, "student_id": student, "member_id": None}


def of_member(member: UUID) -> dict[str, object]:
    """A row of a member of staff."""
    return {"learner_id": member, "student_id": None, "member_id": member}


def claim(
    connection: psycopg.Connection[Any],
    world: World,
    who: str,
    learner: dict[str, object],
    name: str = "",
    **values: object,
) -> UUID:
    """A claim with its words, by this person."""
    row = insert(connection, world, "skill_claim", recorded_by=me(world, who), **learner, **values)
    words = {"claim_id": row["id"], "observer_name": name}
    insert(connection, world, "skill_claim_text", **learner, **words)
    key: UUID = row["id"]
    return key


def verdict(
    connection: psycopg.Connection[Any],
    world: World,
    who: str,
    claim_id: UUID,
    learner: dict[str, object],
    name: str = "Een ander",
    number: int = 1,
    **values: object,
) -> None:
    """What this person writes down of a claim, with its words."""
    key = {"claim_id": claim_id, "number": number, "recorded_by": me(world, who)}
    insert(connection, world, "skill_verdict", **learner, **key, **values)
    insert(
        connection, world, "skill_verdict_text",
        claim_id=claim_id, number=number, observer_name=name, **learner,
    )  # fmt: skip


def check_now(connection: psycopg.Connection[Any]) -> None:
    """What is asked at a commit."""
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    connection.execute("SET CONSTRAINTS ALL DEFERRED")
