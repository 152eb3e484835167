"""A second place for backups: a stick or a folder elsewhere, which is often not there.

What goes there is a copy of a backup that was checked already; it is read back and checked again
before it gets its name. Colleagues may copy to the same place: nothing there that is not proven to
be of this workbook is replaced or removed.
"""

import os
import secrets
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from lob_workbench.domain.errors import (
    BackupDamaged,
    DiskFull,
    DiskGone,
    WorkbenchError,
    WorkbookReadOnly,
)
from lob_workbench.domain.progress import Progress
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.backup_file import SUFFIX, BackupFile, Manifest
from lob_workbench.storage.backup_list import (
    Backup,
    described,
    free_name,
    rotate_backups,
    shrunk_tables,
)
from lob_workbench.storage.disk import disk_trouble_told, flush_folder, write_durably
from lob_workbench.storage.keys import DataKey
from lob_workbench.storage.sync_service import sync_folder_name
from lob_workbench.storage.workbook import PART, WorkbookFolder

FOLDER = "LOB-reservekopie"
"""The folder that is made in the place that was chosen."""

PATIENCE = 3.0
"""After so many seconds a place that does not answer counts as not there."""

_CHUNK = 1 << 20
_POINTER = "second-place.txt"
_MOST_OF_PATH = 40_000
_OWNER_PURPOSE = "second place"
_JUNCTION = 0xA0000003
"""How Windows marks a link to a folder that anybody may make and that is no symbolic link."""


class PlaceAbsent(WorkbenchError):
    """The stick is out, or the network folder does not answer."""

    message = QT_TRANSLATE_NOOP(
        "errors", "De tweede plek is er nu niet. Zodra die er weer is, komt de kopie er vanzelf."
    )


class PlaceInside(WorkbenchError):
    """The place lies in the workbook itself."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Deze map hoort bij het werkboek zelf. Kies een plek daarbuiten."
    )


class PlaceInWorkbook(WorkbenchError):
    """The place lies in another workbook."""

    message = QT_TRANSLATE_NOOP(
        "errors", "Deze map hoort bij een ander werkboek. Kies een andere plek."
    )


class PlaceLinked(WorkbenchError):
    """The folder of the backups is a link, so what is written there lands somewhere else."""

    message = QT_TRANSLATE_NOOP(
        "errors",
        "De map LOB-reservekopie op deze plek verwijst naar een andere map. Kies een andere plek.",
    )


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A place as it was just now. ``service`` is the name of a sync service, or empty.

    ``same_disk``: what breaks the workbook's disk breaks this one too.
    """

    path: Path
    present: bool
    same_disk: bool = False
    service: str = ""


def see_place(place: Path, workbook: Path, patience: float = PATIENCE) -> SeenPlace:
    """Whether ``place`` is there, on another disk, and no folder of a sync service.

    A network folder that hangs counts as absent: asking is done apart, and not waited for.
    """
    service = sync_folder_name(place) or ""
    found: list[SeenPlace] = []

    def look() -> None:
        with suppress(OSError):
            if place.is_dir():
                folder = folder_in(place)
                there = folder if folder.is_dir() else place
                same = there.stat().st_dev == workbook.stat().st_dev
                found.append(SeenPlace(place, True, same, service))

    asking = threading.Thread(target=look, name="place", daemon=True)
    asking.start()
    asking.join(patience)
    return found[0] if found else SeenPlace(place, False, service=service)


def folder_in(place: Path) -> Path:
    """Where the backups are in ``place``; itself when that is such a folder already."""
    return place if place.name == FOLDER else place / FOLDER


def is_link(path: Path) -> bool:
    """Whether ``path`` is a symbolic link or a junction, and not the file or folder itself."""
    try:
        seen = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(seen.st_mode) or getattr(seen, "st_reparse_tag", 0) == _JUNCTION


def check_place(place: Path, workbook: Path) -> None:
    """Raise `PlaceInside` for a place in the workbook, `PlaceAbsent` where there is none.

    Also raises `PlaceInWorkbook` for one in another workbook, and `PlaceLinked`; and proves that
    files can be written there: WorkbookReadOnly, DiskFull.
    """
    _refuse_inside(place, workbook)
    if not see_place(place, workbook).present:
        raise PlaceAbsent()
    _refuse_folder(folder_in(place), workbook)
    with disk_trouble_told():
        folder = folder_in(place)
        folder.mkdir(exist_ok=True)
        # A name that nobody can have put a link under; others may write here too.
        probe = folder / f".proef-{secrets.token_hex(8)}{PART}"
        try:
            with probe.open("xb") as file:
                file.write(b"LOB")
        finally:
            with suppress(OSError):
                probe.unlink()


