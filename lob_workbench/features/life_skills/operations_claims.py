"""Claims on life skills and what a second person says of them, several at once."""

from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.skills import queries_sets
from lob_workbench.skills.rules import ClaimDraft, LearnerKind, VerdictDraft
from lob_workbench.skills.writing import write_claim, write_verdict
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_SKILLS)
def claim(work: UnitOfWork, drafts: tuple[ClaimDraft, ...]) -> Changes:
    """Write down that behaviours were shown: all of them or none, each once under its id.

    Raises what ``write_claim`` raises.
    """
    changes = Changes()
    for draft in drafts:
        changes |= write_claim(work, draft, queries_sets.get_set(work, draft.set_key))
    return changes


@operation(Right.RECORD_SKILLS)
def judge(
    work: UnitOfWork, learner_id: UUID, kind: LearnerKind, drafts: tuple[VerdictDraft, ...]
) -> Changes:
    """Add what a second person says of claims on one learner: of all of them or of none.

    Raises what ``write_verdict`` raises.
    """
    if kind is LearnerKind.STUDENT:
        open_dossier(work, learner_id)
    changes = Changes()
    for draft in drafts:
        changes |= write_verdict(work, draft)
    return changes
