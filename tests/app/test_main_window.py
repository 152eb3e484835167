"""The window around the pages: going about, locking, closing; through the real widgets."""

import gc
import threading
import weakref
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from lob_workbench.app import farewell
from lob_workbench.app.first_screen import FirstScreen
from lob_workbench.app.frame import Frame
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.open_form import OpenForm
from lob_workbench.app.screen import QuietScreen
from lob_workbench.app.session import Session
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.contributions import Target, Tone
from lob_workbench.domain.errors import DiskFull, InputRefused
from lob_workbench.domain.rights import Right
from lob_workbench.people.preferences import ThemeChoice, change_preferences
from lob_workbench.storage import backup
from lob_workbench.ui import dialogs
from lob_workbench.ui.labels import Label
from lob_workbench.ui.pdf_view import PdfView
from lob_workbench.ui.theme import theme
from tests.app.conftest import paper

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def unlock(window, ready):
    screen = window.screen_shown
    assert isinstance(screen, UnlockScreen)
    screen.form.field.edit.setText(ready.passphrase)
    screen.form.submit()
    assert window.errands.wait(20_000)
    return window.frame


# Going about


def test_it_opens_on_the_first_page_and_says_whose_desk_it_is(open_window, recent, ready):
    frame = open_window.frame
    assert frame.target == Target("first")
    assert frame.page.opened == [Target("first")]
    assert open_window.windowTitle() == "FirstPage – LOB-werkbank"
    assert recent.newest() == ready.folder
    words = [label.text() for label in frame.findChildren(Label)]
    assert "Mirjam Bakker" in words
    assert "loopbaanbegeleider" in words
    assert "Werkboek op deze laptop · Mijn werkboek" in words


def test_pages_are_made_when_first_needed_and_once(qtbot, open_window):
    frame = open_window.frame
    assert set(frame._pages) == {"first"}
    qtbot.mouseClick(frame.navigation.button("second"), Qt.MouseButton.LeftButton)
    second = frame.page
    assert frame.navigation.button("second").isChecked()
    frame.go(Target("first"))
    frame.go(Target("second", uuid4(), "tab"))
    assert frame.page is second
    assert len(second.opened) == 2


def test_alt_and_a_number_choose_a_page(qtbot, open_window):
    frame = open_window.frame
    qtbot.keyClick(frame.page.field, Qt.Key.Key_2, ALT)
    assert frame.target == Target("second")
    qtbot.keyClick(frame.page.field, Qt.Key.Key_1, ALT)
    assert frame.target == Target("first")


def test_a_page_out_of_the_list_has_no_button_and_can_be_gone_to(open_window):
    frame = open_window.frame
    assert frame.navigation.names == ("first", "second")
    frame.go(Target("hidden"))
    assert frame.target == Target("hidden")
    assert not frame.navigation.button("first").isChecked()


def test_a_page_under_another_is_marked_there_and_listed_for_who_cannot_go_there(
    window, ready, stand_ins
):
    first, second, *others = stand_ins
    window._features = (first, replace(second, under="first"), *others)
    window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    frame = window.frame
    assert frame.navigation.names == ("first",)
    frame.go(Target("second"))
    assert frame.navigation.button("first").isChecked()
    frame.navigation.button("first").click()
    assert frame.target == Target("first")


def test_a_page_under_one_that_the_role_lacks_is_listed(window, ready, stand_ins, monkeypatch):
    monkeypatch.setattr(
        "lob_workbench.domain.actor.rights_of", lambda roles: frozenset({Right.OPEN_WORKBENCH})
    )
    first, second, *_others = stand_ins
    window._features = (replace(first, right=Right.RECORD_TALKS), replace(second, under="first"))
    window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    assert window.frame.navigation.names == ("second",)
    assert window.frame.navigation.button("second").isChecked()


