"""Brings what a student prepared from a workbook to a school. Twice is harmless."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.conversations import operations_preparation as operations
from lob_workbench.features.conversations.operations_preparation import HandedIn
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules_preparations import PreparationDraft, is_unwritten

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving",
    "De voorbereiding van {day} is bij iemand anders ingevuld. Die kun jij niet op jouw naam "
    "zetten.",
)
_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "De voorbereiding van {day} staat er met een andere tekst. Die is zo gebleven."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "De voorbereiding van {day} staat op school al bij iemand anders."
)
_DRAFT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Op school is deze student al aan een voorbereiding begonnen. Die is zo gebleven."
)


def move_preparations(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks: what was handed in, and what was begun."""
    with here() as work:
        ours, begun = operations.read_preparations(work, student.here)
        me = work.actor.staff_id
    with there() as work:
        theirs, begun_there = operations.read_preparations(work, student.there)
    known = {one.preparation.id: one for one in theirs}
    reports = [_move(there, student, one, known.get(one.preparation.id), me) for one in ours]
    if not is_unwritten(begun):
        reports.append(_move_draft(there, student, begun, begun_there))
    return MoveReport.together(reports)


def _move(
    there: WorkFactory, student: MovingStudent, one: HandedIn, known: HandedIn | None, me: UUID
) -> MoveReport:
    day = plain_date(local(one.preparation.submitted_at).date())

    def report(outcome: Outcome, words: str = "") -> MoveReport:
        counted = MoveReport.of(MovedKind.PREPARATION, outcome)
        return counted.noting(outcome, student.name, words, day=day) if words else counted

    if one.author_id != me:
        return report(Outcome.STAYED, _OF_ANOTHER)
    if known is not None:
        same = known.preparation == one.preparation
        return report(Outcome.EXISTED) if same else report(Outcome.DIFFERS, _DIFFERS)
    try:
        with there() as work:
            operations.bring_preparation(work, student.there, one.preparation)
    except IntegrityError:
        # Under an id that we cannot see: another copy of this workbook was brought before.
        return report(Outcome.STAYED, _TAKEN)
    return report(Outcome.CAME)


def _move_draft(
    there: WorkFactory, student: MovingStudent, begun: PreparationDraft, known: PreparationDraft
) -> MoveReport:
    if known.answers == begun.answers:
        return MoveReport.of(MovedKind.DRAFT, Outcome.EXISTED)
    if not is_unwritten(known):
        differs = MoveReport.of(MovedKind.DRAFT, Outcome.DIFFERS)
        return differs.noting(Outcome.DIFFERS, student.name, _DRAFT_DIFFERS)
    with there() as work:
        operations.keep_preparation(work, replace(begun, student_id=student.there))
    return MoveReport.of(MovedKind.DRAFT, Outcome.CAME)
