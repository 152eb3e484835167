"""F1: the page explained with pictures, every key in one list, and both by keyboard."""

import ast
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lob_workbench.app.features import FEATURES
from lob_workbench.app.frame import Frame
from lob_workbench.app.help_keys import KeyCaps, KeyList
from lob_workbench.app.help_picture import EnlargedPicture, PictureView
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.shortcuts import SHORTCUTS, Group
from lob_workbench.content.help_texts import help_pages
from lob_workbench.domain.contributions import Target
from lob_workbench.ui.page import Page, PageKey
from lob_workbench.ui.theme import theme
from tests.app.conftest import Ready

PACKAGE = Path(__file__).parents[2] / "lob_workbench"
NAMED_KEYS = {
    "Return": "Enter",
    "Escape": "Esc",
    "F10": "Shift+F10",
    "Space": "Spatie",
    "PageUp": "PgUp",
    "PageDown": "PgDn",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Plus": "Ctrl+plus",
    "Minus": "Ctrl+min",
    "0": "Ctrl+0",
    "P": "Ctrl+P",
    "S": "Ctrl+S",
}
"""How the list writes a key that a widget looks for by itself."""
TWINS = {"Enter", "Equal", "unknown"}
"""The Enter of the numbers, the plus without Shift, and no key at all."""


@pytest.fixture
def frame(open_window: MainWindow) -> Frame:
    """The pages of the stand-ins."""
    assert open_window.frame is not None
    return open_window.frame


def keys_of(widget: QWidget) -> set[str]:
    """Every combination that is registered somewhere in ``widget``."""
    shortcuts = [shortcut.key() for shortcut in widget.findChildren(QShortcut)]
    actions = [key for action in widget.findChildren(QAction) for key in action.shortcuts()]
    return {
        key.toString(QKeySequence.SequenceFormat.PortableText) for key in [*shortcuts, *actions]
    }


@pytest.fixture
def whole(
    qtbot: QtBot, clock: Any, recent: Any, ready: Ready, stand_ins: object
) -> Iterator[MainWindow]:
    """A window with every feature, open."""
    window = MainWindow(clock, recent, FEATURES)
    window.begin()
    window.show()
    window.show_first(ready.folder)
    form = cast(Any, window.screen_shown).form
    form.field.edit.setText(ready.passphrase)
    form.submit()
    assert window.errands.wait(20_000)
    yield window
    window.close()
    assert window.errands.wait(20_000)
    window.deleteLater()


def test_the_list_has_every_key_that_the_window_registers_and_no_other(
    whole: MainWindow,
) -> None:
    frame = whole.frame
    assert frame is not None
    for name in frame.navigation.names:
        frame.go(Target(name))
    frame.go(Target("conversations"))
    cast(Any, frame.page)._talk_view()  # the steps of a talk have keys of their own
    said = {
        QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        for shortcut in SHORTCUTS
        for key in shortcut.sequences
    }
    assert keys_of(frame) - said == set()
    # Who has fewer pages has fewer numbers; the panel of quick capture is made when asked for.
    assert {key for key in said - keys_of(frame) if not key.startswith("Alt+")} == set()


def test_the_list_has_every_key_that_a_widget_looks_for() -> None:
    looked_for = {
        node.attr.removeprefix("Key_")
        for file in PACKAGE.rglob("*.py")
        if "tour" not in file.parts
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("Key_")
    }
    assert "F2" in looked_for, "the search itself works"
    listed = {cap for shortcut in SHORTCUTS for cap in shortcut.caps}
    assert {NAMED_KEYS.get(key, key) for key in looked_for - TWINS} - listed == set()


def test_every_common_key_of_a_page_is_in_the_list() -> None:
    assert {one.page_key for one in SHORTCUTS if one.page_key} == set(PageKey)
    assert {one.group for one in SHORTCUTS} == set(Group)


