"""What Windows tells a window: the session was locked, the computer goes to sleep."""

import ctypes
import sys
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from lob_workbench.ui.system_watch import Leaving, SystemSource

_WM_POWERBROADCAST: Final = 0x0218
_PBT_APMSUSPEND: Final = 0x0004
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_WTS_SESSION_LOCK: Final = 0x0007


def meaning_of(message: int, detail: int) -> Leaving | None:
    """What a message of Windows says about somebody who leaves, if anything."""
    return {
        (_WM_POWERBROADCAST, _PBT_APMSUSPEND): Leaving.SLEEPING,
        (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK): Leaving.LOCKED,
    }.get((message, detail))


def _is_of_windows(kind: QByteArray | bytes | bytearray | memoryview) -> bool:
    return bytes(kind.data() if isinstance(kind, QByteArray) else kind).startswith(b"windows_")


class _Filter(QAbstractNativeEventFilter):
    """Looks at each message on its way, and stops none."""

    def __init__(self, told: SystemSource) -> None:
        super().__init__()
        self._told: SystemSource | None = told

    def forget(self) -> None:
        """Tell nobody any more."""
        self._told = None

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        # Every message of the program comes by here: look before building anything.
        if self._told is not None and _is_of_windows(kind):
            found = wintypes.MSG.from_address(int(message))
            meaning = meaning_of(found.message, found.wParam)
            if meaning is not None:
                self._told.left.emit(meaning)
        return False, 0


class SystemMessages(SystemSource):
    """Asks Windows to tell this window about its session, and passes on what matters."""

    def __init__(self, window_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = _Filter(self)
        app = QCoreApplication.instance()
        assert app is not None, "messages come to an application"
        app.installNativeEventFilter(self.filter)
        self.destroyed.connect(self.filter.forget)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window_id), 0)
