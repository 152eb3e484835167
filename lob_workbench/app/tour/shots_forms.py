"""The pictures of a form for the company: made, refused, shown as it came back, taken over."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QLabel

from lob_workbench.app.tour.form_filling import filled
from lob_workbench.app.tour.stage import Stage
from lob_workbench.domain.contributions import Target
from lob_workbench.ui import dialogs

SAID: Final[Mapping[str, str]] = {
    "by_name": "Marit Bos",
    "by_function": "praktijkopleider",
    "filled_on": "20 november",
    "answer_qualities": "Blijft rustig als het druk is. Vorige week stond er een rij tot aan de "
    "deur, en toch kreeg iedereen een vriendelijk woord.",
    "answer_motives": "Bij alles wat met mensen te maken heeft. Van de administratie minder.",
    "answer_steering": "De planning van de zaterdag maken, eerst samen en daarna alleen.",
    "answer_seen_qualities": "Ziet wat er moet gebeuren zonder dat ik het vraag.",
    "answer_wants_to_discuss": "Hoe zeg je tegen een collega dat iets anders moet?",
}


def draw_forms(stage: Stage, shot: Callable[[str, str], None], here: Path, student: UUID) -> None:
    """From *Formulier* in the column of the company to its voice in that column."""
    window = stage.window
    assert window.frame is not None
    window.frame.go(Target("trialogue", student))
    stage.press("Formulier voor leerbedrijf")
    stage.see(QLabel, "Formulier voor het bedrijf")
    shot("formulier", "leeg")
    stage.press("Formulier maken")
    stage.see(QLabel, "Zo ziet het formulier eruit")
    shot("formulier", "maken")
    out, back = here / "Formulier gesprek.pdf", here / "Ingevuld.pdf"
    dialogs.answer_next(out)
    stage.press("Bewaren als PDF…")
    stage.until(out.exists, "het formulier is niet bewaard")
    stage.see(QLabel, "staat uit")
    shot("formulier", "staat-uit")
    back.write_bytes(b"MZ")
    dialogs.answer_next(back)
    stage.press("Formulier inlezen")
    stage.see(QLabel, "Dit bestand is een programma", start=True)
    shot("formulier", "geweigerd")
    back.write_bytes(filled(out.read_bytes(), SAID))
    dialogs.answer_next(back)
    stage.press("Formulier inlezen")
    stage.see(QLabel, "Dit schreef het bedrijf")
    shot("formulier", "bekijken")
    stage.press("Overnemen")
    stage.see(QLabel, "ingelezen")
    shot("formulier", "ingelezen")
