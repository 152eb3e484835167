"""What one student's life skills come to: strongest, growing, waiting, and when. Pure functions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from lob_workbench.content.skills import Skill, SkillSet
from lob_workbench.skills.rules import (
    LEVELS,
    NOTHING,
    ClaimState,
    ClaimView,
    Learner,
    Standing,
    bit,
    place_of,
)

_MOST = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A skill and where the learner stands in it."""

    skill: Skill
    standing: Standing

    @property
    def weight(self) -> tuple[int, int]:
        """The level, then the step towards the next one."""
        level = self.standing.level
        return level, self.standing.count(level + 1) if level < LEVELS else 0


@dataclass(frozen=True, slots=True)
class Profile:
    """One student in one set; ``waiting`` are claims without a word of a second person."""

    learner: Learner
    skill_set: SkillSet
    strongest: tuple[Placed, ...]
    growing: tuple[Placed, ...]
    waiting: tuple[ClaimView, ...]
    readable: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """A level that was reached on a day."""

    on: date
    skill: Skill
    level: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What was confirmed on one day: the behaviours by skill."""

    on: date
    skills: tuple[tuple[Skill, tuple[str, ...]], ...]


def strongest(skill_set: SkillSet, standings: Mapping[str, Standing]) -> tuple[Placed, ...]:
    """The skills in which a level was reached, the highest first."""
    found = [one for one in _placed(skill_set, standings) if one.standing.level]
    return tuple(sorted(found, key=_by_weight, reverse=True)[:_MOST])


def growing(
    skill_set: SkillSet, standings: Mapping[str, Standing], apart: Iterable[Placed]
) -> tuple[Placed, ...]:
    """The skills that are under way to the next level, nearest first, but those of ``apart``."""
    aside = {one.skill.id for one in apart}
    found = [
        one
        for one in _placed(skill_set, standings)
        if one.skill.id not in aside and (one.weight[1] or one.standing.asks)
    ]
    return tuple(sorted(found, key=_by_weight, reverse=True)[:_MOST])


def confirmed_by_day(
    claims: Iterable[ClaimView], set_of: Callable[[str], SkillSet]
) -> tuple[tuple[Confirmed, ...], tuple[Reached, ...]]:
    """What was confirmed by day, and the levels that were reached then; both oldest first."""
    days: dict[date, dict[tuple[str, str], set[str]]] = {}
    for claim in claims:
        place = place_of(claim.behaviour_id)
        if claim.state is not ClaimState.CONFIRMED or place is None:
            continue
        if claim.behaviour_id in set_of(claim.set_key).behaviour_ids:
            of_day = days.setdefault(claim.verdicts[-1].given_on, {})
            of_day.setdefault((claim.set_key, place[0]), set()).add(claim.behaviour_id)
    shown: dict[tuple[str, str], int] = {}
    confirmed, reached = [], []
    for day, skills in sorted(days.items()):
        told = []
        for key, behaviours in sorted(skills.items()):
            skill_set = set_of(key[0])
            skill = skill_set.skill(key[1])
            before = shown.get(key, 0)
            shown[key] = reduce(or_, map(_bit, behaviours), before)
            level = Standing(shown[key]).level
            if level > Standing(before).level:
                reached.append(Reached(day, skill, level))
            texts = tuple(skill_set.behaviour(one).text for one in sorted(behaviours))
            told.append((skill, texts))
        confirmed.append(Confirmed(day, tuple(told)))
    return tuple(confirmed), tuple(reached)


def _bit(behaviour_id: str) -> int:
    place = place_of(behaviour_id)
    assert place is not None
    return bit(place[1], place[2])


def _placed(skill_set: SkillSet, standings: Mapping[str, Standing]) -> list[Placed]:
    return [Placed(skill, standings.get(skill.id, NOTHING)) for skill in skill_set.skills]


def _by_weight(placed: Placed) -> tuple[int, int]:
    return placed.weight
