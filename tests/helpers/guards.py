"""Guards on every test: what it logs, starts or opens, it also expects, ends or closes.

A pytest plug-in, loaded by ``tests/conftest.py``. A guard reports after all fixtures of the test
are torn down, so it shows as an error of the teardown.
"""

from __future__ import annotations

import gc
import logging
import re
import threading
import time
import weakref
from collections.abc import Generator, Iterator

import pytest
import shiboken6
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QThread,
    QThreadPool,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 2.0

_failed = pytest.StashKey[bool]()
_started_threads: weakref.WeakSet[QThread] = weakref.WeakSet()
# Qt keeps one of each for the whole application, whoever made it appear.
_KEPT_BY_QT = frozenset({"QTipLabel", "QWhatsThat"})


def pytest_configure() -> None:
    """Remember each QThread that is started: Qt has no list of them."""
    start = QThread.start

    def remembering(self: QThread, *args: object) -> None:
        _started_threads.add(self)
        start(self, *args)  # type: ignore[arg-type]

    QThread.start = remembering  # type: ignore[method-assign, assignment]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test itself failed."""
    report = yield
    if report.failed:
        item.stash[_failed] = True
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Fail on what Qt says while a test is cleaned up; pytest-qt listens only before that."""
    ignored = [re.compile(text) for text in item.config.getini("qt_log_ignore")]
    for marker in item.iter_markers("qt_log_ignore"):
        ignored += [re.compile(text) for text in marker.args]
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not harmless and not any(pattern.search(text) for pattern in ignored):
            said.append(text)

    previous = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    if said and item.get_closest_marker("no_qt_log") is None:
        pytest.fail("Qt warned during teardown:\n  " + "\n  ".join(said), pytrace=False)


class _LogCollector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compare logs, threads and windows before and after the test."""
    collector = _LogCollector()
    logging.getLogger().addHandler(collector)
    threads = set(threading.enumerate())
    windows = {_address(widget) for widget in _windows()}
    try:
        yield
    finally:
        logging.getLogger().removeHandler(collector)
    problems = _unexpected_logs(request.node, collector.records)
    problems += _live_threads(threads)
    problems += _live_qt_threads()
    # The traceback of a failed test holds its widgets: that is no leak.
    leaked = _leaked_windows(windows)
    if _failed not in request.node.stash:
        problems += leaked
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def _unexpected_logs(node: pytest.Item, records: list[logging.LogRecord]) -> list[str]:
    expected = [text for marker in node.iter_markers("expect_log") for text in marker.args]
    messages = [record.getMessage() for record in records]
    problems = [
        f"unexpected log record: {record.levelname} {record.name}: {message}"
        for record, message in zip(records, messages, strict=True)
        if not any(text in message for text in expected)
    ]
    if _failed not in node.stash:
        problems += [
            f"expected log record is missing: {text}"
            for text in expected
            if not any(text in message for message in messages)
        ]
    return problems


def _live_threads(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + GRACE_SECONDS
    problems = []
    for thread in set(threading.enumerate()) - before:
        # A QThread that ran Python code leaves such a stand-in, alive for ever by its own account.
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            problems.append(f"thread still alive: {thread.name}")
    return problems


def _live_qt_threads() -> list[str]:
    problems = []
    for thread in list(_started_threads):
        if not shiboken6.isValid(thread) or thread.isFinished():
            _started_threads.discard(thread)
        elif not thread.wait(int(GRACE_SECONDS * 1000)):
            problems.append(f"QThread still alive: {thread.objectName() or type(thread).__name__}")
            _started_threads.discard(thread)
    if not QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000)):
        problems.append("QThreadPool: a job of the global pool still runs")
    return problems


def _address(widget: QWidget) -> int:
    address: int = shiboken6.getCppPointer(widget)[0]
    return address


def _windows() -> list[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.metaObject().className() not in _KEPT_BY_QT
    ]


def _deliver_deletions() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def _leaked_windows(before: set[int]) -> list[str]:
    if not isinstance(QApplication.instance(), QApplication):
        return []
    _deliver_deletions()
    if all(_address(widget) in before for widget in _windows()):
        return []
    # Costs tens of milliseconds, so only where something seems to be left.
    gc.collect()
    _deliver_deletions()
    problems = []
    for widget in _windows():
        if _address(widget) in before:
            continue
        problems.append(
            f"window still there: {widget.metaObject().className()}"
            f" {widget.objectName()!r} {widget.windowTitle()!r}"
        )
        # The next test must not be blamed for it.
        widget.close()
        widget.deleteLater()
    _deliver_deletions()
    return problems
