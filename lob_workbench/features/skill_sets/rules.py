"""What the page shows of sets, and finding a skill by any of its words. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.content.skills import Skill, SkillSet, competence_titles
from lob_workbench.domain.text import fold

_LAST_NUMBER = re.compile(r"(.*?)([0-9]{1,6})")
_LONGEST_VERSION = 20
OWN_ID = "eigen-set"
"""What a template proposes for a set that has no id of its own yet."""


@dataclass(frozen=True, slots=True)
class SetVersion:
    """One version of a set. ``id`` is ``None`` for the one that ships."""

    skill_set: SkillSet
    id: UUID | None = None
    added_by: str = ""
    added_at: datetime | None = None
    retired_at: datetime | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it ships with the product."""
        return self.id is None

    @property
    def is_retired(self) -> bool:
        """Whether it is offered no more. What was scored in it stays."""
        return self.retired_at is not None


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill that fits what was typed, and which of its behaviours did."""

    skill: Skill
    heading: str
    behaviours: frozenset[str] = frozenset()


def found_skills(skill_set: SkillSet, words: str) -> tuple[FoundSkill, ...]:
    """The skills in which all ``words`` stand together; those that are called so stand first.

    Together means in one behaviour, or in the name, the meaning, the group and the competences.
    Otherwise they stand in the order of the set.
    """
    wanted = fold(words).split()
    titles = competence_titles()
    found = []
    for group in skill_set.groups:
        for skill in group.skills:
            about = [skill.name, skill.meaning, group.heading]
            about += [f"{letter} {titles[letter]}" for letter in skill.competences]
            hits = _hits(skill, wanted) if wanted else frozenset()
            if hits or _holds(" ".join(about), wanted):
                found.append(FoundSkill(skill, group.heading, hits))
    if wanted:
        found.sort(key=lambda one: not _holds(one.skill.name, wanted))
    return tuple(found)


def _hits(skill: Skill, wanted: Iterable[str]) -> frozenset[str]:
    return frozenset(
        behaviour.id
        for level in skill.levels
        for behaviour in level.behaviours
        if _holds(behaviour.text, wanted)
    )


def _holds(text: str, wanted: Iterable[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)


def next_version(version: str) -> str:
    """What a version is likely to be called after this one: *2026.2* after *2026.1*."""
    ends = _LAST_NUMBER.fullmatch(version)
    proposed = f"{version}.2" if ends is None else f"{ends[1]}{int(ends[2]) + 1}"
    return proposed if len(proposed) <= _LONGEST_VERSION else "1"
