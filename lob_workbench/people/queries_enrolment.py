"""Reading what changed in enrolments; ``people.access`` decides of whom."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.rights import Right
from lob_workbench.people.access import Criterion
from lob_workbench.people.records import StaffMember, Student
from lob_workbench.people.records_enrolment import EnrolmentChange, EnrolmentNote
from lob_workbench.people.rules_enrolment import Destination, EnrolmentPart, EnrolmentStep
from lob_workbench.storage.unit_of_work import UnitOfWork


def stands() -> Criterion:
    """Changes that were not taken back, and took nothing back."""
    back = sa.orm.aliased(EnrolmentChange)
    taken_back = sa.exists().where(
        back.student_id == EnrolmentChange.student_id, back.undoes == EnrolmentChange.deed_id
    )
    return sa.and_(EnrolmentChange.undoes.is_(None), ~taken_back)


def history(work: UnitOfWork, student_id: UUID, criterion: Criterion) -> tuple[EnrolmentStep, ...]:
    """What changed of one student within ``criterion``, the newest day first.

    The notes are for who reads dossiers; on a school's server after ``open_dossier``.
    """
    reads = work.actor.may(Right.READ_TALKS)
    query = (
        sa.select(EnrolmentChange, StaffMember.name, EnrolmentNote.text)
        .join(Student, EnrolmentChange.student_id == Student.id)
        .outerjoin(StaffMember, EnrolmentChange.made_by == StaffMember.id)
        .outerjoin(EnrolmentNote, EnrolmentNote.change_id == EnrolmentChange.id)
        .where(EnrolmentChange.student_id == student_id, criterion, stands())
        .order_by(
            EnrolmentChange.counts_from.desc(),
            EnrolmentChange.made_at.desc(),
            EnrolmentChange.id,
        )
    )
    return tuple(
        EnrolmentStep(
            id=change.id,
            deed_id=change.deed_id,
            on=change.counts_from,
            part=change.part,
            before=change.before,
            after=change.after,
            made_by=name or "",
            made_at=change.made_at,
            destination=change.destination,
            note=(note or "") if reads else "",
        )
        for change, name, note in work.session.execute(query)
    )


def destinations(work: UnitOfWork, ids: Collection[UUID]) -> dict[UUID, Destination]:
    """Where those of these students who left went, by the last that was said of it."""
    query = (
        sa.select(EnrolmentChange.student_id, EnrolmentChange.destination)
        .join(Student, EnrolmentChange.student_id == Student.id)
        .where(
            EnrolmentChange.student_id.in_(ids),
            EnrolmentChange.part == EnrolmentPart.LEFT,
            Student.left_on.is_not(None),
            stands(),
        )
        .order_by(EnrolmentChange.made_at, EnrolmentChange.id)
    )
    found = work.session.execute(query)
    return {student: where for student, where in found if where is not None}
