"""The scenes of the question bank and of all that is about life skills, in one list."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lob_workbench.app.tour.shots_questions import question_scenes
from lob_workbench.app.tour.shots_skill_workbook import skill_workbook_scenes

if TYPE_CHECKING:
    from lob_workbench.app.tour.shots_scenes import Scenes


def skills_scenes(scenes: "Scenes") -> tuple[tuple[str, Callable[[], None]], ...]:
    """The scenes in their order; the example school is open."""
    return (*question_scenes(scenes), *skill_workbook_scenes(scenes))
