"""The pictures of a trialogue: half-way, closing together, the lent part, and what was closed."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.app.tour.shots_school import PASSPHRASE
from lob_workbench.app.tour.stage import Stage
from lob_workbench.domain.career import ConversationForm
from lob_workbench.ui.links import LinkLine
from lob_workbench.ui.lists import TableView

TOGETHER = (
    "We zien alle drie dat uitleggen goed gaat. Doorleren naast het werk zoeken we samen uit."
)


WAITS_ON = "over 8 dagen"
"""When the trialogue that is half-way will be, as *Vandaag* writes it."""


def draw_trialogue(stage: Stage, shot: Callable[[str, str], None]) -> None:
    """From *Vandaag* to the three voices, the lent part, and a report with all three."""
    open_waiting(stage)
    shot("trialoog", "")
    stage.enter("Wat zien we samen?", TOGETHER)
    stage.scroll_down()
    shot("trialoog", "samen")
    shot_lent(stage, shot)
    closed(stage, shot)


def open_waiting(stage: Stage) -> None:
    """The trialogue that waits for the company, by its line on *Vandaag*."""
    assert stage.window.frame is not None
    stage.press("Vandaag", within=stage.window.frame)
    (heading,) = (line for line in _headings(stage) if "op het bedrijf" in line.text())
    before = set(_lines(stage))
    stage.click(heading)
    stage.until(lambda: set(_lines(stage)) - before, "er komt niemand onder het kopje te staan")
    found = [line for line in _lines(stage) if line not in before]
    # The one of next week has a voice already; the others are only planned.
    stage.click(next(line for line in found if WAITS_ON in line.accessibleName()))
    stage.see(QLabel, "Kwaliteiten")


def shot_lent(stage: Stage, shot: Callable[[str, str], None]) -> None:
    """The part of the student on the lent laptop, and back by the passphrase."""
    stage.scroll_up()
    stage.press("Laat ", start=True)
    stage.see(QLabel, "Dit deel is van ", start=True)
    stage.settle()
    shot("trialoog", "deel-van-de-student")
    stage.key("Escape")
    stage.see(QLabel, "Bedankt. Geef de laptop terug.")
    stage.enter("Wachtwoordzin", PASSPHRASE)
    stage.key("Return")
    stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")


def closed(stage: Stage, shot: Callable[[str, str], None]) -> None:
    """The trialogue that was closed, on the screen and on paper."""
    assert stage.window.frame is not None
    stage.press("Gesprekken", within=stage.window.frame)
    table = stage.see(TableView, "Vastgelegde gesprekken")
    stage.until(lambda: table.rows_model.rows, "er staan geen gesprekken")
    wanted = next(row for row in table.rows_model.rows if row.form is ConversationForm.TRIALOGUE)
    stage.choose_row(table, wanted)
    stage.key("Return")
    stage.see(QAbstractButton, "Verslag (PDF)")
    stage.see(QLabel, "Drie stemmen")
    shot("lezen", "trialoog")
    stage.scroll_down()
    shot("lezen", "trialoog-reacties")
    stage.press("Verslag (PDF)")
    stage.paper()
    shot("papier", "trialoog")
    stage.key("Escape")


def _headings(stage: Stage) -> list[LinkLine]:
    return [
        line
        for line in stage.window.findChildren(LinkLine)
        if line.isVisible() and line.isCheckable()
    ]


def _lines(stage: Stage) -> list[LinkLine]:
    return [
        line
        for line in stage.window.findChildren(LinkLine)
        if line.isVisible() and not line.isCheckable()
    ]
