"""Life skills for the example school: who grows in what, with evidence, some of it waiting."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import Skill, load_skill_set
from lob_workbench.features.life_skills.example_words import (
    EVIDENCE,
    NEEDED,
    TEACHERS,
    TRAINERS,
)
from lob_workbench.people.example import ExamplePeople, ExamplePerson, seeded_id
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

    def student(self, student: ExamplePerson) -> None:
        """More in a higher year; strong in some skills, nothing yet in others."""
        random = self.random
        skills = list(self.set.skills)
        random.shuffle(skills)
        if student.counsellor.staff_id != self.school.owner.staff_id:
            self.days, self.left = [self._day(student)], 0
            for skill in skills[:_OTHERS]:
                self._behaviours(student, skill, 1)
            return
        year = min(student.year, 3)
        # Skills are talked about on a few days, not on a day each.
        self.days = sorted(self._day(student) for _ in range(4 + 3 * year))
        self.left = random.choice((0, 0, 1, 2, 3))
        for place, skill in enumerate(skills[: 7 + 3 * year]):
            most = min(8 + 4 * year, LEVELS * BEHAVIOURS) if place < year else 2 + 2 * year
            self._behaviours(student, skill, random.randint(most // 3, most))

    def _behaviours(self, student: ExamplePerson, skill: Skill, count: int) -> None:
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
            self._claim(student, words[(number + place) % len(words)], behaviour.id, day, verdict)

    def _day(self, student: ExamplePerson) -> date:
        first = max(student.start, self.school.today - timedelta(days=400))
        back = 2 + self.random.random() * max((self.school.today - first).days - 2, 0)
        return self.school.today - timedelta(days=round(back))

    def _claim(
        self,
        student: ExamplePerson,
        evidence: str,
        behaviour: str,
        day: date,
        verdict: Verdict | None,
    ) -> None:
        random = self.random
        moment = min(datetime.combine(day, time(14, 30), UTC), self.now)
        claim = seeded_id(random, moment)
        desk = student.counsellor
        observer = random.choices(
            (Observer.SELF, Observer.TEACHER, Observer.TRAINER), weights=(6, 3, 1)
        )[0]
        name = {Observer.TEACHER: TEACHERS, Observer.TRAINER: TRAINERS}.get(observer)
        self.made[SkillClaim].append(
            {
                "id": claim,
                "learner_id": student.id,
                "student_id": student.id,
                "member_id": None,
                "set_key": self.set.key,
                "behaviour_id": behaviour,
                "observer": observer,
                "observer_staff_id": None,
                "seen_on": day,
                "recorded_by": desk.staff_id,
                "recorded_at": moment,
            }
        )
        self.made[SkillClaimText].append(
            {
                "claim_id": claim,
                "learner_id": student.id,
                "student_id": student.id,
                "observer_name": random.choice(name) if name else "",
                "evidence": evidence,
                "link": "",
            }
        )
        if verdict is not None:
            self._verdict(student, claim, day, verdict)

    def _verdict(self, student: ExamplePerson, claim: UUID, day: date, verdict: Verdict) -> None:
        given = min(day + timedelta(days=self.random.randint(0, 6)), self.school.today)
        key = {
            "claim_id": claim,
            "number": 1,
            "learner_id": student.id,
            "student_id": student.id,
        }
        desk = student.counsellor
        self.made[SkillVerdict].append(
            {
                **key,
                "verdict": verdict,
                "observer": Observer.COUNSELLOR,
                "observer_staff_id": desk.staff_id,
                "given_on": given,
                "recorded_by": desk.staff_id,
                "recorded_at": min(datetime.combine(given, time(15), UTC), self.now),
            }
        )
        self.made[SkillVerdictText].append(
            {
                **key,
                "observer_name": desk.name,
                "note": self.random.choice(NEEDED) if verdict is Verdict.DECLINED else "",
            }
        )
