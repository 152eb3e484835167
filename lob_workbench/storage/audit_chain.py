"""The audit log of a workbook: what changed in a transaction, sealed and chained as it commits.

Triggers of the connection itself (TEMP, so not in the file) note every row that is touched: by the
ORM, by a bulk statement and by a cascade alike. Just before the commit each touched record gets
one entry. On a school's server the guard does all this (migrations/sql).
"""

import hashlib
import hmac
import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, SessionTransaction
from sqlcipher3 import dbapi2

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock
from lob_workbench.storage.engine import seal_key, told
from lob_workbench.storage.search_index import index_touched

AUDITED_KEYS: dict[str, tuple[str, ...]] = {
    "student": ("id",),
    "conversation": ("id",),
    "conversation_text": ("conversation_id",),
    "conversation_topic": ("conversation_id", "competence"),
    "conversation_question": ("conversation_id", "position"),
    "student_response": ("id",),
    "student_response_text": ("response_id",),
    "agreement": ("id",),
    "agreement_text": ("agreement_id",),
    "access_grant": ("id",),
    "student_arrival": ("id",),
    "confidential_note": ("id",),
    "confidential_mark": ("student_id",),
    "staff_member": ("id",),
    "staff_role": ("staff_id", "role"),
    "team_member": ("team_id", "staff_id"),
    "guardian": ("id",),
    "placement": ("id",),
    "appointment": ("id",),
    "appointment_text": ("appointment_id",),
    "agreement_step": ("agreement_id", "number"),
    "agreement_step_text": ("agreement_id", "number"),
    "voice": ("id",),
    "voice_text": ("voice_id", "topic"),
    "voice_mark": ("talk_id", "topic"),
    "issued_form": ("id",),
    "form_file": ("form_id",),
    "handover": ("id",),
    "handover_text": ("handover_id",),
    "dossier_note": ("id",),
    "own_question": ("id",),
    "school_term": ("id",),
    "student_preparation": ("id",),
    "student_preparation_answer": ("preparation_id", "position"),
    "skill_set": ("id",),
    "skill_route": ("id",),
    "qualification": ("id",),
    "skill_claim": ("id",),
    "skill_claim_text": ("claim_id",),
    "skill_evidence": ("id",),
    "skill_verdict": ("claim_id", "number"),
    "skill_verdict_text": ("claim_id", "number"),
    "skill_goal": ("id",),
    "skill_goal_text": ("goal_id",),
    "skill_goal_slot": ("goal_id", "number"),
    "skill_goal_slot_text": ("goal_id", "number"),
    "badge_key": ("id",),
    "badge_key_secret": ("key_id",),
    "issued_badge": ("id",),
    "issued_badge_text": ("badge_id",),
    "trusted_issuer": ("id",),
    "enrolment_change": ("id",),
    "enrolment_note": ("change_id",),
}
"""The audited tables with the columns of their keys, also of features that are not loaded yet."""

CHAIN_OF_UPGRADES = "upgrade"
"""The chain of what a new version sealed; all others are the id of a member of staff."""

ENTRY_COLUMNS = (
    "chain, number, ordinal, at, staff_id, roles, action, student_id, kind, record, seal, hash"
)
_SAME_READING = timedelta(minutes=1)
_WATCHED = "SELECT 1 FROM sqlite_temp_master WHERE name = 'audit_touched'"
_OPENED = "lob_audit_opened"
_BEGUN = "lob_audit_begun"


@dataclass(frozen=True, slots=True)
class _Touched:
    action: str
    student: str | None
    kind: str
    record: str
    content: str


class AuditedSession(Session):
    """A session on a workbook; ``audit_as`` must be called before its first statement."""

    def audit_as(self, actor: Actor, clock: Clock) -> None:
        """Say in whose name and by which clock the entries are."""
        self.info.update({"actor": actor, "clock": clock, _OPENED: []})


def note_opened(session: Session, student_id: UUID) -> None:
    """Have 'opened' logged at the commit, for a student whom the actor may read."""
    session.info[_OPENED].append(student_id.hex)


