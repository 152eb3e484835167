"""Notes of one line: what belongs in the dossier, and what is the writer's own."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# What was written down stays as it was; only whether it was taken back changes.
_FIXED = "id, student_id, author_id, kind, text, written_at"


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def upgrade() -> None:
    op.create_table(
        "dossier_note",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("kind", one_of("kind", "spoken", "noticed"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=False),
        sa.Column("withdrawn_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("dossier_note", "student_id", "student"),
        refers("dossier_note", "author_id", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_dossier_note"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_dossier_note_student", "dossier_note", ["student_id", "written_at"], unique=False
    )
    op.create_table(
        "working_note",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        refers("working_note", "student_id", "student"),
        refers("working_note", "author_id", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_working_note"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_working_note_author", "working_note", ["author_id", "student_id"], unique=False
    )
    # With its writer: on the student alone its plan would tell that colleagues wrote some.
    op.create_index(
        "ix_working_note_student", "working_note", ["student_id", "author_id"], unique=False
    )
    refuse_other_words()
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0013_notes.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def refuse_other_words() -> None:
    """Let the database itself refuse other words, another writer or another day."""
    words = "a row of dossier_note never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER dossier_note_never_changes BEFORE UPDATE OF {_FIXED} ON dossier_note "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION dossier_note_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER dossier_note_never_changes BEFORE UPDATE OF {_FIXED} ON dossier_note "
        "FOR EACH ROW EXECUTE FUNCTION dossier_note_never_changes()"
    )
