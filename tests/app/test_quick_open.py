"""*Snel openen* on the screens that ask a passphrase, and the lock when the system says so."""

from __future__ import annotations

import threading

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lob_workbench.app import quick_open
from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.contributions import Tone
from lob_workbench.storage import quick_unlock
from lob_workbench.storage.quick_unlock import WORDS, QuickState
from lob_workbench.ui.labels import Label
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.system_watch import Leaving
from tests.app.lent_stand_in import StandInView
from tests.helpers import ring_stand_in

ring = ring_stand_in.ring
ALT = Qt.KeyboardModifier.AltModifier


def put_on(ready):
    """As settings does, without a window: on a thread of its own."""

    def work():
        session = Session.open(ready.folder, passphrase=ready.passphrase)
        key = session.propose_quick_key(ready.passphrase)
        assert quick_unlock.keep(key) is QuickState.READY
        session.set_quick_key(key)
        session.close(backup=False)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def quick(window, ready, ring):
    """The first screen with a workbook that this computer opens."""
    put_on(ready)
    ring.asked = 0
    window.show_first(ready.folder)
    return window.screen_shown.form.quick


def opened(qtbot, window):
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    assert window.errands.wait(20_000)


def by_hand(window, ready):
    window.screen_shown.form.field.edit.setText(ready.passphrase)
    window.screen_shown.form.submit()
    assert window.errands.wait(20_000)
    assert window.frame is not None


def test_it_is_not_there_until_it_was_put_on(window, ready, ring):
    window.show_first(ready.folder)
    assert not window.screen_shown.form.quick.isVisible()
    assert ring.asked == 0


def test_one_key_opens_the_workbook_and_nothing_opens_it_unasked(qtbot, window, quick, ring):
    assert quick.isVisible()
    assert quick.button.text() == "&Snel openen"
    assert window.screen_shown.form.field.edit.hasFocus()
    qtbot.wait(100)
    assert ring.asked == 0
    QTest.keyClick(window, Qt.Key.Key_S, ALT)
    opened(qtbot, window)


def test_after_a_lock_it_is_a_button_and_waits_for_the_person(qtbot, window, quick, ring, ready):
    quick.button.click()
    opened(qtbot, window)
    ring.asked = 0
    window.lock()
    screen = window.screen_shown
    assert isinstance(screen, UnlockScreen)
    qtbot.wait(100)
    assert ring.asked == 0
    assert window.frame is None
    screen.form.quick.button.click()
    opened(qtbot, window)


def test_the_passphrase_works_while_the_key_ring_hangs(qtbot, window, quick, ring, ready):
    ring.answers.clear()
    quick.button.click()
    qtbot.waitUntil(lambda: ring.asked == 1)
    assert quick.asking
    assert quick.words == ("Even geduld. Opent je computer een venster? Kies daar voor toestaan.")
    assert not quick.button.isEnabled()
    quick.begin()
    assert ring.asked == 1
    by_hand(window, ready)
    ring.answers.set()  # Too late: nobody listens.
    qtbot.wait(100)
    assert window.frame is not None


def test_one_may_stop_waiting_and_ask_again(qtbot, window, quick, ring):
    ring.answers.clear()
    quick.button.click()
    qtbot.waitUntil(lambda: ring.asked == 1)
    QTest.keyClick(window, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: not quick.asking)
    assert not quick.back_button.isVisible()
    assert window.screen_shown.form.field.edit.hasFocus()
    ring.answers.set()
    qtbot.wait(100)
    assert window.frame is None
    quick.button.click()
    opened(qtbot, window)


def test_a_window_closes_while_the_key_ring_hangs(qtbot, window, quick, ring):
    ring.answers.clear()
    quick.button.click()
    qtbot.waitUntil(lambda: ring.asked == 1)
    window.close()
    assert not window.isVisible()


def test_a_ring_that_never_answers_is_told_of(qtbot, window, quick, ring, monkeypatch):
    monkeypatch.setattr(quick_open, "PATIENCE_SECONDS", 0.1)
    ring.answers.clear()
    quick.button.click()
    qtbot.waitUntil(lambda: quick.words == WORDS[QuickState.SILENT])
    assert window.screen_shown.form.field.edit.hasFocus()


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        ("locked", QuickState.LOCKED),
        ("gone", QuickState.SILENT),
        ("missing", QuickState.MISSING),
        ("stale", QuickState.STALE),
    ],
)
def test_each_trouble_has_its_words_and_the_passphrase_works(
    qtbot, window, quick, ring, ready, trouble, state
):
    if trouble == "locked":
        ring.error = KeyringLocked("no")
    elif trouble == "gone":
        ring.error = OSError("the bus has gone")
    elif trouble == "missing":
        ring.kept.clear()
    else:
        (place,) = ring.kept
        ring.kept[place] = "0123456789abcdef" + ring.kept[place][16:]
    quick.button.click()
    qtbot.waitUntil(lambda: quick.words == WORDS[state])
    assert quick.button.isEnabled()
    by_hand(window, ready)


