"""Every role and relation against every table, verb and column, by plain SQL.

The expectations are those of the table of note classes in DOMAIN.md; tables, columns and keys come
from the metadata, so a table that nobody decided on fails.
"""

from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import sqlalchemy as sa
from psycopg import sql

from lob_workbench.storage.base import Base
from tests.attack.world import World

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
_UNDONE = sql.SQL("; ROLLBACK")
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


@dataclass
class Outcome:
    """``leaked``: done though it may not; ``refused``: may and could not."""

    cells: int = 0
    leaked: list[tuple[str, ...]] = field(default_factory=list)
    refused: list[tuple[str, ...]] = field(default_factory=list)

    def note(self, cell: tuple[str, ...], done: bool, may: bool) -> None:
        """Count a cell."""
        self.cells += 1
        if done and not may:
            self.leaked.append(cell)
        if may and not done:
            self.refused.append(cell)

    def __str__(self) -> str:
        return f"cells tried: {self.cells}, leaked: {len(self.leaked)}"


def attack(world: World, tables: Container[str] = EXPECTED) -> Outcome:
    """Try everything as everybody. Nothing is kept."""
    outcome = Outcome()
    world.shut_all()
    found = [table for table in Base.metadata.sorted_tables if table.name in tables]
    for who in sorted(world.logins):
        with world.connect(who) as connection:
            connection.autocommit = True
            for table in found:
                for verb, column, done in _tried(connection, world, table, opened=False):
                    if table.name in CLOSED and verb == "select":
                        outcome.note((who, table.name, "select while shut", column), done, False)
            connection.execute("SELECT lob.open_dossier(%s)", [world.own]) if (
                who != "nobody"
            ) else None
            with suppress(psycopg.Error):
                connection.execute("SELECT lob.open_handover(%s)", [world.rows["handover"]["id"]])
            for table in found:
                allowed = EXPECTED[table.name]
                for verb, column, done in _tried(connection, world, table, opened=True):
                    may = {
                        "select": who in allowed.select and column not in allowed.hidden,
                        "insert": who in allowed.insert,
                        "update": who in allowed.update.get(column, NOBODY),
                        "delete": who in allowed.delete,
                    }[verb]
                    outcome.note((who, table.name, verb, column), done, may)
    return outcome


def _tried(
    connection: psycopg.Connection[Any], world: World, table: sa.Table, *, opened: bool
) -> Iterator[tuple[str, str, bool]]:
    row = world.rows[table.name]
    name = place_of(table)
    key = sql.SQL(" AND ").join(
        sql.SQL("{} = {}").format(sql.Identifier(column), sql.Literal(row[column]))
        for column in KEYS.get(table.name, table.primary_key.columns.keys())
    )
    for column in row:
        found = sql.SQL("SELECT {} FROM {} WHERE {}").format(sql.Identifier(column), name, key)
        yield "select", column, _reaches(connection, found)
    if not opened:
        return
    place = world.place(name, key)
    for column in row:
        written = WRITES.get((table.name, column))
        change = (
            sql.SQL("{0} = {0}").format(sql.Identifier(column))
            if written is None
            else sql.SQL(written)  # type: ignore[arg-type]
        )
        everything = sql.SQL("UPDATE {} SET {}").format(name, change)
        done = _reaches(connection, everything + sql.SQL(" WHERE ") + key)
        if not done and written is None and _changes(connection, everything):
            # Without a WHERE no right to read is asked: did it touch this row?
            before, place = place, world.place(name, key)
            done = place != before
        yield "update", column, done
    yield "delete", "", _reaches(connection, sql.SQL("DELETE FROM {} WHERE {}").format(name, key))
    fresh = {
        column: uuid4() if column == "id" and isinstance(value, type(uuid4())) else value
        for column, value in row.items()
    }
    if table.name == "conversation":
        # The first version of another talk.
        fresh["talk_id"] = fresh["id"]
    copied = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        name,
        sql.SQL(", ").join(map(sql.Identifier, fresh)),
        sql.SQL(", ").join(sql.Literal(value) for value in fresh.values()),
    )
    yield "insert", "", _reaches(connection, copied)


def place_of(table: sa.Table) -> sql.Identifier:
    """The table with its schema."""
    schema = "second_line" if table.name == "confidential_note" else "public"
    return sql.Identifier(schema, table.name)


def _reaches(connection: psycopg.Connection[Any], statement: sql.Composable) -> bool:
    """Whether the statement reaches a row; undone at once."""
    try:
        # Sent as one: what is sent together is one transaction, and an error ends that as well.
        return connection.execute(statement + _UNDONE).rowcount > 0  # type: ignore[arg-type]
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.RaiseException):
        return False
    except psycopg.errors.IntegrityError:
        # Past the guard: only a key stood in the way.
        return True


def _changes(connection: psycopg.Connection[Any], statement: sql.Composable) -> bool:
    """Whether the statement, which stays, changed any row at all."""
    try:
        return connection.execute(statement).rowcount > 0  # type: ignore[arg-type]
    except psycopg.Error:
        return False
