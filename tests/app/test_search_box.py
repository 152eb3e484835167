"""Ctrl+K from anywhere: everything in one box, while typing, and back to where one was."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lob_workbench.app.frame import Frame
from lob_workbench.app.quick_capture import QuickCapture
from lob_workbench.app.search_asking import Asking
from lob_workbench.app.search_box import SearchBox, SearchCard
from lob_workbench.app.search_rows import Group, Row
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import ServerGone
from lob_workbench.domain.rights import Role
from lob_workbench.features.search.rules import Found
from lob_workbench.people.rules import PersonName
from lob_workbench.talks.rules import AgreementOwner, AgreementText
from lob_workbench.ui.context import PageContext
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.helpers.settled import settle
from tests.helpers.stores import Store

CTRL = Qt.KeyboardModifier.ControlModifier


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


def framed(context: PageContext, qtbot: QtBot) -> Frame:
    frame = Frame(context, "Werkboek")
    context.navigator.setParent(frame)
    frame.box = SearchBox(context, frame, QuickCapture(context, frame))  # type: ignore[attr-defined]
    qtbot.addWidget(frame)
    frame.resize(1092, 614)
    frame.show()
    frame.activateWindow()
    frame.start(Target("today"))
    settle(context.jobs)
    return frame


@pytest.fixture
def frame(context: PageContext, qtbot: QtBot) -> Iterator[Frame]:
    """The pages with the box, at *Vandaag*."""
    frame = framed(context, qtbot)
    yield frame
    frame.clear()


def ask(frame: Frame, context: PageContext) -> SearchCard:
    """Press the keys, wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget() or frame, Qt.Key.Key_K, CTRL)
    settle(context.jobs)
    (card,) = frame.findChildren(SearchCard)
    assert card.isVisible()
    assert QApplication.focusWidget() is card.edit
    return card


def look(card: SearchCard, context: PageContext, typed: str, qtbot: QtBot) -> None:
    """Type this in place of what stands there, and wait for all answers."""
    card.edit.selectAll()
    QTest.keyClicks(card.edit, typed)
    qtbot.waitUntil(lambda: not card.busy, timeout=20_000)
    settle(context.jobs)


def press(key: Qt.Key, context: PageContext) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    settle(context.jobs)


def groups(card: SearchCard) -> dict[str, list[str]]:
    """What stands there: the rows under each heading."""
    shown: dict[str, list[str]] = {}
    for row in card.list.rows_model.rows:
        if row.is_heading:
            shown[row.words] = []
        else:
            shown[list(shown)[-1]].append(row.words)
    return shown


