"""A disk that fails at a chosen write: full, broken for good, or broken once.

SQLite's writes are caught through its own table of system calls (``xSetSystemCall``, which is there
for this), those of Python by standing in for the functions that the product uses. So every write
that the product does is one point at which it can go wrong, and no compiler is needed.
"""

from __future__ import annotations

import ctypes
import errno
import io
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

import pytest
from sqlcipher3 import _sqlite3

_WRITING = frozenset("wax+")


class Fault(Enum):
    """How the disk fails from the chosen write on."""

    FULL = "full"
    BROKEN = "broken"
    HICCUP = "hiccup"
    """Once; the next write is good again."""


class BadDisk:
    """Counts writes; fails at the one that was armed."""

    def __init__(self) -> None:
        self.writes = 0
        self.hit = False
        self._at = 0
        self._fault = Fault.FULL
        self._lock = threading.Lock()

    def arm(self, fault: Fault, at: int) -> None:
        """Fail at write ``at``, counted from 1 from now on."""
        self.writes, self.hit, self._at, self._fault = 0, False, at, fault

    def disarm(self) -> None:
        """Be a good disk again; the count goes on."""
        self._at = 0

    @property
    def is_full(self) -> bool:
        """Whether a write found no room, and still would."""
        return bool(self.hit and self._at and self._fault is Fault.FULL)

    def trouble(self) -> int:
        """The error of this write; 0 when it is to succeed."""
        with self._lock:
            self.writes += 1
            if not self._at or self.writes < self._at:
                return 0
            if self._fault is Fault.HICCUP and self.writes > self._at:
                return 0
            self.hit = True
        return errno.ENOSPC if self._fault is Fault.FULL else errno.EIO

    def check(self) -> None:
        """Raise when this write is to fail."""
        number = self.trouble()
        if number:
            raise OSError(number, os.strerror(number))


class _Writing:
    """A file whose writes may fail."""

    def __init__(self, file: Any, disk: BadDisk) -> None:
        self._file = file
        self._disk = disk

    def write(self, data: Any) -> int:
        self._disk.check()
        return int(self._file.write(data))

    def __enter__(self) -> _Writing:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def bad_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[BadDisk]:
    """Everything that this process writes goes over this disk."""
    disk = BadDisk()
    with _sqlite_writes(disk):
        for module, name in (
            (os, "fsync"),
            (os, "replace"),
            (os, "rename"),
            (os, "mkdir"),
            (tempfile, "mkstemp"),
        ):
            monkeypatch.setattr(module, name, _checked(getattr(module, name), disk))
        room = shutil.disk_usage

        def room_left(place: Any) -> Any:
            usage = room(place)
            return usage._replace(free=0) if disk.is_full else usage

        monkeypatch.setattr(shutil, "disk_usage", room_left)
        opened = io.open

        def open_file(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            if not _WRITING & set(mode):
                return opened(file, mode, *rest, **more)
            if "+" not in mode:
                disk.check()
            return _Writing(opened(file, mode, *rest, **more), disk)

        monkeypatch.setattr(io, "open", open_file)
        try:
            yield disk
        finally:
            monkeypatch.undo()


def _checked(function: Callable[..., Any], disk: BadDisk) -> Callable[..., Any]:
    def call(*arguments: Any, **more: Any) -> Any:
        disk.check()
        return function(*arguments, **more)

    return call


class _Vfs(ctypes.Structure):
    """``sqlite3_vfs`` of https://sqlite.org/c3ref/vfs.html, up to the call that is needed."""


_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_void_p)
_Vfs._fields_ = [
    ("iVersion", ctypes.c_int),
    ("szOsFile", ctypes.c_int),
    ("mxPathname", ctypes.c_int),
    ("pNext", ctypes.c_void_p),
    ("zName", ctypes.c_char_p),
    ("pAppData", ctypes.c_void_p),
    *((f"method{number}", ctypes.c_void_p) for number in range(13)),
    ("xSetSystemCall", _SET),
]
_SIZE = ctypes.c_ssize_t
_CALLS: dict[str, list[Any]] = {
    "write": [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t],
    "pwrite": [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_longlong],
    "pwrite64": [ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_longlong],
}


@contextmanager
def _sqlite_writes(disk: BadDisk) -> Iterator[None]:
    if not sys.platform.startswith("linux"):
        pytest.skip("SQLite's system calls are replaced on Linux")
    library = ctypes.CDLL(_sqlite3.__file__)
    if not hasattr(library, "sqlite3_vfs_find"):
        pytest.skip("this SQLite hides its system calls")
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    vfs = library.sqlite3_vfs_find(None)
    libc = ctypes.CDLL(None, use_errno=True)
    kept = []  # a callback must outlive its use

    def failing(name: str, arguments: list[Any]) -> Any:
        real = getattr(libc, name)
        real.argtypes, real.restype = arguments, _SIZE

        def call(*values: Any) -> int:
            number = disk.trouble()
            if number:
                ctypes.set_errno(number)
                return -1
            return int(real(*values))

        return ctypes.CFUNCTYPE(_SIZE, *arguments, use_errno=True)(call)

    caught = 0
    for name, arguments in _CALLS.items():
        callback = failing(name, arguments)
        kept.append(callback)
        address = ctypes.cast(callback, ctypes.c_void_p)
        caught += vfs.contents.xSetSystemCall(vfs, name.encode(), address) == 0
    assert caught, "SQLite knows none of these calls"
    try:
        yield
    finally:
        vfs.contents.xSetSystemCall(vfs, None, None)
