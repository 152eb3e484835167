"""Every role and relation against every table, verb and column, by plain SQL.

The expectations are those of the table of note classes in DOMAIN.md; tables, columns and keys come
from the metadata, so a table that nobody decided on fails.
"""

from dataclasses import dataclass, field

import sqlalchemy as sa
from psycopg import sql

from lob_workbench.storage.base import Base

STAFF = frozenset(
    {
        "counsellor",
        "team mate",
        "asked in",
        "asked in before",
        "leader",
        "other leader",
        "second line",
        "second line, idle",
        "second line before",
        "intake",
        "administrator",
    }
)
OUTSIDE = frozenset({"expired", "nobody"})
OWN = frozenset({"counsellor"})
READERS = OWN | {"asked in", "second line"}
DATES = READERS | {"leader"}
LISTS = DATES | {"administrator"}
ADMINISTRATOR = frozenset({"administrator"})
SECOND_LINE = frozenset({"second line"})
COUNSELLORS = frozenset({"counsellor", "team mate", "asked in", "asked in before"})
STEERING = ADMINISTRATOR | {"leader", "other leader"}
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Allowed:
    """Who may do what with the student's row (of a table without students: with a row).

    ``update`` lists the columns; ``hidden`` are columns that nobody reads.
    """

    select: frozenset[str] = NOBODY
    insert: frozenset[str] = NOBODY
    update: dict[str, frozenset[str]] = field(default_factory=dict)
    delete: frozenset[str] = NOBODY
    hidden: frozenset[str] = NOBODY


def _columns(who: frozenset[str], *names: str) -> dict[str, frozenset[str]]:
    return dict.fromkeys(names, who)


