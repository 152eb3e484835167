"""Who stands around a student: parents, the company and its trainer. Pure functions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP


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


@dataclass(frozen=True, slots=True)
class CompanyView:
    """A company where students learn at work (*leerbedrijf*)."""

    id: UUID
    name: str
    place: str
    version: int


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
