"""Files that must survive a power cut: durable writes, and disk trouble told in words."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lob_workbench.domain.errors import DiskFull, DiskGone, WorkbookReadOnly

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
# A stick that was pulled out, a network drive that went, a disk that is ending its life.
_GONE = {
    getattr(errno, name)
    for name in ("EIO", "ENXIO", "ENODEV", "ESTALE", "ETIMEDOUT", "EHOSTDOWN", "ENETDOWN")
    if hasattr(errno, name)
}
_HARDLY = 2**16
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def disk_trouble_told() -> Iterator[None]:
    """Turn an ``OSError`` about room, rights or a failing disk into a sentence.

    Into :class:`DiskFull`, `WorkbookReadOnly` or :class:`WorkbenchError`; others pass.
    """
    try:
        yield
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise DiskFull() from trouble
        if trouble.errno in _NOT_WRITABLE:
            raise WorkbookReadOnly() from trouble
        if trouble.errno in _GONE:
            raise DiskGone() from trouble
        raise


def is_full(path: Path) -> bool:
    """Whether the disk of this file has hardly any room left."""
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY
    except OSError:
        return False


def flush_folder(folder: Path) -> None:
    """Make renames in ``folder`` durable; a no-op on Windows, which has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_file(path: Path) -> None:
    """Wait until what was written to ``path`` is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_durably(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``, all or nothing, readable by its owner only.

    Raises DiskFull, WorkbookReadOnly or OSError; the old file then still stands.
    """
    with disk_trouble_told():
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
        flush_folder(path.parent)
