"""Something nobody planned is told calmly, and the report names no one."""

import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from lob_workbench.app import crash
from lob_workbench.app.crash import CrashTeller, report

NAME = "Zoë van 't Hart"


def caught():
    try:
        return int(NAME)
    except ValueError as error:
        return error


@pytest.fixture
def shown(monkeypatch):
    shown = []
    monkeypatch.setattr(crash, "show_error", lambda *given: shown.append(given))
    return shown


def test_the_report_holds_versions_and_places_and_no_names():
    text = report(caught())
    assert "LOB-werkbank" in text
    assert "builtins.ValueError" in text
    assert "test_crash.py" in text
    assert "Hart" not in text


@pytest.mark.expect_log("ValueError at test_crash.py")
def test_it_is_told_in_a_dialog_and_logged_without_data(qapp, shown, caplog):
    error = caught()
    CrashTeller().tell(type(error), error, error.__traceback__)
    ((_parent, title, text, full),) = shown
    assert title == "Er ging iets mis"
    assert "Hart" not in text + full + caplog.text


@pytest.mark.expect_log("ValueError at")
def test_errors_in_a_row_give_one_dialog(qapp, monkeypatch):
    teller, shown = CrashTeller(), []
    error = caught()

    def again(*given):
        shown.append(given)
        teller.tell(type(error), error, error.__traceback__)

    monkeypatch.setattr(crash, "show_error", again)
    teller.tell(type(error), error, error.__traceback__)
    assert len(shown) == 1
    teller.tell(type(error), error, error.__traceback__)
    assert len(shown) == 2


def test_ctrl_c_just_ends_it(qapp, shown, monkeypatch):
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    CrashTeller().tell(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert codes == [130]
    assert shown == []


@pytest.mark.expect_log("ValueError at test_crash.py")
def test_errors_in_threads_are_logged(caplog):
    error = caught()
    arguments = threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
    with caplog.at_level(logging.ERROR):
        CrashTeller().note(arguments)
    assert "Hart" not in caplog.text


def test_it_installs_itself(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    teller = CrashTeller()
    teller.install()
    assert sys.excepthook == teller.tell
    assert threading.excepthook == teller.note
    assert sys.unraisablehook == teller.note


@pytest.mark.expect_log("ValueError at test_crash.py")
def test_what_goes_wrong_while_something_is_thrown_away_tells_no_words(capfd, monkeypatch):
    class Dying:
        def __del__(self):
            raise ValueError(NAME)

    monkeypatch.setattr(sys, "unraisablehook", CrashTeller().note)
    thrown = Dying()
    del thrown
    assert "Hart" not in "".join(capfd.readouterr())


def test_a_folder_that_is_called_as_the_product_is_does_not_tell_what_lies_in_it():
    code = compile("int('x')", f"/home/lob_workbench/{NAME}/lib/engine.py", "exec")
    try:
        exec(code)
    except ValueError as error:
        text = report(error)
    assert "Hart" not in text
    assert "engine.py:1" in text
