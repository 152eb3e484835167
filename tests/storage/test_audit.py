"""The audit log on both engines: it tells what happened, and finds what was done behind its back.

Tampering is real: a workbook by the bare driver with its key, a server as superuser.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

import lob_workbench
import lob_workbench.features.arrivals.records
import lob_workbench.features.confidential.records
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations
from lob_workbench.people.records import StaffMember, StaffRole, Student
from lob_workbench.storage.audit import AuditEntry, open_dossier
from lob_workbench.storage.audit_chain import AUDITED_KEYS, seal_all
from lob_workbench.storage.audit_check import anchor, problems_at_school, problems_in_workbook
from lob_workbench.storage.base import Base
from lob_workbench.storage.engine import dispose_engine, open_encrypted, workbook_engine
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.stores import KEY, Store

PAGE = 4096


def problems(store: Store, line: str = "") -> list[str]:
    """What the check says."""
    return (problems_at_school if store.shared else problems_in_workbook)(store.engine, line)


def tamper(store: Store, *statements: str) -> None:
    """Run SQL as somebody who has the file and its key, or the server itself."""
    if store.shared:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for statement in statements:
                connection.exec_driver_sql(statement)
        return
    with closing(open_encrypted(file_of(store), KEY, "rw")) as bare:
        for name in ("audit_entry", "conversation_text"):
            bare.execute(f"DROP TRIGGER IF EXISTS {name}_never_changes")
        for statement in statements:
            assert bare.execute(statement).rowcount > 0


def file_of(store: Store) -> Path:
    """The file of a workbook."""
    with store.engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA database_list").all()
    return Path(next(place for _, name, place in found if name == "main"))


def entries(store: Store, *actions: str) -> list[tuple[str, str, UUID | None]]:
    """Action, kind and student of the entries with one of these actions."""
    query = sa.select(AuditEntry.action, AuditEntry.kind, AuditEntry.student_id)
    with store.engine.connect() as connection:
        found = connection.execute(query.order_by(AuditEntry.ordinal)).all()
    return [(row[0].value, row[1], row[2]) for row in found if not actions or row[0] in actions]


@pytest.fixture
def filled(store: Store) -> Store:
    """A student, a talk and somebody who read it; all in order."""
    recorded(store, a_talk(store.student()))
    assert problems(store) == []
    return store


def test_the_tables_that_are_logged_are_those_that_say_so() -> None:
    # The metadata holds what was imported.
    for module in walk_packages(lob_workbench.__path__, "lob_workbench."):
        if module.name.rpartition(".")[2].startswith(("records", "terms", "audit")):
            import_module(module.name)
    said = {
        table.name: tuple(column.name for column in table.primary_key)
        for table in Base.metadata.sorted_tables
        if table.info.get("audited")
    }
    assert {name: sorted(key) for name, key in said.items()} == {
        name: sorted(key) for name, key in AUDITED_KEYS.items()
    }


def test_recording_and_reading_stand_in_the_log(filled: Store) -> None:
    (opened,) = {student for action, _, student in entries(filled, "opened")}
    added = {kind for _, kind, student in entries(filled, "added") if student == opened}
    assert {"student", "conversation", "conversation_text", "agreement_text"} <= added


def test_opening_again_within_a_minute_is_the_same_reading(embedded_store: Store) -> None:
    store, student = embedded_store, embedded_store.student()
    for seconds in (0, 59, 60):
        store.clock.moment += timedelta(seconds=seconds)
        with store.work() as work:
            open_dossier(work, student)
    assert len(entries(store, "opened")) == 2


def test_whether_a_dossier_was_open_is_looked_up_by_its_student(embedded_store: Store) -> None:
    # By chain and moment it walks through all that was written in the last minute, at each commit.
    store, student = embedded_store, embedded_store.student()
    asked: list[tuple[str, Any]] = []

    def listen(_c: object, _k: object, statement: str, given: object, *_: object) -> None:
        asked.append((statement, given))

    sa.event.listen(store.engine, "before_cursor_execute", listen)
    with store.work() as work:
        open_dossier(work, student)
    sa.event.remove(store.engine, "before_cursor_execute", listen)
    ((statement, given),) = [one for one in asked if "action = 'opened'" in one[0]]
    with store.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given).all()
    assert "ix_audit_entry_student (student_id=? AND at>?)" in plan[0][3]


def test_who_may_not_read_opens_nothing(store: Store) -> None:
    student = store.student()
    with store.work(store.colleague(Role.COUNSELLOR)) as work:
        open_dossier(work, student)
    assert entries(store, "opened") == []


def test_what_was_rolled_back_is_not_in_the_log(store: Store) -> None:
    before = entries(store)
    with pytest.raises(RuntimeError), store.unguarded() as work:  # noqa: PT012
        work.session.add(StaffMember(name="Weg", updated_at=store.clock.now()))
        work.session.flush()
        raise RuntimeError
    store.student()
    assert [kind for _, kind, _ in entries(store)[len(before) :]] == ["student"]
    assert problems(store) == []


def test_bulk_statements_and_cascades_are_logged_too(store: Store) -> None:
    student, colleague = store.student(), store.colleague(Role.TEAM_LEADER)
    before = len(entries(store))
    with store.unguarded() as work:
        work.session.execute(
            sa.update(Student).where(Student.id == student).values(study_year=3, version=2)
        )
        work.session.execute(sa.delete(StaffMember).where(StaffMember.id == colleague.staff_id))
    told = {(action, kind) for action, kind, _ in entries(store)[before:]}
    gone = {("removed", StaffMember.__tablename__), ("removed", StaffRole.__tablename__)}
    assert told == {("changed", "student")} | gone
    assert problems(store) == []


TAMPERINGS: dict[str, tuple[str, str]] = {
    "edited": (
        "UPDATE audit_entry SET action = 'opened' WHERE number = 2",
        "regel 2 is veranderd",
    ),
    "deleted": ("DELETE FROM audit_entry WHERE number = 2", "regel 2 ontbreekt"),
    "backdated": (
        "UPDATE audit_entry SET at = '2025-01-01T00:00:00.000000+00:00' WHERE number = 3",
        "regel 3 is veranderd",
    ),
    "cut off": (
        "DELETE FROM audit_entry WHERE ordinal = (SELECT max(ordinal) FROM audit_entry)",
        "klopt het einde niet",
    ),
    "row changed": (
        "UPDATE conversation_text SET summary = 'anders'",
        "buiten het logboek om: conversation_text",
    ),
    "row gone": ("DELETE FROM conversation_question", "verdwenen"),
    "unknown row": (
        "INSERT INTO staff_role SELECT id, 'intake_officer' FROM staff_member",
        "niet kent: staff_role",
    ),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_found(filled: Store, what: str) -> None:
    statement, words = TAMPERINGS[what]
    tamper(filled, statement)
    assert [line for line in problems(filled) if words in line], problems(filled)


def test_an_old_row_put_back_is_found(store: Store) -> None:
    student = store.student()
    with store.unguarded() as work:
        work.session.get_one(Student, student).study_year = 2
    assert problems(store) == []
    tamper(store, "UPDATE student SET study_year = NULL, version = 1")
    assert any("buiten het logboek om: student" in line for line in problems(store))


def test_an_old_page_put_back_is_found(embedded_store: Store) -> None:
    store = embedded_store
    student = store.student()
    place = file_of(store)
    settled(store, place)
    with closing(open_encrypted(place, KEY, "ro")) as bare:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'student'"
        page = bare.execute(query).fetchone()[0] - 1
    old = place.read_bytes()[page * PAGE : (page + 1) * PAGE]
    with store.unguarded() as work:
        work.session.get_one(Student, student).study_year = 2
    settled(store, place)
    with place.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(old)
    # SQLCipher itself accepts the page: its seal is of the page and its number, not of the time.
    again = workbook_engine(place, KEY)
    try:
        with again.connect() as connection:
            assert connection.scalar(sa.select(Student.study_year)) is None
        assert any("buiten het logboek om: student" in line for line in problems_in_workbook(again))
    finally:
        dispose_engine(again)


def settled(store: Store, place: Path) -> None:
    """Bring everything into the file itself."""
    store.engine.dispose()
    with closing(open_encrypted(place, KEY, "rw")) as bare:
        assert bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


def test_a_line_kept_outside_stays_provable_and_finds_a_whole_old_file(
    embedded_store: Store, tmp_path: Path
) -> None:
    store, place, old = embedded_store, file_of(embedded_store), tmp_path / "old.db"
    settled(store, place)
    shutil.copy(place, old)
    student = store.student()
    with store.work() as work:
        line = anchor(work)
    store.clock.moment += timedelta(days=3)
    recorded(store, a_talk(student))
    assert problems(store, line) == []
    again = workbook_engine(old, KEY)
    try:
        assert problems_in_workbook(again) == []
        assert any("dagregel" in told for told in problems_in_workbook(again, line))
    finally:
        dispose_engine(again)


def test_a_line_stays_provable_at_a_school(server_store: Store) -> None:
    with server_store.work() as work:
        line = anchor(work)
    recorded(server_store, a_talk(server_store.student()))
    assert problems(server_store, f" {line}\n") == []
    assert any("dagregel" in told for told in problems(server_store, line[:-1] + "g"))


def test_what_stood_there_before_the_log_is_sealed_once(embedded_store: Store) -> None:
    store = embedded_store
    recorded(store, a_talk(store.student()))
    tamper(store, "DELETE FROM audit_entry", "DELETE FROM audit_head")
    assert problems(store)
    with store.engine.begin() as connection:
        assert seal_all(connection, store.clock) > 5
        assert seal_all(connection, store.clock) == 0
    assert problems(store) == []


def day(store: Store, numbers: list[int]) -> None:
    """A day's work in any order."""
    acts: list[Callable[[UUID], Any]] = [
        lambda student: recorded(store, a_talk(student)),
        lambda student: _changed(store, student),
        lambda student: _opened(store, student),
    ]
    students = [store.student(f"04120{place:02}") for place in range(2)]
    for number in numbers:
        store.clock.moment += timedelta(seconds=40)
        acts[number % len(acts)](students[number % len(students)])


def _changed(store: Store, student: UUID) -> None:
    with store.unguarded() as work:
        row = work.session.get_one(Student, student)
        row.study_year = (row.study_year or 0) + 1


def _opened(store: Store, student: UUID) -> None:
    with store.work() as work:
        operations.list_conversations(work, student)


@pytest.mark.parametrize("seed", range(4))
def test_a_normal_day_gives_no_alarm_and_any_row_touched_behind_it_does(
    store: Store, seed: int
) -> None:
    import random

    chance = random.Random(seed)
    day(store, [chance.randrange(6) for _ in range(12)])
    assert problems(store) == []
    number = chance.randrange(1, len(entries(store)) // 2)
    tamper(store, f"UPDATE audit_entry SET roles = 'x' WHERE number = {number}")
    assert any(f"regel {number} is veranderd" in line for line in problems(store))