def test_escape_goes_back_step_by_step(qtbot, open_window):
    frame = open_window.frame
    one, two = Target("first", uuid4()), Target("second", uuid4())
    frame.go(one)
    frame.go(two)
    qtbot.keyClick(frame.page.field, Qt.Key.Key_Escape)
    assert frame.target == one
    frame._context.navigator.back()
    assert frame.target == Target("first")
    frame.back()
    assert frame.target == Target("first")


def test_a_page_that_cannot_save_keeps_the_reader(open_window):
    frame = open_window.frame
    frame.page.lets_go = False
    frame._context.navigator.go(Target("second"))
    assert frame.target == Target("first")
    assert frame.navigation.button("first").isChecked()


def test_pages_ask_by_their_own_signals_too(open_window):
    frame = open_window.frame
    frame.page.navigate.emit(Target("second"))
    assert frame.target == Target("second")
    frame.page.set_title("Een ander opschrift")
    assert open_window.windowTitle() == "Een ander opschrift – LOB-werkbank"
    frame._pages["first"].set_title("Achtergrond")
    assert open_window.windowTitle() == "Een ander opschrift – LOB-werkbank"


def test_an_unknown_place_is_ignored(open_window):
    open_window.frame.go(Target("nergens"))
    assert open_window.frame.target == Target("first")


def test_the_keys_of_a_page_work_from_the_page_and_from_the_navigation(qtbot, open_window):
    frame = open_window.frame
    page = frame.page
    for place in (page.field, frame.navigation.button("first")):
        place.setFocus()
        page.calls.clear()
        qtbot.keyClick(place, Qt.Key.Key_N, CONTROL)
        qtbot.keyClick(place, Qt.Key.Key_S, CONTROL)
        qtbot.keyClick(place, Qt.Key.Key_P, CONTROL)
        qtbot.keyClick(place, Qt.Key.Key_Return, CONTROL)
        assert page.calls == ["new", "save", "print", "finish"]


