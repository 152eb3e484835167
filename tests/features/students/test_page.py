"""The list of students and the page of one, as somebody at a keyboard meets them."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Feature, SignalKind, Target
from lob_workbench.domain.rights import Right
from lob_workbench.features.students.page import StudentsPage
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.queries import count_students, list_students
from lob_workbench.people.records import Student
from lob_workbench.people.rules import ListedStudent, PersonName, StudentFilter
from lob_workbench.people.rules_enrolment import Destination
from lob_workbench.people.writing_enrolment import let_leave, let_return
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.context import PageContext
from lob_workbench.ui.labels import Heading
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def context(page_context: PageContext) -> PageContext:
    """What a page is given, on a real workbook."""
    return page_context


@pytest.fixture
def page(context: PageContext, qtbot: QtBot) -> StudentsPage:
    """The page, not yet open."""
    page = StudentsPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    return page


def names(page: StudentsPage) -> list[str]:
    """The names in the list as shown."""
    (table,) = page.findChildren(TableView)[:1]
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def opened(page: StudentsPage, context: PageContext, target: Target) -> None:
    """Go to a place and wait until it stands there."""
    page.open(target)
    context.jobs.wait()


def test_typing_finds_a_folded_name(
    page: StudentsPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    embedded_store.student("1", PersonName("Elif", "", "Yılmaz"))
    embedded_store.student("2")
    opened(page, context, Target("students"))
    assert names(page) == ["Hart, Zoë van 't", "Yılmaz, Elif"]
    focused = page.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "yilm")
    qtbot.waitUntil(lambda: names(page) == ["Yılmaz, Elif"])


def test_an_empty_list_points_to_the_import(
    page: StudentsPage, context: PageContext, qtbot: QtBot
) -> None:
    opened(page, context, Target("students"))
    (empty,) = [part for part in page.findChildren(EmptyState) if part.isVisible()]
    assert empty.button is not None
    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(empty.button, Qt.Key.Key_Return)
    assert went.args == [Target("student_import")]


def test_enter_opens_the_student(
    page: StudentsPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    student = embedded_store.student()
    opened(page, context, Target("students"))
    table = page.findChildren(TableView)[0]
    table.setFocus()
    table.selectRow(0)
    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert went.args == [Target("students", student)]


def test_the_student_page_shows_hostile_names_literally(
    page: StudentsPage, context: PageContext, embedded_store: Store
) -> None:
    student = embedded_store.student("1", PersonName("<b>Jan</b>", "", "R&D <img src=x>"))
    opened(page, context, Target("students", student))
    headings = [label.text() for label in page.findChildren(Heading) if label.isVisible()]
    assert "<b>Jan</b> R&D <img src=x>" in headings


def test_a_talk_starts_from_the_student(
    page: StudentsPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    student = embedded_store.student()
    opened(page, context, Target("students", student))
    (button,) = [
        button
        for button in page.findChildren(Button)
        if button.isVisible() and button.text() == "&Gesprek"
    ]
    with qtbot.waitSignal(page.navigate) as went:
        button.click()
    assert went.args == [Target("conversations", student, "prepare")]


def test_locking_leaves_no_name_behind(
    page: StudentsPage, context: PageContext, embedded_store: Store
) -> None:
    student = embedded_store.student()
    opened(page, context, Target("students"))
    opened(page, context, Target("students", student))
    page.clear()
    assert names(page) == []
    assert not [label for label in page.findChildren(Heading) if "Zoë" in label.text()]


def test_a_page_loads_again_for_what_any_feature_contributes(
    context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    note = Feature("notes", "", "", Right.READ_STUDENTS, kinds=frozenset({"note"}))
    page = StudentsPage(replace(context, features=(*context.features, note)))
    qtbot.addWidget(page)
    opened(page, context, Target("students"))
    embedded_store.student("1")
    page.refresh(Changes.of("draft"))
    context.jobs.wait()
    assert names(page) == []
    page.refresh(Changes.of("note"))
    context.jobs.wait()
    assert names(page) == ["Hart, Zoë van 't"]


def test_enter_in_the_search_field_opens_the_first_that_fits(
    page: StudentsPage, context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    elif_ = embedded_store.student("1", PersonName("Elif", "", "Yılmaz"))
    embedded_store.student("2")
    opened(page, context, Target("students"))
    button = next(each for each in page.findChildren(Button) if "Gesprek" in each.text())
    assert not button.isEnabled(), "nobody is chosen yet"
    focused = page.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "yilm")
    # At once, before the list has followed the typing.
    with qtbot.waitSignal(page.navigate) as went:
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert went.args == [Target("students", elif_)]
    opened(page, context, Target("students"))
    qtbot.keyClicks(focused, "zoe")
    assert page._search.value() == "zoe", "the first key replaces what was looked for"


def test_who_left_is_behind_a_chip_and_comes_back_out(
    page: StudentsPage, context: PageContext, embedded_store: Store
) -> None:
    here, gone = embedded_store.student("1"), embedded_store.student("2")
    opened(page, context, Target("students"))
    assert page.left_filter.isHidden()
    with embedded_store.work() as work:
        changes = let_leave(work, [gone], work.clock.today(), Destination.WORK)
    page.refresh(changes)
    context.jobs.wait()
    assert page.title == "Studenten"
    assert len(names(page)) == 1
    assert not page.left_filter.isHidden()
    page.left_filter.set_value(frozenset({"left"}))
    page.left_filter.changed.emit(page.left_filter.value())
    context.jobs.wait()
    (table,) = page.findChildren(TableView)[:1]
    assert [row.id for row in table.rows_model.rows] == [gone]
    with embedded_store.work() as work:
        changes = let_return(work, [gone], work.clock.today())
    page.refresh(changes)
    while context.jobs.busy:
        context.jobs.wait()
    # Nobody is left there: the list of who is at school again.
    assert {row.id for row in table.rows_model.rows} == {here, gone}
    assert page.left_filter.isHidden()


class Asker(QObject):
    """Somebody who asks something else while a list is completed."""

    def __init__(self, page: StudentsPage) -> None:
        super().__init__()
        self._page = page
        self.heard: list[int] = []

    def hear(self, _answer: object) -> None:
        """Note how many students have their signals when the answer is here."""
        self.heard.append(with_signals(self._page))


def with_signals(page: StudentsPage) -> int:
    """How many rows of the list have a signal."""
    return sum(bool(row.signals) for row in page._table.rows_model.rows)


@pytest.fixture
def twelve(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jo A to Jo L, who all turn 16 next week: a long list, where three are many."""
    monkeypatch.setattr("lob_workbench.features.students.operations.FIRST_SCREEN", 2)
    for module in ("operations", "page"):
        monkeypatch.setattr(f"lob_workbench.features.students.{module}.PORTION", 3)
    born = embedded_store.clock.today().replace(year=2010) + timedelta(days=7)
    for number in range(12):
        name = PersonName("Jo", "", chr(ord("A") + number))
        embedded_store.student(str(number), name, birth_date=born)


