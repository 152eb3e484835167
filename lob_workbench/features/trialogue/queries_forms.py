"""Reading the forms of a talk, of one's own students only."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.career import FORM_LABELS, KIND_LABELS, ConversationForm
from lob_workbench.domain.errors import NotFound
from lob_workbench.features.trialogue.records_forms import FormFile, IssuedForm
from lob_workbench.features.trialogue.rules_forms import (
    FormClaim,
    IssuedFormView,
    OriginalFile,
    mark_of,
    state_of,
    token_of,
)
from lob_workbench.people.access import own_students, readable_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import list_appointments
from lob_workbench.talks.rules import Party


def talk_facts(work: UnitOfWork, student_id: UUID) -> tuple[str, date | None]:
    """What the next trialogue with a student is called, and its day when one is planned."""
    for planned in list_appointments(work, student_ids=[student_id], only_planned=True):
        if planned.form is ConversationForm.TRIALOGUE:
            return KIND_LABELS[planned.kind], planned.on
    return FORM_LABELS[ConversationForm.TRIALOGUE], None


def find_form(work: UnitOfWork, form_id: UUID) -> IssuedForm | None:
    """A form of an own student."""
    query = (
        sa.select(IssuedForm)
        .join(Student, IssuedForm.student_id == Student.id)
        .where(IssuedForm.id == form_id, own_students(work))
        .execution_options(populate_existing=True)
    )
    return work.session.scalars(query).one_or_none()


def newest_version(work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party) -> int:
    """The last version that went out to this party; 0 when none did."""
    query = (
        sa.select(sa.func.max(IssuedForm.version))
        .join(Student, IssuedForm.student_id == Student.id)
        .where(*_of_party(student_id, talk_id, party), own_students(work))
    )
    return work.session.scalar(query) or 0


def list_issued(
    work: UnitOfWork, student_id: UUID, talk_id: UUID, party: Party
) -> tuple[IssuedFormView, ...]:
    """The forms of a party in a talk, newest first, with the name of what came back."""
    query = (
        sa.select(IssuedForm, FormFile.name)
        .join(Student, IssuedForm.student_id == Student.id)
        .outerjoin(FormFile, FormFile.form_id == IssuedForm.id)
        .where(*_of_party(student_id, talk_id, party), own_students(work))
        .order_by(IssuedForm.version.desc())
        .execution_options(populate_existing=True)
    )
    rows = work.session.execute(query).all()
    newest = rows[0][0].version if rows else 0
    today = work.clock.today()
    return tuple(
        IssuedFormView(
            id=form.id,
            party=form.party,
            version=form.version,
            mark=mark_of(token_of(claim_of(form), form.key)),
            issued_at=form.issued_at,
            expires_on=form.expires_on,
            state=state_of(form.read_at, form.expires_on, form.version, newest, today),
            read_at=form.read_at,
            file_name=name or "",
        )
        for form, name in rows
    )


def get_original(work: UnitOfWork, form_id: UUID) -> OriginalFile:
    """The file that came back, for who may read the dossier; raises ``NotFound`` otherwise."""
    query = (
        sa.select(FormFile.name, FormFile.content)
        .join(Student, FormFile.student_id == Student.id)
        .where(FormFile.form_id == form_id, readable_students(work))
    )
    found = work.session.execute(query).one_or_none()
    if found is None:
        raise NotFound
    return OriginalFile(found.name, found.content)


def claim_of(form: IssuedForm) -> FormClaim:
    """What the token of this form vouches for."""
    return FormClaim(form.id, form.talk_id, form.party, form.version, form.expires_on)


def _of_party(student_id: UUID, talk_id: UUID, party: Party) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        IssuedForm.student_id == student_id,
        IssuedForm.talk_id == talk_id,
        IssuedForm.party == party,
    )
