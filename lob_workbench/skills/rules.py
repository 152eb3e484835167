"""Life skills: what a level is, what a claim is worth, and who may confirm it. Pure functions.

A skill has four levels of five behaviours (DOMAIN.md, *Life skills*). A behaviour counts when a
second person confirmed it; a level is reached when its five count, and those of the levels below.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text, fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.rules_evidence import (
    check_content,
    check_past,
    checked_link,
    checked_name,
    checked_type,
)

LEVELS = 4
BEHAVIOURS = 5
"""Of each level."""
MOST_FILES = 10
"""With one claim."""

_LEVEL_BITS = (1 << BEHAVIOURS) - 1


class LearnerKind(StrEnum):
    """Who grows: a student, a member of staff, or (agreements only) a team as a whole."""

    STUDENT = "student"
    MEMBER = "member"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody whose life skills are kept. ``own`` tells whether the actor may write here.

    ``name`` is as spoken, ``listed`` as in a list of names. A team has no number and no group.
    """

    id: UUID
    kind: LearnerKind
    name: str
    listed: str
    number: str = ""
    group: str = ""
    team: str = ""
    own: bool = False


class Observer(StrEnum):
    """As what somebody saw it, or says so: who claims, and who confirms."""

    SELF = "self"
    COUNSELLOR = "counsellor"
    TEACHER = "teacher"
    TRAINER = "trainer"
    COLLEAGUE = "colleague"
    TEAM_LEADER = "team_leader"
    OTHER = "other"


OBSERVER_LABELS: dict[Observer, str] = {
    Observer.SELF: QT_TRANSLATE_NOOP("skills", "zelf"),
    Observer.COUNSELLOR: QT_TRANSLATE_NOOP("skills", "loopbaanbegeleider"),
    Observer.TEACHER: QT_TRANSLATE_NOOP("skills", "docent"),
    Observer.TRAINER: QT_TRANSLATE_NOOP("skills", "praktijkopleider"),
    Observer.COLLEAGUE: QT_TRANSLATE_NOOP("skills", "collega of medestudent"),
    Observer.TEAM_LEADER: QT_TRANSLATE_NOOP("skills", "teamleider"),
    Observer.OTHER: QT_TRANSLATE_NOOP("skills", "iemand anders"),
}


class Verdict(StrEnum):
    """What a second person says of a claim; ``WITHDRAWN`` takes the claim away again."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ClaimState(StrEnum):
    """How a claim stands: waiting until somebody else said something of it."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


