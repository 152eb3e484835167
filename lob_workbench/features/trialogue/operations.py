"""Preparing a trialogue, handing in a voice, and closing the talk together."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.career import ConversationForm, ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import drafts
from lob_workbench.features.trialogue.rules import (
    Trialogue,
    TrialogueDraft,
    Word,
    on_its_day,
    part_id,
    same_parts,
    talk_of,
    without_typing,
    written_school,
)
from lob_workbench.people.queries import get_student
from lob_workbench.people.queries_placements import placement_on
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import (
    queries,
    queries_agreements,
    queries_appointments,
    queries_voices,
    writing,
    writing_appointments,
    writing_returning,
)
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_voices import Voice, VoiceMark, VoiceText
from lob_workbench.talks.rules import ConversationDraft, Desk, Party, checked
from lob_workbench.talks.rules_appointments import AppointmentView
from lob_workbench.talks.rules_voices import (
    VoicePart,
    VoiceSource,
    checked_name,
    checked_parts,
    checked_source,
    newest_voices,
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A trialogue that was recorded."""

    conversation_id: UUID
    changes: Changes


@operation(Right.RECORD_TALKS)
def open_trialogue(work: UnitOfWork, student_id: UUID) -> Trialogue:
    """The trialogue that is being prepared or held with an own student; begins one if none is.

    What begins is kept at once: voices and forms hang on its id. Voices whose draft is gone (of
    the counsellor before) go on in the same talk.
    """
    open_dossier(work, student_id)
    queries.require_own(work, student_id)
    planned = _planned(work, student_id)
    saved = load_draft(work, drafts.SCREEN, student_id)
    draft = None if saved is None else drafts.from_json(saved.content)
    if saved is None or draft is None or queries_voices.is_recorded(work, draft.id):
        waiting = queries_voices.unrecorded_talks(work, [student_id]).get(student_id)
        draft = TrialogueDraft(
            id=waiting or new_id(),
            student_id=student_id,
            kind=planned.kind if planned else ConversationKind.PLACEMENT_VISIT,
            held_on=work.clock.today(),
        )
        saved_at = save_draft(work, drafts.SCREEN, student_id, drafts.to_json(draft))
    else:
        saved_at = saved.saved_at
        draft = on_its_day(draft, local(saved_at).date(), work.clock.today())
    others = (Party.STUDENT, Party.COMPANY)
    return Trialogue(
        student=get_student(work, student_id),
        placement=placement_on(work, student_id, draft.held_on or work.clock.today()),
        planned=planned,
        draft=draft,
        draft_saved_at=saved_at,
        voices=queries_voices.voices_of_talk(work, draft.id),
        begun=frozenset(
            party for party in others if load_draft(work, drafts.VOICE, part_id(draft.id, party))
        ),
        words={
            party: word for party in others if (word := _word(work, draft.id, party)) is not None
        },
        counsellor=work.actor.name,
        today=work.clock.today(),
        returning=queries_agreements.coming_back(work, student_id, draft.answers),
    )


@operation(Right.RECORD_TALKS)
def keep_draft(work: UnitOfWork, draft: TrialogueDraft, desk: Desk | None = None) -> datetime:
    """Keep what was typed so far, as typed; returns the moment.

    Raises ``StaleSave`` when another desk of this person stored other words than ``desk`` saw.
    """
    queries.require_own(work, draft.student_id)
    stored = load_draft(work, drafts.SCREEN, draft.student_id, to_change=True)
    if (
        stored is not None
        and desk is not None
        and not drafts.known_to(stored, desk)
        and draft != drafts.from_json(stored.content)
    ):
        raise StaleSave
    content = drafts.to_json(draft, None if desk is None else desk.id)
    return save_draft(work, drafts.SCREEN, draft.student_id, content)


@operation(Right.RECORD_TALKS)
def drop_draft(work: UnitOfWork, draft: TrialogueDraft) -> Changes:
    """Throw away what the counsellor typed. The voices are not the counsellor's: they stay."""
    keep_draft(work, without_typing(draft))
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def put_back_draft(work: UnitOfWork, draft: TrialogueDraft) -> Changes:
    """Keep a draft again that was thrown away."""
    keep_draft(work, draft)
    return Changes.of("draft", draft.student_id)


