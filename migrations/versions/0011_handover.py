"""Handing a student over to another counsellor."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("student_name", sa.Text(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("giver_id", sa.Uuid(), nullable=False),
        sa.Column("receiver_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            one_of("status", "proposed", "confirmed", "declined", "withdrawn"),
            nullable=False,
        ),
        sa.Column("proposed_at", UtcMoment(), nullable=False),
        sa.Column("answered_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        refers("student_id", "student"),
        refers("giver_id", "staff_member"),
        refers("receiver_id", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_handover"),
        sqlite_strict=True,
    )
    op.create_index("ix_handover_student_id", "handover", ["student_id", "id"], unique=True)
    op.create_index("ix_handover_student", "handover", ["student_id"], unique=False)
    op.create_index("ix_handover_giver", "handover", ["giver_id", "status"], unique=False)
    op.create_index("ix_handover_receiver", "handover", ["receiver_id", "status"], unique=False)
    op.create_table(
        "handover_text",
        sa.Column("handover_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("addition", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handover_id", "student_id"],
            ["handover.id", "handover.student_id"],
            name="fk_handover_text_of_handover",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("handover_id", name="pk_handover_text"),
        sqlite_strict=True,
    )
    op.create_index("ix_handover_text_student", "handover_text", ["student_id"], unique=False)
    keep_words()
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0011_handover.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def keep_words() -> None:
    """Let the database itself refuse to change what goes along; only the reply comes later."""
    kept = "handover_id, student_id, summary, addition"
    words = "a row of handover_text never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER handover_text_never_changes BEFORE UPDATE OF {kept} ON handover_text "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION handover_text_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER handover_text_never_changes BEFORE UPDATE OF {kept} ON handover_text "
        "FOR EACH ROW EXECUTE FUNCTION handover_text_never_changes()"
    )


def refers(column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_handover_{column}_{parent}"
    )
