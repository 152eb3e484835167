"""Planning: norms, hours and free slots."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KINDS = (
    "acquaintance",
    "start",
    "end",
    "progress",
    "career_reflection",
    "learning_meter",
    "placement_visit",
    "handover",
    "parents",
    "second_line",
    "personal_development",
)


def upgrade() -> None:
    op.create_table(
        "talk_norm",
        sa.Column("programme_id", sa.Uuid(), nullable=True),
        sa.Column("study_year", sa.Integer(), nullable=True),
        sa.Column("kind", one_of("kind", *_KINDS), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("per", one_of("per", "year", "block"), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        *edited(),
        refers("talk_norm", "programme_id", "programme"),
        sa.PrimaryKeyConstraint("id", name="pk_talk_norm"),
        sqlite_strict=True,
    )
    op.create_table(
        "hours_budget",
        sa.Column("programme_id", sa.Uuid(), nullable=True),
        sa.Column("study_year", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *edited(),
        refers("hours_budget", "programme_id", "programme"),
        sa.PrimaryKeyConstraint("id", name="pk_hours_budget"),
        sqlite_strict=True,
    )
    op.create_table(
        "free_slot",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("free_slot", "staff_id", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_free_slot"),
        sqlite_strict=True,
    )
    op.create_index("ix_free_slot_staff", "free_slot", ["staff_id", "day"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0006_planning.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def edited() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
    )
