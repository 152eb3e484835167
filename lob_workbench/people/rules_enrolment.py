"""A student's enrolment through the years: what can change, and where somebody went."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

GROUP_LIMIT = 80
"""Characters in the name of a class or a team."""
LAST_YEAR = 8
"""No programme lasts longer."""


class EnrolmentPart(StrEnum):
    """What of an enrolment changed."""

    GROUP = "group"
    TEAM = "team"
    COUNSELLOR = "counsellor"
    PROGRAMME = "programme"
    STUDY_YEAR = "study_year"
    LEARNING_ROUTE = "learning_route"
    LEFT = "left"
    RETURNED = "returned"


class Destination(StrEnum):
    """Where a student went who left (*uitstroom*)."""

    DIPLOMA_WORK = "diploma_work"
    DIPLOMA_MBO = "diploma_mbo"
    DIPLOMA_HBO = "diploma_hbo"
    OTHER_PROGRAMME = "other_programme"
    OTHER_SCHOOL = "other_school"
    WORK = "work"
    TRANSFER_POINT = "transfer_point"
    """*Doorstroompunt*, before 2024 *RMC*: help to a school or work for who has no diploma."""
    CARE = "care"
    DECEASED = "deceased"
    OTHER = "other"
    UNKNOWN = "unknown"


DESTINATION_LABELS: dict[Destination, str] = {
    Destination.DIPLOMA_WORK: QT_TRANSLATE_NOOP("career", "diploma, aan het werk"),
    Destination.DIPLOMA_MBO: QT_TRANSLATE_NOOP("career", "diploma, verder in het mbo"),
    Destination.DIPLOMA_HBO: QT_TRANSLATE_NOOP("career", "diploma, naar het hbo"),
    Destination.OTHER_PROGRAMME: QT_TRANSLATE_NOOP("career", "andere opleiding op deze school"),
    Destination.OTHER_SCHOOL: QT_TRANSLATE_NOOP("career", "naar een andere school"),
    Destination.WORK: QT_TRANSLATE_NOOP("career", "aan het werk, zonder diploma"),
    Destination.TRANSFER_POINT: QT_TRANSLATE_NOOP(
        "career", "begeleid door het doorstroompunt (RMC)"
    ),
    Destination.CARE: QT_TRANSLATE_NOOP("career", "eerst zorg of herstel"),
    Destination.DECEASED: QT_TRANSLATE_NOOP("career", "overleden"),
    Destination.OTHER: QT_TRANSLATE_NOOP("career", "anders"),
    Destination.UNKNOWN: QT_TRANSLATE_NOOP("career", "waarheen is nog niet bekend"),
}
"""In the order in which they are chosen from."""


@dataclass(frozen=True, slots=True)
class EnrolmentStep:
    """One change in a student's enrolment. ``before`` and ``after`` are plain names.

    ``destination`` and ``note`` are of who left; the note is read with the dossier only.
    """

    id: UUID
    deed_id: UUID
    on: date
    part: EnrolmentPart
    before: str
    after: str
    made_by: str
    made_at: datetime
    destination: Destination | None = None
    note: str = ""
