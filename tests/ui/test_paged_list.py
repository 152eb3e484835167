"""A list in pages: it asks in time and once, and what comes meanwhile does not move the reader."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from lob_workbench.ui.lists import Column
from lob_workbench.ui.paged_list import PagedTable


@dataclass(frozen=True)
class Row:
    number: int
    name: str = "Zoë"


COLUMNS = (
    Column[Row]("Nummer", lambda row: str(row.number)),
    Column[Row]("Naam", lambda row: row.name),
)


def rows(*numbers):
    return [Row(number) for number in numbers]


@pytest.fixture
def table(qtbot):
    table = PagedTable(COLUMNS, lambda row: row.number, name="Gesprekken", sortable=(0,))
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    return table


@pytest.fixture
def asked(table):
    """How often the next page was asked, one item a time."""
    asked = []
    table.page_wanted.connect(lambda: asked.append(len(table.rows_model.rows)))
    return asked


def shown(table):
    """The numbers of the rows in sight."""
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    return [row.number for row in table.rows_model.rows[first : last + 1]]


def test_the_next_page_is_asked_before_the_reader_is_at_the_end_and_once(table, asked):
    table.show_page(rows(*range(400)), more=True)
    QApplication.processEvents()
    assert asked == []
    table.verticalScrollBar().setValue(310 * table.row_height())
    assert asked == [400]
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.rows_model.fetchMore()
    assert asked == [400]
    table.add_page(rows(*range(400, 900)), more=True)
    assert len(table.rows_model.rows) == table.rows_model.rowCount() == 900
    QApplication.processEvents()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert asked == [400, 900]
    table.add_page((), more=False)
    table.rows_model.fetchMore()
    assert asked == [400, 900]
    assert not table.rows_model.canFetchMore(table.rows_model.index(0, 0))


def test_a_short_first_page_fills_the_window(table, asked):
    table.show_page(rows(1, 2), more=True)
    QApplication.processEvents()
    assert asked == [2]


def test_a_page_that_did_not_come_is_asked_again(table, asked):
    table.show_page(rows(*range(200)), more=True)
    QApplication.processEvents()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.page_failed()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() - 1)
    assert asked == [200, 200]


def test_by_keyboard_one_comes_to_the_end_of_all_pages(qtbot, table):
    table.show_page(rows(*range(120)), more=True)

    def answer():
        have = len(table.rows_model.rows)
        table.add_page(rows(*range(have, have + 120)), more=have < 500)

    table.page_wanted.connect(answer, Qt.ConnectionType.QueuedConnection)
    table.setFocus()
    table.select_row(Row(0))
    for _ in range(8):
        qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    assert table.current_row() == Row(len(table.rows_model.rows) - 1) == Row(719)


@pytest.mark.parametrize("new", [(), (-1,), (-3, -2, -1)])
def test_what_comes_above_does_not_move_the_rows_in_sight(table, new):
    table.show_page(rows(*range(300)), more=True)
    table.select_row(Row(203))
    table.verticalScrollBar().setValue(200 * table.row_height() + 7)
    before, place = shown(table), table.rowViewportPosition(table.rowAt(0))
    table.renew(rows(*new, *range(300)), more=True)
    QApplication.processEvents()
    assert shown(table) == before
    assert table.rowViewportPosition(table.rowAt(0)) == place
    assert table.current_row() == Row(203)


def test_who_is_at_the_top_sees_what_came(table):
    table.show_page(rows(*range(300)), more=True)
    table.select_row(Row(0))
    table.renew(rows(-1, *range(300)), more=True)
    assert shown(table)[:2] == [-1, 0]
    assert table.current_row() == Row(0)


def test_where_the_topmost_row_is_gone_the_next_takes_its_place(table):
    table.show_page(rows(*range(300)), more=True)
    table.select_row(Row(200))
    table.verticalScrollBar().setValue(200 * table.row_height())
    table.renew(rows(*range(200), *range(202, 300)), more=True)
    assert shown(table)[0] == 202
    assert table.current_row() is None


def test_a_row_that_changed_is_still_the_chosen_one(table):
    table.show_page(rows(1, 2, 3), more=False)
    table.select_row(Row(2))
    changed = replace(Row(2), name="Zoë van 't Hart")
    table.renew([Row(1), changed, Row(3)], more=False)
    assert table.current_row() is changed


def test_only_what_the_store_can_sort_is_sorted(qtbot, table):
    table.show_page(rows(2, 1), more=False)
    with qtbot.assertNotEmitted(table.sort_asked):
        table.horizontalHeader().sectionClicked.emit(1)
    assert not table.horizontalHeader().isSortIndicatorShown()
    with qtbot.waitSignal(table.sort_asked) as sorting:
        table.horizontalHeader().sectionClicked.emit(0)
    assert sorting.args == [0, True]
    assert table.rows_model.rows == (Row(2), Row(1))


def test_a_screen_reader_hears_name_and_cells(table):
    table.show_page(rows(*range(3)), more=True)
    table.add_page(rows(3), more=False)
    heard = QAccessible.queryAccessibleInterface(table)
    assert heard.text(QAccessible.Text.Name) == "Gesprekken"
    cell = table.rows_model.index(3, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Nummer: 3"
