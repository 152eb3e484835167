"""Questions of the school's own."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COMPETENCES = ("qualities", "motives", "exploration", "steering", "networking")


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "own_question",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("competence", one_of("competence", *_COMPETENCES), nullable=False),
        # Words with a space between: a question has few, and they are never counted by SQL.
        sa.Column("phases", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=False),
        sa.Column("retired_at", UtcMoment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_member.id"], name="fk_own_question_author_id_staff_member"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_own_question"),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0007_questions.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)
