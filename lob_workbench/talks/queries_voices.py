"""Reading the voices of a trialogue, always through ``people.access``.

On a school's server the words show only while the dossier is open (``storage.audit``).
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from lob_workbench.domain.career import VoiceTopic
from lob_workbench.people.access import readable_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_voices import Voice, VoiceMark
from lob_workbench.talks.rules import Party
from lob_workbench.talks.rules_voices import TopicMark, VoicePart, VoiceView

_PARTIES = list(Party)
_TOPICS = list(VoiceTopic)


def voices_of_talk(work: UnitOfWork, talk_id: UUID) -> tuple[VoiceView, ...]:
    """All versions of all voices of one talk: by party, and the first version first."""
    query = (
        sa.select(Voice)
        .join(Student, Voice.student_id == Student.id)
        .where(Voice.talk_id == talk_id, readable_students(work))
        .options(selectinload(Voice.parts))
        .execution_options(populate_existing=True)
    )
    views = map(_view, work.session.scalars(query))
    return tuple(sorted(views, key=lambda voice: (_PARTIES.index(voice.party), voice.number)))


def count_voices(work: UnitOfWork, talk_id: UUID, party: Party) -> int:
    """How many versions a party handed in for a talk; no words."""
    query = (
        sa.select(sa.func.count())
        .select_from(Voice)
        .join(Student, Voice.student_id == Student.id)
        .where(Voice.talk_id == talk_id, Voice.party == party, readable_students(work))
    )
    return work.session.scalar(query) or 0


def student_of_talk(work: UnitOfWork, talk_id: UUID) -> UUID | None:
    """Of whom a talk is that has voices or was recorded; ``None`` for one of which nothing is."""
    for record in (Voice, Conversation):
        query = (
            sa.select(record.student_id)
            .join(Student, record.student_id == Student.id)
            .where(record.talk_id == talk_id, readable_students(work))
            .limit(1)
        )
        found: UUID | None = work.session.scalar(query)
        if found is not None:
            return found
    return None


def is_recorded(work: UnitOfWork, talk_id: UUID) -> bool:
    """Whether a talk of a readable student was recorded: from then on no voice is added."""
    query = (
        sa.select(Conversation.id)
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.talk_id == talk_id, readable_students(work))
        .limit(1)
    )
    return work.session.scalar(query) is not None


def marks_of_talk(work: UnitOfWork, talk_id: UUID) -> tuple[TopicMark, ...]:
    """How the school marked the topics of a recorded talk, in the order of the topics."""
    query = (
        sa.select(VoiceMark.topic, VoiceMark.mark)
        .join(Student, VoiceMark.student_id == Student.id)
        .where(VoiceMark.talk_id == talk_id, readable_students(work))
    )
    marks = [TopicMark(topic, mark) for topic, mark in work.session.execute(query)]
    return tuple(sorted(marks, key=lambda found: _TOPICS.index(found.topic)))


def unrecorded_talks(
    work: UnitOfWork, student_ids: Sequence[UUID] | None = None
) -> dict[UUID, UUID]:
    """Per readable student the latest talk that has voices and is not recorded yet."""
    recorded = sa.exists().where(Conversation.talk_id == Voice.talk_id)
    query = (
        sa.select(Voice.student_id, Voice.talk_id)
        .join(Student, Voice.student_id == Student.id)
        .where(readable_students(work), ~recorded)
        .order_by(Voice.handed_in_at, Voice.id)
    )
    if student_ids is not None:
        query = query.where(Voice.student_id.in_(student_ids))
    return dict(work.session.execute(query).all())


def parties_of_talks(work: UnitOfWork, talk_ids: Iterable[UUID]) -> dict[UUID, set[Party]]:
    """Per talk the parties that handed in; no words."""
    query = (
        sa.select(Voice.talk_id, Voice.party)
        .join(Student, Voice.student_id == Student.id)
        .where(Voice.talk_id.in_(list(talk_ids)), readable_students(work))
        .distinct()
    )
    found: dict[UUID, set[Party]] = {}
    for talk_id, party in work.session.execute(query):
        found.setdefault(talk_id, set()).add(party)
    return found


def _view(record: Voice) -> VoiceView:
    parts = sorted(record.parts, key=lambda part: _TOPICS.index(part.topic))
    return VoiceView(
        id=record.id,
        talk_id=record.talk_id,
        student_id=record.student_id,
        party=record.party,
        number=record.number,
        source=record.source,
        by_name=record.by_name,
        handed_in_at=record.handed_in_at,
        parts=tuple(VoicePart(part.topic, part.text) for part in parts),
    )
