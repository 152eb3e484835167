"""Writing talks, responses and agreements, in one way for every feature that records them.

Called by operations, which checked the draft (``rules.checked``) and whose student it is.
"""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_agreements
from lob_workbench.talks.records import (
    Agreement,
    AgreementStepRecord,
    AgreementStepText,
    Conversation,
    ConversationQuestion,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.records import AgreementText as AgreementTextRecord
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementText,
    AgreementView,
    ConversationDraft,
    Party,
    StudentResponse,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer, checked_answer, days_of


def write_talk(work: UnitOfWork, draft: ConversationDraft, talk_id: UUID, number: int) -> None:
    """Write version ``number`` of a talk; ``StaleSave`` where somebody just took that number."""
    assert draft.held_on is not None
    following = draft.next_talk
    work.session.add(
        Conversation(
            id=draft.id,
            talk_id=talk_id,
            version_number=number,
            student_id=draft.student_id,
            author_id=work.actor.staff_id,
            kind=draft.kind,
            form=draft.form,
            held_on=draft.held_on,
            next_on=following and following.on,
            next_at=following.at if following else "",
            next_kind=following and following.kind,
            recorded_at=work.clock.now(),
            text=ConversationText(focus=draft.focus, summary=draft.summary, reason=draft.reason),
            topics=[
                ConversationTopic(
                    competence=topic.competence,
                    experience=topic.experience,
                    meaning=topic.meaning,
                    takeaway=topic.takeaway,
                )
                for topic in draft.topics
            ],
            questions=[
                ConversationQuestion(position=place, question_id=question.id, text=question.text)
                for place, question in enumerate(draft.questions)
            ],
        )
    )
    work.flush_first(Conversation)


def write_agreements(
    work: UnitOfWork, draft: ConversationDraft, talk_id: UUID, number: int
) -> None:
    """Write what version ``number`` agrees on; what it leaves out is withdrawn."""
    standing: dict[UUID, AgreementView] = {}
    if draft.corrects is not None:
        corrected = queries.find_conversation(work, draft.corrects)
        views = queries_agreements.agreements_of_version(work, corrected)
        standing = {view.id: view for view in views}
    for place, agreement in enumerate(draft.agreements):
        known = standing.get(agreement.id) if agreement.id else None
        if known is not None and _same_words(known, agreement):
            del standing[known.id]
            continue
        work.session.add(
            Agreement(
                talk_id=talk_id,
                student_id=draft.student_id,
                made_in=number,
                position=place,
                owner=agreement.owner,
                due_on=agreement.due_on,
                status=AgreementStatus.OPEN,
                text=AgreementTextRecord(what=agreement.what, closed_reason=""),
                made_on=draft.held_on,
                updated_at=work.clock.now(),
            )
        )
    for left_out in standing:
        withdrawn = queries_agreements.find_agreement(work, left_out)
        withdrawn.withdrawn_in = number
        withdrawn.updated_at = work.clock.now()


def _same_words(known: AgreementView, wanted: AgreementText) -> bool:
    same = (known.what, known.owner) == (wanted.what, wanted.owner)
    # Who began a correction before it went on typed no other day.
    return same and wanted.due_on in days_of(known.due_on, known.steps)


def write_response(
    work: UnitOfWork,
    conversation_id: UUID,
    response: StudentResponse,
    student_id: UUID,
    party: Party = Party.STUDENT,
) -> None:
    """Keep what a party says of a version of a record; what it said before stays as it was."""
    work.session.add(
        StudentResponseRecord(
            conversation_id=conversation_id,
            student_id=student_id,
            party=party,
            verdict=response.verdict,
            text=StudentResponseText(text=response.text),
            given_on=response.given_on or work.clock.today(),
            recorded_at=work.clock.now(),
        )
    )


def answer_agreement(
    work: UnitOfWork, agreement: Agreement, answer: AgreementAnswer, talk_id: UUID | None = None
) -> None:
    """Take a step with an agreement that ``find_agreement`` gave; the one place that does.

    ``talk_id`` is the talk in which it came back. Raises what ``checked_answer`` raises, and
    ``StaleSave`` where somebody took the same step at this moment.
    """
    ready = checked_answer(answer, work.clock.today())
    number = work.session.scalar(
        sa.select(sa.func.coalesce(sa.func.max(AgreementStepRecord.number), 0) + 1).where(
            AgreementStepRecord.agreement_id == agreement.id
        )
    )
    due_on = ready.due_on or agreement.due_on
    work.session.add(
        AgreementStepRecord(
            agreement_id=agreement.id,
            number=number,
            student_id=agreement.student_id,
            status=ready.status,
            due_on=due_on,
            due_before=agreement.due_on,
            taken_on=work.clock.today(),
            recorded_at=work.clock.now(),
            answered_in=talk_id,
        )
    )
    work.session.add(
        AgreementStepText(
            agreement_id=agreement.id,
            number=number,
            student_id=agreement.student_id,
            reason=ready.reason,
        )
    )
    still_open = ready.status is AgreementStatus.OPEN
    agreement.status = ready.status
    agreement.due_on = due_on
    agreement.closed_on = None if still_open else work.clock.today()
    agreement.text.closed_reason = "" if still_open else ready.reason
    agreement.updated_at = work.clock.now()
    work.flush_first(AgreementStepRecord)
