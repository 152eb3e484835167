"""What each role finds in the window of a school: no door that does not open, nothing that lies."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations.page import ConversationsPage
from lob_workbench.features.student_import.page import Step, StudentImportPage
from lob_workbench.features.students.page import StudentsPage
from lob_workbench.features.today.page import TodayPage
from lob_workbench.features.today.page_rows import AttentionRow
from lob_workbench.people.rules import GrantKind
from lob_workbench.ui.buttons import Button
from lob_workbench.ui.cards import CardGrid
from lob_workbench.ui.chips import Chip
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.labels import Label, Paragraph
from lob_workbench.ui.lists import TableView
from lob_workbench.ui.page import EmptyState, Page
from tests.features.conversations.test_operations import TODAY, a_talk, recorded
from tests.helpers.stores import Store

Show = Callable[..., Any]


@pytest.fixture
def show(store: Store, qtbot: QtBot) -> Iterator[Show]:
    """Open a page at a target for an actor, with a login of their own where there are logins."""
    running: list[Jobs] = []

    def show(actor: Actor, make: type[Page], target: Target) -> Page:
        jobs = Jobs(lambda: store.work(actor))
        running.append(jobs)
        care: Any = SimpleNamespace(shared=True)
        context = PageContext(jobs, store.clock, actor, Navigator(), FEATURES, care)
        page = make(context)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1092, 614)
        page.show()
        page.open(target)
        while jobs.busy:
            assert jobs.wait()
        QApplication.processEvents()  # what was put in a layout just now gets into sight
        return page

    yield show
    for jobs in running:
        jobs.stop()


def buttons(page: Page) -> set[str]:
    """The words on the buttons in sight."""
    found = page.findChildren(Button)
    return {each.text().replace("&", "") for each in found if each.isVisible() and each.text()}


def told(page: Page) -> str:
    """All words in sight."""
    words = [each for kind in (Label, Paragraph, Chip) for each in page.findChildren(kind)]
    return " ".join(each.text() for each in words if each.isVisible())


@pytest.fixture
def talked(store: Store) -> tuple[UUID, UUID]:
    """A student of the owner, and the talk that was recorded."""
    student = store.student()
    talk = recorded(store, a_talk(student, held_on=TODAY - timedelta(days=100)))
    return student, talk.id


def rows(page: Page) -> int:
    """How many students the list has."""
    count: int = page.findChildren(TableView)[0].model().rowCount()
    return count


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSELLOR}))
def test_who_records_no_talks_is_not_asked_to_start_one(
    store: Store, show: Show, talked: tuple[UUID, UUID], role: Role
) -> None:
    actor = store.colleague(role)
    page = show(actor, TodayPage, Target("today"))
    assert "Gesprek" not in buttons(page)
    assert not page.new_action.isEnabled()
    (empty,) = [part for part in page.findChildren(EmptyState) if part.isVisible()]
    # Whose students these are is no question of a school, and only an administrator reads lists.
    assert (empty.button is not None) == (role is Role.ADMINISTRATOR)
    assert not page.findChildren(CardGrid)[0].isVisible()


def test_a_team_leader_finds_names_and_days_and_no_door_to_a_talk(
    store: Store, show: Show, talked: tuple[UUID, UUID]
) -> None:
    leader = store.colleague(Role.TEAM_LEADER)
    page = show(leader, StudentsPage, Target("students"))
    assert rows(page) == 0
    store.lead(leader, talked[0])
    page = show(leader, StudentsPage, Target("students"))
    assert rows(page) == 1
    assert "Gesprek" not in buttons(page)
    assert not page.new_action.isEnabled()
    page = show(leader, StudentsPage, Target("students", talked[0]))
    assert "Gesprek" not in buttons(page)
    tabs = page.findChildren(QTabWidget)[0]
    places = range(tabs.count())
    assert {
        tabs.tabText(place).replace("&", "") for place in places if tabs.isTabVisible(place)
    } == {
        "Verhaal",
        "Life skills",
        "Inschrijving",
    }
    words = told(page)
    assert "gesproken: " in words
    assert "stage" not in words


@pytest.mark.parametrize("kind", GrantKind)
def test_who_reads_along_reads_and_is_not_asked_to_write(
    store: Store, show: Show, talked: tuple[UUID, UUID], kind: GrantKind
) -> None:
    second_line = kind is GrantKind.SECOND_LINE
    reader = store.colleague(Role.SECOND_LINE if second_line else Role.COUNSELLOR)
    store.grant(talked[0], reader, kind)
    page = show(reader, StudentsPage, Target("students"))
    assert rows(page) == 1
    page.findChildren(TableView)[0].selectRow(0)
    assert [b for b in page.findChildren(Button) if "Gesprek" in b.text() and b.isEnabled()] == []
    page = show(reader, StudentsPage, Target("students", talked[0]))
    assert "Gesprek" not in buttons(page)
    page = show(reader, ConversationsPage, Target("conversations", talked[1], "read"))
    assert buttons(page) & {"Verbeteren", "Reactie van de student", "Nieuwe reactie"} == set()
    assert "Verslag (PDF)" in buttons(page)
    today = show(reader, TodayPage, Target("today"))
    (row,) = today.findChildren(AttentionRow)
    assert "meelezen bij 1 student" in row.heading.text()


def test_the_counsellor_of_the_student_has_every_door(
    store: Store, show: Show, talked: tuple[UUID, UUID]
) -> None:
    page = show(store.owner, StudentsPage, Target("students", talked[0]))
    assert "Gesprek" in buttons(page)
    page = show(store.owner, ConversationsPage, Target("conversations", talked[1], "read"))
    assert {"Verbeteren", "Reactie van de student"} <= buttons(page)
    page = show(store.owner, TodayPage, Target("today"))
    assert "Gesprek" in buttons(page)
    assert page.findChildren(CardGrid)[0].isVisible()
    assert page.findChildren(AttentionRow)


def test_an_administrator_reads_a_list_for_the_school_and_is_nobodys_mentor(
    store: Store, show: Show
) -> None:
    administrator = store.colleague(Role.ADMINISTRATOR)
    page = show(administrator, StudentImportPage, Target("student_import", detail="mentor"))
    assert page.step is Step.FILE
    assert "Welke mentor ben jij?" not in told(page) + " ".join(buttons(page))


def test_who_leads_a_team_too_is_not_sent_to_students_of_others(
    store: Store, show: Show, talked: tuple[UUID, UUID]
) -> None:
    both = store.colleague(Role.COUNSELLOR, Role.TEAM_LEADER)
    store.lead(both, talked[0])
    page = show(both, TodayPage, Target("today"))
    assert rows(page) == 1
    assert page.findChildren(AttentionRow) == []
    assert "Niets blijft liggen" in told(page)
