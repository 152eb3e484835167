"""Brings the life skills of one student from a workbook to a school. Twice is harmless.

What the school lacks is written as the counsellor's own login. Whose word it was stays as a name:
ids of staff differ between the two, but for the one who moves.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.errors import StaleSave
from lob_workbench.domain.moving import MovedKind, MoveReport, MovingStudent, Outcome
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.life_skills import operations_moving as operations
from lob_workbench.features.life_skills.queries_moving import (
    Moments,
    MovedClaim,
    SkillsOfStudent,
)
from lob_workbench.skills.rules_goals import Goal
from lob_workbench.storage.unit_of_work import UnitOfWork

WorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]

_CLAIM, _GOAL = MovedKind.SKILL_CLAIM, MovedKind.SKILL_GOAL

_CLAIM_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving",
    "Een gedrag van {day} is door iemand anders vastgelegd. Dat kun jij niet op jouw naam zetten.",
)
_CLAIM_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een gedrag van {day} staat er anders. Dat is zo gebleven."
)
_VERDICT_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een gedrag van {day} is op school anders beoordeeld. Dat is zo gebleven."
)
_CLAIM_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "Een gedrag van {day} staat op school al bij iemand anders."
)
_NO_SET = QT_TRANSLATE_NOOP(
    "moving",
    "De set life skills {set_key} staat niet op school. Vraag de functioneel beheerder om die toe "
    "te voegen en neem je werkboek dan nog een keer mee.",
)
_GOAL_OF_ANOTHER = QT_TRANSLATE_NOOP(
    "moving",
    "Een afspraak over een life skill van {day} is door iemand anders gemaakt. Die kun jij niet "
    "op jouw naam zetten.",
)
_GOAL_DIFFERS = QT_TRANSLATE_NOOP(
    "moving", "Een afspraak over een life skill van {day} staat er anders. Die is zo gebleven."
)
_GOAL_TAKEN = QT_TRANSLATE_NOOP(
    "moving", "Een afspraak over een life skill van {day} staat op school al bij iemand anders."
)


def move(here: WorkFactory, there: WorkFactory, student: MovingStudent) -> MoveReport:
    """Bring what the school lacks of this student's claims, evidence, verdicts and agreements."""
    with here() as work:
        me = work.actor.staff_id
        ours = operations.read_all(work, student.here)
    with there() as work:
        theirs = operations.read_all(work, student.there)
        keys = {claim.set_key for claim in ours.claims} | {goal.set_key for goal in ours.goals}
        missing = sorted(key for key in keys if not operations.knows_set(work, key))
    claims = [claim for claim in ours.claims if claim.set_key not in missing]
    reports = list(_move_claims(here, there, student, ours.moments, theirs, claims))
    for goal in reversed(ours.goals):
        if goal.set_key not in missing:
            mine = ours.agreed_by[goal.id] == me
            reports.append(_move_goal(there, student, theirs, goal, mine))
    reports.extend(_without_set(student, ours, key) for key in missing)
    return MoveReport.together(reports)


def _without_set(student: MovingStudent, ours: SkillsOfStudent, key: str) -> MoveReport:
    """Without its set nobody could read what was scored."""
    claims = sum(claim.set_key == key for claim in ours.claims)
    goals = sum(goal.set_key == key for goal in ours.goals)
    stayed = MoveReport.of(_CLAIM, Outcome.STAYED, claims) | MoveReport.of(
        _GOAL, Outcome.STAYED, goals
    )
    return stayed.noting(Outcome.STAYED, student.name, _NO_SET, set_key=key)


