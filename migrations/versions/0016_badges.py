"""Badges: what was issued, the school's keys, and whom it trusts."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

# What is signed never changes; only that a badge was revoked comes to it.
_FIXED = {
    "issued_badge": "learner_id, student_id, member_id, set_key, skill_id, level, key_id, "
    "issued_by, issued_at, consent_on, valid_until, status_index, id",
    "issued_badge_text": "badge_id, learner_id, student_id, credential, token",
}


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def upgrade() -> None:
    make_keys()
    make_badges()
    make_trust()
    for table, columns in _FIXED.items():
        refuse_updates(table, columns)
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0016_badges.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def make_keys() -> None:
    op.create_table(
        "badge_key",
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("issuer_id", sa.Text(), nullable=False),
        sa.Column("issuer_name", sa.Text(), nullable=False),
        sa.Column("origin", one_of("origin", "own", "brought"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("retired_at", UtcMoment(), nullable=True),
        sa.Column("revoked_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("badge_key", "created_by", "staff_member"),
        sa.UniqueConstraint("public_key", name="uq_badge_key_public_key"),
        sa.CheckConstraint("origin = 'own' OR retired_at IS NOT NULL", name="brought_retires"),
        sa.CheckConstraint("revoked_at IS NULL OR retired_at IS NOT NULL", name="revoked_retires"),
        sa.PrimaryKeyConstraint("id", name="pk_badge_key"),
        sqlite_strict=True,
    )
    in_use = sa.text("retired_at IS NULL")
    op.create_index(
        "ix_badge_key_in_use",
        "badge_key",
        ["origin"],
        unique=True,
        sqlite_where=in_use,
        postgresql_where=in_use,
    )
    op.create_table(
        "badge_key_secret",
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        refers("badge_key_secret", "key_id", "badge_key"),
        sa.PrimaryKeyConstraint("key_id", name="pk_badge_key_secret"),
        sqlite_strict=True,
    )


def make_badges() -> None:
    op.create_table(
        "issued_badge",
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("set_key", sa.Text(), nullable=False),
        sa.Column("skill_id", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("status_index", sa.Integer(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("issued_at", UtcMoment(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("revoked_at", UtcMoment(), nullable=True),
        sa.Column("revoked_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("issued_badge", "student_id", "student"),
        refers("issued_badge", "member_id", "staff_member"),
        refers("issued_badge", "key_id", "badge_key"),
        refers("issued_badge", "issued_by", "staff_member"),
        refers("issued_badge", "revoked_by", "staff_member"),
        sa.CheckConstraint(
            "(student_id IS NULL) <> (member_id IS NULL) "
            "AND learner_id = coalesce(student_id, member_id)",
            name="one_learner",
        ),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name="level"),
        sa.CheckConstraint("status_index BETWEEN 0 AND 131071", name="place"),
        sa.CheckConstraint(
            "(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked_by_somebody"
        ),
        sa.UniqueConstraint("key_id", "status_index", name="uq_issued_badge_key_id_status_index"),
        sa.PrimaryKeyConstraint("id", name="pk_issued_badge"),
        sqlite_strict=True,
    )
    op.create_index("ix_issued_badge_learner_id", "issued_badge", ["learner_id", "id"], unique=True)
    stands = sa.text("revoked_at IS NULL")
    op.create_index(
        "ix_issued_badge_stands",
        "issued_badge",
        ["learner_id", "set_key", "skill_id", "level"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
    op.create_table(
        "issued_badge_text",
        sa.Column("badge_id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("credential", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["badge_id", "learner_id"],
            ["issued_badge.id", "issued_badge.learner_id"],
            name="fk_issued_badge_text_of_issued_badge",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("student_id IS NULL OR student_id = learner_id", name="names_student"),
        sa.PrimaryKeyConstraint("badge_id", name="pk_issued_badge_text"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_issued_badge_text_learner", "issued_badge_text", ["learner_id"], unique=False
    )


def make_trust() -> None:
    op.create_table(
        "trusted_issuer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("issuer_id", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("added_at", UtcMoment(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("trusted_issuer", "added_by", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_trusted_issuer"),
        sqlite_strict=True,
    )


def refuse_updates(table: str, columns: str) -> None:
    """Let the database itself refuse to change ``columns`` of ``table``."""
    words = f"a row of {table} never changes"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE OF {columns} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE OF {columns} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never_changes()"
    )
