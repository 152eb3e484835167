"""A student who is new to the school, and what a team leader answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.people.rules import PersonName


class Answer(StrEnum):
    """How it stands with a student who was proposed."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class NewArrival:
    """Who is proposed: the student's id in the workbook, name and number, nothing more."""

    id: UUID
    number: str
    name: PersonName


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A proposed student as the proposer and the team leader see it."""

    id: UUID
    number: str
    name: PersonName
    team: str
    proposed_by: UUID
    proposer: str
    proposed_at: datetime
    answer: Answer
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer: who came in, and whose number the school has already."""

    changes: Changes
    done: tuple[ArrivalView, ...]
    taken: tuple[ArrivalView, ...]
    """Still open: the number is of a student elsewhere in the school."""
