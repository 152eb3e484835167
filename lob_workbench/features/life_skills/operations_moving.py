"""Reading a student's life skills as they stand, and writing them down again at a school."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import sqlalchemy as sa

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
from lob_workbench.storage.base import Base
from lob_workbench.storage.unit_of_work import UnitOfWork

_AT_ONCE: Final = 200
"""So many rows go in one statement."""


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
def bring_claims(
    work: UnitOfWork, student_id: UUID, claims: Sequence[tuple[MovedClaim, Moments]]
) -> Changes:
    """Write claims down as they stood elsewhere, by the actor, with what was said of them.

    All or none. Raises ``NotFound`` for a student that is not the actor's, and what the database
    raises when an id is taken.
    """
    require(work, student_id, own_students(work))
    me = work.actor.staff_id
    of_whom = {"learner_id": student_id, "student_id": student_id}
    # Table by table: the guard lets words in only beside what was just written.
    _write(
        work,
        SkillClaim,
        [
            {
                "id": claim.id,
                **of_whom,
                "set_key": claim.set_key,
                "behaviour_id": claim.behaviour_id,
                "observer": claim.observer,
                "observer_staff_id": me if claim.own_word else None,
                "seen_on": claim.seen_on,
                "recorded_by": me,
                "recorded_at": moments.claim,
            }
            for claim, moments in claims
        ],
    )
    _write(
        work,
        SkillClaimText,
        [
            {
                "claim_id": claim.id,
                **of_whom,
                "observer_name": claim.name,
                "evidence": claim.evidence,
                "link": claim.link,
            }
            for claim, _ in claims
        ],
    )
    _write(
        work,
        SkillEvidence,
        [
            {
                "id": file.id,
                "claim_id": claim.id,
                **of_whom,
                "name": file.name,
                "media_type": file.media_type,
                "content": file.content,
            }
            for claim, _ in claims
            for file in claim.files
        ],
    )
    _write_verdicts(
        work, student_id, [said for claim, moments in claims for said in _said(claim, moments)]
    )
    return Changes.of("skill_claim", student_id)


@operation(Right.RECORD_TALKS)
def bring_verdicts(
    work: UnitOfWork, student_id: UUID, claim: MovedClaim, moments: Moments, known: int
) -> Changes:
    """Write down what was said of a claim after the first ``known`` verdicts; raises as above."""
    require(work, student_id, own_students(work))
    _write_verdicts(work, student_id, _said(claim, moments)[known:])
    return Changes.of("skill_claim", student_id)


@operation(Right.RECORD_TALKS)
def bring_goal(work: UnitOfWork, student_id: UUID, goal: Goal) -> Changes:
    """Write an agreement down as it stood elsewhere, made by the actor; raises as above."""
    require(work, student_id, own_students(work))
    add_goal(work, goal, get_learner(work, student_id))
    return Changes.of("skill_goal", student_id)


_Said = tuple[UUID, int, MovedVerdict, datetime]
"""A claim, and a verdict on it with its number and moment."""


def _said(claim: MovedClaim, moments: Moments) -> list[_Said]:
    said = zip(claim.verdicts, moments.verdicts, strict=True)
    return [(claim.id, number, verdict, at) for number, (verdict, at) in enumerate(said, start=1)]


def _write_verdicts(work: UnitOfWork, student_id: UUID, said: Sequence[_Said]) -> None:
    of_whom = {"learner_id": student_id, "student_id": student_id}
    me = work.actor.staff_id
    _write(
        work,
        SkillVerdict,
        [
            {
                "claim_id": claim_id,
                "number": number,
                **of_whom,
                "verdict": verdict.verdict,
                "observer": verdict.observer,
                "observer_staff_id": me if verdict.own_word else None,
                "given_on": verdict.given_on,
                "recorded_by": me,
                "recorded_at": at,
            }
            for claim_id, number, verdict, at in said
        ],
    )
    _write(
        work,
        SkillVerdictText,
        [
            {
                "claim_id": claim_id,
                "number": number,
                **of_whom,
                "observer_name": verdict.name,
                "note": verdict.note,
            }
            for claim_id, number, verdict, _ in said
        ],
    )


def _write(work: UnitOfWork, mapped: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows of one table, many in a statement.

    A school's server asks its policies once for each statement, and lists all students for them:
    that takes longer than to write the row.
    """
    for start in range(0, len(rows), _AT_ONCE):
        work.session.execute(sa.insert(mapped).values(rows[start : start + _AT_ONCE]))
