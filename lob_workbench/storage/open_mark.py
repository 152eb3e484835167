"""The mark that stands beside the database while a workbook is open.

Found standing at an opening, it tells that the time before did not end well. A log that is gone
then was thrown away by somebody: the database alone lacks what was written last.
"""

from contextlib import suppress
from enum import StrEnum

from lob_workbench.storage.workbook_folder import WorkbookFolder


class LastEnd(StrEnum):
    """How it ended the time before."""

    WELL = "well"
    SUDDENLY = "suddenly"
    LOG_GONE = "log_gone"


def last_end(folder: WorkbookFolder) -> LastEnd:
    """How it ended; ask before the database is opened, which makes a new log."""
    if not folder.in_use.exists():
        return LastEnd.WELL
    return LastEnd.SUDDENLY if folder.log.exists() else LastEnd.LOG_GONE


def mark_open(folder: WorkbookFolder) -> None:
    """Set the mark; only when there is a log, or a crash right now would seem to have lost it."""
    with suppress(OSError):
        if folder.log.exists():
            folder.in_use.touch()


def mark_closed(folder: WorkbookFolder) -> None:
    """Take the mark away; before the database closes, which takes the log away."""
    with suppress(OSError):
        folder.in_use.unlink(missing_ok=True)
