"""The restore drill: is the newest copy worth something, with nothing but the paper in hand?

It is put back in a hidden folder of the workbook, opened as a workbook, read, and removed. What a
kill leaves there is encrypted, and goes at the next opening (``sweep_leftovers``).
"""

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lob_workbench.domain.errors import DiskFull, WorkbenchError, WrongRecoveryCode
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.people.backup_care import BackupCare, DrillOutcome
from lob_workbench.storage.backup import Backup, list_backups, restore_backup
from lob_workbench.storage.second_place import is_link
from lob_workbench.storage.workbook import DRILL

if TYPE_CHECKING:
    from lob_workbench.app.session import Session

_TIMES_AS_MUCH: Final = 3
"""The copy, what it becomes, and its log."""
_SPARE: Final = 20_000_000
_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class DrillFound:
    """How a drill ended, and what was in the copy."""

    outcome: DrillOutcome
    backup: Backup | None = None
    elsewhere: bool = False
    talks: int = 0
    newest: date | None = None

    def kept_in(self, care: BackupCare, now: datetime) -> BackupCare:
        """``care`` with this drill as the last one."""
        return replace(
            care,
            drill_at=now.isoformat(),
            drill=self.outcome,
            drill_copy_at="" if self.backup is None else self.backup.made_at.isoformat(),
            drill_elsewhere=self.elsewhere,
            drill_talks=self.talks,
            drill_newest="" if self.newest is None else self.newest.isoformat(),
        )


def run_drill(
    session: "Session", folders: Sequence[Path], code: str, progress: Progress
) -> DrillFound:
    """Try the newest copy in the first of ``folders`` that has one. Raises only ``Stopped``."""
    progress.tell(0, _STEPS)
    own = session.workbook.key_file.workbook_id
    for folder in folders:
        away = folder != session.workbook.folder.backups
        if away and is_link(folder):
            # It may lead to this very disk.
            continue
        # The key says which copies are ours, or anybody could put a newer one on the stick that
        # spoils every drill. It opens nothing here: that is left to the code.
        found = list_backups(folder, session.workbook.data_key) or [
            backup for backup in list_backups(folder) if backup.workbook_id == own
        ]
        if away:
            found = [backup for backup in found if not is_link(backup.path)]
        if found:
            return _tried(session, found[0], away, code, progress)
    return DrillFound(DrillOutcome.NO_COPY)


def _tried(
    session: "Session", backup: Backup, away: bool, code: str, progress: Progress
) -> DrillFound:
    if shutil.disk_usage(session.folder).free < backup.size * _TIMES_AS_MUCH + _SPARE:
        return DrillFound(DrillOutcome.NO_ROOM, backup, away)
    place = session.folder / f"{DRILL}{secrets.token_hex(4)}"
    try:
        place.mkdir(mode=0o700)
        restore_backup(backup.path, place / "werkboek", recovery_code=code)
        progress.tell(1, _STEPS)
        talks, newest = _read(place / "werkboek", code, session)
        progress.tell(2, _STEPS)
        return DrillFound(DrillOutcome.GOOD, backup, away, talks, newest)
    except Stopped:
        raise
    except WrongRecoveryCode:
        return DrillFound(DrillOutcome.WRONG_CODE, backup, away)
    except DiskFull:
        return DrillFound(DrillOutcome.NO_ROOM, backup, away)
    except (WorkbenchError, OSError):
        return DrillFound(DrillOutcome.DAMAGED, backup, away)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _read(folder: Path, code: str, session: "Session") -> tuple[int, date | None]:
    """Open it as any workbook, check the file, and count the talks of this month."""
    from lob_workbench.app.session import Session
    from lob_workbench.domain.errors import BackupDamaged
    from lob_workbench.talks.queries_month import month_and_newest

    restored = Session.open(folder, recovery_code=code, clock=session.clock)
    try:
        if restored.workbook.verify():
            raise BackupDamaged
        with restored.work() as work:
            return month_and_newest(work, session.clock.today())
    finally:
        restored.close(backup=False)
