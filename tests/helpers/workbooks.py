"""Workbooks of life skills for tests: made without a database, changed with another library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from lob_workbench.content.skills import SkillSet
from lob_workbench.features.skill_workbook.comparing import Today
from lob_workbench.features.skill_workbook.naming import labelled
from lob_workbench.features.skill_workbook.rules import (
    GoalRow,
    LearnerRow,
    WorkbookData,
)
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, Slot
from tests.helpers.skills import small_set

SCHOOL = UUID(int=77)
FILE = UUID(int=99)
MADE_AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 27)


def a_learner(at: int, name: str = "", **more: object) -> Learner:
    """Somebody whom the actor keeps."""
    name = name or f"Student {at}"
    values: dict[str, object] = {"number": f"04110{at:02}", "group": "PW2B", "own": True}
    values |= {"kind": LearnerKind.STUDENT, "name": name, "listed": name} | more
    return Learner(UUID(int=1000 + at), **values)  # type: ignore[arg-type]


def a_goal(
    number: int, learner: Learner, skill_set: SkillSet | None = None, **more: object
) -> Goal:
    """An agreement with one period, made a month ago."""
    skills = (skill_set or small_set()).skill_ids
    values: dict[str, object] = {
        "level": 2,
        "made_on": date(2026, 10, 26),
        "action": "Leidt elke week een kort overleg",
        "helper": "J. de Vries",
        "slots": (Slot(1, date(2026, 11, 2), date(2026, 12, 18), plan="Kijkt eerst mee"),),
        "version": 1,
    }
    key = (skill_set or small_set()).key
    skill = skills[number % len(skills)]
    return Goal(UUID(int=5000 + number), learner.id, key, skill, **(values | more))  # type: ignore[arg-type]


def a_workbook(
    learners: Sequence[Learner] | None = None,
    goals: Sequence[Goal] | None = None,
    skill_set: SkillSet | None = None,
    **more: object,
) -> WorkbookData:
    """A workbook of three students with two agreements, or of those given."""
    skill_set = skill_set or small_set()
    if learners is None:
        learners = [a_learner(1, "Hart, Zoë van 't"), a_learner(2, "Çelik, Oğuz"), a_learner(3)]
    if goals is None:
        goals = [a_goal(at, learner, skill_set) for at, learner in enumerate(learners[:2])]
    people = labelled(learners)
    by_id = {person.learner.id: person for person in people}
    rows = tuple(
        LearnerRow(
            person.learner,
            person.label,
            tuple((at + place) % 5 for place in range(len(skill_set.skills))),
            tuple((at + place) % 7 == 3 for place in range(len(skill_set.skills))),
        )
        for at, person in enumerate(people)
        if person.learner.kind is not LearnerKind.TEAM
    )
    values: dict[str, object] = {
        "file_id": FILE,
        "school": "Het Voorbeeldcollege",
        "school_id": SCHOOL,
        "made_by": "Mirjam Bakker",
        "made_at": MADE_AT,
        "made_on": MADE_AT.date(),
        "whom": "Studenten van groep PW2B",
        "kind": LearnerKind.STUDENT,
        "skill_set": skill_set,
        "skills": skill_set.skills,
        "rows": rows,
        "people": tuple(person for person in people if person.learner.own),
        "goals": tuple(GoalRow(goal, by_id[goal.learner_id]) for goal in goals),
    }
    return WorkbookData(**(values | more))  # type: ignore[arg-type]


def today_of(data: WorkbookData) -> Today:
    """The werkbank just as it was when the workbook was made."""
    return Today(
        data.file_id,
        TODAY,
        data.skill_set,
        {person.learner.id: person.learner for person in data.people},
        {row.goal.id: row.goal for row in data.goals},
    )


def put(path: Path, content: bytes) -> Path:
    """The bytes as a file."""
    path.write_bytes(content)
    return path
