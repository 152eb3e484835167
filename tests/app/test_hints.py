"""What is told the first time on a page: one hint at a time, out of the way, until put away."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.app.frame import Frame
from lob_workbench.app.hints import Hints, hint_for, place_of
from lob_workbench.content.help_texts import hints
from lob_workbench.domain.contributions import Target
from lob_workbench.people.preferences import change_preferences, read_preferences
from lob_workbench.ui.context import PageContext
from tests.helpers.settled import settle
from tests.helpers.stores import Store

ALL = {hint.id: hint.text for hint in hints()}


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    """Somebody to go to."""
    return embedded_store.student()


@pytest.fixture
def context(page_context: PageContext, student: UUID) -> PageContext:
    """As pages get it."""
    care: Any = SimpleNamespace(shared=False)
    return replace(page_context, care=care)


@pytest.fixture
def frame(context: PageContext, qtbot: QtBot) -> Iterator[Frame]:
    """The pages with hints, before the first one."""
    frame = Frame(context, "Werkboek")
    context.navigator.setParent(frame)
    qtbot.addWidget(frame)
    frame.resize(1092, 614)
    frame.show()
    frame.activateWindow()
    yield frame
    frame.leave()
    settle(context.jobs)
    frame.clear()


@pytest.fixture
def told(frame: Frame, context: PageContext) -> Hints:
    """The hints, at *Vandaag*."""
    told = Hints(context, frame)
    frame.start(Target("today"))
    settle(context.jobs)
    return told


def away(store: Store) -> frozenset[str]:
    """What was kept."""
    with store.work() as work:
        return read_preferences(work).hints_away


def test_a_hint_is_put_away_for_good_and_the_next_comes_at_the_next_visit(
    told: Hints, frame: Frame, context: PageContext, embedded_store: Store
) -> None:
    assert told.line.isVisible()
    assert told.line.text == ALL["today"]
    told.line.button.click()
    assert told.line.isHidden(), "one at a time: nothing takes its place"
    settle(context.jobs)
    assert away(embedded_store) == {"today"}
    frame.go(Target("agenda"))
    assert told.line.isHidden()
    frame.go(Target("today"))
    assert told.line.text == ALL["find"]
    told.put_away()
    settle(context.jobs)
    frame.go(Target("agenda"))
    frame.go(Target("today"))
    assert told.line.isHidden()
    assert away(embedded_store) == {"today", "find"}
    told.put_away()
    settle(context.jobs)
    assert away(embedded_store) == {"today", "find"}, "there was nothing to put away"


def test_what_was_put_away_stays_away_after_a_lock(
    frame: Frame, context: PageContext, embedded_store: Store
) -> None:
    with embedded_store.work() as work:
        change_preferences(work, {"hints_away": frozenset(ALL)})
    told = Hints(context, frame)
    for target in (Target("today"), Target("life_skills")):
        frame.go(target)
        settle(context.jobs)
        assert told.line.isHidden()


def test_they_come_back_when_settings_say_so(
    told: Hints, frame: Frame, context: PageContext
) -> None:
    told.put_away()
    settle(context.jobs)
    frame.go(Target("agenda"))
    context.jobs.run(change_preferences, {"hints_away": frozenset()})
    settle(context.jobs)
    frame.go(Target("today"))
    assert told.line.text == ALL["today"]


@pytest.mark.parametrize(
    ("page", "detail", "hint"),
    [
        ("students", "", "student"),
        ("conversations", "prepare", "prepare"),
        ("conversations", "record", "record"),
        ("life_skills", "", "matrix"),
    ],
)
def test_each_place_tells_its_own_and_no_key_of_the_page_is_taken(
    told: Hints,
    frame: Frame,
    context: PageContext,
    student: UUID,
    page: str,
    detail: str,
    hint: str,
) -> None:
    frame.go(Target(page, None if page == "life_skills" else student, detail))
    settle(context.jobs)
    assert told.line.text == ALL[hint]
    letter = re.compile("&n", re.IGNORECASE)
    others = [
        widget.text()
        for kind in (QAbstractButton, QLabel)
        for widget in frame.findChildren(kind)
        if widget.isVisible() and widget is not told.line.button and letter.search(widget.text())
    ]
    assert others == []
    assert letter.search(told.line.button.text())


def test_going_on_in_a_talk_tells_the_hint_of_that_step(
    told: Hints, frame: Frame, context: PageContext, student: UUID
) -> None:
    frame.go(Target("conversations", student, "prepare"))
    settle(context.jobs)
    page = frame.page
    assert page is not None
    for _ in range(2):  # by way of the talk itself, which has no hint
        page.finish_action.trigger()
        settle(context.jobs)
    assert told.line.text == ALL["record"]


def test_it_takes_no_focus_and_covers_nothing(
    told: Hints, frame: Frame, context: PageContext
) -> None:
    focus = QApplication.focusWidget()
    page = frame.page
    assert page is not None
    assert focus is not None
    assert page is focus or page.isAncestorOf(focus)
    line = told.line
    below = line.mapTo(frame, line.rect().bottomLeft()).y()
    assert page.mapTo(frame, page.rect().topLeft()).y() > below
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is focus


def test_who_went_to_it_by_tab_is_not_left_nowhere(told: Hints, frame: Frame) -> None:
    told.line.button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(told.line.button, Qt.Key.Key_Return)
    page, focus = frame.page, QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page is focus or page.isAncestorOf(focus)


def test_a_screen_reader_is_told(
    frame: Frame, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: Any) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    told = Hints(context, frame)
    frame.start(Target("today"))
    settle(context.jobs)
    words = f"Tip: {ALL['today']}"
    assert said.count(words) == 1
    assert told.line.accessibleName() == words
    assert told.line.button.accessibleDescription() == words


def test_what_cannot_be_kept_is_said(
    told: Hints, frame: Frame, context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lob_workbench.app.hints.change_preferences", _refuse)
    told.put_away()
    settle(context.jobs)
    assert frame.message_bar.message is not None
    assert "niet vandaag" in frame.message_bar.message.text


def _refuse(_work: object, _choices: object) -> None:
    from lob_workbench.domain.errors import InputRefused

    raise InputRefused("niet vandaag")


def test_places_are_named_by_page_and_part() -> None:
    assert place_of(None) == ""
    assert place_of(Target("today")) == "today"
    assert place_of(Target("students")) == "students"
    assert place_of(Target("life_skills", None, "goals")) == "life_skills/goals"
    assert hint_for("agenda", frozenset()) is None
    assert hint_for("today", frozenset({"today", "find"})) is None
