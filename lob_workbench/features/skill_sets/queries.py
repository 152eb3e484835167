"""Reading sets with who added them, routes with who made them, and kwalificatiedossiers."""

from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.qualification_json import qualification_from_json
from lob_workbench.content.qualifications import Qualification
from lob_workbench.content.skills import SkillSet, load_skill_set, read_skill_set
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.features.skill_sets.records import QualificationRecord
from lob_workbench.features.skill_sets.rules import SetVersion
from lob_workbench.features.skill_sets.rules_routes import RouteRow
from lob_workbench.features.skill_sets.rules_work import Dossier
from lob_workbench.people.records import StaffMember
from lob_workbench.skills.records import SkillRoute, SkillSetRecord
from lob_workbench.skills.rules_sets import Route, may_change_route
from lob_workbench.storage.unit_of_work import UnitOfWork


def list_versions(work: UnitOfWork) -> tuple[SetVersion, ...]:
    """Ours, then every version of the school's own, the newest of each set first.

    One that this program cannot read is passed over: a newer program may have written it. So is
    one that says from within that it is another.
    """
    query = (
        sa.select(SkillSetRecord, StaffMember.name)
        .join(StaffMember, SkillSetRecord.added_by == StaffMember.id)
        .order_by(SkillSetRecord.set_id, SkillSetRecord.added_at.desc(), SkillSetRecord.id.desc())
    )
    found = [SetVersion(load_skill_set())]
    for record, name in work.session.execute(query):
        skill_set = _set_of(record.body)
        # What says that it is another one would lend its words to scores of that other.
        if skill_set is not None and skill_set.key == f"{record.set_id}@{record.set_version}":
            found.append(SetVersion(skill_set, record.id, name, record.added_at, record.retired_at))
    return tuple(found)


def find_set_record(work: UnitOfWork, record_id: UUID) -> SkillSetRecord:
    """The record of one version; raises ``NotFound``."""
    record = work.session.get(SkillSetRecord, record_id)
    if record is None:
        raise NotFound
    return record


def list_route_rows(work: UnitOfWork, versions: tuple[SetVersion, ...]) -> tuple[RouteRow, ...]:
    """All routes by name, those out of use too, with the skills of the newest version of theirs."""
    query = (
        sa.select(SkillRoute, StaffMember.name)
        .join(StaffMember, SkillRoute.author_id == StaffMember.id)
        .order_by(SkillRoute.name, SkillRoute.id)
    )
    return tuple(
        RouteRow(
            route=Route(
                record.id,
                record.name,
                record.set_id,
                tuple(record.skills.split()),
                record.author_id,
                record.version,
            ),
            author=name,
            skill_set=set_for(versions, record.set_id),
            changeable=may_change_route(work.actor, record.author_id),
            retired_at=record.retired_at,
        )
        for record, name in work.session.execute(query)
    )


def set_for(versions: tuple[SetVersion, ...], set_id: str) -> SkillSet | None:
    """The newest version in force of this set, else the newest; ``None`` when there is none."""
    of_set = [version for version in versions if version.skill_set.id == set_id]
    in_force = [version for version in of_set if not version.is_retired]
    return next((version.skill_set for version in in_force or of_set), None)


def list_dossiers(work: UnitOfWork) -> tuple[Dossier, ...]:
    """The kwalificatiedossiers in force, by title."""
    query = (
        sa.select(QualificationRecord, StaffMember.name)
        .join(StaffMember, QualificationRecord.added_by == StaffMember.id)
        .where(QualificationRecord.retired_at.is_(None))
        .order_by(QualificationRecord.title, QualificationRecord.id)
    )
    found = []
    for record, name in work.session.execute(query):
        qualification = _qualification_of(record.body)
        if qualification is not None:
            found.append(Dossier(record.id, qualification, name, record.added_at))
    return tuple(found)


def find_dossier_record(work: UnitOfWork, record_id: UUID) -> QualificationRecord:
    """The record of a dossier; raises ``NotFound``."""
    record = work.session.get(QualificationRecord, record_id)
    if record is None:
        raise NotFound
    return record


@lru_cache(maxsize=16)
def _set_of(body: str) -> SkillSet | None:
    try:
        return read_skill_set(body.encode())
    except InputRefused:
        return None


@lru_cache(maxsize=16)
def _qualification_of(body: str) -> Qualification | None:
    try:
        return qualification_from_json(body)
    except ValueError:
        return None