EXPECTED: dict[str, Allowed] = {
    "school": Allowed(STAFF, update=_columns(ADMINISTRATOR, "name", "year", "logo")),
    "team": Allowed(STAFF, ADMINISTRATOR),
    "programme": Allowed(STAFF, ADMINISTRATOR),
    "student_group": Allowed(STAFF, ADMINISTRATOR),
    "team_member": Allowed(STAFF),
    "staff_member": Allowed(
        STAFF,
        ADMINISTRATOR,
        _columns(ADMINISTRATOR, "name", "list_name", "version", "updated_at"),
    ),
    "staff_role": Allowed(STAFF, ADMINISTRATOR),
    "student": Allowed(
        LISTS,
        ADMINISTRATOR,
        dict.fromkeys({*Base.metadata.tables["student"].columns.keys()} - {"id"}, ADMINISTRATOR),
    ),
    "student_word": Allowed(LISTS, ADMINISTRATOR | {"leader"}, delete=ADMINISTRATOR | {"leader"}),
    "preference": Allowed(OWN, OWN, _columns(OWN, "staff_id", "key", "value"), OWN),
    "draft": Allowed(
        OWN,
        OWN,
        dict.fromkeys(Base.metadata.tables["draft"].columns.keys(), OWN),
        OWN,
    ),
    "conversation": Allowed(DATES, OWN),
    # Parts come with their talk, in one transaction, or never: these are an old talk's.
    "conversation_text": Allowed(READERS),
    "conversation_topic": Allowed(READERS),
    "conversation_question": Allowed(READERS),
    "student_response": Allowed(READERS, OWN),
    "student_response_text": Allowed(READERS),
    "agreement": Allowed(
        DATES,
        OWN,
        _columns(OWN, "status", "due_on", "closed_on", "withdrawn_in", "version", "updated_at"),
    ),
    "agreement_text": Allowed(READERS, OWN, _columns(OWN, "closed_reason")),
    "access_grant": Allowed(OWN | {"asked in"}, OWN, _columns(OWN | {"asked in"}, "ended_at")),
    "confidential_note": Allowed(SECOND_LINE, SECOND_LINE),
    # Left by the note itself (a trigger), and by nothing else.
    "confidential_mark": Allowed(OWN | SECOND_LINE),
    "student_arrival": Allowed(
        OWN | {"leader"},
        OWN,
        _columns(frozenset({"leader"}), "answered_by"),
    ),
    "own_question": Allowed(
        STAFF,
        OWN,
        _columns(
            OWN | ADMINISTRATOR,
            "text",
            "competence",
            "phases",
            "kinds",
            "retired_at",
            "version",
            "updated_at",
        ),
    ),
    "school_term": Allowed(
        STAFF,
        ADMINISTRATOR,
        _columns(ADMINISTRATOR, "singular", "plural", "article", "version", "updated_at"),
    ),
    "audit_entry": Allowed(OWN, hidden=frozenset({"number", "seal", "hash"})),
    "audit_head": Allowed(),
    "audit_anchor": Allowed(STAFF, hidden=frozenset({"heads"})),
    "guardian": Allowed(
        READERS,
        OWN,
        _columns(
            OWN,
            *("name", "relation", "phone", "email", "consent_on", "until"),
            *("version", "updated_at"),
        ),
    ),
    "company": Allowed(
        STAFF, COUNSELLORS, _columns(COUNSELLORS, "name", "place", "version", "updated_at")
    ),
    "placement": Allowed(
        READERS,
        OWN,
        _columns(
            OWN,
            *("company_id", "trainer", "trainer_email", "trainer_phone", "starts_on", "ends_on"),
            *("version", "updated_at"),
        ),
    ),
    "room": Allowed(
        STAFF, COUNSELLORS, _columns(COUNSELLORS, "name", "private", "version", "updated_at")
    ),
    "school_holiday": Allowed(STAFF, ADMINISTRATOR, delete=ADMINISTRATOR),
    "appointment": Allowed(
        DATES,
        OWN,
        _columns(
            OWN,
            *("kind", "form", "day", "time_of_day", "minutes", "room_id", "placement_id"),
            *("status", "sequence", "talk_id", "version", "updated_at"),
        ),
    ),
    "appointment_text": Allowed(READERS, OWN, _columns(OWN, "subject", "sensitive")),
    "agreement_step": Allowed(DATES, OWN),
    # A reason comes with its step, in one transaction, or never.
    "agreement_step_text": Allowed(READERS),
    "voice": Allowed(READERS, OWN),
    "voice_text": Allowed(READERS),
    "talk_norm": Allowed(
        STAFF,
        STEERING,
        _columns(STEERING, "times", "per", "minutes", "version", "updated_at"),
        STEERING,
    ),
    "hours_budget": Allowed(
        STAFF, STEERING, _columns(STEERING, "minutes", "version", "updated_at"), STEERING
    ),
    "free_slot": Allowed(OWN, OWN, delete=OWN),
    "voice_mark": Allowed(READERS),
    # With its key anybody could make a token that fits.
    "issued_form": Allowed(OWN, OWN, _columns(OWN, "read_at")),
    # A file comes while its form is read in, in one transaction, or never.
    "form_file": Allowed(READERS),
    "parents_evening": Allowed(
        STAFF,
        OWN,
        _columns(OWN, "name", "day", "starts_at", "ends_at", "minutes", "version", "updated_at"),
    ),
    # The team mate is the one who is asked to take the student over.
    "handover": Allowed(
        DATES | {"team mate"},
        OWN,
        _columns(OWN | {"team mate"}, "status", "answered_at", "version", "updated_at"),
    ),
    "handover_text": Allowed(
        READERS | {"team mate"}, update=_columns(frozenset({"team mate"}), "reply")
    ),
    "dossier_note": Allowed(READERS, OWN, _columns(OWN, "withdrawn_at")),
    # Nobody's but the writer's, whoever else reads the dossier.
    "working_note": Allowed(OWN, OWN, _columns(OWN, "text", "version", "updated_at"), OWN),
    "student_preparation": Allowed(READERS, OWN),
    # Answers come with what was handed in, in one transaction, or never.
    "student_preparation_answer": Allowed(READERS),
    "skill_set": Allowed(STAFF, ADMINISTRATOR, _columns(ADMINISTRATOR, "retired_at")),
    "qualification": Allowed(STAFF, ADMINISTRATOR, _columns(ADMINISTRATOR, "retired_at")),
    "skill_route": Allowed(
        STAFF,
        OWN,
        _columns(OWN | ADMINISTRATOR, "name", "skills", "retired_at", "version", "updated_at"),
    ),
    # Levels are counted; words and evidence come with what they belong to, or never.
    "skill_claim": Allowed(DATES, OWN),
    "skill_claim_text": Allowed(READERS),
    "skill_evidence": Allowed(READERS),
    "skill_verdict": Allowed(DATES, OWN),
    "skill_verdict_text": Allowed(READERS),
    "skill_goal": Allowed(
        DATES, OWN, _columns(OWN, "skill_id", "level", "status", "version", "updated_at")
    ),
    "skill_goal_text": Allowed(READERS, OWN, _columns(OWN, "action", "helper")),
    "skill_goal_slot": Allowed(DATES, OWN, _columns(OWN, "starts_on", "ends_on", "progress"), OWN),
    "skill_goal_slot_text": Allowed(READERS, OWN, _columns(OWN, "plan"), OWN),
    # The public part is everybody's; one is in use at a time.
    "badge_key": Allowed(STAFF, ADMINISTRATOR, _columns(ADMINISTRATOR, "retired_at", "revoked_at")),
    # Sealed with a passphrase, for who issues; it comes with its key or never.
    "badge_key_secret": Allowed(COUNSELLORS | STEERING, delete=ADMINISTRATOR),
    "issued_badge": Allowed(DATES, OWN, _columns(OWN, "revoked_at", "revoked_by")),
    # What is signed comes with its badge; a reason with revoking it.
    "issued_badge_text": Allowed(READERS),
    "trusted_issuer": Allowed(STAFF, ADMINISTRATOR, _columns(ADMINISTRATOR, "until", "ended_at")),
    "enrolment_change": Allowed(LISTS, ADMINISTRATOR),
    # The line comes with its change, in one transaction, or never.
    "enrolment_note": Allowed(READERS),
}

