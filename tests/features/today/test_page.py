"""*Vandaag*, as somebody meets it in the morning."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Attention, AttentionItem, Target, Tone
from lob_workbench.features.conversations import operations
from lob_workbench.features.today.page import TodayPage
from lob_workbench.features.today.page_rows import AppointmentRow, AttentionRow
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementText,
    ConversationDraft,
    NextTalk,
)
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.mentor_question import MentorQuestion
from lob_workbench.ui.page import EmptyState
from tests.helpers.stores import Store


@pytest.fixture
def context(page_context: PageContext) -> PageContext:
    """What a page is given, on a real workbook."""
    return page_context


@pytest.fixture
def page(context: PageContext, qtbot: QtBot) -> TodayPage:
    """The page, not yet open."""
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    return page


def test_an_empty_workbook_says_how_to_begin(
    page: TodayPage, context: PageContext, qtbot: QtBot
) -> None:
    page.open(Target("today"))
    context.jobs.wait()
    (empty,) = [part for part in page.findChildren(EmptyState) if part.isVisible()]
    assert page.title == "Goedemorgen Mirjam"
    with qtbot.waitSignal(page.navigate) as went:
        empty.started.emit()
    assert went.args == [Target("student_import")]


def test_a_list_without_a_mentor_asks_which_one(
    page: TodayPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student(counsellor_id=None)
    page.open(Target("today"))
    context.jobs.wait()
    (empty,) = [part for part in page.findChildren(EmptyState) if part.isVisible()]
    assert isinstance(empty, MentorQuestion)
    with qtbot.waitSignal(page.navigate) as went:
        empty.started.emit()
    assert went.args == [Target("student_import", detail="mentor")]


def test_who_comes_today_is_one_key_away(
    page: TodayPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    student = embedded_store.student()
    today = embedded_store.clock.today()
    with embedded_store.work() as work:
        operations.record(
            work,
            ConversationDraft(
                id=new_id(),
                student_id=student,
                held_on=today - timedelta(days=20),
                summary="Het gaat goed.",
                agreements=(AgreementText("Belt", due_on=today - timedelta(days=1)),),
                next_talk=NextTalk(today, "09:20"),
            ),
        )
    page.open(Target("today"))
    context.jobs.wait()
    (row,) = page.findChildren(AppointmentRow)
    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(row.findChildren(Button)[0], Qt.Key.Key_Return)
    assert went.args == [Target("conversations", student, "prepare")]
    (late,) = page.findChildren(AttentionRow)
    assert late.heading.text() == "1 afspraak over tijd"
    qtbot.keyClick(late.heading, Qt.Key.Key_Return)
    (item,) = [link for link in late.findChildren(LinkLine) if link is not late.heading]
    qtbot.waitUntil(item.isVisible)
    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(item, Qt.Key.Key_Return)
    assert went.args == [Target("students", student, "conversations")]


def test_of_thousands_no_line_is_made_before_it_is_asked_for(qtbot: QtBot) -> None:
    items = tuple(AttentionItem(None, f"Kim {n}", "", None, Target("students")) for n in range(90))
    group = Attention("{count} over tijd", "1 over tijd", "ph.clock", Tone.DANGER, items)
    parent = QWidget()
    qtbot.addWidget(parent)
    row = AttentionRow(group, "90 over tijd", lambda item: (item.student_name, "nooit"), parent)
    parent.show()

    def lines() -> list[LinkLine]:
        return [link for link in row.findChildren(LinkLine) if link is not row.heading]

    assert lines() == []
    row.heading.click()
    assert len(lines()) == 40
    (more,) = row.findChildren(Button)
    assert more.accessibleName() == "Toon er meer, nog 50"
    more.click()
    assert parent.focusWidget() is lines()[40]
    more.click()
    assert [link.text() for link in lines()] == [f"Kim {n}" for n in range(90)]
    assert not more.isVisible()
    row.heading.click()
    row.heading.click()
    assert len(lines()) == 90


def test_a_new_talk_without_a_student_asks_which_one(
    page: TodayPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student()
    page.open(Target("today"))
    context.jobs.wait()
    with (
        qtbot.waitSignal(context.navigator.message_posted),
        qtbot.waitSignal(page.navigate) as went,
    ):
        page.new_action.trigger()
    assert went.args == [Target("students")]
