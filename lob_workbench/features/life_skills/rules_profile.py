"""What one student's life skills come to: strongest, growing, waiting, and when. Pure functions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

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
class Confirmed:
    """What was confirmed of one skill on one day, and the level that it reached then."""

    on: date
    skill: Skill
    behaviours: tuple[str, ...]
    level: int = 0


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
) -> tuple[Confirmed, ...]:
    """What was confirmed, by day and skill, oldest first, with the level where one was reached."""
    days: dict[tuple[date, str, str], dict[str, str]] = {}
    for claim in claims:
        place = place_of(claim.behaviour_id)
        if claim.state is ClaimState.CONFIRMED and place is not None:
            key = (claim.verdicts[-1].given_on, claim.set_key, place[0])
            days.setdefault(key, {})[claim.behaviour_id] = claim.behaviour_id
    shown: dict[tuple[str, str], int] = {}
    found = []
    for (day, set_key, skill_id), behaviours in sorted(days.items()):
        skill_set = set_of(set_key)
        if skill_id not in skill_set.skill_ids:
            continue
        before = shown.get((set_key, skill_id), 0)
        after = before
        for behaviour in behaviours:
            place = place_of(behaviour)
            assert place is not None
            after |= bit(place[1], place[2])
        shown[set_key, skill_id] = after
        level = Standing(after).level
        reached = level if level > Standing(before).level else 0
        texts = tuple(skill_set.behaviour(one).text for one in sorted(behaviours))
        found.append(Confirmed(day, skill_set.skill(skill_id), texts, reached))
    return tuple(found)


def _placed(skill_set: SkillSet, standings: Mapping[str, Standing]) -> list[Placed]:
    return [Placed(skill, standings.get(skill.id, NOTHING)) for skill in skill_set.skills]


def _by_weight(placed: Placed) -> tuple[int, int]:
    return placed.weight
