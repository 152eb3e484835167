"""What the school has already of the trialogues that a laptop kept while the line was gone."""

from collections.abc import Sequence
from uuid import UUID

from lob_workbench.domain.contributions import Target
from lob_workbench.domain.draft_copy import AwayFindings, AwayOffer, KeptCopy
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.trialogue import drafts
from lob_workbench.features.trialogue.rules import is_untouched, same_parts
from lob_workbench.people.queries import get_student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import load_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.rules_voices import newest_voices


@operation(Right.RECORD_TALKS)
def compare_copies(work: UnitOfWork, copies: Sequence[KeptCopy]) -> AwayFindings:
    """Which copies on this laptop the school has already, and which are to be offered.

    A copy of a student who is not the actor's (any more) is neither: it stays where it is.
    """
    offers: list[AwayOffer] = []
    known: list[KeptCopy] = []
    for kept in copies:
        if kept.copy.screen not in (drafts.SCREEN, drafts.VOICE, drafts.WORD):
            continue
        student_id = _student_of(kept)
        try:
            queries.require_own(work, student_id)
        except NotFound:
            continue
        saved = load_draft(work, kept.copy.screen, kept.copy.entity_id)
        if (saved is not None and saved.content == kept.copy.content) or _is_settled(work, kept):
            known.append(kept)
        else:
            name = get_student(work, student_id).name.full
            offers.append(AwayOffer(kept, name, Target("trialogue", student_id)))
    return AwayFindings(tuple(offers), tuple(known))


def _student_of(kept: KeptCopy) -> UUID:
    content = kept.copy.content
    if kept.copy.screen == drafts.SCREEN:
        return drafts.from_json(content).student_id
    if kept.copy.screen == drafts.VOICE:
        return drafts.voice_from_json(content).student_id
    return drafts.word_from_json(content).student_id


def _is_settled(work: UnitOfWork, kept: KeptCopy) -> bool:
    """Whether there is nothing in it, it was handed in, or its talk is closed."""
    content = kept.copy.content
    if kept.copy.screen == drafts.SCREEN:
        draft = drafts.from_json(content)
        return is_untouched(draft) or queries_voices.is_recorded(work, draft.id)
    if kept.copy.screen == drafts.WORD:
        return queries_voices.is_recorded(work, drafts.word_from_json(content).talk_id)
    voice = drafts.voice_from_json(content)
    open_dossier(work, voice.student_id)
    newest = newest_voices(queries_voices.voices_of_talk(work, voice.talk_id)).get(voice.party)
    return (
        same_parts(voice.parts, ())
        or (newest is not None and same_parts(voice.parts, newest.parts))
        or queries_voices.is_recorded(work, voice.talk_id)
    )
