"""The three voices of a trialogue. Pure functions.

A voice is what one party wrote for one talk. Nobody changes another's words: a voice that is handed
in again is a new version, and the versions before it stay.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.talks.rules import Party


class VoiceTopic(StrEnum):
    """On what every party writes: the five competences, and two questions more."""

    QUALITIES = "qualities"
    MOTIVES = "motives"
    EXPLORATION = "exploration"
    STEERING = "steering"
    NETWORKING = "networking"
    SEEN_QUALITIES = "seen_qualities"
    """Qualities that showed at work."""
    WANTS_TO_DISCUSS = "wants_to_discuss"


class VoiceSource(StrEnum):
    """How a voice came in."""

    LENT = "lent"
    """Written by the party itself, in a view with nothing else in it."""
    FORM = "form"
    SCHOOL = "school"
    """Written by the counsellor, for the school."""


@dataclass(frozen=True, slots=True)
class VoicePart:
    """What a party wrote on one topic."""

    topic: VoiceTopic
    text: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One version of one party's voice; ``number`` counts the versions of that party from 1."""

    id: UUID
    talk_id: UUID
    student_id: UUID
    party: Party
    number: int
    source: VoiceSource
    by_name: str
    handed_in_at: datetime
    parts: tuple[VoicePart, ...]
