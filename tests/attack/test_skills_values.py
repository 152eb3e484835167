"""Life skills by plain SQL: what a colleague's page could not bear is no row."""

from datetime import date

import pytest
from psycopg import errors

from tests.attack.world import World
from tests.attack.writing_skills import insert, logged_in, me

UNREADABLE: dict[str, tuple[str, dict[str, object]]] = {
    "a behaviour of no level": ("skill_claim", {"behaviour_id": "listening-5-1"}),
    "a behaviour with a line end": ("skill_claim", {"behaviour_id": "listening-1-1\n"}),
    "a behaviour that is a page": ("skill_claim", {"behaviour_id": "x" * 100_000 + "-1-1"}),
    "no set": ("skill_claim", {"set_key": ""}),
    "a set without a version": ("skill_claim", {"set_key": "werkbank"}),
    "a day before calendars": ("skill_claim", {"seen_on": date(1, 1, 2)}),
    "a day long after us": ("skill_verdict", {"given_on": date(9998, 1, 1), "number": 2}),
    "a goal of no skill": ("skill_goal", {"skill_id": "listening-1-1"}),
    "a goal of no set": ("skill_goal", {"set_key": "@"}),
    "a level above the last": ("skill_goal", {"level": 5}),
    "a level below nothing": ("skill_goal", {"level": -1}),
    "an agreement of another age": ("skill_goal", {"made_on": date(1, 1, 2)}),
    "a period number 13": ("skill_goal_slot", {"number": 13}),
    "a period number 0": ("skill_goal_slot", {"number": 0}),
    "a period of centuries": ("skill_goal_slot", {"number": 2, "ends_on": date(9998, 1, 1)}),
    "a period that runs back": ("skill_goal_slot", {"number": 2, "ends_on": date(2020, 1, 1)}),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_nobody_writes_what_keeps_colleagues_out_of_their_pages(world: World, what: str) -> None:
    table, values = UNREADABLE[what]
    mine = {"recorded_by": me(world, "counsellor"), "made_by": me(world, "counsellor")}
    with logged_in(world, "counsellor") as connection, pytest.raises(errors.CheckViolation):
        insert(connection, world, table, **mine, **values)


WORDS: dict[str, tuple[str, dict[str, object]]] = {
    "a link that runs": ("skill_claim_text", {"link": "javascript:alert(1)"}),
    "a link to a file": ("skill_claim_text", {"link": "file:///etc/passwd"}),
    "a link of two": ("skill_claim_text", {"link": "https://a.nl\nfile:///b"}),
    "a book as evidence": ("skill_claim_text", {"evidence": "x" * 20_001}),
    "a name of a page": ("skill_claim_text", {"observer_name": "x" * 201}),
    "a file in another folder": ("skill_evidence", {"name": "../../.bashrc"}),
    "a file by a drive": ("skill_evidence", {"name": "C:\\Windows"}),
    "a file without a name": ("skill_evidence", {"name": ""}),
    "a file without an end": ("skill_evidence", {"content": b"x" * 10_000_001}),
    "an empty file": ("skill_evidence", {"content": b""}),
    "a kind of file that is none": ("skill_evidence", {"media_type": "x" * 500}),
}


@pytest.mark.parametrize("what", WORDS)
def test_nobody_leaves_a_trap_as_evidence(world: World, what: str) -> None:
    table, values = WORDS[what]
    with logged_in(world, "counsellor") as connection:
        row = insert(connection, world, "skill_claim", recorded_by=me(world, "counsellor"))
        with pytest.raises(errors.CheckViolation):
            insert(connection, world, table, claim_id=row["id"], **values)


@pytest.mark.parametrize("change", [
    b"UPDATE skill_goal_text SET action = repeat('x', 20001)",
    b"UPDATE skill_goal_text SET helper = repeat('x', 201)",
    b"UPDATE skill_goal_slot_text SET plan = repeat('x', 20001)",
    b"UPDATE skill_goal_slot SET starts_on = '0500-01-01'",
    b"UPDATE skill_goal SET skill_id = ''",
    b"UPDATE skill_route SET name = repeat('x', 81)",
    b"UPDATE skill_route SET skills = '; x'",
])  # fmt: skip
def test_no_change_is_unreadable(world: World, change: bytes) -> None:
    with logged_in(world, "counsellor") as connection, pytest.raises(errors.CheckViolation):
        connection.execute(change)


@pytest.mark.parametrize("who", ["counsellor", "leader", "second line", "intake", "expired"])
def test_a_set_is_the_administrators(world: World, who: str) -> None:
    with logged_in(world, who) as connection:
        with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
            insert(connection, world, "skill_set", set_version="2", added_by=me(world, who))
        changed = connection.execute("UPDATE skill_set SET retired_at = now()").rowcount
        assert changed == 0
    with logged_in(world, "administrator") as connection:
        mine = {"set_version": "2", "added_by": me(world, "administrator")}
        insert(connection, world, "skill_set", **mine)
        for column in ("body", "set_id", "set_version", "name"):
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                connection.execute(f"UPDATE skill_set SET {column} = ''".encode())


@pytest.mark.parametrize("column", ["learner_id", "student_id", "member_id", "team_id", "set_key",
                                    "made_by", "made_on"])  # fmt: skip
def test_an_agreement_stays_its_learners(world: World, column: str) -> None:
    with logged_in(world, "counsellor") as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(f"UPDATE skill_goal SET {column} = {column}".encode())


def test_no_plan_tells_of_a_claim_by_its_day_or_behaviour(world: World) -> None:
    """What has an index begins with the learner, so that only one's own rows are passed over."""
    with world.superuser() as master:
        found = master.execute(
            "SELECT tablename, indexdef FROM pg_indexes WHERE tablename LIKE 'skill\\_%'"
            " AND tablename NOT IN ('skill_set', 'skill_route') AND indexname NOT LIKE 'pk\\_%'"
        ).fetchall()
    assert found
    assert [index for _, index in found if "(learner_id" not in index] == []
