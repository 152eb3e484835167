"""The tab *Inschrijving*, as the counsellor meets it."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.features.enrolment.page import EnrolmentTab
from lob_workbench.people.queries import get_student
from lob_workbench.people.rules import StudentView
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.people.writing_enrolment import let_leave
from lob_workbench.ui.context import PageContext, Undo
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def context(page_context: PageContext) -> PageContext:
    """What a tab is given, on a real workbook."""
    return page_context


@pytest.fixture
def tab(context: PageContext, qtbot: QtBot, embedded_store: Store) -> EnrolmentTab:
    """The tab of one student."""
    tab = EnrolmentTab(context)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    tab.show_student(embedded_store.student())
    settle(context.jobs)
    return tab


def student_of(tab: EnrolmentTab, store: Store) -> StudentView:
    """The student of the tab as it stands."""
    assert tab._student_id is not None
    with store.work() as work:
        return get_student(work, tab._student_id)


def words(tab: EnrolmentTab) -> str:
    """All that is to be read there."""
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if not label.isHidden())


def undone(context: PageContext) -> list[Undo]:
    """What is offered to undo from now on."""
    offered: list[Undo] = []
    context.navigator.undo_offered.connect(offered.append)
    return offered


def test_another_class_is_written_told_and_undone(
    tab: EnrolmentTab, context: PageContext, embedded_store: Store
) -> None:
    offered = undone(context)
    assert "Nog niets." in words(tab)
    tab.change_button.click()
    tab.change.group.set_value("PW1B")
    tab.change.year.set_value(2)
    tab.change.on.set_value(None)
    tab.change.save_button.click()
    assert tab.change.on.error
    tab.change.on.set_value(embedded_store.clock.today())
    tab.change.save_button.click()
    settle(context.jobs)
    assert student_of(tab, embedded_store).group == "PW1B"
    assert "Andere klas: – → PW1B" in words(tab)
    (undo,) = offered
    context.jobs.run(undo.operation, *undo.args)
    settle(context.jobs)
    assert student_of(tab, embedded_store).group == ""
    assert "Andere klas" not in words(tab)


def test_another_mentor_is_pointed_out(
    tab: EnrolmentTab, context: PageContext, embedded_store: Store
) -> None:
    tab.change_button.click()
    assert tab.change._away.isHidden()
    tab.change.mentor.set_value("")
    tab.change.mentor.changed.emit()
    assert not tab.change._away.isHidden()
    tab.change.drop_button.click()
    assert student_of(tab, embedded_store).counsellor_id == embedded_store.owner.staff_id


def test_somebody_leaves_and_comes_back(
    tab: EnrolmentTab, context: PageContext, embedded_store: Store
) -> None:
    offered = undone(context)
    tab.leave_button.click()
    tab.leaving.save_button.click()
    assert tab.leaving.destination.error
    tab.leaving.destination.set_value(Destination.DIPLOMA_HBO)
    tab.leaving.note.set_value("Pabo in Zwolle")
    tab.leaving.save_button.click()
    settle(context.jobs)
    assert student_of(tab, embedded_store).left_on == embedded_store.clock.today()
    assert "diploma, naar het hbo" in words(tab)
    assert "Pabo in Zwolle" in words(tab)
    # It can be put right: the day, the place and the line stand in the form again.
    tab.leave_button.click()
    assert tab.leaving.destination.value() is Destination.DIPLOMA_HBO
    assert tab.leaving.note.value() == "Pabo in Zwolle"
    tab.leaving.drop_button.click()
    tab.back_button.click()
    settle(context.jobs)
    assert student_of(tab, embedded_store).left_on is None
    assert len(offered) == 2


def test_somebody_else_was_first(
    tab: EnrolmentTab, context: PageContext, embedded_store: Store
) -> None:
    said: list[object] = []
    context.navigator.message_posted.connect(said.append)
    tab.change_button.click()
    with embedded_store.work() as work:
        let_leave(work, [tab._student_id or UUID(int=0)], work.clock.today(), Destination.WORK)
    tab.change.group.set_value("PW1B")
    tab.change.save_button.click()
    settle(context.jobs)
    assert len(said) == 1
    assert student_of(tab, embedded_store).group == ""
    # What was typed still stands there.
    assert tab.change.group.value() == "PW1B"


def test_nothing_is_left_of_who_was_shown(tab: EnrolmentTab) -> None:
    tab.clear()
    assert not tab.change_button.isVisible()
    assert tab.facts.findChildren(QLabel)
