"""Whether somebody typed in the draft of a talk. Pure functions."""

from lob_workbench.talks.rules import ConversationDraft


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
