"""*Nieuw schooljaar*, as who keeps the lists meets it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Target
from lob_workbench.features.school_year.page import SchoolYearPage
from lob_workbench.features.school_year.rules import Move
from lob_workbench.people.queries import get_student
from lob_workbench.people.rules import StudentView
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.people.school import read_school
from lob_workbench.people.writing_enrolment import Enroller, let_leave, locked
from lob_workbench.storage.base import new_id
from lob_workbench.ui.context import PageContext
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def page(page_context: PageContext, qtbot: QtBot) -> SchoolYearPage:
    """The page, not opened yet."""
    page = SchoolYearPage(page_context)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page_context.jobs.changed.connect(page.refresh)
    return page


def opened(page: SchoolYearPage, context: PageContext) -> None:
    """Come to the page."""
    page.open(Target("school_year"))
    settle(context.jobs)


def enrol(store: Store, number: str, group: str, year: int, team: str = "") -> StudentView:
    """A student in a class."""
    student = store.student(number)
    with store.work() as work:
        enroller = Enroller(work, work.clock.today())
        (record,) = locked(work, [student])
        enroller.put(record, EnrolmentPart.GROUP, enroller.group(group))
        enroller.put(record, EnrolmentPart.TEAM, enroller.team(team))
        enroller.put(record, EnrolmentPart.STUDY_YEAR, year)
        enroller.finish()
    return seen(store, student)


def seen(store: Store, student: object) -> StudentView:
    """How the student stands."""
    with store.work() as work:
        return get_student(work, student)  # type: ignore[arg-type]


def test_nobody_yet_leads_to_the_list(page: SchoolYearPage, page_context: PageContext) -> None:
    opened(page, page_context)
    assert page.step is page.empty
    gone: list[Target] = []
    page.navigate.connect(gone.append)
    page.empty.started.emit()
    assert gone == [Target("student_import")]


def test_classes_go_on_after_a_look_and_back_again(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store
) -> None:
    one = enrol(embedded_store, "1", "PW1A", 1)
    stays = enrol(embedded_store, "2", "PW1A", 1)
    leaves = enrol(embedded_store, "3", "PW3A", 3)
    opened(page, page_context)
    choose = page.choose
    assert [plan.new_group for plan in choose.table.model().rows] == ["PW2A", "PW4A"]
    choose.detail.boxes[stays.id].setChecked(False)
    choose.table.select_row(choose.table.model().rows[1])
    card = choose.detail
    card.move_field.set_value(Move.LEAVE)
    card.move_field.changed.emit()
    card.destination.set_value(Destination.DIPLOMA_WORK)
    card.destination.changed.emit()
    page.look_button.click()
    assert page.step is page.look
    assert "Er is nog niets veranderd." in page.look.summary.words.text()
    assert seen(embedded_store, one.id).group == "PW1A"
    page.back_button.click()
    assert page.step is choose
    # What was chosen is still there.
    page.look_button.click()
    assert {turn.pupil.id for turn in page.look.table.model().rows} == {one.id, leaves.id}
    page.write_button.click()
    settle(page_context.jobs)
    assert page.step is page.done
    assert seen(embedded_store, one.id).group == "PW2A"
    assert seen(embedded_store, stays.id).group == "PW1A"
    assert seen(embedded_store, leaves.id).left_on is not None
    with embedded_store.work() as work:
        assert read_school(work).year == "2027-2028"
    # Enter or Ctrl+Enter once more neither takes it back nor leaves the way back behind.
    gone_to: list[Target] = []
    page.navigate.connect(gone_to.append)
    page.finish_action.trigger()
    assert not page.undo_button.isHidden()
    assert "schooljaar is nu 2027-2028" in page.done.accessibleName()
    assert gone_to == []
    page.students_button.click()
    assert gone_to == [Target("students")]
    page.undo_button.click()
    settle(page_context.jobs)
    assert page.step is choose
    assert seen(embedded_store, one.id).group == "PW1A"
    assert seen(embedded_store, leaves.id).left_on is None


def test_only_one_team(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store
) -> None:
    enrol(embedded_store, "1", "PW1A", 1, "Pedagogiek")
    enrol(embedded_store, "2", "ZO1A", 1, "Zorg")
    opened(page, page_context)
    page.choose.team.set_value("Zorg")
    page.choose.team.changed.emit()
    assert [plan.group for plan in page.choose.table.model().rows] == ["ZO1A"]
    draft = page.choose.draft()
    assert draft is not None
    assert [pupil.group for pupil in draft.pupils] == ["ZO1A"]


def test_without_a_day_or_a_class_there_is_nothing_to_look_at(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store
) -> None:
    enrol(embedded_store, "1", "PW1A", 1)
    opened(page, page_context)
    choose = page.choose
    assert page.look_button.isEnabled()
    assert choose.far.text()
    choose.on.set_value(None)
    choose.on.changed.emit()
    assert not page.look_button.isEnabled()
    assert choose.far.text() == ""
    page.finish_action.trigger()
    assert page.step is choose
    choose.on.set_value(embedded_store.clock.today())
    choose.detail.move_field.set_value(Move.STAY)
    choose.detail.move_field.changed.emit()
    assert not page.look_button.isEnabled()


def test_somebody_else_was_first(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store
) -> None:
    one = enrol(embedded_store, "1", "PW1A", 1)
    enrol(embedded_store, "2", "PW1A", 1)
    opened(page, page_context)
    page.finish_action.trigger()
    with embedded_store.work() as work:
        let_leave(work, [one.id], work.clock.today(), Destination.WORK)
    said: list[object] = []
    page_context.navigator.message_posted.connect(said.append)
    page.finish_action.trigger()
    settle(page_context.jobs)
    assert page.step is page.choose
    assert len(said) == 1
    assert len(page.choose.detail.boxes) == 1


def test_a_new_name_is_typed_without_losing_the_place(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    student = enrol(embedded_store, "1", "Wit", 1)
    opened(page, page_context)
    field = page.choose.detail.new_group
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "Blauw")
    assert field.value() == "Blauw"
    page.look_button.click()
    page.write_button.click()
    settle(page_context.jobs)
    assert seen(embedded_store, student.id).group == "Blauw"


def test_names_are_forgotten(
    page: SchoolYearPage, page_context: PageContext, embedded_store: Store
) -> None:
    enrol(embedded_store, "1", "PW1A", 1)
    opened(page, page_context)
    page.finish_action.trigger()
    page.clear()
    assert page.choose.table.model().rows == ()
    assert page.look.table.model().rows == ()
    assert page.choose.draft() is None
    assert page.chosen == frozenset()
    assert new_id() not in page.choose.detail.boxes
