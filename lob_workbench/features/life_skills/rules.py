"""What the page of life skills shows: whose, in which set, along which route. Pure functions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from lob_workbench.content.skills import Skill, SkillGroup, SkillSet
from lob_workbench.people.rules import FilterChoices, Ids, StudentFilter
from lob_workbench.skills.rules import (
    LEVELS,
    ClaimView,
    EvidenceFile,
    Learner,
    LearnerKind,
    Standing,
)
from lob_workbench.skills.rules_sets import Route


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose life skills the views show, and which of them.

    ``kind`` is ``STUDENT`` or ``MEMBER``; ``wanted`` filters students; ``chosen`` is an own
    selection of people, empty for all; ``route`` is ``None`` for all skills of the set.
    """

    set_key: str
    kind: LearnerKind = LearnerKind.STUDENT
    wanted: StudentFilter = field(default_factory=StudentFilter)
    chosen: frozenset[UUID] = frozenset()
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What there is to choose from at the head of the page; the first set is ours."""

    sets: tuple[SkillSet, ...]
    routes: tuple[Route, ...]
    choices: FilterChoices


@dataclass(frozen=True, slots=True)
class Roll:
    """The rows and columns of a matrix; names and what stands in the cells are read by page.

    ``known`` are those whose name is there already.
    """

    selection: Selection
    skill_set: SkillSet
    groups: tuple[SkillGroup, ...]
    ids: Ids
    known: tuple[Learner, ...] = ()

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The columns."""
        return tuple(skill for group in self.groups for skill in group.skills)


@dataclass(frozen=True, slots=True)
class Levels:
    """Some rows of a matrix: who it is and what they stand at; ``ids`` are who was asked for."""

    set_key: str
    ids: tuple[UUID, ...]
    learners: tuple[Learner, ...]
    standings: Mapping[UUID, Mapping[str, Standing]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One skill of one learner with its claims, newest first; none where ``readable`` is not."""

    learner: Learner
    skill_set: SkillSet
    skill: Skill
    standing: Standing
    claims: tuple[ClaimView, ...]
    readable: bool
    begun: bool = False
    """Whether a claim was begun here and is not written yet."""

    @property
    def next_level(self) -> int:
        """The level that is grown towards; the last one when all are reached."""
        return min(self.standing.level + 1, LEVELS)

    def of_behaviour(self, behaviour_id: str) -> tuple[ClaimView, ...]:
        """The claims on one behaviour."""
        return tuple(claim for claim in self.claims if claim.behaviour_id == behaviour_id)


def groups_along(skill_set: SkillSet, route: Route | None) -> tuple[SkillGroup, ...]:
    """The groups of a set with only the skills of ``route``; all when that is none of this set."""
    if route is None or route.set_id != skill_set.id:
        return skill_set.groups
    wanted = frozenset(route.skills)
    groups = (
        SkillGroup(group.id, group.heading, tuple(one for one in group.skills if one.id in wanted))
        for group in skill_set.groups
    )
    return tuple(group for group in groups if group.skills) or skill_set.groups


def file_of(name: str, media_type: str, content: bytes) -> EvidenceFile:
    """A file with an id of its own, for beside a claim that is being typed."""
    return EvidenceFile(uuid4(), name, media_type, content)
