"""Whether somebody typed in the draft of a talk, and its answers as data. Pure functions."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from lob_workbench.talks.rules import ConversationDraft
from lob_workbench.talks.rules_agreements import (
    AgreementAnswer,
    AgreementStatus,
    ReturnedAnswer,
)


def is_blank(draft: ConversationDraft) -> bool:
    """Whether the draft holds nothing that somebody typed."""
    return not (
        draft.focus.strip()
        or draft.summary.strip()
        or draft.reason.strip()
        or draft.questions
        or any(not topic.is_empty for topic in draft.topics)
        or any(not agreement.is_empty for agreement in draft.agreements)
        or draft.next_talk
        or draft.response
        or draft.answers
    )


def is_told(draft: ConversationDraft) -> bool:
    """Whether something of the talk itself was written, and not only its preparation."""
    return bool(
        draft.summary.strip()
        or any(not topic.is_empty for topic in draft.topics)
        or any(not agreement.is_empty for agreement in draft.agreements)
        or draft.next_talk
        or draft.response
        or draft.answers
    )


def answers_as_data(answers: Iterable[ReturnedAnswer]) -> list[list[str | int | None]]:
    """Answers to agreements of before as they stand in the JSON of a draft."""
    return [
        [
            str(given.agreement_id),
            given.version,
            given.answer.status,
            given.answer.reason,
            None if given.answer.due_on is None else given.answer.due_on.isoformat(),
            given.what,
        ]
        for given in answers
    ]


def answers_from_data(data: Iterable[Any]) -> tuple[ReturnedAnswer, ...]:
    """The answers that :func:`answers_as_data` put there."""
    return tuple(
        ReturnedAnswer(
            UUID(agreement),
            version,
            AgreementAnswer(
                AgreementStatus(status), reason, None if due is None else date.fromisoformat(due)
            ),
            what,
        )
        for agreement, version, status, reason, due, what in data
    )
