"""Brings the forms of one student from a workbook to a school. Twice is harmless."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.trialogue import operations_forms_moving as operations
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_DIFFERS = QT_TRANSLATE_NOOP("moving", "Een formulier staat er anders. Dat is zo gebleven.")


def move_forms(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's forms and of the files that came back."""
    with here() as work:
        ours = operations.read_forms(work, student.here)
    with there() as work:
        theirs = operations.read_forms(work, student.there)
    known = {form.claim.form_id: form for form in theirs}
    taken = {(form.claim.talk_id, form.claim.party, form.claim.version) for form in theirs}
    report = MoveReport()
    for form in ours:
        claim = form.claim
        if known.get(claim.form_id) == form:
            report |= MoveReport.of(MovedKind.FORM, Outcome.EXISTED)
        elif claim.form_id in known or (claim.talk_id, claim.party, claim.version) in taken:
            report |= _differs(student)
        else:
            try:
                with there() as work:
                    operations.write_forms(work, student.there, (form,))
            except IntegrityError:
                # Under an id that we cannot see.
                report |= _differs(student)
            else:
                report |= MoveReport.of(MovedKind.FORM, Outcome.CAME)
    return report


def _differs(student: MovingStudent) -> MoveReport:
    report = MoveReport.of(MovedKind.FORM, Outcome.DIFFERS)
    return report.noting(Outcome.DIFFERS, student.name, _DIFFERS)
