"""Notes: of the dossier and one's own; who reads which, taking back, drafts, moving."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import FixedClock
from lob_workbench.domain.errors import InputRefused, NotAllowed, NotFound, StaleSave
from lob_workbench.domain.moving import MovedKind, MovingStudent, Outcome
from lob_workbench.domain.rights import Role
from lob_workbench.features.notes import operations, queries
from lob_workbench.features.notes.moving import move
from lob_workbench.features.notes.overview import notices, story
from lob_workbench.features.notes.records import DossierNote, WorkingNote
from lob_workbench.features.notes.rules import Note, NoteDraft, NoteKind, StudentNotes
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.audit import AuditEntry
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.stores import MONDAY, Store

SECRET = "Thuis <b>R&D</b> 🙂"
TODAY = MONDAY.date()


def a_note(student: UUID | None, kind: NoteKind = NoteKind.SPOKEN, text: str = SECRET) -> NoteDraft:
    """A note as typed."""
    return NoteDraft(new_id(), student, kind, text)


def noted(store: Store, draft: NoteDraft, actor: Actor | None = None) -> Note:
    """The note, written down."""
    with store.work(actor) as work:
        return operations.record(work, draft).note


def read(store: Store, student: UUID, actor: Actor | None = None) -> StudentNotes:
    """What the actor reads."""
    with store.work(actor) as work:
        return operations.read_notes(work, student)


def later(store: Store, days: int = 1) -> UnitOfWork:
    """A unit of work of the owner on another day."""
    engine = store.login(store.owner) if store.shared else store.engine
    return UnitOfWork(engine, store.owner, FixedClock(MONDAY + timedelta(days=days)))


def test_all_kinds_stand_in_one_list_newest_first(store: Store) -> None:
    student = store.student()
    for kind in NoteKind:
        noted(store, a_note(student, kind, f"  {kind.value}\x00 "))
    found = read(store, student)
    assert [note.text for note in found.notes] == ["working", "noticed", "spoken"]
    assert found.own
    assert {note.author for note in found.notes} == {store.owner.name}


@pytest.mark.parametrize("text", ["", " \x00\n ", "x" * 20_001])
def test_nothing_and_too_much_are_refused(store: Store, text: str) -> None:
    student = store.student()
    with pytest.raises(InputRefused):
        noted(store, a_note(student, text=text))
    with pytest.raises(InputRefused):
        noted(store, a_note(None))


def test_a_working_note_is_seen_by_its_writer_alone_and_in_no_log(store: Store) -> None:
    student = store.student()
    secret = noted(store, a_note(student, NoteKind.WORKING, "ZZGEHEIM"))
    noted(store, a_note(student, NoteKind.NOTICED, "voor het dossier"))
    for role, grant in (
        (Role.COUNSELLOR, GrantKind.ASKED_IN),
        (Role.SECOND_LINE, GrantKind.SECOND_LINE),
    ):
        reader = store.colleague(role)
        store.grant(
            student, reader, grant, None if role is Role.SECOND_LINE else TODAY.replace(2126)
        )
        if not store.shared and role is Role.COUNSELLOR:
            pass
        found = read(store, student, reader)
        assert [note.text for note in found.notes] == ["voor het dossier"]
        assert not found.own
        if role is Role.COUNSELLOR:
            for act in (operations.take_back, operations.put_back):
                with pytest.raises(NotFound), store.work(reader) as work:
                    act(work, secret)
            with pytest.raises(NotFound), store.work(reader) as work:
                operations.begin_change(work, secret.id)
    with store.engine.connect() as connection:
        told = connection.execute(sa.select(AuditEntry.kind, AuditEntry.record)).all()
    assert "working_note" not in {kind for kind, _ in told}
    assert not [record for _, record in told if secret.id.hex in record.replace("-", "")]
    assert "dossier_note" in {kind for kind, _ in told}


def test_a_team_leader_reads_no_note(store: Store) -> None:
    student = store.student()
    noted(store, a_note(student))
    leader = store.colleague(Role.TEAM_LEADER)
    store.lead(leader, student)
    with pytest.raises(NotAllowed):
        read(store, student, leader)


def test_recording_twice_writes_once(store: Store) -> None:
    student = store.student()
    for kind in NoteKind:
        draft = a_note(student, kind)
        assert noted(store, draft).id == noted(store, draft).id
        with pytest.raises(StaleSave):
            noted(store, replace(draft, text="andere woorden"))
    assert len(read(store, student).notes) == 3


def test_a_note_of_the_dossier_is_taken_back_on_its_own_day_only(store: Store) -> None:
    student = store.student()
    note = noted(store, a_note(student))
    with store.work() as work:
        operations.take_back(work, note)
    assert read(store, student).notes == ()
    with store.work() as work:
        assert story(work, student) == ()
    with store.work() as work:
        operations.put_back(work, note)
    assert [each.text for each in read(store, student).notes] == [SECRET]
    with pytest.raises(InputRefused), later(store) as work:
        operations.take_back(work, note)
    with pytest.raises(NotFound), store.work() as work:
        operations.take_back(work, replace(note, id=new_id()))


def test_a_reader_sees_no_note_that_was_taken_back(store: Store) -> None:
    student = store.student()
    note = noted(store, a_note(student))
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader)
    with store.work() as work:
        operations.take_back(work, note)
    with store.work(reader) as work:
        operations.read_notes(work, student)
        if store.shared:
            assert work.session.scalars(sa.select(DossierNote)).all() == []


@pytest.mark.parametrize("column", ["text", "kind", "author_id", "written_at", "student_id"])
def test_the_database_itself_refuses_other_words(store: Store, column: str) -> None:
    note = noted(store, a_note(store.student()))
    with pytest.raises(DBAPIError), store.engine.begin() as connection:
        connection.execute(
            sa.text(f"UPDATE dossier_note SET {column} = {column}"),
        )
    assert note.text == SECRET


def test_at_a_school_a_note_older_than_a_day_stays_by_the_clock_of_the_server(
    server_store: Store,
) -> None:
    note = noted(server_store, a_note(server_store.student()))
    with server_store.engine.begin() as connection:
        connection.execute(sa.text("SET session_replication_role = replica"))
        connection.execute(
            sa.text("UPDATE audit_entry SET at = at - interval '25 hours' WHERE action = 'added'")
        )
    # The clock of this desk is wrong, and says that it is still the same day.
    with pytest.raises(StaleSave), server_store.work() as work:
        operations.take_back(work, note)


def test_a_working_note_is_changed_and_removed_by_its_writer(store: Store) -> None:
    student = store.student()
    note = noted(store, a_note(student, NoteKind.WORKING))
    with store.work() as work:
        draft = operations.begin_change(work, note.id)
    assert (draft.text, draft.version) == (SECRET, 1)
    with store.work() as work:
        operations.keep_draft(work, replace(draft, text="half"))
    with store.work() as work:
        begun = operations.begin_change(work, note.id)
    assert begun.text == "half"
    changed = noted(store, replace(begun, text="anders"))
    assert (changed.text, changed.version) == ("anders", 2)
    with pytest.raises(StaleSave):
        noted(store, replace(draft, text="te laat"))
    with store.work() as work:
        gone = operations.take_back(work, changed).note
    assert read(store, student).notes == ()
    with store.work() as work:
        operations.put_back(work, gone)
    (back,) = read(store, student).notes
    assert (back.text, back.written_at) == ("anders", changed.written_at)


def test_the_note_that_was_begun_waits_and_can_be_thrown_away(store: Store) -> None:
    student = store.student()
    draft = a_note(student, NoteKind.NOTICED, "half\x00 \ud800")
    with store.work() as work:
        operations.keep_draft(work, draft)
    assert read(store, student).kept == draft
    with store.work() as work:
        operations.drop_draft(work, draft)
    assert read(store, student).kept.text == ""
    with store.work() as work:
        operations.put_back_draft(work, draft)
    assert read(store, student).kept == draft
    noted(store, draft)
    assert read(store, student).kept.text == ""


def test_quick_capture_begins_with_who_is_on_the_page(store: Store) -> None:
    student, other = store.student(), store.student("0411002")
    store.student("0411003", counsellor_id=None)
    talk = recorded(store, a_talk(student))
    for entity, present in ((None, None), (student, student), (talk.id, student), (new_id(), None)):
        with store.work() as work:
            begun = operations.begin_capture(work, entity)
        assert begun.present == present
        assert {choice.id for choice in begun.students} == {student, other}


def test_the_line_waits_until_it_is_written_down(store: Store) -> None:
    student = store.student()
    draft = a_note(student, NoteKind.WORKING)
    alone = a_note(None)
    for line in (alone, draft):
        with store.work() as work:
            operations.keep_capture(work, line)
        with store.work() as work:
            assert operations.begin_capture(work, None).kept == line
    with store.work() as work:
        note = operations.capture(work, draft).note
    with store.work() as work:
        assert operations.begin_capture(work, None).kept.text == ""
    with store.work() as work:
        operations.take_back(work, note)
    assert read(store, student).notes == ()
    with store.work() as work:
        operations.keep_capture(work, draft)
    with store.work() as work:
        operations.keep_capture(work, replace(draft, text="  "))
    with store.work() as work:
        assert operations.begin_capture(work, None).kept.text == ""


def test_the_time_line_and_the_head_tell_of_the_dossier_only(store: Store) -> None:
    student = store.student()
    noted(store, a_note(student, NoteKind.WORKING, "ZZGEHEIM"))
    with store.work() as work:
        assert (story(work, student), notices(work, student)) == ((), ())
    noted(store, a_note(student, NoteKind.NOTICED))
    with store.work() as work:
        (item,) = story(work, student)
        (notice,) = notices(work, student)
    assert (item.kind, item.title, item.text) == ("Opgevallen", SECRET, "")
    assert notice.text == "notities sinds het laatste gesprek"
    recorded(store, a_talk(student, held_on=TODAY))
    with store.work() as work:
        assert notices(work, student) == ()
    reader = store.colleague(Role.SECOND_LINE)
    store.grant(student, reader)
    with store.work(reader) as work:
        (item,) = story(work, student)
    assert item.text == store.owner.name


def test_own_notes_come_along_to_the_school_and_twice_is_harmless(
    embedded_store: Store, server_store: Store
) -> None:
    here, there = embedded_store.student(), server_store.student()
    kept = [noted(embedded_store, a_note(here, kind, kind.value)) for kind in NoteKind]
    gone = noted(embedded_store, a_note(here, text="verkeerde student"))
    with embedded_store.work() as work:
        operations.take_back(work, gone)
    with embedded_store.unguarded() as work:
        colleague = embedded_store.colleague(Role.COUNSELLOR)
        work.session.add(
            DossierNote(
                student_id=here, author_id=colleague.staff_id, kind="spoken", text="van een ander",
                written_at=MONDAY,
            )
        )  # fmt: skip
    who = MovingStudent(here, there, "Zoë van 't Hart")
    report = move(embedded_store.work, server_store.work, who)
    assert report.count(Outcome.CAME, MovedKind.NOTE) == 3
    assert report.count(Outcome.STAYED, MovedKind.NOTE) == 1
    found = read(server_store, there).notes
    assert {(note.id, note.kind, note.text) for note in found} == {
        (note.id, note.kind, note.text) for note in kept
    }
    assert {note.author_id for note in found} == {server_store.owner.staff_id}
    again = move(embedded_store.work, server_store.work, who)
    assert (again.count(Outcome.CAME), again.count(Outcome.EXISTED)) == (0, 3)
    working = next(note for note in found if note.kind is NoteKind.WORKING)
    with server_store.work() as work:
        draft = operations.begin_change(work, working.id)
        operations.record(work, replace(draft, text="op school anders"))
    with server_store.work() as work:
        operations.take_back(work, next(note for note in found if note.kind is NoteKind.SPOKEN))
    third = move(embedded_store.work, server_store.work, who)
    assert third.count(Outcome.DIFFERS, MovedKind.NOTE) == 1
    # What was taken back there does not come again.
    assert third.count(Outcome.STAYED, MovedKind.NOTE) == 2
    assert len(read(server_store, there).notes) == 2


def test_only_the_writer_finds_a_working_note_by_its_id(store: Store) -> None:
    student = store.student()
    note = noted(store, a_note(student, NoteKind.WORKING))
    with store.work() as work:
        assert queries.find_working_note(work, note.id) is not None
        assert work.session.scalars(sa.select(WorkingNote.id)).all() == [note.id]
    if store.shared:
        other = store.colleague(Role.COUNSELLOR)
        with store.work(other) as work:
            assert work.session.scalars(sa.select(WorkingNote.id)).all() == []
