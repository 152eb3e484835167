"""Letters, language and colours: they count at once, after a lock, and before the next unlock."""

import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel

from lob_workbench.app.look import Look, look_of, put_on, read_look, write_look
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.recent import RecentWorkbooks
from lob_workbench.app.session import Session
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.terms import OwnTerm, TermKey, Vocabulary, own
from lob_workbench.people.preferences import (
    LanguageChoice,
    Preferences,
    TextChoice,
    ThemeChoice,
    change_preferences,
)
from lob_workbench.people.terms import SchoolTerms, save_terms
from lob_workbench.ui.language import install_language, language
from lob_workbench.ui.own_words import OwnWords, use_words
from lob_workbench.ui.theme import Letters, ThemeMode, theme
from tests.helpers.settled import settle

CHOSEN = {
    "theme": ThemeChoice.DARK,
    "text_size": TextChoice.LARGEST,
    "language": LanguageChoice.ENGLISH,
}


@pytest.fixture(autouse=True)
def as_usual(qapp):
    yield
    put_on(qapp, Look(ThemeMode.LIGHT))
    use_words(qapp, Vocabulary())
    install_language(qapp, "nl")


def choose(window, choices):
    with window.session.work() as work:
        change_preferences(work, choices)
    window.frame.navigator.apply_settings()
    quiet(window)


def quiet(window):
    settle(window.jobs)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_choices_count_at_once_where_one_is(open_window, qapp):
    open_window.frame.go(Target("second"))
    frame, before = open_window.frame, qapp.font().pointSizeF()
    choose(open_window, CHOSEN)
    assert qapp.font().pointSizeF() == pytest.approx(1.3 * before)
    assert open_window.frame is not frame
    assert open_window.frame.target.page == "second"
    assert open_window.frame.message_bar.message.text
    assert open_window._idle.watching
    assert QCoreApplication.translate("nav", "Vandaag") == "Today"
    assert theme().is_dark


def test_colours_and_minutes_leave_the_pages_as_they_are(open_window):
    frame = open_window.frame
    choose(open_window, {"theme": ThemeChoice.DARK, "idle_minutes": 5})
    assert open_window.frame is frame


def test_choices_survive_a_lock_and_stand_before_the_unlock(open_window, ready, qapp):
    before = qapp.font().pointSizeF()
    choose(open_window, CHOSEN)
    assert open_window.lock()
    assert isinstance(open_window.screen_shown, UnlockScreen)
    assert open_window.windowTitle() == "Locked – LOB workbench"
    assert open_window.screen_shown.font().pointSizeF() == pytest.approx(1.3 * before)
    open_window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    assert look_of(open_window.session.preferences) == Look(ThemeMode.DARK, Letters.LARGEST, "en")


def test_choices_survive_a_restart(open_window, recent, qapp):
    choose(open_window, CHOSEN)
    open_window.lock()
    # As a new process begins: dressed in nothing, with what the laptop remembers.
    put_on(qapp, Look(ThemeMode.LIGHT))
    again = RecentWorkbooks(recent._file).look()
    assert again == Look(ThemeMode.DARK, Letters.LARGEST, "en")
    assert put_on(qapp, again)
    window = MainWindow(recent=recent)
    assert QCoreApplication.translate("FirstScreen", "Nieuw werkboek") == "New workbook"
    assert window.font().pointSizeF() == pytest.approx(QApplication.font().pointSizeF())
    window.deleteLater()


def test_a_page_that_holds_on_stays(open_window):
    frame = open_window.frame
    vars(frame.page)["lets_go"] = False
    choose(open_window, {"text_size": TextChoice.LARGER})
    assert open_window.frame is frame
    vars(frame.page)["lets_go"] = True


def test_looking_around_in_the_example_is_not_remembered(open_window, recent):
    choose(open_window, CHOSEN)
    open_window.session.temporary = True
    choose(open_window, {"language": LanguageChoice.DUTCH, "text_size": TextChoice.NORMAL})
    open_window.session.temporary = False
    assert recent.look() == Look(ThemeMode.DARK, Letters.LARGEST, "en")


def test_nothing_of_a_person_is_kept_on_the_laptop(open_window, recent):
    choose(open_window, CHOSEN)
    kept = recent._file.with_name("look.json").read_text("utf-8")
    assert kept == '{"theme": "dark", "letters": "largest", "language": "en"}'


@pytest.mark.parametrize(
    "kept",
    ["", "[]", "{", '{"theme": 3, "letters": null, "language": ["en"]}', '{"language": "fy"}'],
)
def test_what_cannot_be_read_is_as_usual(tmp_path, kept):
    file = tmp_path / "look.json"
    file.write_text(kept, "utf-8")
    assert read_look(file) == Look()


def test_no_file_of_the_look_keeps_the_program_from_starting(tmp_path):
    file = tmp_path / "look.json"
    file.write_text("[" * 100_000)
    assert read_look(file) == Look()
    file.write_text("[" * 5_000)
    assert read_look(file) == Look()
    file.write_text('{"theme": ' + "1" * 5_000 + "}")
    assert read_look(file) == Look()
    file.unlink()
    os.mkfifo(file) if hasattr(os, "mkfifo") else file.mkdir()
    assert read_look(file) == Look()


def test_a_settings_folder_that_cannot_be_made_is_no_trouble(tmp_path):
    (tmp_path / "file").touch()
    write_look(tmp_path / "file" / "look.json", Look(language="en"))
    assert read_look(tmp_path / "file" / "look.json") == Look()


def test_every_choice_has_its_look():
    for text in TextChoice:
        assert look_of(Preferences(text_size=text)).letters.value == text.value
    for spoken in LanguageChoice:
        assert look_of(Preferences(language=spoken)).language == spoken.value
    assert language() == "nl"


# The school's own words


WORDS = SchoolTerms({TermKey.COUNSELLOR: OwnTerm("coach", "coaches")})


def test_own_words_count_at_once_and_only_while_the_school_is_open(open_window, ready):
    with open_window.session.work() as work:
        save_terms(work, WORDS, SchoolTerms())
    frame = open_window.frame
    frame.navigator.apply_settings()
    del frame
    quiet(open_window)
    shown = {label.text() for label in open_window.frame.findChildren(QLabel)}
    assert "coach" in shown
    assert "loopbaanbegeleider" not in shown
    assert own("Begeleider") == "Coach"
    assert open_window.lock()
    assert own("Begeleider") == "Begeleider"
    assert QCoreApplication.translate("roles", "loopbaanbegeleider") == "loopbaanbegeleider"
    open_window.take_session(Session.open(ready.folder, passphrase=ready.passphrase))
    assert QCoreApplication.translate("roles", "loopbaanbegeleider") == "coach"


def test_in_english_the_words_are_english(qapp):
    use_words(qapp, WORDS.vocabulary)
    install_language(qapp, "en")
    assert QCoreApplication.translate("roles", "loopbaanbegeleider") == "career counsellor"
    install_language(qapp, "nl")
    assert QCoreApplication.translate("roles", "loopbaanbegeleider") == "coach"
    assert QCoreApplication.translate("nav", "Vandaag") == "Vandaag"
    assert not use_words(qapp, WORDS.vocabulary)
    assert use_words(qapp, Vocabulary())
    assert OwnWords().isEmpty() is False
    assert OwnWords().translate(b"roles", b"begeleider") is None
