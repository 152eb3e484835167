"""First hour: people, talks and drafts."""

import sqlalchemy as sa
from alembic import op

from lob_workbench.storage.types import UtcMoment, sortable_text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def one_of(name: str, *values: str) -> sa.Enum:
    """Text that is one of ``values``, frozen here as they were in this revision."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "programme",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programme"),
        sa.UniqueConstraint("name", "crebo", "level", name="uq_programme_name_crebo_level"),
        sqlite_strict=True,
    )
    op.create_table(
        "school",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_school"),
        sqlite_strict=True,
    )
    op.create_table(
        "staff_member",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("list_name", sa.Text(), nullable=True),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_member"),
        sa.UniqueConstraint("list_name", name="uq_staff_member_list_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "student_group",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_student_group"),
        sa.UniqueConstraint("name", name="uq_student_group_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "team",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
        sa.UniqueConstraint("name", name="uq_team_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("saved_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["staff_member.id"],
            name="fk_draft_owner_id_staff_member",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint(
            "owner_id", "screen", "entity_id", name="uq_draft_owner_id_screen_entity_id"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "preference",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff_member.id"],
            name="fk_preference_staff_id_staff_member",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_id", "key", name="pk_preference"),
        sqlite_strict=True,
    )
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            one_of(
                "role",
                "counsellor",
                "intake_officer",
                "team_leader",
                "second_line",
                "administrator",
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff_member.id"],
            name="fk_staff_role_staff_id_staff_member",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_id", "role", name="pk_staff_role"),
        sqlite_strict=True,
    )
    op.create_table(
        "student",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("infix", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("sort_key", sortable_text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("gender", one_of("gender", "M", "V", "X"), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("counsellor_id", sa.Uuid(), nullable=True),
        sa.Column("learning_route", one_of("learning_route", "BOL", "BBL"), nullable=True),
        sa.Column("study_year", sa.Integer(), nullable=True),
        sa.Column("start_date", sa.Date(), nullable=True),
        sa.Column("expected_end_date", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["counsellor_id"], ["staff_member.id"], name="fk_student_counsellor_id_staff_member"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["student_group.id"], name="fk_student_group_id_student_group"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name="fk_student_programme_id_programme"
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_student_team_id_team"),
        sa.PrimaryKeyConstraint("id", name="pk_student"),
        sa.UniqueConstraint("number", name="uq_student_number"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_student_counsellor_sort", "student", ["counsellor_id", "sort_key", "id"], unique=False
    )
    op.create_table(
        "agreement",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("made_in", sa.Integer(), nullable=False),
        sa.Column("withdrawn_in", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column(
            "owner", one_of("owner", "student", "counsellor", "company", "parent"), nullable=False
        ),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("status", one_of("status", "open", "done", "dropped"), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name="fk_agreement_student_id_student"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_agreement_student_status", "agreement", ["student_id", "status", "due_on"], unique=False
    )
    op.create_index("ix_agreement_talk_id", "agreement", ["talk_id"], unique=False)
    op.create_table(
        "conversation",
        sa.Column("talk_id", sa.Uuid(), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            one_of(
                "kind",
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
            ),
            nullable=False,
        ),
        sa.Column("form", one_of("form", "dialogue", "trialogue"), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("focus", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("next_at", sa.Text(), nullable=False),
        sa.Column(
            "next_kind",
            one_of(
                "next_kind",
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
            ),
            nullable=True,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["staff_member.id"], name="fk_conversation_author_id_staff_member"
        ),
        sa.ForeignKeyConstraint(
            ["student_id"], ["student.id"], name="fk_conversation_student_id_student"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint(
            "talk_id", "version_number", name="uq_conversation_talk_id_version_number"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_conversation_next_on", "conversation", ["next_on"], unique=False)
    op.create_index(
        "ix_conversation_student_held",
        "conversation",
        ["student_id", "held_on", "id"],
        unique=False,
    )
    op.create_table(
        "student_word",
        sa.Column("word", sortable_text(), nullable=False),
        sa.Column("student_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["student_id"],
            ["student.id"],
            name="fk_student_word_student_id_student",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("word", "student_id", name="pk_student_word"),
        sqlite_strict=True,
    )
    op.create_index("ix_student_word_student_id", "student_word", ["student_id"], unique=False)
    op.create_table(
        "conversation_question",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_conversation_question_conversation_id_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "position", name="pk_conversation_question"),
        sqlite_strict=True,
    )
    op.create_table(
        "conversation_topic",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "competence",
            one_of("competence", "qualities", "motives", "exploration", "steering", "networking"),
            nullable=False,
        ),
        sa.Column("experience", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("takeaway", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_conversation_topic_conversation_id_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "competence", name="pk_conversation_topic"),
        sqlite_strict=True,
    )
    op.create_table(
        "student_response",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", one_of("verdict", "agrees", "differs"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UtcMoment(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_student_response_conversation_id_conversation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_student_response"),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_student_response_conversation_id", "student_response", ["conversation_id"], unique=False
    )
    for table in IMMUTABLE:
        refuse_updates(table)


# What was recorded is never rewritten: a correction is a new version beside it.
IMMUTABLE = (
    "conversation",
    "conversation_topic",
    "conversation_question",
    "student_response",
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
