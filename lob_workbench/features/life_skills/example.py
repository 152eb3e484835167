"""Life skills for the example school: who grows in what, with evidence, some of it waiting."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import Skill, load_skill_set
from lob_workbench.domain.rights import Role
from lob_workbench.features.life_skills.example_goals import fill_goals
from lob_workbench.features.life_skills.example_words import (
    EVIDENCE,
    NEEDED,
    TEACHERS,
    TRAINERS,
)
from lob_workbench.people.example import ExamplePeople, ExamplePerson, seeded_id
from lob_workbench.people.records import StaffRole, Team, TeamMember
from lob_workbench.skills.records import (
    SkillClaim,
    SkillClaimText,
    SkillRoute,
    SkillVerdict,
    SkillVerdictText,
)
from lob_workbench.skills.rules import BEHAVIOURS, LEVELS, Observer, Verdict
from lob_workbench.storage.unit_of_work import UnitOfWork

_OTHERS = 1
"""Claims of a student who is not the owner's: nobody sees them in this workbook."""
_OPEN_SHARE = 0.4
_ROUTES = (
    ("Leidinggeven in de keuken", ("calm", "communication", "planning", "leadership")),
    ("Klaar voor stage", ("discipline", "listening", "cooperation", "initiative", "care")),
)


def fill(work: UnitOfWork, school: ExamplePeople) -> None:
    """Claims and verdicts on every student, most on those of the owner, and two routes."""
    random = Random(f"skills {school.owner.staff_id}")
    rows = _Rows(school, random, work.clock.now())
    for student in school.students:
        rows.student(student)
    for member in _team(work, school):
        rows.member(member)
    for record, made in rows.made.items():
        if made:
            work.session.execute(sa.insert(record), made)
    for name, skills in _ROUTES:
        work.session.add(
            SkillRoute(
                id=seeded_id(random, work.clock.now()),
                name=name,
                set_id=load_skill_set().id,
                skills=" ".join(skills),
                author_id=school.owner.staff_id,
                updated_at=work.clock.now(),
            )
        )
    work.session.flush()
    fill_goals(work, school)


def _team(work: UnitOfWork, school: ExamplePeople) -> tuple[UUID, ...]:
    """The owner and two colleagues are a team: also who teaches goes on growing."""
    own = [one for one in school.students if one.counsellor.staff_id == school.owner.staff_id]
    team = work.session.scalars(sa.select(Team).where(Team.name == own[0].team.name)).one()
    beside = {
        one.counsellor.staff_id
        for one in school.students
        if one.team.id == own[0].team.id and one.counsellor.staff_id != school.owner.staff_id
    }
    leader = work.session.scalars(
        sa.select(StaffRole.staff_id).where(StaffRole.role == Role.TEAM_LEADER).limit(1)
    ).one()
    members = (school.owner.staff_id, *sorted(beside)[:1], leader)
    for staff_id in members:
        work.session.add(TeamMember(team_id=team.id, staff_id=staff_id))
    work.session.flush()
    return members


class _Whom(NamedTuple):
    """A learner, and at whose desk the claims on them were written down."""

    learner_id: UUID
    student_id: UUID | None
    member_id: UUID | None
    desk: UUID
    desk_name: str
    start: date


