"""Stand-in until the foundation comes."""

from dataclasses import dataclass
from enum import StrEnum


class Party(StrEnum):
    STUDENT = "student"
    SCHOOL = "school"
    COMPANY = "company"


class VoiceTopic(StrEnum):
    QUALITIES = "qualities"
    MOTIVES = "motives"
    EXPLORATION = "exploration"
    STEERING = "steering"
    NETWORKING = "networking"
    SEEN_QUALITIES = "seen_qualities"
    WANTS_TO_DISCUSS = "wants_to_discuss"


class VoiceSource(StrEnum):
    LENT = "lent"
    FORM = "form"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class VoicePart:
    topic: VoiceTopic
    text: str
