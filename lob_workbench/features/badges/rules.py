"""Badges as the school keeps them: who has which, who may get one, and what a key is worth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.credentials.statements import Evidence
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import SCHOOL_ZONE
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.rules import Learner, LearnerKind, Standing

PLACES = 131_072
"""How many badges the list of revoked ones of a key holds."""


class KeyOrigin(StrEnum):
    """A key of this store, or one that came along with badges from a workbook."""

    OWN = "own"
    BROUGHT = "brought"


class KeyState(StrEnum):
    """What a key is worth now."""

    IN_USE = "in_use"
    RETIRED = "retired"
    REVOKED = "revoked"


KEY_LABELS: dict[KeyState, str] = {
    KeyState.IN_USE: QT_TRANSLATE_NOOP("badges", "in gebruik"),
    KeyState.RETIRED: QT_TRANSLATE_NOOP("badges", "vervangen"),
    KeyState.REVOKED: QT_TRANSLATE_NOOP("badges", "ingetrokken"),
}


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key of the school, without its private part."""

    id: UUID
    public_key: str
    issuer_id: str
    issuer_name: str
    origin: KeyOrigin
    created_by: str
    created_at: datetime
    retired_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def state(self) -> KeyState:
        """What it is worth now."""
        if self.revoked_at is not None:
            return KeyState.REVOKED
        return KeyState.IN_USE if self.retired_at is None else KeyState.RETIRED

    @property
    def list_id(self) -> str:
        """The address of the list of revoked badges that this key signed."""
        if self.issuer_id.startswith("https://"):
            return f"{self.issuer_id.rpartition('/')[0]}/{self.list_name}"
        return f"urn:uuid:{self.id}"

    @property
    def list_name(self) -> str:
        """What the file with that list is called."""
        return f"ingetrokken-{self.public_key[-8:]}.json"


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A key with its private part as it is kept: sealed, or (in a workbook) plain."""

    view: KeyView
    sealed: bytes = field(repr=False)


class BadgeState(StrEnum):
    """How an issued badge stands."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    KEY_REVOKED = "key_revoked"


STATE_LABELS: dict[BadgeState, str] = {
    BadgeState.VALID: QT_TRANSLATE_NOOP("badges", "geldig"),
    BadgeState.EXPIRED: QT_TRANSLATE_NOOP("badges", "verlopen"),
    BadgeState.REVOKED: QT_TRANSLATE_NOOP("badges", "ingetrokken"),
    BadgeState.KEY_REVOKED: QT_TRANSLATE_NOOP("badges", "sleutel ingetrokken"),
}


@dataclass(frozen=True, slots=True)
class BadgeTitle:
    """Which badge: a level of a skill in the words of one version of a set."""

    set_key: str
    skill_id: str
    level: int
    skill: str
    level_name: str
    set_name: str


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A badge that somebody has; ``own`` learners' badges the actor may revoke."""

    id: UUID
    learner: Learner
    title: BadgeTitle
    key_id: UUID
    status_index: int
    issued_at: datetime
    valid_until: date | None
    revoked_at: datetime | None
    key_revoked: bool
    issuer_name: str = ""
    issued_by: str = ""

    def state(self, today: date) -> BadgeState:
        """How it stands on ``today``."""
        if self.revoked_at is not None:
            return BadgeState.REVOKED
        if self.key_revoked:
            return BadgeState.KEY_REVOKED
        if self.valid_until is not None and self.valid_until < today:
            return BadgeState.EXPIRED
        return BadgeState.VALID


@dataclass(frozen=True, slots=True)
class ReadyBadge:
    """A level that an own learner reached and has no badge for."""

    learner: Learner
    title: BadgeTitle


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """What shows one behaviour: words of the dossier, which go out only when chosen."""

    claim_id: UUID
    behaviour: str
    evidence: str
    link: str
    confirmed: str
    confirmed_on: date


@dataclass(frozen=True, slots=True)
class IssueWish:
    """One badge to issue; ``claims`` are those whose evidence goes out with it."""

    learner_id: UUID
    student: bool
    set_key: str
    skill_id: str
    level: int
    claims: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class IssueRound:
    """Badges to issue at once. ``consent``: their owners know what stands in them and agree.

    ``confirmations``: whether the badge tells as what and when the behaviours were confirmed.
    """

    wishes: tuple[IssueWish, ...]
    consent: bool
    valid_until: date | None = None
    confirmations: bool = True


