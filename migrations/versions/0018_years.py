"""Students through the years: what changed in their enrolment, and where they went."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IMMUTABLE = ("enrolment_change", "enrolment_note")


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def upgrade() -> None:
    op.add_column("student", sa.Column("left_on", sa.Date(), nullable=True))
    # With the day, so that a long list of who is at school still comes from the index alone.
    op.drop_index("ix_student_counsellor_sort", "student")
    op.create_index(
        "ix_student_counsellor_sort",
        "student",
        ["counsellor_id", "sort_key", "id", "left_on"],
        unique=False,
    )
    make_history()
    for table in IMMUTABLE:
        refuse_updates(table)
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0018_years.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def make_history() -> None:
    op.create_table(
        "enrolment_change",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("deed_id", sa.Uuid(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("counts_from", sa.Date(), nullable=False),
        sa.Column(
            "part",
            one_of(
                "part",
                *("group", "team", "counsellor", "programme", "study_year", "learning_route"),
                *("left", "returned"),
            ),
            nullable=False,
        ),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("before_id", sa.Uuid(), nullable=True),
        sa.Column("after_id", sa.Uuid(), nullable=True),
        sa.Column(
            "destination",
            one_of(
                "destination",
                *("diploma_work", "diploma_mbo", "diploma_hbo", "other_programme", "other_school"),
                *("work", "transfer_point", "care", "deceased", "other", "unknown"),
            ),
            nullable=True,
        ),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("enrolment_change", "student_id", "student"),
        refers("enrolment_change", "made_by", "staff_member"),
        sa.CheckConstraint("(part = 'left') = (destination IS NOT NULL)", name="left_somewhere"),
        sa.PrimaryKeyConstraint("id", name="pk_enrolment_change"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_enrolment_change_student_id", "enrolment_change", ["student_id", "id"], unique=True
    )
    op.create_table(
        "enrolment_note",
        sa.Column("change_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id", "student_id"],
            ["enrolment_change.id", "enrolment_change.student_id"],
            name="fk_enrolment_note_of_enrolment_change",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("change_id", name="pk_enrolment_note"),
        sqlite_strict=True,
    )
    op.create_index("ix_enrolment_note_student", "enrolment_note", ["student_id"], unique=False)


def refuse_updates(table: str) -> None:
    """Let the database itself refuse another past."""
    words = f"a row of {table} never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never_changes()"
    )