def test_the_focus_is_in_the_page_after_going_there(qtbot, qapp, open_window):
    open_window.activateWindow()
    frame = open_window.frame
    qtbot.mouseClick(frame.navigation.button("second"), Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is frame.page or frame.page.isAncestorOf(focused)


def test_a_write_refreshes_the_page_in_sight_and_the_others_when_they_come_back(open_window):
    frame, jobs = open_window.frame, open_window.jobs
    first = frame.page
    frame.go(Target("second"))
    changes = Changes.of("student", uuid4())
    jobs.run(lambda work: changes)
    jobs.run(lambda work: Changes.of("talk"))
    assert jobs.wait(5_000)
    assert frame.page.heard == [changes, Changes.of("talk")]
    assert first.heard == []
    frame.go(Target("first"))
    assert first.heard == [changes | Changes.of("talk")]
    frame.go(Target("second"))
    assert len(frame.page.heard) == 2


def test_an_error_that_no_page_takes_is_told_at_the_bottom(open_window):
    def refuse(work):
        raise InputRefused

    open_window.jobs.run(refuse)
    assert open_window.jobs.wait(5_000)
    message = open_window.frame.message_bar.message
    assert message.text == InputRefused.message
    assert message.tone is Tone.DANGER


def test_undo_runs_an_operation_once(open_window):
    frame, undone = open_window.frame, []

    def restore(work, what):
        undone.append((work.actor.name, what))
        return Changes.of("talk")

    frame._context.navigator.offer_undo("Verwijderd.", restore, "dit")
    bar = frame.message_bar
    assert bar.message.action == "Ongedaan maken"
    bar._button.click()
    assert open_window.jobs.wait(5_000)
    assert undone == [("Mirjam Bakker", "dit")]
    assert frame.page.heard == [Changes.of("talk")]
    frame._do_undo()
    assert not open_window.jobs.busy


def test_a_way_back_comes_along_to_the_next_page_and_other_words_do_not(open_window):
    frame = open_window.frame
    frame._context.navigator.offer_undo("Verwijderd.", lambda _work: None)
    frame.go(Target("second"))
    assert frame.message_bar.message.text == "Verwijderd."
    frame._context.navigator.say("Bewaard 14:02")
    frame.go(Target("first"))
    assert frame.message_bar.message is None


def test_messages_come_to_the_bar(open_window):
    frame = open_window.frame
    frame._context.navigator.say("Bewaard 14:02")
    assert frame.message_bar.message.text == "Bewaard 14:02"


def test_paper_covers_the_page_until_escape(qtbot, open_window):
    frame = open_window.frame
    frame.go(Target("second"))
    frame._context.navigator.show_paper(paper(1), "Verslag", "verslag.pdf")
    frame._context.navigator.show_paper(paper(2), "Verslag", "verslag.pdf")
    view = frame.paper
    assert isinstance(view, PdfView)
    assert view.page_count == 2
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert frame.paper is None
    assert frame.target == Target("second")
    frame._context.navigator.show_paper(paper(1), "Verslag", "verslag.pdf")
    frame.go(Target("first"))
    assert frame.paper is None


def test_f1_explains_the_page_and_escape_ends_it(qtbot, open_window):
    frame = open_window.frame
    qtbot.keyClick(frame.page.field, Qt.Key.Key_F1)
    assert frame.help_panel.isVisible()
    assert frame.help_panel.title == "Studenten"
    frame.page.help_topic = "bestaat niet"
    frame.go(Target("first"))
    assert frame.help_panel.title == "Vandaag"
    qtbot.keyClick(frame.help_panel, Qt.Key.Key_Escape)
    assert not frame.help_panel.isVisible()
    frame.show_help()
    qtbot.keyClick(frame.page.field, Qt.Key.Key_Escape)
    assert not frame.help_panel.isVisible()
    frame.show_help()
    frame.show_help()
    frame.show_help()
    assert not frame.help_panel.isVisible()


def test_the_navigation_folds_in_a_narrow_window(qtbot, open_window):
    frame = open_window.frame
    open_window.resize(1366, 768)
    QCoreApplication.processEvents()
    wide = frame.navigation.width()
    open_window.resize(1092, 614)
    QCoreApplication.processEvents()
    assert open_window.size().toTuple() == (1092, 614)
    assert frame.navigation.width() < wide / 2


def test_a_role_without_pages_is_told_so(qtbot, window, ready, stand_ins):
    window._features = tuple(replace(feature, page="") for feature in stand_ins)
    window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    assert window.frame.target is None
    window.frame.show_help()
    assert window.lock()
    frame = unlock(window, ready)
    assert frame.page is None


def test_only_what_the_role_may_see_is_shown(window, ready, stand_ins, monkeypatch):
    monkeypatch.setattr(
        "lob_workbench.domain.actor.rights_of", lambda roles: frozenset({Right.OPEN_WORKBENCH})
    )
    window._features = (replace(stand_ins[0], right=Right.RECORD_TALKS), stand_ins[1])
    window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    assert window.frame.navigation.names == ("second",)


def test_settings_are_applied_at_once(open_window):
    with open_window.session.work() as work:
        change_preferences(work, {"theme": ThemeChoice.DARK, "idle_minutes": 0})
    assert open_window._idle.watching
    open_window.frame._context.navigator.apply_settings()
    assert open_window.jobs.wait(5_000)
    assert theme().is_dark
    assert not open_window._idle.watching


def test_warnings_of_the_workbook_are_told(window, ready, monkeypatch):
    session = Session.open(ready.folder, passphrase=ready.passphrase)
    session.warnings = (InputRefused(),)
    window.take_session(session)
    assert window.frame.message_bar.message.tone is Tone.ATTENTION


# Locking


def test_a_lock_leaves_no_page_no_engine_and_no_key(qtbot, open_window, ready):
    frame = open_window.frame
    frame.go(Target("second", uuid4()))
    frame._context.navigator.show_paper(paper(1), "Verslag", "verslag.pdf")
    session, jobs = open_window.session, open_window.jobs
    key = session.workbook.data_key
    things = [frame, frame.page, frame._context, frame.paper, session, jobs]
    things += [session.workbook, session.workbook.engine, session.workbook.key_file]
    watched = {type(thing).__name__: weakref.ref(thing) for thing in things if _watchable(thing)}
    assert {"Frame", "SecondPage", "Session", "Workbook", "Engine", "Jobs"} <= set(watched)
    del frame, session, jobs, things
    assert open_window.lock()
    assert key.wiped
    gc.collect()
    assert {name for name, watch in watched.items() if watch() is not None} == set()
    assert isinstance(open_window.screen_shown, UnlockScreen)
    assert open_window.session is open_window.jobs is open_window.frame is None
    assert open_window.windowTitle() == "Vergrendeld – LOB-werkbank"
    assert not [t for t in threading.enumerate() if t.name == "lob-database"]
    # The lock on the folder is free: another window may have it.
    Session.open(ready.folder, passphrase=ready.passphrase).close(backup=False)


def _watchable(thing):
    try:
        weakref.ref(thing)
    except TypeError:
        return False
    return True


def test_unlocking_returns_to_the_same_place(qtbot, open_window, ready):
    place = Target("second", uuid4(), "verhaal")
    open_window.frame.go(place)
    qtbot.keyClick(open_window.frame.page.field, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: isinstance(open_window.screen_shown, UnlockScreen))
    frame = unlock(open_window, ready)
    assert frame.target == place
    assert frame.page.opened == [place]


def test_pages_are_asked_to_save_and_to_forget(open_window):
    page = open_window.frame.page
    page.field.setText("iets over Zoë")
    seen = page.calls
    open_window.lock()
    assert seen == ["leave", "clear"]


def test_a_draft_that_cannot_be_saved_stops_the_lock(open_window):
    open_window.frame.page.lets_go = False
    assert not open_window.lock()
    assert open_window.frame is not None
    assert open_window.frame.message_bar.message.tone is Tone.DANGER
    assert open_window._idle.watching


def test_a_lock_hides_the_page_before_it_waits_for_anything(open_window):
    frame, seen = weakref.ref(open_window.frame), []

    def look():
        seen.append(frame().isVisible())

    open_window.frame.leaving.connect(look)
    assert open_window.lock()
    assert seen == [False]


def test_there_is_nothing_to_lock_on_the_first_screen(window):
    assert not window.lock()
    assert isinstance(window.screen_shown, FirstScreen)


def test_an_empty_chair_locks(qtbot, open_window):
    open_window._idle.watch(0.001)
    qtbot.waitUntil(lambda: isinstance(open_window.screen_shown, UnlockScreen), timeout=3_000)
    assert not open_window._idle.watching


def test_the_lock_button_locks(qtbot, open_window):
    open_window.frame.top_bar.lock_button.click()
    qtbot.waitUntil(lambda: isinstance(open_window.screen_shown, UnlockScreen))


def test_the_locked_screen_leads_to_the_first_one_and_to_the_recovery_code(
    qtbot, open_window, ready
):
    open_window.lock()
    open_window.screen_shown.form.forgotten_button.click()
    open_window.screen_shown.left.emit()
    assert open_window.screen_shown.findChild(OpenForm)
    open_window.screen_shown.form.field.edit.setText(ready.passphrase)
    open_window.screen_shown.form.submit()
    assert open_window.errands.wait(20_000)
    open_window.lock()
    open_window.screen_shown.close_button.click()
    assert isinstance(open_window.screen_shown, FirstScreen)


def test_locking_and_unlocking_many_times_leaves_no_windows(qtbot, open_window, ready):
    for _ in range(5):
        open_window.lock()
        unlock(open_window, ready)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(open_window.findChildren(Frame)) == 1


# Closing


def backups(ready):
    return list((ready.folder / "backups").glob("*.lobkopie"))


def test_closing_saves_backs_up_and_ends(qtbot, open_window, ready):
    page = open_window.frame.page
    calls = page.calls
    assert not open_window.close(), "it stays until the backup is there"
    assert isinstance(open_window.screen_shown, QuietScreen)
    assert not open_window.close(), "once more changes nothing"
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=10_000)
    assert calls == ["leave", "clear"]
    assert len(backups(ready)) == 1
    assert open_window.errands.stopped


