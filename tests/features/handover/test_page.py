"""*Overdracht*, as a counsellor and her colleague meet it."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.rights import Role
from lob_workbench.features.handover import operations
from lob_workbench.features.handover.page import HandoverPage
from lob_workbench.features.handover.rules import HandoverDraft
from lob_workbench.people.queries import get_student
from lob_workbench.people.rules import PersonName
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import Navigator, PageContext, Paper
from lob_workbench.ui.jobs import Jobs
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def colleague(store: Store) -> Actor:
    """Who is asked to take over."""
    return store.colleague(Role.COUNSELLOR)


def a_context(store: Store, actor: Actor) -> PageContext:
    jobs = Jobs(lambda: store.work(actor))
    care: Any = SimpleNamespace(shared=store.shared)
    return PageContext(jobs, store.clock, actor, Navigator(), FEATURES, care)


@pytest.fixture
def giving(store: Store, qtbot: QtBot) -> Iterator[HandoverPage]:
    """The page of who hands over."""
    context = a_context(store, store.owner)
    yield a_page(context, qtbot)
    context.jobs.stop()


def a_page(context: PageContext, qtbot: QtBot) -> HandoverPage:
    page = HandoverPage(context)
    page._context = context
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    return page


def two_students(store: Store) -> tuple[UUID, UUID]:
    return store.student(), store.student("0411002", PersonName("Oğuz", "", "Çelik"))


def test_two_students_go_with_their_words(
    store: Store, giving: HandoverPage, colleague: Actor, qtbot: QtBot
) -> None:
    zoe, oguz = two_students(store)
    giving.open(Target("handover"))
    settle(giving._context.jobs)
    giving._empty.started.emit()
    settle(giving._context.jobs)
    give = giving.give
    give.next_button.click()
    assert give.receiver.error
    give.receiver.set_value(colleague.staff_id)
    give.next_button.click()
    assert give.refused.text() == "Kies minstens één student."
    for box in give.boxes.values():
        box.setChecked(True)
    give.next_button.click()
    settle(giving._context.jobs)
    assert "Open afspraken" in give.summary.value()
    first = give._shown
    give.summary.edit.insertPlainText("EERST ")
    give.addition.edit.insertPlainText("Ik wil graag verder <b>leren</b>.")
    give.next_button.click()
    settle(giving._context.jobs)
    assert give._shown != first
    give.back_button.click()
    assert "EERST" in give.summary.value()
    give.next_button.click()
    settle(giving._context.jobs)
    papers: list[Paper] = []
    giving._context.navigator.paper_shown.connect(papers.append)
    give.paper_button.click()
    settle(giving._context.jobs)
    assert papers
    assert papers[0].data.startswith(b"%PDF")
    give.next_button.click()
    settle(giving._context.jobs)
    assert give.isHidden()
    assert len(giving.outgoing.rows) == 2

    context = a_context(store, colleague)
    taking = a_page(context, qtbot)
    taking.open(Target("handover"))
    settle(taking._context.jobs)
    assert len(taking.incoming) == 2
    card = next(each for each in taking.incoming.values() if each._row.student_id == first)
    assert card.yes_button.isHidden()
    card.read_button.click()
    settle(taking._context.jobs)
    assert "EERST" in card.summary.text()
    assert card.addition.text() == "Ik wil graag verder <b>leren</b>."
    card.yes_button.click()
    settle(taking._context.jobs)
    other = next(iter(taking.incoming.values()))
    other.read_button.click()
    settle(taking._context.jobs)
    other.no_button.click()
    other.send_button.click()
    assert other.reason.error
    other.reason.set_value("Ik heb er al dertig.")
    other.send_button.click()
    settle(taking._context.jobs)
    assert taking.incoming == {}
    context.jobs.stop()
    with store.work(colleague) as work:
        assert first is not None
        assert get_student(work, first).counsellor_id == colleague.staff_id
    with store.work() as work:
        assert get_student(work, ({zoe, oguz} - {first}).pop()) is not None


def test_a_proposal_is_taken_back(store: Store, giving: HandoverPage, colleague: Actor) -> None:
    student = store.student()
    with store.work() as work:
        operations.propose(work, [HandoverDraft(student, "x")], colleague.staff_id)
    giving.open(Target("handover"))
    settle(giving._context.jobs)
    (row,) = giving.outgoing.rows
    assert row.agree_button.isHidden() == store.shared or not store.owner.own_desk
    row.back_button.click()
    settle(giving._context.jobs)
    assert giving.outgoing.rows[0].back_button.isHidden()


def test_on_a_laptop_the_owner_notes_that_the_colleague_said_yes(
    embedded_store: Store, qtbot: QtBot
) -> None:
    store = embedded_store
    colleague, student = store.colleague(Role.COUNSELLOR), store.student()
    with store.work() as work:
        operations.propose(work, [HandoverDraft(student, "x")], colleague.staff_id)
    desk = Actor(store.owner.staff_id, store.owner.name, store.owner.roles, own_desk=True)
    context = a_context(store, desk)
    page = a_page(context, qtbot)
    page.open(Target("handover"))
    settle(page._context.jobs)
    (row,) = page.outgoing.rows
    dialogs.answer_next(False)
    row.agree_button.click()
    dialogs.answer_next(True)
    row.agree_button.click()
    settle(page._context.jobs)
    with store.work(colleague) as work:
        assert get_student(work, student).counsellor_id == colleague.staff_id
    page.clear()
    assert not page.outgoing.rows
    context.jobs.stop()


def test_what_was_typed_is_there_again(
    store: Store, giving: HandoverPage, colleague: Actor
) -> None:
    student = store.student()
    giving.open(Target("handover"))
    settle(giving._context.jobs)
    giving._begin()
    settle(giving._context.jobs)
    give = giving.give
    give.receiver.set_value(colleague.staff_id)
    give.boxes[student].setChecked(True)
    give.next_button.click()
    settle(giving._context.jobs)
    give.summary.edit.insertPlainText("NIET KWIJT ")
    assert giving.leave()
    giving.clear()
    giving._begin()
    settle(giving._context.jobs)
    give.receiver.set_value(colleague.staff_id)
    give.boxes[student].setChecked(True)
    give.next_button.click()
    settle(giving._context.jobs)
    assert "NIET KWIJT" in give.summary.value()
