"""Trialogue: three voices."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IMMUTABLE = ("voice", "voice_text", "voice_mark")
_TOPICS = (
    "qualities",
    "motives",
    "exploration",
    "steering",
    "networking",
    "seen_qualities",
    "wants_to_discuss",
)


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "voice",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("party", one_of("party", "student", "school", "company"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", one_of("source", "lent", "form", "school"), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("handed_in_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["student_id"], ["student.id"], name="fk_voice_student_id_student"),
        sa.UniqueConstraint(
            "student_id",
            "talk_id",
            "party",
            "number",
            name="uq_voice_student_id_talk_id_party_number",
        ),
        sa.CheckConstraint("(party = 'school') = (source = 'school')", name="own_voice"),
        sa.PrimaryKeyConstraint("id", name="pk_voice"),
        sqlite_strict=True,
    )
    op.create_index("ix_voice_student_id", "voice", ["student_id", "id"], unique=True)
    op.create_index("ix_voice_talk", "voice", ["talk_id"], unique=False)
    op.create_index("ix_voice_student", "voice", ["student_id"], unique=False)
    op.create_table(
        "voice_text",
        sa.Column("voice_id", sa.Uuid(), nullable=False),
        sa.Column("topic", one_of("topic", *_TOPICS), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["voice_id", "student_id"],
            ["voice.id", "voice.student_id"],
            name="fk_voice_text_of_voice",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("voice_id", "topic", name="pk_voice_text"),
        sqlite_strict=True,
    )
    op.create_index("ix_voice_text_student", "voice_text", ["student_id"], unique=False)
    op.create_table(
        "voice_mark",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("topic", one_of("topic", *_TOPICS), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("mark", one_of("mark", "agree", "differ", "discuss"), nullable=False),
        sa.ForeignKeyConstraint(
            ["talk_id", "student_id"],
            ["conversation.id", "conversation.student_id"],
            name="fk_voice_mark_of_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("talk_id", "topic", name="pk_voice_mark"),
        sqlite_strict=True,
    )
    op.create_index("ix_voice_mark_student", "voice_mark", ["student_id"], unique=False)
    for table in IMMUTABLE:
        refuse_updates(table)
    refuse_late_voices()
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0009_trialogue.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


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


def refuse_late_voices() -> None:
    """Let the database itself refuse a voice of a talk that is recorded.

    On a school's server ``0009_trialogue.sql`` does so: there two desks may be at it at once.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER voice_comes_before BEFORE INSERT ON voice WHEN EXISTS "
            "(SELECT 1 FROM conversation WHERE talk_id = NEW.talk_id) "
            "BEGIN SELECT RAISE(ABORT, 'this talk is recorded'); END"
        )
