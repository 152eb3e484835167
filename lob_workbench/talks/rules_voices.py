"""The three voices of a trialogue. Pure functions.

A voice is what one party wrote for one talk. Nobody changes another's words: a voice that is handed
in again is a new version, and the versions before it stay.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.text import clean_line, clean_text
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.talks.rules import MAX_TOPIC_TEXT, Party


class VoiceSource(StrEnum):
    """How a voice came in."""

    LENT = "lent"
    """Written by the party itself, in a view with nothing else in it."""
    FORM = "form"
    SCHOOL = "school"
    """Written by the counsellor, for the school."""


class Mark(StrEnum):
    """How the three voices on one topic stand to each other, as the school marks it."""

    AGREE = "agree"
    DIFFER = "differ"
    DISCUSS = "discuss"


MARK_LABELS: dict[Mark, str] = {
    Mark.AGREE: QT_TRANSLATE_NOOP("trialogue", "Eens"),
    Mark.DIFFER: QT_TRANSLATE_NOOP("trialogue", "Verschillend"),
    Mark.DISCUSS: QT_TRANSLATE_NOOP("trialogue", "Over praten"),
}

PARTY_LABELS: dict[Party, str] = {
    Party.STUDENT: QT_TRANSLATE_NOOP("trialogue", "Student"),
    Party.SCHOOL: QT_TRANSLATE_NOOP("trialogue", "School"),
    Party.COMPANY: QT_TRANSLATE_NOOP("trialogue", "Leerbedrijf"),
}


@dataclass(frozen=True, slots=True)
class TopicMark:
    """The mark of the school on one topic."""

    topic: VoiceTopic
    mark: Mark


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

    def said(self, topic: VoiceTopic) -> str:
        """What the party wrote on a topic; empty when it wrote nothing there."""
        return next((part.text for part in self.parts if part.topic is topic), "")


def newest_voices(voices: Iterable[VoiceView]) -> Mapping[Party, VoiceView]:
    """Of each party that handed in the version that counts: the last one."""
    newest: dict[Party, VoiceView] = {}
    for voice in voices:
        if voice.party not in newest or voice.number > newest[voice.party].number:
            newest[voice.party] = voice
    return newest


def checked_source(party: Party, source: VoiceSource) -> None:
    """Raise ``InputRefused`` when these words do not come from that party itself.

    The school speaks through the counsellor; student and company in a view of their own or on a
    form, and never through somebody else.
    """
    if (party is Party.SCHOOL) != (source is VoiceSource.SCHOOL):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Iedereen schrijft alleen zijn eigen deel van het gesprek.")
        )


def checked_parts(parts: Iterable[VoicePart]) -> tuple[VoicePart, ...]:
    """The parts with clean text, in the order of the topics and without empty ones.

    Raises ``InputRefused`` when a topic stands there twice, a text is too long, or nothing at all
    was written.
    """
    written: dict[VoiceTopic, str] = {}
    for part in parts:
        if part.topic in written:
            raise InputRefused(
                QT_TRANSLATE_NOOP("errors", "Eén van de vragen heeft twee antwoorden.")
            )
        written[part.topic] = clean_text(part.text, limit=MAX_TOPIC_TEXT)
    ready = tuple(VoicePart(topic, written[topic]) for topic in VoiceTopic if written.get(topic))
    if not ready:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Er staat nog niets. Beantwoord in elk geval één vraag.")
        )
    return ready


def checked_name(name: str) -> str:
    """The name of who wrote, clean; raises ``InputRefused`` when there is none."""
    cleaned = clean_line(name)
    if not cleaned:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Vul in wie dit heeft geschreven."))
    return cleaned
