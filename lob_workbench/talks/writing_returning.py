"""Agreements that come back in a talk: every open one is answered, and each answer is a step.

Called by operations that record a talk, inside the same unit of work as the talk itself.
"""

from uuid import UUID

from lob_workbench.domain.errors import NotFound
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_agreements, writing
from lob_workbench.talks.rules import ConversationDraft
from lob_workbench.talks.rules_agreements import (
    AgreementAnswer,
    AgreementStatus,
    AgreementStep,
    AnsweredMeanwhile,
    stands_as,
    unanswered,
)


def require_answers(work: UnitOfWork, draft: ConversationDraft) -> None:
    """Raise ``InputRefused`` while an agreement that comes back in this talk has no answer."""
    assert draft.held_on is not None
    asked = queries_agreements.asked_in_talk(work, draft.student_id, draft.held_on)
    missing = asked - {given.agreement_id for given in draft.answers}
    if missing:
        raise unanswered(len(missing))


def write_answers(work: UnitOfWork, draft: ConversationDraft, talk_id: UUID) -> None:
    """Take the step of every answer, said in this talk.

    An agreement that stands that way already is left as it is: somebody ticked it meanwhile.
    Raises ``AnsweredMeanwhile`` where somebody gave another answer than the draft saw, and
    ``NotFound`` for an agreement of another student.
    """
    for given in draft.answers:
        agreement = queries_agreements.find_agreement(work, given.agreement_id)
        if agreement.student_id != draft.student_id:
            raise NotFound
        if agreement.version != given.version:
            if agreement.withdrawn_in is None and not stands_as(agreement, given.answer):
                raise AnsweredMeanwhile
            continue
        writing.answer_agreement(work, agreement, given.answer, talk_id)


def were_given(work: UnitOfWork, draft: ConversationDraft) -> bool:
    """Whether every answer of ``draft`` stands among the steps of its agreement."""
    ids = [given.agreement_id for given in draft.answers]
    steps = queries_agreements.steps_of(work, ids) if ids else {}
    return all(
        any(_says(step, given.answer) for step in steps.get(given.agreement_id, ()))
        for given in draft.answers
    )


def _says(step: AgreementStep, answer: AgreementAnswer) -> bool:
    on = step.due_on if answer.status is AgreementStatus.OPEN else answer.due_on
    return step.status is answer.status and on == answer.due_on
