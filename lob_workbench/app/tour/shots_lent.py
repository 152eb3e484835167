"""Scenes of a laptop that is lent: the student's part, giving it back, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from lob_workbench.app.tour.shots_school import PASSPHRASE
from lob_workbench.domain.contributions import Target
from lob_workbench.features.conversations import overview

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

_ANSWERS = (
    "Luisteren. Op mijn stage komen ze naar mij toe als er iets is.",
    "Dat ik iemand echt verder help. Alleen de kassa vind ik saai.",
)
_OWN = "Of ik volgend jaar bij dit bedrijf kan blijven."


def lent_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    lent = _Lent(scenes)
    return (
        ("eigen woorden", lent.own_words),
        ("geleend", lent.lend),
        ("terug", lent.give_back),
    )


class _Lent:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def own_words(self) -> None:
        """*Voorbereiden* and *Voeren* with what a student wrote."""
        self._go(prepared=True)
        self.stage.see(QLabel, "Voorbereid door", start=True)
        self.scenes.shot("voorbereiden", "eigen-woorden")
        self.stage.press("Gesprek voeren")
        self.scenes.shot("voeren", "eigen-woorden")

    def lend(self) -> None:
        """The student's part, empty and at its end."""
        stage = self.stage
        self._go(prepared=False)
        stage.press("Laat ", start=True)
        stage.until(lambda: stage.window.lent_view is not None, "de laptop wordt niet geleend")
        stage.see(QLabel, "Dit deel is van", start=True)
        stage.until(
            lambda: stage.sees(QPlainTextEdit, "Waar wil jij het over hebben?"),
            "het formulier komt niet",
        )
        self.scenes.shot("geleend", "leeg")
        view = stage.window.lent_view
        assert view is not None
        first = view.focusWidget()
        stage.type(_ANSWERS[0])
        stage.key("Tab")
        stage.type(_ANSWERS[1])
        stage.settle()
        if first is not None:
            first.setFocus()
        self.scenes.shot("geleend", "gevuld")
        stage.enter("Waar wil jij het over hebben?", _OWN)
        stage.scroll_down()
        self.scenes.shot("geleend", "onderaan")

    def give_back(self) -> None:
        """The word of thanks, and back where it was lent."""
        stage = self.stage
        stage.press("Klaar")
        stage.see(QLabel, "Bedankt. Geef de laptop terug.")
        self.scenes.shot("geleend", "bedankt")
        stage.enter("Wachtwoordzin", PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        stage.see(QLabel, "Voorbereid door", start=True)
        self.scenes.shot("voorbereiden", "teruggekregen")

    def _go(self, *, prepared: bool) -> None:
        """To *Voorbereiden* of one of today's talks."""
        session, frame = self.stage.window.session, self.stage.window.frame
        assert session is not None
        assert frame is not None
        with session.work() as work:
            talks = overview.today(work).appointments
        # An earlier scene may have prepared the one that was left.
        fitting = [talk for talk in talks if talk.prepared is prepared] or talks
        found = fitting[0].student_id
        frame.go(Target("conversations", found, "prepare"))
        self.stage.settle()