def test_a_name_typed_without_accents_and_enter_goes_there(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    card = ask(frame, context)
    look(card, context, "cel", qtbot)
    assert list(groups(card)) == ["Studenten"]
    press(Qt.Key.Key_Return, context)
    assert frame.target == Target("students", students[1])
    assert not card.isVisible()
    assert card.edit.text() == ""
    assert card.list.rows_model.rows == ()


def test_enter_right_behind_the_last_letter_waits_for_the_answer(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    card = ask(frame, context)
    QTest.keyClicks(card.edit, "oguz")
    QTest.keyClick(card.edit, Qt.Key.Key_Return)
    assert frame.target == Target("today")
    qtbot.waitUntil(lambda: frame.target == Target("students", students[1]), timeout=20_000)


def test_talks_agreements_pages_and_commands_stand_in_groups(
    frame: Frame,
    context: PageContext,
    embedded_store: Store,
    students: tuple[UUID, UUID],
    qtbot: QtBot,
) -> None:
    agreed = (AgreementText("Oefent een gesprek", AgreementOwner.STUDENT, TODAY),)
    draft = a_talk(students[0], summary="Het gesprek ging goed.", agreements=agreed)
    talk = recorded(embedded_store, draft)
    card = ask(frame, context)
    look(card, context, "gesprek", qtbot)
    shown = groups(card)
    assert list(shown) == ["Gesprekken", "Afspraken", "Pagina's", "Opdrachten"]
    assert "Het gesprek ging goed." in shown["Gesprekken"][0]
    assert shown["Afspraken"] == ["Oefent een gesprek, Zoë van 't Hart · uiterlijk 23 nov"]
    assert "Gesprekken" in shown["Pagina's"]
    press(Qt.Key.Key_Return, context)
    assert frame.target == Target("conversations", talk.id, "read")
    card = ask(frame, context)
    look(card, context, "gesprek", qtbot)
    press(Qt.Key.Key_Down, context)
    press(Qt.Key.Key_Return, context)
    assert frame.target == Target("students", students[0], "conversations")


def test_nothing_typed_offers_pages_and_what_can_be_done(
    frame: Frame, context: PageContext, qtbot: QtBot
) -> None:
    card = ask(frame, context)
    shown = groups(card)
    assert list(shown) == ["Pagina's", "Opdrachten"]
    assert shown["Pagina's"][0] == "Vandaag"
    assert "Vergrendel, Ctrl+L" in shown["Opdrachten"]
    locked = QSignalSpy(frame.lock_requested)
    look(card, context, "vergrendel", qtbot)
    press(Qt.Key.Key_Return, context)
    assert locked.count() == 1


@pytest.mark.parametrize(
    ("words", "card"),
    [("letters", "behaviour"), ("tweede plek", "backup"), ("woorden van onze", "terms")],
)
def test_a_card_of_the_settings_is_found_by_what_it_is_for(
    frame: Frame, context: PageContext, qtbot: QtBot, words: str, card: str
) -> None:
    """One page with many cards: who looks for letters need not know on which."""
    box = ask(frame, context)
    look(box, context, words, qtbot)
    assert groups(box)["Pagina's"][0].endswith("Instellingen")
    (row,) = frame.box._commands.pages(words).rows  # type: ignore[attr-defined]
    assert row.target == Target("settings", None, card)


def test_at_a_school_no_card_is_found_that_is_not_there(frame: Frame, context: PageContext) -> None:
    context.care.shared = True  # type: ignore[misc]
    assert not frame.box._commands.pages("herstelcode").rows  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["snel noteren", "uitleg"])
def test_a_command_does_what_its_key_does(
    frame: Frame, context: PageContext, words: str, qtbot: QtBot
) -> None:
    card = ask(frame, context)
    look(card, context, words, qtbot)
    press(Qt.Key.Key_Return, context)
    shown = frame.help_panel if words == "uitleg" else frame.findChild(QLineEdit, "").window()
    assert shown.isVisible()
    if words != "uitleg":
        assert frame.box._commands._capture.panel.isVisible()  # type: ignore[attr-defined]


def test_what_a_page_can_do_is_among_the_commands(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID], qtbot: QtBot
) -> None:
    frame.go(Target("students", students[0]))
    settle(context.jobs)
    card = ask(frame, context)
    look(card, context, "nieuw", qtbot)
    assert groups(card)["Opdrachten"] == ["Nieuw gesprek, Ctrl+N"]
    # The page of a new school year stands above it.
    press(Qt.Key.Key_Up, context)
    press(Qt.Key.Key_Return, context)
    assert frame.target == Target("conversations", students[0], "prepare")


def test_the_arrows_pass_headings_and_go_around(
    frame: Frame, context: PageContext, qtbot: QtBot
) -> None:
    card = ask(frame, context)
    rows = [row for row in card.list.rows_model.rows if not row.is_heading]
    assert card.list.current_row() == rows[0]
    press(Qt.Key.Key_Up, context)
    assert card.list.current_row() == rows[-1]
    assert card.edit.accessibleDescription() == rows[-1].words
    press(Qt.Key.Key_Down, context)
    assert card.list.current_row() == rows[0]
    press(Qt.Key.Key_PageDown, context)
    assert card.list.current_row() == rows[8]
    press(Qt.Key.Key_PageUp, context)
    assert card.list.current_row() == rows[0]


def test_nothing_found_says_so_in_words(frame: Frame, context: PageContext, qtbot: QtBot) -> None:
    card = ask(frame, context)
    look(card, context, "zebrapad", qtbot)
    assert card.note.isVisible()
    assert "Niets gevonden" in card.note.text()
    press(Qt.Key.Key_Return, context)
    assert card.isVisible()


