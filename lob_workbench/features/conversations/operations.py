"""Preparing, recording and answering talks, and keeping agreements."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.conversations import drafts, queries
from lob_workbench.features.conversations.comparison import draft_of, same_words
from lob_workbench.features.conversations.recorded import require_same
from lob_workbench.features.conversations.records import (
    Agreement,
    Conversation,
    ConversationQuestion,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.features.conversations.records import AgreementText as AgreementTextRecord
from lob_workbench.features.conversations.rules import (
    AgreementStatus,
    AgreementText,
    AgreementView,
    ConversationDraft,
    ConversationRow,
    ConversationView,
    Desk,
    PaperHead,
    Preparation,
    StudentResponse,
    checked,
    checked_response,
)
from lob_workbench.people.queries import get_student
from lob_workbench.people.school import read_school
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import SavedDraft, discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork


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
    planned = last.next_talk if last else None
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
    return Preparation(
        student=student,
        last_talk=last,
        open_agreements=queries.list_agreements(work, student_id=student_id, only_open=True),
        draft=draft,
        draft_saved_at=saved.saved_at if saved else None,
        counsellor=work.actor.name,
        today=work.clock.today(),
        planned=planned,
        aside=drafts.from_json(aside.content) if aside else None,
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
        and not _known_to(stored, desk)
        and not same_words(draft, drafts.from_json(stored.content))
    ):
        raise StaleSave
    content = drafts.to_json(draft, None if desk is None else desk.id)
    return save_draft(work, drafts.SCREEN, entity, content)


def _known_to(stored: SavedDraft, desk: Desk) -> bool:
    return stored.saved_at == desk.saw or drafts.desk_of(stored.content) == desk.id


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
    """
    if draft.corrects is not None:
        open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    recorded = work.session.get(Conversation, draft.id)
    if recorded is not None:
        if recorded.student_id != draft.student_id:
            raise NotFound
        require_same(work, draft)
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
    _write_talk(work, ready, talk_id, number)
    _write_agreements(work, ready, talk_id, number)
    if ready.response is not None:
        _write_response(work, ready.id, ready.response, ready.student_id)
    _discard_recorded(work, draft, desk)
    return Recorded(
        ready.id,
        Changes.of("conversation", ready.id, ready.student_id) | Changes.of("agreement"),
    )


def _discard_recorded(work: UnitOfWork, draft: ConversationDraft, desk: Desk | None) -> None:
    entity = draft.corrects or draft.student_id
    stored = load_draft(work, drafts.SCREEN, entity, to_change=True)
    if stored is None:
        return
    mine = desk is None or _known_to(stored, desk)
    if mine or same_words(draft, drafts.from_json(stored.content)):
        discard_draft(work, drafts.SCREEN, entity)


def _write_talk(work: UnitOfWork, draft: ConversationDraft, talk_id: UUID, number: int) -> None:
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


def _write_agreements(
    work: UnitOfWork, draft: ConversationDraft, talk_id: UUID, number: int
) -> None:
    standing: dict[UUID, AgreementView] = {}
    if draft.corrects is not None:
        corrected = queries.find_conversation(work, draft.corrects)
        standing = {view.id: view for view in queries.agreements_of_version(work, corrected)}
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
        withdrawn = queries.find_agreement(work, left_out)
        withdrawn.withdrawn_in = number
        withdrawn.updated_at = work.clock.now()


def _same_words(known: AgreementView, wanted: AgreementText) -> bool:
    return (known.what, known.owner, known.due_on) == (wanted.what, wanted.owner, wanted.due_on)


@operation(Right.RECORD_TALKS)
def respond(work: UnitOfWork, conversation_id: UUID, response: StudentResponse) -> Changes:
    """Keep what the student says of a record; an earlier response stays as it was."""
    talk = queries.find_conversation(work, conversation_id)
    queries.require_own(work, talk.student_id)
    _write_response(work, talk.id, checked_response(response), talk.student_id)
    return Changes.of("conversation", talk.id, talk.student_id)


def _write_response(
    work: UnitOfWork, conversation_id: UUID, response: StudentResponse, student_id: UUID
) -> None:
    work.session.add(
        StudentResponseRecord(
            conversation_id=conversation_id,
            student_id=student_id,
            verdict=response.verdict,
            text=StudentResponseText(text=response.text),
            given_on=response.given_on or work.clock.today(),
            recorded_at=work.clock.now(),
        )
    )


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
    return queries.list_agreements(work, student_id=student_id, only_open=student_id is None)


@operation(Right.RECORD_TALKS)
def close_agreement(
    work: UnitOfWork, agreement_id: UUID, version: int, status: AgreementStatus, reason: str = ""
) -> Changes:
    """Mark an agreement as done, or drop it with a reason, or (``OPEN``) open it again.

    ``version`` is the one that the person saw; raises ``StaleSave`` when it has moved on.
    """
    open_dossier(work, queries.student_of_agreement(work, agreement_id))
    agreement = queries.find_agreement(work, agreement_id)
    if agreement.version != version:
        raise StaleSave
    words = clean_line(reason, limit=500)
    if status is AgreementStatus.DROPPED and not words:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf kort op waarom deze afspraak vervalt.")
        )
    agreement.status = status
    agreement.closed_on = None if status is AgreementStatus.OPEN else work.clock.today()
    agreement.text.closed_reason = "" if status is AgreementStatus.OPEN else words
    agreement.updated_at = work.clock.now()
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
