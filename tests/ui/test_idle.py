"""An empty chair is noticed once, and only when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from lob_workbench.ui import idle
from lob_workbench.ui.idle import IdleWatch


class Time:
    now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def time(monkeypatch):
    time = Time()
    monkeypatch.setattr(idle, "monotonic", time)
    return time


@pytest.fixture
def watch(qapp, time):
    watch = IdleWatch()
    yield watch
    watch.watch(0)


@pytest.fixture
def told(watch):
    told = []
    watch.idle.connect(lambda: told.append(1))
    return told


def test_it_tells_once_after_the_minutes(qtbot, watch, told, time):
    watch.watch(10)
    time.now += 599
    watch._look()
    assert told == []
    time.now += 1
    watch._look()
    assert told == [1]
    assert not watch.watching
    time.now += 6_000
    watch._look()
    assert told == [1]


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_a_key_or_the_mouse_starts_again(qtbot, watch, told, time, sign):
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.watch(10)
    time.now += 599
    if sign == "key":
        qtbot.keyClicks(field, "a")
    else:
        qtbot.mouseMove(field)
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    time.now += 599
    watch._look()
    assert told == []
    time.now += 1
    watch._look()
    assert told == [1]


def test_the_first_touch_of_a_laptop_that_slept_comes_too_late(qtbot, watch, told, time):
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.watch(10)
    time.now += 3_600
    qtbot.keyClicks(field, "a")
    qtbot.waitUntil(lambda: told == [1], timeout=1_000)


def test_the_timer_looks_by_itself(qtbot, monkeypatch):
    watch = IdleWatch()
    with qtbot.waitSignal(watch.idle, timeout=3_000):
        watch.watch(0.002)
    watch.watch(0)


def test_zero_minutes_is_off(watch, told, time):
    watch.watch(10)
    watch.watch(0)
    assert not watch.watching
    time.now += 36_000
    watch._look()
    assert told == []
