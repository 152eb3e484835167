"""A key ring in memory that passes for that of an operating system, and can misbehave."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend


class RingStandIn(KeyringBackend):
    """Holds what that of Windows holds; ``error`` is raised, ``answers`` is waited for."""

    __module__ = "keyring.backends.Windows"
    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.answers = threading.Event()
        self.answers.set()
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self._think()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._think()
        self.kept[service, username] = password[:1_280]

    def delete_password(self, service: str, username: str) -> None:
        self._think()
        self.kept.pop((service, username))

    def _think(self) -> None:
        assert threading.current_thread() is not threading.main_thread(), "the window would hang"
        self.asked += 1
        self.answers.wait()
        if self.error is not None:
            raise self.error


@pytest.fixture
def ring() -> Iterator[RingStandIn]:
    """In use for one test; what still waits for it is let go at the end."""
    before = keyring.get_keyring()
    ring = RingStandIn()
    keyring.set_keyring(ring)
    yield ring
    ring.answers.set()
    keyring.set_keyring(before)
