"""Writing claims and verdicts, in one way for every feature that records them.

Called by operations. Whose learner it is and what the rules say of it is checked here, so that a
claim from the screen, from a lent laptop and from a workbook are held to the same.
"""

from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import SkillSet
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, StaleSave
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.skills import queries
from lob_workbench.skills.access import columns_of, require_own
from lob_workbench.skills.records import (
    SkillClaim,
    SkillClaimText,
    SkillEvidence,
    SkillVerdict,
    SkillVerdictText,
)
from lob_workbench.skills.rules import (
    ClaimDraft,
    LearnerKind,
    VerdictDraft,
    checked_claim,
    checked_verdict,
)
from lob_workbench.storage.unit_of_work import UnitOfWork


def write_claim(work: UnitOfWork, draft: ClaimDraft, skill_set: SkillSet) -> Changes:
    """Write a claim once, under the id of its draft.

    Raises ``InputRefused`` with the reason, ``NotFound`` for a learner that is not the actor's,
    ``StaleSave`` where the id stands there with another behaviour.
    """
    require_own(work, draft.learner.id)
    ready = checked_claim(draft, work.clock.today())
    if skill_set.key != ready.set_key or ready.behaviour_id not in skill_set.behaviour_ids:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Dit gedrag staat niet in deze set life skills.")
        )
    changes = Changes.of("skill_claim", ready.learner.id)
    query = sa.select(SkillClaim.learner_id, SkillClaim.behaviour_id).where(
        SkillClaim.id == ready.id
    )
    known = work.session.execute(query).one_or_none()
    if known is not None:
        if tuple(known) != (ready.learner.id, ready.behaviour_id):
            raise StaleSave
        return changes
    me = work.actor.staff_id
    work.session.add(
        SkillClaim(
            id=ready.id,
            **columns_of(ready.learner),
            set_key=ready.set_key,
            behaviour_id=ready.behaviour_id,
            observer=ready.observer,
            observer_staff_id=me if ready.own_word else None,
            seen_on=ready.seen_on,
            recorded_by=me,
            recorded_at=work.clock.now(),
        )
    )
    work.flush_first(SkillClaim)
    of_whom = _of_whom(ready.learner.id, ready.learner.kind)
    work.session.add(
        SkillClaimText(
            claim_id=ready.id,
            **of_whom,
            observer_name=work.actor.name if ready.own_word else ready.observer_name,
            evidence=ready.evidence,
            link=ready.link,
        )
    )
    for file in ready.files:
        work.session.add(
            SkillEvidence(
                id=file.id,
                claim_id=ready.id,
                **of_whom,
                name=file.name,
                media_type=file.media_type,
                content=file.content,
            )
        )
    work.session.flush()
    return changes


def write_verdict(work: UnitOfWork, draft: VerdictDraft) -> Changes:
    """Add what a second person says. Open the dossier before: the claim is read.

    Raises ``InputRefused`` with the reason, ``NotFound``, and ``StaleSave`` where somebody added
    one at the same moment. The same verdict by the same person twice writes once.
    """
    learner = queries.learner_of(work, draft.claim_id)
    require_own(work, learner.id)
    claim = queries.get_claim(work, draft.claim_id)
    me = work.actor.staff_id
    if draft.own_word:
        draft = replace(draft, observer_name=work.actor.name)
    ready = checked_verdict(draft, claim, learner, me, work.clock.today())
    changes = Changes.of("skill_claim", learner.id)
    name = ready.observer_name
    if claim.verdicts:
        last = claim.verdicts[-1]
        if (last.verdict, last.observer, last.name, last.given_on, last.note) == (
            ready.verdict,
            ready.observer,
            name,
            ready.given_on,
            ready.note,
        ):
            return changes
    number = len(claim.verdicts) + 1
    of_whom = _of_whom(learner.id, learner.kind)
    work.session.add(
        SkillVerdict(
            claim_id=claim.id,
            number=number,
            **of_whom,
            verdict=ready.verdict,
            observer=ready.observer,
            observer_staff_id=me if ready.own_word else None,
            given_on=ready.given_on,
            recorded_by=me,
            recorded_at=work.clock.now(),
        )
    )
    work.flush_first(SkillVerdict)
    work.session.add(
        SkillVerdictText(
            claim_id=claim.id, number=number, **of_whom, observer_name=name, note=ready.note
        )
    )
    work.session.flush()
    return changes


def _of_whom(learner_id: UUID, kind: LearnerKind) -> dict[str, UUID | None]:
    student = learner_id if kind is LearnerKind.STUDENT else None
    return {"learner_id": learner_id, "student_id": student}