def test_f1_again_lists_the_keys_and_once_more_ends_it(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(cast(Any, frame.page).field, Qt.Key.Key_F1)
    assert not frame.help_panel.shows_keys
    frame.show_help()
    assert frame.help_panel.shows_keys
    assert frame.help_panel.title == "Sneltoetsen"
    frame.show_help()
    assert not frame.help_panel.isVisible()
    frame.show_shortcuts()
    assert frame.help_panel.shows_keys
    assert frame.help_panel.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(frame.help_panel, Qt.Key.Key_Escape)
    assert not frame.help_panel.isVisible()


def test_one_goes_between_page_and_keys_by_the_arrows(qtbot: QtBot, frame: Frame) -> None:
    frame.show_help()
    chip = frame.help_panel.choice
    before = frame.help_panel.title
    for chosen, title in (("keys", "Sneltoetsen"), ("page", before)):
        one = next(child for child in chip._chips if child.choice.key == chosen)
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Space)
        assert frame.help_panel.title == title
        assert chip.isAncestorOf(QApplication.focusWidget()), "the choice keeps the focus"


def test_the_keys_say_what_they_do_on_this_page(qtbot: QtBot, stand_ins: object) -> None:
    page = Page()
    page.offer(PageKey.NEW, "&Gesprek plannen", page.clear)
    keys = KeyList(page)
    qtbot.addWidget(page)
    qtbot.addWidget(keys)
    heard = [label.accessibleName() for label in keys.findChildren(QLabel)]
    assert "Ctrl+N: iets nieuws beginnen. Hier: Gesprek plannen" in heard
    assert "Ctrl+S: bewaren" in heard, "not offered on this page"
    assert "PgUp / PgDn: een scherm omhoog of omlaag" in heard
    assert len(keys.findChildren(KeyCaps)) == len(SHORTCUTS)
    assert max(caps.sizeHint().width() for caps in keys.findChildren(KeyCaps)) < 140, (
        "room for words"
    )


def test_every_topic_is_shown_with_its_pictures(qtbot: QtBot, frame: Frame) -> None:
    for topic, page in help_pages().items():
        frame.help_panel.show_topic(topic)
        frame.help_panel.read()
        QApplication.processEvents()
        shown = [view for view in frame.help_panel.findChildren(PictureView) if view.isVisible()]
        assert [view.text() for view in shown] == [picture.words for picture in page.pictures]
        read = {label.text() for label in frame.help_panel.findChildren(QLabel)}
        assert set(page.paragraphs) <= read
        assert not page.then or set(help_pages()[page.then].paragraphs) <= read
        for view in shown:
            qtbot.waitUntil(partial(_has_its_shape, view))
            assert view.accessibleName().startswith("Plaatje: ")
            assert view.width() <= frame.help_panel.width()


def _has_its_shape(view: PictureView) -> bool:
    return view.height() > 60 and abs(view.height() - view.heightForWidth(view.width())) <= 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_picture_is_enlarged_and_put_back_by_keys(
    qtbot: QtBot, frame: Frame, key: Qt.Key
) -> None:
    frame.help_panel.show_topic("today")
    frame.help_panel.read()
    view = frame.help_panel.findChildren(PictureView)[-1]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    large = frame.findChild(EnlargedPicture)
    assert large is not None
    assert large.geometry() == frame.rect()
    assert large.hasFocus()
    assert large.accessibleName() == view.text()
    QTest.keyClick(large, Qt.Key.Key_Tab)
    assert large.hasFocus(), "what lies under it is not in sight"
    frame.resize(frame.width() + 40, frame.height())
    assert large.geometry() == frame.rect()
    QTest.keyClick(large, key)
    assert large.isHidden()
    assert view.hasFocus()
    assert frame.help_panel.isVisible(), "only the picture went away"


def test_an_enlarged_picture_does_not_stay_over_another_page(qtbot: QtBot, frame: Frame) -> None:
    frame.help_panel.show_topic("today")
    frame.help_panel.read()
    frame.help_panel.findChildren(PictureView)[-1].click()
    large = frame.findChild(EnlargedPicture)
    assert large is not None
    frame.go(Target("second"))
    assert large.isHidden()


def test_a_picture_follows_light_and_dark(
    qtbot: QtBot, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.help_panel.show_topic("today")
    frame.help_panel.read()
    view = frame.help_panel.findChildren(PictureView)[-1]
    light = view.grab().toImage().pixelColor(view.width() // 2, view.height() - 3).lightness()
    monkeypatch.setattr(type(theme()), "is_dark", property(lambda _theme: True))
    dark = view.grab().toImage().pixelColor(view.width() // 2, view.height() - 3).lightness()
    assert light > 200 > 80 > dark