def copy_to_place(
    backup: Path,
    place: Path,
    workbook: Path,
    data_key: DataKey,
    progress: Progress | None = None,
) -> Backup:
    """Copy the file ``backup`` to ``place``, check it there, and let old ones there go.

    The same file twice is copied once. A name that is taken by anything else is left to it: the
    copy then bears the next free one. Raises PlaceAbsent, PlaceInside, PlaceInWorkbook,
    PlaceLinked, NotFound, DiskFull, WorkbookReadOnly, BackupDamaged, Stopped; nothing half is left
    under the name of a backup. Where much was lost since earlier copies there, those all stay.
    """
    progress = progress or Progress()
    if not see_place(place, workbook).present:
        raise PlaceAbsent()
    folder = folder_in(place)
    with _place_trouble_told():
        # A folder that became a link back here would be a copy of nothing.
        _refuse_folder(folder, workbook)
        folder.mkdir(exist_ok=True)
        # Made once: a lock forgets the key while a slow place is waited for.
        own_parts = _part_start(data_key)
        _sweep(folder, own_parts)
        with BackupFile.opened(backup) as read:
            manifest = read.manifest
        path = _standing(folder, manifest, data_key) or free_name(folder, manifest.made_at)[1]
        if is_link(path) or not _is_good(path, data_key):
            part = folder / f"{own_parts}{secrets.token_hex(8)}{PART}"
            path = _bring(backup, part, manifest, data_key, progress)
        with BackupFile.opened(path) as written:
            tables = written.manifest.tables(data_key)
            shrunk = shrunk_tables(tables, path, data_key, written.manifest.made_at)
            made = described(path, written.manifest, tables, shrunk)
        if not shrunk:
            rotate_backups(folder, data_key, keep=[path])
    return made


def note_place(workbook: Path, place: Path | None) -> None:
    """Write beside the database where the second place is: for the day that it does not open.

    Only a path, as the list of workbooks used lately has them. Not noted is not a failure.
    """
    file = WorkbookFolder(workbook).path / _POINTER
    with suppress(OSError, WorkbenchError):
        if place is None:
            file.unlink(missing_ok=True)
        else:
            write_durably(file, str(place).encode())


def noted_place(workbook: Path) -> Path | None:
    """The second place that was noted beside the database, `None` for none."""
    file = workbook / _POINTER
    try:
        if not file.is_file() or file.stat().st_size > _MOST_OF_PATH:
            return None
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return Path(text) if text and "\0" not in text else None


def _bring(
    backup: Path, part: Path, manifest: Manifest, data_key: DataKey, progress: Progress
) -> Path:
    try:
        done, total = 0, backup.stat().st_size
        progress.tell(done, total)
        with backup.open("rb") as source, part.open("xb") as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                done += len(chunk)
                progress.tell(done, total)
            target.flush()
            os.fsync(target.fileno())
        if not _is_good(part, data_key):
            raise BackupDamaged()
        progress.tell(done, total)
        path = _named(part, manifest, data_key)
        with suppress(OSError):
            # Some network folders cannot; the file itself is on the disk.
            flush_folder(path.parent)
        return path
    finally:
        with suppress(OSError):
            part.unlink()


def _standing(folder: Path, manifest: Manifest, data_key: DataKey) -> Path | None:
    """The copy of exactly this backup in ``folder``, whole or rotten; proven to be ours."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        # What cannot be read may be a colleague's that is shut for us: it is not proven ours.
        with suppress(WorkbenchError, OSError), BackupFile.opened(path) as file:
            file.manifest.tables(data_key)
            if file.manifest == manifest:
                return path
    return None


def _named(part: Path, manifest: Manifest, data_key: DataKey) -> Path:
    """Give ``part`` its name: that of our rotten copy of the same backup, or a free one."""
    path = _standing(part.parent, manifest, data_key)
    if path is not None:
        part.replace(path)
        return path
    path = _reserved(part.parent, manifest)
    try:
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def _reserved(folder: Path, manifest: Manifest) -> Path:
    """An empty file under a free name: another workbook may ask for the same one just now.

    A hard link would do without, but a stick has none.
    """
    moment = manifest.made_at
    while True:
        moment, path = free_name(folder, moment)
        try:
            path.open("xb").close()
        except FileExistsError:
            # Taken since, or a link to nowhere.
            moment += timedelta(seconds=1)
        else:
            return path


@contextmanager
def _place_trouble_told() -> Iterator[None]:
    """A place that is full or shut tells so; a stick that is pulled out tells it in many ways."""
    try:
        yield
    except DiskGone as trouble:
        raise PlaceAbsent() from trouble
    except OSError as trouble:
        try:
            with disk_trouble_told():
                raise
        except (DiskFull, WorkbookReadOnly):
            raise
        except (OSError, DiskGone):
            raise PlaceAbsent() from trouble


def _refuse_inside(place: Path, workbook: Path) -> None:
    if _real(place).is_relative_to(workbook.resolve()):
        raise PlaceInside()


def _refuse_folder(folder: Path, workbook: Path) -> None:
    _refuse_inside(folder, workbook)
    if is_link(folder):
        raise PlaceLinked()
    real = _real(folder)
    if any(_has_keys(above) for above in (real, *real.parents)):
        raise PlaceInWorkbook()


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as circle:
        # Links that lead to each other.
        raise PlaceLinked() from circle


def _has_keys(folder: Path) -> bool:
    """Whether a workbook lies here: no other program has a file of that name."""
    try:
        return WorkbookFolder(folder).keys.is_file()
    except OSError:
        return False


def _is_good(path: Path, data_key: DataKey) -> bool:
    """Whether the file holds what its manifest says, and that is this workbook's."""
    try:
        with BackupFile.opened(path) as file:
            file.manifest.tables(data_key)
            file.copy_database()
    except WorkbenchError:
        return False
    return True


def _part_start(data_key: DataKey) -> str:
    """How our half copies begin; it tells others nothing, not even which workbook it is."""
    return f".lob-{data_key.subkey(_OWNER_PURPOSE).hex()[:16]}-"


def _sweep(folder: Path, own_parts: str) -> None:
    """Remove what a crash left of copies of this workbook; a colleague may be copying too."""
    for left in folder.glob(f"{own_parts}*{PART}"):
        with suppress(OSError):
            left.unlink()
