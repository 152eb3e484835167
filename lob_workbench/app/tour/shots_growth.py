"""The scenes of agreements on life skills and of growth: the other two views of that page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

PAGE = "life-skills"


def growth_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _GrowthScenes(scenes)
    return (
        ("afspraken bij life skills", shown.agreements),
        ("groei", shown.growth),
    )


class _GrowthScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def agreements(self) -> None:
        """As a list, along the school year, and a new one."""
        stage = self.stage
        self.scenes.go("Life skills")
        page = stage.window.frame
        stage.press("Afspraken", within=page)
        stage.see(QAbstractButton, "Te laat", start=True)
        stage.settle()
        self.scenes.shot(PAGE, "afspraken")
        stage.press("Schooljaar")
        stage.settle()
        self.scenes.shot(PAGE, "afspraken-schooljaar")
        stage.press("Nieuwe afspraak")
        stage.settle()
        self.scenes.shot(PAGE, "afspraken-nieuw")
        stage.key("Escape")
        stage.settle()

    def growth(self) -> None:
        """Of everybody, and of one student."""
        stage = self.stage
        stage.press("Groei")
        stage.settle()
        self.scenes.shot(PAGE, "groei")
        stage.enter("Zoek een naam", "Elbertse")
        stage.key("Down")
        stage.see(QLabel, "Maja Elbertse", start=True)
        stage.settle()
        self.scenes.shot(PAGE, "groei-student")
        stage.press("Matrix")
        stage.settle()
