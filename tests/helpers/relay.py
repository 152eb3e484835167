"""A line to a server that a test holds in its hand: it falls silent, or breaks at a moment."""

from __future__ import annotations

import select
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Relay:
    """Passes on to the socket ``target`` of PostgreSQL what comes in at a socket in ``folder``.

    A socket, since the window asks for TLS on every other line, and here it is seen what is asked.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        # Short: a socket's path may not be longer than 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="lob-relay-"))
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.folder / target.name))
        self._listener.listen()
        self._ended = threading.Event()
        self._silent = threading.Event()
        self._lock = threading.Lock()
        self._marker = b""
        self.cuts = 0
        """How often a line was cut after the commit."""
        self._threads = [threading.Thread(target=self._accept, name="relay")]
        self._threads[0].start()

    def fall_silent(self) -> None:
        """Take what is sent and pass on nothing, without a word: no end, no refusal."""
        self._silent.set()

    def speak(self) -> None:
        """Pass on again, also what came meanwhile."""
        self._silent.clear()

    def cut_after_commit_of(self, marker: bytes) -> None:
        """Once: let the commit of the transaction that says ``marker`` through, not its answer."""
        with self._lock:
            self._marker = marker

    def end(self) -> None:
        """Break every line and stop."""
        self._ended.set()
        for thread in list(self._threads):
            thread.join()
        self._listener.close()
        shutil.rmtree(self.folder)

    def _accept(self) -> None:
        while not self._ended.is_set():
            if select.select([self._listener], [], [], 0.05)[0]:
                client, _ = self._listener.accept()
                thread = threading.Thread(target=self._pass_on, args=(client,), name="relay")
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, suppress(OSError):
            server.connect(str(self._target))
            said = b""
            while not self._ended.is_set():
                if self._silent.is_set():
                    self._ended.wait(0.02)
                    continue
                for source in select.select([client, server], [], [], 0.05)[0]:
                    data = source.recv(65_536)
                    if not data:
                        return
                    if source is server:
                        client.sendall(data)
                        continue
                    said += data
                    server.sendall(data)
                    if b"COMMIT" in data:
                        if self._hits(said):
                            server.recv(65_536)  # The answer: it is committed, and nobody hears it.
                            return
                        said = b""

    def _hits(self, said: bytes) -> bool:
        with self._lock:
            hit = bool(self._marker) and self._marker in said
            if hit:
                self._marker = b""
                self.cuts += 1
            return hit


@contextmanager
def running_relay(target: Path) -> Iterator[Relay]:
    """A relay to the socket ``target`` that ends with the block."""
    relay = Relay(target)
    try:
        yield relay
    finally:
        relay.end()
