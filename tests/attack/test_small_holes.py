"""Small ways in, each found once by hand: time zones, taken version numbers, counts in plans."""

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors

from tests.attack.world import World

TALK = (
    "INSERT INTO conversation (id, talk_id, version_number, student_id, author_id, kind, form,"
    " held_on, next_at, recorded_at) SELECT %s, %s, %s, %s, lob.me(), kind, form, held_on, '',"
    " now() FROM conversation LIMIT 1"
)
ARRIVAL = (
    "INSERT INTO student (id, number, first_name, infix, last_name, sort_key, email, team_id,"
    " counsellor_id, version, updated_at{more}) SELECT id, number, first_name, infix, last_name,"
    " 'x', '', team_id, proposed_by, {version}, now(){value} FROM student_arrival WHERE id = %s"
)
ANSWER = (
    "UPDATE student_arrival SET answered_by = lob.me(), answered_at = now(), accepted = {}"
    " WHERE id = %s"
)


def talk_of(world: World, student: UUID) -> UUID:
    """The talk of a student, as somebody who once read along may have written it down."""
    with world.superuser() as connection:
        row = connection.execute(
            "SELECT talk_id FROM conversation WHERE student_id = %s", [student]
        ).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def problems(connection: psycopg.Connection[Any]) -> list[tuple[Any, ...]]:
    """What the check of the log and the records tells."""
    return connection.execute("SELECT * FROM lob.audit_problems()").fetchall()


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/St_Johns"])
def test_the_check_finds_the_same_from_every_time_zone(world: World, zone: str) -> None:
    with world.superuser() as connection:
        before = problems(connection)
        connection.execute("SELECT set_config('timezone', %s, true)", [zone])
        assert problems(connection) == before


def test_no_time_zone_of_a_writer_makes_a_record_look_changed(world: World) -> None:
    with world.superuser() as connection:
        before = problems(connection)
    number = uuid4()
    with world.connect("team mate") as connection:
        connection.execute("SET timezone = 'Asia/Tokyo'")
        connection.execute(TALK.encode(), [number, number, 1, world.mates])
    with world.superuser() as connection:
        assert problems(connection) == before


@pytest.mark.parametrize("version", [1, 2, 3, 0, -1, 2_147_483_647])
def test_nobody_takes_the_next_version_of_somebody_elses_talk(world: World, version: int) -> None:
    talk = talk_of(world, world.own)
    with world.connect("team mate") as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(TALK.encode(), [uuid4(), talk, version, world.mates])


def test_own_versions_come_one_after_another(world: World) -> None:
    talk = talk_of(world, world.mates)
    with world.connect("team mate") as connection:
        connection.execute(TALK.encode(), [uuid4(), talk, 2, world.mates])
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(TALK.encode(), [uuid4(), talk, 4, world.mates])


def test_an_answer_is_yes_or_no(world: World) -> None:
    arrival = world.rows["student_arrival"]["id"]
    with world.connect("leader") as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(ANSWER.format("NULL").encode(), [arrival])


@pytest.mark.parametrize(
    ("more", "value", "version"),
    [
        (", gender", ", 'X'", 1),
        (", learning_route", ", 'BOL'", 1),
        (", study_year", ", 2", 1),
        (", start_date", ", date '2020-01-01'", 1),
        (", expected_end_date", ", date '2030-01-01'", 1),
        ("", "", 77),
    ],
)
def test_a_yes_lets_a_name_and_number_in_and_nothing_more(
    world: World, more: str, value: str, version: int
) -> None:
    arrival = world.rows["student_arrival"]["id"]
    with world.connect("leader") as connection:
        connection.execute(ANSWER.format("true").encode(), [arrival])
        statement = ARRIVAL.format(more=more, value=value, version=version).encode()
        connection.execute("SAVEPOINT before")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement, [arrival])
        connection.execute("ROLLBACK TO before")
        plain = connection.execute(ARRIVAL.format(more="", value="", version=1).encode(), [arrival])
        assert plain.rowcount == 1
        connection.rollback()


@pytest.mark.parametrize("who", ["team mate", "asked in", "leader", "administrator"])
def test_no_plan_tells_that_there_are_restricted_notes(world: World, who: str) -> None:
    """``EXPLAIN ANALYZE`` counts what a policy passed over."""
    told = []
    for student in (world.own, uuid4()):
        with world.connect(who) as connection:
            connection.execute("SET enable_seqscan = off")
            plan = connection.execute(
                "EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off)"
                f" SELECT 1 FROM confidential_mark WHERE student_id = '{student}'".encode()
            ).fetchall()
        told.append(str(plan).replace(str(student), ""))
    assert told[0] == told[1]


def test_who_reads_along_reads_no_agreements_through_lists(world: World) -> None:
    """Inzage would not tell the counsellor: an entry for lists names no student."""
    world.shut_all()
    with world.connect("asked in") as connection:
        connection.autocommit = True
        query = "SELECT what FROM agreement_text"
        connection.execute("SELECT lob.open_lists()")
        assert connection.execute(query).fetchall() == []
        connection.execute("SELECT lob.open_dossier(%s)", [world.own])
        assert len(connection.execute(query).fetchall()) == 1


@pytest.mark.parametrize("day", ["infinity", "-infinity", "0044-03-15 BC", "20000-01-01"])
def test_nobody_writes_days_that_no_window_can_read(world: World, day: str) -> None:
    with world.connect("counsellor") as connection:
        for column in ("closed_on", "updated_at"):
            with pytest.raises(errors.CheckViolation) as raised:
                connection.execute(f"UPDATE agreement SET {column} = '{day}'".encode())
            assert raised.value.diag.message_detail is None
            connection.rollback()
