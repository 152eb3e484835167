"""Reading all forms of a student as they stand, and writing them down again at a school."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.trialogue.queries_forms import claim_of
from lob_workbench.features.trialogue.records_forms import FormFile, IssuedForm
from lob_workbench.features.trialogue.rules_forms import FormClaim
from lob_workbench.people.access import own_students, require
from lob_workbench.people.records import Student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, repr=False)
class FormOnRecord:
    """A form with its key and the file that came back. ``repr`` is off: it holds both."""

    claim: FormClaim
    key: bytes
    issued_at: datetime
    read_at: datetime | None
    file_name: str = ""
    content: bytes | None = None
    kept_at: datetime | None = None


@operation(Right.RECORD_TALKS)
def read_forms(work: UnitOfWork, student_id: UUID) -> tuple[FormOnRecord, ...]:
    """Every form that went out for an own student, and what came back."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    query = (
        sa.select(IssuedForm, FormFile)
        .join(Student, IssuedForm.student_id == Student.id)
        .outerjoin(FormFile, FormFile.form_id == IssuedForm.id)
        .where(IssuedForm.student_id == student_id, own_students(work))
        .order_by(IssuedForm.issued_at, IssuedForm.id)
    )
    return tuple(_on_record(form, file) for form, file in work.session.execute(query))


@operation(Right.RECORD_TALKS)
def write_forms(work: UnitOfWork, student_id: UUID, forms: Sequence[FormOnRecord]) -> Changes:
    """Write forms down as they stood elsewhere, so that those that are out still come back.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when one
    of the ids is taken.
    """
    require(work, student_id, own_students(work))
    for form in forms:
        claim = form.claim
        record = IssuedForm(
            id=claim.form_id,
            student_id=student_id,
            talk_id=claim.talk_id,
            party=claim.party,
            version=claim.version,
            key=form.key,
            expires_on=claim.expires_on,
            issued_at=form.issued_at,
            issued_by=work.actor.staff_id,
            read_at=None,
        )
        work.session.add(record)
        work.session.flush()
        if form.read_at is not None:
            # After it: a school's server takes a form only as one that is out.
            record.read_at = form.read_at
            work.session.flush()
        if form.content is not None:
            work.session.add(
                FormFile(
                    form_id=claim.form_id,
                    student_id=student_id,
                    name=form.file_name,
                    content=form.content,
                    kept_at=form.kept_at,
                )
            )
            work.session.flush()
    return Changes.of("form", student_id)


def _on_record(form: IssuedForm, file: FormFile | None) -> FormOnRecord:
    bare = FormOnRecord(claim_of(form), form.key, form.issued_at, form.read_at)
    if file is None:
        return bare
    return replace(bare, file_name=file.name, content=file.content, kept_at=file.kept_at)
