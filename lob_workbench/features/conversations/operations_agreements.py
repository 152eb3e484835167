"""Agreements of the whole caseload in one list, and those of one student on paper."""

from uuid import UUID

from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations.history import AgreementSheet
from lob_workbench.features.conversations.operations import paper_head
from lob_workbench.people.queries import get_student
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries_agreements
from lob_workbench.talks.rules import AgreementView


@operation(Right.READ_TALKS)
def all_agreements(work: UnitOfWork) -> tuple[AgreementView, ...]:
    """Every agreement of the actor's own students, open and closed; what is open comes first."""
    open_lists(work)
    return queries_agreements.list_agreements(work, history=True)


@operation(Right.READ_TALKS)
def agreement_sheet(work: UnitOfWork, student_id: UUID) -> AgreementSheet:
    """What the paper with the agreements of one readable student is made from."""
    open_dossier(work, student_id)
    student = get_student(work, student_id)
    return AgreementSheet(
        student=student,
        agreements=queries_agreements.list_agreements(work, student_id=student_id, history=True),
        counsellor=student.counsellor or work.actor.name,
        today=work.clock.today(),
        head=paper_head(work),
    )
