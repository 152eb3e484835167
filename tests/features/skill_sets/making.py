"""Sets and kwalificatiedossiers for tests: small, and a school's own."""

from dataclasses import replace
from typing import Any

from lob_workbench.content.qualifications import CoreTask, Profile, Qualification, WorkProcess
from lob_workbench.content.skills import SkillGroup, SkillSet, parse_skill_set
from tests.helpers.skills import small_set


def with_text(behaviour_id: str, text: str, **fields: Any) -> SkillSet:
    """The small set with one behaviour in other words."""
    groups = []
    for group in small_set().groups:
        skills = []
        for skill in group.skills:
            levels = tuple(
                replace(
                    level,
                    behaviours=tuple(
                        replace(one, text=text) if one.id == behaviour_id else one
                        for one in level.behaviours
                    ),
                )
                for level in skill.levels
            )
            skills.append(replace(skill, levels=levels))
        groups.append(replace(group, skills=tuple(skills)))
    return replace(small_set(), groups=tuple(groups), **fields)


def without_courage(version: str = "2") -> SkillSet:
    """The small set without its last group."""
    groups: tuple[SkillGroup, ...] = small_set().groups[:1]
    return replace(small_set(), groups=groups, version=version)


def other_set() -> SkillSet:
    """A set of another id, of one skill."""
    skill = {
        "id": "cooking",
        "name": "Koken",
        "meaning": "Je kookt.",
        "group": "one",
        "level": [
            {"name": f"koken {level}", "behaviours": [f"Kookt {level} {one}" for one in range(5)]}
            for level in range(1, 5)
        ],
    }
    head = {"id": "kitchen", "version": "1", "name": "Keuken", "source": "Van ons"}
    return parse_skill_set(
        {"set": head, "group": [{"id": "one", "heading": "Een"}], "skill": [skill]}
    )


def a_qualification(title: str = "Sociaal werk", letters: str = "A") -> Qualification:
    """One kerntaak of two werkprocessen; the second asks no competence of the small set."""
    works = (
        WorkProcess("B1-K1-W1", "Maakt een plan", tuple(letters)),
        WorkProcess("B1-K1-W2", "Rekent af", ("B",)),
    )
    tasks = (CoreTask("B1-K1", "Werkt met mensen", works),)
    profile = Profile("101", "Werker", "25488", 4, tasks)
    return Qualification("2637", title, "2", ("25488",), tasks, (profile,))