def seal_of(key: bytes, kind: str, record: str, content: str) -> str:
    """The keyed seal of a record's content (HMAC-SHA-256), bound to its table and key."""
    message = f"{kind}\n{record}\n{content}".encode("utf-8", "surrogatepass")
    return hmac.digest(key, message, hashlib.sha256).hex()


def hash_of(key: bytes, before: str, entry: tuple[Any, ...]) -> str:
    """The hash of an entry (``ENTRY_COLUMNS`` without hash) over the one before it."""
    return hmac.digest(key, json.dumps([before, *entry]).encode("ascii"), hashlib.sha256).hex()


def current_records(connection: Connection) -> Iterator[tuple[str, str, str | None, str]]:
    """Every audited record as it stands: kind, key, student, content."""
    for kind, keys in AUDITED_KEYS.items():
        columns = _columns(connection, kind)
        if columns:
            query = (
                f"SELECT {_joined('t', keys)}, {_student('t', kind, columns)}, "
                f"{_content('t', columns)} FROM {kind} t"
            )
            for record, student, content in connection.exec_driver_sql(query):
                yield kind, record, student, content


def last_seals(connection: Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """What the log says of every record it knows: action and seal of its last change."""
    query = "SELECT kind, record, action, seal FROM audit_entry WHERE action <> 'opened' "
    return {
        (kind, record): (action, seal)
        for kind, record, action, seal in connection.exec_driver_sql(query + "ORDER BY ordinal")
    }


def seal_all(connection: Connection, clock: Clock) -> int:
    """Seal what stands there and the log does not know in this shape: after an upgrade."""
    key, known = seal_key(connection.engine), last_seals(connection)
    touched = [
        _Touched("sealed", student, kind, record, content)
        for kind, record, student, content in current_records(connection)
        if known.get((kind, record), ("", ""))[1] != seal_of(key, kind, record, content)
    ]
    _write(connection, touched, CHAIN_OF_UPGRADES, None, "", clock)
    return len(touched)


@event.listens_for(AuditedSession, "after_begin")
def _begin(session: Session, _transaction: SessionTransaction, connection: Connection) -> None:
    # Asked each time: a rollback takes the triggers away with it.
    ready = connection.exec_driver_sql(_WATCHED).first() is not None or _watch(connection)
    session.info[_BEGUN] = connection if ready else None


@event.listens_for(AuditedSession, "before_commit")
def _commit(session: Session) -> None:
    session.flush()
    connection = session.info.pop(_BEGUN, None)
    if connection is None:
        return
    actor: Actor = session.info["actor"]
    clock: Clock = session.info["clock"]
    touched = _changed(connection)
    index_touched(connection, [(one.action, one.kind, one.record) for one in touched])
    chain = str(actor.staff_id)
    for student in dict.fromkeys(session.info[_OPENED]):
        if not _was_open(connection, chain, student, clock):
            touched.append(_Touched("opened", student, "student", student, ""))
    roles = ",".join(sorted(actor.roles))
    _write(connection, touched, chain, actor.staff_id.hex, roles, clock)
    session.info[_OPENED].clear()


def _watch(connection: Connection) -> bool:
    """Let this connection note what it touches; False before there is a log."""
    if not _columns(connection, "audit_entry"):
        return False
    shape = tuple((kind, tuple(_columns(connection, kind))) for kind in AUDITED_KEYS)
    with _driver_cursor(connection) as cursor:
        for statement in _watching(shape):
            cursor.execute(statement)
    return True


@lru_cache(maxsize=4)
def _watching(shape: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """The statements that make a connection note what it touches in tables of this shape."""
    statements = [
        "CREATE TEMP TABLE audit_touched (place INTEGER PRIMARY KEY, action TEXT, student TEXT, "
        "kind TEXT, record TEXT, content TEXT)"
    ]
    for kind, columns in shape:
        for verb, action, row in (
            ("INSERT", "added", "NEW"),
            ("UPDATE", "changed", "NEW"),
            ("DELETE", "removed", "OLD"),
        ):
            content = "''" if action == "removed" else _content(row, columns)
            statements.append(
                f"CREATE TEMP TRIGGER audit_{kind}_{action} AFTER {verb} ON main.{kind} BEGIN "
                f"INSERT INTO audit_touched (action, student, kind, record, content) VALUES "
                f"('{action}', {_student(row, kind, columns)}, '{kind}', "
                f"{_joined(row, AUDITED_KEYS[kind])}, {content}); END"
            )
    return tuple(statements)


def _changed(connection: Connection) -> list[_Touched]:
    """What this transaction touched, one for each record: what it was before counts, and after."""
    query = "SELECT action, student, kind, record, content FROM audit_touched ORDER BY place"
    rows = connection.exec_driver_sql(query).all()
    if not rows:
        return []
    connection.exec_driver_sql("DELETE FROM audit_touched")
    first: dict[tuple[str, str], str] = {}
    last: dict[tuple[str, str], _Touched] = {}
    for action, student, kind, record, content in rows:
        first.setdefault((kind, record), action)
        last[kind, record] = _Touched(action, student, kind, record, content)
    return [
        _Touched(action, now.student, now.kind, now.record, now.content)
        for place, now in last.items()
        if (action := _overall(first[place], now.action))
    ]


def _overall(first: str, last: str) -> str:
    if last == "removed":
        return "" if first == "added" else last
    return "added" if first == "added" else "changed"


def _was_open(connection: Connection, chain: str, student: str, clock: Clock) -> bool:
    since = (clock.now() - _SAME_READING).isoformat(timespec="microseconds")
    # The plus keeps the planner off the index of the chain: right after something big was written
    # all of that stands in this minute, and each commit would walk through it. By student few do.
    query = (
        "SELECT 1 FROM audit_entry WHERE +chain = ? AND at > ? AND action = 'opened' "
        "AND student_id = ? LIMIT 1"
    )
    return connection.exec_driver_sql(query, (chain, since, student)).first() is not None


def _write(
    connection: Connection,
    touched: list[_Touched],
    chain: str,
    staff: str | None,
    roles: str,
    clock: Clock,
) -> None:
    if not touched:
        return
    key = seal_key(connection.engine)
    run = connection.exec_driver_sql
    head = run("SELECT number, hash FROM audit_head WHERE chain = ?", (chain,)).first()
    number, before = head or (0, "")
    ordinal = run("SELECT coalesce(max(ordinal), 0) FROM audit_entry").scalar() or 0
    at = clock.now().isoformat(timespec="microseconds")
    entries = []
    for one in touched:
        number, ordinal = number + 1, ordinal + 1
        removes = one.action in ("removed", "opened")
        seal = "" if removes else seal_of(key, one.kind, one.record, one.content)
        who = (chain, number, ordinal, at, staff, roles)
        entry = (*who, one.action, one.student, one.kind, one.record, seal)
        before = hash_of(key, before, entry)
        entries.append((*entry, before))
    places = ", ".join("?" * 12)
    run(f"INSERT INTO audit_entry ({ENTRY_COLUMNS}) VALUES ({places})", entries)
    run(
        "INSERT INTO audit_head (chain, number, hash) VALUES (?, ?, ?) "
        "ON CONFLICT (chain) DO UPDATE SET number = excluded.number, hash = excluded.hash",
        (chain, number, before),
    )


@contextmanager
def _driver_cursor(connection: Connection) -> Iterator[Any]:
    """The driver's own cursor, for what every connection asks many times; errors in our words."""
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except dbapi2.Error as error:
        sentence = told(error)
        if sentence is None:
            raise
        raise sentence from error
    finally:
        cursor.close()


def _columns(connection: Connection, table: str) -> list[str]:
    with _driver_cursor(connection) as cursor:
        cursor.execute(f"PRAGMA table_info({table})")
        return sorted(row[1] for row in cursor.fetchall())


def _joined(row: str, keys: tuple[str, ...]) -> str:
    return " || '/' || ".join(f"{row}.{name}" for name in keys)


def _student(row: str, kind: str, columns: Collection[str]) -> str:
    name = "id" if kind == "student" else "student_id"
    return f"{row}.{name}" if name in columns else "NULL"


def _content(row: str, columns: Collection[str]) -> str:
    """SQL that spells a whole row; by name, so that the order of columns does not matter."""
    return " || ',' || ".join(f"quote({row}.{name})" for name in columns)
