"""One window at a time on a workbook: a lock that the operating system lets go by itself."""

import sys
from pathlib import Path

from lob_workbench.domain.errors import WorkbookBusy
from lob_workbench.storage.disk import disk_trouble_told

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        # flock, not lockf: it also keeps out a second window of the same process.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """An exclusive lock on the file ``path``; gone at ``release`` or when the process dies.

    The file itself stays: taking it away would let two windows lock two different files.
    Raises WorkbookBusy when another window has it, WorkbookReadOnly when it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        with disk_trouble_told():
            self._file = path.open("ab")
        try:
            _take(self._file.fileno())
        except OSError as taken:
            self._file.close()
            raise WorkbookBusy() from taken

    def release(self) -> None:
        """Let the next window in; harmless when done twice."""
        self._file.close()