def test_more_is_asked_for_in_the_list_itself(
    frame: Frame, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    for number in range(12):
        embedded_store.student(f"05110{number:02}", PersonName("Bram", "", f"Bakker{number}"))
    card = ask(frame, context)
    look(card, context, "bram", qtbot)
    assert len(groups(card)["Studenten"]) == 9
    assert groups(card)["Studenten"][-1] == "nog meer…"
    press(Qt.Key.Key_Up, context)
    press(Qt.Key.Key_Return, context)
    qtbot.waitUntil(lambda: not card.busy)
    assert len(groups(card)["Studenten"]) == 12


def test_escape_puts_the_focus_back(frame: Frame, context: PageContext) -> None:
    frame.go(Target("students"))
    settle(context.jobs)
    before = QApplication.focusWidget()
    card = ask(frame, context)
    QTest.keyClicks(card.edit, "ce")
    press(Qt.Key.Key_Escape, context)
    assert not card.isVisible()
    assert QApplication.focusWidget() is before


def test_the_field_of_the_top_bar_opens_it_and_a_click_elsewhere_closes_it(
    frame: Frame, context: PageContext
) -> None:
    QTest.mouseClick(frame.top_bar.search, Qt.MouseButton.LeftButton)
    settle(context.jobs)
    (card,) = frame.findChildren(SearchCard)
    assert card.isVisible()
    frame.page.setFocus()  # type: ignore[union-attr]
    assert not card.isVisible()


def test_no_key_reaches_the_page_behind(
    frame: Frame, context: PageContext, students: tuple[UUID, UUID]
) -> None:
    frame.go(Target("students", students[0]))
    settle(context.jobs)
    here = frame.target
    card = ask(frame, context)
    for key in (Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_P):
        QTest.keyClick(card.edit, key, CTRL)
    settle(context.jobs)
    assert frame.target == here
    assert card.isVisible()


def test_f1_explains_the_box_and_then_the_page_again(frame: Frame, context: PageContext) -> None:
    ask(frame, context)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert frame.help_panel.title == "Zoeken in alles"
    frame.hide_help()
    QTest.keyClick(frame, Qt.Key.Key_F1)
    assert frame.help_panel.title == "Vandaag"


def test_a_lock_leaves_no_word_in_the_box(frame: Frame, context: PageContext, qtbot: QtBot) -> None:
    card = ask(frame, context)
    look(card, context, "cel", qtbot)
    frame.clear()
    assert not card.isVisible()
    assert card.edit.text() == card.edit.accessibleDescription() == ""
    assert card.students.found == Found()
    assert card.list.rows_model.rows == ()


class _Jobs:
    """Answers when the test wants it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def run(self, _operation: object, typed: str, most: int, **_to: object) -> None:
        self.asked.append((typed, most))


def test_only_the_newest_words_are_asked_and_an_old_answer_is_dropped(qtbot: QtBot) -> None:
    jobs = _Jobs()
    context: Any = SimpleNamespace(jobs=jobs)
    parent = QLineEdit()
    qtbot.addWidget(parent)
    asking = Asking(context, len, lambda _typed: 0, parent)
    for typed in ("s", "st", "sta"):
        asking.ask(typed)
        QApplication.processEvents()
    assert jobs.asked == [("s", 8)]
    asking.take(Found(("old",)))
    assert jobs.asked == [("s", 8), ("sta", 8)]
    assert asking.found == Found()
    asking.take(Found(("new",)))
    assert asking.found == Found(("new",))
    asking.ask("stag")
    QApplication.processEvents()
    asking.ask("")
    asking.take(Found(("late",)))
    assert asking.found == Found()
    assert not asking.busy


def test_a_silent_school_is_told_in_words(
    frame: Frame, context: PageContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = ask(frame, context)

    def gone(*_: object) -> None:
        raise ServerGone

    monkeypatch.setattr(card.students, "_operation", gone)
    look(card, context, "zoe", qtbot)
    assert card.note.isVisible()
    assert card.note.text()


def test_a_team_leader_is_not_asked_for_words(
    page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    leader = embedded_store.colleague(Role.TEAM_LEADER)
    care: Any = SimpleNamespace(shared=True)
    context = replace(page_context, actor=leader, care=care)
    frame = framed(context, qtbot)
    card = ask(frame, context)
    look(card, context, "gesprek", qtbot)
    assert Group.TALKS.value not in groups(card)
    assert card.talks.found == Found()
    assert "gesprek" not in card.edit.placeholderText()
    frame.clear()


def test_rows_say_in_words_what_they_are() -> None:
    assert Row(()).is_heading
    assert not Row((), more=Group.TALKS).is_heading
