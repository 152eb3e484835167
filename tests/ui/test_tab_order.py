"""Tab goes on in the order in which one reads, through all that is in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.tab_order import tab_on
from lob_workbench.ui.text_area import TextArea


class Window(QMainWindow):
    def focusNextPrevChild(self, forward):
        return tab_on(self, forward=forward) or super().focusNextPrevChild(forward)


def edit(name, parent):
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


@pytest.fixture
def window(qtbot):
    """Made in another order than it is laid out in, with tabs, scrolling and a loose widget."""
    window = Window()
    qtbot.addWidget(window)
    middle = QWidget(window)
    window.setCentralWidget(middle)
    foot, scroll = edit("foot", middle), ScrollColumn(middle)
    tabs, area = QTabWidget(middle), TextArea(middle)
    tabs.setObjectName("tabs")
    tabs.tabBar().setObjectName("bar")
    area.setObjectName("area")
    for name in ("in first", "in second"):
        tab = QWidget()
        QVBoxLayout(tab).addWidget(edit(name, tab))
        tabs.addTab(tab, name)
    scroll.column.addWidget(edit("scrolled", scroll.content))
    off = edit("off", scroll.content)
    off.setEnabled(False)
    scroll.column.addWidget(off)
    head = QHBoxLayout()
    head.addWidget(edit("left", middle))
    right = QWidget(middle)
    proxy = edit("right", right)
    right.setFocusProxy(proxy)
    head.addWidget(right)
    column = QVBoxLayout(middle)
    column.addLayout(head)
    for part in (tabs, scroll, area, foot):
        column.addWidget(part)
    loose = edit("loose", middle)
    loose.move(0, 5)
    window.show()
    qtbot.waitActive(window)
    return window


def round_of(start, key):
    start.setFocus()
    seen = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        if focus.objectName() in seen:
            break
        seen.append(focus.objectName())
        QTest.keyClick(focus, key)
    return seen


EXPECTED = ["left", "right", "bar", "in first", "scrolled", "area", "foot", "loose"]


def test_tab_makes_the_whole_round(window):
    left = window.findChild(QLineEdit, "left")
    right = window.findChild(QLineEdit, "right")
    right.move(20, 0)
    assert round_of(left, Qt.Key.Key_Tab) == EXPECTED


def test_shift_tab_makes_it_backwards(window):
    left = window.findChild(QLineEdit, "left")
    assert round_of(left, Qt.Key.Key_Backtab) == ["left", *reversed(EXPECTED[1:])]


def test_what_comes_later_is_met_where_it_stands(window):
    column = window.centralWidget().layout()
    column.insertWidget(1, edit("new", window.centralWidget()))
    QApplication.processEvents()
    left = window.findChild(QLineEdit, "left")
    assert round_of(left, Qt.Key.Key_Tab)[:3] == ["left", "right", "new"]


def test_from_what_is_no_stop_tab_goes_on_from_there(window):
    middle = window.centralWidget()
    middle.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    middle.setFocus()
    QTest.keyClick(middle, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "left"


def test_inside_a_table_it_is_not_ours(qtbot, window):
    table = QTableWidget(1, 1, window.centralWidget())
    inner = edit("inner", table)
    table.setCellWidget(0, 0, inner)
    window.centralWidget().layout().addWidget(table)
    QApplication.processEvents()
    inner.setFocus()
    assert not tab_on(window, forward=True)


def test_alone_it_stays(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    only = QLineEdit(window)
    window.show()
    qtbot.waitActive(window)
    only.setFocus()
    assert not tab_on(window, forward=True)