def _move_claims(
    here: WorkFactory,
    there: WorkFactory,
    student: MovingStudent,
    moments: Mapping[UUID, Moments],
    theirs: SkillsOfStudent,
    claims: list[MovedClaim],
) -> Iterator[MoveReport]:
    stands = {claim.id: claim for claim in theirs.claims}
    new = []
    for claim in claims:
        known = stands.get(claim.id)
        if not moments[claim.id].mine:
            yield _claim_told(Outcome.STAYED, student, claim, _CLAIM_OF_ANOTHER)
        elif known is None:
            new.append(claim)
        else:
            yield _add_verdicts(there, student, known, claim, moments[claim.id])
    # A student has hundreds of these, each a few small rows: written by one they take minutes on
    # a line to a school. Files are large, so a claim with files goes alone.
    alone = [claim for claim in new if claim.files]
    together = [claim for claim in new if not claim.files]
    if together and not _bring(there, student, moments, together):
        # Which of them it is that is taken shows one at a time.
        alone = new
    elif together:
        yield MoveReport.of(_CLAIM, Outcome.CAME, len(together))
    for claim in alone:
        if _bring(there, student, moments, [_with_files(here, student, claim)]):
            yield MoveReport.of(_CLAIM, Outcome.CAME)
        else:
            yield _claim_told(Outcome.STAYED, student, claim, _CLAIM_TAKEN)


def _bring(
    there: WorkFactory,
    student: MovingStudent,
    moments: Mapping[UUID, Moments],
    claims: list[MovedClaim],
) -> bool:
    """Write these down, all or none; False where an id is taken that we cannot see."""
    try:
        with there() as work:
            operations.bring_claims(
                work, student.there, [(claim, moments[claim.id]) for claim in claims]
            )
    except IntegrityError:
        return False
    return True


def _with_files(here: WorkFactory, student: MovingStudent, claim: MovedClaim) -> MovedClaim:
    if not claim.files:
        return claim
    with here() as work:
        return replace(claim, files=operations.read_evidence(work, student.here, claim.id))


def _add_verdicts(
    there: WorkFactory,
    student: MovingStudent,
    known: MovedClaim,
    claim: MovedClaim,
    moments: Moments,
) -> MoveReport:
    if replace(known, verdicts=()) != replace(claim, verdicts=()):
        return _claim_told(Outcome.DIFFERS, student, claim, _CLAIM_DIFFERS)
    said = known.verdicts
    both = min(len(said), len(claim.verdicts))
    if said[:both] != claim.verdicts[:both]:
        return _claim_told(Outcome.DIFFERS, student, claim, _VERDICT_DIFFERS)
    if len(claim.verdicts) <= len(said):
        return MoveReport.of(_CLAIM, Outcome.EXISTED)
    try:
        with there() as work:
            operations.bring_verdicts(work, student.there, claim, moments, len(said))
    except IntegrityError:
        # Somebody was first.
        return _claim_told(Outcome.STAYED, student, claim, _CLAIM_TAKEN)
    return MoveReport.of(_CLAIM, Outcome.CAME)


def _move_goal(
    there: WorkFactory, student: MovingStudent, theirs: SkillsOfStudent, goal: Goal, mine: bool
) -> MoveReport:
    known = next((one for one in theirs.goals if one.id == goal.id), None)
    if not mine:
        return _goal_told(Outcome.STAYED, student, goal, _GOAL_OF_ANOTHER)
    if known is not None:
        same = replace(known, version=0) == replace(goal, learner_id=student.there, version=0)
        if same:
            return MoveReport.of(_GOAL, Outcome.EXISTED)
        return _goal_told(Outcome.DIFFERS, student, goal, _GOAL_DIFFERS)
    try:
        with there() as work:
            operations.bring_goal(work, student.there, goal)
    except (IntegrityError, StaleSave):
        return _goal_told(Outcome.STAYED, student, goal, _GOAL_TAKEN)
    return MoveReport.of(_GOAL, Outcome.CAME)


def _claim_told(
    outcome: Outcome, student: MovingStudent, claim: MovedClaim, words: str
) -> MoveReport:
    day = plain_date(claim.seen_on)
    return MoveReport.of(_CLAIM, outcome).noting(outcome, student.name, words, day=day)


def _goal_told(outcome: Outcome, student: MovingStudent, goal: Goal, words: str) -> MoveReport:
    day = plain_date(goal.made_on)
    return MoveReport.of(_GOAL, outcome).noting(outcome, student.name, words, day=day)
