"""Brings the talks of one student from a workbook to a school. Twice is harmless.

Both sides are read whole, compared here, and what the school lacks is written, one talk in one
unit of work. Nothing that stands at the school is changed, but for one thing: an agreement that a
version which comes along withdraws.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.conversations import operations_moving as operations
from lob_workbench.features.conversations.moving_preparations import move_preparations
from lob_workbench.features.conversations.operations_moving import (
    TalksOfStudent,
    TalksToWrite,
    Written,
)
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules import ConversationDraft

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_TALK_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving",
    "Het gesprek van {day} is door iemand anders geschreven. Dat kun jij niet op jouw naam zetten.",
)
_TALK_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Het gesprek van {day} staat er met een andere tekst. Dat is zo gebleven."
)
_CORRECTED_TWICE = QT_TRANSLATE_NOOP(
    "moving", "Het gesprek van {day} is ook op school verbeterd. Dat is zo gebleven."
)
_AGREEMENT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een afspraak van {day} staat er anders. Die is zo gebleven."
)
_RESPONSE_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een antwoord van {day} staat er anders. Dat is zo gebleven."
)
_DRAFT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Je hebt op school al een ander concept. Dat is zo gebleven."
)
_DRAFT_ALONE = QT_TRANSLATE_NOOP(
    "moving", "Een concept verbetert een gesprek dat niet op school staat."
)
_TAKEN = QT_TRANSLATE_NOOP("moving", "Het gesprek van {day} staat op school al bij iemand anders.")


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's talks, agreements, answers and own drafts."""
    with here() as work:
        ours = operations.read_all(work, student.here)
        me = work.actor.staff_id
    with there() as work:
        theirs = operations.read_all(work, student.there)
    reports = [_move_talk(there, student, ours, theirs, versions, me) for versions in _talks(ours)]
    if ours.drafts:
        with there() as work:
            theirs = operations.read_all(work, student.there)
        reports += [_move_draft(there, student, draft, theirs) for draft in ours.drafts]
    reports.append(move_preparations(here, there, student))
    return MoveReport.together(reports)


def _talks(ours: TalksOfStudent) -> Iterator[tuple[Written, ...]]:
    """The versions of each talk, oldest first."""
    talks: dict[UUID, list[Written]] = {}
    for written in ours.talks.values():
        talks.setdefault(written.own["talk_id"], []).append(written)
    for versions in talks.values():
        yield tuple(sorted(versions, key=_version))


def _move_talk(
    there: WorkFactory,
    student: MovingStudent,
    ours: TalksOfStudent,
    theirs: TalksOfStudent,
    versions: tuple[Written, ...],
    me: UUID,
) -> MoveReport:
    talk_id = versions[0].own["talk_id"]
    day = _day(versions[-1].own["held_on"])
    if any(ours.authors[version.id] != me for version in versions):
        stayed = MoveReport.of(MovedKind.TALK, Outcome.STAYED, len(versions))
        return stayed.noting(Outcome.STAYED, student.name, _TALK_OF_ANOTHER, day=day)
    numbers = {
        _version(known): known.id
        for known in theirs.talks.values()
        if known.own["talk_id"] == talk_id
    }
    if any(numbers.get(_version(version), version.id) != version.id for version in versions):
        differs = MoveReport.of(MovedKind.TALK, Outcome.DIFFERS, len(versions))
        return differs.noting(Outcome.DIFFERS, student.name, _CORRECTED_TWICE, day=day)
    new, report = _compared(student, versions, theirs.talks, MovedKind.TALK, _TALK_DIFFERS, day)
    if report.count(Outcome.DIFFERS):
        # Another text under the same id: what hangs on it may belong to that text.
        return report
    arriving = {_version(version) for version in new}
    agreements = tuple(
        agreement for agreement in ours.agreements.values() if agreement.own["talk_id"] == talk_id
    )
    withdrawn = _withdrawn(agreements, theirs.agreements, arriving)
    # What is about to be withdrawn there is compared as it will be.
    expected = {
        **theirs.agreements,
        **{key: _as_withdrawn(theirs.agreements[key], number) for key, number in withdrawn.items()},
    }
    new_agreements, told = _compared(
        student, agreements, expected, MovedKind.AGREEMENT, _AGREEMENT_DIFFERS, day
    )
    report |= told
    ids = {version.id for version in versions}
    responses = tuple(
        response for response in ours.responses.values() if response.own["conversation_id"] in ids
    )
    new_responses, told = _compared(
        student, responses, theirs.responses, MovedKind.RESPONSE, _RESPONSE_DIFFERS, day
    )
    report |= told
    wanted = TalksToWrite(new, new_agreements, new_responses, withdrawn)
    if not (new or new_agreements or new_responses or withdrawn):
        return report
    try:
        with there() as work:
            operations.write_talk(work, student.there, wanted)
    except IntegrityError:
        # Under an id that we cannot see: another copy of this workbook was brought before.
        stayed = MoveReport.of(MovedKind.TALK, Outcome.STAYED, len(versions))
        return stayed.noting(Outcome.STAYED, student.name, _TAKEN, day=day)
    for kind, came in (
        (MovedKind.TALK, new),
        (MovedKind.AGREEMENT, new_agreements),
        (MovedKind.RESPONSE, new_responses),
    ):
        report |= MoveReport.of(kind, Outcome.CAME, len(came))
    return report


