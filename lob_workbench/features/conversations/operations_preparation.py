"""What a student writes in the lent view: kept while typing, handed in once, never changed.

What the lent view itself calls (the first three) gives nothing of a dossier: a student sits at the
desk, and gets no more than what was typed in this very form.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import preparation_drafts as drafts
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_preparations
from lob_workbench.talks.queries import require_own
from lob_workbench.talks.records_preparations import (
    StudentPreparationAnswer,
    StudentPreparationRecord,
)
from lob_workbench.talks.rules_preparations import (
    PreparationDraft,
    StudentPreparation,
    checked_answers,
)


@dataclass(frozen=True, slots=True, repr=False)
class HandedIn:
    """A preparation and who lent the laptop for it. ``repr`` is off: it holds a student's words."""

    preparation: StudentPreparation
    author_id: UUID


@operation(Right.RECORD_TALKS)
def begun_preparation(work: UnitOfWork, student_id: UUID) -> PreparationDraft:
    """What this student typed so far and did not hand in, or an empty draft."""
    require_own(work, student_id)
    saved = load_draft(work, drafts.SCREEN, student_id)
    if saved is None:
        return PreparationDraft(new_id(), student_id)
    return drafts.from_json(saved.content)


@operation(Right.RECORD_TALKS)
def keep_preparation(work: UnitOfWork, draft: PreparationDraft) -> datetime:
    """Keep what was typed so far, as typed; returns the moment."""
    require_own(work, draft.student_id)
    return save_draft(work, drafts.SCREEN, draft.student_id, drafts.to_json(draft))


@operation(Right.RECORD_TALKS)
def hand_in(work: UnitOfWork, draft: PreparationDraft) -> Changes:
    """Turn the draft into a preparation, and throw the draft away.

    Handing in the same words of one draft twice writes once; other words make a new preparation.
    Raises ``InputRefused`` (see ``rules_preparations.checked_answers``).
    """
    require_own(work, draft.student_id)
    handed_in = StudentPreparation(draft.id, work.clock.now(), checked_answers(draft.answers))
    same = False
    if work.session.get(StudentPreparationRecord, draft.id) is not None:
        # An answer of the school was lost on the line, or two desks shared a draft.
        open_dossier(work, draft.student_id)
        known = queries_preparations.list_preparations(work, draft.student_id)
        same = any((one.id, one.answers) == (draft.id, handed_in.answers) for one in known)
        handed_in = replace(handed_in, id=draft.id if same else new_id())
    if not same:
        _write(work, draft.student_id, handed_in)
    discard_draft(work, drafts.SCREEN, draft.student_id)
    return Changes.of("preparation", handed_in.id, draft.student_id)


@operation(Right.READ_TALKS)
def read_preparations(
    work: UnitOfWork, student_id: UUID
) -> tuple[tuple[HandedIn, ...], PreparationDraft]:
    """Everything that one of the actor's own students handed in, oldest first, and began."""
    open_dossier(work, student_id)
    require_own(work, student_id)
    authors = queries_preparations.authors_of(work, student_id)
    found = queries_preparations.list_preparations(work, student_id)
    handed_in = tuple(HandedIn(one, authors[one.id]) for one in reversed(found))
    return handed_in, begun_preparation(work, student_id)


@operation(Right.RECORD_TALKS)
def bring_preparation(
    work: UnitOfWork, student_id: UUID, preparation: StudentPreparation
) -> Changes:
    """Write a preparation down as it stood elsewhere, with its own id and moment, by the actor.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when
    the id is taken.
    """
    require_own(work, student_id)
    _write(work, student_id, preparation)
    return Changes.of("preparation", preparation.id, student_id)


def _write(work: UnitOfWork, student_id: UUID, handed_in: StudentPreparation) -> None:
    work.session.add(
        StudentPreparationRecord(
            id=handed_in.id,
            student_id=student_id,
            author_id=work.actor.staff_id,
            submitted_at=handed_in.submitted_at,
            answers=[
                StudentPreparationAnswer(
                    position=place,
                    question_id=one.question_id,
                    question_text=one.question,
                    answer=one.answer,
                )
                for place, one in enumerate(handed_in.answers)
            ],
        )
    )
    work.session.flush()
