"""The schema that migrations make is the schema that the code maps, on both engines."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

import lob_workbench
from lob_workbench.paths import migrations
from lob_workbench.storage.base import WORKBOOK_ONLY, Base

NOT_OURS = {"alembic_version"}
# The index of words is a workbook's alone, so nothing maps it (storage/search_index.py).
OF_SEARCH = ("searched_", "talk_words", "agreement_words")

# Foreign keys without an index of their own, each with its reason.
UNINDEXED = {
    # Rows of these are never deleted while the product runs, and nobody lists students by them
    # alone: a caseload is read first.
    ("student", "programme_id"),
    ("student", "group_id"),
    # A few dozen rows, always read whole.
    ("talk_norm", "programme_id"),
    ("hours_budget", "programme_id"),
    # Staff are deleted only when a list's mentor becomes the owner: one scan, once.
    ("conversation", "author_id"),
    ("confidential_note", "author_id"),
    ("confidential_note", "replaces"),
    ("dossier_note", "author_id"),
    ("student_arrival", "answered_by"),
    ("issued_form", "issued_by"),
    ("own_question", "author_id"),
    # A record of one student: its own key, which leads, is enough.
    ("conversation_text", "conversation_id", "student_id"),
    ("conversation_topic", "conversation_id", "student_id"),
    ("conversation_question", "conversation_id", "student_id"),
    ("student_response", "conversation_id", "student_id"),
    ("student_response_text", "response_id", "student_id"),
    ("agreement_text", "agreement_id", "student_id"),
    ("agreement_step", "agreement_id", "student_id"),
    ("agreement_step_text", "agreement_id", "student_id"),
    ("appointment_text", "appointment_id", "student_id"),
    ("voice_text", "voice_id", "student_id"),
    ("voice_mark", "talk_id", "student_id"),
    ("form_file", "form_id", "student_id"),
    ("handover_text", "handover_id", "student_id"),
    ("student_preparation_answer", "preparation_id", "student_id"),
    ("student_preparation", "author_id"),
    # Staff and teams go away hardly ever: one scan.
    ("skill_set", "added_by"),
    ("skill_route", "author_id"),
    ("qualification", "added_by"),
    ("skill_claim", "member_id"),
    ("skill_claim", "observer_staff_id"),
    ("skill_claim", "recorded_by"),
    ("skill_verdict", "observer_staff_id"),
    ("skill_verdict", "recorded_by"),
    ("skill_goal", "member_id"),
    ("skill_goal", "team_id"),
    ("skill_goal", "made_by"),
    ("badge_key", "created_by"),
    ("issued_badge", "member_id"),
    ("issued_badge", "issued_by"),
    ("issued_badge", "revoked_by"),
    ("trusted_issuer", "added_by"),
    # Students are never deleted, and an index on them would let a plan tell strangers of them: the
    # policies of these tables go by the learner.
    ("skill_claim", "student_id"),
    ("skill_goal", "student_id"),
    ("issued_badge", "student_id"),
    # A record of one learner, by its own key or by the learner.
    ("skill_claim_text", "claim_id", "learner_id"),
    ("skill_evidence", "claim_id", "learner_id"),
    ("skill_verdict", "claim_id", "learner_id"),
    ("skill_verdict_text", "claim_id", "learner_id"),
    ("skill_goal_text", "goal_id", "learner_id"),
    ("skill_goal_slot", "goal_id", "learner_id"),
    ("skill_goal_slot_text", "goal_id", "learner_id"),
    ("issued_badge_text", "badge_id", "learner_id"),
    ("enrolment_change", "made_by"),
    ("enrolment_note", "change_id", "student_id"),
}
NEVER_CHANGES = {
    "conversation",
    "conversation_text",
    "conversation_topic",
    "conversation_question",
    "student_response",
    "student_response_text",
    "confidential_note",
    "audit_entry",
    "agreement_step",
    "agreement_step_text",
    "voice",
    "voice_text",
    "voice_mark",
    "form_file",
    "student_preparation",
    "student_preparation_answer",
    "skill_claim",
    "skill_claim_text",
    "skill_evidence",
    "skill_verdict",
    "skill_verdict_text",
    "enrolment_change",
    "enrolment_note",
}


@pytest.fixture(scope="session", autouse=True)
def all_records() -> None:
    """Every mapped class of the product: the metadata holds what was imported."""
    for module in walk_packages(lob_workbench.__path__, "lob_workbench."):
        if module.name.rpartition(".")[2].startswith(("records", "drafts", "audit")):
            import_module(module.name)


@pytest.fixture
def connection(any_engine: Engine) -> Iterator[Connection]:
    """A connection that keeps nothing."""
    with any_engine.connect() as connection:
        yield connection


def test_metadata_and_migrations_agree(connection: Connection) -> None:
    def is_here(thing: Any, name: str | None, kind: str, *_: object) -> bool:
        return connection.dialect.name == "sqlite" or thing.info != WORKBOOK_ONLY

    options = {"compare_type": True, "include_name": _is_mapped, "include_object": is_here}
    context = MigrationContext.configure(connection, opts=options)
    assert compare_metadata(context, Base.metadata) == []


def _is_mapped(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith(OF_SEARCH)


def test_check_constraints_agree_too(connection: Connection) -> None:
    # Alembic does not compare these, and an enum that grows is exactly such a change.
    found = sa.inspect(connection)
    for table in Base.metadata.sorted_tables:
        expected = {
            constraint.name
            for constraint in table.constraints
            if isinstance(constraint, sa.CheckConstraint)
        }
        checks = {
            check["name"]: check["sqltext"]
            for check in _checks(found, table.name)
            # The guard of a school holds days, times and lengths to what programs can read;
            # no type says so.
            if not check["name"].endswith(("_day", "_readable"))
        }
        assert set(checks) == expected, table.name
        for column in table.columns:
            if isinstance(column.type, sa.Enum):
                text = checks[f"ck_{table.name}_{column.type.name}"]
                for value in column.type.enums:
                    assert f"'{value}'" in text, (table.name, value)
                assert text.count("'") == 2 * len(column.type.enums), (table.name, column.name)


def _checks(found: sa.Inspector, table: str) -> list[dict[str, str]]:
    return [dict(check) for check in found.get_check_constraints(table)]  # type: ignore[arg-type]


def test_every_sqlite_table_is_strict(embedded_engine: Engine) -> None:
    with embedded_engine.connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT name, strict FROM pragma_table_list"
            " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).all()
    ours = {name for name, _ in tables if _is_mapped(name, "table", None)}
    assert ours == {*Base.metadata.tables, *NOT_OURS}
    assert {name for name, strict in tables if not strict} == NOT_OURS


def test_text_does_not_fit_in_a_number(embedded_engine: Engine) -> None:
    with pytest.raises(DBAPIError, match="cannot store TEXT"), embedded_engine.begin() as work:
        work.exec_driver_sql(
            "INSERT INTO staff_member (id, name, is_owner, version, updated_at)"
            " VALUES ('a', 'b', 0, 'twee', 'c')"
        )


def test_an_unknown_word_does_not_fit_in_an_enum(connection: Connection) -> None:
    connection.exec_driver_sql(
        "INSERT INTO staff_member (id, name, is_owner, version, updated_at)"
        f" VALUES ('{0:032x}', 'b', {_false(connection)}, 1, '2026-01-01T00:00:00+00:00')"
    )
    with pytest.raises(DBAPIError, match="ck_staff_role_role"):
        connection.exec_driver_sql(
            f"INSERT INTO staff_role (staff_id, role) VALUES ('{0:032x}', 'baas')"
        )


def _bytes(connection: Connection) -> str:
    return "x'00'" if connection.dialect.name == "sqlite" else "'\\x00'"


def _false(connection: Connection) -> str:
    return "0" if connection.dialect.name == "sqlite" else "false"


def test_every_foreign_key_is_indexed_or_justified(connection: Connection) -> None:
    found = sa.inspect(connection)
    bare = set()
    for table in Base.metadata.tables:
        leading = [tuple(found.get_pk_constraint(table)["constrained_columns"])]
        leading += [tuple(map(str, index["column_names"])) for index in found.get_indexes(table)]
        leading += [tuple(unique["column_names"]) for unique in found.get_unique_constraints(table)]
        for key in found.get_foreign_keys(table):
            columns = tuple(key["constrained_columns"])
            if not any(index[: len(columns)] == columns for index in leading):
                bare.add((table, *columns))
    assert bare == UNINDEXED


def test_foreign_keys_are_kept(connection: Connection) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)foreign key"):
        connection.exec_driver_sql(
            f"INSERT INTO preference (staff_id, key, value) VALUES ('{7:032x}', 'a', 'b')"
        )


def _frozen_tables() -> set[str]:
    names: set[str] = set()
    for path in sorted((migrations() / "versions").glob("*.py")):
        module: dict[str, Any] = {"__name__": path.stem}
        exec(compile(path.read_text("utf-8"), str(path), "exec"), module)
        names.update(module.get("IMMUTABLE", ()))
    return names


def test_all_of_a_recorded_talk_is_frozen() -> None:
    assert _frozen_tables() == NEVER_CHANGES


@pytest.mark.parametrize("table", sorted(NEVER_CHANGES))
def test_the_database_refuses_to_change_a_recorded_row(connection: Connection, table: str) -> None:
    _fill(connection)
    rows = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings().all()
    assert len(rows) == 1
    for column in rows[0]:
        with pytest.raises(DBAPIError, match=f"a row of {table} never changes"):
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = {column}")
        _again(connection)
    assert connection.exec_driver_sql(f"SELECT * FROM {table}").mappings().all() == rows


def _entry(connection: Connection, moment: str) -> list[str]:
    # On PostgreSQL the triggers of the guard wrote entries already; one of them will do.
    written = (
        "INSERT INTO audit_entry (chain, number, ordinal, at, roles, action, kind, record, seal,"
        f" hash) VALUES ('a', 1, 1, '{moment}', '', 'added', 'student', 'x', '', '')"
    )
    if connection.dialect.name == "sqlite":
        return [written]  # here the program writes them
    return ["DELETE FROM audit_entry", "DELETE FROM audit_head", written]


def _again(connection: Connection) -> None:
    # On PostgreSQL an error ends the transaction: start over with the same rows.
    if connection.dialect.name == "postgresql":
        connection.rollback()
        _fill(connection)


LEARNER = "learner_id, student_id"


def _fill(connection: Connection) -> None:
    someone, talk, moment = f"{1:032x}", f"{2:032x}", "2026-01-01T00:00:00+00:00"
    for statement in (
        "INSERT INTO staff_member (id, name, is_owner, version, updated_at)"
        f" VALUES ('{someone}', 'b', {_false(connection)}, 1, '{moment}')",
        "INSERT INTO student (id, number, first_name, infix, last_name, sort_key, email,"
        f" version, updated_at) VALUES ('{someone}', '1', 'a', '', 'b', 'b', '', 1, '{moment}')",
        "INSERT INTO conversation (id, talk_id, version_number, student_id, author_id, kind,"
        " form, held_on, next_at, recorded_at)"
        f" VALUES ('{talk}', '{talk}', 1, '{someone}', '{someone}', 'progress', 'dialogue',"
        f" '2026-01-01', '', '{moment}')",
        "INSERT INTO agreement (id, talk_id, student_id, made_in, position, owner, status, made_on,"
        f" version, updated_at) VALUES ('{talk}', '{talk}', '{someone}', 1, 0, 'student', 'done',"
        f" '2026-01-01', 1, '{moment}')",
        "INSERT INTO agreement_step (agreement_id, number, student_id, status, taken_on,"
        f" recorded_at) VALUES ('{talk}', 1, '{someone}', 'done', '2026-01-01', '{moment}')",
        "INSERT INTO agreement_step_text (agreement_id, number, student_id, reason)"
        f" VALUES ('{talk}', 1, '{someone}', '')",
        "INSERT INTO conversation_text (conversation_id, student_id, focus, summary, reason)"
        f" VALUES ('{talk}', '{someone}', '', 'x', '')",
        "INSERT INTO conversation_topic (conversation_id, student_id, competence, experience,"
        f" meaning, takeaway) VALUES ('{talk}', '{someone}', 'motives', 'a', 'b', 'c')",
        "INSERT INTO conversation_question (conversation_id, student_id, position, question_id,"
        f" text) VALUES ('{talk}', '{someone}', 0, 'Q', 'x')",
        "INSERT INTO student_response (id, conversation_id, student_id, verdict, given_on,"
        f" recorded_at) VALUES ('{talk}', '{talk}', '{someone}', 'agrees', '2026-01-01',"
        f" '{moment}')",
        "INSERT INTO student_response_text (response_id, student_id, text)"
        f" VALUES ('{talk}', '{someone}', 'x')",
        "INSERT INTO confidential_note (id, student_id, author_id, text, written_at)"
        f" VALUES ('{talk}', '{someone}', '{someone}', 'x', '{moment}')",
        "INSERT INTO voice (id, talk_id, student_id, party, number, source, by_name, handed_in_at)"
        f" VALUES ('{talk}', '{3:032x}', '{someone}', 'student', 1, 'lent', '', '{moment}')",
        "INSERT INTO voice_text (voice_id, topic, student_id, text)"
        f" VALUES ('{talk}', 'qualities', '{someone}', '')",
        "INSERT INTO voice_mark (talk_id, topic, student_id, mark)"
        f" VALUES ('{talk}', 'qualities', '{someone}', 'agree')",
        "INSERT INTO issued_form (id, student_id, talk_id, party, version, key, expires_on,"
        f" issued_at, issued_by) VALUES ('{talk}', '{someone}', '{talk}', 'company', 1,"
        f" {_bytes(connection)}, '2026-01-01', '{moment}', '{someone}')",
        "INSERT INTO form_file (form_id, student_id, name, content, kept_at)"
        f" VALUES ('{talk}', '{someone}', '', {_bytes(connection)}, '{moment}')",
        "INSERT INTO student_preparation (id, student_id, author_id, submitted_at)"
        f" VALUES ('{talk}', '{someone}', '{someone}', '{moment}')",
        "INSERT INTO student_preparation_answer (preparation_id, position, student_id, question_id,"
        f" question_text, answer) VALUES ('{talk}', 0, '{someone}', 'Q', 'x', 'y')",
        f"INSERT INTO skill_claim (id, {LEARNER}, set_key, behaviour_id, observer, seen_on,"
        f" recorded_by, recorded_at) VALUES ('{talk}', '{someone}', '{someone}', 'own@1', 'x-1-1',"
        f" 'teacher', '2026-01-01', '{someone}', '{moment}')",
        f"INSERT INTO skill_claim_text (claim_id, {LEARNER}, observer_name, evidence, link)"
        f" VALUES ('{talk}', '{someone}', '{someone}', 'a', 'b', '')",
        f"INSERT INTO skill_evidence (id, claim_id, {LEARNER}, name, media_type, content)"
        f" VALUES ('{talk}', '{talk}', '{someone}', '{someone}', 'a', 'image/png',"
        f" {_bytes(connection)})",
        f"INSERT INTO skill_verdict (claim_id, number, {LEARNER}, verdict, observer, given_on,"
        f" recorded_by, recorded_at) VALUES ('{talk}', 1, '{someone}', '{someone}', 'confirmed',"
        f" 'trainer', '2026-01-01', '{someone}', '{moment}')",
        f"INSERT INTO skill_verdict_text (claim_id, number, {LEARNER}, observer_name, note)"
        f" VALUES ('{talk}', 1, '{someone}', '{someone}', 'c', '')",
        "INSERT INTO enrolment_change (id, student_id, deed_id, counts_from, part, before, after,"
        f" destination, made_by, made_at) VALUES ('{talk}', '{someone}', '{talk}', '2026-01-01',"
        f" 'left', '', '', 'unknown', '{someone}', '{moment}')",
        "INSERT INTO enrolment_note (change_id, student_id, text)"
        f" VALUES ('{talk}', '{someone}', 'x')",
        *_entry(connection, moment),
    ):
        connection.exec_driver_sql(statement)
