"""Somebody leaves: told by real signals on a real bus, by messages of Windows, and by the clock."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from lob_workbench.ui import system_watch
from lob_workbench.ui.system_bus import SystemBus
from lob_workbench.ui.system_messages import SystemMessages, meaning_of
from lob_workbench.ui.system_watch import Leaving, SystemSource, SystemWatch

LOGIN = "org.freedesktop.login1"
OURS = "/org/freedesktop/login1/session/_37"
THEIRS = "/org/freedesktop/login1/session/_38"


class Desktop:
    """A bus with a logind and a screen saver of its own, as far as the werkbank asks them."""

    def __init__(self, address: str) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.address = address
        self.asked: list[tuple[object, ...]] = []
        self.delays: list[int] = []
        self.silent = False
        self._connection = open_dbus_connection(address, enable_fds=True)
        for name in (LOGIN, "org.freedesktop.ScreenSaver"):
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._live, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()
        for delay in self.delays:
            os.close(delay)

    def _live(self) -> None:
        from jeepney import MessageType, new_error, new_method_return
        from jeepney.low_level import HeaderFields

        while True:
            try:
                message = self._connection.receive()
            except (OSError, EOFError):
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            self.asked.append((member, *message.body))
            if self.silent:
                answer = new_error(message, "org.freedesktop.DBus.Error.Failed")
            elif member == "GetSession":
                answer = new_method_return(message, "o", (OURS,))
            else:
                reading, writing = os.pipe()
                self.delays.append(reading)
                answer = new_method_return(message, "h", (writing,))
                self._connection.send(answer)
                os.close(writing)
                continue
            self._connection.send(answer)

    def tell(self, path: str, interface: str, member: str, *values: bool) -> None:
        from jeepney import DBusAddress, new_signal

        emitter = DBusAddress(path, interface=interface)
        signature = "b" * len(values) or None
        self._connection.send(new_signal(emitter, member, signature, values))

    def waits(self, at: int) -> bool:
        """Whether sleep is still held up by what was given out."""
        import select

        # The other end is closed: then reading would not block.
        return not select.select([self.delays[at]], [], [], 0)[0]


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.communicate()


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    desktop = Desktop(address)
    yield desktop
    desktop.end()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    name = f"test-{address[-12:]}"
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


def heard(source: SystemSource | SystemWatch) -> list[Leaving]:
    told: list[Leaving] = []
    source.left.connect(told.append)
    return told


def test_a_locked_screen_is_heard_from_every_desktop(
    qtbot: QtBot, desktop: Desktop, bus: QDBusConnection
) -> None:
    source = SystemBus(session=bus, system=bus)
    told = heard(source)
    for path, interface in (
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
        ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ):
        told.clear()
        desktop.tell(path, interface, "ActiveChanged", True)
        qtbot.waitUntil(lambda: told == [Leaving.LOCKED])
    told.clear()
    desktop.tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False)
    qtbot.wait(150)
    assert told == []


def test_sleep_is_heard_and_waits_until_all_is_saved(
    qtbot: QtBot, desktop: Desktop, bus: QDBusConnection
) -> None:
    source = SystemBus(session=bus, system=bus)
    told = heard(source)
    qtbot.waitUntil(lambda: source._delay is not None)
    assert ("Inhibit", "sleep", "LOB-werkbank", "Concepten worden bewaard", "delay") in (
        desktop.asked
    )
    desktop.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: told == [Leaving.SLEEPING])
    assert desktop.waits(0)
    source.let_sleep()
    qtbot.waitUntil(lambda: not desktop.waits(0))
    desktop.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", False)
    qtbot.waitUntil(lambda: len(desktop.delays) == 2)
    assert told == [Leaving.SLEEPING]


def test_only_our_own_session_counts(
    qtbot: QtBot, desktop: Desktop, bus: QDBusConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    source = SystemBus(session=bus, system=bus)
    told = heard(source)
    qtbot.waitUntil(lambda: source._delay is not None)
    assert ("GetSession", "7") in desktop.asked
    desktop.tell(THEIRS, f"{LOGIN}.Session", "Lock")
    qtbot.wait(150)
    assert told == []
    desktop.tell(OURS, f"{LOGIN}.Session", "Lock")
    qtbot.waitUntil(lambda: told == [Leaving.LOCKED])


def test_a_bus_that_refuses_or_is_absent_only_tells_nothing(
    qtbot: QtBot, desktop: Desktop, bus: QDBusConnection
) -> None:
    desktop.silent = True
    source = SystemBus(session=bus, system=bus)
    qtbot.waitUntil(lambda: len(desktop.asked) == 2)
    qtbot.wait(100)
    assert source._delay is None
    source.let_sleep()
    absent = QDBusConnection("nobody")
    assert not absent.isConnected()
    SystemBus(session=absent, system=absent).let_sleep()


# The clock


class Clocks:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall = self.lived = 1_000.0
        monkeypatch.setattr(system_watch.time, "time", lambda: self.wall)
        monkeypatch.setattr(system_watch.time, "monotonic", lambda: self.lived)

    def pass_by(self, wall: float, lived: float) -> None:
        self.wall += wall
        self.lived += lived


@pytest.mark.parametrize(
    ("wall", "lived", "slept"),
    [
        (5, 5, False),
        (20, 5, False),  # The clock was set right.
        (-3_600, 5, False),
        (600, 5, True),  # Linux and macOS: sleep is not lived.
        (600, 600, True),  # Windows: it is, and this look is late.
        (30, 30, False),
    ],
)
def test_what_slept_finds_that_time_went_by(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wall: float, lived: float, slept: bool
) -> None:
    monkeypatch.setattr(system_watch, "_source", lambda *_: None)
    clocks = Clocks(monkeypatch)
    watch = SystemWatch()
    told = heard(watch)
    watch.begin(0)
    clocks.pass_by(wall, lived)
    watch.look()
    assert told == ([Leaving.SLEPT] if slept else [])
    clocks.pass_by(5, 5)
    watch.look()
    assert len(told) == slept
    watch.let_sleep()


def test_a_watch_passes_on_what_its_source_tells_and_begins_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SystemSource] = []

    class Source(SystemSource):
        slept = False

        def let_sleep(self) -> None:
            self.slept = True

    def source(_window: int, parent: SystemWatch) -> SystemSource:
        made.append(Source(parent))
        return made[-1]

    monkeypatch.setattr(system_watch, "_source", source)
    watch = SystemWatch()
    told = heard(watch)
    watch.begin(1)
    watch.begin(1)
    (only,) = made
    only.left.emit(Leaving.SLEEPING)
    assert told == [Leaving.SLEEPING]
    watch.let_sleep()
    assert only.slept


@pytest.mark.skipif(sys.platform != "linux", reason="a bus is for Linux")
def test_linux_listens_to_the_bus_and_a_mac_to_the_clock(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = SystemWatch()
    watch.begin(0)
    assert isinstance(watch._source, SystemBus)
    monkeypatch.setattr(sys, "platform", "darwin")
    watch = SystemWatch()
    watch.begin(0)
    assert watch._source is None


# Windows


@pytest.mark.parametrize(
    ("message", "detail", "meaning"),
    [
        (0x0218, 4, Leaving.SLEEPING),
        (0x0218, 7, None),  # Woke.
        (0x02B1, 7, Leaving.LOCKED),
        (0x02B1, 8, None),  # Unlocked.
        (0x0100, 7, None),  # A key.
    ],
)
def test_messages_of_windows_are_understood(
    qtbot: QtBot, message: int, detail: int, meaning: Leaving | None
) -> None:
    assert meaning_of(message, detail) is meaning
    source = SystemMessages(0)
    told = heard(source)
    sent = wintypes.MSG(message=message, wParam=detail)
    kind = QByteArray(b"windows_generic_MSG")
    assert source.filter.nativeEventFilter(kind, ctypes.addressof(sent)) == (False, 0)
    assert source.filter.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    assert told == ([] if meaning is None else [meaning])
