"""Preparing, recording and answering talks, and keeping agreements."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import drafts, preparation_drafts, recorded_words
from lob_workbench.features.conversations.comparison import draft_of, same_words
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.people.queries import get_student
from lob_workbench.people.school import read_school
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import (
    queries,
    queries_agreements,
    queries_appointments,
    queries_preparations,
    writing,
    writing_appointments,
    writing_returning,
)
from lob_workbench.talks.queries_questions import question_choice
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import (
    AgreementStatus,
    AgreementView,
    ConversationDraft,
    ConversationRow,
    ConversationView,
    Desk,
    PaperHead,
    Party,
    StudentResponse,
    checked,
    checked_response,
)
from lob_workbench.talks.rules_agreements import AgreementAnswer


@dataclass(frozen=True, slots=True)
class Recorded:
    """A talk that was recorded."""

    conversation_id: UUID
    changes: Changes


@operation(Right.READ_TALKS)
def prepare(work: UnitOfWork, student_id: UUID, corrects: UUID | None = None) -> Preparation:
    """Everything for the page of a talk: the student, what is open, and the draft so far.

    With ``corrects`` (the id of a recorded version) the draft starts as a copy of that version.
    """
    open_dossier(work, student_id)
    student = get_student(work, student_id)
    rows = queries.list_conversations(work, student_id=student_id, limit=1)
    last = queries.get_conversation(work, rows[0].id) if rows else None
    planned = queries_appointments.next_appointments(work, [student_id]).get(student_id)
    saved = load_draft(work, drafts.SCREEN, corrects or student_id)
    aside = load_draft(work, drafts.ASIDE, corrects or student_id)
    if saved is not None:
        draft = drafts.from_json(saved.content)
    elif corrects is not None:
        draft = draft_of(queries.get_conversation(work, corrects), new_id())
    else:
        draft = ConversationDraft(
            id=new_id(),
            student_id=student_id,
            kind=planned.kind if planned else ConversationKind.CAREER_REFLECTION,
            held_on=work.clock.today(),
        )
    returning = queries_agreements.coming_back(work, student_id, draft.answers)
    return Preparation(
        student=student,
        last_talk=last,
        open_agreements=tuple(view for view in returning if view.stands_open),
        returning=returning,
        draft=draft,
        draft_saved_at=saved.saved_at if saved else None,
        counsellor=work.actor.name,
        today=work.clock.today(),
        planned=planned,
        student_words=queries_preparations.waiting_preparation(work, student_id),
        student_began=load_draft(work, preparation_drafts.SCREEN, student_id) is not None,
        aside=drafts.from_json(aside.content) if aside else None,
        choice=question_choice(work, student),
    )


@operation(Right.READ_TALKS)
def prepare_correction(work: UnitOfWork, conversation_id: UUID) -> Preparation:
    """A recorded talk ready to be corrected."""
    student_id = queries.find_conversation(work, conversation_id).student_id
    return prepare(work, student_id, conversation_id)


@operation(Right.RECORD_TALKS)
def keep_draft(work: UnitOfWork, draft: ConversationDraft, desk: Desk | None = None) -> datetime:
    """Keep what was typed so far, as typed; returns the moment.

    Raises ``StaleSave`` when another desk of this person stored other words than ``desk`` saw.
    """
    queries.require_own(work, draft.student_id)
    entity = draft.corrects or draft.student_id
    stored = load_draft(work, drafts.SCREEN, entity, to_change=True)
    if (
        stored is not None
        and desk is not None
        and not drafts.known_to(stored, desk)
        and not same_words(draft, drafts.from_json(stored.content))
    ):
        raise StaleSave
    content = drafts.to_json(draft, None if desk is None else desk.id)
    return save_draft(work, drafts.SCREEN, entity, content)


@operation(Right.RECORD_TALKS)
def put_back_draft(
    work: UnitOfWork, draft: ConversationDraft, over: datetime | None = None
) -> Changes:
    """Keep a draft again that was thrown away, in the place of the one of the moment ``over``.

    Raises ``StaleSave`` when by now another draft stands there.
    """
    keep_draft(work, draft, Desk(new_id(), over))
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def drop_draft(work: UnitOfWork, draft: ConversationDraft) -> Changes:
    """Throw the draft away."""
    entity = draft.corrects or draft.student_id
    discard_draft(work, drafts.SCREEN, entity)
    discard_draft(work, drafts.ASIDE, entity)
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def record(work: UnitOfWork, draft: ConversationDraft, desk: Desk | None = None) -> Recorded:
    """Turn the draft into a record that never changes again.

    A correction becomes a new version of the same talk. Recording the same draft twice writes
    once. Raises ``InputRefused`` (see ``rules.checked``), ``NotFound`` for a student that is not
    the actor's, and ``StaleSave`` when the corrected version is not the newest any more, or when
    this draft was recorded at another desk with other words, also at this very moment. What
    another desk than ``desk`` stored as a draft stays, when it says something else.

    The first version answers every agreement that ``comes_back``, else ``InputRefused``; where
    somebody gave another answer meanwhile ``AnsweredMeanwhile``.
    """
    if draft.corrects is not None or draft.answers:
        open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    recorded = work.session.get(Conversation, draft.id)
    if recorded is not None:
        if recorded.student_id != draft.student_id:
            raise NotFound
        recorded_words.require_same(work, draft)
        return Recorded(draft.id, Changes.of("conversation", draft.id, draft.student_id))
    ready = checked(draft, work.clock.today())
    talk_id, number = ready.id, 1
    if ready.corrects is not None:
        corrected = queries.find_conversation(work, ready.corrects)
        if corrected.student_id != ready.student_id:
            raise NotFound
        talk_id, number = corrected.talk_id, corrected.version_number + 1
        if queries.versions_of(work, talk_id)[-1] != corrected.id:
            raise StaleSave
    if number == 1:
        writing_returning.require_answers(work, ready)
    writing.write_talk(work, ready, talk_id, number)
    writing_returning.write_answers(work, ready, talk_id)
    writing.write_agreements(work, ready, talk_id, number)
    writing_appointments.after_recording(work, ready, talk_id)
    if ready.response is not None:
        writing.write_response(work, ready.id, ready.response, ready.student_id)
    _discard_recorded(work, draft, desk)
    return Recorded(
        ready.id,
        Changes.of("conversation", ready.id, ready.student_id)
        | Changes.of("agreement")
        | Changes.of("appointment"),
    )


def _discard_recorded(work: UnitOfWork, draft: ConversationDraft, desk: Desk | None) -> None:
    entity = draft.corrects or draft.student_id
    stored = load_draft(work, drafts.SCREEN, entity, to_change=True)
    if stored is None:
        return
    mine = desk is None or drafts.known_to(stored, desk)
    if mine or same_words(draft, drafts.from_json(stored.content)):
        discard_draft(work, drafts.SCREEN, entity)


@operation(Right.RECORD_TALKS)
def respond(
    work: UnitOfWork,
    conversation_id: UUID,
    response: StudentResponse,
    party: Party = Party.STUDENT,
) -> Changes:
    """Keep what a party says of a record; an earlier response stays as it was.

    Raises ``NotFound`` for a company at a talk in which none took part, and for the school, which
    said its word by recording.
    """
    talk = queries.require_party(work, conversation_id, party)
    writing.write_response(work, talk.id, checked_response(response), talk.student_id, party)
    return Changes.of("conversation", talk.id, talk.student_id)


@operation(Right.READ_TALKS)
def read_conversation(work: UnitOfWork, conversation_id: UUID) -> ConversationView:
    """One version of a recorded talk, complete."""
    open_dossier(work, queries.find_conversation(work, conversation_id).student_id)
    return queries.get_conversation(work, conversation_id)


@operation(Right.READ_TALKS)
def list_conversations(
    work: UnitOfWork, student_id: UUID | None = None
) -> tuple[ConversationRow, ...]:
    """The recorded talks of one student, or the latest 500 of all, those without their text."""
    if student_id is not None:
        open_dossier(work, student_id)
    return queries.list_conversations(
        work, student_id=student_id, limit=None if student_id else 500
    )


@operation(Right.READ_TALKS)
def list_agreements(work: UnitOfWork, student_id: UUID | None = None) -> tuple[AgreementView, ...]:
    """The agreements of one student, or the open ones of the whole caseload."""
    if student_id is None:
        open_lists(work)
    else:
        open_dossier(work, student_id)
    return queries_agreements.list_agreements(
        work, student_id=student_id, only_open=student_id is None, history=True
    )


@operation(Right.RECORD_TALKS)
def close_agreement(
    work: UnitOfWork, agreement_id: UUID, version: int, status: AgreementStatus, reason: str = ""
) -> Changes:
    """Mark an agreement as done, or drop it with a reason, or (``OPEN``) open it again.

    ``version`` is the one that the person saw; raises ``StaleSave`` when it has moved on.
    """
    open_dossier(work, queries_agreements.student_of_agreement(work, agreement_id))
    agreement = queries_agreements.find_agreement(work, agreement_id)
    if agreement.version != version:
        raise StaleSave
    writing.answer_agreement(work, agreement, AgreementAnswer(status, reason))
    return Changes.of("agreement", agreement.id, agreement.student_id)


@operation(Right.READ_TALKS)
def paper_head(work: UnitOfWork) -> PaperHead:
    """The school's name and logo for the top of a paper."""
    school = read_school(work)
    return PaperHead(school.name, school.logo)


@operation(Right.READ_TALKS)
def read_report(work: UnitOfWork, conversation_id: UUID) -> tuple[ConversationView, PaperHead]:
    """What the report of one version of a talk is printed from."""
    return read_conversation(work, conversation_id), paper_head(work)
