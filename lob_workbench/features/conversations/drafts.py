"""The draft of a talk as JSON text, exactly as typed: cleaning happens when it is recorded."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from lob_workbench.domain.career import CareerCompetence, ConversationForm, ConversationKind
from lob_workbench.domain.draft_copy import DraftCopy
from lob_workbench.storage.drafts import SavedDraft
from lob_workbench.talks.rules import (
    AgreementOwner,
    AgreementText,
    AskedQuestion,
    ConversationDraft,
    Desk,
    NextTalk,
    StudentResponse,
    TopicText,
    Verdict,
)
from lob_workbench.talks.rules_drafts import answers_as_data, answers_from_data

SCREEN = "conversation"

ASIDE = "conversation.aside"
"""Where a draft waits that met another one of the same talk, until somebody chooses."""


def to_json(draft: ConversationDraft, desk: UUID | None = None) -> str:
    """ASCII-only JSON: null bytes and lone surrogates pass through any database as escapes.

    ``desk`` says where it was typed: one person may be at work at two places.
    """
    return json.dumps(
        {
            "id": str(draft.id),
            "student": str(draft.student_id),
            "kind": draft.kind,
            "form": draft.form,
            "held_on": _day(draft.held_on),
            "focus": draft.focus,
            "questions": [[question.id, question.text] for question in draft.questions],
            "summary": draft.summary,
            "topics": [
                [topic.competence, topic.experience, topic.meaning, topic.takeaway]
                for topic in draft.topics
            ],
            "agreements": [
                [
                    agreement.what,
                    agreement.owner,
                    _day(agreement.due_on),
                    None if agreement.id is None else str(agreement.id),
                ]
                for agreement in draft.agreements
            ],
            "next": draft.next_talk
            and [_day(draft.next_talk.on), draft.next_talk.at, draft.next_talk.kind],
            "response": draft.response
            and [draft.response.verdict, draft.response.text, _day(draft.response.given_on)],
            "corrects": None if draft.corrects is None else str(draft.corrects),
            "reason": draft.reason,
            "answers": answers_as_data(draft.answers),
            "desk": None if desk is None else str(desk),
        }
    )


def desk_of(text: str) -> UUID | None:
    """Where the draft was typed that :func:`to_json` wrote; ``None`` when it does not say."""
    desk = json.loads(text).get("desk")
    return None if desk is None else UUID(desk)


def known_to(stored: SavedDraft, desk: Desk) -> bool:
    """Whether the desk stored this draft itself, or has seen it."""
    return stored.saved_at == desk.saw or desk_of(stored.content) == desk.id


def copy_of(draft: ConversationDraft, *_more: object) -> DraftCopy:
    """What the laptop keeps of a draft while the school cannot be reached."""
    return DraftCopy(SCREEN, draft.corrects or draft.student_id, to_json(draft))


def from_json(text: str) -> ConversationDraft:
    """The draft that :func:`to_json` wrote."""
    data: dict[str, Any] = json.loads(text)
    next_talk, response = data["next"], data["response"]
    return ConversationDraft(
        id=UUID(data["id"]),
        student_id=UUID(data["student"]),
        kind=ConversationKind(data["kind"]),
        form=ConversationForm(data["form"]),
        held_on=_date(data["held_on"]),
        focus=data["focus"],
        questions=tuple(AskedQuestion(*question) for question in data["questions"]),
        summary=data["summary"],
        topics=tuple(
            TopicText(CareerCompetence(competence), *texts) for competence, *texts in data["topics"]
        ),
        agreements=tuple(
            AgreementText(what, AgreementOwner(owner), _date(due), known and UUID(known))
            for what, owner, due, known in data["agreements"]
        ),
        next_talk=next_talk
        and NextTalk(
            date.fromisoformat(next_talk[0]), next_talk[1], ConversationKind(next_talk[2])
        ),
        response=response
        and StudentResponse(Verdict(response[0]), response[1], _date(response[2])),
        corrects=None if data["corrects"] is None else UUID(data["corrects"]),
        reason=data["reason"],
        # A draft from before agreements came back has none.
        answers=answers_from_data(data.get("answers", ())),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
