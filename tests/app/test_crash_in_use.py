"""Something breaks in the middle of a talk: calm words, no names, and the typed words are safe."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from lob_workbench.app import crash
from lob_workbench.app.crash import CrashTeller
from lob_workbench.app.features import FEATURES
from lob_workbench.app.main_window import MainWindow
from lob_workbench.domain.contributions import Target
from lob_workbench.people.queries import list_students
from lob_workbench.people.rules import StudentFilter
from lob_workbench.storage.engine import bare_connection
from lob_workbench.ui import dialogs
from lob_workbench.ui.buttons import Button
from tests.helpers.settled import settle

NAMES = ("Zoë van 't Hart", "ZZGEHEIM")
TYPED = "ZZGEHEIM Zoë van 't Hart wil graag naar de kapper"


@pytest.fixture
def told(monkeypatch):
    """What the dialog says, with the hooks of the product installed."""
    shown = []

    def show(_parent, title, text, report):
        shown.append((title, text, report))

    monkeypatch.setattr(crash, "show_error", show)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    CrashTeller().install()
    return shown


@pytest.fixture
def window(qtbot, qapp, clock, recent, example_session):
    dialogs.forget_answers()
    window = MainWindow(clock, recent, FEATURES)
    window.show()
    window.take_session(example_session)
    settle(window.jobs)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    window.deleteLater()


class Fragile(QPushButton):
    """A part of a page that breaks: in its own slot, or in what takes an answer."""

    def break_down(self, *_):
        raise ValueError(" ".join(NAMES))


def kept_words(window):
    """Whatever stands in the workbook that was typed here; a draft of a talk or its preparation."""
    with bare_connection(window.session.workbook.engine) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in tables.fetchall() if "audit" not in name]
        rows = [repr(row) for name in names for row in connection.execute(f"SELECT * FROM {name}")]
    return [row for row in rows if "ZZGEHEIM" in row]


def typing(window):
    """The page of a talk with words in it that are not saved yet, and a part that can break."""
    with window.session.work() as work:
        student = list_students(work, StudentFilter(), limit=1)[0]
    window.frame.go(Target("conversations", student.id, "prepare"))
    settle(window.jobs)
    page = window.frame.page
    boxes = page.findChildren(QPlainTextEdit)
    box = next(edit for edit in boxes if edit.isVisible() and not edit.isReadOnly())
    box.insertPlainText(TYPED)
    part = Fragile(page)
    part.clicked.connect(part.break_down)
    return box, part


def in_a_slot(window, part):
    part.click()


def in_an_answer(window, part):
    window.jobs.render(str, "antwoord", receiver=part, done="break_down")
    settle(window.jobs)


def in_a_timer(window, part):
    QTimer.singleShot(0, part, part.break_down)
    QApplication.processEvents()


def in_the_background(window, part):
    window.jobs.render(part.break_down)
    settle(window.jobs)


@pytest.mark.expect_log("ValueError at")
def test_an_exception_is_told_and_the_words_are_kept(window, told, caplog):
    # In one window: that it goes on after each is the point.
    box, part = typing(window)
    for count, breaks in enumerate((in_a_slot, in_an_answer, in_a_timer), start=1):
        box.insertPlainText(f" nummer {count}")
        with caplog.at_level(logging.DEBUG):
            breaks(window, part)
        assert len(told) == count
        title, text, report = told[-1]
        assert title == "Er ging iets mis"
        assert "Ga gerust verder" in text
        assert "test_crash_in_use.py" in report
        for name in NAMES:
            assert name not in title + text + report + caplog.text
    with caplog.at_level(logging.DEBUG):
        in_the_background(window, part)
    assert len(told) == 3, "work that breaks is told at the bottom"
    message = window.frame.message_bar.message.text
    assert "Er ging iets mis" in message
    for name in NAMES:
        assert name not in message + caplog.text
    assert TYPED in box.toPlainText()
    assert window.frame.leave()
    settle(window.jobs)
    kept = " ".join(kept_words(window))
    assert all(f"nummer {count}" in kept for count in (1, 2, 3))
    window.frame.go(Target("today"))
    settle(window.jobs)
    assert window.frame.target == Target("today"), "and the program goes on"


@pytest.mark.expect_log("ValueError at")
def test_a_thread_of_others_that_breaks_is_logged_without_names(told, caplog):
    def run():
        raise ValueError(" ".join(NAMES))

    with caplog.at_level(logging.DEBUG):
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    assert told == []
    for name in NAMES:
        assert name not in caplog.text


def test_the_report_can_be_copied(qapp):
    error = None
    try:
        raise KeyError(NAMES[0]) from ValueError(NAMES[1])
    except KeyError as caught:
        error = caught
    dialog = dialogs.DecisionDialog(None, "Er ging iets mis", "Rustig", report=crash.report(error))
    dialog.findChild(Button).click()
    copied = QGuiApplication.clipboard().text()
    assert "builtins.KeyError" in copied
    assert "builtins.ValueError" in copied
    for name in NAMES:
        assert name not in copied
    dialog.deleteLater()
