"""The pictures of the help itself: with a picture, enlarged, the keys; and of the hints."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from lob_workbench.app.help_picture import PictureView
from lob_workbench.content.help_texts import hints
from lob_workbench.domain.contributions import Target
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.preferences import change_preferences
from lob_workbench.people.rules import StudentFilter

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def help_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    shown = _Help(scenes)
    return (("uitleg", shown.topic), ("sneltoetsen", shown.keys), ("tips", shown.hints))


class _Help:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def topic(self) -> None:
        """A page explained, and its picture looked at closely."""
        stage = self.stage
        self.scenes.go("Vandaag")
        stage.settle()
        stage.key("F1")
        self.scenes.shot("uitleg")
        frame = stage.window.frame
        assert frame is not None
        picture = frame.help_panel.findChild(PictureView)
        assert isinstance(picture, PictureView)
        stage.click(picture)
        self.scenes.shot("uitleg", "groot")
        stage.key("Escape")

    def keys(self) -> None:
        """The list of keys, its beginning and its end."""
        stage = self.stage
        stage.key("F1")
        stage.see(QLabel, "Sneltoetsen")
        self.scenes.shot("sneltoetsen")
        stage.scroll_down()
        self.scenes.shot("sneltoetsen", "onderaan")
        stage.scroll_up()
        stage.key("Escape")

    def hints(self) -> None:
        """A hint on each place that has one, and the card that brings them back."""
        stage = self.stage
        self._put_away(frozenset())
        frame, session = stage.window.frame, stage.window.session
        assert frame is not None
        assert session is not None
        with session.work() as work:
            rows = list_students(work, StudentFilter()).rows
        # The first one's talk is half written and opens where it was left.
        student, unprepared = rows[0].id, rows[-1].id
        for target, name in (
            (Target("students", student), "student"),
            (Target("conversations", unprepared, "prepare"), "voorbereiden"),
            (Target("conversations", student, "record"), "vastleggen"),
            (Target("life_skills"), "life-skills"),
            (Target("today"), "vandaag"),
        ):
            frame.go(target)
            stage.settle()
            self.scenes.shot("tip", name)
        stage.press("Begrepen")
        frame.go(Target("settings", detail="hints"))
        stage.settle()
        self.scenes.shot("instellingen", "tips")
        self._put_away(frozenset(hint.id for hint in hints()))

    def _put_away(self, ids: frozenset[str]) -> None:
        jobs = self.stage.window.jobs
        assert jobs is not None
        jobs.run(change_preferences, {"hints_away": ids})
        self.stage.settle()
