"""The pictures of *Inschrijving*, of who left, and of a new school year."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.domain.contributions import Target
from lob_workbench.features.school_year.page import SchoolYearPage
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.rules import StudentFilter

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def years_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    years = _Years(scenes)
    return (
        ("inschrijving", years.enrolment),
        ("uitgestroomd", years.left),
        ("nieuw schooljaar", years.school_year),
    )


def draw_empty_year(scenes: "Scenes") -> None:
    """A new school year in a workbook without students."""
    frame = scenes.stage.window.frame
    assert frame is not None
    frame.go(Target("school_year"))
    scenes.stage.see(QLabel, "Nog geen studenten")
    scenes.shot("nieuw-schooljaar", "leeg")


class _Years:
    """Begins on any page; all that is written is taken back."""

    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def enrolment(self) -> None:
        """Somebody who came up from another class, and both forms, one with what is missing."""
        stage = self.stage
        self._go(Target("students", self._somebody(left=False), "enrolment"))
        stage.see(QLabel, "Wat er veranderde")
        stage.settle()
        self.scenes.shot("student", "inschrijving")
        stage.press("Klas, team of mentor wijzigen")
        self.scenes.shot("student", "inschrijving-wijzigen")
        stage.press("Toch niet")
        stage.press("Van school")
        stage.press("Opslaan")
        self.scenes.shot("student", "van-school-fout")
        stage.press("Toch niet")

    def left(self) -> None:
        """The list of who left, and one of them."""
        stage = self.stage
        self.scenes.go("Studenten")
        chip = stage.see(QAbstractButton, "Uitgestroomd", start=True)
        stage.click(chip)
        stage.settle()
        self.scenes.shot("studenten", "uitgestroomd")
        stage.click(stage.see(QAbstractButton, "Op school", start=True))
        self._go(Target("students", self._somebody(left=True), "enrolment"))
        stage.see(QLabel, "Wat er veranderde")
        stage.settle()
        self.scenes.shot("student", "uitgestroomd")

    def school_year(self) -> None:
        """Choosing, looking, written, and taken back."""
        stage = self.stage
        self._go(Target("school_year"))
        page = stage.window.findChild(SchoolYearPage)
        assert page is not None
        stage.until(page.choose.draft, "er is niets om te laten doorgaan")
        day = page.choose.on.value()
        stage.settle()
        self.scenes.shot("nieuw-schooljaar")
        page.choose.on.set_value(None)
        page.choose.on.changed.emit()
        page.choose.check()
        self.scenes.shot("nieuw-schooljaar", "zonder-dag")
        page.choose.on.set_value(day)
        page.choose.on.changed.emit()
        stage.press("Kijk wat er verandert")
        stage.settle()
        self.scenes.shot("nieuw-schooljaar", "kijken")
        stage.press("Zo invoeren")
        stage.until(lambda: page.step is page.done, "het nieuwe jaar is niet ingevoerd")
        stage.settle()
        self.scenes.shot("nieuw-schooljaar", "klaar")
        stage.press("Ongedaan maken")
        stage.until(lambda: page.step is page.choose, "het is niet teruggezet")
        stage.settle()

    def _somebody(self, *, left: bool) -> UUID:
        session = self.stage.window.session
        assert session is not None
        with session.work() as work:
            rows = list_students(work, StudentFilter(left=left)).rows
        years = [row for row in rows if (row.student.study_year or 0) >= 2]
        return years[0].id

    def _go(self, target: Target) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(target)
        self.stage.settle()
