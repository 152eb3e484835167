"""What a screen reader is told where Qt would call everything a check box."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from lob_workbench.domain.contributions import Tone
from lob_workbench.ui import spoken
from lob_workbench.ui.chips import Filter, FilterChips
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.messages import Message, MessageBar
from lob_workbench.ui.page import Page, ScrollColumn
from tests.helpers.screen_reader import heard


@pytest.fixture
def line(qtbot):
    line = LinkLine("Eerdere versies (2)", folds=True)
    qtbot.addWidget(line)
    line.show()
    return line


def test_a_line_that_folds_says_so_and_how_it_stands(line):
    said = heard(line)
    assert said.role() == QAccessible.Role.Button
    assert said.text(QAccessible.Text.Name) == "Eerdere versies (2)"
    assert (said.state().expandable, said.state().expanded, said.state().collapsed) == (1, 0, 1)
    line.click()
    assert (said.state().expanded, said.state().collapsed) == (1, 0)


def test_a_screen_reader_presses_it(line, qtbot):
    actions = heard(line).actionInterface()
    assert "Press" in actions.actionNames()
    with qtbot.waitSignal(line.unfolded):
        actions.doAction("Press")
    line.clearFocus()
    line.activateWindow()
    qtbot.waitActive(line)
    actions.doAction("SetFocus")
    assert line.hasFocus()


def test_one_of_some_is_a_radio_button_and_any_of_some_a_check_box(qtbot):
    for exclusive, role in ((True, "RadioButton"), (False, "CheckBox")):
        row = FilterChips([Filter(1, "een"), Filter(2, "twee")], exclusive=exclusive)
        qtbot.addWidget(row)
        row.set_value(frozenset({2}))
        said = [heard(chip) for chip in row.findChildren(QWidget)]
        assert [one.role().name for one in said] == [role, role]
        assert [bool(one.state().checked) for one in said] == [False, True]


def test_what_scrolls_is_a_document_with_a_name(qtbot):
    column = ScrollColumn()
    qtbot.addWidget(column)
    column.take_keys("Verslag")
    assert heard(column).role() == QAccessible.Role.Document
    assert heard(column).text(QAccessible.Text.Name) == "Verslag"


def test_others_are_left_to_qt(qtbot):
    line = LinkLine("Naar de agenda")
    qtbot.addWidget(line)
    assert heard(line).role() == QAccessible.Role.Button
    assert spoken._made_for("QWidget", line) is None


def test_what_spoke_goes_with_its_widget(qapp):
    spoken._kept.clear()
    for number in range(200):
        line = LinkLine(str(number), folds=True)
        heard(line).state()
        line.deleteLater()
        del line
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert 0 < len(spoken._kept) <= 65


def test_a_page_has_its_title_for_a_name(qtbot):
    page = Page(title="Planning")
    qtbot.addWidget(page)
    assert heard(page).text(QAccessible.Text.Name) == "Planning"
    page.set_title("Planning van 3A")
    assert heard(page).text(QAccessible.Text.Name) == "Planning van 3A"


@pytest.mark.parametrize(
    ("tone", "politeness"), [(Tone.GOOD, "Polite"), (Tone.DANGER, "Assertive")]
)
def test_a_message_is_announced_and_a_mistake_at_once(qtbot, monkeypatch, tone, politeness):
    told = []

    def tell(event):
        told.append((event.message(), event.politeness().name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(Message("Bewaard.", tone))
    assert told == [("Bewaard.", politeness)]
