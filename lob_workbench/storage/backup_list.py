"""Which backups there are in a folder, which of them stay, and whether much was lost since."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.storage.backup_file import (
    SUFFIX,
    BackupFile,
    BackupReason,
    Manifest,
    Tables,
)
from lob_workbench.storage.keys import DataKey

_NEWEST, _DAYS, _WEEKS, _MONTHS = 5, 7, 4, 12
_BEFORE_RISK = {BackupReason.MIGRATION, BackupReason.IMPORT, BackupReason.BULK_DELETE}
_REGRET = timedelta(days=7)
_MOST_LOST = 0.2
_FEW_ROWS = 20
_WATCHED = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on the disk. ``tables`` (rows per table) is known with the data key only.

    ``shrunk`` names, right after `make_backup`, the tables that lost more than a fifth of their
    rows in the past month; older backups were then all kept.
    """

    path: Path
    workbook_id: str
    made_at: datetime
    reason: BackupReason
    size: int
    tables: dict[str, int] | None = None
    shrunk: tuple[str, ...] = ()


def list_backups(folder: Path, data_key: DataKey | None = None) -> list[Backup]:
    """The backups in ``folder``, newest first; with ``data_key`` only those proven to be its own.

    Without it what they say of themselves is taken on trust: `restore_backup` checks it.
    """
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            with BackupFile.opened(path) as backup:
                tables = backup.manifest.tables(data_key) if data_key else None
                found.append(described(path, backup.manifest, tables))
        except (WorkbenchError, OSError):
            continue
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def kept_backups(backups: Sequence[Backup], keep: Collection[Path] = ()) -> set[Path]:
    """Which of ``backups``, newest first, stay when old ones go; see `rotate_backups`."""
    kept = {*keep, *(backup.path for backup in backups[:_NEWEST])}
    kept.update(
        backup.path
        for backup in backups
        if backup.reason in _BEFORE_RISK and backup.made_at > backups[0].made_at - _REGRET
    )
    rules: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (_DAYS, lambda moment: moment.date()),
        (_WEEKS, lambda moment: moment.isocalendar()[:2]),
        (_MONTHS, lambda moment: (moment.year, moment.month)),
    )
    for most, period in rules:
        newest: dict[Hashable, Path] = {}
        for backup in backups:
            newest.setdefault(period(local(backup.made_at)), backup.path)
        kept.update(list(newest.values())[:most])
    return kept


def rotate_backups(folder: Path, data_key: DataKey, keep: Collection[Path] = ()) -> list[Path]:
    """Remove backups that no rule keeps; returns what was removed.

    Kept: the newest of each of the last 7 days, 4 weeks and 12 months that have one, the five
    newest of all, those made before an import, a migration or a great deletion in the week up to
    the newest, and ``keep``. Files that are not proven to be this workbook's are left alone.
    """
    backups = list_backups(folder, data_key)
    kept = kept_backups(backups, keep)
    removed = [backup.path for backup in backups if backup.path not in kept]
    for path in removed:
        with suppress(OSError):
            path.unlink()
    return removed


def described(
    path: Path, manifest: Manifest, tables: Tables | None, shrunk: tuple[str, ...] = ()
) -> Backup:
    """A backup by what its manifest says."""
    rows = None if tables is None else {name: rows for name, (rows, _) in tables.items()}
    return Backup(
        path, manifest.workbook_id, manifest.made_at, manifest.reason, manifest.size, rows, shrunk
    )


def free_name(folder: Path, now: datetime) -> tuple[datetime, Path]:
    """The moment in whole seconds, or the first one after it that no backup bears."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    while True:
        path = folder / f"werkboek-{moment:%Y%m%dT%H%M%SZ}{SUFFIX}"
        if not path.exists():
            return moment, path
        moment += timedelta(seconds=1)


def shrunk_tables(tables: Tables, path: Path, data_key: DataKey, now: datetime) -> tuple[str, ...]:
    """Tables that lost over a fifth since any backup of the past month.

    A month, so that there is time to notice, and a real clean-up does not keep all for ever.
    """
    recent: Iterable[Backup] = (
        backup
        for backup in list_backups(path.parent, data_key)
        if backup.path != path and backup.made_at > now - _WATCHED
    )
    most: dict[str, int] = {}
    for backup in recent:
        for name, rows in (backup.tables or {}).items():
            most[name] = max(most.get(name, 0), rows)
    return tuple(
        name
        for name, rows in sorted(most.items())
        if rows >= _FEW_ROWS and tables.get(name, (0, ""))[0] < rows * (1 - _MOST_LOST)
    )
