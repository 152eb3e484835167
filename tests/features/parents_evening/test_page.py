"""*Ouderavond*, as a counsellor meets it."""

from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Target
from lob_workbench.features.parents_evening import operations
from lob_workbench.features.parents_evening.page import ParentsEveningPage
from lob_workbench.features.parents_evening.rules import EveningDraft
from lob_workbench.storage.base import new_id
from lob_workbench.ui.context import PageContext, Paper, Undo
from lob_workbench.ui.messages import Message
from tests.features.parents_evening.test_operations import EVENING, three
from tests.helpers.pages import page_context
from tests.helpers.settled import settle
from tests.helpers.stores import Store

__all__ = ["page_context"]


def opened(context: PageContext, qtbot: QtBot) -> ParentsEveningPage:
    page = ParentsEveningPage(context)
    qtbot.addWidget(page)
    page.resize(1092, 614)
    page.show()
    context.jobs.changed.connect(page.refresh)
    page.open(Target("parents_evening"))
    settle(context.jobs)
    return page


def test_from_an_empty_page_to_letters(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    three(embedded_store)
    page = opened(page_context, qtbot)
    assert page._empty.isVisible()
    page._empty.started.emit()
    page.form.save_button.click()
    assert page.form.day.error
    page.form.day.set_value(EVENING)
    page.form.minutes.set_value("tien")
    page.form.save_button.click()
    settle(page_context.jobs)
    assert page.form.refused.text() == "Een gesprek op deze avond duurt 1 tot 60 minuten."
    page.form.minutes.set_value("10")
    page.form.save_button.click()
    settle(page_context.jobs)
    assert page.card.title.text() == "Ouderavond, donderdag 3 december 2026"
    undone: list[Undo] = []
    page_context.navigator.undo_offered.connect(undone.append)
    page.all_button.click()
    settle(page_context.jobs)
    assert undone[0].text == "3 tijden gegeven."
    assert [row.time.currentText() for row in page.guests.rows] == ["19:00", "19:10", "19:20"]
    row = page.guests.rows[0]
    row.time.setCurrentIndex(row.time.findText("19:40"))
    row.time.activated.emit(row.time.currentIndex())
    settle(page_context.jobs)
    assert page.guests.rows[2].time.currentText() == "19:40"
    row = page.guests.rows[2]
    row.time.setCurrentIndex(0)
    row.time.activated.emit(0)
    settle(page_context.jobs)
    assert page.guests.rows[2].time.currentText() == "geen tijd"
    papers: list[Paper] = []
    page_context.navigator.paper_shown.connect(papers.append)
    page.list_button.click()
    settle(page_context.jobs)
    page.letters_button.click()
    settle(page_context.jobs)
    assert [paper.file_name for paper in papers] == [
        "Lijst ouderavond.pdf",
        "Uitnodigingen ouderavond.pdf",
    ]
    page.clear()
    assert page.guests.rows == []


def test_a_short_evening_names_who_does_not_fit(
    embedded_store: Store, page_context: PageContext, qtbot: QtBot
) -> None:
    three(embedded_store)
    short = EveningDraft(new_id(), "Kort", EVENING, "19:00", "19:20")
    with embedded_store.work() as work:
        operations.save_evening(work, short)
    page = opened(page_context, qtbot)
    said: list[Message] = []
    page_context.navigator.message_posted.connect(said.append)
    page.all_button.click()
    settle(page_context.jobs)
    assert [message.text for message in said] == [
        "Geen plek meer voor: Dia Cor. Maak de avond langer."
    ]
    page.change_button.click()
    page.form.ends.set_value("20:00")
    page.form.save_button.click()
    settle(page_context.jobs)
    page.all_button.click()
    settle(page_context.jobs)
    assert all(row.time.currentText() != "geen tijd" for row in page.guests.rows)
    page.change_button.click()
    page.form.cancel_button.click()
    settle(page_context.jobs)
    assert page.form.isHidden()
