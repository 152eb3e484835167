"""Reading sets, and taking over, retiring and bringing back versions of the school's own."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.content.skill_writing import skill_set_toml
from lob_workbench.content.skills import Skill, SkillSet, read_skill_set
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.skill_sets import queries
from lob_workbench.features.skill_sets.rules import SetVersion
from lob_workbench.features.skill_sets.rules_difference import Difference, differences
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import Dossier
from lob_workbench.people.school import read_school
from lob_workbench.skills.records import SkillSetRecord
from lob_workbench.skills.writing_sets import SETS
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.rules import PaperHead

SAME_VERSION = QT_TRANSLATE_NOOP(
    "errors",
    "Versie {version} van deze set is er al, met andere woorden. Wat gescoord is, blijft bij zijn "
    "versie: geef het bestand een nieuwe versie.",
)


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows. ``fresh_id`` is for a route that is made now."""

    versions: tuple[SetVersion, ...] = ()
    routes: tuple[RouteRow, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    fresh_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SetPreview:
    """A set from a file, and how it differs from the newest version that stands here.

    ``before`` is ``None`` for a set that the school does not have yet. ``there`` is that very
    version, when it was taken over before.
    """

    skill_set: SkillSet
    before: SkillSet | None
    differences: tuple[Difference, ...]
    there: SetVersion | None = None


@dataclass(frozen=True, slots=True)
class Booklet:
    """What a booklet is printed from: a whole set, or some skills of it."""

    head: PaperHead
    author: str
    skill_set: SkillSet
    skills: tuple[Skill, ...]


@operation(Right.OPEN_WORKBENCH)
def read_overview(work: UnitOfWork) -> Overview:
    """Every version of every set, the routes and the kwalificatiedossiers."""
    versions = queries.list_versions(work)
    routes = queries.list_route_rows(work, versions)
    return Overview(versions, routes, queries.list_dossiers(work), new_id())


@operation(Right.OPEN_WORKBENCH)
def read_booklet(work: UnitOfWork, key: str, skill_id: str = "") -> Booklet:
    """A set on paper, or one skill of it; raises ``NotFound`` when there is none."""
    found = next(
        (one.skill_set for one in queries.list_versions(work) if one.skill_set.key == key), None
    )
    if found is None or (skill_id and skill_id not in found.skill_ids):
        raise NotFound
    school = read_school(work)
    skills = (found.skill(skill_id),) if skill_id else found.skills
    return Booklet(PaperHead(school.name, school.logo), work.actor.name, found, skills)


@operation(Right.CHANGE_SKILL_SETS)
def preview_set(work: UnitOfWork, skill_set: SkillSet) -> SetPreview:
    """What taking over would do; writes nothing. Raises as :func:`take_over_set` does."""
    _checked_body(skill_set)
    versions = queries.list_versions(work)
    there = _there(versions, skill_set)
    before = next((one for one in versions if one.skill_set.id == skill_set.id), None)
    if before is None:
        return SetPreview(skill_set, None, (), there)
    return SetPreview(skill_set, before.skill_set, differences(before.skill_set, skill_set), there)


@operation(Right.CHANGE_SKILL_SETS)
def take_over_set(work: UnitOfWork, skill_set: SkillSet) -> Changes:
    """Keep this version for the whole school; the same one twice is kept once.

    A version that was out of use comes back. Raises ``InputRefused`` where the id is ours, where
    this version stands here with other words, and where it is too large.
    """
    body = _checked_body(skill_set)
    there = _there(queries.list_versions(work), skill_set)
    if there is not None and there.id is not None:
        return _put(work, there.id, retired=False)
    record = SkillSetRecord(
        id=new_id(),
        set_id=skill_set.id,
        set_version=skill_set.version,
        name=skill_set.name,
        body=body,
        added_by=work.actor.staff_id,
        added_at=work.clock.now(),
        retired_at=None,
    )
    work.session.add(record)
    # Somebody else may take over the same version at this moment: then it is a stale save.
    work.flush_first(SkillSetRecord)
    return Changes.of(SETS, record.id)


@operation(Right.CHANGE_SKILL_SETS)
def retire_set(work: UnitOfWork, record_id: UUID) -> Changes:
    """Offer a version no more; what was scored in it stays. Raises ``NotFound``."""
    return _put(work, record_id, retired=True)


@operation(Right.CHANGE_SKILL_SETS)
def bring_back_set(work: UnitOfWork, record_id: UUID) -> Changes:
    """Offer a retired version again. Raises ``NotFound``."""
    return _put(work, record_id, retired=False)


def _put(work: UnitOfWork, record_id: UUID, *, retired: bool) -> Changes:
    record = queries.find_set_record(work, record_id)
    if (record.retired_at is not None) is not retired:
        record.retired_at = work.clock.now() if retired else None
    return Changes.of(SETS, record_id)


def _there(versions: tuple[SetVersion, ...], skill_set: SkillSet) -> SetVersion | None:
    """This very version, when it stands here with the same words."""
    found = next((one for one in versions if one.skill_set.key == skill_set.key), None)
    if found is not None and found.skill_set != skill_set:
        raise InputRefused(SAME_VERSION, version=skill_set.version)
    return found


def _checked_body(skill_set: SkillSet) -> str:
    """The set as it is kept; what could not be read back is refused here and not later."""
    body = skill_set_toml(skill_set)
    read_skill_set(body.encode())
    return body
