"""Brings the appointments with one student from a workbook to a school. Twice is harmless.

What stands at the school is left alone, also when it says something else.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.agenda import operations_moving as operations
from lob_workbench.features.agenda.operations_moving import MovingAppointment
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving", "Het geplande gesprek van {day} is van een andere begeleider."
)
_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Het geplande gesprek van {day} staat er anders. Dat is zo gebleven."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "Het geplande gesprek van {day} staat op school al bij iemand anders."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of the appointments with this student."""
    with here() as work:
        ours = operations.read_all(work, student.here)
        me = work.actor.staff_id
    with there() as work:
        theirs = {item.view.id: item for item in operations.read_all(work, student.there)}
    return MoveReport.together(
        _move_one(there, student, item, theirs.get(item.view.id), me) for item in ours
    )


def _move_one(
    there: WorkFactory,
    student: MovingStudent,
    ours: MovingAppointment,
    theirs: MovingAppointment | None,
    me: UUID,
) -> MoveReport:
    if theirs is not None:
        outcome = Outcome.EXISTED if _content(ours) == _content(theirs) else Outcome.DIFFERS
        text = _DIFFERS if outcome is Outcome.DIFFERS else ""
    elif ours.view.staff_id != me:
        outcome, text = Outcome.STAYED, _OF_ANOTHER
    else:
        try:
            with there() as work:
                operations.write(work, student.there, ours)
            outcome, text = Outcome.CAME, ""
        except IntegrityError:
            # Under an id that we cannot see: another copy of this workbook was brought before.
            outcome, text = Outcome.STAYED, _TAKEN
    report = MoveReport.of(MovedKind.APPOINTMENT, outcome)
    if text:
        report = report.noting(outcome, student.name, text, day=plain_date(ours.view.on))
    return report


def _content(item: MovingAppointment) -> tuple[object, ...]:
    """What is compared: not of which database it is, nor how often it was saved there."""
    view = item.view
    return (
        view.kind,
        view.form,
        view.on,
        view.at,
        view.minutes,
        "" if view.room is None else view.room.name.casefold(),
        view.status,
        view.sequence,
        view.talk_id,
        view.subject,
        view.sensitive,
    )
