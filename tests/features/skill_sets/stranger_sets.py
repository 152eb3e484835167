"""What a stranger gets of sets, routes and kwalificatiedossiers, for ``tests/test_access``.

Sets and dossiers are the school's and hold no student; a route is changed by who made it.
"""

from typing import Any
from uuid import UUID

from lob_workbench.content.skills import load_skill_set
from lob_workbench.domain.errors import NotFound
from lob_workbench.skills.records import SkillRoute
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.base import new_id
from tests.features.skill_sets.making import a_qualification
from tests.helpers.skills import small_set

SETS = "lob_workbench.features.skill_sets.operations."
ROUTES = "lob_workbench.features.skill_sets.operations_routes."
WORK = "lob_workbench.features.skill_sets.operations_work."


def changed(work: Any, route_id: UUID) -> Route:
    """The owner's route with another name, in the version that it stands in."""
    record = work.session.get_one(SkillRoute, route_id)
    skills = tuple(record.skills.split())
    return Route(route_id, "Anders", record.set_id, skills, record.author_id, record.version)


def put(do: Any, work: Any, world: Any) -> Any:
    """Take the owner's route out of use, or bring it back."""
    return do(work, world.route, changed(work, world.route).version)


def nothing_there(do: Any, work: Any) -> None:
    """Of a record that is not there: nothing may be written here."""
    try:
        do(work, new_id())
    except NotFound:
        return
    raise AssertionError("it was found")


def stranger_sets(missing: str, own: str) -> dict[str, tuple[str, Any]]:
    """The lines for the table, with its own words for what a stranger gets."""
    key = load_skill_set().key
    lines: dict[str, tuple[str, Any]] = {
        # What ships is no secret, and the words of a set are nobody's.
        SETS + "read_overview": (
            own,
            lambda do, work, _: [one.skill_set.key for one in do(work).versions],
        ),
        SETS + "read_booklet": (own, lambda do, work, _: do(work, key).head.school),
        SETS + "preview_set": (own, lambda do, work, _: do(work, small_set()).before),
        SETS + "take_over_set": (own, lambda do, work, _: do(work, small_set()).kinds),
        WORK + "preview_dossier": (own, lambda do, work, _: do(work, a_qualification()).before),
        WORK + "take_over_dossier": (
            own,
            lambda do, work, _: do(work, a_qualification()).kinds,
        ),
        ROUTES + "save_route": (
            missing,
            lambda do, work, world: do(work, changed(work, world.route)),
        ),
        ROUTES + "change_any_route": (
            missing,
            lambda do, work, world: do(work, changed(work, world.route)),
        ),
    }
    for name in ("retire_set", "bring_back_set"):
        lines[SETS + name] = (own, lambda do, work, _: nothing_there(do, work))
    for name in ("retire_dossier", "bring_back_dossier"):
        lines[WORK + name] = (own, lambda do, work, _: nothing_there(do, work))
    for name in ("retire_route", "bring_back_route", "retire_any_route", "bring_back_any_route"):
        lines[ROUTES + name] = (missing, put)
    return lines
