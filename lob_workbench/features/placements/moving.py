"""Brings placements and people at home from a workbook to a school. Twice is harmless.

What stands at the school under the same id stays as it is. A company is known by name and place.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.text import fold
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.placements import operations_moving as operations
from lob_workbench.people.rules_placements import GuardianView, PlacementView
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]
T = TypeVar("T", PlacementView, GuardianView)

_PLACEMENT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een stage staat op school anders. Die is zo gebleven."
)
_GUARDIAN_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een ouder of verzorger staat op school anders. Dat is zo gebleven."
)
_TAKEN = QT_TRANSLATE_NOOP("moving", "Een stage staat op school al bij iemand anders.")
_GUARDIAN_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "Een ouder of verzorger staat op school al bij iemand anders."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's placements and people at home."""
    with here() as work:
        our_placements, our_guardians = operations.read_all(work, student.here)
    with there() as work:
        placements, guardians = operations.read_all(work, student.there)
    new_placements, report = _compared(
        our_placements, {each.id: _bare(each) for each in placements}, student
    )
    for each in new_placements:
        try:
            with there() as work:
                operations.write_placement(work, student.there, each)
        except IntegrityError:
            # Under an id that we cannot see: another copy of this workbook was brought before.
            stayed = MoveReport.of(MovedKind.PLACEMENT, Outcome.STAYED)
            report |= stayed.noting(Outcome.STAYED, student.name, _TAKEN)
            continue
        report |= MoveReport.of(MovedKind.PLACEMENT, Outcome.CAME)
    new_guardians, told = _compared(
        our_guardians, {each.id: _bare(each) for each in guardians}, student
    )
    report |= told
    if new_guardians:
        try:
            with there() as work:
                operations.write_guardians(work, student.there, new_guardians)
        except IntegrityError:
            stayed = MoveReport.of(MovedKind.GUARDIAN, Outcome.STAYED, len(new_guardians))
            return report | stayed.noting(Outcome.STAYED, student.name, _GUARDIAN_TAKEN)
        report |= MoveReport.of(MovedKind.GUARDIAN, Outcome.CAME, len(new_guardians))
    return report


def _compared(
    ours: Iterable[T], theirs: Mapping[UUID, T], student: MovingStudent
) -> tuple[tuple[T, ...], MoveReport]:
    """What the school does not have, and a report of what it has."""
    new = []
    report = MoveReport()
    for each in ours:
        placement = isinstance(each, PlacementView)
        kind = MovedKind.PLACEMENT if placement else MovedKind.GUARDIAN
        known = theirs.get(each.id)
        if known is None:
            new.append(each)
        elif known == _bare(each):
            report |= MoveReport.of(kind, Outcome.EXISTED)
        else:
            differs = _PLACEMENT_DIFFERS if placement else _GUARDIAN_DIFFERS
            report |= MoveReport.of(kind, Outcome.DIFFERS).noting(
                Outcome.DIFFERS, student.name, differs
            )
    return tuple(new), report


def _bare(view: T) -> T:
    """The view without what differs between two databases: student, company's id, versions."""
    if isinstance(view, PlacementView):
        company = replace(
            view.company,
            id=view.id,
            name=fold(view.company.name),
            place=fold(view.company.place),
            version=0,
        )
        return replace(view, student_id=view.id, company=company, version=0)
    return replace(view, student_id=view.id, version=0)
