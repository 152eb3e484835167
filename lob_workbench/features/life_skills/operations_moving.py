"""Reading a student's life skills as they stand, and writing them down again at a school."""

from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills import queries_moving as queries
from lob_workbench.features.life_skills.queries_moving import (
    Moments,
    MovedClaim,
    MovedVerdict,
    SkillsOfStudent,
)
from lob_workbench.people.access import own_students, require
from lob_workbench.skills.queries import get_learner
from lob_workbench.skills.queries_sets import get_set
from lob_workbench.skills.records import (
    SkillClaim,
    SkillClaimText,
    SkillEvidence,
    SkillVerdict,
    SkillVerdictText,
)
from lob_workbench.skills.rules import EvidenceFile
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.skills.writing_goals import add_goal
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.RECORD_TALKS)
def read_all(work: UnitOfWork, student_id: UUID) -> SkillsOfStudent:
    """The claims and agreements of an own student."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    return queries.read_skills(work, student_id)


@operation(Right.RECORD_TALKS)
def read_evidence(work: UnitOfWork, student_id: UUID, claim_id: UUID) -> tuple[EvidenceFile, ...]:
    """The files of one claim on an own student, with their content."""
    open_dossier(work, student_id)
    require(work, student_id, own_students(work))
    return queries.read_files(work, student_id, claim_id)


@operation(Right.RECORD_TALKS)
def knows_set(work: UnitOfWork, set_key: str) -> bool:
    """Whether this set of life skills stands here, so that what was scored in it can be read."""
    try:
        get_set(work, set_key)
    except NotFound:
        return False
    return True


@operation(Right.RECORD_TALKS)
def bring_claim(work: UnitOfWork, student_id: UUID, claim: MovedClaim, moments: Moments) -> Changes:
    """Write a claim down as it stood elsewhere, by the actor, with what was said of it.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when
    the id is taken.
    """
    require(work, student_id, own_students(work))
    me = work.actor.staff_id
    of_whom = {"learner_id": student_id, "student_id": student_id}
    work.session.add(
        SkillClaim(
            id=claim.id,
            **of_whom,
            set_key=claim.set_key,
            behaviour_id=claim.behaviour_id,
            observer=claim.observer,
            observer_staff_id=me if claim.own_word else None,
            seen_on=claim.seen_on,
            recorded_by=me,
            recorded_at=moments.claim,
        )
    )
    work.session.flush()
    work.session.add(
        SkillClaimText(
            claim_id=claim.id,
            **of_whom,
            observer_name=claim.name,
            evidence=claim.evidence,
            link=claim.link,
        )
    )
    work.session.add_all(
        SkillEvidence(
            id=file.id,
            claim_id=claim.id,
            **of_whom,
            name=file.name,
            media_type=file.media_type,
            content=file.content,
        )
        for file in claim.files
    )
    work.session.flush()
    return bring_verdicts(work, student_id, claim, moments, 0)


@operation(Right.RECORD_TALKS)
def bring_verdicts(
    work: UnitOfWork, student_id: UUID, claim: MovedClaim, moments: Moments, known: int
) -> Changes:
    """Write down what was said of a claim after the first ``known`` verdicts; raises as above."""
    require(work, student_id, own_students(work))
    later = list(zip(claim.verdicts, moments.verdicts, strict=True))[known:]
    for number, (verdict, at) in enumerate(later, start=known + 1):
        _write_verdict(work, student_id, claim.id, number, verdict, at)
    return Changes.of("skill_claim", student_id)


@operation(Right.RECORD_TALKS)
def bring_goal(work: UnitOfWork, student_id: UUID, goal: Goal) -> Changes:
    """Write an agreement down as it stood elsewhere, made by the actor; raises as above."""
    require(work, student_id, own_students(work))
    add_goal(work, goal, get_learner(work, student_id))
    return Changes.of("skill_goal", student_id)


def _write_verdict(
    work: UnitOfWork,
    student_id: UUID,
    claim_id: UUID,
    number: int,
    verdict: MovedVerdict,
    at: datetime,
) -> None:
    of_whom = {"learner_id": student_id, "student_id": student_id}
    me = work.actor.staff_id
    work.session.add(
        SkillVerdict(
            claim_id=claim_id,
            number=number,
            **of_whom,
            verdict=verdict.verdict,
            observer=verdict.observer,
            observer_staff_id=me if verdict.own_word else None,
            given_on=verdict.given_on,
            recorded_by=me,
            recorded_at=at,
        )
    )
    work.session.flush()
    work.session.add(
        SkillVerdictText(
            claim_id=claim_id,
            number=number,
            **of_whom,
            observer_name=verdict.name,
            note=verdict.note,
        )
    )
    work.session.flush()
