"""A workbook that is not whole: its newest good backup, and the way back without losing anything.

Knows no Qt. The damaged folder is never written in: it gets another name, for who may still save
something from it.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lob_workbench.domain.errors import (
    KeyFileDamaged,
    NotFound,
    WorkbenchError,
    WorkbookDamaged,
    WorkbookIncomplete,
    WrongPassphrase,
    WrongRecoveryCode,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lob_workbench.app.session import Session
    from lob_workbench.domain.clock import Clock
    from lob_workbench.storage.keys import DataKey

_RESTORED = QT_TRANSLATE_NOOP("damage", "{name} (teruggezet)")


class NoGoodCopy(NotFound):
    """There is no backup, or none that is whole."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "Er is hier geen goede reservekopie gevonden. Steek de stick met kopieën in de laptop en "
        "zoek nog een keer, of kies zelf een kopie.",
    )


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a workbook: one of the two. ``repr`` shows neither."""

    passphrase: str | None = field(default=None, repr=False)
    recovery_code: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class GoodCopy:
    """The newest backup that was read whole and found good.

    ``bad`` newer ones were not good. ``written_at`` is when the damaged workbook was last written;
    ``place_absent`` that a second place is known and not there now.
    """

    path: Path
    made_at: datetime
    elsewhere: bool
    bad: int
    written_at: datetime | None
    place_absent: bool


def is_damage(error: BaseException) -> bool:
    """Whether the workbook itself is what is wrong."""
    return isinstance(error, (WorkbookDamaged, KeyFileDamaged, WorkbookIncomplete))


def find_good_copy(folder: Path, secret: Secret) -> GoodCopy:
    """The newest good backup of the workbook in ``folder``, here or at the second place.

    Raises NoGoodCopy, and WrongPassphrase or WrongRecoveryCode when no backup opens with it.
    """
    from lob_workbench.storage.backup import Backup, list_backups, verify_backup
    from lob_workbench.storage.second_place import folder_in, noted_place, see_place

    place = noted_place(folder)
    absent = place is not None and not see_place(place, folder).present
    found: list[tuple[Backup, bool]] = [
        (backup, False) for backup in list_backups(folder / "backups")
    ]
    if place is not None and not absent:
        found += [(backup, True) for backup in list_backups(folder_in(place))]
    own = _workbook_id(folder)
    if own is not None:
        found = [each for each in found if each[0].workbook_id == own]
    refused: WorkbenchError | None = None
    bad = 0
    with _Keys(secret) as keys:
        for backup, elsewhere in sorted(found, key=_newest_first, reverse=True):
            try:
                data_key = keys.of(backup.path)
            except (WrongPassphrase, WrongRecoveryCode) as wrong:
                refused = refused or wrong
                continue
            except (WorkbenchError, OSError):
                bad += 1
                continue
            if verify_backup(backup.path, data_key):
                bad += 1
                continue
            return GoodCopy(
                backup.path, backup.made_at, elsewhere, bad, _written_at(folder), absent
            )
    raise refused or NoGoodCopy()


def restore_beside(
    folder: Path, copy: Path, secret: Secret, clock: "Clock", words: str
) -> "Session":
    """Put ``copy`` back in the place of ``folder`` and open it; the damaged one is kept beside it.

    ``words`` is what the damaged folder is called after its name. Where it cannot be renamed (a
    program holds a file in it), the restored one lies beside it under a name of its own.
    """
    from lob_workbench.app.session import Session
    from lob_workbench.storage.backup import restore_backup
    from lob_workbench.storage.second_place import note_place, noted_place

    place = noted_place(folder)
    restored = _free(folder, _RESTORED.format(name=folder.name))
    restore_backup(copy, restored, passphrase=secret.passphrase, recovery_code=secret.recovery_code)
    with suppress(OSError):
        # So that it has a copy from its first minute.
        shutil.copy2(copy, restored / "backups" / copy.name)
    note_place(restored, place)
    target = folder
    try:
        folder.rename(_free(folder, f"{folder.name} ({words} {clock.today():%d-%m-%Y})"))
        restored.rename(folder)
    except OSError:
        target = restored if restored.exists() else folder
    return Session.open(
        target, passphrase=secret.passphrase, recovery_code=secret.recovery_code, clock=clock
    )


class _Keys:
    """The data key of each backup, found once for every key file: a try costs half a second."""

    def __init__(self, secret: Secret) -> None:
        self._secret = secret
        self._known: dict[bytes, DataKey | WorkbenchError] = {}

    def __enter__(self) -> "_Keys":
        return self

    def __exit__(self, *_: object) -> None:
        for key in self._known.values():
            if not isinstance(key, WorkbenchError):
                key.wipe()

    def of(self, backup: Path) -> "DataKey":
        """The data key of one. Raises what unlocking raises."""
        from lob_workbench.storage.backup_file import BackupFile

        with BackupFile.opened(backup) as file:
            keys = file.keys
        if keys not in self._known:
            try:
                self._known[keys] = self._unlocked(keys)
            except WorkbenchError as error:
                self._known[keys] = error
        known = self._known[keys]
        if isinstance(known, WorkbenchError):
            raise known
        return known

    def _unlocked(self, keys: bytes) -> "DataKey":
        from lob_workbench.storage.keys import KeyFile

        file = KeyFile.from_bytes(keys)
        if self._secret.passphrase is not None:
            return file.unlock_with_passphrase(self._secret.passphrase)
        return file.unlock_with_recovery(self._secret.recovery_code or "")


def _newest_first(each: tuple[object, bool]) -> tuple[datetime, bool]:
    backup, elsewhere = each
    # Of the same moment the one on this laptop: it is read faster.
    return backup.made_at, not elsewhere  # type: ignore[attr-defined]


def _workbook_id(folder: Path) -> str | None:
    from lob_workbench.storage.keys import KeyFile
    from lob_workbench.storage.workbook import WorkbookFolder

    try:
        return KeyFile.load(WorkbookFolder(folder).keys).workbook_id
    except (WorkbenchError, OSError):
        return None


def _written_at(folder: Path) -> datetime | None:
    from lob_workbench.storage.workbook import WorkbookFolder

    place = WorkbookFolder(folder)
    times = list(_times((place.database, place.log)))
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _times(files: tuple[Path, ...]) -> Iterator[float]:
    for file in files:
        with suppress(OSError):
            yield file.stat().st_mtime


def _free(folder: Path, name: str) -> Path:
    place, number = folder.with_name(name), 1
    while place.exists():
        number += 1
        place = folder.with_name(f"{name} {number}")
    return place
