"""The scenes of life skills: the matrix, a cell, a claim, a lent laptop and a student's tab."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from lob_workbench.app.tour.shots_growth import growth_scenes
from lob_workbench.app.tour.shots_school import PASSPHRASE
from lob_workbench.domain.contributions import Target
from lob_workbench.features.life_skills.page_cell import CellPanel
from lob_workbench.features.life_skills.page_matrix_table import MatrixTable
from lob_workbench.features.life_skills.queries import waiting_claims

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

PAGE = "life_skills"


def skill_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _SkillScenes(scenes)
    return (
        ("life skills", shown.matrix),
        ("life skills van een cel", shown.cell),
        *growth_scenes(scenes),
        ("life skills van een student", shown.tab),
        ("life skills geleend", shown.lent),
    )


class _SkillScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def matrix(self) -> None:
        """Full, of the team, and with nobody who fits."""
        stage = self.stage
        self.scenes.go("Life skills")
        table = self._table()
        self.scenes.shot("life-skills")
        stage.enter("Zoeken", "zebra")
        stage.until(lambda: not table.cells.ids, "er wordt niet gezocht")
        self.scenes.shot("life-skills", "niemand")
        stage.key("Ctrl+A")
        stage.key("Delete")
        stage.until(lambda: table.cells.ids, "de matrix komt niet terug")

    def cell(self) -> None:
        """What waits, ticked; said of on another day; and writing down what was seen."""
        stage = self.stage
        self._go_waiting()
        panel = stage.window.findChild(CellPanel)
        assert isinstance(panel, CellPanel)
        stage.until(lambda: panel.levels, "de cel gaat niet open")
        self.scenes.shot("life-skills", "cel")
        rows = [row for part in panel.levels for row in part.rows if row.tickable]
        for row in rows:
            row.box.setChecked(bool(row.waiting()))
        stage.settle()
        self.scenes.shot("life-skills", "aangevinkt")
        stage.press("Anders…")
        self.scenes.shot("life-skills", "anders")
        stage.press("Terug")
        for row in rows:
            row.box.setChecked(not row.waiting() and row.isVisible())
        stage.settle()
        stage.press("Opschrijven (", start=True)
        stage.field("Waar bleek het uit?")
        self.scenes.shot("life-skills", "opschrijven")
        stage.press("Weggooien")
        stage.settle()
        stage.key("Escape")

    def tab(self) -> None:
        """Strong, growing and waiting."""
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target("students", self._waiting()[0], PAGE))
        self.stage.see(QLabel, "Wacht op bevestiging", start=True)
        self.stage.settle()
        self.scenes.shot("student", "life-skills")

    def lent(self) -> None:
        """The student's own part, and giving it back."""
        stage = self.stage
        stage.press("Laat ", start=True)
        stage.until(lambda: stage.window.lent_view is not None, "de laptop wordt niet geleend")
        stage.see(QLabel, "Dit deel is van", start=True)
        stage.see(QLabel, "Op weg naar niveau", start=True)
        view = stage.window.lent_view
        assert view is not None
        areas = view.findChildren(QPlainTextEdit)
        next(area for area in areas if area.isVisible()).setFocus()
        stage.type("Ik vroeg aan mijn begeleider wat beter kon.")
        stage.settle()
        self.scenes.shot("geleend", "life-skills")
        stage.press("Klaar")
        stage.see(QLabel, "Bedankt. Geef de laptop terug.")
        stage.enter("Wachtwoordzin", PASSPHRASE)
        stage.key("Return")
        stage.until(lambda: stage.window.frame is not None, "het werkboek gaat niet open")
        stage.settle()

    def _table(self) -> MatrixTable:
        table = self.stage.see(MatrixTable, "Matrix van life skills")
        self.stage.until(lambda: table.cells.ids and not table.in_sight(), "de matrix blijft leeg")
        return table

    def _go_waiting(self) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target(PAGE, *self._waiting()))
        self.stage.settle()

    def _waiting(self) -> tuple[UUID, str]:
        session = self.stage.window.session
        assert session is not None
        with session.work() as work:
            claim = waiting_claims(work)[0]
        return claim.learner_id, claim.behaviour_id.partition("-")[0]
