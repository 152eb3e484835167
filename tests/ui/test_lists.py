"""Lists: fast over frozen rows, kept selection, widths that fit, keys that open."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QToolTip

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui.column_widths import column_widths
from lob_workbench.ui.lists import Column, RowsModel, TableView
from lob_workbench.ui.row_delegate import as_plain
from lob_workbench.ui.theme import Role


@dataclass(frozen=True)
class Row:
    name: str
    group: str = "PW2B"
    number: int | None = 0
    tone: Tone | None = None


COLUMNS = (
    Column[Row]("Naam", lambda row: row.name, keep=True, bold=True),
    Column[Row]("Groep", lambda row: row.group, ink=lambda row: Role.INK_MUTED, stretch=1),
    Column[Row]("Stand", lambda row: "open" if row.tone else "", tone=lambda row: row.tone),
    Column[Row](
        "Open",
        lambda row: "" if row.number is None else str(row.number),
        sort=lambda row: row.number,
        right=True,
        icon=lambda row: "ph.flag" if row.number else "",
    ),
)
ROWS = (Row("Çelik, Oğuz", number=2), Row("'t Hart, Zoë", number=None), Row("Aydın, Elif"))


@pytest.fixture
def table(qtbot):
    table = TableView(COLUMNS, name="Studenten", empty="Nog niemand.")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def names(model):
    return [row.name for row in model.rows]


def test_model_gives_words_and_reads_aloud(qapp):
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    assert model.rowCount() == 3
    assert model.columnCount() == 4
    assert model.rowCount(model.index(0, 0)) == 0
    cell = model.index(0, 0)
    assert cell.data() == "Çelik, Oğuz"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Naam: Çelik, Oğuz"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Çelik, Oğuz"
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
    across = Qt.Orientation.Horizontal
    assert model.headerData(3, across) == "Open"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    right = model.headerData(3, across, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.headerData(3, across, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("name", ["<b>Bos</b>", '<img src="//elders/deel/x">', "R&D <jan@x.nl>"])
def test_a_tool_tip_shows_mark_up_literally(qapp, name):
    model = RowsModel(COLUMNS)
    model.set_rows((Row(name),))
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == name


def test_sorting_keeps_what_has_no_value_at_the_end(qapp):
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    model.sort(3)
    assert [row.number for row in model.rows] == [0, 2, None]
    model.sort(3, Qt.SortOrder.DescendingOrder)
    assert [row.number for row in model.rows] == [2, 0, None]
    model.sort(0)
    assert names(model) == ["'t Hart, Zoë", "Aydın, Elif", "Çelik, Oğuz"]
    model.set_rows(ROWS[::-1])
    assert names(model) == ["'t Hart, Zoë", "Aydın, Elif", "Çelik, Oğuz"]


def test_enter_and_double_click_open_a_row(table, qtbot):
    table.set_rows(ROWS)
    opened: list[Row] = []
    table.row_activated.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == []
    table.select_row(ROWS[1])
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.rows_model.index(2, 0))
    assert opened == [ROWS[1], ROWS[2]]


def test_the_chosen_row_stays_when_rows_are_shown_again(table):
    chosen: list[Row | None] = []
    table.row_chosen.connect(chosen.append)
    table.set_rows(ROWS)
    assert table.current_row() is None
    table.select_row(ROWS[2])
    table.set_rows(tuple(reversed(ROWS)))
    assert table.current_row() == ROWS[2]
    table.set_rows(ROWS[:2])
    assert table.current_row() is None
    assert ROWS[2] in chosen


def test_a_click_on_a_header_sorts_and_turns(table):
    table.set_rows(ROWS)
    table.select_row(ROWS[0])
    table.horizontalHeader().sectionClicked.emit(0)
    assert names(table.rows_model)[0] == "'t Hart, Zoë"
    table.horizontalHeader().sectionClicked.emit(0)
    assert names(table.rows_model)[0] == "Çelik, Oğuz"
    assert table.current_row() == ROWS[0]


def test_sorting_elsewhere_is_only_asked(qtbot):
    table = TableView(COLUMNS, own_sort=False)
    qtbot.addWidget(table)
    table.set_rows(ROWS)
    with qtbot.waitSignal(table.sort_asked) as asked:
        table.horizontalHeader().sectionClicked.emit(3)
    assert asked.args == [3, True]
    assert names(table.rows_model) == [row.name for row in ROWS]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_it_is_sorted_by_keyboard(table, qtbot, key, held):
    table.set_rows(ROWS)
    for down, first in ((1, "'t Hart, Zoë"), (1, "Çelik, Oğuz"), (4, "Aydın, Elif")):
        qtbot.keyClick(table, key, held)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for _ in range(down):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        chosen = menu.activeAction().text()
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        assert names(table.rows_model)[0] == first, chosen
    assert chosen == "Sorteren op Open"


def test_the_menu_says_what_it_sorts_by_and_comes_once(table, qtbot):
    table.set_rows(ROWS)
    table.horizontalHeader().sectionClicked.emit(1)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        table.contextMenuEvent(QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        "Sorteren op Groep, andersom"
    ]
    menu.close()
    assert QApplication.activePopupWidget() is None
    table.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    )
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_a_list_in_a_fixed_order_offers_none(qtbot):
    table = TableView(COLUMNS, own_sort=False)
    qtbot.addWidget(table)
    table.show()
    qtbot.keyClick(table, Qt.Key.Key_Menu)
    assert QApplication.activePopupWidget() is None


def test_typing_does_not_jump(table, qtbot):
    table.set_rows(ROWS)
    table.select_row(ROWS[0])
    qtbot.keyClicks(table, "ay")
    assert table.current_row() == ROWS[0]


def test_columns_fill_the_width_and_names_stay_whole(table):
    long = Row("Berg-van der Steen, Anne-Sophie van den", group="een lang verhaal " * 20)
    table.set_rows((*ROWS, long))
    for width in (560, 700, 1200):
        table.resize(width, 300)
        QApplication.processEvents()
        total = sum(table.columnWidth(column) for column in range(4))
        assert total == table.viewport().width()
        words = QFontMetrics(table.font()).horizontalAdvance(long.name)
        assert table.columnWidth(0) >= words + 20
    assert table.horizontalScrollBar().maximum() == 0


def test_widths_without_rows_or_columns(qapp):
    metrics = QFontMetrics(QApplication.font())
    assert column_widths((), (), metrics, 500) == []
    assert sum(column_widths(COLUMNS, (), metrics, 900)) == 900
    plain = (Column[Row]("Naam", lambda row: row.name),)
    assert column_widths(plain, ROWS, metrics, 900) == [900]
    assert column_widths(plain, ROWS, metrics, 1)[0] > 1


def test_every_kind_of_cell_is_painted(table):
    table.set_rows((*ROWS, *(Row(f"rij {tone}", tone=tone, number=1) for tone in Tone)))
    table.select_row(ROWS[0])
    table._hover(1)
    assert table.grab().toImage() != table.viewport().grab().toImage()
    table.resize(120, 120)
    table.grab()


def test_an_empty_list_says_so(table):
    full = table.grab().toImage()
    table._empty = ""
    assert table.grab().toImage() != full


def test_what_is_cut_off_is_in_the_tool_tip_literally(table, qtbot):
    hostile = Row("<b>vet</b> & <img src=/etc/passwd> " + "lang " * 60)
    table.set_rows((hostile, ROWS[0]))
    QApplication.processEvents()
    for number, shown in ((1, ""), (0, as_plain(hostile.name))):
        index = table.rows_model.index(number, 0)
        spot = table.visualRect(index).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(QPoint(5, 5)))
        table._delegate.helpEvent(event, table, None, index)
        assert QToolTip.text() == shown
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert "<b>" not in as_plain("<b>")


def test_a_table_in_a_card_is_as_high_as_its_rows(table):
    table.set_rows(ROWS)
    table.fit_height()
    QApplication.processEvents()
    assert table.viewport().height() >= 3 * table.row_height()
    assert table.verticalScrollBar().maximum() == 0


def test_a_larger_font_makes_higher_rows(table):
    before = table.row_height()
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    table.setFont(font)
    assert table.verticalHeader().defaultSectionSize() == table.row_height() > before
