"""Two versions beside each other: both whole and literal, what differs marked in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.ui.page import ScrollColumn
from lob_workbench.ui.side_by_side import FieldPair, SideBySide
from lob_workbench.ui.theme import ThemeMode, apply_theme

HOSTILE = "<b>vet</b> <img src=/etc/passwd> R&D"
PAIRS = (
    FieldPair("Waar ging het over?", HOSTILE, "Over stage. " * 600),
    FieldPair("Dag", "23 november 2026", " 23 november 2026\n"),
    FieldPair("Focus", "", ""),
    FieldPair("Afspraken", "", "Belt de stage"),
)


@pytest.fixture(params=list(ThemeMode))
def scroll(request, qtbot):
    apply_theme(QApplication.instance(), request.param)
    scroll = ScrollColumn()
    qtbot.addWidget(scroll)
    scroll.both = SideBySide(scroll.content)
    scroll.column.addWidget(scroll.both)
    scroll.resize(900, 600)
    scroll.both.show_pairs(PAIRS, "R&D <b>", "vandaag 09:20")
    scroll.show()
    scroll.activateWindow()
    QApplication.processEvents()
    return scroll


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_both_texts_stand_there_whole_and_literal(scroll):
    first, last = scroll.both.pairs
    assert [view.toPlainText() for view in first.texts] == [HOSTILE, PAIRS[0].theirs]
    assert [view.toPlainText() for view in last.texts] == ["(niets ingevuld)", "Belt de stage"]
    assert said(scroll.both).count("Verschilt") == 2
    assert "Versie van R&D <b>, vandaag 09:20" in said(scroll.both)


def test_equal_fields_are_folded_and_open_with_enter(scroll):
    assert scroll.both.fold.text() == "Gelijk: 2 velden"
    assert "Dag" not in said(scroll.both)
    scroll.both.fold.setFocus()
    QTest.keyClick(scroll.both.fold, Qt.Key.Key_Return)
    assert "Dag" in said(scroll.both)


@pytest.mark.parametrize("width", [480, 900, 1700])
def test_nothing_is_wider_than_its_room_and_long_text_scrolls(scroll, width):
    scroll.resize(width, 600)
    QApplication.processEvents()
    assert scroll.content.width() <= width
    long_text = scroll.both.pairs[0].texts[1]
    assert long_text.verticalScrollBar().maximum() > 0
    long_text.setFocus()
    QTest.keyClick(long_text, Qt.Key.Key_PageDown)
    assert long_text.hasFocus()


def test_clearing_leaves_nothing(scroll):
    scroll.both.clear()
    assert said(scroll.both) == []
