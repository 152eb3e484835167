"""Placements of a student and people at home: adding, changing, ending, and taking back an end."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound, StaleSave
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.placements import queries
from lob_workbench.features.placements.rules import (
    Around,
    AtOnce,
    GuardianDraft,
    PlacementDraft,
    at_once_with,
    check_period,
    checked_guardian,
    checked_placement,
    checked_until,
)
from lob_workbench.people.access import own_students, readable_students, require
from lob_workbench.people.queries import get_student
from lob_workbench.people.queries_placements import guardians_of, placements_of
from lob_workbench.people.records_placements import Company, Guardian, Placement
from lob_workbench.people.rules import has_student
from lob_workbench.people.rules_placements import CompanyView, Relation
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

R = TypeVar("R", Placement, Guardian)


@dataclass(frozen=True, slots=True)
class Ended:
    """What ended; ``version`` and ``before`` (its last day until now) let it be taken back."""

    id: UUID
    version: int
    before: date | None
    changes: Changes


@operation(Right.READ_TALKS)
def read_around(work: UnitOfWork, student_id: UUID) -> Around:
    """The placements and the people at home. Raises ``NotFound`` for who may not read along."""
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    student = get_student(work, student_id)
    return Around(
        student_id=student_id,
        first_name=student.name.first,
        age=student.age(work.clock.today()),
        own=has_student(work.actor, student),
        placements=placements_of(work, student_id),
        guardians=guardians_of(work, student_id),
    )


@operation(Right.RECORD_TALKS)
def known_companies(work: UnitOfWork) -> tuple[CompanyView, ...]:
    """The companies to choose from while typing; the same for everybody, of no student."""
    return queries.list_companies(work)


@operation(Right.RECORD_TALKS)
def save_placement(
    work: UnitOfWork, draft: PlacementDraft, version: int | None = None, sure: bool = False
) -> Changes:
    """Write a new placement down (``version`` is ``None``), or change the one of that version.

    Raises ``AtOnce`` when another one at the same company lies in the same time, unless ``sure``;
    ``InputRefused`` (see ``rules``), ``NotFound`` for a student that is not the actor's and
    ``StaleSave`` when somebody changed it in between, or wrote it down under this id already.
    """
    open_dossier(work, draft.student_id)
    require(work, draft.student_id, own_students(work))
    ready, starts_on = checked_placement(draft, work.clock.today())
    if not sure and at_once_with(ready, placements_of(work, ready.student_id)) is not None:
        raise AtOnce
    record = queries.find_placement(work, ready.id)
    if version is None:
        record = _new(record, Placement(id=ready.id, student_id=ready.student_id))
    else:
        record = _current(record, version, ready.student_id)
    record.company_id = _company(work, ready.company, ready.place)
    record.trainer = ready.trainer
    record.trainer_email = ready.trainer_email
    record.trainer_phone = ready.trainer_phone
    record.starts_on = starts_on
    record.ends_on = ready.ends_on
    record.updated_at = work.clock.now()
    work.session.add(record)
    work.flush_first(Placement)
    return Changes.of("placement", ready.student_id)


@operation(Right.RECORD_TALKS)
def end_placement(work: UnitOfWork, placement_id: UUID, version: int, last_day: date) -> Ended:
    """Let a placement end on ``last_day``. Raises as :func:`save_placement` does."""
    record = queries.get_placement(work, placement_id)
    _current(record, version, record.student_id)
    check_period(record.starts_on, last_day, work.clock.today())
    before, record.ends_on = record.ends_on, last_day
    return _ended(work, record, before, "placement")


@operation(Right.RECORD_TALKS)
def take_back_end(
    work: UnitOfWork, placement_id: UUID, version: int, before: date | None
) -> Changes:
    """Give a placement the last day that it had ``before`` (``None``: not known yet)."""
    record = queries.get_placement(work, placement_id)
    _current(record, version, record.student_id)
    record.ends_on = before
    return _ended(work, record, before, "placement").changes


@operation(Right.RECORD_TALKS)
def save_guardian(work: UnitOfWork, draft: GuardianDraft, version: int | None = None) -> Changes:
    """Write somebody at home down, or change who is of that version; raises likewise."""
    open_dossier(work, draft.student_id)
    require(work, draft.student_id, own_students(work))
    student = get_student(work, draft.student_id)
    ready = checked_guardian(draft, student.birth_date, work.clock.today())
    record = queries.find_guardian(work, ready.id)
    if version is None:
        record = _new(record, Guardian(id=ready.id, student_id=ready.student_id))
    else:
        record = _current(record, version, ready.student_id)
    record.name = ready.name
    record.relation = ready.relation or Relation.OTHER
    record.phone = ready.phone
    record.email = ready.email
    record.consent_on = ready.consent_on
    record.updated_at = work.clock.now()
    work.session.add(record)
    work.flush_first(Guardian)
    return Changes.of("guardian", ready.student_id)


@operation(Right.RECORD_TALKS)
def end_guardian(work: UnitOfWork, guardian_id: UUID, version: int, last_day: date) -> Ended:
    """Let a record of home hold no longer than ``last_day``; it stays to be read."""
    record = queries.get_guardian(work, guardian_id)
    _current(record, version, record.student_id)
    before, record.until = record.until, checked_until(last_day, work.clock.today())
    return _ended(work, record, before, "guardian")


@operation(Right.RECORD_TALKS)
def take_back_until(
    work: UnitOfWork, guardian_id: UUID, version: int, before: date | None
) -> Changes:
    """Let a record of home hold again as it did ``before``."""
    record = queries.get_guardian(work, guardian_id)
    _current(record, version, record.student_id)
    record.until = before
    return _ended(work, record, before, "guardian").changes


def _company(work: UnitOfWork, name: str, place: str) -> UUID:
    known = queries.find_company(work, name, place)
    if known is not None:
        return known
    company = Company(id=new_id(), name=name, place=place, updated_at=work.clock.now())
    work.session.add(company)
    # Before the placement; and where a colleague writes the same one now, that one is first.
    work.flush_first(Company)
    return company.id


def _new(known: R | None, fresh: R) -> R:
    if known is not None:
        raise StaleSave
    return fresh


def _current(record: R | None, version: int, student_id: UUID) -> R:
    if record is None or record.student_id != student_id:
        raise NotFound
    if record.version != version:
        raise StaleSave
    return record


def _ended(work: UnitOfWork, record: Placement | Guardian, before: date | None, kind: str) -> Ended:
    record.updated_at = work.clock.now()
    work.session.flush()
    return Ended(record.id, record.version, before, Changes.of(kind, record.student_id))
