"""Who left, and the line about it, of each student that is attacked."""

from uuid import UUID

from lob_workbench.domain.actor import Actor
from lob_workbench.people.records_enrolment import EnrolmentChange, EnrolmentNote
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart
from lob_workbench.storage.base import new_id
from tests.helpers.stores import MONDAY, Store


def plant_enrolment(store: Store, student: UUID, administrator: Actor, secret: str) -> None:
    """One departure that was taken back: the student itself is at school."""
    change = new_id()
    with store.unguarded() as work:
        work.session.add(
            EnrolmentChange(
                id=change,
                student_id=student,
                deed_id=new_id(),
                counts_from=MONDAY.date(),
                part=EnrolmentPart.LEFT,
                before="",
                after="",
                destination=Destination.UNKNOWN,
                made_by=administrator.staff_id,
                made_at=MONDAY,
            )
        )
        work.session.flush()
        work.session.add(EnrolmentNote(change_id=change, student_id=student, text=secret))
