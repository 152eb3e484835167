"""How one version of a set differs from another, line by line. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lob_workbench.content.skills import Skill, SkillSet


class Kind(StrEnum):
    """What happened to something."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


class Part(StrEnum):
    """What of a set it is about."""

    SET_NAME = "set_name"
    SKILL = "skill"
    NAME = "name"
    MEANING = "meaning"
    GROUP = "group"
    COMPETENCES = "competences"
    LEVEL = "level"
    BEHAVIOUR = "behaviour"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same. ``skill`` names it, ``level`` and ``number`` where it has.

    Both count from 1; 0 where it is about the whole skill.
    """

    kind: Kind
    part: Part
    skill: str
    was: str
    becomes: str
    level: int = 0
    number: int = 0


def differences(before: SkillSet, after: SkillSet) -> tuple[Difference, ...]:
    """What is new, other and gone in ``after``, in its order; what is gone stands last.

    A skill is the same one by its id, a behaviour by its place in the skill: that is what a claim
    points at. Version and source are no difference.
    """
    return tuple(_differences(before, after))


def _differences(before: SkillSet, after: SkillSet) -> Iterator[Difference]:
    if before.name != after.name:
        yield Difference(Kind.CHANGED, Part.SET_NAME, "", before.name, after.name)
    old_headings = {group.id: group.heading for group in before.groups}
    new_headings = {group.id: group.heading for group in after.groups}
    for skill in after.skills:
        if skill.id not in before.skill_ids:
            yield Difference(Kind.ADDED, Part.SKILL, skill.name, "", skill.meaning)
            continue
        old = before.skill(skill.id)
        groups = (old_headings[old.group], new_headings[skill.group])
        yield from _of_skill(old, skill, groups)
    for old in before.skills:
        if old.id not in after.skill_ids:
            yield Difference(Kind.GONE, Part.SKILL, old.name, old.meaning, "")


def _of_skill(old: Skill, new: Skill, groups: tuple[str, str]) -> Iterator[Difference]:
    for part, was, becomes in (
        (Part.NAME, old.name, new.name),
        (Part.MEANING, old.meaning, new.meaning),
        (Part.GROUP, *groups),
        (Part.COMPETENCES, ", ".join(old.competences), ", ".join(new.competences)),
    ):
        if was != becomes:
            yield Difference(Kind.CHANGED, part, new.name, was, becomes)
    for before, after in zip(old.levels, new.levels, strict=True):
        if before.name != after.name:
            yield Difference(
                Kind.CHANGED, Part.LEVEL, new.name, before.name, after.name, after.number
            )
        for was_one, becomes_one in zip(before.behaviours, after.behaviours, strict=True):
            if was_one.text != becomes_one.text:
                yield Difference(
                    Kind.CHANGED,
                    Part.BEHAVIOUR,
                    new.name,
                    was_one.text,
                    becomes_one.text,
                    after.number,
                    becomes_one.number,
                )
