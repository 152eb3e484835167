"""Routes as a list shows them: which skills, in which set, whose. Pure functions."""

from dataclasses import dataclass
from datetime import datetime

from lob_workbench.content.skills import SkillSet
from lob_workbench.skills.rules_sets import Route


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One route. ``skill_set`` is ``None`` where this program does not know its set."""

    route: Route
    author: str
    skill_set: SkillSet | None
    changeable: bool
    retired_at: datetime | None = None

    @property
    def is_retired(self) -> bool:
        """Whether it is offered no more."""
        return self.retired_at is not None

    @property
    def skill_names(self) -> tuple[str, ...]:
        """The names of its skills, in the order of the set; what the set lacks is left out."""
        if self.skill_set is None:
            return ()
        return tuple(skill.name for skill in self.skill_set.skills if skill.id in self.route.skills)
