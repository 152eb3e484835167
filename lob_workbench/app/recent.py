"""Which workbooks were open lately: paths in the settings folder of this login, and no more."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_documents_path

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

    def mark_lent(self, lent: bool) -> None:
        """Note that the laptop is in the hands of somebody else, or is back."""
        with suppress(OSError):
            if lent:
                self._lent_file.parent.mkdir(parents=True, exist_ok=True)
                self._lent_file.touch()
            else:
                self._lent_file.unlink(missing_ok=True)

    def lent(self) -> bool:
        """Whether it was lent and nobody gave a passphrase or password since."""
        return self._lent_file.exists()

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
