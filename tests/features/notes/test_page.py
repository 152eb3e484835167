"""The tab *Notities* as its writer meets it."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lob_workbench.features.notes import operations
from lob_workbench.features.notes.page import StudentNotesTab
from lob_workbench.features.notes.rules import NoteKind
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import PageContext, Undo
from tests.features.notes.test_operations import SECRET, a_note, noted, read
from tests.helpers.settled import settle
from tests.helpers.stores import Store

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    """A student of the owner."""
    return embedded_store.student()


@pytest.fixture
def tab(page_context: PageContext, qtbot: QtBot) -> Iterator[StudentNotesTab]:
    """The tab, in sight."""
    tab = StudentNotesTab(page_context)
    qtbot.addWidget(tab)
    tab.resize(980, 420)
    tab.show()
    tab.activateWindow()
    yield tab
    tab.keeper.forget()


def shown(tab: StudentNotesTab, student: UUID) -> None:
    """The tab shows this student."""
    tab.show_student(student)
    settle(tab._context.jobs)


def locks(tab: StudentNotesTab) -> int:
    """How many notes say that they are for the reader alone."""
    return sum(
        chip.text() == "alleen voor jou" for row in tab.rows for chip in row.findChildren(Chip)
    )


def test_a_note_is_written_with_the_keyboard(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    shown(tab, student)
    tab.writing.begin()
    QTest.keyClicks(tab.writing.field.edit, "Was <b>op tijd</b>")
    tab.writing.kind.choice.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    settle(tab._context.jobs)
    (row,) = tab.rows
    assert (row.note.kind, row.note.text) == (NoteKind.NOTICED, "Was <b>op tijd</b>")
    assert tab.writing.field.value() == ""
    assert row.change_button is None
    assert row.remove_button is not None
    QTest.keyClick(tab.writing.field.edit, Qt.Key.Key_Return, CTRL)
    settle(tab._context.jobs)
    assert tab.writing.field.error == "Schrijf eerst iets op."


def test_working_notes_carry_a_lock_and_are_changed_here(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    noted(embedded_store, a_note(student, NoteKind.WORKING))
    noted(embedded_store, a_note(student, NoteKind.SPOKEN, "voor iedereen"))
    shown(tab, student)
    assert locks(tab) == 1
    working = next(row for row in tab.rows if row.note.kind is NoteKind.WORKING)
    assert working.change_button is not None
    working.change_button.click()
    settle(tab._context.jobs)
    assert tab.writing.field.value() == SECRET
    assert not tab.writing.kind.choice.isEnabled()
    tab.writing.field.edit.setPlainText("anders")
    tab.finish()
    settle(tab._context.jobs)
    assert {row.note.text for row in tab.rows} == {"anders", "voor iedereen"}
    assert tab.writing.kind.choice.isEnabled()


def test_removing_is_undone(tab: StudentNotesTab, embedded_store: Store, student: UUID) -> None:
    for kind in (NoteKind.WORKING, NoteKind.NOTICED):
        noted(embedded_store, a_note(student, kind))
    offered: list[Undo] = []
    tab._context.navigator.undo_offered.connect(offered.append)
    shown(tab, student)
    for _ in range(2):
        button = tab.rows[0].remove_button
        assert button is not None
        button.click()
        settle(tab._context.jobs)
    assert tab.rows == []
    for undo in offered:
        tab._context.jobs.run(undo.operation, *undo.args)
    settle(tab._context.jobs)
    assert len(tab.rows) == 2


def test_removing_the_note_that_is_being_changed_begins_a_new_one(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    noted(embedded_store, a_note(student, NoteKind.WORKING))
    shown(tab, student)
    change, remove = tab.rows[0].change_button, tab.rows[0].remove_button
    assert change is not None
    assert remove is not None
    change.click()
    settle(tab._context.jobs)
    remove.click()
    settle(tab._context.jobs)
    draft = tab.draft()
    assert draft is not None
    assert (draft.version, draft.text) == (None, "")


def test_what_was_begun_is_kept_and_can_be_thrown_away(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    other = embedded_store.student("0411002")
    offered: list[Undo] = []
    tab._context.navigator.undo_offered.connect(offered.append)
    shown(tab, student)
    QTest.keyClicks(tab.writing.field.edit, "half")
    assert tab.leave()
    shown(tab, other)
    assert tab.writing.field.value() == ""
    shown(tab, student)
    assert tab.writing.field.value() == "half"
    assert read(embedded_store, student).kept.text == "half"
    tab.writing.discard_button.click()
    settle(tab._context.jobs)
    assert read(embedded_store, student).kept.text == ""
    (undo,) = offered
    tab._context.jobs.run(undo.operation, *undo.args)
    settle(tab._context.jobs)
    assert tab.writing.field.value() == "half"


def test_a_change_at_another_desk_is_told(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    note = noted(embedded_store, a_note(student, NoteKind.WORKING))
    told: list[object] = []
    tab._context.navigator.message_posted.connect(told.append)
    shown(tab, student)
    change = tab.rows[0].change_button
    assert change is not None
    change.click()
    settle(tab._context.jobs)
    with embedded_store.work() as work:
        draft = operations.begin_change(work, note.id)
        operations.record(work, replace(draft, text="elders"))
    tab.writing.field.edit.setPlainText("hier")
    tab.finish()
    settle(tab._context.jobs)
    assert told
    assert tab.writing.field.value() == "hier"
    assert read(embedded_store, student).notes[0].text == "elders"


def test_who_reads_along_writes_nothing_here(
    tab: StudentNotesTab, embedded_store: Store, student: UUID
) -> None:
    noted(embedded_store, a_note(student))
    found = read(embedded_store, student)
    shown(tab, student)
    tab._show(replace(found, own=False))
    assert not tab.writing.isVisible()
    assert tab.rows[0].remove_button is None
    tab._show_nothing(Exception())
    assert tab.rows == []
