"""Restricted notes by plain SQL: no note without its mark, and no trace of one anywhere else."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.errors import NotAllowed
from lob_workbench.features.confidential import operations
from lob_workbench.features.confidential.records import ConfidentialNote
from lob_workbench.features.confidential.rules import NoteDraft
from lob_workbench.storage.base import new_id
from tests.attack.matrix import OUTSIDE, STAFF
from tests.attack.world import World

HUSH = "ZZVERTROUWELIJK"
OTHERS = sorted((STAFF | OUTSIDE) - {"second line"})
INSERT = (
    "INSERT INTO second_line.confidential_note (id, student_id, author_id, text, written_at,"
    " replaces) VALUES (%s, %s, lob.me(), %s, now(), %s)"
)


@pytest.fixture(scope="module")
def note(world: World) -> Iterator[UUID]:
    """A note and a draft of one, made by the operations themselves."""
    actor = world.actors["second line"]
    with world.store.work(actor) as work:
        recorded = operations.record(work, NoteDraft(new_id(), world.own, HUSH))
    with world.store.work(actor) as work:
        operations.keep_draft(work, NoteDraft(new_id(), world.own, HUSH))
    yield recorded.note_id
    world.store.close()


def write(connection: psycopg.Connection[Any], *values: object) -> None:
    """Write a note as `psql` would."""
    connection.execute(INSERT.encode(), values)


def everything(connection: psycopg.Connection[Any]) -> Iterator[str]:
    """Every row that this login gets of anything there is, as text."""
    connection.autocommit = True
    places = connection.execute(
        "SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace n"
        " ON n.oid = relnamespace WHERE relkind IN ('r', 'v', 'm', 'p', 'S')"
    ).fetchall()
    for (place,) in places:
        try:
            for row in connection.execute(f"SELECT t::text FROM {place} t".encode()):
                yield f"{place} {row[0]}"
        except psycopg.Error as error:
            yield f"{place} {error}"


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_the_text_in_any_table_view_or_error(
    world: World, note: UUID, who: str
) -> None:
    with world.connect(who) as connection:
        found = [line for line in everything(connection) if HUSH in line or str(note) in line]
    assert found == []


def test_who_wrote_it_does_find_it(world: World, note: UUID) -> None:
    """Otherwise the sweep above would prove nothing."""
    with world.connect("second line") as connection:
        connection.autocommit = True
        connection.execute("SELECT lob.open_dossier(%s)", [world.own])
        places = {line.split(" ")[0] for line in everything(connection) if HUSH in line}
    assert places == {"second_line.confidential_note", "public.draft"}


@pytest.mark.parametrize("who", ["administrator", "counsellor", "second line, idle"])
def test_a_draft_of_a_note_is_its_writers_alone(world: World, note: UUID, who: str) -> None:
    with world.connect(who) as connection:
        for query in (
            "SELECT * FROM draft WHERE content LIKE '%ZZVERTROUWELIJK%'",
            "SELECT * FROM draft WHERE screen = 'confidential'",
            "UPDATE draft SET content = content WHERE screen = 'confidential' RETURNING content",
            "DELETE FROM draft WHERE screen = 'confidential' RETURNING content",
        ):
            assert connection.execute(query.encode()).fetchall() == []
        connection.rollback()


def test_the_same_draft_beside_it_is_no_way_to_ask(world: World, note: UUID) -> None:
    """A draft of the same person, screen and subject collides without showing what is there."""
    owner = world.actors["second line"].staff_id
    with world.connect("administrator") as connection:
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(
                "INSERT INTO draft (id, owner_id, screen, entity_id, content, saved_at)"
                " VALUES (gen_random_uuid(), %s, 'confidential', %s, 'x', now())",
                [owner, world.own],
            )
        assert isinstance(caught.value, errors.InsufficientPrivilege)
        connection.rollback()


@pytest.mark.parametrize("who", OTHERS)
def test_searching_finds_nothing_of_a_note(world: World, note: UUID, who: str) -> None:
    with world.connect(who) as connection:
        connection.autocommit = True
        if who == "nobody":
            return
        connection.execute("SELECT lob.open_search()")
        for words in (HUSH, "zzvertrouwelijk", "zzv"):
            found = connection.execute("SELECT * FROM lob.find_talks(%s, 500)", [words])
            assert found.fetchall() == []


def test_searching_finds_nothing_of_a_note_for_who_wrote_it_either(
    world: World, note: UUID
) -> None:
    with world.connect("second line") as connection:
        connection.autocommit = True
        connection.execute("SELECT lob.open_search()")
        assert connection.execute("SELECT * FROM lob.find_talks('zz', 500)").fetchall() != []
        found = connection.execute("SELECT * FROM lob.find_talks(%s, 500)", [HUSH])
        assert found.fetchall() == []


def test_the_text_is_never_part_of_a_query_that_others_see(world: World) -> None:
    """An administrator of the server sees the last query of each connection: without its values."""
    actor, words = world.actors["second line"], "ZZGEBONDEN"
    with world.store.work(actor) as work, world.superuser() as master:
        operations.record(work, NoteDraft(new_id(), world.own, words))
        work.session.flush()
        operations.keep_draft(work, NoteDraft(new_id(), world.own, words))
        work.session.flush()
        queries = master.execute("SELECT query FROM pg_stat_activity").fetchall()
        assert any("draft" in query or "confidential" in query for (query,) in queries)
        assert words not in repr(queries)
        master.rollback()
        work.session.rollback()
    world.store.close()


def marks(world: World, student: UUID) -> int:
    """How many marks the student has, for who sees everything."""
    with world.superuser() as master:
        found = master.execute(
            "SELECT 1 FROM confidential_mark WHERE student_id = %s", [student]
        ).fetchall()
    return len(found)


def test_no_note_without_its_mark_and_no_mark_without_a_note(world: World) -> None:
    with world.superuser() as master:
        master.execute("SET session_replication_role = replica")
        master.execute("DELETE FROM confidential_mark")
    with world.connect("second line") as connection:
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute("INSERT INTO confidential_mark VALUES (%s)", [world.own])
        connection.rollback()
        write(connection, uuid4(), world.own, "Kaal.", None)
        write(connection, uuid4(), world.own, "Nog een.", None)
    assert marks(world, world.own) == 1
    with world.superuser() as master:
        told = master.execute(
            "SELECT count(*) FROM audit_entry WHERE kind = 'confidential_mark'"
            " AND record = %s AND chain = %s",
            [str(world.own), world.logins["second line"]],
        ).fetchone()
    assert told == (1,)


@pytest.mark.parametrize("who", ["second line, idle", "second line before", "counsellor"])
def test_nobody_else_writes_a_note(world: World, who: str) -> None:
    with world.connect(who) as connection, pytest.raises(errors.InsufficientPrivilege):
        write(connection, uuid4(), world.own, "x", None)


def test_the_second_line_writes_of_no_other_student(world: World) -> None:
    with world.connect("second line") as connection, pytest.raises(errors.InsufficientPrivilege):
        write(connection, uuid4(), world.other, "x", None)
    assert marks(world, world.other) == 0


def test_a_correction_is_of_the_newest_own_note_of_that_student(world: World, note: UUID) -> None:
    mine, itself = uuid4(), uuid4()
    planted = world.rows["confidential_note"]["id"]
    with world.superuser() as master:
        colleague = master.execute(
            "INSERT INTO second_line.confidential_note (id, student_id, author_id, text,"
            " written_at) VALUES (gen_random_uuid(), %s, %s, 'x', now()) RETURNING id",
            [world.own, world.actors["second line, idle"].staff_id],
        ).fetchone()
        elsewhere = master.execute(
            "INSERT INTO second_line.confidential_note (id, student_id, author_id, text,"
            " written_at) VALUES (gen_random_uuid(), %s, %s, 'x', now()) RETURNING id",
            [world.mates, world.actors["second line"].staff_id],
        ).fetchone()
    assert colleague is not None
    assert elsewhere is not None
    with world.connect("second line") as connection:
        connection.autocommit = True
        write(connection, mine, world.own, "Verbeterd.", planted)
        said = set()
        # Replaced already, a colleague's, another student's, itself, one that does not exist.
        for replaced in (planted, colleague[0], elsewhere[0], itself, uuid4()):
            with pytest.raises(errors.InsufficientPrivilege) as caught:
                write(connection, itself, world.own, "Nee.", replaced)
            said.add(caught.value.diag.message_primary)
        assert len(said) == 1
        write(connection, uuid4(), world.own, "Nog beter.", mine)


@pytest.mark.parametrize("column", ["xmin", "ctid", "*", "cmin", "tableoid"])
def test_a_mark_does_not_tell_its_day(world: World, note: UUID, column: str) -> None:
    with world.connect("counsellor") as connection:
        assert connection.execute("SELECT student_id FROM confidential_mark").fetchall() == [
            (world.own,)
        ]
        if column == "*":
            found = connection.execute("SELECT * FROM confidential_mark").fetchall()
            assert found == [(world.own,)]
            return
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(f"SELECT {column} FROM confidential_mark".encode())


def heard(world: World, who: str) -> set[str]:
    """The kinds of changes of the student, of all time, that this person is told of."""
    with world.connect(who) as connection:
        rows = connection.execute(
            "SELECT kind FROM lob.changes_since(0) WHERE student_id = %s", [world.own]
        ).fetchall()
    return {kind for (kind,) in rows if kind.startswith("confidential")}


def test_changes_tell_of_a_mark_while_it_is_news_and_of_notes_to_colleagues_only(
    world: World,
) -> None:
    colleague = "second line before"
    with world.superuser() as master:
        master.execute("SET session_replication_role = replica")
        master.execute("DELETE FROM confidential_mark")
    with world.connect("second line") as connection:
        write(connection, uuid4(), world.own, "Nieuws.", None)
    assert heard(world, "counsellor") == {"confidential_mark"}
    with world.superuser() as master:
        master.execute("SET session_replication_role = replica")
        master.execute("UPDATE audit_entry SET at = at - interval '6 minutes'")
        master.execute(
            "UPDATE access_grant SET until = NULL WHERE staff_id = %s",
            [world.actors[colleague].staff_id],
        )
    try:
        assert heard(world, "counsellor") == set()
        assert heard(world, colleague) == {"confidential_note", "confidential_mark"}
        for who in ("leader", "asked in", "administrator", "second line, idle", "team mate"):
            assert heard(world, who) == set(), who
    finally:
        with world.superuser() as master:
            master.execute(
                "UPDATE access_grant SET until = '2020-01-01' WHERE staff_id = %s",
                [world.actors[colleague].staff_id],
            )


@pytest.mark.parametrize("who", OTHERS)
def test_the_log_tells_nobody_else_of_notes(world: World, note: UUID, who: str) -> None:
    with world.connect(who) as connection:
        try:
            found = connection.execute(
                "SELECT kind, record, at FROM audit_entry"
                " WHERE kind IN ('confidential_note', 'confidential_mark')"
                " OR record LIKE %s OR record LIKE %s",
                [f"%{note}%", f"%{HUSH}%"],
            ).fetchall()
        except errors.InsufficientPrivilege:
            return
    assert found == []


@pytest.mark.parametrize("collides", [True, False])
def test_an_error_does_not_carry_the_text(world: World, note: UUID, collides: bool) -> None:
    """PostgreSQL itself names what collides; what reaches our log does not."""
    actor = world.actors["second line"]
    bad = ConfidentialNote(
        id=note if collides else new_id(),
        student_id=world.own,
        author_id=actor.staff_id,
        text=HUSH,
        written_at=world.store.clock.now(),
        replaces=None if collides else new_id(),
    )
    work = world.store.work(actor)
    with pytest.raises((IntegrityError, NotAllowed)) as caught, work:
        work.session.add(bad)
    world.store.close()
    assert isinstance(caught.value, IntegrityError) == collides
    said = repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)
    assert HUSH not in said
    assert str(note) not in said
