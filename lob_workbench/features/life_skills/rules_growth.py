"""Growth in life skills: now against then, of one person and of a group. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lob_workbench.content.skills import Behaviour, Level, Skill, SkillSet
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.skills.rules import LEVELS, NOTHING, Learner, Standing


class Since(StrEnum):
    """What *then* is: when the school year began, the last talk, or a chosen day."""

    YEAR = "year"
    TALK = "talk"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Moment:
    """A choice of *then*; ``day`` goes with ``Since.DAY``."""

    since: Since = Since.YEAR
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Then:
    """The day to compare with, and what it is: not always what was asked."""

    since: Since
    day: date


@dataclass(frozen=True, slots=True)
class SkillGrowth:
    """One skill of a person, then and now."""

    skill: Skill
    heading: str
    then: Standing
    now: Standing

    @property
    def gained(self) -> int:
        """How many levels more; below 0 where something was taken back."""
        return self.now.level - self.then.level

    @property
    def shown_more(self) -> int:
        """How many behaviours count now that did not then."""
        return (self.now.shown & ~self.then.shown).bit_count()


@dataclass(frozen=True, slots=True)
class PersonGrowth:
    """A person's levels now against then, skill by skill."""

    learner: Learner
    skills: tuple[SkillGrowth, ...]
    then: Then
    today: date

    @property
    def gained(self) -> int:
        """How many levels more in all."""
        return sum(one.gained for one in self.skills)


@dataclass(frozen=True, slots=True)
class Grown:
    """Somebody in a list: how many levels they reached, and how many more than then."""

    learner: Learner
    levels: int
    gained: int


@dataclass(frozen=True, slots=True)
class GroupSkill:
    """One skill of a group: the mean level then and now, and how many stand at 0 to 4."""

    skill: Skill
    heading: str
    then: float
    now: float
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupGrowth:
    """The people of a selection together."""

    selection: Selection
    people: tuple[Grown, ...]
    skills: tuple[GroupSkill, ...]
    then: Then
    today: date


@dataclass(frozen=True, slots=True)
class NextStep:
    """The next level of a skill, what still lacks, and whether there is an agreement on it."""

    skill: Skill
    level: Level
    lacking: tuple[Behaviour, ...]
    agreed: bool


def year_start(on: date) -> date:
    """The day on which the school year of ``on`` began."""
    return date(on.year if on.month >= 8 else on.year - 1, 8, 1)


def then_of(moment: Moment, today: date, last_talk: date | None = None) -> Then:
    """The day to compare with; without a talk or a day that is when the school year began."""
    if moment.since is Since.TALK and last_talk is not None:
        return Then(Since.TALK, min(last_talk, today))
    if moment.since is Since.DAY and moment.day is not None:
        return Then(Since.DAY, min(moment.day, today))
    return Then(Since.YEAR, year_start(today))


def skills_along(skill_set: SkillSet, wanted: Sequence[str]) -> tuple[Skill, ...]:
    """The skills with these ids in the order of the set; all when none are named."""
    return tuple(skill for skill in skill_set.skills if not wanted or skill.id in wanted)


def headings(skill_set: SkillSet) -> dict[str, str]:
    """The heading of each group, by its id."""
    return {group.id: group.heading for group in skill_set.groups}


def grown_skills(
    skill_set: SkillSet,
    skills: Sequence[Skill],
    then: Mapping[str, Standing],
    now: Mapping[str, Standing],
) -> tuple[SkillGrowth, ...]:
    """These skills of one person."""
    names = headings(skill_set)
    return tuple(
        SkillGrowth(
            skill, names[skill.group], then.get(skill.id, NOTHING), now.get(skill.id, NOTHING)
        )
        for skill in skills
    )


def group_skills(
    skill_set: SkillSet,
    skills: Sequence[Skill],
    then: Sequence[Mapping[str, int]],
    now: Sequence[Mapping[str, int]],
) -> tuple[GroupSkill, ...]:
    """These skills of everybody together; each mapping holds the levels of one person."""
    names = headings(skill_set)
    found = []
    for skill in skills:
        before = [one.get(skill.id, 0) for one in then]
        levels = [one.get(skill.id, 0) for one in now]
        counts = tuple(levels.count(level) for level in range(LEVELS + 1))
        found.append(GroupSkill(skill, names[skill.group], _mean(before), _mean(levels), counts))
    return tuple(found)


def levels_of(standing: Mapping[str, Standing]) -> dict[str, int]:
    """The level of each skill, worked out once."""
    return {skill: one.level for skill, one in standing.items()}


def grew_most(skills: Sequence[SkillGrowth], most: int = 3) -> tuple[SkillGrowth, ...]:
    """The skills with the most levels more, then the most behaviours; none that did not grow."""
    ordered = sorted(skills, key=lambda one: (-one.gained, -one.shown_more))
    return tuple(one for one in ordered if one.gained > 0)[:most]


def next_steps(
    skills: Sequence[SkillGrowth], goals: Mapping[str, int], most: int = 3
) -> tuple[NextStep, ...]:
    """What to work on: skills with an open agreement (``goals``: its level), then the nearest.

    Nearest is where the fewest behaviours of the next level lack; who is at the top is passed over.
    """
    found = []
    for one in skills:
        if one.now.level == LEVELS:
            continue
        level = one.skill.level(one.now.level + 1)
        lacking = tuple(
            behaviour
            for behaviour in level.behaviours
            if not one.now.shows(behaviour.level, behaviour.number)
        )
        agreed = goals.get(one.skill.id, 0) > one.now.level
        found.append(NextStep(one.skill, level, lacking, agreed))
    found.sort(key=lambda step: (not step.agreed, len(step.lacking)))
    return tuple(found[:most])


def _mean(levels: Sequence[int]) -> float:
    return sum(levels) / len(levels) if levels else 0.0
