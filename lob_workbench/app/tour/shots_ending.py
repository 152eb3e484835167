"""The last scenes of a workbook: its settings, and what is left when it is locked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from lob_workbench.app.tour.shots_copies import copies_scenes, draw_damaged, draw_farewell

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def ending_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; a workbook is open."""
    ending = _Ending(scenes)
    return (
        ("instellingen", ending.settings),
        *copies_scenes(scenes),
        ("op slot", ending.lock),
        ("beschadigd", ending.damaged),
    )


class _Ending:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def settings(self) -> None:
        """How the window behaves, passphrase, recovery code and backups; top and bottom."""
        self.scenes.go("Instellingen")
        self.scenes.shot("instellingen")
        self.stage.scroll_down()
        self.scenes.shot("instellingen", "onderaan")

    def lock(self) -> None:
        """What is left in the window when it is locked."""
        self.stage.key("Ctrl+L")
        self.stage.see(QLabel, "Vergrendeld")
        self.scenes.shot("vergrendeld")

    def damaged(self) -> None:
        """A workbook that is not whole, and the screen of closing."""
        self.stage.press("Naar het beginscherm")
        draw_damaged(self.scenes)
        draw_farewell(self.scenes)
