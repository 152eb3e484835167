"""Who stands around a student: parents, the company and its trainer. Pure functions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.rules import AgeStage, age_stage


class Relation(StrEnum):
    """What somebody is to a student."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    OTHER = "other"


RELATION_LABELS: dict[Relation, str] = {
    Relation.PARENT: QT_TRANSLATE_NOOP("people", "ouder"),
    Relation.GUARDIAN: QT_TRANSLATE_NOOP("people", "verzorger of voogd"),
    Relation.OTHER: QT_TRANSLATE_NOOP("people", "iemand anders"),
}


@dataclass(frozen=True, slots=True)
class GuardianView:
    """A parent or somebody in that place.

    ``consent_on`` is the day on which a student of 18 or over said that this person may be told;
    ``until`` is the last day on which the record holds.
    """

    id: UUID
    student_id: UUID
    name: str
    relation: Relation
    phone: str
    email: str
    consent_on: date | None
    until: date | None
    version: int

    def holds_on(self, day: date) -> bool:
        """Whether the record still holds on ``day``."""
        return self.until is None or day <= self.until

    def consented_on(self, day: date) -> bool:
        """Whether the student had said by ``day`` that this person may be told."""
        return self.consent_on is not None and self.consent_on <= day


class Told(StrEnum):
    """What may be said to somebody at home (AVG; DOMAIN.md, *Privacy*)."""

    ALL = "all"
    """A parent of somebody under 16: sees all and signs along."""
    TOGETHER = "together"
    """A parent of somebody of 16 or 17, who decides on several matters: ask the student first."""
    CONSENT = "consent"
    """The student said that this person may be told."""
    NOTHING = "nothing"
    """Nothing, not even that there is something to tell, before the student says so."""


TOLD_LABELS: dict[Told, str] = {
    Told.ALL: QT_TRANSLATE_NOOP("people", "mag alles weten en tekent mee"),
    Told.TOGETHER: QT_TRANSLATE_NOOP("people", "overleg eerst met {name}"),
    Told.CONSENT: QT_TRANSLATE_NOOP("people", "mag het weten: {name} vindt het goed"),
    Told.NOTHING: QT_TRANSLATE_NOOP("people", "niet bellen zonder toestemming van {name}"),
}
"""For a chip beside the person; ``{name}`` is the student's first name."""


def may_be_told(age: int | None, guardian: GuardianView, day: date) -> Told:
    """What may be said on ``day`` to this person about a student who is ``age`` that day.

    An age that nobody knows counts as grown up: asking once too often harms nobody. Who is neither
    parent nor in that place (a grandmother, a neighbour) needs the student's consent at any age.
    """
    if not guardian.holds_on(day):
        return Told.NOTHING
    stage = AgeStage.ADULT if age is None else age_stage(age)
    if guardian.relation is not Relation.OTHER:
        if stage is AgeStage.UNDER_16:
            return Told.ALL
        if stage is AgeStage.UNDER_18:
            return Told.TOGETHER
    return Told.CONSENT if guardian.consented_on(day) else Told.NOTHING


@dataclass(frozen=True, slots=True)
class CompanyView:
    """A company where students learn at work (*leerbedrijf*)."""

    id: UUID
    name: str
    place: str
    version: int

    @property
    def full_name(self) -> str:
        """As it is spoken of: *Bakkerij De Korst, Almere*."""
        return ", ".join(part for part in (self.name, self.place) if part)


@dataclass(frozen=True, slots=True)
class PlacementView:
    """A period of learning at work (*BPV, stage*) with the trainer (*praktijkopleider*) there."""

    id: UUID
    student_id: UUID
    company: CompanyView
    trainer: str
    trainer_email: str
    trainer_phone: str
    starts_on: date
    ends_on: date | None
    version: int

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
