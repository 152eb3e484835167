"""Forms for who has no account."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

IMMUTABLE = ("form_file",)
# All of a form but when it was read.
_KEPT = "id, student_id, talk_id, party, version, key, expires_on, issued_at, issued_by"


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "issued_form",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("party", one_of("party", "student", "school", "company"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("issued_at", UtcMoment(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("read_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name="fk_issued_form_student_id_student"
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["staff_member.id"], name="fk_issued_form_issued_by_staff_member"
        ),
        sa.UniqueConstraint(
            "student_id",
            "talk_id",
            "party",
            "version",
            name="uq_issued_form_student_id_talk_id_party_version",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_issued_form"),
        sqlite_strict=True,
    )
    op.create_index("ix_issued_form_student_id", "issued_form", ["student_id", "id"], unique=True)
    op.create_index("ix_issued_form_student", "issued_form", ["student_id"], unique=False)
    op.create_table(
        "form_file",
        sa.Column("form_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["form_id", "student_id"],
            ["issued_form.id", "issued_form.student_id"],
            name="fk_form_file_of_issued_form",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("form_id", name="pk_form_file"),
        sqlite_strict=True,
    )
    op.create_index("ix_form_file_student", "form_file", ["student_id"], unique=False)
    keep_issued()
    for table in IMMUTABLE:
        refuse_updates(table)
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0010_forms.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def keep_issued() -> None:
    """Let nothing of a form change but that it was read, once."""
    words = "a form that went out never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER issued_form_keeps BEFORE UPDATE OF {_KEPT} ON issued_form "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        op.execute(
            "CREATE TRIGGER issued_form_read_once BEFORE UPDATE OF read_at ON issued_form "
            "WHEN OLD.read_at IS NOT NULL "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION issued_form_keeps() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER issued_form_keeps BEFORE UPDATE OF {_KEPT} ON issued_form "
        "FOR EACH ROW EXECUTE FUNCTION issued_form_keeps()"
    )
    op.execute(
        "CREATE TRIGGER issued_form_read_once BEFORE UPDATE OF read_at ON issued_form "
        "FOR EACH ROW WHEN (OLD.read_at IS NOT NULL) EXECUTE FUNCTION issued_form_keeps()"
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
