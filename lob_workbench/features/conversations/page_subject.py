"""What a draft on the page of talks is about, and for which day."""

from dataclasses import replace
from uuid import UUID

from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.talks.rules import ConversationDraft
from lob_workbench.talks.rules_drafts import is_told


def subject_of(draft: ConversationDraft) -> tuple[UUID | None, UUID | None]:
    """What a draft is about, as it is asked for: a student, or a version to correct."""
    if draft.corrects is not None:
        return None, draft.corrects
    return draft.student_id, None


def on_the_day(prep: Preparation) -> ConversationDraft:
    """The draft; one that was only prepared, on an earlier day, is for a talk of today."""
    draft = prep.draft
    if draft.corrects is not None or is_told(draft):
        return draft
    return replace(draft, held_on=prep.today)
