"""Making, changing and retiring routes: combinations of skills with a name of their own."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.skills import writing_sets
from lob_workbench.skills.queries_sets import get_set
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_SKILLS)
def new_route(work: UnitOfWork, set_key: str) -> Route:
    """A route to begin with, of nothing yet. Raises ``NotFound`` for no set."""
    return Route(new_id(), "", get_set(work, set_key).id, (), work.actor.staff_id)


@operation(Right.RECORD_SKILLS)
def save_route(work: UnitOfWork, route: Route, set_key: str) -> Changes:
    """Write a new route, or change one. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.write_route(work, route, get_set(work, set_key))


@operation(Right.RECORD_SKILLS)
def retire_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a route no more. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.retire_route(work, route_id, version)


@operation(Right.RECORD_SKILLS)
def bring_back_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a retired route again. Raises as ``writing_sets.write_route`` does."""
    return writing_sets.bring_back_route(work, route_id, version)
