"""Taking over kwalificatiedossiers, and taking them out of use."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.content.qualification_json import qualification_json
from lob_workbench.content.qualifications import Qualification
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.skill_sets import queries
from lob_workbench.features.skill_sets.records import QualificationRecord
from lob_workbench.features.skill_sets.rules_work import Dossier
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

DOSSIERS = "qualification"
"""The kind of ``Changes`` of kwalificatiedossiers."""


@dataclass(frozen=True, slots=True)
class DossierPreview:
    """A dossier from a file. ``before`` is the one of the same number that stands here."""

    qualification: Qualification
    before: Dossier | None

    @property
    def is_same(self) -> bool:
        """Whether the school has exactly this one."""
        return self.before is not None and self.before.qualification == self.qualification


@operation(Right.CHANGE_SKILL_SETS)
def preview_dossier(work: UnitOfWork, qualification: Qualification) -> DossierPreview:
    """What taking over would do; writes nothing. Raises ``InputRefused`` for one too large."""
    qualification_json(qualification)
    return DossierPreview(qualification, _of_number(work, qualification.number))


@operation(Right.CHANGE_SKILL_SETS)
def take_over_dossier(work: UnitOfWork, qualification: Qualification) -> Changes:
    """Keep this dossier for the whole school, in the place of the one of the same number.

    The same one twice is kept once. Raises ``InputRefused`` for one too large.
    """
    body = qualification_json(qualification)
    before = _of_number(work, qualification.number)
    if before is not None and before.qualification == qualification:
        return Changes.of(DOSSIERS, before.id)
    if before is not None:
        queries.find_dossier_record(work, before.id).retired_at = work.clock.now()
    record = QualificationRecord(
        id=new_id(),
        number=qualification.number,
        title=qualification.title,
        dossier_version=qualification.version,
        body=body,
        added_by=work.actor.staff_id,
        added_at=work.clock.now(),
        retired_at=None,
    )
    work.session.add(record)
    return Changes.of(DOSSIERS, record.id)


@operation(Right.CHANGE_SKILL_SETS)
def retire_dossier(work: UnitOfWork, record_id: UUID) -> Changes:
    """Show a dossier no more; routes that were made from it stay. Raises ``NotFound``."""
    record = queries.find_dossier_record(work, record_id)
    if record.retired_at is None:
        record.retired_at = work.clock.now()
    return Changes.of(DOSSIERS, record_id)


@operation(Right.CHANGE_SKILL_SETS)
def bring_back_dossier(work: UnitOfWork, record_id: UUID) -> Changes:
    """Show a retired dossier again. Raises ``NotFound``."""
    queries.find_dossier_record(work, record_id).retired_at = None
    return Changes.of(DOSSIERS, record_id)


def _of_number(work: UnitOfWork, number: str) -> Dossier | None:
    return next(
        (one for one in queries.list_dossiers(work) if one.qualification.number == number), None
    )
