"""A small set of life skills, and claims in it, for tests that need no words of ours."""

from datetime import date
from functools import cache
from uuid import UUID

from lob_workbench.content.skills import SkillSet, parse_skill_set
from lob_workbench.skills.rules import ClaimDraft, Learner, LearnerKind, Observer
from lob_workbench.storage.base import new_id


@cache
def small_set() -> SkillSet:
    """Three skills in two groups, of four levels with five behaviours each."""
    skills = [
        {
            "id": name,
            "name": name.title(),
            "meaning": f"Je laat {name} zien.",
            "group": group,
            "competences": ["A"],
            "level": [
                {
                    "name": f"{name} {level}",
                    "behaviours": [f"Doet {name} {level} {number}" for number in range(1, 6)],
                }
                for level in range(1, 5)
            ],
        }
        for name, group in (("listening", "one"), ("planning", "one"), ("courage", "two"))
    ]
    head = {"id": "small", "version": "1", "name": "Klein"}
    groups = [{"id": "one", "heading": "Een"}, {"id": "two", "heading": "Twee"}]
    return parse_skill_set({"set": head, "group": groups, "skill": skills})


def small_set_toml() -> str:
    """The same as a school's own file has it."""
    found = small_set()
    lines = [
        "[set]",
        f'id = "{found.id}"',
        f'version = "{found.version}"',
        f'name = "{found.name}"',
    ]
    for group in found.groups:
        lines += ["[[group]]", f'id = "{group.id}"', f'heading = "{group.heading}"']
    for skill in found.skills:
        lines += ["[[skill]]", f'id = "{skill.id}"', f'name = "{skill.name}"']
        lines += [f'meaning = "{skill.meaning}"', f'group = "{skill.group}"', 'competences = ["A"]']
        for level in skill.levels:
            texts = ", ".join(f'"{one.text}"' for one in level.behaviours)
            lines += ["[[skill.level]]", f'name = "{level.name}"', f"behaviours = [{texts}]"]
    return "\n".join(lines)


def a_student(student_id: UUID) -> Learner:
    """The student as an own learner."""
    return Learner(student_id, LearnerKind.STUDENT, "Zoë van 't Hart", "Hart, Zoë van 't", own=True)


def a_claim(
    learner: Learner, behaviour: str = "listening-1-1", observer: Observer = Observer.SELF
) -> ClaimDraft:
    """A claim with evidence, of a Friday before the Monday of tests."""
    return ClaimDraft(
        new_id(),
        learner,
        small_set().key,
        behaviour,
        observer,
        date(2026, 11, 20),
        observer_name="" if observer is Observer.SELF else "M. Jansen",
        evidence="Vroeg door bij de uitleg <b>R&D</b> 🙂",
    )
