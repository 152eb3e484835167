"""What a badge states: from what the school keeps to the terms of ``credentials``. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from lob_workbench.content.skills import SkillSet
from lob_workbench.credentials.statements import (
    Achievement,
    BadgeStatement,
    Evidence,
    Issuer,
    Recipient,
    StatusPlace,
)
from lob_workbench.features.badges.rules import (
    BadgeTitle,
    EvidenceChoice,
    KeyView,
    end_of,
    evidence_of,
)

# Names that say nothing to others, and are the same for the same thing.
_NAMES = UUID("3b0c4a52-7a0e-5d0b-9a55-3f5f5c6d1e10")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose badge: the name as it is, the e-mail address only as a hash."""

    learner_id: UUID
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That somebody else confirmed a behaviour: as what, and when. No dossier text."""

    behaviour: str
    confirmed: str
    confirmed_on: date


def achievement_of(key: KeyView, skill_set: SkillSet, title: BadgeTitle) -> Achievement:
    """The badge itself, the same for all who have it; criteria are the level's behaviours."""
    skill = skill_set.skill(title.skill_id)
    level = skill.level(title.level)
    below = " Ook alles van de niveaus daaronder is bevestigd." if title.level > 1 else ""
    return Achievement(
        id=_name(f"badge {key.issuer_id} {title.set_key} {title.skill_id} {title.level}"),
        name=f"{skill.name}, niveau {title.level}: {level.name}",
        description=f"{skill.meaning} Niveau {title.level} van {len(skill.levels)}.{below}",
        criteria=tuple(behaviour.text for behaviour in level.behaviours),
    )


def statement_of(
    badge_id: UUID,
    key: KeyView,
    place: int,
    owner: Owner,
    achievement: Achievement,
    salt: str,
    now: datetime,
    valid_until: date | None,
    evidence: Sequence[Evidence],
) -> BadgeStatement:
    """Everything that is signed for one badge."""
    return BadgeStatement(
        id=f"urn:uuid:{badge_id}",
        achievement=achievement,
        recipient=Recipient(
            owner.name,
            _name(f"owner {key.issuer_id} {owner.learner_id}"),
            owner.email,
            salt if owner.email else "",
        ),
        issuer=Issuer(key.issuer_id, key.issuer_name),
        valid_from=now,
        valid_until=end_of(valid_until),
        evidence=tuple(evidence),
        status=StatusPlace(key.list_id, place),
    )


def evidence_for(
    confirmations: Sequence[Confirmation], chosen: Sequence[EvidenceChoice]
) -> tuple[Evidence, ...]:
    """That each behaviour was confirmed, and what was chosen to go out with it."""
    told = [
        f"{one.behaviour} – bevestigd door: {one.confirmed}, {one.confirmed_on:%d-%m-%Y}"
        for one in confirmations
    ]
    first = (Evidence("Bevestigd door iemand anders", "\n".join(told)),) if told else ()
    return (*first, *map(evidence_of, chosen))


def _name(of: str) -> str:
    return f"urn:uuid:{uuid5(_NAMES, of)}"
