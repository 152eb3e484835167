"""Routes: making and changing one's own, and anybody's for who administers the sets."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.skill_sets import queries
from lob_workbench.skills import writing_sets
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_SKILLS)
def save_route(work: UnitOfWork, route: Route) -> Changes:
    """Write a new route, or change one's own. Raises as ``writing_sets.write_route`` does."""
    return _write(work, route)


@operation(Right.CHANGE_SKILL_SETS)
def change_any_route(work: UnitOfWork, route: Route) -> Changes:
    """Change anybody's route; a new one (``version`` 0) is ``NotFound``. Raises as above."""
    if not route.version:
        raise NotFound
    return _write(work, route)


@operation(Right.RECORD_SKILLS)
def retire_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer one's own route no more. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.retire_route(work, route_id, version)


@operation(Right.CHANGE_SKILL_SETS)
def retire_any_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer anybody's route no more. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.retire_route(work, route_id, version)


@operation(Right.RECORD_SKILLS)
def bring_back_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer one's own route again. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.bring_back_route(work, route_id, version)


@operation(Right.CHANGE_SKILL_SETS)
def bring_back_any_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer anybody's route again. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.bring_back_route(work, route_id, version)


def _write(work: UnitOfWork, route: Route) -> Changes:
    skill_set = queries.set_for(queries.list_versions(work), route.set_id)
    if skill_set is None:
        raise NotFound
    return writing_sets.write_route(work, route, skill_set)
