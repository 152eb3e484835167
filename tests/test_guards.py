"""The guards of tests/helpers/guards.py still see what they are for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Every test that is called bad must be stopped, every other one must pass.
TESTS = """
import logging, threading, time, warnings
import pytest
from PySide6.QtCore import QObject, QThread, Signal, qWarning
from PySide6.QtWidgets import QDialog, QLabel
from tests.helpers import guards

guards.GRACE_SECONDS = 1.0
KEPT = []
END = threading.Event()

class Waiter(QThread):
    def __init__(self, seconds):
        super().__init__()
        self.seconds = seconds
        KEPT.append(self)
    def run(self):
        END.wait(self.seconds)

class Sender(QObject):
    sent = Signal()
    def hear(self):
        raise ValueError("in a slot")

@pytest.fixture
def noisy_end():
    yield
    qWarning("too late")

def test_bad_log():
    logging.getLogger("x").warning("surprise")

@pytest.mark.expect_log("awaited")
def test_bad_silence():
    pass

@pytest.mark.expect_log("awaited")
def test_good_log():
    logging.getLogger("x").error("the awaited record")

def test_bad_qt_warning(qapp):
    qWarning("too wide")

def test_bad_qt_warning_at_the_end(qapp, noisy_end):
    pass

def test_bad_thread():
    threading.Thread(target=END.wait, daemon=True).start()

def test_good_thread():
    threading.Thread(target=time.sleep, args=(0.01,), daemon=True).start()

def test_bad_qt_thread(qapp):
    Waiter(60).start()

def test_good_qt_thread(qapp):
    Waiter(0.01).start()

def test_bad_window(qapp):
    KEPT.append(QDialog())
    KEPT[-1].show()

def test_good_window(qtbot):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()

def test_good_window_that_goes_with_its_test(qapp):
    QLabel("x").show()

def test_bad_slot(qapp):
    sender = Sender()
    sender.sent.connect(sender.hear)
    sender.sent.emit()

def test_bad_warning():
    warnings.warn("old", DeprecationWarning)

def test_bad_thread_end():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_good_end():
    END.set()
    assert all(kept.wait(9000) for kept in KEPT if isinstance(kept, Waiter))
"""


def test_guards_stop_what_is_bad_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "test_sample.py"
    path.write_text(TESTS, "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", path, "-q", "-rA", "--tb=no"),
            *("-c", ROOT / "pyproject.toml", "--rootdir", ROOT),
            *("-p", "tests.helpers.guards", "-p", "no:cacheprovider", "-p", "no:randomly"),
        ],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )
    told = done.stdout + done.stderr
    bad = set(re.findall(r"def (test_bad\w+)", TESTS))
    stopped = set(re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", done.stdout, re.MULTILINE))
    assert stopped == bad, told
    assert set(re.findall(r"^PASSED \S*::(test_good\w+)", done.stdout, re.MULTILINE)) == set(
        re.findall(r"def (test_good\w+)", TESTS)
    ), told
