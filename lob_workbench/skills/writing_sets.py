"""Writing routes through a set of skills, in one way for every page that makes them.

Whose route it is decides who changes it: its author, and whoever administers the school's sets. A
school's server says the same.
"""

from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound, StaleSave
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills.queries_sets import find_route
from lob_workbench.skills.records import SkillRoute
from lob_workbench.skills.rules_sets import Route, checked_route, may_change_route
from lob_workbench.storage.unit_of_work import UnitOfWork

ROUTES = "skill_route"
"""The kind of ``Changes`` of routes."""
SETS = "skill_set"
"""The kind of ``Changes`` of sets of the school's own."""

OTHER_SET = QT_TRANSLATE_NOOP(
    "errors", "Een route blijft bij zijn set. Maak een nieuwe route voor een andere set."
)


def write_route(work: UnitOfWork, route: Route, skill_set: SkillSet) -> Changes:
    """Write a new route (``version`` 0) or change the one of that version.

    A new one is the actor's, whoever the draft names. The same draft twice writes once. Raises
    ``InputRefused`` with the reason, ``NotFound`` for a route that is not the actor's to change,
    ``StaleSave`` where somebody changed it first.
    """
    ready = checked_route(route, skill_set)
    skills = " ".join(ready.skills)
    record = work.session.get(SkillRoute, ready.id)
    if ready.version:
        record = _to_change(work, ready.id, ready.version)
        if record.set_id != ready.set_id:
            raise InputRefused(OTHER_SET)
        record.name, record.skills = ready.name, skills
        record.updated_at = work.clock.now()
    elif record is None:
        work.session.add(
            SkillRoute(
                id=ready.id,
                name=ready.name,
                set_id=ready.set_id,
                skills=skills,
                author_id=work.actor.staff_id,
                retired_at=None,
                updated_at=work.clock.now(),
            )
        )
        work.flush_first(SkillRoute)
    elif (record.name, record.set_id, record.skills) != (ready.name, ready.set_id, skills):
        raise StaleSave
    return Changes.of(ROUTES, ready.id)


def retire_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a route no more; raises as :func:`write_route` does."""
    record = _to_change(work, route_id, version)
    record.retired_at = record.updated_at = work.clock.now()
    return Changes.of(ROUTES, route_id)


def bring_back_route(work: UnitOfWork, route_id: UUID, version: int) -> Changes:
    """Offer a retired route again; raises as :func:`write_route` does."""
    record = _to_change(work, route_id, version)
    record.retired_at = None
    record.updated_at = work.clock.now()
    return Changes.of(ROUTES, route_id)


def _to_change(work: UnitOfWork, route_id: UUID, version: int) -> SkillRoute:
    record = find_route(work, route_id)
    if not may_change_route(work.actor, record.author_id):
        raise NotFound
    if record.version != version:
        raise StaleSave
    return record
