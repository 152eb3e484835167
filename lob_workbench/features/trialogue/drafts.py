"""What is typed of a trialogue as JSON text, exactly as typed: cleaning happens on handing in.

ASCII only: null bytes and lone surrogates pass through any database as escapes.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from lob_workbench.domain.career import ConversationKind, VoiceTopic
from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.features.trialogue.rules import TrialogueDraft, VoiceDraft, Word
from lob_workbench.storage.drafts import SavedDraft
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementText,
    Desk,
    NextTalk,
    Party,
    StudentResponse,
    Verdict,
)
from lob_workbench.talks.rules_drafts import answers_as_data, answers_from_data
from lob_workbench.talks.rules_voices import Mark, TopicMark, VoicePart

SCREEN = "trialogue"
VOICE = "trialogue.voice"
WORD = "trialogue.word"


def to_json(draft: TrialogueDraft, desk: UUID | None = None) -> str:
    """The draft of the counsellor; ``desk`` says where it was typed."""
    return json.dumps(
        {
            "id": str(draft.id),
            "student": str(draft.student_id),
            "kind": draft.kind,
            "held_on": _day(draft.held_on),
            "school": _parts(draft.school),
            "marks": [[mark.topic, mark.mark] for mark in draft.marks],
            "together": draft.together,
            "agreements": _agreements(draft.agreements),
            "next": draft.next_talk
            and [_day(draft.next_talk.on), draft.next_talk.at, draft.next_talk.kind],
            "answers": answers_as_data(draft.answers),
            "desk": None if desk is None else str(desk),
        }
    )


def from_json(text: str) -> TrialogueDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    following = data["next"]
    return TrialogueDraft(
        id=UUID(data["id"]),
        student_id=UUID(data["student"]),
        kind=ConversationKind(data["kind"]),
        held_on=_date(data["held_on"]),
        school=_read_parts(data["school"]),
        marks=tuple(TopicMark(VoiceTopic(topic), Mark(mark)) for topic, mark in data["marks"]),
        together=data["together"],
        agreements=_read_agreements(data["agreements"]),
        next_talk=following
        and NextTalk(
            date.fromisoformat(following[0]), following[1], ConversationKind(following[2])
        ),
        # A draft from before agreements came back here has none.
        answers=answers_from_data(data.get("answers", ())),
    )


def known_to(stored: SavedDraft, desk: Desk) -> bool:
    """Whether the desk stored this draft itself, or has seen it."""
    typed_at = json.loads(stored.content).get("desk")
    return stored.saved_at == desk.saw or typed_at == str(desk.id)


def copy_of(draft: TrialogueDraft, *_more: object) -> DraftCopy:
    """What the laptop keeps of the draft while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.student_id, to_json(draft))


def voice_to_json(draft: VoiceDraft) -> str:
    """What a party is writing."""
    return json.dumps(
        {
            "talk": str(draft.talk_id),
            "student": str(draft.student_id),
            "party": draft.party,
            "by": draft.by_name,
            "parts": _parts(draft.parts),
            "seen": draft.seen,
        }
    )


def voice_from_json(text: str) -> VoiceDraft:
    """What :func:`voice_to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    return VoiceDraft(
        talk_id=UUID(data["talk"]),
        student_id=UUID(data["student"]),
        party=Party(data["party"]),
        by_name=data["by"],
        parts=_read_parts(data["parts"]),
        seen=data["seen"],
    )


def copy_of_voice(draft: VoiceDraft) -> DraftCopy:
    """What the laptop keeps of a party's words while the school cannot be reached."""
    return DraftCopy(VOICE, draft.subject, voice_to_json(draft))


def word_to_json(word: Word) -> str:
    """What a party says at the end."""
    return json.dumps(
        {
            "talk": str(word.talk_id),
            "student": str(word.student_id),
            "party": word.party,
            "together": word.together,
            "agreements": _agreements(word.agreements),
            "response": word.response
            and [word.response.verdict, word.response.text, _day(word.response.given_on)],
            "ready": word.ready,
        }
    )


def word_from_json(text: str) -> Word:
    """What :func:`word_to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    said = data["response"]
    return Word(
        talk_id=UUID(data["talk"]),
        student_id=UUID(data["student"]),
        party=Party(data["party"]),
        together=data["together"],
        agreements=_read_agreements(data["agreements"]),
        response=said and StudentResponse(Verdict(said[0]), said[1], _date(said[2])),
        ready=data["ready"],
    )


def copy_of_word(word: Word) -> DraftCopy:
    """What the laptop keeps of a party's last word while the school cannot be reached."""
    return DraftCopy(WORD, word.subject, word_to_json(word))


def _parts(parts: Sequence[VoicePart]) -> list[list[str]]:
    return [[part.topic, part.text] for part in parts]


def _read_parts(data: list[list[str]]) -> tuple[VoicePart, ...]:
    return tuple(VoicePart(VoiceTopic(topic), text) for topic, text in data)


def _agreements(agreements: Sequence[AgreementText]) -> list[list[str | None]]:
    return [[item.what, item.owner, _day(item.due_on)] for item in agreements]


def _read_agreements(data: list[list[Any]]) -> tuple[AgreementText, ...]:
    return tuple(
        AgreementText(what, AgreementOwner(owner), _date(due)) for what, owner, due in data
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
