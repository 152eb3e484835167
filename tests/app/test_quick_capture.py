"""Ctrl+Shift+N from anywhere: one line on a student, and back to where one was."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from lob_workbench.app.frame import Frame
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import ServerGone
from lob_workbench.domain.rights import Role
from lob_workbench.features.notes import page_capture
from lob_workbench.features.notes.operations import read_notes
from lob_workbench.features.notes.page_capture import CaptureCard
from lob_workbench.features.notes.rules import NoteKind
from lob_workbench.people.rules import PersonName
from lob_workbench.ui.context import PageContext
from tests.features.conversations.test_operations import a_talk, recorded
from tests.helpers.settled import settle
from tests.helpers.stores import Store

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINE = "Vertelde dat de stage <b>goed</b> gaat"


@pytest.fixture
def students(embedded_store: Store) -> tuple[UUID, UUID]:
    """Two students of the owner."""
    return (
        embedded_store.student(),
        embedded_store.student("0411002", PersonName("Oğuz", "", "Çelik")),
    )


@pytest.fixture
def context(page_context: PageContext, students: object) -> PageContext:
    """As pages get it."""
    care: Any = SimpleNamespace(shared=False)
    return replace(page_context, care=care)


@pytest.fixture
def frame(context: PageContext, qtbot: QtBot) -> Iterator[Frame]:
    """The pages with quick capture, at *Vandaag*."""
    frame = Frame(context, "Werkboek")
    context.navigator.setParent(frame)
    frame.capture = QuickCapture(context, frame)  # type: ignore[attr-defined]
    qtbot.addWidget(frame)
    frame.resize(1092, 614)
    frame.show()
    frame.activateWindow()
    frame.start(Target("today"))
    settle(context.jobs)
    yield frame
    frame.clear()


def focused() -> QLineEdit:
    """Where one types now."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit), widget
    return widget


