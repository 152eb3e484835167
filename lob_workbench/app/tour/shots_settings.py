"""The pictures of the settings: the school's own words, and the largest letters on main pages."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.terms import OwnTerm, TermKey
from lob_workbench.features.settings.page import SettingsPage
from lob_workbench.features.students.operations import list_students
from lob_workbench.people.preferences import TextChoice
from lob_workbench.people.rules import StudentFilter

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes

_WORDS = {
    TermKey.COUNSELLOR: OwnTerm("coach", "coaches"),
    TermKey.GROUP: OwnTerm("stamgroep", "stamgroepen"),
}


def settings_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; a workbook is open, and is as it was afterwards."""
    settings = _Settings(scenes)
    return (("eigen woorden", settings.words), ("grootste letters", settings.letters))


class _Settings:
    def __init__(self, scenes: "Scenes") -> None:
        self.scenes = scenes
        self.stage = scenes.stage

    def words(self) -> None:
        """Words of our school: typed, and then everywhere; at the end the usual ones again."""
        terms = self._page("terms").terms
        assert terms is not None, "the owner of a workbook may change its words"
        for key, word in _WORDS.items():
            terms.word.set_value(key)
            terms.word.changed.emit()
            terms.singular.set_value(word.singular)
            terms.plural.set_value(word.plural)
            terms.plural.changed.emit()
        self.stage.settle()
        self.scenes.shot("instellingen", "eigen-woorden")
        terms.save()
        self._wait_for_new_pages()
        self._go(Target("students"))
        self.scenes.shot("studenten", "eigen-woorden")
        terms = self._page("terms").terms
        assert terms is not None
        for key in _WORDS:
            terms.word.set_value(key)
            terms.word.changed.emit()
            terms.take_usual()
        terms.save()
        self._wait_for_new_pages()

    def letters(self) -> None:
        """The main pages in the largest letters."""
        self._choose(TextChoice.LARGEST)
        self.scenes.shot("instellingen", "grootste-letters")
        session = self.stage.window.session
        assert session is not None
        with session.work() as work:
            someone = list_students(work, StudentFilter()).rows[0].id
        for name, target in (
            ("vandaag", Target("today")),
            ("studenten", Target("students")),
            ("vastleggen", Target("conversations", someone, "record")),
            ("life-skills", Target("life_skills", None, "matrix")),
            ("planning", Target("planning")),
        ):
            self._go(target)
            self.scenes.shot(name, "grootste-letters")
        self._choose(TextChoice.NORMAL)

    def _choose(self, size: TextChoice) -> None:
        behaviour = self._page("behaviour").behaviour
        behaviour.letters.set_value(size)
        behaviour.save()
        self._wait_for_new_pages()

    def _wait_for_new_pages(self) -> None:
        """Kept, read again, and then the pages are made anew: each a turn of its own."""
        frame = self.stage.window.frame
        self.stage.until(partial(self._has_other_pages, frame), "de pagina's zijn nog de oude")
        del frame
        self.stage.settle()

    def _has_other_pages(self, before: object) -> bool:
        frame = self.stage.window.frame
        return frame is not None and frame is not before

    def _page(self, card: str) -> SettingsPage:
        self._go(Target("settings", None, card))
        frame = self.stage.window.frame
        assert frame is not None
        assert isinstance(frame.page, SettingsPage)
        return frame.page

    def _go(self, target: Target) -> None:
        frame = self.stage.window.frame
        assert frame is not None
        frame.go(target)
        self.stage.settle()
