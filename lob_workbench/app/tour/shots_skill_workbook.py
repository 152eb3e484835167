"""The scenes of life skills in Excel: both cards, a file that is none, and what came back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import openpyxl

from lob_workbench.domain.contributions import Target
from lob_workbench.features.skill_workbook.page import SkillWorkbookPage
from lob_workbench.ui import dialogs

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def skill_workbook_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _WorkbookScenes(scenes)
    return (("life skills in Excel", shown.out), ("terug uit Excel", shown.back))


class _WorkbookScenes:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def out(self) -> None:
        """The cards, and a workbook that was made."""
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target("skill_workbook"))
        self.stage.settle()
        self.scenes.shot("excel")
        dialogs.answer_next(self._file)
        self.stage.press("Werkmap maken")
        self.stage.until(self._file.exists, "er is geen werkmap")
        self.stage.settle()
        self.scenes.shot("excel", "gemaakt")

    def back(self) -> None:
        """What is no workbook, and one that a colleague filled in."""
        frame = self.stage.window.frame
        assert frame is not None
        page = frame.page
        assert isinstance(page, SkillWorkbookPage)
        wrong = self.scenes.here / "lijst.xlsx"
        wrong.write_text("geen werkmap", "utf-8")
        page.take_file(wrong)
        self.stage.settle()
        self.scenes.shot("excel", "geen-werkmap")
        page.take_file(_filled_in(self._file, self.scenes.clock.now()))
        table = page.diff.table
        self.stage.until(lambda: table.rows_model.rows, "er is niets anders")
        self.stage.settle()
        self.scenes.shot("excel", "terug")
        table.select_row(table.rows_model.rows[-1])
        self.stage.settle()
        self.scenes.shot("excel", "geweigerd")
        self.stage.press("Niet nu")
        self.stage.settle()

    @property
    def _file(self) -> Path:
        return self.scenes.here / "Life skills.xlsx"


def _filled_in(file: Path, now: datetime) -> Path:
    """An observation, one of somebody unknown, and a level that nobody may change."""
    book = openpyxl.load_workbook(file)
    secret = book["Sleutel"].iter_rows(values_only=True)
    who = next(cast("str", row[2]) for row in secret if row[0] == "person")
    seen = book["Waarnemingen"]
    day = (now - timedelta(days=3)).date()
    evidence = "Vroeg twee keer door bij de uitleg en vertelde het daarna aan een ander."
    for number, name in ((5, who), (6, "Iemand van buiten")):
        told = (name, "Luisteren 1.1", "P. Peters", "praktijkopleider", day, evidence)
        for column, value in enumerate(told, 2):
            seen.cell(number, column).value = value
    book["Matrix"]["F6"] = 4
    target = file.with_name("Life skills ingevuld.xlsx")
    book.save(target)
    return target