def ask(frame: Frame, context: PageContext) -> CaptureCard:
    """Press the keys, wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget() or frame, Qt.Key.Key_N, CTRL | SHIFT)
    settle(context.jobs)
    (card,) = frame.findChildren(CaptureCard)
    assert card.isVisible()
    return card


def press(
    key: Qt.Key, context: PageContext, modifier: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle(context.jobs)


def notes(store: Store, student: UUID) -> list[tuple[NoteKind, str]]:
    """What was written down."""
    with store.work() as work:
        return [(note.kind, note.text) for note in read_notes(work, student).notes]


def test_from_any_page_name_line_enter(
    frame: Frame, context: PageContext, embedded_store: Store, students: tuple[UUID, UUID]
) -> None:
    before = QApplication.focusWidget()
    card = ask(frame, context)
    assert focused() is card.student.edit
    # Five keys besides the words: three of the keys together, two letters, Enter; and Enter.
    QTest.keyClicks(focused(), "ce")
    press(Qt.Key.Key_Return, context)
    assert focused() is card.line.edit
    QTest.keyClicks(focused(), LINE)
    press(Qt.Key.Key_Return, context)
    assert notes(embedded_store, students[1]) == [(NoteKind.SPOKEN, LINE)]
    assert not card.isVisible()
    assert frame.target == Target("today")
    assert QApplication.focusWidget() is before
    message = frame.message_bar.message
    assert message is not None
    assert message.call is not None
    assert message.text == "Genoteerd in het dossier van Oğuz."
    message.call()
    settle(context.jobs)
    assert notes(embedded_store, students[1]) == []


@pytest.mark.parametrize("page", ["student", "talk"])
def test_on_a_page_about_a_student_only_the_line_is_asked(
    frame: Frame,
    context: PageContext,
    embedded_store: Store,
    students: tuple[UUID, UUID],
    page: str,
) -> None:
    target = Target("students", students[0])
    if page == "talk":
        talk = recorded(embedded_store, a_talk(students[0]))
        target = Target("conversations", talk.id, "read")
    frame.go(target)
    settle(context.jobs)
    card = ask(frame, context)
    assert focused() is card.line.edit
    QTest.keyClicks(focused(), LINE)
    press(Qt.Key.Key_3, context, CTRL)
    press(Qt.Key.Key_Return, context)
    assert notes(embedded_store, students[0])[0] == (NoteKind.WORKING, LINE)
    assert "alleen voor jou" in (frame.message_bar.message or SimpleNamespace(text="")).text


def test_it_works_while_another_field_has_the_focus(frame: Frame, context: PageContext) -> None:
    frame.go(Target("students"))
    settle(context.jobs)
    field = focused()
    card = ask(frame, context)
    press(Qt.Key.Key_Escape, context)
    assert not card.isVisible()
    assert focused() is field


def test_escape_keeps_the_line_for_next_time(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID]
) -> None:
    frame.go(Target("students", students[0]))
    settle(context.jobs)
    card = ask(frame, context)
    QTest.keyClicks(focused(), "half")
    press(Qt.Key.Key_2, context, CTRL)
    press(Qt.Key.Key_Escape, context)
    frame.go(Target("today"))
    settle(context.jobs)
    card = ask(frame, context)
    assert (card.line.value(), card.kind.value()) == ("half", NoteKind.NOTICED)
    assert card.student.value() == students[0]
    assert card.waited.isVisible()


def test_the_arrows_choose_while_typing_and_nobody_is_said_in_words(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID]
) -> None:
    card = ask(frame, context)
    card.line.edit.setText(LINE)
    card.line.setFocus()
    press(Qt.Key.Key_Return, context)
    assert card.student.error
    press(Qt.Key.Key_Down, context)
    press(Qt.Key.Key_Down, context)
    press(Qt.Key.Key_Up, context)
    press(Qt.Key.Key_Return, context)
    assert card.student.value() == students[1]
    card.line.edit.clear()
    press(Qt.Key.Key_Return, context)
    assert card.line.error == "Schrijf eerst iets op."
    card.student.edit.setText("niemand")
    card.student.edit.textEdited.emit("niemand")
    card.student.setFocus()
    press(Qt.Key.Key_Return, context)
    assert card.student.is_empty()


def test_no_key_reaches_the_page_behind(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID]
) -> None:
    page = frame.page
    assert page is not None
    called: list[bool] = []
    page.save_action.setEnabled(True)
    page.save_action.triggered.connect(called.append)
    ask(frame, context)
    press(Qt.Key.Key_S, context, CTRL)
    assert called == []


def test_without_a_line_to_the_school_the_words_stay(
    frame: Frame,
    context: PageContext,
    students: tuple[UUID, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(_work: object, _draft: object) -> None:
        raise ServerGone

    frame.go(Target("students", students[0]))
    settle(context.jobs)
    card = ask(frame, context)
    QTest.keyClicks(focused(), LINE)
    monkeypatch.setattr(page_capture, "capture", gone)
    press(Qt.Key.Key_Return, context)
    assert card.isVisible()
    assert card.line.value() == LINE
    assert "Je regel staat hier nog." in card.line.error


def test_going_elsewhere_and_locking_keep_the_line_and_leave_nothing_on_the_screen(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID]
) -> None:
    card = ask(frame, context)
    card.student.set_value(students[0])
    card.line.setFocus()
    QTest.keyClicks(focused(), LINE)
    assert frame.leave()
    assert not card.isVisible()
    assert (card.line.value(), card.student.edit.text()) == ("", "")
    card = ask(frame, context)
    assert card.line.value() == LINE
    frame.clear()
    assert (card.line.value(), card.student.edit.text()) == ("", "")


def test_who_records_no_talks_has_no_such_key(context: PageContext, qtbot: QtBot) -> None:
    leader = replace(context.actor, roles=frozenset({Role.TEAM_LEADER}), own_desk=False)
    frame = Frame(replace(context, actor=leader), "School")
    qtbot.addWidget(frame)
    quick = QuickCapture(replace(context, actor=leader), frame)
    assert frame.guests == []
    assert quick.panel is None


def test_who_types_faster_than_the_answer_loses_nothing(
    frame: Frame, context: PageContext, embedded_store: Store, students: tuple[UUID, UUID]
) -> None:
    frame.go(Target("students", students[0]))
    settle(context.jobs)
    QTest.keyClick(QApplication.focusWidget() or frame, Qt.Key.Key_N, CTRL | SHIFT)
    QTest.keyClicks(focused(), LINE)
    settle(context.jobs)
    press(Qt.Key.Key_Return, context)
    assert notes(embedded_store, students[0]) == [(NoteKind.SPOKEN, LINE)]
    frame.go(Target("today"))
    settle(context.jobs)
    QTest.keyClick(QApplication.focusWidget() or frame, Qt.Key.Key_N, CTRL | SHIFT)
    QTest.keyClicks(focused(), "oguz")
    settle(context.jobs)
    press(Qt.Key.Key_Return, context)
    QTest.keyClicks(focused(), LINE)
    press(Qt.Key.Key_Return, context)
    assert notes(embedded_store, students[1]) == [(NoteKind.SPOKEN, LINE)]


def test_the_panel_is_as_high_as_what_stands_in_it(frame: Frame, context: PageContext) -> None:
    card = ask(frame, context)
    assert len({choice.y() for choice in card.findChildren(QRadioButton)}) > 1
    assert card.height() >= card.heightForWidth(card.width())
    QTest.keyClicks(focused(), "c")
    settle(context.jobs)
    assert card.height() >= card.heightForWidth(card.width())
