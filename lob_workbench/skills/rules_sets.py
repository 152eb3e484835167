"""Routes: a combination of skills with a name of its own. Pure functions."""

from dataclasses import dataclass, replace
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.actor import Actor
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Route:
    """Skills chosen together, *leidinggeven in de keuken* say; ``version`` 0 is not written yet."""

    id: UUID
    name: str
    set_id: str
    skills: tuple[str, ...]
    author_id: UUID
    version: int = 0


def checked_route(route: Route, skill_set: SkillSet) -> Route:
    """The route as it may be stored, skills in the order of the set; raises ``InputRefused``."""
    name = clean_line(route.name, limit=80)
    if not name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Geef de route een naam."))
    skills = tuple(one for one in skill_set.skill_ids if one in route.skills)
    if not skills:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies een of meer skills voor deze route."))
    return replace(route, name=name, set_id=skill_set.id, skills=skills)


def may_change_route(actor: Actor, author_id: UUID) -> bool:
    """Whether a route of this author is the actor's to change or to take out of use."""
    if actor.may(Right.CHANGE_SKILL_SETS):
        return True
    return author_id == actor.staff_id and actor.may(Right.RECORD_SKILLS)
