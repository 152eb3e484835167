"""What a Linux desktop tells over D-Bus: the screen was locked, the computer goes to sleep."""

import os
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.ui.system_watch import Leaving, SystemSource

_LOGIN: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = f"{_LOGIN}.Manager"
_SCREEN_SAVERS: Final = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
)
_INHIBIT: Final = [
    "sleep",
    "LOB-werkbank",
    QT_TRANSLATE_NOOP("system", "Concepten worden bewaard"),
    "delay",
]


class SystemBus(SystemSource):
    """Hears logind on the bus of the system and what locks the screen on that of the session.

    Nothing waits for an answer: a bus that is absent or silent only tells nothing.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session or QDBusConnection.sessionBus()
        self._system = system or QDBusConnection.systemBus()
        self._delay: QDBusUnixFileDescriptor | None = None
        if self._session.isConnected():
            for path, interface in _SCREEN_SAVERS:
                self._session.connect(
                    "", path, interface, "ActiveChanged", self, _slot("hear_screen(bool)")
                )
        if self._system.isConnected():
            self._system.connect(
                _LOGIN, _PATH, _MANAGER, "PrepareForSleep", self, _slot("hear_sleep(bool)")
            )
            # Which session is ours: another person's, on the same computer, is no concern of us.
            self._ask("GetSession", [os.environ.get("XDG_SESSION_ID") or "auto"], "take_session")
            self._delay_sleep()

    def let_sleep(self) -> None:
        # The file that stands for our wish to be waited for is closed with this.
        self._delay = None

    def _delay_sleep(self) -> None:
        self._ask("Inhibit", _INHIBIT, "take_delay")

    def _ask(self, method: str, arguments: list[str], slot: str) -> None:
        call = QDBusMessage.createMethodCall(_LOGIN, _PATH, _MANAGER, method)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        watcher.finished.connect(getattr(self, slot))

    @Slot(QDBusPendingCallWatcher)
    def take_session(self, answer: QDBusPendingCallWatcher) -> None:
        """Logind said which session this is."""
        found = answer.reply().arguments()
        answer.deleteLater()
        if found and isinstance(found[0], QDBusObjectPath):
            self._system.connect(
                _LOGIN, found[0].path(), f"{_LOGIN}.Session", "Lock", self, _slot("hear_lock()")
            )

    @Slot(QDBusPendingCallWatcher)
    def take_delay(self, answer: QDBusPendingCallWatcher) -> None:
        """Logind will wait for us before it sleeps."""
        found = answer.reply().arguments()
        answer.deleteLater()
        if found and isinstance(found[0], QDBusUnixFileDescriptor):
            self._delay = QDBusUnixFileDescriptor(found[0])

    @Slot(bool)
    def hear_screen(self, active: bool) -> None:
        """The screen was locked, or unlocked again."""
        if active:
            self.left.emit(Leaving.LOCKED)

    @Slot(bool)
    def hear_sleep(self, begins: bool) -> None:
        """The computer goes to sleep, or woke."""
        if begins:
            self.left.emit(Leaving.SLEEPING)
        else:
            self._delay_sleep()

    @Slot()
    def hear_lock(self) -> None:
        """The session of this person is to be locked."""
        self.left.emit(Leaving.LOCKED)


def _slot(signature: str) -> Any:
    # PySide6's types ask for bytes here, and PySide6 itself refuses them.
    return SLOT(signature)
