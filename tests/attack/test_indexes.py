"""The guard asks indexes: what it costs may not grow with the school or with its log."""

from typing import Any

import psycopg
import pytest

from tests.attack.world import World

READINGS = {
    "the text of a talk": "SELECT * FROM conversation_text",
    "the words of agreements": "SELECT * FROM agreement_text",
    "opening a dossier": "SELECT lob.open_dossier(%(own)s)",
    "opening lists": "SELECT lob.open_lists()",
    "opening search": "SELECT lob.open_search()",
    "finding words": "SELECT * FROM lob.find_talks('woord', 10)",
    "evidence of life skills": "SELECT * FROM skill_claim_text",
    "levels of life skills": "SELECT * FROM skill_claim JOIN skill_verdict USING (learner_id)",
    "the words of agreements on life skills": "SELECT * FROM skill_goal_text",
    "who one is": "SELECT lob.active_until()",
}


@pytest.mark.parametrize("reading", READINGS)
def test_reading_does_not_go_through_the_whole_log_or_all_staff(world: World, reading: str) -> None:
    with world.connect("counsellor") as connection:
        # So small a school needs no index: where one can be used at all, it is used now.
        connection.execute("SET enable_seqscan = off")
        connection.execute("SELECT lob.open_dossier(%s)", [world.own])
        before = _read_whole(connection)
        connection.execute(READINGS[reading].encode(), {"own": world.own})
        assert _read_whole(connection) == before


def _read_whole(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """How often this transaction read each of the tables from beginning to end."""
    query = (
        "SELECT relname, seq_scan FROM pg_stat_xact_all_tables "
        "WHERE relname IN ('audit_entry', 'audit_head', 'staff_member')"
    )
    return dict(connection.execute(query).fetchall())
