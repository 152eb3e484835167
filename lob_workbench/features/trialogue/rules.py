"""What is typed of a trialogue before it is recorded, and what each party says at the end.

Pure functions. The voices themselves are in ``talks.rules_voices``: they are handed in, and no part
of any draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.people.rules import StudentView
from lob_workbench.people.rules_placements import PlacementView
from lob_workbench.talks.rules import (
    AgreementText,
    AgreementView,
    ConversationDraft,
    NextTalk,
    Party,
    StudentResponse,
)
from lob_workbench.talks.rules_agreements import ReturnedAnswer
from lob_workbench.talks.rules_appointments import AppointmentView
from lob_workbench.talks.rules_voices import TopicMark, VoicePart, VoiceView


@dataclass(frozen=True, slots=True)
class TrialogueDraft:
    """Everything that the counsellor typed. ``id`` becomes the id of the talk.

    ``school`` is the school's own part as it is being written; it is handed in with the recording.
    """

    id: UUID
    student_id: UUID
    kind: ConversationKind = ConversationKind.PLACEMENT_VISIT
    held_on: date | None = None
    school: tuple[VoicePart, ...] = ()
    marks: tuple[TopicMark, ...] = ()
    together: str = ""
    agreements: tuple[AgreementText, ...] = ()
    next_talk: NextTalk | None = None
    answers: tuple[ReturnedAnswer, ...] = ()
    """What became of agreements of before."""


@dataclass(frozen=True, slots=True)
class VoiceDraft:
    """What a party is writing in a view of its own. ``seen``: versions that stood there then."""

    talk_id: UUID
    student_id: UUID
    party: Party
    by_name: str
    parts: tuple[VoicePart, ...] = ()
    seen: int = 0

    @property
    def subject(self) -> UUID:
        """What the draft is kept under: the part of this party in this talk."""
        return part_id(self.talk_id, self.party)


@dataclass(frozen=True, slots=True)
class Word:
    """What a party says at the end of what it read: the conclusion and the agreements.

    Kept until the recording, and written with it only when that is what was recorded.
    """

    talk_id: UUID
    student_id: UUID
    party: Party
    together: str
    agreements: tuple[AgreementText, ...]
    response: StudentResponse | None = None
    ready: bool = False

    @property
    def subject(self) -> UUID:
        """What it is kept under: the part of this party in this talk."""
        return part_id(self.talk_id, self.party)

    def is_about(self, draft: "TrialogueDraft | ConversationDraft") -> bool:
        """Whether the party read what stands in ``draft`` now."""
        together = draft.together if isinstance(draft, TrialogueDraft) else draft.summary
        return self.together.strip() == together.strip() and _plain(self.agreements) == _plain(
            draft.agreements
        )


@dataclass(frozen=True, slots=True)
class Trialogue:
    """All that the page of a trialogue shows."""

    student: StudentView
    placement: PlacementView | None
    planned: AppointmentView | None
    draft: TrialogueDraft
    draft_saved_at: datetime
    voices: tuple[VoiceView, ...]
    begun: frozenset[Party]
    """Who is writing and has not handed in yet."""
    words: Mapping[Party, Word]
    counsellor: str
    today: date
    returning: tuple[AgreementView, ...] = ()
    """The agreements of before that this talk looks back on."""


def part_id(talk_id: UUID, party: Party) -> UUID:
    """One id for the part of a party in a talk."""
    return uuid5(talk_id, party.value)


def talk_of(draft: TrialogueDraft) -> ConversationDraft:
    """The talk as it will be recorded: what they say together."""
    return ConversationDraft(
        id=draft.id,
        student_id=draft.student_id,
        kind=draft.kind,
        form=ConversationForm.TRIALOGUE,
        held_on=draft.held_on,
        summary=draft.together,
        agreements=draft.agreements,
        next_talk=draft.next_talk,
        answers=draft.answers,
    )


def written_school(draft: TrialogueDraft) -> tuple[VoicePart, ...]:
    """The school's part without what nobody filled in."""
    return tuple(part for part in draft.school if part.text.strip())


def same_parts(mine: Sequence[VoicePart], theirs: Sequence[VoicePart]) -> bool:
    """Whether two parts say the same; white space around them says nothing."""
    return _said(mine) == _said(theirs)


def is_untouched(draft: TrialogueDraft) -> bool:
    """Whether nobody typed or marked anything yet."""
    return not (
        draft.together.strip()
        or draft.marks
        or written_school(draft)
        or any(not agreement.is_empty for agreement in draft.agreements)
        or draft.next_talk
        or draft.answers
    )


def on_its_day(draft: TrialogueDraft, kept_on: date, today: date) -> TrialogueDraft:
    """The draft as it opens today. A talk begins long before the three sit down: its day goes along
    until something was said together, unless somebody chose another than that of keeping it.
    """
    if draft.together.strip() or draft.held_on != kept_on:
        return draft
    return replace(draft, held_on=today)


def without_typing(draft: TrialogueDraft) -> TrialogueDraft:
    """The same talk with nothing typed; its id stays, for the voices that hang on it."""
    return replace(
        draft, school=(), marks=(), together="", agreements=(), next_talk=None, answers=()
    )


def _plain(agreements: Sequence[AgreementText]) -> list[tuple[str, str, date | None]]:
    return [
        (" ".join(agreement.what.split()), agreement.owner.value, agreement.due_on)
        for agreement in agreements
        if agreement.what.strip()
    ]


def _said(parts: Sequence[VoicePart]) -> dict[str, str]:
    return {part.topic.value: part.text.strip() for part in parts if part.text.strip()}
