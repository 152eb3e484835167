"""The pictures of Ctrl+K: nothing typed, names and words found, more of them, nothing found."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lob_workbench.app.search_box import SearchCard

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def search_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    return (("zoeken in alles", _Search(scenes).find),)


class _Search:
    """Begins on any page, and ends on *Vandaag*."""

    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def find(self) -> None:
        """Over *Vandaag*."""
        stage = self.stage
        self.scenes.go("Vandaag")
        stage.key("Ctrl+K")
        box = stage.see(SearchCard, "Zoeken")
        self.scenes.shot("zoeken", "leeg")
        for typed, state in (("a", "namen"), ("stage", "woorden"), ("gesprek", "alles")):
            self._look(box, typed)
            self.scenes.shot("zoeken", state)
        self._look(box, "zebrapad")
        self.scenes.shot("zoeken", "niets-gevonden")
        stage.key("Escape")

    def _look(self, box: SearchCard, typed: str) -> None:
        self.stage.key("Ctrl+A")
        self.stage.type(typed)
        self.stage.until(lambda: not box.busy, "er komt geen antwoord")
