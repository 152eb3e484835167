"""Agreements on life skills, with slots of time."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def of_goal(table: str) -> tuple[sa.Constraint, ...]:
    """To an agreement of the same learner, which a student's row names as such."""
    return (
        sa.ForeignKeyConstraint(
            ["goal_id", "learner_id"],
            ["skill_goal.id", "skill_goal.learner_id"],
            name=f"fk_{table}_of_skill_goal",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("student_id IS NULL OR student_id = learner_id", name="names_student"),
    )


def upgrade() -> None:
    op.create_table(
        "skill_goal",
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("set_key", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("status", one_of("status", "open", "reached", "stopped"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("skill_goal", "student_id", "student"),
        refers("skill_goal", "member_id", "staff_member"),
        refers("skill_goal", "team_id", "team"),
        refers("skill_goal", "made_by", "staff_member"),
        sa.CheckConstraint(
            "(CASE WHEN student_id IS NULL THEN 0 ELSE 1 END) "
            "+ (CASE WHEN member_id IS NULL THEN 0 ELSE 1 END) "
            "+ (CASE WHEN team_id IS NULL THEN 0 ELSE 1 END) = 1 "
            "AND learner_id = coalesce(student_id, member_id, team_id)",
            name="one_learner",
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name="level"),
        sa.PrimaryKeyConstraint("id", name="pk_skill_goal"),
        sqlite_strict=True,
    )
    op.create_index("ix_skill_goal_learner_id", "skill_goal", ["learner_id", "id"], unique=True)
    op.create_table(
        "skill_goal_text",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("helper", sa.Text(), nullable=False),
        *of_goal("skill_goal_text"),
        sa.PrimaryKeyConstraint("goal_id", name="pk_skill_goal_text"),
        sqlite_strict=True,
    )
    op.create_index("ix_skill_goal_text_learner", "skill_goal_text", ["learner_id"], unique=False)
    op.create_table(
        "skill_goal_slot",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column(
            "progress", one_of("progress", "planned", "going", "done", "stuck"), nullable=False
        ),
        *of_goal("skill_goal_slot"),
        sa.CheckConstraint("ends_on >= starts_on", name="forward"),
        sa.PrimaryKeyConstraint("goal_id", "number", name="pk_skill_goal_slot"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_skill_goal_slot_learner", "skill_goal_slot", ["learner_id", "goal_id"], unique=False
    )
    op.create_table(
        "skill_goal_slot_text",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id", "number"],
            ["skill_goal_slot.goal_id", "skill_goal_slot.number"],
            name="fk_skill_goal_slot_text_of_skill_goal_slot",
            ondelete="CASCADE",
        ),
        *of_goal("skill_goal_slot_text"),
        sa.PrimaryKeyConstraint("goal_id", "number", name="pk_skill_goal_slot_text"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_skill_goal_slot_text_learner",
        "skill_goal_slot_text",
        ["learner_id", "goal_id"],
        unique=False,
    )
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0015_skill_goals.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)
