"""A student's claims and agreements as they stand, with all that goes along to another database."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.records import SkillClaim, SkillEvidence, SkillVerdict, SkillVerdictText
from lob_workbench.skills.records_goals import SkillGoal
from lob_workbench.skills.rules import EvidenceFile, Observer, Verdict
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class MovedVerdict:
    """What somebody said of a claim; ``own_word`` of who works with this database."""

    verdict: Verdict
    observer: Observer
    own_word: bool
    name: str
    given_on: date
    note: str


@dataclass(frozen=True, slots=True)
class MovedClaim:
    """A claim with its words, its files (by name) and what was said of it, oldest first."""

    id: UUID
    set_key: str
    behaviour_id: str
    observer: Observer
    own_word: bool
    name: str
    seen_on: date
    evidence: str
    link: str
    files: tuple[EvidenceFile, ...]
    verdicts: tuple[MovedVerdict, ...]


@dataclass(frozen=True, slots=True)
class Moments:
    """When a claim and each verdict on it were written down; ``mine``: all by who asks."""

    claim: datetime
    verdicts: tuple[datetime, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class SkillsOfStudent:
    """All of one student. ``moments`` by claim, ``agreed_by`` by agreement."""

    claims: tuple[MovedClaim, ...]
    moments: dict[UUID, Moments]
    goals: tuple[Goal, ...]
    agreed_by: dict[UUID, UUID]


def read_skills(work: UnitOfWork, student_id: UUID) -> SkillsOfStudent:
    """What stands of an own student. Open the dossier before."""
    me = work.actor.staff_id
    own = sa.select(Student.id).where(Student.id == student_id, own_students(work))
    words = sa.and_(
        SkillVerdictText.claim_id == SkillVerdict.claim_id,
        SkillVerdictText.number == SkillVerdict.number,
    )
    said: dict[UUID, list[tuple[SkillVerdict, SkillVerdictText]]] = {}
    for verdict, text in work.session.execute(
        sa.select(SkillVerdict, SkillVerdictText)
        .join(SkillVerdictText, words)
        .where(SkillVerdict.learner_id.in_(own))
        .order_by(SkillVerdict.claim_id, SkillVerdict.number)
    ):
        said.setdefault(verdict.claim_id, []).append((verdict, text))
    recorded = {
        id_: (by, at)
        for id_, by, at in work.session.execute(
            sa.select(SkillClaim.id, SkillClaim.recorded_by, SkillClaim.recorded_at).where(
                SkillClaim.learner_id.in_(own)
            )
        )
    }
    claims, moments = [], {}
    for view in reversed(queries.read_claims(work, student_id)):
        verdicts = said.get(view.id, [])
        by, at = recorded[view.id]
        moments[view.id] = Moments(
            at,
            tuple(verdict.recorded_at for verdict, _ in verdicts),
            {by, *(verdict.recorded_by for verdict, _ in verdicts)} == {me},
        )
        claims.append(
            MovedClaim(
                id=view.id,
                set_key=view.set_key,
                behaviour_id=view.behaviour_id,
                observer=view.observer,
                own_word=view.observer_staff_id == me,
                name=view.observer_name,
                seen_on=view.seen_on,
                evidence=view.evidence,
                link=view.link,
                files=view.files,
                verdicts=tuple(
                    MovedVerdict(
                        verdict.verdict,
                        verdict.observer,
                        verdict.observer_staff_id == me,
                        text.observer_name,
                        verdict.given_on,
                        text.note,
                    )
                    for verdict, text in verdicts
                ),
            )
        )
    agreed = sa.select(SkillGoal.id, SkillGoal.made_by).where(SkillGoal.learner_id.in_(own))
    return SkillsOfStudent(
        tuple(claims),
        moments,
        queries_goals.read_goals(work, [student_id]).get(student_id, ()),
        {row.id: row.made_by for row in work.session.execute(agreed)},
    )


def read_files(work: UnitOfWork, student_id: UUID, claim_id: UUID) -> tuple[EvidenceFile, ...]:
    """The files of one claim on an own student, with their content."""
    own = sa.select(Student.id).where(Student.id == student_id, own_students(work))
    query = (
        sa.select(SkillEvidence)
        .where(SkillEvidence.learner_id.in_(own), SkillEvidence.claim_id == claim_id)
        .order_by(SkillEvidence.id)
    )
    return tuple(
        EvidenceFile(found.id, found.name, found.media_type, found.content)
        for found in work.session.scalars(query)
    )
