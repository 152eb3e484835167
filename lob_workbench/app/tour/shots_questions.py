"""The scenes of the question bank: reading it, an own question, and what preparing offers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from lob_workbench.domain.contributions import Target
from lob_workbench.ui.lists import TableView

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def question_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _QuestionScenes(scenes)
    return (("vragenbank", shown.bank), ("eigen vraag", shown.own))


class _QuestionScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def bank(self) -> None:
        """All questions, those with a word, and the school's own."""
        stage = self.stage
        self.scenes.go("Gesprekken")
        stage.press("Vragenbank")
        table = stage.see(TableView, "Vragen")
        stage.until(lambda: table.rows_model.rows, "er staan geen vragen")
        self.scenes.shot("vragenbank")
        stage.enter("Zoeken", "praktijkopleider")
        stage.until(lambda: len(table.rows_model.rows) < 20, "er wordt niet gezocht")
        self.scenes.shot("vragenbank", "gezocht")
        stage.key("Ctrl+A")
        stage.type("zebra")
        stage.until(lambda: not table.rows_model.rows, "er wordt niet gezocht")
        self.scenes.shot("vragenbank", "niets-gevonden")
        stage.key("Ctrl+A")
        stage.key("Delete")

    def own(self) -> None:
        """The form, with what is missing and with a question for yes or no."""
        stage = self.stage
        stage.press("Eigen vraag")
        stage.field("De vraag")
        self.scenes.shot("eigen-vraag", "leeg")
        stage.press("Bewaren")
        self.scenes.shot("eigen-vraag", "fout")
        stage.enter("De vraag", "Ben je tevreden over je eerste week?")
        stage.press("BPV")
        self.scenes.shot("eigen-vraag", "ja-of-nee")
        stage.press("Toch niet")
        stage.see(QAbstractButton, "Eigen vraag")
        frame = stage.window.frame
        assert frame is not None
        frame.go(Target("conversations"))