class _Rows:
    """Plain rows, written in one go: thousands of objects would take seconds."""

    def __init__(self, school: ExamplePeople, random: Random, now: datetime) -> None:
        self.school, self.random, self.now = school, random, now
        self.set = load_skill_set()
        self.days: list[date] = []
        self.left = 0
        self.made: dict[Any, list[dict[str, Any]]] = {
            SkillClaim: [],
            SkillClaimText: [],
            SkillVerdict: [],
            SkillVerdictText: [],
        }

    def member(self, staff_id: UUID) -> None:
        """A little of a colleague; what was confirmed of the owner, that colleague wrote down."""
        owner = self.school.owner
        desk = (owner.staff_id, owner.name) if staff_id != owner.staff_id else _colleague(self)
        start = self.school.today - timedelta(days=300)
        whom = _Whom(staff_id, None, staff_id, *desk, start)
        self.days, self.left = sorted(self._day(start) for _ in range(4)), 1
        for skill in self.random.sample(self.set.skills, 6):
            self._behaviours(whom, skill, self.random.randint(2, 9))

    def student(self, student: ExamplePerson) -> None:
        """More in a higher year; strong in some skills, nothing yet in others."""
        counsellor = student.counsellor
        whom = _Whom(
            student.id, student.id, None, counsellor.staff_id, counsellor.name, student.start
        )
        random = self.random
        skills = list(self.set.skills)
        random.shuffle(skills)
        if student.counsellor.staff_id != self.school.owner.staff_id:
            self.days, self.left = [self._day(whom.start)], 0
            for skill in skills[:_OTHERS]:
                self._behaviours(whom, skill, 1)
            return
        year = min(student.year, 3)
        # Skills are talked about on a few days, not on a day each.
        self.days = sorted(self._day(whom.start) for _ in range(4 + 3 * year))
        self.left = random.choice((0, 0, 1, 2, 3))
        for place, skill in enumerate(skills[: 7 + 3 * year]):
            most = min(8 + 4 * year, LEVELS * BEHAVIOURS) if place < year else 2 + 2 * year
            self._behaviours(whom, skill, random.randint(most // 3, most))

    def _behaviours(self, whom: _Whom, skill: Skill, count: int) -> None:
        place = self.random.randrange(4)
        found = [one for level in skill.levels for one in level.behaviours][:count]
        days = sorted(self.random.choice(self.days) for _ in found)
        for number, (behaviour, day) in enumerate(zip(found, days, strict=True)):
            verdict: Verdict | None = Verdict.CONFIRMED
            if number == count - 1 and self.random.random() < _OPEN_SHARE:
                verdict = Verdict.DECLINED
                if self.left:
                    # What waits was said of late.
                    verdict, self.left = None, self.left - 1
                    day = self.school.today - timedelta(days=self.random.randint(1, 12))
            words = EVIDENCE[skill.id]
            self._claim(whom, words[(number + place) % len(words)], behaviour.id, day, verdict)

    def _day(self, start: date) -> date:
        first = max(start, self.school.today - timedelta(days=400))
        back = 2 + self.random.random() * max((self.school.today - first).days - 2, 0)
        return self.school.today - timedelta(days=round(back))

    def _claim(
        self,
        whom: _Whom,
        evidence: str,
        behaviour: str,
        day: date,
        verdict: Verdict | None,
    ) -> None:
        random = self.random
        moment = min(datetime.combine(day, time(14, 30), UTC), self.now)
        claim = seeded_id(random, moment)
        third = Observer.TRAINER if whom.student_id else Observer.COLLEAGUE
        second = Observer.TEACHER if whom.student_id else Observer.COLLEAGUE
        observer = random.choices((Observer.SELF, second, third), weights=(6, 3, 1))[0]
        name = {Observer.SELF: None, Observer.TRAINER: TRAINERS}.get(observer, TEACHERS)
        self.made[SkillClaim].append(
            {
                "id": claim,
                "learner_id": whom.learner_id,
                "student_id": whom.student_id,
                "member_id": whom.member_id,
                "set_key": self.set.key,
                "behaviour_id": behaviour,
                "observer": observer,
                "observer_staff_id": None,
                "seen_on": day,
                "recorded_by": whom.desk,
                "recorded_at": moment,
            }
        )
        self.made[SkillClaimText].append(
            {
                "claim_id": claim,
                "learner_id": whom.learner_id,
                "student_id": whom.student_id,
                "observer_name": random.choice(name) if name else "",
                "evidence": evidence,
                "link": "",
            }
        )
        if verdict is not None:
            self._verdict(whom, claim, day, verdict)

    def _verdict(self, whom: _Whom, claim: UUID, day: date, verdict: Verdict) -> None:
        given = min(day + timedelta(days=self.random.randint(0, 6)), self.school.today)
        key = {
            "claim_id": claim,
            "number": 1,
            "learner_id": whom.learner_id,
            "student_id": whom.student_id,
        }
        self.made[SkillVerdict].append(
            {
                **key,
                "verdict": verdict,
                "observer": Observer.COUNSELLOR if whom.student_id else Observer.COLLEAGUE,
                "observer_staff_id": whom.desk,
                "given_on": given,
                "recorded_by": whom.desk,
                "recorded_at": min(datetime.combine(given, time(15), UTC), self.now),
            }
        )
        self.made[SkillVerdictText].append(
            {
                **key,
                "observer_name": whom.desk_name,
                "note": self.random.choice(NEEDED) if verdict is Verdict.DECLINED else "",
            }
        )


def _colleague(rows: _Rows) -> tuple[UUID, str]:
    """Somebody who is not the owner."""
    owner = rows.school.owner.staff_id
    found = next(one.counsellor for one in rows.school.students if one.counsellor.staff_id != owner)
    return found.staff_id, found.name
