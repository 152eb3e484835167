"""What student and company do themselves, on the laptop that is lent to them.

Each of these touches the part of one party. What the others wrote is neither read nor written here.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import drafts
from lob_workbench.features.trialogue.operations import submit_voice
from lob_workbench.features.trialogue.rules import VoiceDraft, Word
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import discard_draft, load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.rules import Party, checked_response
from lob_workbench.talks.rules_voices import VoiceSource, newest_voices


@operation(Right.RECORD_TALKS)
def begin_voice(
    work: UnitOfWork, talk_id: UUID, student_id: UUID, party: Party, by_name: str
) -> VoiceDraft:
    """A party's own part to write: what it began, else its own newest version, else empty.

    Raises ``NotFound`` for a student that is not the actor's, and ``InputRefused`` for the school,
    whose part is the counsellor's.
    """
    open_dossier(work, student_id)
    queries.require_own(work, student_id)
    _refuse_school(party)
    mine = newest_voices(
        voice for voice in queries_voices.voices_of_talk(work, talk_id) if voice.party is party
    ).get(party)
    fresh = VoiceDraft(talk_id, student_id, party, by_name)
    saved = load_draft(work, drafts.VOICE, fresh.subject)
    if saved is not None:
        return replace(drafts.voice_from_json(saved.content), by_name=by_name)
    if mine is None:
        return fresh
    return replace(fresh, parts=mine.parts, seen=mine.number)


@operation(Right.RECORD_TALKS)
def keep_voice(work: UnitOfWork, draft: VoiceDraft) -> datetime:
    """Keep what a party typed so far, as typed; returns the moment."""
    queries.require_own(work, draft.student_id)
    _refuse_school(draft.party)
    return save_draft(work, drafts.VOICE, draft.subject, drafts.voice_to_json(draft))


@operation(Right.RECORD_TALKS)
def hand_in_voice(work: UnitOfWork, draft: VoiceDraft) -> Changes:
    """*Klaar*: what the party wrote becomes its voice. Raises what ``submit_voice`` raises."""
    done = submit_voice(
        work, draft.talk_id, draft.student_id, draft.party, draft.parts, draft.by_name,
        VoiceSource.LENT, draft.seen,
    )  # fmt: skip
    discard_draft(work, drafts.VOICE, draft.subject)
    return done


@operation(Right.RECORD_TALKS)
def begin_word(work: UnitOfWork, word: Word) -> Word:
    """What a party began to say of the same conclusion, else ``word``."""
    queries.require_own(work, word.student_id)
    _refuse_school(word.party)
    saved = load_draft(work, drafts.WORD, word.subject)
    if saved is None:
        return word
    kept = drafts.word_from_json(saved.content)
    same = (kept.together, kept.agreements) == (word.together, word.agreements)
    # Of another conclusion the words still help, but the verdict is to be given again.
    return replace(word, response=kept.response) if same else word


@operation(Right.RECORD_TALKS)
def keep_word(work: UnitOfWork, word: Word) -> datetime:
    """Keep what a party is saying, as typed; it counts after :func:`hand_in_word` only."""
    queries.require_own(work, word.student_id)
    _refuse_school(word.party)
    content = drafts.word_to_json(replace(word, ready=False))
    return save_draft(work, drafts.WORD, word.subject, content)


@operation(Right.RECORD_TALKS)
def hand_in_word(work: UnitOfWork, word: Word) -> Changes:
    """*Klaar*: the party said what it thinks of the conclusion that it read.

    Written with the recording. Raises ``InputRefused`` without a verdict, when it differs without
    words, and once the talk is recorded; ``NotFound`` for a student that is not the actor's.
    """
    queries.require_own(work, word.student_id)
    _refuse_school(word.party)
    if queries_voices.student_of_talk(work, word.talk_id) not in {None, word.student_id}:
        raise NotFound
    if word.response is None:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Kies eerst wat je ervan vindt."))
    if queries_voices.is_recorded(work, word.talk_id):
        raise InputRefused(
            QT_TRANSLATE_NOOP(
                "errors", "Dit gesprek is al vastgelegd. Je reactie kan nog bij het verslag."
            )
        )
    said = replace(checked_response(word.response), given_on=work.clock.today())
    ready = replace(word, response=said, ready=True)
    save_draft(work, drafts.WORD, ready.subject, drafts.word_to_json(ready))
    return Changes.of("voice", word.talk_id, word.student_id)


def _refuse_school(party: Party) -> None:
    if party is Party.SCHOOL:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Iedereen schrijft alleen zijn eigen deel van het gesprek.")
        )
