"""Brings the badges of one student from a workbook to a school. Twice is harmless.

The key that signed them comes along in public only. From then on it signs nothing, and what it
signed stays good; who keeps the keys at school may revoke it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.errors import InputRefused
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import operations_moving as operations
from lob_workbench.features.badges.rules import KeyState
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_DIFFERS = QT_TRANSLATE_NOOP("moving", "Een badge staat op school anders. Die is zo gebleven.")
_TAKEN = QT_TRANSLATE_NOOP("moving", "Op school is deze badge al uitgereikt.")
_STOLEN = QT_TRANSLATE_NOOP(
    "moving", "De sleutel van een badge is ingetrokken. Geef op school een nieuwe badge."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's badges."""
    with here() as work:
        ours = operations.read_all(work, student.here)
    if not ours:
        return MoveReport()
    with there() as work:
        theirs = {badge.id: badge for badge in operations.read_all(work, student.there)}
    report = MoveReport()
    for badge in ours:
        known = theirs.get(badge.id)
        if badge.key.state is KeyState.REVOKED:
            report |= _told(Outcome.STAYED, student, _STOLEN)
        elif known is None:
            try:
                with there() as work:
                    operations.write_badge(work, student.there, badge)
            except IntegrityError:
                report |= _told(Outcome.STAYED, student, _TAKEN)
            except InputRefused as refused:
                report |= _told(Outcome.STAYED, student, refused.message)
            else:
                report |= MoveReport.of(MovedKind.BADGE, Outcome.CAME)
        elif (known.credential, known.revoked_at) == (badge.credential, badge.revoked_at):
            report |= MoveReport.of(MovedKind.BADGE, Outcome.EXISTED)
        else:
            report |= _told(Outcome.DIFFERS, student, _DIFFERS)
    return report


def _told(outcome: Outcome, student: MovingStudent, words: str) -> MoveReport:
    return MoveReport.of(MovedKind.BADGE, outcome).noting(outcome, student.name, words)
