"""The tab of agreements on the page of a student."""

import gc
import weakref
from datetime import timedelta
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.page_agreements import StudentAgreements
from lob_workbench.storage.base import new_id
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementText,
    ConversationDraft,
)
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.theme import ThemeMode, apply_theme
from tests.helpers.settled import settle
from tests.helpers.stores import Store


class Care:
    """The settings' part of the context; agreements have no use for it."""


@pytest.fixture
def jobs(qapp, embedded_store):
    jobs = Jobs(embedded_store.work)
    yield jobs
    jobs.stop()


@pytest.fixture
def context(jobs, embedded_store):
    return PageContext(jobs, embedded_store.clock, embedded_store.owner, Navigator(), (), Care())


@pytest.fixture
def student(embedded_store: Store) -> UUID:
    return embedded_store.student()


@pytest.fixture
def tab(qtbot, context):
    apply_theme(QApplication.instance(), ThemeMode.LIGHT)
    tab = StudentAgreements(context)
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    tab.show()
    tab.activateWindow()
    return tab


def agree(store: Store, student_id: UUID, *texts: str) -> None:
    """A talk of last week with these agreements, the first one due yesterday."""
    today = store.clock.today()
    agreements = tuple(
        AgreementText(text, due_on=today - timedelta(days=1) if place == 0 else None)
        for place, text in enumerate(texts)
    )
    draft = ConversationDraft(
        new_id(),
        student_id,
        held_on=today - timedelta(days=7),
        summary="Kort.",
        agreements=agreements,
    )
    with store.work() as work:
        operations.record(work, draft)


def show(tab, context, student_id) -> None:
    tab.show_student(student_id)
    settle(context.jobs)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def stored(store: Store, student_id: UUID):
    with store.work() as work:
        return operations.list_agreements(work, student_id)


def names(agreements) -> list[str]:
    return [item.agreement.what for item in agreements.items]


def undo(qtbot, context, act) -> None:
    """Do ``act`` and then take it back by what the window offers."""
    with qtbot.waitSignal(context.navigator.undo_offered) as offered:
        act()
        settle(context.jobs)
    context.jobs.run(offered.args[0].operation, *offered.args[0].args)
    settle(context.jobs)


def test_without_agreements_the_tab_explains_itself(tab, context, student):
    show(tab, context, student)
    assert "Nog geen afspraken" in said(tab)


def test_what_is_over_time_is_marked_in_words(tab, context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback", "Belt de stage")
    show(tab, context, student)
    late, other = tab.open_list.items
    assert "Over tijd" in said(late)
    assert "Over tijd" not in said(other)
    assert "Open (2)" in said(tab)
    assert "1 over tijd" in said(tab)


def test_ticking_by_keyboard_closes_and_the_undo_opens_again(
    qtbot, tab, context, embedded_store, student
):
    agree(embedded_store, student, "Vraagt feedback", "Belt de stage")
    show(tab, context, student)

    def tick() -> None:
        tab.open_list.items[0].tick.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        settle(context.jobs)
        assert names(tab.open_list) == ["Belt de stage"]
        assert names(tab.closed_list) == ["Vraagt feedback"]
        assert "Gedaan op 23 november 2026" in said(tab.closed_list)
        assert tab.open_list.items[0].tick.hasFocus()

    undo(qtbot, context, tick)
    assert names(tab.open_list) == ["Vraagt feedback", "Belt de stage"]
    assert not tab.open_list.items[0].tick.isChecked()
    assert names(tab.closed_list) == []


def test_dropping_asks_for_a_reason_and_the_undo_brings_it_back(
    qtbot, tab, context, embedded_store, student
):
    agree(embedded_store, student, "Vraagt feedback")
    show(tab, context, student)
    item = tab.open_list.items[0]
    item.other.click()
    assert item.form.reason.edit.hasFocus()
    qtbot.keyClick(item.form.reason.edit, Qt.Key.Key_Return)
    settle(context.jobs)
    assert "waarom deze afspraak vervalt" in item.form.reason.error
    assert item.form.reason.edit.hasFocus()

    def drop() -> None:
        qtbot.keyClicks(item.form.reason.edit, "Stage gestopt & <b>klaar</b>")
        qtbot.keyClick(item.form.reason.edit, Qt.Key.Key_Return)
        settle(context.jobs)
        assert names(tab.closed_list) == ["Vraagt feedback"]
        assert "Stage gestopt & <b>klaar</b>" in said(tab.closed_list)
        assert "Alles is gedaan of vervallen." in said(tab)

    undo(qtbot, context, drop)
    (agreement,) = stored(embedded_store, student)
    assert (agreement.status, agreement.closed_reason) == (AgreementStatus.OPEN, "")


def test_opening_a_dropped_one_again_can_be_undone_with_its_reason(
    qtbot, tab, context, embedded_store, student
):
    agree(embedded_store, student, "Vraagt feedback")
    (agreement,) = stored(embedded_store, student)
    with embedded_store.work() as work:
        operations.close_agreement(
            work, agreement.id, agreement.version, AgreementStatus.DROPPED, "Ziek"
        )
    show(tab, context, student)
    undo(qtbot, context, tab.closed_list.items[0].other.click)
    (agreement,) = stored(embedded_store, student)
    assert (agreement.status, agreement.closed_reason) == (AgreementStatus.DROPPED, "Ziek")


def test_not_after_all_closes_the_form(tab, context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback")
    show(tab, context, student)
    item = tab.open_list.items[0]
    item.other.click()
    item.form.keep.setFocus()
    item.form.keep.click()
    assert not item.form.reason.isVisible()
    assert item.other.hasFocus()


def test_what_changed_elsewhere_is_said_and_shown(qtbot, tab, context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback")
    show(tab, context, student)
    (agreement,) = stored(embedded_store, student)
    with embedded_store.work() as work:
        operations.close_agreement(work, agreement.id, agreement.version, AgreementStatus.DONE)
    with qtbot.waitSignal(context.navigator.message_posted) as told:
        tab.open_list.items[0].tick.click()
        settle(context.jobs)
    assert "ergens anders op gedaan gezet" in told.args[0].text
    assert names(tab.closed_list) == ["Vraagt feedback"]


def test_a_reason_being_typed_survives_a_refresh(tab, context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback", "Belt de stage")
    show(tab, context, student)
    first, second = tab.open_list.items
    second.other.click()
    second.form.reason.edit.setText("half")
    first.tick.click()
    settle(context.jobs)
    assert tab.open_list.items == (second,)
    assert second.form.reason.value() == "half"
    assert second.form.reason.isVisible()


def test_another_student_and_a_lock_leave_nothing_behind(tab, context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback")
    show(tab, context, student)
    other = embedded_store.student("0411002")
    show(tab, context, other)
    assert "Vraagt feedback" not in said(tab)
    show(tab, context, student)
    tab.clear()
    QApplication.processEvents()
    assert "Vraagt feedback" not in said(tab)
    assert tab.open_list.items == ()


def test_a_closed_tab_is_freed(context, embedded_store, student):
    agree(embedded_store, student, "Vraagt feedback")
    tab = StudentAgreements(context)
    tab.show()
    show(tab, context, student)
    gone = weakref.ref(tab)
    tab.close()
    shiboken6.delete(tab)
    del tab
    gc.collect()
    assert gone() is None
