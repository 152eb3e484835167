"""Reading learners, what they stand at, and their claims; ``skills.access`` decides which rows."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from lob_workbench.domain.clock import local
from lob_workbench.domain.errors import NotFound
from lob_workbench.people.access import visible_students
from lob_workbench.people.queries import get_student, list_named, list_students
from lob_workbench.people.records import StaffMember, Student, Team, TeamMember
from lob_workbench.people.rules import StudentFilter, StudentRow, has_student
from lob_workbench.skills.access import known_teams, own_members, own_teams, readable, seen
from lob_workbench.skills.records import (
    SkillClaim,
    SkillClaimText,
    SkillEvidence,
    SkillVerdict,
    SkillVerdictText,
)
from lob_workbench.skills.rules import (
    ClaimState,
    ClaimView,
    EvidenceFile,
    Learner,
    LearnerKind,
    Standing,
    VerdictView,
    standings,
    state_of,
    state_on,
)
from lob_workbench.storage.unit_of_work import UnitOfWork

_AT_ONCE = 500
"""Of so many learners a statement asks by name; more are read whole."""


def list_learners(work: UnitOfWork, wanted: StudentFilter) -> tuple[Learner, ...]:
    """The visible students that fit ``wanted``, in the order of a list of names."""
    return _as_learners(work, list_students(work, wanted))


def learners_named(work: UnitOfWork, ids: Collection[UUID]) -> tuple[Learner, ...]:
    """Those of these students that the actor may see, in the order of a list of names."""
    return _as_learners(work, list_named(work, ids))


def _as_learners(work: UnitOfWork, rows: Iterable[StudentRow]) -> tuple[Learner, ...]:
    return tuple(
        Learner(
            id=row.id,
            kind=LearnerKind.STUDENT,
            name=row.name.full,
            listed=row.name.listed,
            number=row.number,
            group=row.group,
            team=row.team,
            own=has_student(work.actor, row),
        )
        for row in rows
    )


def list_members(work: UnitOfWork) -> tuple[Learner, ...]:
    """The members of staff whose life skills the actor keeps, by name; the actor first."""
    query = (
        sa.select(StaffMember.id, StaffMember.name, Team.name)
        .outerjoin(TeamMember, TeamMember.staff_id == StaffMember.id)
        .outerjoin(Team, Team.id == TeamMember.team_id)
        .where(own_members(work))
        .order_by(Team.name)
    )
    found: dict[UUID, Learner] = {}
    for id_, name, team in work.session.execute(query):
        known = found.get(id_)
        teams = ", ".join(filter(None, (known.team if known else "", team or "")))
        found[id_] = Learner(id_, LearnerKind.MEMBER, name, name, team=teams, own=True)
    me = work.actor.staff_id
    return tuple(sorted(found.values(), key=lambda one: (one.id != me, one.name.casefold())))


def list_teams(work: UnitOfWork) -> tuple[Learner, ...]:
    """The teams that the actor belongs to, by name; ``own`` where the actor leads them."""
    led = set(work.session.scalars(sa.select(Team.id).where(own_teams(work))))
    query = sa.select(Team.id, Team.name).where(known_teams(work)).order_by(Team.name)
    return tuple(
        Learner(id_, LearnerKind.TEAM, name, name, team=name, own=id_ in led)
        for id_, name in work.session.execute(query)
    )


def get_learner(work: UnitOfWork, learner_id: UUID) -> Learner:
    """A student, a member of staff or a team; raises ``NotFound`` where it is not the actor's."""
    query = sa.select(Student.id).where(Student.id == learner_id, visible_students(work))
    if work.session.scalar(query) is not None:
        return _student(work, learner_id)
    for learner in (*list_members(work), *list_teams(work)):
        if learner.id == learner_id:
            return learner
    raise NotFound


def read_standings(
    work: UnitOfWork, set_key: str, learners: Collection[UUID] | None = None
) -> dict[UUID, dict[str, Standing]]:
    """What each learner stands at, by skill; who claimed nothing is left out.

    ``learners`` ``None`` means everybody whom the actor may see.
    """
    query = _claims_in(work, set_key, SkillVerdict.verdict)
    return _in_parts(work, query, learners, _by_learner)


