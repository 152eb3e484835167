"""Reading all that stands around a student, and writing it down again at a school."""

from collections.abc import Sequence
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.placements import queries
from lob_workbench.people.access import own_students, require
from lob_workbench.people.queries_placements import guardians_of, placements_of
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules_placements import GuardianView, PlacementView
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.READ_TALKS)
def read_all(
    work: UnitOfWork, student_id: UUID
) -> tuple[tuple[PlacementView, ...], tuple[GuardianView, ...]]:
    """Every placement of one of the actor's own students, and everybody at home."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    return placements_of(work, student_id), guardians_of(work, student_id)


@operation(Right.RECORD_TALKS)
def write_placement(work: UnitOfWork, student_id: UUID, came: PlacementView) -> Changes:
    """Write a placement down as it stood elsewhere, at the company of that name and place.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when
    the id is taken.
    """
    require(work, student_id, own_students(work))
    company_id = queries.find_company(work, came.company.name, came.company.place)
    if company_id is None:
        company_id = new_id()
        work.session.add(
            Company(
                id=company_id,
                name=came.company.name,
                place=came.company.place,
                updated_at=work.clock.now(),
            )
        )
        work.session.flush()
    work.session.add(
        Placement(
            id=came.id,
            student_id=student_id,
            company_id=company_id,
            trainer=came.trainer,
            trainer_email=came.trainer_email,
            trainer_phone=came.trainer_phone,
            starts_on=came.starts_on,
            ends_on=came.ends_on,
            updated_at=work.clock.now(),
        )
    )
    work.session.flush()
    return Changes.of("placement", student_id)


@operation(Right.RECORD_TALKS)
def write_guardians(work: UnitOfWork, student_id: UUID, came: Sequence[GuardianView]) -> Changes:
    """Write people at home down as they stood elsewhere; raises likewise."""
    require(work, student_id, own_students(work))
    for each in came:
        work.session.add(
            Guardian(
                id=each.id,
                student_id=student_id,
                name=each.name,
                relation=each.relation,
                phone=each.phone,
                email=each.email,
                consent_on=each.consent_on,
                until=each.until,
                updated_at=work.clock.now(),
            )
        )
    work.session.flush()
    return Changes.of("guardian", student_id)
