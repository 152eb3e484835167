"""Reading the bank, and adding, changing and retiring questions of the school's own."""

from collections.abc import Iterable
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right, Role
from lob_workbench.features.questions.rules import (
    Bank,
    QuestionDraft,
    bank_of,
    checked,
    same_question,
)
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_questions import own_questions
from lob_workbench.talks.records_questions import OwnQuestionRecord
from lob_workbench.talks.rules_questions import OwnQuestion, offered


@operation(Right.OPEN_WORKBENCH)
def read_bank(work: UnitOfWork) -> Bank:
    """All questions: those that ship, and the school's own with the retired ones beside them."""
    own = own_questions(work)
    return bank_of(own, {one.id for one in own if _may_change(work, one)}, new_id())


@operation(Right.ADD_QUESTIONS)
def add_question(work: UnitOfWork, draft: QuestionDraft) -> Changes:
    """Put a question in the bank for the whole school; adding the same draft twice adds once.

    Raises ``InputRefused`` (see ``rules.checked``), and ``StaleSave`` when this draft was added
    already with other words.
    """
    own = own_questions(work)
    ready = checked(draft, _texts(own))
    for there in own:
        if there.id == ready.id:
            if not same_question(ready, there):
                raise StaleSave
            return Changes.of("own_question", ready.id)
    work.session.add(
        OwnQuestionRecord(
            id=ready.id,
            text=ready.text,
            competence=ready.competence,
            phases=ready.phases,
            kinds=ready.kinds,
            author_id=work.actor.staff_id,
            written_at=work.clock.now(),
            retired_at=None,
            updated_at=work.clock.now(),
        )
    )
    work.flush_first(OwnQuestionRecord)
    return Changes.of("own_question", ready.id)


@operation(Right.CHANGE_QUESTIONS)
def change_question(work: UnitOfWork, draft: QuestionDraft) -> Changes:
    """Give an own question other words or another place; talks keep the words that were asked.

    Raises ``NotFound`` for a question that is not the actor's to change, ``StaleSave`` when it has
    moved on, and ``InputRefused``.
    """
    record = _to_change(work, draft.id, draft.version)
    ready = checked(draft, _texts(own_questions(work)))
    assert ready.competence is not None
    record.text = ready.text
    record.competence = ready.competence
    record.phases = ready.phases
    record.kinds = ready.kinds
    record.updated_at = work.clock.now()
    return Changes.of("own_question", record.id)


@operation(Right.CHANGE_QUESTIONS)
def retire_question(work: UnitOfWork, question_id: UUID, version: int) -> Changes:
    """Offer a question no more. Talks in which it was asked keep its words.

    Raises ``NotFound`` and ``StaleSave`` as :func:`change_question` does.
    """
    record = _to_change(work, question_id, version)
    record.retired_at = record.updated_at = work.clock.now()
    return Changes.of("own_question", record.id)


@operation(Right.CHANGE_QUESTIONS)
def bring_back_question(work: UnitOfWork, question_id: UUID, version: int) -> Changes:
    """Offer a retired question again.

    Raises ``NotFound`` and ``StaleSave`` as :func:`change_question` does.
    """
    record = _to_change(work, question_id, version)
    record.retired_at = None
    record.updated_at = work.clock.now()
    return Changes.of("own_question", record.id)


def _texts(own: Iterable[OwnQuestion]) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in offered(own)]


def _may_change(work: UnitOfWork, question: OwnQuestion) -> bool:
    actor = work.actor
    mine = question.author_id == actor.staff_id or Role.ADMINISTRATOR in actor.roles
    return mine and actor.may(Right.CHANGE_QUESTIONS)


def _to_change(work: UnitOfWork, question_id: UUID, version: int) -> OwnQuestionRecord:
    question = next((one for one in own_questions(work) if one.id == question_id), None)
    if question is None or not _may_change(work, question):
        raise NotFound
    if question.version != version:
        raise StaleSave
    return work.session.get_one(OwnQuestionRecord, question_id)
