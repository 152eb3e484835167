"""The pictures of *Stage en thuis*, of notes, and of catching one from anywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QAbstractButton, QLabel

from lob_workbench.domain.contributions import Target
from lob_workbench.features.notes.operations import read_notes
from lob_workbench.features.notes.page_capture import CaptureCard
from lob_workbench.features.placements.operations import read_around
from lob_workbench.features.placements.rules import Around
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.rules import StudentFilter

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

_LINE = "Belde zelf het bedrijf voor een meeloopdag. Gaat vrijdag."


def around_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order, with the example school open."""
    around = _Around(scenes)
    return (
        ("stage en thuis", around.surroundings),
        ("notities", around.notes),
        ("snel noteren", around.capture),
    )


class _Around:
    """Begins on any page, and ends on *Vandaag*."""

    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage
        self.noted: UUID | None = None

    def surroundings(self) -> None:
        """Somebody with a placement and a home, and the form of a new placement."""
        both, self.noted = self._students()
        self._go(both, "placements")
        self.stage.see(QLabel, "Thuis")
        self.stage.settle()
        self.scenes.shot("student", "stage-en-thuis")
        self.stage.press("Stage toevoegen")
        self.stage.field("Bedrijf")
        self.scenes.shot("student", "stage-erbij")
        self.stage.press("Toch niet")

    def notes(self) -> None:
        """The notes of somebody of whom there are some."""
        assert self.noted is not None
        self._go(self.noted, "notes")
        self.stage.see(QLabel, "Nieuwe notitie")
        self.stage.settle()
        self.scenes.shot("student", "notities")

    def capture(self) -> None:
        """From *Vandaag*: whom, the line, and what stands at the bottom afterwards."""
        stage = self.stage
        self.scenes.go("Vandaag")
        stage.key("Ctrl+Shift+N")
        card = stage.see(CaptureCard, "Snel noteren")
        stage.type("a")
        self.scenes.shot("snel-noteren", "wie")
        stage.key("Return")
        stage.until(card.student.value, "er is niemand gekozen")
        stage.type(_LINE)
        self.scenes.shot("snel-noteren")
        stage.key("Return")
        stage.see(QAbstractButton, "Ongedaan maken")
        self.scenes.shot("snel-noteren", "genoteerd")

    def _go(self, student: UUID, tab: str) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(Target("students", student, tab))

    def _students(self) -> tuple[UUID, UUID]:
        """Somebody with a placement and a home, and somebody with the most notes."""
        session = self.stage.window.session
        assert session is not None
        with session.work() as work:
            ids = [row.id for row in list_students(work, StudentFilter()).rows]
            both = max(ids, key=lambda key: _fullness(read_around(work, key)))
            noted = max(ids, key=lambda key: len(read_notes(work, key).notes))
        return both, noted


def _fullness(around: Around) -> tuple[bool, int]:
    both = bool(around.placements and around.guardians)
    return both, len(around.placements) + len(around.guardians)
