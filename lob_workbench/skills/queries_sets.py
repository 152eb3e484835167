"""Which sets of life skills there are, and routes through them."""

from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import SkillSet, load_skill_set, read_skill_set
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.skills.records import SkillRoute, SkillSetRecord
from lob_workbench.skills.rules_sets import Route
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_sets(work: UnitOfWork) -> tuple[SkillSet, ...]:
    """Ours, then the school's own in force, the newest version of each set first.

    One that cannot be read (written around the program) keeps nobody from the others.
    """
    query = (
        sa.select(SkillSetRecord.set_id, SkillSetRecord.set_version, SkillSetRecord.body)
        .where(SkillSetRecord.retired_at.is_(None))
        .order_by(SkillSetRecord.set_id, SkillSetRecord.added_at.desc(), SkillSetRecord.id.desc())
    )
    found = (_read(f"{id_}@{version}", body) for id_, version, body in work.session.execute(query))
    return (load_skill_set(), *filter(None, found))


def get_set(work: UnitOfWork, key: str) -> SkillSet:
    """The set of that id and version (``SkillSet.key``); raises ``NotFound``.

    Also a retired one: what was scored in it stays readable.
    """
    ours = load_skill_set()
    if key == ours.key:
        return ours
    # A list of claims asks for the set of each of them.
    known: dict[str, SkillSet] = work.session.info.setdefault("skill_sets", {})
    if key not in known:
        known[key] = _kept_set(work, key)
    return known[key]


def _kept_set(work: UnitOfWork, key: str) -> SkillSet:
    set_id, _, version = key.partition("@")
    query = sa.select(SkillSetRecord.body).where(
        SkillSetRecord.set_id == set_id, SkillSetRecord.set_version == version
    )
    body = work.session.scalar(query)
    found = None if body is None else _read(key, body)
    if found is None:
        raise NotFound
    return found


def list_routes(work: UnitOfWork) -> tuple[Route, ...]:
    """The routes in force, by name."""
    query = sa.select(SkillRoute).where(SkillRoute.retired_at.is_(None)).order_by(SkillRoute.name)
    return tuple(map(_route, work.session.scalars(query)))


def find_route(work: UnitOfWork, route_id: UUID) -> SkillRoute:
    """The record of a route; raises ``NotFound``."""
    record = work.session.get(SkillRoute, route_id)
    if record is None:
        raise NotFound
    return record


@lru_cache(maxsize=8)
def _read(key: str, body: str) -> SkillSet | None:
    """Read once: a set never changes, and it holds hundreds of texts.

    ``None`` for what is no set, or says that it is another one than ``key``.
    """
    try:
        found = read_skill_set(body.encode())
    except InputRefused:
        return None
    return found if found.key == key else None


def _route(record: SkillRoute) -> Route:
    skills = tuple(record.skills.split())
    return Route(record.id, record.name, record.set_id, skills, record.author_id, record.version)
