"""Starts the product as ``main.py`` does and notes when what stands on the screen.

Run as a script with the folder of a workbook of ``big_workbook``, its passphrase and the number of
its students. Prints one line of JSON: moments on the system's monotonic clock, in seconds, and
what was loaded at the first paint.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HEAVY = (
    *("sqlalchemy", "alembic", "sqlcipher3", "cryptography", "argon2", "openpyxl", "reportlab"),
    *("faker", "lxml", "PIL", "psycopg", "keyring"),
)

# Before anything of the product is imported, as under ``python main.py``.
_REPOSITORY = str(Path(__file__).resolve().parents[2])
sys.path.insert(0, _REPOSITORY)

seen: dict[str, Any] = {}


def note(name: str) -> None:
    """Remember when ``name`` happened for the first time."""
    seen.setdefault(name, time.monotonic())


def heavy_modules() -> list[str]:
    """Which heavy packages are loaded now."""
    return [name for name in HEAVY if name in sys.modules]


def watch(folder: Path, passphrase: str, students: int) -> None:
    """Let ``bootstrap.run`` open a window that tells when it was painted, and then unlocks."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from lob_workbench.app import main_window
    from lob_workbench.app.features import FEATURES
    from lob_workbench.app.recent import RecentWorkbooks

    # The page that opens first is the list; everything else is as it comes.
    features = tuple(sorted(FEATURES, key=lambda feature: feature.name != "students"))

    class Window(main_window.MainWindow):
        def __init__(self, **_given: object) -> None:
            # The workbook used last is offered, as on any other day.
            recent = RecentWorkbooks(folder.parent / "recent.json")
            recent.remember(folder)
            super().__init__(recent=recent)
            self._features = features
            self.ready.connect(self._first_painted)

        def _first_painted(self) -> None:
            self.ready.disconnect(self._first_painted)
            note("painted")
            seen["heavy"] = heavy_modules()
            # Once round the event loop, so that the imports behind the screen have begun.
            QTimer.singleShot(0, self._type_when_imported)

        def _type_when_imported(self) -> None:
            if self.errands.busy:
                self.errands.busy_changed.connect(self._type_when_imported)
                return
            note("imported")
            self.errands.busy_changed.disconnect(self._type_when_imported)
            watch_key()
            watch_list(students, self._done)
            form = self.screen_shown.form  # type: ignore[union-attr]
            form.field.edit.setText(passphrase)
            form.submit()

        def _done(self) -> None:
            print(json.dumps(seen), flush=True)
            # Locks and does not make the backup that closing makes.
            self.lock()
            QApplication.quit()

    main_window.MainWindow = Window  # type: ignore[assignment,misc]


def watch_key() -> None:
    """Note when the passphrase turned out to be right."""
    from lob_workbench.storage.keys import KeyFile

    unlock = KeyFile.unlock_with_passphrase

    def timed(key_file: KeyFile, passphrase: str) -> Any:
        data_key = unlock(key_file, passphrase)
        note("accepted")
        return data_key

    KeyFile.unlock_with_passphrase = timed  # type: ignore[assignment,method-assign]


def watch_list(students: int, done: Callable[[], None]) -> None:
    """Note when a table has painted its first rows, and when it has painted with all of them."""
    from PySide6.QtCore import QTimer

    from lob_workbench.ui.lists import TableView

    paint = TableView.paintEvent

    def finish() -> None:
        note("complete")
        done()

    def timed(table: Any, event: Any) -> None:
        paint(table, event)
        rows = len(table.rows_model.rows)
        if rows and "listed" not in seen:
            seen["first_rows"] = rows
            QTimer.singleShot(0, lambda: note("listed"))
        if rows == students and "rows" not in seen:
            seen["rows"] = rows
            QTimer.singleShot(0, finish)

    TableView.paintEvent = timed  # type: ignore[assignment,method-assign]


def main() -> None:
    folder, passphrase, students = sys.argv[1:]
    sys.argv = ["main.py"]
    watch(Path(folder), passphrase, int(students))
    from lob_workbench.__main__ import main as start

    start()


if __name__ == "__main__":
    main()