def test_signals_of_a_long_list_come_in_portions_and_others_get_a_turn_in_between(
    page: StudentsPage, context: PageContext, twelve: None
) -> None:
    table, asker = shown_first(page, context), Asker(page)
    table.selectRow(5)
    context.jobs.run(count_students, receiver=asker, done="hear")
    settle(context.jobs)
    assert with_signals(page) == 12
    assert asker.heard[0] < 12
    assert table.current_row() == table.rows_model.rows[5]
    assert names(page) == sorted(names(page))


def shown_first(page: StudentsPage, context: PageContext) -> TableView[ListedStudent]:
    """The list, with the signals of its first screen."""
    page.open(Target("students"))
    context.jobs.wait(enough=lambda: len(names(page)) == 12)
    assert with_signals(page) == 2
    return page._table


def test_a_list_by_signals_is_in_order_once_all_are_known(
    page: StudentsPage, context: PageContext, embedded_store: Store, twelve: None
) -> None:
    with embedded_store.work() as work:
        last = list_students(work, StudentFilter())[-1]
        # Who turns 18 is more pressing than who turns 16.
        born = embedded_store.clock.today().replace(year=2008) + timedelta(days=2)
        work.session.execute(
            sa.update(Student).where(Student.id == last.id).values(birth_date=born)
        )
        off = frozenset(SignalKind) - {SignalKind.BIRTHDAY}
        change_preferences(work, {"signals_off": frozenset(kind.value for kind in off)})
    table = shown_first(page, context)
    (column,) = [
        place
        for place, column in enumerate(table.rows_model.columns)
        if column.header == "Signalen"
    ]
    table.horizontalHeader().sectionClicked.emit(column)
    narrow = table.columnWidth(column)
    settle(context.jobs)
    rows = table.rows_model.rows
    key = table.rows_model.columns[column].sort
    assert key is not None
    assert rows[0].id == last.id
    assert [key(row) for row in rows] == sorted(key(row) for row in rows)
    assert with_signals(page) == 12
    assert table.columnWidth(column) >= narrow


def test_a_change_meanwhile_takes_neither_the_choice_nor_a_signal_away(
    page: StudentsPage, context: PageContext, twelve: None
) -> None:
    table = shown_first(page, context)
    settle(context.jobs)
    table.selectRow(11)
    chosen = table.current_row()
    page.refresh(Changes.of("student"))
    seen = []
    context.jobs.wait(enough=lambda: seen.append(with_signals(page)) or False)
    assert set(seen) == {12}
    assert table.current_row() == chosen
    settle(context.jobs)
    assert table.current_row() == chosen
    assert with_signals(page) == 12


def test_nothing_more_is_asked_while_a_student_is_open(
    page: StudentsPage, context: PageContext, twelve: None
) -> None:
    table = shown_first(page, context)
    page.open(Target("students", table.rows_model.rows[0].id))
    settle(context.jobs)
    assert with_signals(page) <= 5
    page.open(Target("students"))
    settle(context.jobs)
    assert with_signals(page) == 12


def test_a_lock_ends_the_asking_for_signals(
    page: StudentsPage, context: PageContext, twelve: None
) -> None:
    page.open(Target("students"))
    context.jobs.wait(enough=lambda: len(names(page)) == 12)
    context.jobs.stop()
    page.clear()
    assert names(page) == []


def test_f1_explains_the_list_or_the_page_of_a_student(
    page: StudentsPage, context: PageContext, embedded_store: Store
) -> None:
    student = embedded_store.student()
    opened(page, context, Target("students", student))
    assert page.help_topic == "student"
    opened(page, context, Target("students"))
    assert page.help_topic == "students"
