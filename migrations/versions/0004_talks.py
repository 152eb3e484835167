"""Talks: who else sits at the table, what is planned, and what became of each agreement."""

from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.base import new_id
from lob_workbench.storage.types import UtcMoment

revision = "0004"
down_revision = "0003"
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
_MINUTES = {
    "acquaintance": 20,
    "start": 30,
    "end": 30,
    "progress": 15,
    "career_reflection": 40,
    "learning_meter": 30,
    "placement_visit": 60,
    "handover": 20,
    "parents": 10,
    "second_line": 45,
    "personal_development": 60,
}
# What was recorded is never rewritten.
IMMUTABLE = ("agreement_step", "agreement_step_text")


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    placements()
    appointments()
    planned_so_far()
    responses()
    steps()
    for table in IMMUTABLE:
        refuse_updates(table)
    run_sql("0004_talks.sql")


def run_sql(name: str) -> None:
    """Run the guard's part of this revision, at a school's server only."""
    if op.get_bind().dialect.name == "postgresql":
        text = (Path(__file__).parents[1] / "sql" / name).read_text("utf-8")
        # Bare: the text holds percent signs, colons and many statements.
        op.get_bind().connection.driver_connection.execute(text)


def belongs_to(table: str, parent: str, column: str) -> sa.ForeignKeyConstraint:
    """A reference to a record *of the same student*."""
    return sa.ForeignKeyConstraint(
        [column, "student_id"],
        [f"{parent}.id", f"{parent}.student_id"],
        name=f"fk_{table}_of_{parent}",
        ondelete="CASCADE",
    )


def refers(table: str, column: str, parent: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}")


def edited() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
    )


