"""The composition root: makes the application and its window, and runs them."""

import logging
import os
import sys
from pathlib import Path

NO_DISPLAY = (
    "Er is hier geen beeldscherm, dus het venster kan niet open. "
    "Wil je de werkbank zien? `make tour` maakt plaatjes en PDF's zonder scherm."
)


def has_display(environment: "os._Environ[str] | dict[str, str]", system: str) -> bool:
    """Whether a window can be shown, or nobody needs to see it (an offscreen platform)."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if not system.startswith("linux") or platform.split(":")[0] in ("offscreen", "minimal", "vnc"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def leave_no_dump() -> None:
    """Have the system write no image of the memory if Qt crashes: key and texts are in it."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def run(folder: Path | None = None, demo: bool = False, school: str = "") -> int:
    """Open the window on ``folder`` (or the workbook used last) and stay until it closes.

    ``school`` is the address of a server: then the window asks the login there.

    Returns the exit code: 1 where there is no display, said in one line.
    """
    if not has_display(os.environ, sys.platform):
        # Before Qt: it would abort the process with a message about plug-ins.
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    leave_no_dump()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")

    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from lob_workbench.app.crash import CrashTeller
    from lob_workbench.app.look import put_on
    from lob_workbench.app.main_window import MainWindow
    from lob_workbench.app.recent import RecentWorkbooks
    from lob_workbench.ui.icons import app_icon
    from lob_workbench.ui.language import install_language

    dutch = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    QLocale.setDefault(dutch)
    app = QApplication(["lob-werkbank"])
    app.setApplicationName("lob-werkbank")
    app.setApplicationDisplayName("LOB-werkbank")
    recent = RecentWorkbooks()
    look = recent.look()
    install_language(app, look.language)
    app.setWindowIcon(app_icon())
    put_on(app, look)
    CrashTeller().install()
    window = MainWindow(recent=recent)
    window.begin(folder, demo=demo, school=school)
    window.show()
    return app.exec()
