"""Reading who stands around a student; callers join what ``people.access`` allows."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.people.access import readable_students
from lob_workbench.people.records import Student
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules_placements import CompanyView, GuardianView, PlacementView
from lob_workbench.storage.unit_of_work import UnitOfWork


def placements_of(work: UnitOfWork, student_id: UUID) -> tuple[PlacementView, ...]:
    """The placements of one readable student, the latest first."""
    query = (
        sa.select(Placement, Company)
        .join(Company, Placement.company_id == Company.id)
        .join(Student, Placement.student_id == Student.id)
        .where(Placement.student_id == student_id, readable_students(work))
        .order_by(Placement.starts_on.desc(), Placement.id.desc())
    )
    return _placements(work.session.execute(query))


def placement_on(work: UnitOfWork, student_id: UUID, day: date) -> PlacementView | None:
    """Where a readable student learns at work on that day."""
    return next((at for at in placements_of(work, student_id) if at.holds_on(day)), None)


def guardians_of(work: UnitOfWork, student_id: UUID) -> tuple[GuardianView, ...]:
    """The parents of one readable student that are on record, in the order of writing."""
    return guardians_by_student(work, [student_id]).get(student_id, ())


def guardians_by_student(
    work: UnitOfWork, student_ids: Sequence[UUID]
) -> dict[UUID, tuple[GuardianView, ...]]:
    """The parents of each of these readable students, in one pass."""
    query = (
        sa.select(Guardian)
        .join(Student, Guardian.student_id == Student.id)
        .where(Guardian.student_id.in_(student_ids), readable_students(work))
        .order_by(Guardian.id)
    )
    found: dict[UUID, tuple[GuardianView, ...]] = {}
    for record in work.session.scalars(query):
        view = GuardianView(
            id=record.id,
            student_id=record.student_id,
            name=record.name,
            relation=record.relation,
            phone=record.phone,
            email=record.email,
            consent_on=record.consent_on,
            until=record.until,
            version=record.version,
        )
        found[view.student_id] = (*found.get(view.student_id, ()), view)
    return found


def company_view(record: Company) -> CompanyView:
    """A company as pages see it."""
    return CompanyView(record.id, record.name, record.place, record.version)


def _placements(rows: Iterable[Any]) -> tuple[PlacementView, ...]:
    return tuple(
        PlacementView(
            id=placement.id,
            student_id=placement.student_id,
            company=company_view(company),
            trainer=placement.trainer,
            trainer_email=placement.trainer_email,
            trainer_phone=placement.trainer_phone,
            starts_on=placement.starts_on,
            ends_on=placement.ends_on,
            version=placement.version,
        )
        for placement, company in rows
    )