HANDOVER_COLUMNS = ("status", "answered_at", "version", "updated_at")
HANDOVER_ANSWER = (
    "status = CASE WHEN giver_id = lob.me() THEN 'withdrawn' ELSE 'declined' END, "
    "answered_at = now(), version = version + 1, updated_at = now()"
)
# Where `SET column = column` means nothing: what a person would really write.
WRITES = {
    ("access_grant", "ended_at"): "ended_at = now()",
    ("student_arrival", "answered_by"): "answered_by = lob.me(), answered_at = now(), "
    "accepted = true",
    ("issued_form", "read_at"): "read_at = now()",
    **{
        ("issued_badge", column): "revoked_at = now(), revoked_by = lob.me()"
        for column in ("revoked_at", "revoked_by")
    },
    **{("handover", column): HANDOVER_ANSWER for column in HANDOVER_COLUMNS},
}
KEYS = {"audit_entry": ["chain", "ordinal"]}
"""Where the key itself may not be read."""
CLOSED = {
    "agreement_text",
    "conversation_text",
    "conversation_topic",
    "conversation_question",
    "student_response_text",
    "confidential_note",
    "appointment_text",
    "agreement_step_text",
    "voice_text",
    "voice_mark",
    "form_file",
    "handover_text",
    "dossier_note",
    "student_preparation_answer",
    "skill_claim_text",
    "skill_evidence",
    "skill_verdict_text",
    "skill_goal_text",
    "skill_goal_slot_text",
    "issued_badge_text",
    "enrolment_note",
}
"""What stays shut until the dossier is opened."""


def place_of(table: sa.Table) -> sql.Identifier:
    """The table with its schema."""
    schema = "second_line" if table.name == "confidential_note" else "public"
    return sql.Identifier(schema, table.name)
