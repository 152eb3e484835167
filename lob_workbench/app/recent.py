"""Which workbooks were open lately, and how the window looked: in the settings folder, no more."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_documents_path

from lob_workbench.app.look import Look, read_look, write_look

APP_NAME: Final = "lob-werkbank"
_MOST: Final = 5
_PARTS: Final = ("workbook.keys.json", "workbook.db")


class RecentWorkbooks:
    """Remembers paths, newest first. What cannot be read or written is simply not remembered."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or user_config_path(APP_NAME, appauthor=False) / "recent.json"

    def all(self) -> tuple[Path, ...]:
        """The workbooks that are still there, also when a part of one is gone."""
        return tuple(
            path for path in self._read() if any((path / part).is_file() for part in _PARTS)
        )

    def newest(self) -> Path | None:
        """The one used last."""
        return next(iter(self.all()), None)

    def remember(self, folder: Path) -> None:
        """Put ``folder`` first."""
        folder = folder.absolute()
        others = [path for path in self._read() if path != folder]
        content = json.dumps([str(path) for path in [folder, *others][:_MOST]])
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(content, encoding="utf-8")

    def school(self) -> str:
        """The address of the school that was used last, or ""; it holds no password."""
        try:
            return self._school_file.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def remember_school(self, address: str) -> None:
        """Keep the address of a school."""
        with suppress(OSError):
            self._school_file.parent.mkdir(parents=True, exist_ok=True)
            self._school_file.write_text(address, encoding="utf-8")

    def look(self) -> Look:
        """How the window looked last."""
        return read_look(self._file.with_name("look.json"))

    def remember_look(self, look: Look) -> None:
        """Keep how the window looks, for the screens before a workbook is open."""
        write_look(self._file.with_name("look.json"), look)

    def mark_lent(self, lent: bool, of: str = "") -> None:
        """Note that the laptop is in the hands of somebody else, or is back.

        ``of`` is the workbook or school that was open then. It is back when that one is opened
        again, and not when whoever has it opens a workbook of their own.
        """
        with suppress(OSError):
            if lent:
                self._lent_file.parent.mkdir(parents=True, exist_ok=True)
                self._lent_file.write_text(of, encoding="utf-8")
            elif self._lent_from() in ("", of):
                self._lent_file.unlink(missing_ok=True)

    def lent(self) -> bool:
        """Whether it was lent and nobody gave a passphrase or password since."""
        return self._lent_file.exists()

    def _lent_from(self) -> str:
        try:
            return self._lent_file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    @property
    def _lent_file(self) -> Path:
        return self._file.with_name("lent")

    @property
    def _school_file(self) -> Path:
        return self._file.with_name("school.txt")

    def _read(self) -> list[Path]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        if not isinstance(found, list):
            return []
        return [Path(path) for path in found if isinstance(path, str)]


def suggested_folder() -> Path:
    """A free folder for a new workbook among the person's documents."""
    home = user_documents_path()
    place, number = home / "LOB-werkbank", 1
    while place.exists() and (not place.is_dir() or any(place.iterdir())):
        number += 1
        place = home / f"LOB-werkbank {number}"
    return place
