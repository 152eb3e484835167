"""The open lines to a school's server, so that a silent one can be left behind.

A server that accepts what is sent and says nothing keeps a thread waiting for as long as it
likes: no limit of ours runs there, and the network itself sees nothing wrong.
"""

import socket
import threading
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from sqlalchemy import Engine, event

from lob_workbench.domain.errors import ServerGone


class ServerLines:
    """Knows every line that ``engine`` lays. Make it before the first one."""

    def __init__(self, engine: Engine) -> None:
        self._lock = threading.Lock()
        self._open: WeakSet[Any] = WeakSet()
        self._cut = False
        event.listen(engine, "connect", self._remember)
        event.listen(engine, "do_connect", self._refuse)

    def cut(self) -> None:
        """End every line now and lay no other: who waits for an answer gets ``ServerGone``."""
        with self._lock:
            self._cut = True
            lines = list(self._open)
        for line in lines:
            # Not ``close``: that belongs to the thread which waits for the line.
            with suppress(Exception):
                handle = socket.socket(fileno=line.pgconn.socket)
                try:
                    handle.shutdown(socket.SHUT_RDWR)
                finally:
                    handle.detach()

    def _remember(self, line: Any, _record: object) -> None:
        with self._lock:
            self._open.add(line)

    def _refuse(self, *_asked: object) -> None:
        if self._cut:
            raise ServerGone
