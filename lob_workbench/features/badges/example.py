"""Badges for the example school: invented, and the same for the same seed and day."""

from datetime import UTC, datetime, time, timedelta
from random import Random

import sqlalchemy as sa

from lob_workbench.content.skills import load_skill_set
from lob_workbench.credentials.keys import SigningKey
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.keeping import OpenKey
from lob_workbench.features.badges.records import BadgeKey, BadgeKeySecret, IssuedBadgeRecord
from lob_workbench.features.badges.rules import PLACES, KeyOrigin, title_of
from lob_workbench.features.badges.statement import Confirmation, evidence_for
from lob_workbench.features.badges.writing import BadgeToWrite, write_badge
from lob_workbench.people.example import ExamplePeople, seeded_id
from lob_workbench.people.records import School, Student
from lob_workbench.skills.access import columns_of
from lob_workbench.skills.queries import read_standings
from lob_workbench.skills.records import (
    SkillClaim,
    SkillClaimText,
    SkillVerdict,
    SkillVerdictText,
)
from lob_workbench.skills.rules import (
    OBSERVER_LABELS,
    Learner,
    LearnerKind,
    Observer,
    Verdict,
)
from lob_workbench.storage.unit_of_work import UnitOfWork

_BADGES = 4
_LEFT = 3
"""Levels that are ready and wait for their badge."""
_SHOWN = "Liet dit zien tijdens de les en op stage."


def fill(work: UnitOfWork, people: ExamplePeople) -> None:
    """A key, and badges of own students that reached a level; one was taken back."""
    random = Random(f"badges {people.owner.staff_id}")
    start = datetime.combine(people.today - timedelta(days=40), time(9), UTC)
    reached = _reached(work)
    if len(reached) < _BADGES + _LEFT:
        _let_reach(work, people, random)
        reached = _reached(work)
    opened = _key(work, random, start)
    skill_set = load_skill_set()
    for number, (learner, skill, level) in enumerate(reached[:_BADGES]):
        moment = start + timedelta(days=7 * number + 3, minutes=random.randrange(300))
        found = queries.confirmed_on(work, learner.id, skill_set.key)
        told = tuple(
            Confirmation(one.text, OBSERVER_LABELS[found[one.id][0]], found[one.id][1])
            for one in skill_set.skill(skill).level(level).behaviours
        )
        badge = BadgeToWrite(
            seeded_id(random, moment),
            learner,
            "",
            title_of(skill_set, skill, level),
            random.randrange(PLACES),
            "",
            moment,
            None,
            evidence_for(told, ()),
        )
        write_badge(work, badge, skill_set, opened)
        if number == _BADGES - 1:
            record = work.session.get_one(IssuedBadgeRecord, badge.id)
            record.revoked_at = moment + timedelta(days=2)
            record.revoked_by = people.owner.staff_id
            queries.texts_of(work, (badge.id,))[badge.id].reason = "De naam stond er fout in."
    work.session.flush()


def _key(work: UnitOfWork, random: Random, moment: datetime) -> OpenKey:
    signing = SigningKey(random.randbytes(32))
    key_id = seeded_id(random, moment)
    school = work.session.scalars(sa.select(School)).one()
    work.session.add(
        BadgeKey(
            id=key_id,
            public_key=signing.public.text,
            issuer_id=signing.public.did,
            issuer_name=school.name,
            origin=KeyOrigin.OWN,
            created_by=work.actor.staff_id,
            created_at=moment,
        )
    )
    work.session.flush()
    work.session.add(BadgeKeySecret(key_id=key_id, sealed=signing.private_bytes()))
    work.session.flush()
    view = queries.key_in_use(work)
    assert view is not None
    return OpenKey(view, signing)


def _reached(work: UnitOfWork) -> list[tuple[Learner, str, int]]:
    """Own students with the highest level of each skill that they reached, one for each student."""
    skill_set = load_skill_set()
    standings = read_standings(work, skill_set.key)
    found = []
    for learner in queries.everybody(work):
        if learner.kind is LearnerKind.STUDENT and learner.own:
            levels = [
                (standing.level, skill)
                for skill, standing in standings.get(learner.id, {}).items()
                if standing.level
            ]
            if levels:
                level, skill = max(levels)
                found.append((learner, skill, level))
    return found


def _let_reach(work: UnitOfWork, people: ExamplePeople, random: Random) -> None:
    """A first level for a few own students: where nothing else filled their life skills."""
    skill_set = load_skill_set()
    own = set(work.session.scalars(sa.select(Student.id).where(
        Student.counsellor_id == people.owner.staff_id
    )))  # fmt: skip
    mine = [student for student in people.students if student.id in own]
    for student in random.sample(mine, _BADGES + _LEFT):
        skill = random.choice(skill_set.skill_ids)
        learner = Learner(student.id, LearnerKind.STUDENT, "", "")
        for level in range(1, random.choice((1, 1, 2)) + 1):
            for number in range(1, 6):
                _confirmed(work, people, random, learner, f"{skill}-{level}-{number}")
    work.session.flush()


def _confirmed(
    work: UnitOfWork, people: ExamplePeople, random: Random, learner: Learner, behaviour: str
) -> None:
    moment = datetime.combine(
        people.today - timedelta(days=random.randrange(45, 80)), time(10), UTC
    )
    claim_id, me = seeded_id(random, moment), people.owner.staff_id
    of_whom = {"learner_id": learner.id, "student_id": learner.id}
    work.session.add(
        SkillClaim(
            id=claim_id,
            **columns_of(learner),
            set_key=load_skill_set().key,
            behaviour_id=behaviour,
            observer=Observer.SELF,
            seen_on=moment.date(),
            recorded_by=me,
            recorded_at=moment,
        )
    )
    work.session.flush()
    work.session.add(
        SkillClaimText(claim_id=claim_id, **of_whom, observer_name="", evidence=_SHOWN, link="")
    )
    work.session.add(
        SkillVerdict(
            claim_id=claim_id,
            number=1,
            **of_whom,
            verdict=Verdict.CONFIRMED,
            observer=Observer.COUNSELLOR,
            observer_staff_id=me,
            given_on=moment.date(),
            recorded_by=me,
            recorded_at=moment,
        )
    )
    work.session.flush()
    work.session.add(
        # Who confirms has a name: without one a school's server refuses it.
        SkillVerdictText(
            claim_id=claim_id, number=1, **of_whom, observer_name=people.owner.name, note=""
        )
    )
