"""When two people, or one at two desks, write the same thing: see both, and choose."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import drafts, operations
from lob_workbench.features.conversations.comparison import (
    StaleComparison,
    answers_of,
    draft_of,
    rebased,
    same_words,
)
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_agreements
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.rules import AgreementView, ConversationDraft, ConversationView, Desk


@dataclass(frozen=True, slots=True)
class AgreementNow:
    """How an agreement stands, and who made it so; ``view`` is ``None`` when it was taken out."""

    view: AgreementView | None
    what: str
    author: str
    at: datetime
    own: bool


@operation(Right.RECORD_TALKS)
def compare(work: UnitOfWork, draft: ConversationDraft) -> StaleComparison | None:
    """What stands in the way of ``draft``; ``None`` when nothing does any more.

    A recorded version comes first, then a draft with other words. ``NotFound`` for a student that
    is not the actor's.
    """
    open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    newest = _newest(work, draft)
    if newest is not None:
        theirs = draft_of(newest, newest.id)
        author_id = queries.find_conversation(work, newest.id).author_id
        return StaleComparison(
            theirs=_with_answer(theirs, newest),
            newest=newest,
            author=newest.counsellor,
            at=newest.recorded_at,
            own=author_id == work.actor.staff_id,
        )
    stored = load_draft(work, drafts.SCREEN, draft.corrects or draft.student_id)
    if stored is None or same_words(draft, drafts.from_json(stored.content)):
        return None
    return StaleComparison(
        drafts.from_json(stored.content), None, work.actor.name, stored.saved_at, own=True
    )


def _with_answer(theirs: ConversationDraft, newest: ConversationView) -> ConversationDraft:
    return replace(
        theirs, response=newest.response, reason=newest.reason, answers=answers_of(newest)
    )


def _newest(work: UnitOfWork, draft: ConversationDraft) -> ConversationView | None:
    """The newest version of the talk, where that is not the one that ``draft`` was made from."""
    known = work.session.get(Conversation, draft.id)
    if known is not None and known.student_id != draft.student_id:
        raise NotFound
    if known is None and draft.corrects is None:
        return None
    talk_id = (known or queries.find_conversation(work, draft.corrects or draft.id)).talk_id
    newest = queries.versions_of(work, talk_id)[-1]
    if newest == draft.corrects:
        return None
    view = queries.get_conversation(work, newest)
    if newest == draft.id and same_words(draft, _with_answer(draft_of(view, newest), view)):
        return None
    return view


@operation(Right.RECORD_TALKS)
def rebase(work: UnitOfWork, draft: ConversationDraft, onto: UUID, desk: Desk) -> Preparation:
    """Make ``draft`` a correction of the version ``onto``, kept as a draft, ready to go on with.

    Raises ``StaleSave`` when there is a newer version yet. Where another desk began a correction
    of ``onto`` with other words, mine waits aside.
    """
    open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    newest = queries.get_conversation(work, onto)
    if newest.student.id != draft.student_id:
        raise NotFound
    if newest.versions[-1] != onto:
        raise StaleSave
    before = draft.corrects or draft.student_id
    moved = rebased(draft, newest, new_id())
    there = load_draft(work, drafts.SCREEN, onto, to_change=True)
    free = there is None or same_words(moved, drafts.from_json(there.content))
    place = drafts.SCREEN if free else drafts.ASIDE
    save_draft(work, place, onto, drafts.to_json(moved, desk.id))
    stored = load_draft(work, drafts.SCREEN, before, to_change=True)
    if stored is not None and before != onto:
        kept = drafts.from_json(stored.content)
        if drafts.known_to(stored, desk) or same_words(draft, kept):
            discard_draft(work, drafts.SCREEN, before)
    if before != onto:
        _drop_aside(work, before, draft)
    return operations.prepare(work, draft.student_id, onto)


def _drop_aside(work: UnitOfWork, entity: UUID, draft: ConversationDraft) -> None:
    aside = load_draft(work, drafts.ASIDE, entity, to_change=True)
    if aside is not None and same_words(draft, drafts.from_json(aside.content)):
        discard_draft(work, drafts.ASIDE, entity)


@operation(Right.RECORD_TALKS)
def give_up(work: UnitOfWork, draft: ConversationDraft, desk: Desk) -> Changes:
    """Throw ``draft`` away; what another desk stored with other words stays."""
    entity = draft.corrects or draft.student_id
    stored = load_draft(work, drafts.SCREEN, entity, to_change=True)
    if stored is not None and (
        drafts.known_to(stored, desk) or same_words(draft, drafts.from_json(stored.content))
    ):
        discard_draft(work, drafts.SCREEN, entity)
    _drop_aside(work, entity, draft)
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def take_up(work: UnitOfWork, draft: ConversationDraft, onto: UUID, desk: Desk) -> Changes:
    """Undo :func:`give_up`: ``draft`` waits as a correction of ``onto``, raising as ``rebase``."""
    rebase(work, draft, onto, desk)
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def set_aside(work: UnitOfWork, draft: ConversationDraft, desk: Desk) -> StaleComparison | None:
    """Keep a draft beside the one that another desk stored, and answer what stands there.

    So neither is lost when the window closes before somebody chose. ``None`` when the two turn out
    to say the same.
    """
    found = compare(work, draft)
    if found is not None:
        entity = draft.corrects or draft.student_id
        save_draft(work, drafts.ASIDE, entity, drafts.to_json(draft, desk.id))
    return found


@operation(Right.RECORD_TALKS)
def choose_draft(work: UnitOfWork, draft: ConversationDraft, desk: Desk | None) -> datetime:
    """Keep ``draft`` as the only one of its talk.

    Raises ``StaleSave`` when by now other words stand there than ``desk`` saw.
    """
    moment = operations.keep_draft(work, draft, desk)
    discard_draft(work, drafts.ASIDE, draft.corrects or draft.student_id)
    return moment


@operation(Right.READ_TALKS)
def agreement_now(work: UnitOfWork, agreement_id: UUID) -> AgreementNow:
    """How an agreement of an own student stands, and who changed it last; else ``NotFound``."""
    open_dossier(work, queries_agreements.student_of_agreement(work, agreement_id))
    agreement = queries_agreements.find_agreement(work, agreement_id)
    views = queries_agreements.list_agreements(work, student_id=agreement.student_id)
    changed_by = queries.last_changed_by(work, "agreement", agreement_id)
    return AgreementNow(
        view=next((view for view in views if view.id == agreement_id), None),
        what=agreement.text.what,
        author="" if changed_by is None else changed_by[1],
        at=agreement.updated_at,
        own=changed_by is not None and changed_by[0] == work.actor.staff_id,
    )
