"""No plan tells what stands in a row that a policy keeps shut.

A condition of the reader that is asked before the policy shows in ``EXPLAIN ANALYZE`` (*never
executed*) and on the clock. With ``<`` that reads any text, letter by letter, without an entry in
the log.
"""

from typing import Any

import pytest
from psycopg import sql

from lob_workbench.storage.audit_check import problems_at_school
from lob_workbench.storage.server import server_engine
from lob_workbench.storage.server_setup import upgrade_school
from tests.attack.world import SECRET, World

# Whichever way the planner is pushed.
WAYS = (
    "SET enable_seqscan = off",
    "SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off",
)
# A table, a condition with a place for a value, and two values: one is so, one is not.
GUESSES: dict[str, tuple[str, str, str, str]] = {
    "what was said": ("conversation_text", "summary < {}", "zz", "A"),
    "what was said, in a form": ("conversation_text", "summary = {}", SECRET, "A"),
    "what was understood": ("conversation_topic", "meaning >= {}", "A", "zz"),
    "what was agreed": ("agreement_text", "what > {}", "A", "zz"),
    "a note of somebody's own": ("working_note", "text > {}", "A", "zz"),
    "where somebody went": ("enrolment_change", "destination = {}", "unknown", "care"),
    "a line about leaving": ("enrolment_note", "text > {}", "A", "zz"),
    "what kind of talk": ("conversation", "held_on > {}", "2000-01-01", "2100-01-01"),
    "a name": ("student", "last_name > {}", " ", "zzzz"),
    "a number": ("student", "number = {}", "0411003", "0411999"),
    "evidence": ("skill_claim_text", "evidence > {}", "A", "zz"),
}


def plan(world: World, who: str, way: str, table: str, condition: str, value: str) -> str:
    """What the planner tells of one question, without the value that was asked."""
    asked = sql.SQL(condition).format(sql.Literal(value))  # type: ignore[arg-type]
    query = sql.SQL(
        "EXPLAIN (ANALYZE, COSTS off, TIMING off, SUMMARY off) SELECT 1 FROM {} WHERE {}"
    ).format(sql.Identifier(table), asked)
    with world.connect(who) as connection:
        connection.execute(way.encode())
        rows: list[tuple[Any, ...]] = connection.execute(query).fetchall()
    return "\n".join(str(row[0]) for row in rows).replace(f"'{value}'", "?")


OWN_TOO = {"conversation", "enrolment_change", "student", "working_note"}


@pytest.mark.parametrize("who", ["team mate", "asked in before", "second line, idle", "intake"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("guess", GUESSES)
def test_a_guess_at_a_shut_row_looks_the_same_right_or_wrong(
    world: World, guess: str, way: str, who: str
) -> None:
    table, condition, right, wrong = GUESSES[guess]
    world.shut_all()
    if table in OWN_TOO and who == "team mate":
        # Whoever has students of her own sees those; what is asked then is of somebody else's.
        key = "id" if table == "student" else "student_id"
        condition = f"{key} = '{world.expired}' AND {condition}"
    told = [plan(world, who, way, table, condition, value) for value in (right, wrong)]
    assert told[0] == told[1]


def test_the_mark_that_tells_stands_nowhere_but_at_keys(world: World) -> None:
    with world.connect("counsellor") as connection:
        assert connection.execute("SELECT * FROM lob.open_plans()").fetchall() == []


def test_a_dump_that_was_put_back_is_told_by_the_check_and_mended_by_the_upgrade(
    world: World,
) -> None:
    with world.superuser() as connection:
        connection.execute("ALTER FUNCTION pg_catalog.text_lt(text, text) LEAKPROOF")
    engine = world.store.engine
    url = engine.url.set(username="postgres")
    keeper = server_engine(url)
    try:
        assert any("server upgrade" in line for line in problems_at_school(keeper))
        assert upgrade_school(keeper)
        assert not any("server upgrade" in line for line in problems_at_school(keeper))
        assert not upgrade_school(keeper)
    finally:
        keeper.dispose()