STATE_LABELS: dict[ClaimState, str] = {
    ClaimState.WAITING: QT_TRANSLATE_NOOP("skills", "wacht op bevestiging"),
    ClaimState.CONFIRMED: QT_TRANSLATE_NOOP("skills", "bevestigd"),
    ClaimState.DECLINED: QT_TRANSLATE_NOOP("skills", "nog niet"),
    ClaimState.WITHDRAWN: QT_TRANSLATE_NOOP("skills", "teruggenomen"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Which of the twenty behaviours of one skill count, and which wait, as bits.

    Bit 0 is the first behaviour of level 1, bit 19 the last of level 4.
    """

    shown: int = 0
    waiting: int = 0

    @property
    def level(self) -> int:
        """The level reached, 0 to 4: its five behaviours count, and those of all levels below."""
        reached = 0
        while reached < LEVELS and self.count(reached + 1) == BEHAVIOURS:
            reached += 1
        return reached

    def count(self, level: int) -> int:
        """How many of the five behaviours of ``level`` (1 to 4) count."""
        return (self.shown >> ((level - 1) * BEHAVIOURS) & _LEVEL_BITS).bit_count()

    @property
    def asks(self) -> bool:
        """Whether a claim waits that would count."""
        return bool(self.waiting & ~self.shown)

    def shows(self, level: int, number: int) -> bool:
        """Whether that behaviour (both counted from 1) counts."""
        return bool(self.shown & bit(level, number))


NOTHING = Standing()


def bit(level: int, number: int) -> int:
    """The bit of behaviour ``number`` of ``level``, both counted from 1."""
    return 1 << ((level - 1) * BEHAVIOURS + number - 1)


def place_of(behaviour_id: str) -> tuple[str, int, int] | None:
    """Skill, level and number of a behaviour (``listening-2-3``); ``None`` for what is none."""
    skill, _, rest = behaviour_id.partition("-")
    level, _, number = rest.partition("-")
    if not skill or level not in _DIGITS[:LEVELS] or number not in _DIGITS[:BEHAVIOURS]:
        return None
    return skill, int(level), int(number)


_DIGITS = ("1", "2", "3", "4", "5")


def standings(
    claims: Iterable[tuple[str, ClaimState]],
) -> dict[str, Standing]:
    """What each skill stands at, from behaviours and the state of their claims.

    A claim alone never counts. Behaviours that no skill has are passed over.
    """
    shown: dict[str, int] = {}
    waiting: dict[str, int] = {}
    for behaviour_id, state in claims:
        place = place_of(behaviour_id)
        if place is None:
            continue
        skill, level, number = place
        if state is ClaimState.CONFIRMED:
            shown[skill] = shown.get(skill, 0) | bit(level, number)
        elif state is ClaimState.WAITING:
            waiting[skill] = waiting.get(skill, 0) | bit(level, number)
    return {
        skill: Standing(shown.get(skill, 0), waiting.get(skill, 0))
        for skill in {**shown, **waiting}
    }


def average_level(people: Iterable[Mapping[str, Standing]], skill: str) -> float:
    """The mean level of one skill over ``people``; 0 without people."""
    levels = [one.get(skill, NOTHING).level for one in people]
    return sum(levels) / len(levels) if levels else 0.0


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A photo or a file that shows a behaviour; ``content`` is empty where only named."""

    id: UUID
    name: str
    media_type: str
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What a second person said: as what, by which name, on which day."""

    verdict: Verdict
    observer: Observer
    name: str
    given_on: date
    note: str
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its evidence, as its readers see it."""

    id: UUID
    learner_id: UUID
    set_key: str
    behaviour_id: str
    observer: Observer
    observer_name: str
    observer_staff_id: UUID | None
    seen_on: date
    recorded_at: datetime
    evidence: str = ""
    link: str = ""
    files: tuple[EvidenceFile, ...] = ()
    verdicts: tuple[VerdictView, ...] = ()

    @property
    def state(self) -> ClaimState:
        """How it stands: by the last word on it."""
        return state_of(self.verdicts[-1].verdict if self.verdicts else None)


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A behaviour that somebody says was shown. ``own_word``: by who sits at the desk, as staff."""

    id: UUID
    learner: Learner
    set_key: str
    behaviour_id: str
    observer: Observer
    seen_on: date
    observer_name: str = ""
    own_word: bool = False
    evidence: str = ""
    link: str = ""
    files: tuple[EvidenceFile, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """What a second person says of a claim. ``own_word``: by who sits at the desk."""

    claim_id: UUID
    verdict: Verdict
    observer: Observer
    given_on: date
    observer_name: str = ""
    own_word: bool = True
    note: str = ""


def state_of(last: Verdict | None) -> ClaimState:
    """How a claim stands whose last verdict is ``last``."""
    return ClaimState.WAITING if last is None else ClaimState(last.value)


def state_on(
    day: date, recorded_on: date, verdicts: Iterable[tuple[Verdict, date]]
) -> ClaimState | None:
    """How a claim stood at the end of ``day``; ``None`` where nobody had claimed it yet.

    ``verdicts`` are in the order in which they were recorded, each with the day it was given: of
    those given by then the last counts. What was confirmed counts from the day of confirming, also
    where somebody recorded it later.
    """
    given = [verdict for verdict, given_on in verdicts if given_on <= day]
    if given:
        return state_of(given[-1])
    return ClaimState.WAITING if recorded_on <= day else None


def checked_claim(draft: ClaimDraft, today: date) -> ClaimDraft:
    """The claim as it may be stored; raises ``InputRefused`` with the reason."""
    name = clean_line(draft.observer_name)
    if draft.observer is not Observer.SELF and not draft.own_word and not name:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in wie dit heeft gezien."))
    check_past(draft.seen_on, today)
    evidence = clean_text(draft.evidence).strip()
    link = checked_link(draft.link)
    files = checked_files(draft.files)
    if not evidence and not link and not files:
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Laat zien waar het uit blijkt: schrijf een zin of voeg iets toe."
            )
        )
    return replace(draft, observer_name=name, evidence=evidence, link=link, files=files)


def checked_files(files: tuple[EvidenceFile, ...]) -> tuple[EvidenceFile, ...]:
    """The files as they may be stored; raises ``InputRefused`` with the reason."""
    if len(files) > MOST_FILES:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Er passen {limit} bestanden bij."), limit=MOST_FILES
        )
    for file in files:
        check_content(file.content)
    return tuple(
        replace(file, name=checked_name(file.name), media_type=checked_type(file.media_type))
        for file in files
    )


def checked_verdict(
    draft: VerdictDraft, claim: ClaimView, learner: Learner, staff_id: UUID, today: date
) -> VerdictDraft:
    """The verdict as it may be stored; raises ``InputRefused`` with the reason.

    A second person must be another one than who claims, and another one than whom it is about.
    """
    name = clean_line(draft.observer_name)
    note = clean_text(draft.note).strip()
    check_past(draft.given_on, today)
    if claim.state is ClaimState.WITHDRAWN:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Dit is al teruggenomen."))
    if draft.verdict is not Verdict.WITHDRAWN:
        if draft.given_on < claim.seen_on:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Bevestigen kan niet voor de dag waarop het gezien is.")
            )
        if not draft.own_word and not name:
            raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in wie dit heeft gezien."))
        if not is_second_person(replace(draft, observer_name=name), claim, learner, staff_id):
            raise InputRefused(
                QT_TRANSLATE_NOOP(
                    "errors", "Iemand anders moet dit bevestigen dan wie het zelf zegt."
                )
            )
    if draft.verdict is Verdict.DECLINED and not note:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf erbij wat er nog nodig is, dan helpt het verder.")
        )
    return replace(draft, observer_name=name, note=note)


def is_second_person(
    draft: VerdictDraft, claim: ClaimView, learner: Learner, staff_id: UUID
) -> bool:
    """Whether who confirms is neither who claims nor whom it is about.

    ``staff_id`` is who sits at the desk: nobody records that they themselves were confirmed. With
    ``own_word`` the name is that person's, who may have claimed it under that name alone.
    """
    if learner.id == staff_id or draft.observer is Observer.SELF:
        return False
    name = fold(draft.observer_name)
    if draft.own_word:
        told = claim.observer is not Observer.SELF and bool(name)
        namesake = told and name == fold(claim.observer_name)
        return claim.observer_staff_id != staff_id and not namesake
    return name not in (fold(claim.observer_name), fold(learner.name))