@operation(Right.RECORD_TALKS)
def record_together(work: UnitOfWork, draft: TrialogueDraft, desk: Desk | None = None) -> Recorded:
    """Close the talk: the school's part, what they say together, and the word of each party.

    From then on nothing of it changes and no voice comes to it. A word on another conclusion than
    this one is not written: who gave it has to read again. Recording the same twice writes once.
    Raises ``InputRefused`` (see ``talks.rules.checked``, and while an agreement that ``comes_back``
    has no answer), ``NotFound`` for a student that is not the actor's, ``StaleSave`` when it was
    recorded with other words, or when another desk than ``desk`` keeps other words, and
    ``AnsweredMeanwhile`` where an agreement got another answer.
    """
    open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    changes = (
        Changes.of("conversation", draft.id, draft.student_id)
        | Changes.of("agreement")
        | Changes.of("appointment")
        | Changes.of("voice", draft.id)
    )
    if work.session.get(Conversation, draft.id) is not None:
        _require_same(work, talk_of(draft))
        return Recorded(draft.id, changes)
    ready = checked(talk_of(draft), work.clock.today())
    writing_returning.require_answers(work, ready)
    keep_draft(work, draft, desk)
    newest = newest_voices(queries_voices.voices_of_talk(work, draft.id)).get(Party.SCHOOL)
    mine = written_school(draft)
    if mine and (newest is None or not same_parts(mine, newest.parts)):
        submit_voice(
            work, draft.id, draft.student_id, Party.SCHOOL, mine, "", VoiceSource.SCHOOL,
            0 if newest is None else newest.number,
        )  # fmt: skip
    writing.write_talk(work, ready, ready.id, 1)
    for mark in draft.marks:
        work.session.add(
            VoiceMark(
                talk_id=ready.id, topic=mark.topic, student_id=ready.student_id, mark=mark.mark
            )
        )
    writing_returning.write_answers(work, ready, ready.id)
    writing.write_agreements(work, ready, ready.id, 1)
    writing_appointments.after_recording(work, ready, ready.id)
    for party in (Party.STUDENT, Party.COMPANY):
        word = _word(work, ready.id, party)
        if word is not None and word.ready and word.response and word.is_about(ready):
            writing.write_response(work, ready.id, word.response, ready.student_id, party)
        for screen in (drafts.WORD, drafts.VOICE):
            discard_draft(work, screen, part_id(ready.id, party))
    discard_draft(work, drafts.SCREEN, ready.student_id)
    return Recorded(ready.id, changes)


@operation(Right.RECORD_TALKS)
def submit_voice(
    work: UnitOfWork,
    talk_id: UUID,
    student_id: UUID,
    party: Party,
    parts: tuple[VoicePart, ...],
    by_name: str,
    source: VoiceSource,
    expected: int,
) -> Changes:
    """Hand in what a party wrote for a talk, as the next version of that party's own voice.

    ``talk_id`` is the id of the talk's draft and ``expected`` the number of versions of this party
    that the caller saw; no version is ever replaced. The school's voice carries the name of the
    counsellor at work, whatever ``by_name`` says. Raises ``NotFound`` for a student that is not the
    actor's or whose talk it is not, ``InputRefused`` for words that do not come from the party
    itself, for none at all and once the talk is recorded, and ``StaleSave`` when this party handed
    in meanwhile.
    """
    queries.require_own(work, student_id)
    if queries_voices.student_of_talk(work, talk_id) not in {None, student_id}:
        raise NotFound
    checked_source(party, source)
    ready = checked_parts(parts)
    name = checked_name(work.actor.name if party is Party.SCHOOL else by_name)
    if queries_voices.is_recorded(work, talk_id):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Dit gesprek is al vastgelegd. Er kan geen deel meer bij komen."
            )
        )
    if queries_voices.count_voices(work, talk_id, party) != expected:
        raise StaleSave
    voice = Voice(
        talk_id=talk_id,
        student_id=student_id,
        party=party,
        number=expected + 1,
        source=source,
        by_name=name,
        handed_in_at=work.clock.now(),
        parts=[VoiceText(topic=part.topic, text=part.text) for part in ready],
    )
    work.session.add(voice)
    work.flush_first(Voice)
    return Changes.of("voice", talk_id, student_id)


def _planned(work: UnitOfWork, student_id: UUID) -> AppointmentView | None:
    """The appointment that this talk is: the first trialogue that is planned, else the first."""
    standing = queries_appointments.list_appointments(
        work, student_ids=[student_id], only_planned=True
    )
    of_three = [view for view in standing if view.form is ConversationForm.TRIALOGUE]
    return next(iter(of_three or standing), None)


def _word(work: UnitOfWork, talk_id: UUID, party: Party) -> Word | None:
    saved = load_draft(work, drafts.WORD, part_id(talk_id, party))
    return None if saved is None else drafts.word_from_json(saved.content)


def _require_same(work: UnitOfWork, talk: ConversationDraft) -> None:
    """Raise ``StaleSave`` when this talk was recorded with other words."""
    # Not the answers: a day that was still to come when they were given may have passed.
    ready = checked(replace(talk, answers=()), work.clock.today())
    view = queries.get_conversation(work, ready.id)
    if view.student.id != ready.student_id:
        raise NotFound
    agreed = [(item.what, item.owner) for item in view.agreements]
    if (
        view.summary != ready.summary
        or agreed != [(item.what, item.owner) for item in ready.agreements]
        or not writing_returning.were_given(work, talk)
    ):
        raise StaleSave