def test_a_failed_backup_is_told_and_it_closes(qtbot, open_window, ready, monkeypatch):
    def full(*given):
        raise DiskFull

    monkeypatch.setattr(backup, "make_backup", full)
    dialogs.answer_next(None)
    open_window.close()
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=10_000)
    assert dialogs.asked() == ("De reservekopie is niet gelukt",)
    assert backups(ready) == []


@pytest.mark.expect_log("closed without waiting for the backup")
def test_a_backup_that_hangs_does_not_keep_anyone(qtbot, open_window, monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(farewell, "PATIENCE_MS", 20)

    def hang(*given):
        gate.wait(10)
        raise DiskFull

    monkeypatch.setattr(backup, "make_backup", hang)
    open_window.close()
    screen = open_window.screen_shown
    qtbot.waitUntil(screen.skip_button.isVisible)
    screen.skip_button.click()
    qtbot.waitUntil(lambda: not open_window.isVisible())
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "lob-workshop":
            open_window.errands._workshop.stop()


def test_closing_with_unsaved_words_asks(qtbot, open_window):
    open_window.frame.page.lets_go = False
    dialogs.answer_next(False)
    assert not open_window.close()
    assert open_window.frame is not None
    dialogs.answer_next(True)
    open_window.close()
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=10_000)


