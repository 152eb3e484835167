"""Handing in a voice, and closing the talk together."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.records_voices import Voice, VoiceText
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import (
    VoicePart,
    VoiceSource,
    checked_name,
    checked_parts,
    checked_source,
)


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
