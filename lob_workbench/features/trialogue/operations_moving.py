"""Reading all voices of a student as they stand, and writing them down again at a school."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.trialogue import drafts
from lob_workbench.features.trialogue.rules import TrialogueDraft
from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import load_draft, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_voices
from lob_workbench.talks.records import Conversation
from lob_workbench.talks.records_voices import Voice, VoiceText
from lob_workbench.talks.rules_voices import VoiceView


@dataclass(frozen=True, slots=True, repr=False)
class VoicesOfStudent:
    """All versions of all voices of one student. ``repr`` is off: it holds text of a dossier."""

    voices: tuple[VoiceView, ...]
    recorded: frozenset[UUID]
    """The talks that are recorded: no voice comes to these."""
    draft: TrialogueDraft | None
    """What the actor is preparing."""


@operation(Right.READ_TALKS)
def read_voices(work: UnitOfWork, student_id: UUID) -> VoicesOfStudent:
    """Everything that was handed in for an own student, and the actor's own draft."""
    open_dossier(work, student_id)
    queries.require_own(work, student_id)
    talks = work.session.scalars(
        sa.select(Voice.talk_id)
        .join(Student, Voice.student_id == Student.id)
        .where(Voice.student_id == student_id, own_students(work))
        .distinct()
    ).all()
    recorded = work.session.scalars(
        sa.select(Conversation.talk_id)
        .join(Student, Conversation.student_id == Student.id)
        .where(Conversation.student_id == student_id, own_students(work))
    ).all()
    saved = load_draft(work, drafts.SCREEN, student_id)
    return VoicesOfStudent(
        voices=tuple(
            voice for talk in sorted(talks) for voice in queries_voices.voices_of_talk(work, talk)
        ),
        recorded=frozenset(recorded),
        draft=None if saved is None else drafts.from_json(saved.content),
    )


@operation(Right.RECORD_TALKS)
def write_voices(work: UnitOfWork, student_id: UUID, voices: Sequence[VoiceView]) -> Changes:
    """Write voices down as they stood elsewhere, with their own ids and moments.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when one
    of the ids is taken or the talk is recorded.
    """
    queries.require_own(work, student_id)
    for voice in voices:
        work.session.add(
            Voice(
                id=voice.id,
                talk_id=voice.talk_id,
                student_id=student_id,
                party=voice.party,
                number=voice.number,
                source=voice.source,
                by_name=voice.by_name,
                handed_in_at=voice.handed_in_at,
                parts=[VoiceText(topic=part.topic, text=part.text) for part in voice.parts],
            )
        )
    work.session.flush()
    return Changes.of("voice", student_id)


@operation(Right.RECORD_TALKS)
def write_draft(work: UnitOfWork, student_id: UUID, draft: TrialogueDraft) -> Changes:
    """Keep a draft from elsewhere as the actor's own."""
    queries.require_own(work, student_id)
    content = drafts.to_json(replace(draft, student_id=student_id))
    save_draft(work, drafts.SCREEN, student_id, content)
    return Changes.of("draft", student_id)
