"""What a student sees and writes of life skills on a lent laptop. Pure functions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.rules import (
    LEVELS,
    NOTHING,
    ClaimDraft,
    Learner,
    Observer,
    Standing,
    bit,
)


@dataclass(frozen=True, slots=True)
class LentBehaviour:
    """One behaviour of the next level; ``shown`` counts, ``waiting`` was claimed before."""

    id: str
    text: str
    shown: bool
    waiting: bool


@dataclass(frozen=True, slots=True)
class LentSkill:
    """A skill as the student sees it: what it is, how far they are, and what comes next."""

    id: str
    name: str
    meaning: str
    group: str
    level: int
    next_name: str
    behaviours: tuple[LentBehaviour, ...]


@dataclass(frozen=True, slots=True)
class LentSkills:
    """What a lent laptop shows: levels and behaviours of one student, and nobody's words."""

    learner: Learner
    set_key: str
    skills: tuple[LentSkill, ...]
    first: str = ""
    """The skill that is open at first."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written under one behaviour, and the id that the claim will have."""

    behaviour_id: str
    claim_id: UUID
    text: str


@dataclass(frozen=True, slots=True)
class LentDraft:
    """All that a student wrote so far and did not hand in."""

    learner_id: UUID
    set_key: str
    written: tuple[Written, ...] = ()

    @property
    def filled(self) -> tuple[Written, ...]:
        """Where something stands."""
        return tuple(one for one in self.written if one.text.strip())


def lent_skills(
    learner: Learner, skill_set: SkillSet, standings: dict[str, Standing], first: str = ""
) -> LentSkills:
    """What ``learner`` may see of themselves; what is grown all the way has nothing to write."""
    found = []
    for group in skill_set.groups:
        for skill in group.skills:
            standing = standings.get(skill.id, NOTHING)
            level = skill.level(min(standing.level + 1, LEVELS))
            behaviours = tuple(
                LentBehaviour(
                    one.id,
                    one.text,
                    standing.shows(one.level, one.number),
                    bool(standing.waiting & bit(one.level, one.number)),
                )
                for one in level.behaviours
            )
            found.append(
                LentSkill(
                    skill.id,
                    skill.name,
                    skill.meaning,
                    group.heading,
                    standing.level,
                    level.name,
                    behaviours,
                )
            )
    return LentSkills(learner, skill_set.key, tuple(found), first)


def lent_claims(draft: LentDraft, learner: Learner, today: date) -> tuple[ClaimDraft, ...]:
    """What the student says of themselves; raises ``InputRefused`` where nothing was written."""
    if not draft.filled:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf bij een of meer regels op wat je deed.")
        )
    return tuple(
        ClaimDraft(
            one.claim_id,
            learner,
            draft.set_key,
            one.behaviour_id,
            Observer.SELF,
            today,
            evidence=one.text,
        )
        for one in draft.filled
    )
