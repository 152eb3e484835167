"""The pictures of copies: a second place, a drill, a full disk, a workbook that is not whole."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.app.keeping_watch import Watch
from lob_workbench.app.screen import QuietScreen
from lob_workbench.app.session import Session
from lob_workbench.app.tour.shots import MOMENT
from lob_workbench.app.tour.shots_school import EMPTY, PASSPHRASE
from lob_workbench.domain.contributions import Target
from lob_workbench.domain.errors import DiskFull
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.ui import dialogs

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def copies_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with a workbook open; ends on its settings."""
    copies = _Copies(scenes)
    return (
        ("tweede plek", copies.second_place),
        ("proef", copies.drill),
        ("schijf vol", copies.full_disk),
    )


class _Copies:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def _page(self) -> SettingsPage:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target("settings", None, "backup"))
        self.stage.settle()
        assert isinstance(frame.page, SettingsPage)
        return frame.page

    def second_place(self) -> None:
        """None chosen, one on the same disk, and one that is away."""
        self._page()
        self.scenes.shot("instellingen", "kopie-nergens")
        stick = self.scenes.here / "STICK"
        stick.mkdir()
        dialogs.answer_next(stick)
        self.stage.press("Kies een plek…")
        self.stage.read("Laatste kopie daar")
        self._page()
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "kopie-tweede-plek")
        shutil.rmtree(stick)
        self._page()
        self.stage.read("Deze plek is er nu niet")
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "kopie-plek-weg")

    def drill(self) -> None:
        """Asking the code, a code that does not fit, and the one that does."""
        self.stage.press("Proef met je herstelcode…")
        self.stage.enter("Herstelcode van je papier", new_recovery_code())
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "proef")
        self.stage.press("Proef doen")
        self.stage.read("past niet op deze kopie")
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "proef-mislukt")
        session = self.stage.window.session
        assert isinstance(session, Session)
        code = new_recovery_code()
        session.replace_recovery_code(PASSPHRASE, code)
        session.back_up()
        self.stage.press("Proef met je herstelcode…")
        self.stage.enter("Herstelcode van je papier", code)
        self.stage.press("Proef doen")
        self.stage.read("Gelukt.")
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "proef-gelukt")
        self.stage.press("Niet meer gebruiken")
        self.stage.read("Nog geen plek gekozen")

    def full_disk(self) -> None:
        """Words that stay until there is room."""
        window = self.stage.window
        watch = None if window.frame is None else window.frame.findChild(Watch)
        if watch is None or window.jobs is None:
            return
        window.jobs.troubled.emit(DiskFull())
        self.stage.see(QAbstractButton, "Ik heb ruimte gemaakt")
        self.scenes.shot("schijf-vol")
        self.stage.press("Ik heb ruimte gemaakt")


def draw_damaged(scenes: "Scenes") -> None:
    """A workbook that was cut off: a copy that is good, and none at all."""
    stage = scenes.stage
    folder = scenes.here / "Werkboek van vorig jaar"
    shutil.copytree(scenes.here / EMPTY, folder)
    session = Session.open(folder, passphrase=PASSPHRASE, clock=scenes.clock)
    session.back_up()
    session.close(backup=False)
    _cut(folder / "workbook.db")
    _open(scenes, folder)
    stage.see(QLabel, "Er is een goede kopie van", start=True)
    scenes.shot("beschadigd")
    stage.press("Terug")
    shutil.rmtree(folder / "backups")
    _open(scenes, folder)
    stage.see(QLabel, "Nog geen goede kopie gevonden")
    scenes.shot("beschadigd", "zonder-kopie")
    stage.press("Terug")
    shutil.rmtree(folder)


def draw_farewell(scenes: "Scenes") -> None:
    """The last screen, on its way to the second place; nothing is closed."""
    window = scenes.stage.window
    screen = QuietScreen("Even een reservekopie maken…", "Niet wachten, nu sluiten", window)
    screen.resize(window.size())
    screen.show_step("Kopie naar je tweede plek…", "&Overslaan", 40, 100)
    screen.setAutoFillBackground(True)
    screen.show()
    screen.raise_()
    scenes.shot("sluiten")
    screen.deleteLater()


def _cut(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    # An hour after the copy, so that pictures repeat.
    later = MOMENT.timestamp() + 3_600
    os.utime(file, (later, later))


def _open(scenes: "Scenes", folder: Path) -> None:
    stage = scenes.stage
    dialogs.answer_next(folder)
    stage.press("Ander werkboek…" if stage.sees(QAbstractButton, "Ander werkboek…") else _DOOR)
    stage.enter("Wachtwoordzin", PASSPHRASE)
    stage.key("Return")
    stage.settle()


_DOOR = "Werkboek openen"
