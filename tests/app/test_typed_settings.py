"""What was typed in the settings outlives a lock, and the lock outlives what was typed."""

import pytest

from lob_workbench.app import example_school
from lob_workbench.app.features import FEATURES
from lob_workbench.app.main_window import MainWindow
from lob_workbench.app.session import Session
from lob_workbench.app.unlock import UnlockScreen
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.terms import TermKey
from lob_workbench.people.school import read_school


@pytest.fixture
def window(qtbot, qapp, clock, recent, school):
    window = MainWindow(clock, recent, FEATURES)
    window.show()
    window.take_session(Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock))
    qtbot.waitExposed(window)
    yield window
    window.show_first()
    window.close()
    window.deleteLater()


def test_a_lock_keeps_the_school_and_its_words(qtbot, window, school, clock):
    window.frame.go(Target("settings"))
    assert window.jobs.wait(20_000)
    page = window.frame.page
    page.workbook.school.edit.setText("Het Nieuwe College")
    for field, word in ((page.terms.singular, "coach"), (page.terms.plural, "coaches")):
        field.edit.setText(word)
        field.edit.textEdited.emit(word)
    del page, field
    assert window.lock()
    assert isinstance(window.screen_shown, UnlockScreen)
    session = Session.open(school, passphrase=example_school.PASSPHRASE, clock=clock)
    with session.work() as work:
        assert read_school(work).name == "Het Nieuwe College"
    assert session.terms.own[TermKey.COUNSELLOR].singular == "coach"
    session.close(backup=False)
