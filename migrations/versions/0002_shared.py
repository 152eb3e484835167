"""Shared: texts in tables of their own, access beside the counsellor, the audit log, the guard."""

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What was recorded is never rewritten: a correction is a new version beside it.
IMMUTABLE = (
    "conversation_text",
    "conversation_topic",
    "conversation_question",
    "student_response",
    "student_response_text",
    "confidential_note",
    "audit_entry",
)
_COMPETENCES = ("qualities", "motives", "exploration", "steering", "networking")
_ACTIONS = ("opened", "added", "changed", "removed", "sealed")


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    split_texts()
    people()
    confidential()
    arrivals()
    audit()
    for table in IMMUTABLE:
        refuse_updates(table)
    if op.get_bind().dialect.name == "postgresql":
        for name in ("0002_guard.sql", "0002_search.sql"):
            text = (Path(__file__).parents[1] / "sql" / name).read_text("utf-8")
            # Bare: the text holds percent signs, colons and many statements.
            op.get_bind().connection.driver_connection.execute(text)


def split_texts() -> None:
    op.create_index("ix_conversation_id_student", "conversation", ["id", "student_id"], unique=True)
    op.create_index("ix_agreement_id_student", "agreement", ["id", "student_id"], unique=True)
    op.create_table(
        "conversation_text",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("focus", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        belongs_to("conversation_text", "conversation", "conversation_id"),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_conversation_text"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO conversation_text (conversation_id, student_id, focus, summary, reason) "
        "SELECT id, student_id, focus, summary, reason FROM conversation"
    )
    for column in ("focus", "summary", "reason"):
        op.drop_column("conversation", column)
    op.create_table(
        "agreement_text",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("closed_reason", sa.Text(), nullable=False),
        belongs_to("agreement_text", "agreement", "agreement_id"),
        sa.PrimaryKeyConstraint("agreement_id", name="pk_agreement_text"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO agreement_text (agreement_id, student_id, what, closed_reason) "
        "SELECT id, student_id, what, closed_reason FROM agreement"
    )
    for column in ("what", "closed_reason"):
        op.drop_column("agreement", column)
    with_student(
        "conversation_topic",
        ("conversation_id", "competence", "experience", "meaning", "takeaway"),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("competence", one_of("competence", *_COMPETENCES), nullable=False),
        sa.Column("experience", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("takeaway", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "competence", name="pk_conversation_topic"),
    )
    with_student(
        "conversation_question",
        ("conversation_id", "position", "question_id", "text"),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", "position", name="pk_conversation_question"),
    )
    op.execute("CREATE TABLE kept_text AS SELECT id, text FROM student_response")
    op.drop_index("ix_student_response_conversation_id", "student_response")
    with_student(
        "student_response",
        ("id", "conversation_id", "verdict", "given_on", "recorded_at"),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", one_of("verdict", "agrees", "differs"), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_student_response"),
    )
    op.create_index(
        "ix_student_response_conversation_id", "student_response", ["conversation_id"], unique=False
    )
    op.create_index(
        "ix_student_response_id_student", "student_response", ["id", "student_id"], unique=True
    )
    op.create_table(
        "student_response_text",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        belongs_to("student_response_text", "student_response", "response_id"),
        sa.PrimaryKeyConstraint("response_id", name="pk_student_response_text"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO student_response_text (response_id, student_id, text) "
        "SELECT said.id, said.student_id, kept_text.text FROM student_response said "
        "JOIN kept_text ON kept_text.id = said.id"
    )
    op.drop_table("kept_text")
    for table in (
        "conversation_text",
        "agreement_text",
        "conversation_topic",
        "conversation_question",
        "student_response",
        "student_response_text",
    ):
        op.create_index(f"ix_{table}_student", table, ["student_id"], unique=False)


def with_student(table: str, columns: Sequence[str], *parts: sa.schema.SchemaItem) -> None:
    """Make ``table`` anew with the student of its conversation; nothing refers to it."""
    names = ", ".join(columns)
    op.execute(
        f"CREATE TABLE kept AS SELECT {', '.join(f'old.{name}' for name in columns)}, "
        f"talk.student_id FROM {table} old JOIN conversation talk ON talk.id = old.conversation_id"
    )
    op.drop_table(table)
    op.create_table(
        table,
        *parts,
        sa.Column("student_id", sa.Uuid(), nullable=False),
        belongs_to(table, "conversation", "conversation_id"),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO {table} ({names}, student_id) SELECT {names}, student_id FROM kept")
    op.drop_table("kept")


def belongs_to(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A reference to a record *of the same student*."""
    return sa.ForeignKeyConstraint(
        [column, "student_id"],
        [f"{parent}.id", f"{parent}.student_id"],
        name=f"fk_{table}_of_{parent}",
        ondelete="CASCADE",
    )


def refers(table: str, column: str, parent: str, ondelete: str | None = None) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}", ondelete=ondelete
    )


def people() -> None:
    op.add_column("staff_member", sa.Column("login", sa.Text(), nullable=True))
    op.add_column("staff_member", sa.Column("active_until", sa.Date(), nullable=True))
    op.create_index("ix_staff_member_login", "staff_member", ["login"], unique=True)
    op.create_index("ix_student_team", "student", ["team_id"], unique=False)
    op.create_table(
        "team_member",
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        refers("team_member", "team_id", "team", "CASCADE"),
        refers("team_member", "staff_id", "staff_member", "CASCADE"),
        sa.PrimaryKeyConstraint("team_id", "staff_id", name="pk_team_member"),
        sqlite_strict=True,
    )
    op.create_index("ix_team_member_staff_id", "team_member", ["staff_id"], unique=False)
    op.create_table(
        "access_grant",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("kind", one_of("kind", "asked_in", "second_line"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("granted_by", sa.Uuid(), nullable=False),
        sa.Column("granted_at", UtcMoment(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("access_grant", "student_id", "student"),
        refers("access_grant", "staff_id", "staff_member"),
        refers("access_grant", "granted_by", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_access_grant"),
        sqlite_strict=True,
    )
    op.create_index("ix_access_grant_student", "access_grant", ["student_id"], unique=False)
    op.create_index("ix_access_grant_granted_by", "access_grant", ["granted_by"], unique=False)
    op.create_index(
        "ix_access_grant_staff", "access_grant", ["staff_id", "student_id"], unique=False
    )


def confidential() -> None:
    op.create_table(
        "confidential_note",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=False),
        sa.Column("replaces", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("confidential_note", "student_id", "student"),
        refers("confidential_note", "author_id", "staff_member"),
        refers("confidential_note", "replaces", "confidential_note"),
        sa.PrimaryKeyConstraint("id", name="pk_confidential_note"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_confidential_note_student",
        "confidential_note",
        ["student_id", "written_at"],
        unique=False,
    )
    op.create_table(
        "confidential_mark",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        refers("confidential_mark", "student_id", "student"),
        sa.PrimaryKeyConstraint("student_id", name="pk_confidential_mark"),
        sqlite_strict=True,
    )


def arrivals() -> None:
    op.create_table(
        "student_arrival",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("infix", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", UtcMoment(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", UtcMoment(), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("student_arrival", "team_id", "team"),
        refers("student_arrival", "proposed_by", "staff_member"),
        refers("student_arrival", "answered_by", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_student_arrival"),
        sqlite_strict=True,
    )
    op.create_index("ix_student_arrival_team", "student_arrival", ["team_id"], unique=False)
    op.create_index(
        "ix_student_arrival_proposed_by", "student_arrival", ["proposed_by"], unique=False
    )


def audit() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("action", one_of("action", *_ACTIONS), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.Column("xact", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chain", "number", name="pk_audit_entry"),
        sqlite_strict=True,
    )
    op.create_index("ix_audit_entry_student", "audit_entry", ["student_id", "at"], unique=False)
    op.create_index(
        "ix_audit_entry_record", "audit_entry", ["kind", "record", "ordinal"], unique=False
    )
    op.create_index("ix_audit_entry_ordinal", "audit_entry", ["ordinal"], unique=False)
    op.create_index("ix_audit_entry_chain_at", "audit_entry", ["chain", "at"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chain", name="pk_audit_head"),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_anchor",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_audit_anchor"),
        sqlite_strict=True,
    )


def refuse_updates(table: str) -> None:
    """Let the database itself refuse to change a row of ``table``."""
    words = f"a row of {table} never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE OR REPLACE FUNCTION {table}_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never_changes()"
    )
