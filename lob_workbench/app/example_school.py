"""The example school: an encrypted workbook like any other, filled by the features themselves."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from lob_workbench.app.features import EXAMPLE_ORDER
from lob_workbench.app.session import Session, remove_temporary
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.people import example
from lob_workbench.people.backup_care import BackupCare, change_backup_care
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.lock import FolderLock
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.storage.workbook import Workbook, WorkbookFolder

PASSPHRASE = "rondkijken mag altijd hier"  # opens invented data only; the window tells it
_PREFIX, _NAME = "lob-voorbeeld-", "Voorbeeldschool"
_DAY_SECONDS = 86_400


def make(folder: Path, clock: Clock, seed: int = 2026, cost: KdfCost | None = None) -> None:
    """Make the example school as a workbook in ``folder``, the same for the same seed and day."""
    with Workbook.create(folder, PASSPHRASE, new_recovery_code(), cost=cost) as workbook:
        upgrade(workbook.engine)
        visitor = example.visitor(clock.today(), seed)
        with UnitOfWork(workbook.engine, visitor, clock) as work:
            people = example.fill(work, seed)
            for feature in EXAMPLE_ORDER:
                if feature.example:
                    feature.load(feature.example)(work, people)
            change_backup_care(work, _of_an_example)


def _of_an_example(care: BackupCare) -> BackupCare:
    """Nobody misses an example: it asks for no copies."""
    return replace(care, example=True)


def sweep_left() -> None:
    """Remove example schools that a crash left: who typed real names in one is known to all.

    Only those that were not touched for a day, lie in a folder of one's own and are open nowhere.
    """
    for place in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        folder = WorkbookFolder(place / _NAME)
        with suppress(OSError, WorkbenchError):
            touched = max(path.lstat().st_mtime for path in (place, folder.path, folder.database))
            # The folder for temporary files is shared: others may lay traps there.
            own = not hasattr(os, "getuid") or place.lstat().st_uid == os.getuid()
            if place.is_symlink() or not own or time.time() - touched < _DAY_SECONDS:
                continue
            # One that is open in another window cannot be locked.
            FolderLock(folder.lock).release()
            remove_temporary(folder.path)


def open_temporary(clock: Clock | None = None) -> Session:
    """Make the example school in a folder of its own, which goes when the session closes."""
    clock = clock or SystemClock()
    sweep_left()
    place = Path(tempfile.mkdtemp(prefix=_PREFIX))
    folder = place / _NAME
    try:
        make(folder, clock)
        return Session.open(folder, passphrase=PASSPHRASE, clock=clock, temporary=True)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