def test_closing_while_a_workbook_opens_leaves_it_closed(window, ready):
    window.show_first(ready.folder)
    window.screen_shown.form.field.edit.setText(ready.passphrase)
    window.screen_shown.form.submit()
    assert not window.screen_shown.new_door.isEnabled()
    assert window.close()
    assert window.session is None
    Session.open(ready.folder, passphrase=ready.passphrase).close(backup=False)


def test_closing_a_locked_werkbank_is_quick(open_window, ready):
    open_window.lock()
    assert open_window.close()
    assert backups(ready) == []


# The example school


@pytest.fixture
def example(monkeypatch, ready):
    import lob_workbench.app.example_school as example_school

    def open_temporary(clock):
        return Session.open(ready.folder, passphrase=ready.passphrase, clock=clock, temporary=True)

    monkeypatch.setattr(example_school, "open_temporary", open_temporary)
    monkeypatch.setattr(example_school, "PASSPHRASE", ready.passphrase)
    return ready


def test_the_example_school_opens_locks_and_leaves_nothing(qtbot, window, recent, example):
    window.screen_shown.example_door.click()
    assert type(window.screen_shown).__name__ == "QuietScreen"
    assert window.errands.wait(20_000)
    assert window.session.temporary
    assert recent.newest() is None
    assert window.lock()
    assert example.folder.exists()
    assert not window.screen_shown.form.forgotten_button.isVisibleTo(window)
    unlock(window, example)
    assert window.session.temporary
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert not example.folder.exists()


def test_leaving_the_locked_example_removes_it(window, example):
    window.begin(demo=True)
    assert window.errands.wait(20_000)
    window.lock()
    window.screen_shown.close_button.click()
    assert not example.folder.exists()


def test_an_example_that_cannot_be_made_is_told(window, monkeypatch):
    import lob_workbench.app.example_school as example_school

    def full(clock):
        raise DiskFull

    monkeypatch.setattr(example_school, "open_temporary", full)
    window.show_example()
    assert window.errands.wait(20_000)
    assert isinstance(window.screen_shown, FirstScreen)
    assert window._bar.message.tone is Tone.DANGER


def test_a_closed_window_is_freed(qtbot, qapp, clock, recent, stand_ins):
    window = MainWindow(clock, recent, stand_ins)
    window.begin()
    window.show()
    qtbot.wait(10)
    assert window.errands.wait(20_000)
    watch = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    qtbot.wait(1)
    gc.collect()
    assert watch() is None
