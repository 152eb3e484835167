"""The laptop in somebody else's hands: whoever sits there is taken for an attacker."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lob_workbench.app.example_school import PASSPHRASE as EXAMPLE_PASSPHRASE
from lob_workbench.app.features import FEATURES
from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.frame import Frame
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.search_box import SearchCard
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import DiskFull
from lob_workbench.people.queries import visible_views
from lob_workbench.ui import dialogs
from lob_workbench.ui.lent_view import Loan
from tests.app import lent_stand_in
from tests.app.conftest import paper
from tests.app.lent_stand_in import WRITTEN, StandInView, kept
from tests.app.test_main_window import unlock

LOAN = Loan(StandInView, "Zoë")
PLACE = Target("second")
FIXED_KEYS = (
    *(f"Alt+{number}" for number in range(1, 10)),
    *("F1", "F5", "F10", "F11", "Ctrl+F", "Ctrl+K", "Ctrl+N", "Ctrl+O", "Ctrl+P", "Ctrl+Q"),
    *("Ctrl+S", "Ctrl+T", "Ctrl+W", "Ctrl+Tab", "Ctrl+Shift+N", "Ctrl+Shift+Z", "Ctrl+Return"),
    *("Alt+Left", "Alt+Home", "Back", "Menu", "Shift+F10", "Ctrl+1", "Ctrl+2", "Ctrl+3"),
)
"""Also those that the program may get later."""


@pytest.fixture
def open_window(open_window):
    """At the end the laptop is taken back: closing a lent window only locks it."""
    yield open_window
    open_window.lock()


def lend(qtbot, window):
    window.frame.go(PLACE)
    window.frame.navigator.lend(LOAN)
    qtbot.waitUntil(lambda: window.lent_view is not None)
    assert window.lent_view.begun
    return window.lent_view


def locked(window):
    screen = window.screen_shown
    assert isinstance(screen, UnlockScreen)
    assert window.session is window.jobs is window.frame is window.lent_view is None
    return screen


def wait_locked(qtbot, window):
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, UnlockScreen), timeout=10_000)
    return locked(window)


def words_of(root):
    """Everything that a screen reader can find from ``root``, shown or hidden."""
    found, todo = [], [QAccessible.queryAccessibleInterface(root)]
    while todo:
        node = todo.pop()
        if node is None or not node.isValid():
            continue
        found += [node.text(kind) for kind in QAccessible.Text if kind.value < 5]
        todo += [node.child(index) for index in range(node.childCount())]
    return " ".join(found)


# What is in the window


def test_only_the_view_is_there_and_every_page_is_gone(qtbot, open_window):
    frame = open_window.frame
    frame.navigator.show_paper(paper(1), "Verslag van Oğuz", "verslag.pdf")
    frame.navigator.offer_undo("Weg: Oğuz", print)
    watched = [weakref.ref(thing) for thing in (frame, frame.page, frame.paper)]
    QGuiApplication.clipboard().setText("gekopieerd uit het dossier van Oğuz")
    del frame
    view = lend(qtbot, open_window)
    gc.collect()
    assert [watch() for watch in watched] == [None] * 3
    assert open_window.findChildren(Frame) == []
    assert open_window.windowTitle() == "LOB-werkbank"
    assert "Dit deel is van Zoë" in words_of(open_window)
    assert "Oğuz" not in words_of(open_window)
    assert QGuiApplication.clipboard().text() == ""
    assert QApplication.focusWidget() in (view.field, None)
    assert view.focusProxy() is view.field
    assert open_window._idle.watching


def test_a_page_that_cannot_save_is_not_lent_away(qtbot, open_window):
    open_window.frame.page.lets_go = False
    assert not open_window.lend(LOAN)
    assert open_window.frame.message_bar.message.tone is Tone.DANGER


def test_only_an_open_workbook_can_be_lent(qtbot, open_window):
    view = lend(qtbot, open_window)
    assert not open_window.lend(LOAN)
    assert open_window.lent_view is view
    open_window.lock()
    assert not open_window.lend(LOAN)
    locked(open_window)


# The attacker


@pytest.fixture
def school_window(qtbot, clock, recent, example_session):
    """The real features on the example school."""
    window = MainWindow(clock, recent, FEATURES)
    window.take_session(example_session)
    window.show()
    qtbot.waitExposed(window)
    assert window.jobs.wait(20_000)
    yield window
    dialogs.forget_answers()
    window.lock()
    window.show_first()
    window.close()
    window.deleteLater()


def registered_keys(window):
    """Visit every page and collect whatever listens to a key there."""
    frame = window.frame
    with window.session.work() as work:
        student = visible_views(work)[0]
    for name in tuple(frame._features):
        frame.go(Target(name))
        assert window.jobs.wait(20_000)
    for target in (Target("students", student.id), Target("conversations", student.id, "record")):
        frame.go(target)
        assert window.jobs.wait(20_000)
    found = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    for action in window.findChildren(QAction):
        found |= {keys.toString() for keys in action.shortcuts()}
    return sorted({*found, *FIXED_KEYS} - {"", "Ctrl+L", "Esc"})


def test_no_key_of_the_program_leads_out_of_a_lent_view(qtbot, school_window):
    window = school_window
    keys = registered_keys(window)
    assert {"Ctrl+K", "F1", "Alt+1", "Ctrl+N", "Ctrl+S", "Ctrl+Return"} <= set(keys)
    window.frame.go(Target("today"))
    QTest.keySequence(window.frame.page, QKeySequence("Ctrl+K"))
    (box,) = window.frame.findChildren(SearchCard)
    assert box.isVisible()  # pressed like this, keys do work
    del box
    window.frame.navigator.lend(LOAN)
    qtbot.waitUntil(lambda: window.lent_view is not None)
    view = window.lent_view
    view.field.setPlainText("van mij")
    for target in (view.field, view.later_button, view, window):
        for key in keys:
            QTest.keySequence(target, QKeySequence(key))
            QApplication.processEvents()
            assert window.screen_shown is view, key
            assert QApplication.activeModalWidget() is None, key
            assert QApplication.activePopupWidget() is None, key
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert shown == []
    assert len(view.findChildren(QShortcut)) == 1  # Ctrl+L: it locks


def test_nobody_else_is_in_what_a_screen_reader_finds(qtbot, school_window):
    window = school_window
    with window.session.work() as work:
        names = [student.name.full for student in visible_views(work)]
    frame = window.frame
    for name in tuple(frame._features):
        frame.go(Target(name))
        assert window.jobs.wait(20_000)
    frame.go(Target("students"))
    assert window.jobs.wait(20_000)
    del frame
    window.frame.navigator.lend(LOAN)
    qtbot.waitUntil(lambda: window.lent_view is not None)
    for root in (window, *(w for w in QApplication.topLevelWidgets() if w.isVisible())):
        words = words_of(root)
        assert [name for name in names if name in words] == []
    assert {type(child).__module__ for child in window.findChildren(QWidget)} <= {
        "PySide6.QtWidgets",
        "lob_workbench.ui.buttons",
        "lob_workbench.ui.labels",
        "lob_workbench.ui.messages",
        "lob_workbench.ui.page",
        "lob_workbench.ui.text_area",
        "tests.app.lent_stand_in",
    }
    assert window.lock()
    assert window.screen_shown.form.field.value() == ""
    window.screen_shown.form.field.edit.setText(EXAMPLE_PASSPHRASE)
    window.screen_shown.form.submit()
    assert window.errands.wait(20_000)
    assert window.frame.target == Target("students")


def test_the_thank_you_screen_leads_nowhere_without_the_passphrase(qtbot, open_window, ready):
    view = lend(qtbot, open_window)
    view.stop()
    screen = wait_locked(qtbot, open_window)
    words = words_of(open_window)
    assert "Bedankt. Geef de laptop terug." in words
    assert not screen.close_button.isVisible()
    assert not screen.form.forgotten_button.isVisible()
    for key in ("Esc", *FIXED_KEYS, "Ctrl+L"):
        QTest.keySequence(screen.form.field.edit, QKeySequence(key))
        assert open_window.screen_shown is screen, key
    screen.form.field.edit.setText("geraden")
    screen.form.submit()
    assert open_window.errands.wait(20_000)
    assert screen.form.field.error
    assert locked(open_window) is screen


# Giving it back


def test_ready_is_written_and_the_counsellor_hears_it_where_it_was_lent(qtbot, open_window, ready):
    view = lend(qtbot, open_window)
    QTest.keyClicks(view.field, "Ik wil het over mijn stage hebben.")
    qtbot.mouseClick(view.done_button, Qt.MouseButton.LeftButton)
    wait_locked(qtbot, open_window)
    frame = unlock(open_window, ready)
    assert frame.target == PLACE
    assert frame.message_bar.message.text == "Zoë is klaar."
    with open_window.session.work() as work:
        assert kept(work, WRITTEN) == "Ik wil het over mijn stage hebben."
        assert kept(work) is None


def _escape(window):
    QTest.keyClick(window.lent_view.field, Qt.Key.Key_Escape)


def _ctrl_l(window):
    QTest.keyClick(window.lent_view.field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _later(window):
    window.lent_view.later_button.click()


def _close(window):
    window.close()


def _empty_chair(window):
    window._idle.idle.emit()


@pytest.mark.parametrize("way", [_escape, _ctrl_l, _later, _close, _empty_chair])
def test_every_other_way_out_keeps_the_words_and_locks(qtbot, open_window, ready, way):
    view = lend(qtbot, open_window)
    QTest.keyClicks(view.field, "Half ge")
    way(open_window)
    wait_locked(qtbot, open_window)
    assert open_window.isVisible()
    frame = unlock(open_window, ready)
    assert frame.target == PLACE
    assert "nog niet Klaar" in frame.message_bar.message.text
    with open_window.session.work() as work:
        assert kept(work) == "Half ge"
        assert kept(work, WRITTEN) is None


def test_a_closed_window_begins_at_the_lock_again(qtbot, open_window, recent, ready):
    view = lend(qtbot, open_window)
    QTest.keyClicks(view.field, "Half ge")
    open_window.close()
    wait_locked(qtbot, open_window)
    again = MainWindow(recent=recent)
    again.begin()
    assert isinstance(again.screen_shown, FirstScreen)
    assert again.session is None
    again.close()
    again.deleteLater()


def test_words_that_are_on_no_disk_keep_the_view(qtbot, open_window, monkeypatch):
    view = lend(qtbot, open_window)

    def full(_work, _text):
        raise DiskFull

    monkeypatch.setattr(view.keeper, "_save_operation", full)
    QTest.keyClicks(view.field, "Niet kwijt")
    assert not open_window.lock()
    assert open_window.lent_view is view
    view.hand_in()
    assert open_window.lent_view is view
    assert "nog niet bewaard" in open_window._bar.message.text
    assert view.field.toPlainText() == "Niet kwijt"
    dialogs.answer_next(False)  # closing asks, as ever
    open_window.close()
    assert open_window.lent_view is view
    monkeypatch.setattr(view.keeper, "_save_operation", lent_stand_in.keep)
    assert open_window.lock()


def test_a_refused_ready_is_told_and_the_words_are_a_draft_again(
    qtbot, open_window, ready, monkeypatch
):
    view = lend(qtbot, open_window)
    view.hand_in()  # nothing to deliver: the view said so
    assert view.done_button.isEnabled()

    def refuse(_work, _text):
        raise DiskFull

    monkeypatch.setattr(lent_stand_in, "write", refuse)
    QTest.keyClicks(view.field, "Toch bewaard")
    view.hand_in()
    assert open_window.jobs.wait(20_000)
    assert open_window.lent_view is view
    assert open_window._bar.message.tone is Tone.DANGER
    assert view.done_button.isEnabled()
    assert open_window.lock()
    unlock(open_window, ready)
    with open_window.session.work() as work:
        assert kept(work) == "Toch bewaard"


def test_a_lock_during_the_writing_says_that_it_may_be_written(qtbot, open_window, ready):
    view = lend(qtbot, open_window)
    QTest.keyClicks(view.field, "Net klaar")
    view.hand_in()
    view.hand_in()  # a second click writes nothing more
    assert open_window.lock()
    frame = unlock(open_window, ready)
    assert "koos Klaar" in frame.message_bar.message.text
    with open_window.session.work() as work:
        assert kept(work, WRITTEN) == "Net klaar"


def test_a_lent_view_is_freed(qtbot, open_window, ready):
    view = weakref.ref(lend(qtbot, open_window))
    open_window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert view() is None