@dataclass(frozen=True, slots=True)
class Issued:
    """What a round came to. ``left_out`` had one already, or stands at that level no more."""

    badges: tuple[UUID, ...]
    left_out: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class BadgeFile:
    """A badge with what is signed in it, for its files."""

    view: BadgeView
    credential: str
    token: str
    reason: str = ""


NO_CONSENT = QT_TRANSLATE_NOOP(
    "errors", "Vraag eerst of de eigenaar het goed vindt wat er in de badge staat."
)
_TOO_EARLY = QT_TRANSLATE_NOOP("errors", "De badge moet na vandaag nog geldig zijn.")
_NOBODY = QT_TRANSLATE_NOOP("errors", "Kies eerst een of meer badges.")
_WHY = QT_TRANSLATE_NOOP("errors", "Schrijf op waarom je de badge intrekt.")


def checked_round(wanted: IssueRound, today: date) -> IssueRound:
    """The round as it may be issued; raises ``InputRefused`` with the reason."""
    if not wanted.wishes:
        raise InputRefused(_NOBODY)
    if not wanted.consent:
        raise InputRefused(NO_CONSENT)
    if wanted.valid_until is not None and wanted.valid_until <= today:
        raise InputRefused(_TOO_EARLY)
    return wanted


def checked_reason(raw: str) -> str:
    """Why a badge is revoked; raises ``InputRefused`` without one."""
    reason = clean_text(raw, limit=1_000).strip()
    if not reason:
        raise InputRefused(_WHY)
    return reason


def wish_for(
    learner: Learner, title: BadgeTitle, claims: frozenset[UUID] = frozenset()
) -> IssueWish:
    """A wish for that badge."""
    student = learner.kind is LearnerKind.STUDENT
    return IssueWish(learner.id, student, title.set_key, title.skill_id, title.level, claims)


def title_of(skill_set: SkillSet, skill_id: str, level: int) -> BadgeTitle:
    """The badge for that level; raises ``KeyError`` for a skill or a level that is none."""
    skill = skill_set.skill(skill_id)
    reached = skill.level(level)
    return BadgeTitle(skill_set.key, skill_id, level, skill.name, reached.name, skill_set.name)


def ready_badges(
    learners: Iterable[Learner],
    skill_set: SkillSet,
    standings: Mapping[UUID, Mapping[str, Standing]],
    having: frozenset[tuple[UUID, str, int]],
) -> tuple[ReadyBadge, ...]:
    """For each own learner and skill the highest level reached, unless there is a badge for it.

    ``having`` are (learner, skill, level) of badges in this set that still count.
    """
    found = []
    for learner in learners:
        reached = standings.get(learner.id, {})
        for skill_id in skill_set.skill_ids:
            level = reached[skill_id].level if skill_id in reached else 0
            if learner.own and level and (learner.id, skill_id, level) not in having:
                found.append(ReadyBadge(learner, title_of(skill_set, skill_id, level)))
    return tuple(found)


def end_of(day: date | None) -> datetime | None:
    """The first moment after ``day`` on the clock at school."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(), SCHOOL_ZONE)


def file_stem(badge: BadgeView) -> str:
    """What a badge's files are called: which badge, and nothing of whose."""
    return f"badge-{badge.title.skill_id}-niveau-{badge.title.level}-{badge.id.hex[-8:]}"


def free_place(taken: Iterable[int], wanted: int) -> int:
    """The first free place from ``wanted`` on; raises ``InputRefused`` when all are taken."""
    full = frozenset(taken)
    for step in range(PLACES):
        place = (wanted + step) % PLACES
        if place not in full:
            return place
    raise InputRefused(
        QT_TRANSLATE_NOOP(
            "errors", "Met deze sleutel kan geen badge meer. Maak een nieuwe sleutel."
        )
    )


def evidence_of(choice: EvidenceChoice) -> Evidence:
    """What goes out of a claim that was chosen: its words and its link."""
    return Evidence(choice.behaviour, choice.evidence, choice.link)
