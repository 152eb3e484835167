"""What a student prepared for a talk."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

IMMUTABLE = ("student_preparation", "student_preparation_answer")


def upgrade() -> None:
    op.create_table(
        "student_preparation",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name="fk_student_preparation_student_id_student"
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_member.id"], name="fk_student_preparation_author_id_staff_member"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_student_preparation"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_student_preparation_student_id",
        "student_preparation",
        ["student_id", "id"],
        unique=True,
    )
    op.create_index(
        "ix_student_preparation_student",
        "student_preparation",
        ["student_id", "submitted_at"],
        unique=False,
    )
    op.create_table(
        "student_preparation_answer",
        sa.Column("preparation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("question_text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["preparation_id", "student_id"],
            ["student_preparation.id", "student_preparation.student_id"],
            name="fk_student_preparation_answer_of_student_preparation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("preparation_id", "position", name="pk_student_preparation_answer"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_student_preparation_answer_student",
        "student_preparation_answer",
        ["student_id"],
        unique=False,
    )
    for table in IMMUTABLE:
        refuse_updates(table)
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0008_preparation.sql").read_text("utf-8")
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
