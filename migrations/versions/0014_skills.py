"""Life skills: sets of the school's own, routes, claims, and what a second person says of them."""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

IMMUTABLE = (
    "skill_claim",
    "skill_claim_text",
    "skill_evidence",
    "skill_verdict",
    "skill_verdict_text",
)
_OBSERVERS = ("self", "counsellor", "teacher", "trainer", "colleague", "team_leader", "other")


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def of_claim(table: str) -> tuple[sa.Constraint, ...]:
    """To a claim of the same learner, which a student's row names as such."""
    return (
        sa.ForeignKeyConstraint(
            ["claim_id", "learner_id"],
            ["skill_claim.id", "skill_claim.learner_id"],
            name=f"fk_{table}_of_skill_claim",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("student_id IS NULL OR student_id = learner_id", name="names_student"),
    )


def upgrade() -> None:
    make_sets()
    make_claims()
    make_verdicts()
    for table in IMMUTABLE:
        refuse_updates(table)
    ask_a_second_person()
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / "0014_skills.sql").read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def make_sets() -> None:
    op.create_table(
        "skill_set",
        sa.Column("set_id", sa.Text(), nullable=False),
        sa.Column("set_version", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Uuid(), nullable=False),
        sa.Column("added_at", UtcMoment(), nullable=False),
        sa.Column("retired_at", UtcMoment(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("skill_set", "added_by", "staff_member"),
        sa.UniqueConstraint("set_id", "set_version", name="uq_skill_set_set_id_set_version"),
        sa.PrimaryKeyConstraint("id", name="pk_skill_set"),
        sqlite_strict=True,
    )
    op.create_table(
        "skill_route",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("set_id", sa.Text(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("retired_at", UtcMoment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("skill_route", "author_id", "staff_member"),
        sa.PrimaryKeyConstraint("id", name="pk_skill_route"),
        sqlite_strict=True,
    )


def make_claims() -> None:
    op.create_table(
        "skill_claim",
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("set_key", sa.Text(), nullable=False),
        sa.Column("behaviour_id", sa.Text(), nullable=False),
        sa.Column("observer", one_of("observer", *_OBSERVERS), nullable=False),
        sa.Column("observer_staff_id", sa.Uuid(), nullable=True),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        refers("skill_claim", "student_id", "student"),
        refers("skill_claim", "member_id", "staff_member"),
        refers("skill_claim", "observer_staff_id", "staff_member"),
        refers("skill_claim", "recorded_by", "staff_member"),
        sa.CheckConstraint(
            "(student_id IS NULL) <> (member_id IS NULL) "
            "AND learner_id = coalesce(student_id, member_id)",
            name="one_learner",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_skill_claim"),
        sqlite_strict=True,
    )
    op.create_index("ix_skill_claim_learner_id", "skill_claim", ["learner_id", "id"], unique=True)
    op.create_index(
        "ix_skill_claim_learner_set", "skill_claim", ["learner_id", "set_key"], unique=False
    )
    op.create_table(
        "skill_claim_text",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("observer_name", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        *of_claim("skill_claim_text"),
        sa.PrimaryKeyConstraint("claim_id", name="pk_skill_claim_text"),
        sqlite_strict=True,
    )
    op.create_index("ix_skill_claim_text_learner", "skill_claim_text", ["learner_id"], unique=False)
    op.create_table(
        "skill_evidence",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *of_claim("skill_evidence"),
        sa.PrimaryKeyConstraint("id", name="pk_skill_evidence"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_skill_evidence_learner", "skill_evidence", ["learner_id", "claim_id"], unique=False
    )


def make_verdicts() -> None:
    op.create_table(
        "skill_verdict",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column(
            "verdict", one_of("verdict", "confirmed", "declined", "withdrawn"), nullable=False
        ),
        sa.Column("observer", one_of("observer", *_OBSERVERS), nullable=False),
        sa.Column("observer_staff_id", sa.Uuid(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        refers("skill_verdict", "observer_staff_id", "staff_member"),
        refers("skill_verdict", "recorded_by", "staff_member"),
        *of_claim("skill_verdict"),
        sa.PrimaryKeyConstraint("claim_id", "number", name="pk_skill_verdict"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_skill_verdict_learner", "skill_verdict", ["learner_id", "claim_id"], unique=False
    )
    op.create_table(
        "skill_verdict_text",
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=True),
        sa.Column("observer_name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id", "number"],
            ["skill_verdict.claim_id", "skill_verdict.number"],
            name="fk_skill_verdict_text_of_skill_verdict",
            ondelete="CASCADE",
        ),
        *of_claim("skill_verdict_text"),
        sa.PrimaryKeyConstraint("claim_id", "number", name="pk_skill_verdict_text"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_skill_verdict_text_learner",
        "skill_verdict_text",
        ["learner_id", "claim_id"],
        unique=False,
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
        f"CREATE FUNCTION {table}_never_changes() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{words}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_never_changes()"
    )


def ask_a_second_person() -> None:
    """Let the database itself refuse that somebody confirms what they claim, or themselves.

    On a school's server the guard does (0014_skills.sql): it sees rows that a login may not.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER skill_verdict_second_person BEFORE INSERT ON skill_verdict "
            "WHEN NEW.verdict <> 'withdrawn' AND (NEW.observer = 'self' OR EXISTS ("
            "SELECT 1 FROM skill_claim claim WHERE claim.id = NEW.claim_id "
            "AND (claim.member_id = NEW.recorded_by "
            "OR claim.observer_staff_id = NEW.observer_staff_id))) "
            "BEGIN SELECT RAISE(ABORT, 'somebody else must confirm it'); END"
        )
