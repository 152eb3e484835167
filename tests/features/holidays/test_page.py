"""*Vakanties*, as who keeps them meets it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from lob_workbench.domain.contributions import Target
from lob_workbench.features.holidays.page import HolidaysPage
from lob_workbench.ui import dialogs
from lob_workbench.ui.context import PageContext, Undo
from tests.features.holidays.test_calendar_file import AUTUMN, a_calendar
from tests.features.holidays.test_operations import holidays
from tests.helpers.settled import settle
from tests.helpers.stores import Store


@pytest.fixture
def page(page_context: PageContext, qtbot: QtBot) -> HolidaysPage:
    """The page, open."""
    page = HolidaysPage(page_context)
    qtbot.addWidget(page)
    page.resize(900, 524)
    page.show()
    page_context.jobs.changed.connect(page.refresh)
    page.open(Target("holidays"))
    settle(page_context.jobs)
    return page


def choose(page: HolidaysPage, context: PageContext, file: Path, data: bytes) -> None:
    """Read this file."""
    file.write_bytes(data)
    dialogs.answer_next(file)
    page.open_button.click()
    settle(context.jobs)


def test_days_are_added_and_taken_away_and_back(
    page: HolidaysPage, page_context: PageContext, embedded_store: Store, qtbot: QtBot
) -> None:
    page.add_button_.click()
    assert page.name.error
    qtbot.keyClicks(page.name.edit, "Studiedag")
    page.first_on.edit.setText("1-12-2026")
    page.last_on.edit.setText("30-11-2026")
    page.add_button_.click()
    settle(page_context.jobs)
    assert holidays(embedded_store) == []
    page.last_on.edit.setText("")
    page.add_button_.click()
    settle(page_context.jobs)
    day = date(2026, 12, 1)
    assert holidays(embedded_store) == [("Studiedag", day, day)]
    offered: list[Undo] = []
    page_context.navigator.undo_offered.connect(offered.append)
    page.remove_button.click()
    settle(page_context.jobs)
    assert holidays(embedded_store) == []
    assert not page.remove_button.isVisible()
    with embedded_store.work() as work:
        offered[0].operation(work, *offered[0].args)
    assert holidays(embedded_store) == [("Studiedag", day, day)]
    page.remove_button.click()  # nothing is chosen: nothing happens


def test_a_file_is_shown_before_it_is_taken_over(
    page: HolidaysPage, page_context: PageContext, embedded_store: Store, tmp_path: Path
) -> None:
    timed = "UID:a\r\nSUMMARY:Les\r\nDTSTART:20261017T090000Z"
    file = tmp_path / "school.ics"
    choose(page, page_context, file, a_calendar(AUTUMN, timed, timed))
    assert page.review.isVisible()
    assert page.take_button.hasFocus()
    assert "2 regels hebben een tijd" in page._left_out.text()
    assert holidays(embedded_store) == []
    page.take_button.click()
    settle(page_context.jobs)
    assert holidays(embedded_store) == [("Herfstvakantie", date(2026, 10, 17), date(2026, 10, 25))]
    assert not page.review.isVisible()
    choose(page, page_context, file, a_calendar(AUTUMN))
    assert not page.take_button.isVisible()
    assert "Alles stond er al" in page._left_out.text()
    page.drop_button.click()
    choose(page, page_context, file, a_calendar(timed))
    assert "geen hele dagen" in page._left_out.text()
    page.clear()
    assert page.table.rows_model.rows == ()


def test_what_is_no_calendar_is_refused_in_the_bar(
    page: HolidaysPage, page_context: PageContext, tmp_path: Path
) -> None:
    said: list[Any] = []
    page_context.navigator.message_posted.connect(said.append)
    choose(page, page_context, tmp_path / "x.ics", b"MZ\x90 a program")
    assert "geen agendabestand" in said[0].text
    assert not page.review.isVisible()
    dialogs.answer_next(None)
    page.open_button.click()
