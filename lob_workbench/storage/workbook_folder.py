"""Where the parts of a workbook lie, how its folder comes to be, and what a crash left there."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.disk import disk_trouble_told, flush_file, flush_folder
from lob_workbench.storage.keys import KeyFile

_BUILDING = ".lob-bouw"
PART = ".part"
"""How the name of a file ends that is still being written."""
DRILL = ".lob-proef-"
"""How the folder of a restore drill begins."""

_NOT_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "In deze map staat al iets. Kies een lege map of een nieuwe naam."
)


@dataclass(frozen=True, slots=True)
class WorkbookFolder:
    """Where the parts of a workbook lie."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.path / "workbook.db"

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.path / "workbook.keys.json"

    @property
    def lock(self) -> Path:
        """The file that one window holds."""
        return self.path / "workbook.lock"

    @property
    def attempts(self) -> Path:
        """The count of wrong passphrases."""
        return self.path / "workbook.attempts"

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.path / "backups"

    @property
    def in_use(self) -> Path:
        """The mark that stands while it is open (``storage.open_mark``)."""
        return self.path / "workbook.open"

    @property
    def log(self) -> Path:
        """What was written and is not in the database itself yet."""
        return self.path / "workbook.db-wal"

    @property
    def ballast(self) -> Path:
        """The file that gives up its room when the disk is full."""
        return self.path / "ballast"

    def is_workbook(self) -> bool:
        """True when a workbook lies here, whole or in part; a half-built one is none."""
        building = self.path.name.endswith(_BUILDING)
        return not building and (self.database.exists() or self.keys.exists())


@contextmanager
def new_folder(target: Path) -> Iterator[WorkbookFolder]:
    """A hidden folder beside ``target`` to build a workbook in; becomes ``target`` at a clean end.

    Call `finish_folder` inside. Raises InputRefused when ``target`` holds something.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InputRefused(_NOT_EMPTY)
    with disk_trouble_told():
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f".{_literal(target.name)}.*{_BUILDING}"):
            shutil.rmtree(left, ignore_errors=True)
        building = target.parent / f".{target.name}.{secrets.token_hex(4)}{_BUILDING}"
        building.mkdir(mode=0o700)
    try:
        yield WorkbookFolder(building)
        with disk_trouble_told():
            if target.exists():
                target.rmdir()
            building.rename(target)
            flush_folder(target.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def finish_folder(building: WorkbookFolder, key_file: KeyFile) -> None:
    """Add what a workbook needs beside its database, and make all of it durable."""
    with disk_trouble_told():
        building.backups.mkdir()
        flush_file(building.database)
        key_file.save(building.keys)
        flush_folder(building.path)


def sweep_leftovers(folder: WorkbookFolder) -> None:
    """Remove what a crash left half written, or of a drill; only under the lock."""
    for left in folder.path.glob(f"{DRILL}*"):
        shutil.rmtree(left, ignore_errors=True)
    for place in (folder.path, folder.backups):
        for left in place.glob(f".*{PART}*"):
            with suppress(OSError):
                left.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
