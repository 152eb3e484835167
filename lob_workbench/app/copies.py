"""The copies of an open workbook: the second place, the daily one, and the restore drill."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lob_workbench.app.restore_drill import run_drill
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import DiskFull, WorkbenchError
from lob_workbench.domain.progress import Progress, Stopped
from lob_workbench.people.backup_care import (
    BackupCare,
    CopiesView,
    CopyTrouble,
    change_backup_care,
    read_backup_care,
)
from lob_workbench.storage.backup import Backup, list_backups
from lob_workbench.storage.recovery_code import read_recovery_code
from lob_workbench.storage.second_place import (
    PlaceAbsent,
    check_place,
    copy_to_place,
    folder_in,
    is_link,
    note_place,
    see_place,
)

if TYPE_CHECKING:
    from lob_workbench.app.session import Session

A_DAY: Final = timedelta(hours=20)
"""Less than 24 hours: who opens at nine every day has one every day."""


class Copies:
    """Of one session, for its owner. Every call is slow: for a worker."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def view(self) -> CopiesView:
        """How it stands: the newest copy here and there, and whether the place answers."""
        care = self._care()
        last = self._newest(self._session.workbook.folder.backups)
        if care.path is None:
            return CopiesView(care, last, None, None)
        seen = see_place(care.path, self._session.folder)
        place = folder_in(care.path)
        # What stands behind a link is no copy elsewhere.
        there = self._newest(place) if seen.present and not is_link(place) else None
        return CopiesView(care, last, seen, there)

    def choose(self, place: Path) -> Changes:
        """Take ``place`` as the second place. Raises what ``check_place`` raises."""
        place = place.absolute()
        check_place(place, self._session.folder)
        now = self._session.clock.now().isoformat()
        note_place(self._session.folder, place)
        return self._change(place=str(place), since=now, copied_at="", trouble=CopyTrouble.NONE)

    def forget(self) -> Changes:
        """Have no second place; the copies there stay."""
        note_place(self._session.folder, None)
        return self._change(place="", since="", copied_at="", trouble=CopyTrouble.NONE)

    def put_advice_away(self) -> Changes:
        """Advise a second place no more."""
        return self._change(put_away=True)

    def copy(self, progress: Progress) -> Changes:
        """A fresh copy, here and at the second place; what goes wrong is kept and raised."""
        return self._bring(self._session.back_up("manual"), progress)

    def copy_quietly(self, backup: Path, progress: Progress) -> None:
        """Bring ``backup`` to the second place; what goes wrong is only kept: it is tried again."""
        with suppress(WorkbenchError):
            if self._care().path is not None:
                self._bring(backup, progress)

    def daily(self, progress: Progress) -> Changes | None:
        """Make the copy of the day when it is time, and bring the newest to the second place.

        Fit to be called every few minutes: nothing is done that was done already.
        """
        now, care = self._session.clock.now(), self._care()
        last = self._newest(self._session.workbook.folder.backups)
        if last is None or now - last.made_at > A_DAY:
            self._session.back_up("daily")
            last = self._newest(self._session.workbook.folder.backups)
        behind = last is not None and (care.copied is None or now - care.copied > A_DAY)
        if care.path is None or last is None or not behind:
            return None
        if care.trouble is CopyTrouble.ABSENT and not self._is_there(care.path):
            return None
        with suppress(WorkbenchError):
            return self._bring(last.path, progress)
        return None

    def drill(self, code: str, progress: Progress) -> Changes:
        """Restore the newest copy apart with ``code`` alone, look at it, and remove it again."""
        read_recovery_code(code)
        care = self._care()
        folders = [self._session.workbook.folder.backups]
        if care.path is not None and self._is_there(care.path):
            folders.insert(0, folder_in(care.path))
        found = run_drill(self._session, folders, code, progress)
        now = self._session.clock.now()
        with self._session.work() as work:
            return change_backup_care(work, lambda kept: found.kept_in(kept, now))

    def _bring(self, backup: Path, progress: Progress) -> Changes:
        care = self._care()
        if care.path is None:
            raise PlaceAbsent
        try:
            made = copy_to_place(
                backup, care.path, self._session.folder, self._session.workbook.data_key, progress
            )
        except WorkbenchError as error:
            if care.trouble is not (trouble := _trouble(error)):
                self._change(trouble=trouble)
            raise
        note_place(self._session.folder, care.path)
        return self._change(copied_at=made.made_at.isoformat(), trouble=CopyTrouble.NONE)

    def _is_there(self, place: Path) -> bool:
        return see_place(place, self._session.folder).present

    def _newest(self, folder: Path) -> Backup | None:
        found = list_backups(folder, self._session.workbook.data_key)
        return found[0] if found else None

    def _care(self) -> BackupCare:
        with self._session.work() as work:
            return read_backup_care(work)

    def _change(self, **values: object) -> Changes:
        with self._session.work() as work:
            return change_backup_care(work, lambda kept: replace(kept, **values))  # type: ignore[arg-type]


def _trouble(error: WorkbenchError) -> CopyTrouble:
    if isinstance(error, PlaceAbsent):
        return CopyTrouble.ABSENT
    if isinstance(error, DiskFull):
        return CopyTrouble.FULL
    if isinstance(error, Stopped):
        return CopyTrouble.SKIPPED
    return CopyTrouble.REFUSED
