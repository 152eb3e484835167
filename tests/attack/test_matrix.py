"""What the application would not show, the database itself refuses."""

from contextlib import suppress
from uuid import UUID

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from lob_workbench.storage.base import Base
from tests.attack.matrix import EXPECTED, OUTSIDE, STAFF, place_of
from tests.attack.trying import attack
from tests.attack.world import World

HOLED = {"conversation_text", "conversation_topic"}


def test_somebody_decided_on_every_table(world: World) -> None:
    assert set(EXPECTED) == set(Base.metadata.tables)
    assert set(world.logins) == STAFF | OUTSIDE


def test_every_table_is_guarded_also_against_its_owner(world: World) -> None:
    with world.store.engine.connect() as connection:
        bare = connection.execute(
            sa.text(
                "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
                " WHERE nspname IN ('public', 'lob', 'second_line') AND relkind IN ('r', 'p')"
                " AND NOT (relrowsecurity AND relforcerowsecurity)"
            )
        ).scalars()
        assert set(bare) == {"alembic_version"}
        owners = connection.execute(
            sa.text(
                "SELECT DISTINCT tableowner FROM pg_tables"
                " WHERE schemaname IN ('public', 'lob', 'second_line')"
            )
        ).scalars()
        assert set(owners) == {"lob_owner"}


def test_the_matrix(world: World) -> None:
    outcome = attack(world)
    print(f"\n{outcome}", outcome.leaked, outcome.refused, sep="\n")
    assert outcome.leaked == []
    assert outcome.refused == []
    assert outcome.cells >= 1_000


def test_a_hole_in_the_guard_is_found(world: World) -> None:
    with world.store.engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE POLICY hole ON conversation_text FOR SELECT TO lob_staff USING (true)"
        )
    try:
        leaked = {cell[:2] for cell in attack(world, HOLED).leaked}
        assert ("leader", "conversation_text") in leaked
        assert {table for _, table in leaked} == {"conversation_text"}
    finally:
        with world.store.engine.begin() as connection:
            connection.exec_driver_sql("DROP POLICY hole ON conversation_text")


COUNTED = {
    *("conversation", "agreement", "agreement_step", "appointment", "student_word"),
    *("skill_claim", "skill_verdict", "skill_goal", "skill_goal_slot", "issued_badge"),
    "enrolment_change",
}
"""What a team leader counts."""
PLANTED = {"guardian", "placement", "voice", "voice_text", "voice_mark", "form_file"}
"""Only the student ``own`` has rows in these."""


def whose(world: World, who: str, table: str) -> set[UUID]:
    """The students of whom this person may see rows in this table, of all students there are."""
    own, mates, other = {world.own}, {world.mates}, {world.other}
    if table == "access_grant":
        held = {"counsellor", "asked in", "asked in before", "second line", "second line before"}
        return own if who in held else set()
    if table in {"handover", "handover_text"}:
        # Whom the team mate is asked to take over.
        held = {"counsellor", "asked in", "second line", "team mate"}
        return own if who in held or (who, table) == ("leader", "handover") else set()
    if table in ("audit_entry", "working_note"):
        return {"counsellor": own, "team mate": mates}.get(who, set())
    if table == "confidential_note":
        return own if who == "second line" else set()
    seen = {"counsellor": own, "asked in": own, "second line": own, "team mate": mates}
    if table == "confidential_mark":
        seen = {"counsellor": own, "second line": own}
    elif table == "issued_form":
        seen = {"counsellor": own}
    elif table in PLANTED:
        seen["team mate"] = set()
    elif table in COUNTED:
        seen |= {"leader": own | mates, "other leader": other}
    if table in {"student_word", "enrolment_change"}:
        seen["administrator"] = {*own, *mates, *other, world.expired}
    return seen.get(who, set())


@pytest.mark.parametrize("who", sorted(STAFF | OUTSIDE))
def test_a_sweep_finds_the_own_students_and_nobody_else(world: World, who: str) -> None:
    with world.connect(who) as connection:
        connection.autocommit = True
        for student in (world.own, world.mates, world.other):
            connection.execute("SELECT lob.open_dossier(%s)", [student])
        with suppress(psycopg.Error):
            connection.execute("SELECT lob.open_handover(%s)", [world.rows["handover"]["id"]])
        for table in Base.metadata.sorted_tables:
            if "student_id" not in table.columns:
                continue
            query = sql.SQL("SELECT DISTINCT student_id FROM {}").format(place_of(table))
            try:
                found = {row[0] for row in connection.execute(query)} - {None}
            except psycopg.errors.InsufficientPrivilege:
                found = set()
            assert found == whose(world, who, table.name), table.name
