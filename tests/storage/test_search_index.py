"""The index of words in a workbook: it holds what stands there, and nothing of what went."""

from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import text_words
from lob_workbench.features.conversations import operations as talks
from lob_workbench.features.search.operations import find_agreements, find_talks
from lob_workbench.storage.backup import _summary, _table_names
from lob_workbench.storage.search_index import fill_index
from lob_workbench.talks.rules import ConversationDraft
from tests.features.conversations.test_operations import a_talk, recorded
from tests.features.search.test_operations import found_talks, said
from tests.helpers.stores import Store

SHADOWS = tuple(
    f"{index}_{part}" for index in ("talk_words", "agreement_words") for part in ("data", "idx")
)
RARE = "quetzalcoatlus"


def words_kept(connection: Connection) -> str:
    """Every byte that the indexes hold, as text."""
    found: list[str] = []
    for table in SHADOWS:
        for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
            parts = (part for part in row if isinstance(part, bytes))
            found += (part.decode("utf-8", "replace") for part in parts)
    return " ".join(found)


def plan_of(store: Store, statement: str, values: tuple[Any, ...]) -> str:
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return "\n".join(row[3] for row in rows)


def erase(store: Store, student: UUID) -> None:
    """Take all talks of a student out, as an erasure will."""
    with store.unguarded() as work:
        for trigger in work.session.scalars(
            sa.text(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE '%_gone'"
            )
        ).all():
            work.session.execute(sa.text(f"DROP TRIGGER {trigger}"))
        for table in ("agreement", "conversation"):
            work.session.execute(
                sa.text(f"DELETE FROM {table} WHERE student_id = :id"), {"id": student.hex}
            )


def record_and_fail(store: Store, draft: ConversationDraft) -> None:
    with store.work() as work:
        talks.record(work, draft)
        raise InputRefused("x")


def test_what_is_erased_is_not_in_the_index_any_more(embedded_store: Store) -> None:
    store = embedded_store
    gone, stays = store.student(), store.student("0411002")
    recorded(store, a_talk(gone, summary=f"Over een {RARE}.", next_talk=None))
    recorded(store, said(stays, "Over een kameel."))
    with store.engine.connect() as connection:
        assert RARE[:5] in words_kept(connection)
    erase(store, gone)
    assert found_talks(store, RARE).rows == ()
    assert len(found_talks(store, "kameel").rows) == 1
    with store.engine.connect() as connection:
        kept = words_kept(connection)
        assert "kamee" in kept
        assert RARE[:5] not in kept
        assert "feedb" not in kept
        for table in ("searched_talk", "searched_agreement"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert count == (1 if table == "searched_talk" else 0)


def test_what_was_there_before_the_index_is_filled_in_order_of_time(embedded_store: Store) -> None:
    store = embedded_store
    student = store.student()
    ids = [recorded(store, said(student, f"Over stage {n}.")).id for n in range(5)]
    recorded(store, a_talk(store.student("0411002"), summary="x"))
    with store.engine.begin() as connection:
        for name in ("talk", "agreement"):
            connection.exec_driver_sql(f"DELETE FROM searched_{name}")
        count = "SELECT count(*) FROM talk_words WHERE talk_words MATCH 'stage'"
        assert connection.exec_driver_sql(count).scalar_one() == 0
        assert fill_index(connection) == 8
        assert fill_index(connection) == 0
    assert [row.id for row in found_talks(store, "over stage").rows] == ids[::-1]
    with store.work() as work:
        assert len(find_agreements(work, "feedback", 8).rows) == 1


def test_a_talk_that_fails_halfway_leaves_no_words(embedded_store: Store) -> None:
    store = embedded_store
    student = store.student()
    with pytest.raises(InputRefused):
        record_and_fail(store, said(student, f"Over een {RARE}."))
    assert found_talks(store, RARE).rows == ()
    with store.engine.connect() as connection:
        assert RARE[:5] not in words_kept(connection)


def test_no_search_reads_all_talks_or_students(embedded_store: Store) -> None:
    """What the planner does with each step, and not how long it takes."""
    store = embedded_store
    recorded(store, a_talk(store.student()))
    asked: list[tuple[str, Any]] = []

    def heard(_c: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    sa.event.listen(store.engine, "before_cursor_execute", heard)
    with store.work() as work:
        find_talks(work, "stage peuter", 8)
        find_agreements(work, "feedback", 8)
    sa.event.remove(store.engine, "before_cursor_execute", heard)
    ours = [each for each in asked if "sqlite_" not in each[0] and "audit" not in each[0]]
    assert len(ours) >= 8
    for statement, values in ours:
        plan = plan_of(store, statement, values)
        scanned = [line for line in plan.splitlines() if line.startswith("SCAN")]
        # Of the index itself this is a search by its words.
        assert all("VIRTUAL TABLE INDEX" in line and ":M" in line for line in scanned), plan


def test_shadow_tables_are_no_tables_to_count(embedded_engine: Engine) -> None:
    with embedded_engine.connect() as connection:
        bare = connection.connection.driver_connection
        names = _table_names(bare)
        assert {"searched_talk", "searched_agreement"} <= set(names)
        assert not [name for name in names if "_words" in name]
        assert _summary(bare)["searched_talk"][0] == 0


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")))))
def test_a_word_is_found_however_it_stands_in_a_text(parts: list[str]) -> None:
    """Folding word by word gives the same as folding the text."""
    text = " ".join(parts)
    words = text_words(text)
    assert set(words) == {word for part in text.split() for word in text_words(part)}
    for word in words:
        assert word == "".join(filter(str.isalnum, word))
        assert word in text_words(word)
