"""Writing down what was seen, and who may say something of it. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.rights import Role
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.rules import (
    ClaimDraft,
    ClaimState,
    ClaimView,
    EvidenceFile,
    Learner,
    LearnerKind,
    Observer,
    Verdict,
    VerdictDraft,
    is_second_person,
)


class Who(StrEnum):
    """Whose word it is: of the learner, of who sits at the desk, of somebody else by name."""

    LEARNER = "learner"
    ME = "me"
    OTHER = "other"


class Objection(StrEnum):
    """Why who sits at the desk does not confirm a claim in their own name."""

    NONE = "none"
    MY_CLAIM = "my_claim"
    """They said it themselves: somebody else may confirm it, by name."""
    MYSELF = "myself"
    """It is about them: nobody confirms that at this desk."""
    NOT_OWN = "not_own"
    """Not a learner of theirs."""


@dataclass(frozen=True, slots=True)
class FileName:
    """A file that goes with a claim, kept with its draft."""

    id: UUID
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class TypedClaim:
    """A claim as it is being typed, for one or more behaviours of one skill.

    ``ids`` are the ids that the claims will have, by behaviour; ``day`` is text as typed.
    """

    learner_id: UUID
    set_key: str
    skill_id: str
    ids: tuple[tuple[str, UUID], ...]
    chosen: tuple[str, ...] = ()
    who: Who = Who.ME
    observer: Observer = Observer.TEACHER
    name: str = ""
    day: date | None = None
    evidence: str = ""
    link: str = ""
    files: tuple[FileName, ...] = ()


OTHERS: tuple[Observer, ...] = tuple(one for one in Observer if one is not Observer.SELF)
"""As what somebody else can have seen it."""


def observer_at_desk(roles: Iterable[Role], learner: Learner) -> Observer:
    """As what who sits at the desk sees a learner."""
    held = frozenset(roles)
    student = learner.kind is LearnerKind.STUDENT
    if student and Role.COUNSELLOR in held:
        return Observer.COUNSELLOR
    if Role.TEAM_LEADER in held:
        return Observer.TEAM_LEADER
    return Observer.OTHER if student else Observer.COLLEAGUE


def objection(claim: ClaimView, learner: Learner, staff_id: UUID) -> Objection:
    """Why the actor does not confirm this claim in their own name."""
    if not learner.own:
        return Objection.NOT_OWN
    if learner.id == staff_id:
        return Objection.MYSELF
    own_word = VerdictDraft(claim.id, Verdict.CONFIRMED, Observer.OTHER, claim.seen_on)
    if is_second_person(own_word, claim, learner, staff_id):
        return Objection.NONE
    return Objection.MY_CLAIM


def waiting(claims: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    """Those that wait for a second person."""
    return tuple(claim for claim in claims if claim.state is ClaimState.WAITING)


def claim_drafts(
    typed: TypedClaim, learner: Learner, me: Observer, files: tuple[EvidenceFile, ...] = ()
) -> tuple[ClaimDraft, ...]:
    """The claims to write, each with the files beside it.

    Raises ``InputRefused`` where no behaviour or no day was chosen.
    """
    if not typed.chosen:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies welk gedrag je hebt gezien."))
    if typed.day is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in op welke dag het gezien is."))
    observer = {Who.LEARNER: Observer.SELF, Who.ME: me, Who.OTHER: typed.observer}[typed.who]
    ids = dict(typed.ids)
    return tuple(
        ClaimDraft(
            ids[behaviour],
            learner,
            typed.set_key,
            behaviour,
            observer,
            typed.day,
            observer_name=typed.name if typed.who is Who.OTHER else "",
            own_word=typed.who is Who.ME,
            evidence=typed.evidence,
            link=typed.link,
            files=tuple(replace(file, id=uuid5(ids[behaviour], str(file.id))) for file in files),
        )
        for behaviour in typed.chosen
    )
