"""The shape of a set of skills: groups, skills, levels, behaviours. ``skills`` reads them."""

from dataclasses import dataclass, field
from functools import cached_property

LEVELS = 4
BEHAVIOURS_PER_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One thing that somebody else can see or hear. ``id`` is stable within a version of a set."""

    id: str
    skill: str
    level: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Level:
    """One of the four levels of a skill, from 1, with a name of its own."""

    number: int
    name: str
    behaviours: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of a group. ``competences`` are letters A–Y of the official list; may be none."""

    id: str
    name: str
    meaning: str
    group: str
    competences: tuple[str, ...]
    levels: tuple[Level, ...]

    def level(self, number: int) -> Level:
        """The level with this number, from 1; ``KeyError`` when there is none."""
        if not 1 <= number <= len(self.levels):
            raise KeyError(number)
        return self.levels[number - 1]


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills that stand together under one heading."""

    id: str
    heading: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True)
class SkillSet:
    """One version of a whole set, ours or a school's own; ``source`` says whose words they are.

    What was scored stays with ``id`` and ``version``. The look-ups are made once per set: a matrix
    of a whole school asks them for every cell.
    """

    id: str
    version: str
    name: str
    groups: tuple[SkillGroup, ...]
    source: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        """Id and version as scores carry them: ``werkbank@2026.1``."""
        return f"{self.id}@{self.version}"

    @cached_property
    def skills(self) -> tuple[Skill, ...]:
        """All skills, group by group."""
        return tuple(skill for group in self.groups for skill in group.skills)

    @cached_property
    def behaviours(self) -> tuple[Behaviour, ...]:
        """All behaviours, skill by skill and level by level."""
        return tuple(b for skill in self.skills for level in skill.levels for b in level.behaviours)

    @cached_property
    def skill_ids(self) -> tuple[str, ...]:
        """The ids of all skills, in order."""
        return tuple(skill.id for skill in self.skills)

    @cached_property
    def behaviour_ids(self) -> frozenset[str]:
        """The ids of all behaviours."""
        return frozenset(behaviour.id for behaviour in self.behaviours)

    def skill(self, skill_id: str) -> Skill:
        """The skill with this id; ``KeyError`` when there is none."""
        return self._skill_by_id[skill_id]

    def behaviour(self, behaviour_id: str) -> Behaviour:
        """The behaviour with this id; ``KeyError`` when there is none."""
        return self._behaviour_by_id[behaviour_id]

    @cached_property
    def _skill_by_id(self) -> dict[str, Skill]:
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def _behaviour_by_id(self) -> dict[str, Behaviour]:
        return {behaviour.id: behaviour for behaviour in self.behaviours}


def behaviour_id(skill: str, level: int, number: int) -> str:
    """How a behaviour is called in claims, in Excel and in a badge: ``listening-2-3``."""
    return f"{skill}-{level}-{number}"