def read_standings_on(
    work: UnitOfWork, set_key: str, learners: Collection[UUID] | None, day: date
) -> dict[UUID, dict[str, Standing]]:
    """What each learner stood at when ``day`` was over; otherwise as :func:`read_standings`."""
    verdict = (SkillVerdict.verdict, SkillVerdict.given_on)
    query = _claims_in(work, set_key, SkillClaim.recorded_at, *verdict)
    return _in_parts(work, query, learners, partial(_by_learner_on, day))


def _claims_in(work: UnitOfWork, set_key: str, *columns: InstrumentedAttribute[Any]) -> Any:
    """Claims of seen learners: whose, which, on what behaviour, and ``columns``.

    A claim comes once for each of its verdicts, in their order.
    """
    return (
        sa.select(SkillClaim.learner_id, SkillClaim.id, SkillClaim.behaviour_id, *columns)
        .outerjoin(
            SkillVerdict,
            sa.and_(
                SkillVerdict.learner_id == SkillClaim.learner_id,
                SkillVerdict.claim_id == SkillClaim.id,
            ),
        )
        .where(SkillClaim.set_key == set_key, seen(work, SkillClaim.learner_id))
        .order_by(SkillClaim.learner_id, SkillClaim.id, SkillVerdict.number)
    )


def _in_parts(
    work: UnitOfWork,
    query: Any,
    learners: Collection[UUID] | None,
    by_learner: Callable[[Iterable[Any]], dict[UUID, dict[str, Standing]]],
) -> dict[UUID, dict[str, Standing]]:
    if learners is None:
        return by_learner(work.session.execute(query))
    wanted = list(learners)
    found: dict[UUID, dict[str, Standing]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = query.where(SkillClaim.learner_id.in_(wanted[start : start + _AT_ONCE]))
        found |= by_learner(work.session.execute(part))
    return found


def _by_learner(rows: Iterable[Any]) -> dict[UUID, dict[str, Standing]]:
    """From ordered rows of learner, claim, behaviour and verdict: the last verdict counts."""
    claims: dict[UUID, dict[UUID, tuple[str, ClaimState]]] = {}
    for learner, claim, behaviour, verdict in rows:
        claims.setdefault(learner, {})[claim] = (behaviour, state_of(verdict))
    return {learner: standings(found.values()) for learner, found in claims.items()}


def _by_learner_on(day: date, rows: Iterable[Any]) -> dict[UUID, dict[str, Standing]]:
    """From ordered rows of learner, claim, behaviour, moment of recording, verdict and its day."""
    found: dict[UUID, list[tuple[str, ClaimState]]] = {}
    for (learner, _, behaviour), same in groupby(rows, key=itemgetter(0, 1, 2)):
        claim = list(same)
        verdicts = ((row[4], row[5]) for row in claim if row[4] is not None)
        state = state_on(day, local(claim[0][3]).date(), verdicts)
        if state is not None:
            found.setdefault(learner, []).append((behaviour, state))
    return {learner: standings(claims) for learner, claims in found.items()}


def read_claims(
    work: UnitOfWork, learner_id: UUID, set_key: str | None = None
) -> tuple[ClaimView, ...]:
    """The claims on one learner with evidence and verdicts, newest first; files only by name.

    Call ``open_dossier`` before this where the learner is a student.
    """
    query = (
        sa.select(SkillClaim, SkillClaimText)
        .join(SkillClaimText, SkillClaimText.claim_id == SkillClaim.id)
        .where(SkillClaim.learner_id == learner_id, readable(work, SkillClaim.learner_id))
        .order_by(SkillClaim.seen_on.desc(), SkillClaim.id.desc())
    )
    if set_key is not None:
        query = query.where(SkillClaim.set_key == set_key)
    rows = work.session.execute(query).all()
    files, verdicts = _files(work, learner_id), _verdicts(work, learner_id)
    return tuple(
        _claim(record, text, files.get(record.id, ()), verdicts.get(record.id, ()))
        for record, text in rows
    )


def get_claim(work: UnitOfWork, claim_id: UUID) -> ClaimView:
    """One claim with its evidence; raises ``NotFound``. Open the dossier before."""
    query = sa.select(SkillClaim.learner_id).where(
        SkillClaim.id == claim_id, readable(work, SkillClaim.learner_id)
    )
    learner_id = work.session.scalar(query)
    if learner_id is None:
        raise NotFound
    found = [claim for claim in read_claims(work, learner_id) if claim.id == claim_id]
    if not found:
        raise NotFound
    return found[0]


def learner_of(work: UnitOfWork, claim_id: UUID) -> Learner:
    """Whom a claim is about, without reading its words; raises ``NotFound``."""
    query = sa.select(SkillClaim.learner_id).where(
        SkillClaim.id == claim_id, seen(work, SkillClaim.learner_id)
    )
    learner_id = work.session.scalar(query)
    if learner_id is None:
        raise NotFound
    return get_learner(work, learner_id)


def read_file(work: UnitOfWork, file_id: UUID) -> EvidenceFile:
    """One file with its content; raises ``NotFound``. Open the dossier before."""
    query = sa.select(SkillEvidence).where(
        SkillEvidence.id == file_id, readable(work, SkillEvidence.learner_id)
    )
    found = work.session.scalars(query).one_or_none()
    if found is None:
        raise NotFound
    return EvidenceFile(found.id, found.name, found.media_type, found.content)


def _student(work: UnitOfWork, student_id: UUID) -> Learner:
    student = get_student(work, student_id)
    return Learner(
        id=student.id,
        kind=LearnerKind.STUDENT,
        name=student.name.full,
        listed=student.name.listed,
        number=student.number,
        group=student.group,
        team=student.team,
        own=has_student(work.actor, student),
    )


def _claim(
    record: SkillClaim,
    text: SkillClaimText,
    files: tuple[EvidenceFile, ...],
    verdicts: tuple[VerdictView, ...],
) -> ClaimView:
    return ClaimView(
        id=record.id,
        learner_id=record.learner_id,
        set_key=record.set_key,
        behaviour_id=record.behaviour_id,
        observer=record.observer,
        observer_name=text.observer_name,
        observer_staff_id=record.observer_staff_id,
        seen_on=record.seen_on,
        recorded_at=record.recorded_at,
        evidence=text.evidence,
        link=text.link,
        files=files,
        verdicts=verdicts,
    )


def _files(work: UnitOfWork, learner_id: UUID) -> dict[UUID, tuple[EvidenceFile, ...]]:
    query = (
        sa.select(
            SkillEvidence.claim_id, SkillEvidence.id, SkillEvidence.name, SkillEvidence.media_type
        )
        .where(SkillEvidence.learner_id == learner_id)
        .order_by(SkillEvidence.id)
    )
    found: dict[UUID, tuple[EvidenceFile, ...]] = {}
    for claim, id_, name, media_type in work.session.execute(query):
        found[claim] = (*found.get(claim, ()), EvidenceFile(id_, name, media_type))
    return found


def _verdicts(work: UnitOfWork, learner_id: UUID) -> dict[UUID, tuple[VerdictView, ...]]:
    query = (
        sa.select(SkillVerdict, SkillVerdictText, StaffMember.name)
        .join(
            SkillVerdictText,
            sa.and_(
                SkillVerdictText.claim_id == SkillVerdict.claim_id,
                SkillVerdictText.number == SkillVerdict.number,
            ),
        )
        .outerjoin(StaffMember, StaffMember.id == SkillVerdict.recorded_by)
        .where(SkillVerdict.learner_id == learner_id)
        .order_by(SkillVerdict.claim_id, SkillVerdict.number)
    )
    found: dict[UUID, tuple[VerdictView, ...]] = {}
    for record, text, recorder in work.session.execute(query):
        view = VerdictView(
            record.verdict,
            record.observer,
            text.observer_name,
            record.given_on,
            text.note,
            recorder or "",
        )
        found[record.claim_id] = (*found.get(record.claim_id, ()), view)
    return found
