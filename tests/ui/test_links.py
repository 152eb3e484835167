"""A line that goes somewhere, by mouse and by key."""

import weakref

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lob_workbench.ui.links import LinkLine


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_pressing_key_follows_it(qtbot: QtBot, key: Qt.Key) -> None:
    link = LinkLine("R&D <b>Bos</b>", hint="3 weken geleden")
    qtbot.addWidget(link)
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, key)
    assert link.accessibleName() == "R&D <b>Bos</b> 3 weken geleden"


def test_its_tool_tip_shows_mark_up_literally(qtbot: QtBot) -> None:
    words = 'R&D <img src="/etc/hostname"> <b>Bos</b>'
    link = LinkLine(words)
    qtbot.addWidget(link)
    assert QTextDocumentFragment.fromHtml(link.toolTip()).toPlainText() == words
    assert "<img" not in link.toolTip()


def test_one_that_folds_opens_and_closes(qtbot: QtBot) -> None:
    link = LinkLine("5 afspraken over tijd", icon="ph.clock", folds=True)
    qtbot.addWidget(link)
    link.show()
    heard: list[bool] = []
    link.unfolded.connect(heard.append)
    qtbot.keyClick(link, Qt.Key.Key_Return)
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert heard == [True, False]


def test_long_words_ask_for_no_more_room_than_there_is(qtbot: QtBot) -> None:
    link = LinkLine("een hele lange zin " * 20, hint="gisteren")
    qtbot.addWidget(link)
    link.resize(200, link.sizeHint().height())
    link.show()
    link.grab()
    assert link.minimumSizeHint().width() <= 200


def test_nothing_keeps_it_alive(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    link = LinkLine("weg", parent)
    reference = weakref.ref(link)
    shiboken6.delete(link)
    del link
    assert reference() is None
