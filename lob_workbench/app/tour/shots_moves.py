"""The pictures of parents' evenings and of handing students over."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lob_workbench.features.handover.page_give import GiveCard
from lob_workbench.features.parents_evening.page_form import EveningForm

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def moves_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    moves = _Moves(scenes)
    return (("ouderavond", moves.evening), ("overdracht", moves.handover))


class _Moves:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def evening(self) -> None:
        """Empty, the form, what is missing, and everybody with a time."""
        stage = self.stage
        self.scenes.go("Ouderavond")
        self.scenes.shot("ouderavond", "leeg")
        stage.press("Ouderavond plannen")
        form = stage.see(EveningForm, "Ouderavond plannen")
        stage.press("Bewaren", within=form)
        self.scenes.shot("ouderavond", "fout")
        form.day.set_value(self.scenes.clock.today() + timedelta(days=10))
        stage.press("Bewaren", within=form)
        stage.press("Geef iedereen een tijd")
        # More students than the evening has room for: the bar names who is left.
        stage.see(QLabel, "Geen plek meer voor: ", start=True)
        stage.settle()
        self.scenes.shot("ouderavond")

    def handover(self) -> None:
        """Empty, who goes to whom, the words that go along, and what waits."""
        stage = self.stage
        self.scenes.go("Overdracht")
        self.scenes.shot("overdracht", "leeg")
        stage.press("Studenten overdragen")
        card = stage.see(GiveCard, "Studenten overdragen")
        stage.until(lambda: card.boxes, "er zijn geen studenten om over te dragen")
        combo = card.receiver.combo
        assert combo is not None
        combo.setCurrentIndex(0)
        box = next(iter(card.boxes.values()))
        box.setCheckState(Qt.CheckState.Checked)
        self.scenes.shot("overdracht", "wie")
        stage.press("Verder", within=card)
        stage.until(card.summary.value, "er is geen samenvatting")
        self.scenes.shot("overdracht", "samenvatting")
        stage.press("Voorstellen", within=card)
        stage.until(card.isHidden, "het voorstel ging niet weg")
        stage.settle()
        self.scenes.shot("overdracht")
