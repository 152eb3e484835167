"""A second place for backups: a stick or a folder elsewhere, which is often not there.

What goes there is a copy of a backup that was checked already; it is read back and checked again
before it gets its name.
"""

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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
from lob_workbench.storage.backup_file import BackupFile
from lob_workbench.storage.backup_list import (
    Backup,
    described,
    rotate_backups,
    shrunk_tables,
)
from lob_workbench.storage.disk import disk_trouble_told, flush_folder
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


def check_place(place: Path, workbook: Path) -> None:
    """Raise `PlaceInside` for a place in the workbook, `PlaceAbsent` where there is none.

    Also proves that files can be written there: WorkbookReadOnly, DiskFull.
    """
    _refuse_inside(place, workbook)
    if not see_place(place, workbook).present:
        raise PlaceAbsent()
    _refuse_inside(folder_in(place), workbook)
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

    The same file twice is copied once. Raises PlaceAbsent, PlaceInside, DiskFull, WorkbookReadOnly,
    BackupDamaged, Stopped; nothing half is left under the name of a backup. Where much was lost
    since earlier copies there, those all stay.
    """
    progress = progress or Progress()
    if not see_place(place, workbook).present:
        raise PlaceAbsent()
    folder = folder_in(place)
    path = folder / backup.name
    with _place_trouble_told():
        folder.mkdir(exist_ok=True)
        # A folder that became a link back here would be a copy of nothing.
        _refuse_inside(folder, workbook)
        _sweep(folder)
        if path.is_symlink() or not _is_good(path, data_key):
            _bring(backup, path, data_key, progress)
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
    with suppress(OSError):
        if place is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(str(place), encoding="utf-8")


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


def _bring(backup: Path, path: Path, data_key: DataKey, progress: Progress) -> None:
    part = path.with_name(f".{path.name}{PART}")
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
        part.replace(path)
        with suppress(OSError):
            # Some network folders cannot; the file itself is on the disk.
            flush_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink()


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
    if place.resolve().is_relative_to(workbook.resolve()):
        raise PlaceInside()


def _is_good(path: Path, data_key: DataKey) -> bool:
    """Whether the file holds what its manifest says, and that is this workbook's."""
    try:
        with BackupFile.opened(path) as file:
            file.manifest.tables(data_key)
            file.copy_database()
    except WorkbenchError:
        return False
    return True


def _sweep(folder: Path) -> None:
    for left in folder.glob(f".*{PART}"):
        with suppress(OSError):
            left.unlink()
