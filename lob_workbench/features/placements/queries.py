"""Finding placements, people at home and companies to change; own students only."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.features.placements.rules import same_company
from lob_workbench.people.access import own_students
from lob_workbench.people.queries_placements import company_view
from lob_workbench.people.records import Student
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules_placements import CompanyView
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_companies(work: UnitOfWork) -> tuple[CompanyView, ...]:
    """All companies that this workbook or school knows, by name and place."""
    views = map(company_view, work.session.scalars(sa.select(Company)))
    return tuple(sorted(views, key=lambda view: (view.name.casefold(), view.place.casefold())))


def find_company(work: UnitOfWork, name: str, place: str) -> UUID | None:
    """The company of this name and place, capitals and accents aside."""
    known = (view.id for view in list_companies(work) if same_company(view, name, place))
    return next(known, None)


def find_placement(work: UnitOfWork, placement_id: UUID) -> Placement | None:
    """A placement of one of the actor's own students."""
    query = (
        sa.select(Placement)
        .join(Student, Placement.student_id == Student.id)
        .where(Placement.id == placement_id, own_students(work))
    )
    return work.session.scalars(query).one_or_none()


def find_guardian(work: UnitOfWork, guardian_id: UUID) -> Guardian | None:
    """Somebody at home of one of the actor's own students."""
    query = (
        sa.select(Guardian)
        .join(Student, Guardian.student_id == Student.id)
        .where(Guardian.id == guardian_id, own_students(work))
    )
    return work.session.scalars(query).one_or_none()


def get_placement(work: UnitOfWork, placement_id: UUID) -> Placement:
    """The same; raises ``NotFound`` when it is not there or not the actor's."""
    found = find_placement(work, placement_id)
    if found is None:
        raise NotFound
    return found


def get_guardian(work: UnitOfWork, guardian_id: UUID) -> Guardian:
    """The same; raises ``NotFound`` when it is not there or not the actor's."""
    found = find_guardian(work, guardian_id)
    if found is None:
        raise NotFound
    return found