def _compared(
    student: MovingStudent,
    ours: tuple[Written, ...],
    theirs: Mapping[UUID, Written],
    kind: MovedKind,
    differs: str,
    day: str,
) -> tuple[tuple[Written, ...], MoveReport]:
    """What the school does not have, and a report of what it has."""
    new = []
    report = MoveReport()
    for written in ours:
        known = theirs.get(written.id)
        if known is None:
            new.append(written)
        elif known == written:
            report |= MoveReport.of(kind, Outcome.EXISTED)
        else:
            report |= MoveReport.of(kind, Outcome.DIFFERS).noting(
                Outcome.DIFFERS, student.name, differs, day=day
            )
    return tuple(new), report


def _withdrawn(
    agreements: tuple[Written, ...], theirs: Mapping[UUID, Written], arriving: set[int]
) -> dict[UUID, int]:
    return {
        agreement.id: agreement.own["withdrawn_in"]
        for agreement in agreements
        if agreement.own["withdrawn_in"] in arriving
        and agreement.id in theirs
        and theirs[agreement.id].own["withdrawn_in"] is None
    }


def _as_withdrawn(agreement: Written, number: int) -> Written:
    return replace(agreement, own={**agreement.own, "withdrawn_in": number})


def _move_draft(
    there: WorkFactory, student: MovingStudent, draft: ConversationDraft, theirs: TalksOfStudent
) -> MoveReport:
    wanted = replace(draft, student_id=student.there)
    subject = wanted.corrects or student.there
    known = {one.corrects or one.student_id: one for one in theirs.drafts}.get(subject)
    if draft.id in theirs.talks or (known is not None and _as_typed(known) == _as_typed(wanted)):
        # Recorded at the school since: the draft is no longer one.
        return MoveReport.of(MovedKind.DRAFT, Outcome.EXISTED)
    if known is not None:
        differs = MoveReport.of(MovedKind.DRAFT, Outcome.DIFFERS)
        return differs.noting(Outcome.DIFFERS, student.name, _DRAFT_DIFFERS)
    if wanted.corrects is not None and wanted.corrects not in theirs.talks:
        stayed = MoveReport.of(MovedKind.DRAFT, Outcome.STAYED)
        return stayed.noting(Outcome.STAYED, student.name, _DRAFT_ALONE)
    with there() as work:
        operations.write_draft(work, wanted)
    return MoveReport.of(MovedKind.DRAFT, Outcome.CAME)


def _as_typed(draft: ConversationDraft) -> ConversationDraft:
    """Without what a database counts by itself."""
    return replace(draft, answers=tuple(replace(given, version=0) for given in draft.answers))


def _version(written: Written) -> int:
    number: int = written.own["version_number"]
    return number


def _day(day: object) -> str:
    return f"{day:%d-%m-%Y}"
