"""Making, changing and retiring routes: combinations of skills with a name of their own."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.skills.queries_sets import find_route, get_set
from lob_workbench.skills.records import SkillRoute
from lob_workbench.skills.rules_sets import Route, checked_route
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

ROUTES = "skill_route"
"""The kind of ``Changes`` of routes."""


@operation(Right.RECORD_SKILLS)
def new_route(work: UnitOfWork, set_key: str) -> Route:
    """A route to begin with, of nothing yet. Raises ``NotFound`` for no set."""
    return Route(new_id(), "", get_set(work, set_key).id, (), work.actor.staff_id)


@operation(Right.RECORD_SKILLS)
def save_route(work: UnitOfWork, route: Route, set_key: str) -> Changes:
    """Write a new route (``version`` 0), once under its id, or change the one of that version.

    Raises ``InputRefused`` with the reason, ``NotFound`` for a route that is not the actor's to
    change, and ``StaleSave`` where somebody changed it first.
    """
    ready = checked_route(route, get_set(work, set_key))
    known = work.session.get(SkillRoute, ready.id)
    if not ready.version:
        if known is not None:
            if (known.name, known.skills) != (ready.name, " ".join(ready.skills)):
                raise StaleSave
            return Changes.of(ROUTES, ready.id)
        work.session.add(
            SkillRoute(
                id=ready.id,
                name=ready.name,
                set_id=ready.set_id,
                skills=" ".join(ready.skills),
                author_id=work.actor.staff_id,
                retired_at=None,
                updated_at=work.clock.now(),
            )
        )
        work.flush_first(SkillRoute)
        return Changes.of(ROUTES, ready.id)
    record = _to_change(work, ready.id, ready.version)
    record.name = ready.name
    record.set_id = ready.set_id
    record.skills = " ".join(ready.skills)
    record.updated_at = work.clock.now()
    return Changes.of(ROUTES, ready.id)


@operation(Right.RECORD_SKILLS)
def retire_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a route no more. Raises ``NotFound`` and ``StaleSave`` as :func:`save_route` does."""
    record = _to_change(work, route_id, version)
    record.retired_at = record.updated_at = work.clock.now()
    return Changes.of(ROUTES, route_id)


@operation(Right.RECORD_SKILLS)
def bring_back_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a retired route again. Raises as :func:`save_route` does."""
    record = _to_change(work, route_id, version)
    record.retired_at = None
    record.updated_at = work.clock.now()
    return Changes.of(ROUTES, route_id)


def _to_change(work: UnitOfWork, route_id: UUID, version: int) -> SkillRoute:
    record = find_route(work, route_id)
    mine = record.author_id == work.actor.staff_id
    if not mine and not work.actor.may(Right.CHANGE_SKILL_SETS):
        raise NotFound
    if record.version != version:
        raise StaleSave
    return record
