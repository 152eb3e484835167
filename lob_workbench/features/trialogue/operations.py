"""Handing in a voice."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.trialogue.queries_forms import student_of_talk
from lob_workbench.features.trialogue.records import Voice, VoiceText
from lob_workbench.features.trialogue.rules import VoicePart, VoiceSource
from lob_workbench.people.access import own_students, require
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules import Party


@operation(Right.RECORD_TALKS)
def submit_voice(
    work: UnitOfWork,
    talk_id: UUID,
    party: Party,
    parts: tuple[VoicePart, ...],
    by_name: str,
    source: VoiceSource,
    expected: int,
) -> Changes:
    """Hand in what a party wrote, as the next version of its voice."""
    student_id = student_of_talk(work, talk_id)
    if student_id is None:
        raise NotFound
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    query = sa.select(sa.func.count()).where(Voice.talk_id == talk_id, Voice.party == party)
    if work.session.scalar(query) != expected:
        raise StaleSave
    voice = Voice(
        id=new_id(),
        talk_id=talk_id,
        student_id=student_id,
        party=party,
        number=expected + 1,
        source=source,
        by_name=by_name,
        handed_in_at=work.clock.now(),
    )
    work.session.add(voice)
    work.flush_first(Voice)
    for part in parts:
        work.session.add(
            VoiceText(voice_id=voice.id, student_id=student_id, topic=part.topic, text=part.text)
        )
    return Changes.of("voice", voice.id, student_id)
