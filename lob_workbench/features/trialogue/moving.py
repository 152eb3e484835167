"""Brings the voices of one student from a workbook to a school. Twice is harmless.

Before the talks: no voice comes to a talk that stands recorded. The marks come with the talk.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import operations_moving as operations
from lob_workbench.features.trialogue.moving_forms import move_forms
from lob_workbench.features.trialogue.operations_moving import VoicesOfStudent
from lob_workbench.features.trialogue.rules import TrialogueDraft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules_voices import VoiceView

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een deel van een trialoog staat er anders. Dat is zo gebleven."
)
_CLOSED = QT_TRANSLATE_NOOP(
    "moving", "Een trialoog is op school al vastgelegd. Daar komt geen deel meer bij."
)
_DRAFT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Je hebt op school al een ander concept van een trialoog. Dat is zo gebleven."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's voices, and the draft of the trialogue."""
    with here() as work:
        ours = operations.read_voices(work, student.here)
    with there() as work:
        theirs = operations.read_voices(work, student.there)
    known = {voice.id: voice for voice in theirs.voices}
    taken = {(voice.talk_id, voice.party, voice.number) for voice in theirs.voices}
    report = MoveReport()
    new: list[VoiceView] = []
    for voice in ours.voices:
        standing = known.get(voice.id)
        if standing is not None and replace(standing, student_id=voice.student_id) == voice:
            report |= MoveReport.of(MovedKind.VOICE, Outcome.EXISTED)
        elif standing is not None or (voice.talk_id, voice.party, voice.number) in taken:
            report |= _told(student, Outcome.DIFFERS, _DIFFERS)
        elif voice.talk_id in theirs.recorded:
            report |= _told(student, Outcome.STAYED, _CLOSED)
        else:
            new.append(voice)
    if new:
        report |= _write(there, student, new)
    if ours.draft is not None:
        report |= _move_draft(there, student, ours.draft, theirs)
    return report | move_forms(here, there, student)


def _write(there: WorkFactory, student: MovingStudent, new: list[VoiceView]) -> MoveReport:
    try:
        with there() as work:
            operations.write_voices(work, student.there, new)
    except IntegrityError:
        # Under an id that we cannot see, or recorded at this very moment.
        return _told(student, Outcome.STAYED, _CLOSED)
    return MoveReport.of(MovedKind.VOICE, Outcome.CAME, len(new))


def _told(student: MovingStudent, outcome: Outcome, words: str) -> MoveReport:
    return MoveReport.of(MovedKind.VOICE, outcome).noting(outcome, student.name, words)


def _move_draft(
    there: WorkFactory, student: MovingStudent, draft: TrialogueDraft, theirs: VoicesOfStudent
) -> MoveReport:
    wanted = replace(draft, student_id=student.there)
    if draft.id in theirs.recorded or theirs.draft == wanted:
        return MoveReport.of(MovedKind.DRAFT, Outcome.EXISTED)
    if theirs.draft is not None:
        differs = MoveReport.of(MovedKind.DRAFT, Outcome.DIFFERS)
        return differs.noting(Outcome.DIFFERS, student.name, _DRAFT_DIFFERS)
    with there() as work:
        operations.write_draft(work, student.there, wanted)
    return MoveReport.of(MovedKind.DRAFT, Outcome.CAME)