def test_a_secret_that_does_not_fit_is_stale(qtbot, window, quick, ring):
    (place,) = ring.kept
    ring.kept[place] = ring.kept[place][:17] + "A" * 43 + "="
    quick.button.click()
    qtbot.waitUntil(lambda: quick.words == WORDS[QuickState.STALE])
    assert window.frame is None
    assert window.screen_shown.form.field.error == ""


def test_an_answer_that_comes_while_the_passphrase_is_tried_is_left(window, quick, ready):
    form = window.screen_shown.form
    form.field.edit.setText(ready.passphrase)
    form.submit()
    form.submit_quick_key(quick_unlock.new_quick_key("x"))
    assert window.errands.wait(20_000)
    assert window.frame is not None


# A lent laptop


def lend(qtbot, window):
    window.frame.navigator.lend(Loan(StandInView, "Zoë van ’t Hart"))
    qtbot.waitUntil(lambda: window.lent_view is not None)


def test_whoever_gives_the_laptop_back_cannot_open_it(qtbot, window, quick, ready, recent):
    quick.button.click()
    opened(qtbot, window)
    lend(qtbot, window)
    assert recent.lent()
    assert window.lock()
    assert not window.screen_shown.form.quick.isVisible()
    QTest.keyClick(window, Qt.Key.Key_S, ALT)
    qtbot.wait(100)
    assert window.frame is None
    by_hand(window, ready)
    assert not recent.lent()


def test_killed_while_lent_it_begins_at_the_passphrase(
    qtbot, window, quick, ready, recent, tmp_path, made_once
):
    quick.button.click()
    opened(qtbot, window)
    lend(qtbot, window)
    # As after a kill: another program, with what stands on the disk.
    again = FirstScreen(window.errands, window._clock, recent, folder=ready.folder)
    qtbot.addWidget(again)
    assert not again.form.quick.isVisibleTo(again)
    # Opening a workbook of one's own does not make one the owner of this one.
    recent.mark_lent(False, "f" * 32)
    assert recent.lent()
    assert window.lock()
    by_hand(window, ready)
    assert not recent.lent()


def test_a_mark_that_cannot_be_read_does_not_last_for_ever(tmp_path):
    recent = RecentWorkbooks(tmp_path / "recent.json")
    recent.mark_lent(True, "x")
    (tmp_path / "lent").write_bytes(b"\xff")
    recent.mark_lent(False, "x")
    assert not recent.lent()


# When the system says that somebody left


@pytest.mark.parametrize("leaving", list(Leaving))
def test_it_locks_when_the_system_says_that_somebody_left(qtbot, open_window, leaving, ready):
    page = open_window.frame.page
    open_window._system.left.emit(leaving)
    qtbot.waitUntil(lambda: isinstance(open_window.screen_shown, UnlockScreen))
    assert "leave" in page.calls  # Drafts are saved first.
    assert open_window.session is None
    # Twice, and with nothing open, is harmless.
    open_window._system.left.emit(leaving)
    qtbot.wait(50)
    by_hand(open_window, ready)


def test_the_computer_may_sleep_once_all_is_saved(qtbot, open_window, monkeypatch):
    slept = []
    monkeypatch.setattr(
        open_window._system, "let_sleep", lambda: slept.append(open_window.session is None)
    )
    open_window._system.left.emit(Leaving.SLEEPING)
    qtbot.waitUntil(lambda: slept == [True])


def test_a_draft_that_cannot_be_saved_keeps_it_open_and_says_so(qtbot, open_window, monkeypatch):
    open_window.frame.page.lets_go = False
    open_window._system.left.emit(Leaving.LOCKED)
    qtbot.wait(100)
    assert open_window.frame is not None
    assert open_window.frame.message_bar.message.tone is Tone.DANGER
    assert isinstance(open_window, MainWindow)


def test_the_first_screen_does_not_promise_what_is_not_so(window, ready, ring):
    def promise():
        return [
            label.text()
            for label in window.screen_shown.findChildren(Label)
            if label.text().startswith("Een werkboek is op slot.")
        ]

    only = "Een werkboek is op slot. Het opent met jouw wachtwoordzin of herstelcode."
    window.show_first(ready.folder)
    assert promise() == [only]
    put_on(ready)
    window.show_first(ready.folder)
    assert promise() == [
        "Een werkboek is op slot. Wie met jouw account op deze computer zit, opent het ook."
    ]
