"""Brings own notes on one student from a workbook to a school. Twice is harmless.

Working notes come too: they are the writer's own there as here. Nothing at the school is changed.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.notes import operations_moving as operations
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving", "Een notitie is door iemand anders geschreven. Die kun jij niet op jouw naam zetten."
)
_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een notitie staat op school met een andere tekst. Dat is zo gebleven."
)
_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "Een notitie staat op school al bij iemand anders, of is daar weggehaald."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of the actor's notes on this student."""
    with here() as work:
        me = work.actor.staff_id
        ours = operations.read_all(work, student.here)
    with there() as work:
        theirs = {note.id: note for note in operations.read_all(work, student.there)}
    report = MoveReport()
    for note in reversed(ours):
        known = theirs.get(note.id)
        if note.author_id != me:
            report |= _told(Outcome.STAYED, student, _OF_ANOTHER)
        elif known is None:
            try:
                with there() as work:
                    operations.write_note(work, student.there, note)
            except IntegrityError:
                report |= _told(Outcome.STAYED, student, _TAKEN)
            else:
                report |= MoveReport.of(MovedKind.NOTE, Outcome.CAME)
        elif (known.kind, known.text) == (note.kind, note.text):
            report |= MoveReport.of(MovedKind.NOTE, Outcome.EXISTED)
        else:
            report |= _told(Outcome.DIFFERS, student, _DIFFERS)
    return report


def _told(outcome: Outcome, student: MovingStudent, words: str) -> MoveReport:
    return MoveReport.of(MovedKind.NOTE, outcome).noting(outcome, student.name, words)