def placements() -> None:
    op.create_table(
        "guardian",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", one_of("relation", "parent", "guardian", "other"), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        *edited(),
        refers("guardian", "student_id", "student"),
        sa.PrimaryKeyConstraint("id", name="pk_guardian"),
        sqlite_strict=True,
    )
    op.create_index("ix_guardian_student", "guardian", ["student_id"], unique=False)
    op.create_table(
        "company",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        *edited(),
        sa.UniqueConstraint("name", "place", name="uq_company_name_place"),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
        sqlite_strict=True,
    )
    op.create_table(
        "placement",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("trainer", sa.Text(), nullable=False),
        sa.Column("trainer_email", sa.Text(), nullable=False),
        sa.Column("trainer_phone", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        *edited(),
        refers("placement", "student_id", "student"),
        refers("placement", "company_id", "company"),
        sa.PrimaryKeyConstraint("id", name="pk_placement"),
        sqlite_strict=True,
    )
    op.create_index("ix_placement_student_id", "placement", ["student_id", "id"], unique=True)
    op.create_index("ix_placement_student", "placement", ["student_id", "starts_on"], unique=False)
    op.create_index("ix_placement_company", "placement", ["company_id"], unique=False)


def appointments() -> None:
    op.create_table(
        "room",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        *edited(),
        sa.UniqueConstraint("name", name="uq_room_name"),
        sa.PrimaryKeyConstraint("id", name="pk_room"),
        sqlite_strict=True,
    )
    op.create_table(
        "school_holiday",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_school_holiday"),
        sqlite_strict=True,
    )
    op.create_table(
        "appointment",
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("kind", one_of("kind", *_KINDS), nullable=False),
        sa.Column("form", one_of("form", "dialogue", "trialogue"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("time_of_day", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Uuid(), nullable=True),
        sa.Column("placement_id", sa.Uuid(), nullable=True),
        sa.Column("status", one_of("status", "planned", "held", "cancelled"), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("talk_id", sa.Uuid(), nullable=True),
        sa.Column("from_talk", sa.Uuid(), nullable=True),
        sa.Column("made_at", UtcMoment(), nullable=False),
        *edited(),
        refers("appointment", "student_id", "student"),
        refers("appointment", "staff_id", "staff_member"),
        refers("appointment", "room_id", "room"),
        sa.PrimaryKeyConstraint("id", name="pk_appointment"),
        sqlite_strict=True,
    )
    op.create_index("ix_appointment_student_id", "appointment", ["student_id", "id"], unique=True)
    op.create_index(
        "ix_appointment_student", "appointment", ["student_id", "status", "day"], unique=False
    )
    op.create_index("ix_appointment_staff", "appointment", ["staff_id", "day"], unique=False)
    op.create_index("ix_appointment_room", "appointment", ["room_id", "day"], unique=False)
    op.create_table(
        "appointment_text",
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        belongs_to("appointment_text", "appointment", "appointment_id"),
        sa.PrimaryKeyConstraint("appointment_id", name="pk_appointment_text"),
        sqlite_strict=True,
    )
    op.create_index("ix_appointment_text_student", "appointment_text", ["student_id"], unique=False)


def planned_so_far() -> None:
    """The next talk that the last talk of each student named is an appointment from now on."""
    bind = op.get_bind()
    talk = sa.table(
        "conversation",
        sa.column("id", sa.Uuid()),
        sa.column("talk_id", sa.Uuid()),
        sa.column("version_number", sa.Integer()),
        sa.column("student_id", sa.Uuid()),
        sa.column("author_id", sa.Uuid()),
        sa.column("kind", sa.Text()),
        sa.column("held_on", sa.Date()),
        sa.column("next_on", sa.Date()),
        sa.column("next_at", sa.Text()),
        sa.column("next_kind", sa.Text()),
        sa.column("recorded_at", UtcMoment()),
    )
    newer = talk.alias()
    last = ~sa.exists().where(
        newer.c.student_id == talk.c.student_id,
        sa.tuple_(newer.c.held_on, newer.c.talk_id, newer.c.version_number)
        > sa.tuple_(talk.c.held_on, talk.c.talk_id, talk.c.version_number),
    )
    appointment = sa.table(
        "appointment",
        *(
            sa.column(name, type_)
            for name, type_ in (
                ("id", sa.Uuid()),
                ("student_id", sa.Uuid()),
                ("staff_id", sa.Uuid()),
                ("kind", sa.Text()),
                ("form", sa.Text()),
                ("day", sa.Date()),
                ("time_of_day", sa.Text()),
                ("minutes", sa.Integer()),
                ("status", sa.Text()),
                ("sequence", sa.Integer()),
                ("from_talk", sa.Uuid()),
                ("made_at", UtcMoment()),
                ("version", sa.Integer()),
                ("updated_at", UtcMoment()),
            )
        ),
    )
    text = sa.table(
        "appointment_text",
        sa.column("appointment_id", sa.Uuid()),
        sa.column("student_id", sa.Uuid()),
        sa.column("subject", sa.Text()),
        sa.column("sensitive", sa.Boolean()),
    )
    found = bind.execute(sa.select(talk).where(talk.c.next_on.is_not(None), last)).all()
    planned: list[dict[str, object]] = []
    words: list[dict[str, object]] = []
    for row in found:
        kind = row.next_kind or row.kind
        key: UUID = new_id()
        planned.append(
            {
                "id": key,
                "student_id": row.student_id,
                "staff_id": row.author_id,
                "kind": kind,
                "form": "dialogue",
                "day": row.next_on,
                "time_of_day": row.next_at,
                "minutes": _MINUTES[kind],
                "status": "planned",
                "sequence": 0,
                "from_talk": row.talk_id,
                "made_at": row.recorded_at,
                "version": 1,
                "updated_at": row.recorded_at,
            }
        )
        words.append(
            {
                "appointment_id": key,
                "student_id": row.student_id,
                "subject": "",
                "sensitive": False,
            }
        )
    if planned:
        bind.execute(sa.insert(appointment), planned)
        bind.execute(sa.insert(text), words)


def responses() -> None:
    """So far only students responded."""
    kind = "VARCHAR(40)" if op.get_bind().dialect.name == "postgresql" else "TEXT"
    # Plain, so that the table keeps its triggers: Alembic would make it anew on SQLite.
    op.execute(
        f"ALTER TABLE student_response ADD COLUMN party {kind} DEFAULT 'student' NOT NULL "
        "CONSTRAINT ck_student_response_party CHECK (party IN ('student', 'school', 'company'))"
    )


def steps() -> None:
    op.create_table(
        "agreement_step",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("status", one_of("status", "open", "done", "dropped"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_before", sa.Date(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.Column("answered_in", sa.Uuid(), nullable=True),
        belongs_to("agreement_step", "agreement", "agreement_id"),
        sa.PrimaryKeyConstraint("agreement_id", "number", name="pk_agreement_step"),
        sqlite_strict=True,
    )
    op.create_table(
        "agreement_step_text",
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        belongs_to("agreement_step_text", "agreement", "agreement_id"),
        sa.PrimaryKeyConstraint("agreement_id", "number", name="pk_agreement_step_text"),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO agreement_step (agreement_id, number, student_id, status, due_on, due_before, "
        "taken_on, recorded_at, answered_in) SELECT id, 1, student_id, status, due_on, due_on, "
        "closed_on, updated_at, NULL FROM agreement WHERE closed_on IS NOT NULL"
    )
    op.execute(
        "INSERT INTO agreement_step_text (agreement_id, number, student_id, reason) "
        "SELECT words.agreement_id, 1, words.student_id, words.closed_reason "
        "FROM agreement_text words JOIN agreement ON agreement.id = words.agreement_id "
        "WHERE agreement.closed_on IS NOT NULL"
    )
    for table in ("agreement_step", "agreement_step_text"):
        op.create_index(f"ix_{table}_student", table, ["student_id"], unique=False)
    steps_in_order()


def steps_in_order() -> None:
    """No number below one and none that skips: nothing would fit in between any more.

    A number that is taken meets the primary key, which tells the desk that somebody was first.
    """
    next_number = "coalesce(max(number), 0) + 1 FROM {step} WHERE agreement_id = NEW.agreement_id"
    words = "steps of an agreement come one after another"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER agreement_step_in_order BEFORE INSERT ON agreement_step WHEN "
            "NEW.number < 1 OR NEW.number > "
            f"(SELECT {next_number.format(step='agreement_step')}) "
            f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION agreement_step_in_order() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog, pg_temp AS $$ BEGIN IF NEW.number < 1 OR NEW.number > "
        f"(SELECT {next_number.format(step='public.agreement_step')}) "
        f"THEN RAISE EXCEPTION '{words}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER agreement_step_in_order BEFORE INSERT ON agreement_step "
        "FOR EACH ROW EXECUTE FUNCTION agreement_step_in_order()"
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
