"""The school's own words for the things that schools call differently."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "school_term",
        # Which word: plain text, so that a next version can offer more of them.
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("singular", sa.Text(), nullable=False),
        sa.Column("plural", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_school_term"),
        sa.UniqueConstraint("code", name="uq_school_term_code"),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0020_terms.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)
