"""The school of a workbook, and what came back from it before."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.errors import NotFound
from lob_workbench.people.records import School
from lob_workbench.skills.access import seen
from lob_workbench.skills.records import SkillClaim
from lob_workbench.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500


def the_school(work: UnitOfWork) -> School:
    """The school with its id; raises ``NotFound`` where there is none yet."""
    school = work.session.scalars(sa.select(School)).one_or_none()
    if school is None:
        raise NotFound
    return school


def existing_claims(work: UnitOfWork, ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these claims stand there already."""
    wanted = list(ids)
    found: set[UUID] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        query = sa.select(SkillClaim.id).where(
            SkillClaim.id.in_(wanted[start : start + _AT_ONCE]),
            seen(work, SkillClaim.learner_id),
        )
        found.update(work.session.scalars(query))
    return frozenset(found)
