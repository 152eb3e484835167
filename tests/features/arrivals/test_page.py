"""*Nieuwe studenten*, as a team leader meets it."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.arrivals import operations
from lob_workbench.features.arrivals.page import ArrivalsPage
from lob_workbench.features.today.page import TodayPage
from lob_workbench.features.today.page_rows import AttentionRow
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import Navigator, PageContext
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.page import EmptyState
from tests.features.arrivals.test_operations import a_team, propose
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def leader(server_store: Store) -> Actor:
    """Leads the team Zorg."""
    leader = server_store.colleague(Role.TEAM_LEADER)
    a_team(server_store, leader)
    return leader


@pytest.fixture
def context(server_store: Store, leader: Actor, qapp: QApplication) -> Iterator[PageContext]:
    """What a page is given, at a school, for the leader."""
    jobs = Jobs(lambda: server_store.work(leader))
    care: Any = SimpleNamespace(shared=True)
    yield PageContext(jobs, server_store.clock, leader, Navigator(), FEATURES, care)
    jobs.stop()


@pytest.fixture
def page(context: PageContext, qtbot: QtBot) -> ArrivalsPage:
    """The page, not yet open."""
    page = ArrivalsPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    return page


def opened(page: ArrivalsPage, context: PageContext) -> None:
    """Go there."""
    page.open(Target("arrivals"))
    settle(context.jobs)


def words(page: ArrivalsPage) -> str:
    """All that can be read."""
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return "\n".join(label.text() for label in labels)


def students(store: Store) -> list[str]:
    """The numbers in the owner's caseload."""
    with store.work() as work:
        return sorted(view.number for view in operations.known_students(work))


def test_without_anybody_the_page_explains_itself(page: ArrivalsPage, context: PageContext) -> None:
    opened(page, context)
    (empty,) = page.findChildren(EmptyState)
    assert empty.isVisible()
    assert "werkboek" in words(page)


def test_one_is_confirmed_by_keyboard(
    page: ArrivalsPage, context: PageContext, server_store: Store, qtbot: QtBot
) -> None:
    propose(server_store)
    propose(server_store, "0411901")
    opened(page, context)
    (card,) = page.cards
    assert "Nummer 0411900 · Zorg · sinds maandag 23 november" in words(page)
    first = card.rows[0].yes_button
    assert first.accessibleName() == "Oğuz Çelik bevestigen"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    settle(context.jobs)
    assert students(server_store) == ["0411900"]
    (card,) = page.cards
    assert len(card.rows) == 1
    assert card.rows[0].yes_button.hasFocus()
    assert not card.all_button.isVisible()


def test_all_of_one_counsellor_at_once(
    page: ArrivalsPage, context: PageContext, server_store: Store
) -> None:
    propose(server_store)
    propose(server_store, "0411901")
    other = server_store.colleague(Role.COUNSELLOR)
    propose(server_store, "0411902", other)
    opened(page, context)
    assert len(page.cards) == 2
    (mine,) = [card for card in page.cards if len(card.rows) == 2]
    mine.all_button.click()
    settle(context.jobs)
    assert students(server_store) == ["0411900", "0411901"]
    assert len(page.cards) == 1


def test_a_taken_number_says_so_at_its_place(
    page: ArrivalsPage, context: PageContext, server_store: Store
) -> None:
    server_store.student("0411900", counsellor_id=None)
    propose(server_store)
    opened(page, context)
    page.cards[0].rows[0].yes_button.click()
    settle(context.jobs)
    assert "Nummer 0411900 staat al bij een ander op school." in words(page)
    assert students(server_store) == []


def test_a_no_asks_once(page: ArrivalsPage, context: PageContext, server_store: Store) -> None:
    propose(server_store)
    opened(page, context)
    dialogs.answer_next(False)
    page.cards[0].rows[0].no_button.click()
    settle(context.jobs)
    assert len(page.cards) == 1
    dialogs.answer_next(True)
    page.cards[0].rows[0].no_button.click()
    settle(context.jobs)
    assert page.cards == []
    assert students(server_store) == []
    assert dialogs.unused_answers() == 0


def test_today_of_the_leader_leads_here(
    context: PageContext, server_store: Store, qtbot: QtBot
) -> None:
    propose(server_store)
    today = TodayPage(context)
    qtbot.addWidget(today)
    today.resize(1092, 614)
    today.show()
    today.open(Target("today"))
    settle(context.jobs)
    (row,) = today.findChildren(AttentionRow)
    assert row.isVisible()
    row.heading.click()
    assert list(row._targets.values()) == [Target("arrivals")]
