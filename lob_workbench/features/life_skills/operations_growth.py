"""Growth in life skills: levels now against then. Counts only, so no dossier is opened."""

from dataclasses import dataclass
from uuid import UUID

from lob_workbench.content.skills import SkillSet, load_skill_set
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.features.life_skills.rules_growth import (
    GroupGrowth,
    Grown,
    Moment,
    NextStep,
    PersonGrowth,
    group_skills,
    grown_skills,
    levels_of,
    next_steps,
    skills_along,
    then_of,
)
from lob_workbench.people.school import read_school
from lob_workbench.skills import queries, queries_goals, queries_sets
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries import last_talks
from lob_workbench.talks.rules import PaperHead


@dataclass(frozen=True, slots=True)
class GrowthSheet:
    """What the paper of one person is printed from."""

    growth: PersonGrowth
    steps: tuple[NextStep, ...]
    set_name: str
    author: str
    head: PaperHead


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """What the paper of a group or a team is printed from."""

    growth: GroupGrowth
    set_name: str
    author: str
    head: PaperHead


@operation(Right.SEE_SKILLS)
def read_group(work: UnitOfWork, selection: Selection, moment: Moment) -> GroupGrowth:
    """Everybody in the selection together, and each in a list.

    A talk is of one person: with ``Since.TALK`` a group is compared with the begin of the year.
    Raises ``NotFound`` for a set that is not there.
    """
    today = work.clock.today()
    then = then_of(moment, today)
    skill_set = _set(work, selection.set_key)
    skills = skills_along(skill_set, selection.route.skills if selection.route else ())
    learners = _learners(work, selection)
    ids = [one.id for one in learners]
    now_levels = {
        id_: levels_of(found)
        for id_, found in queries.read_standings(work, skill_set.key, ids).items()
    }
    then_levels = {
        id_: levels_of(found)
        for id_, found in queries.read_standings_on(work, skill_set.key, ids, then.day).items()
    }
    wanted = [skill.id for skill in skills]
    nothing: dict[str, int] = {}
    people = []
    for one in learners:
        now, before = now_levels.get(one.id, nothing), then_levels.get(one.id, nothing)
        levels = sum(now.get(skill, 0) for skill in wanted)
        people.append(Grown(one, levels, levels - sum(before.get(skill, 0) for skill in wanted)))
    return GroupGrowth(
        selection,
        tuple(people),
        group_skills(
            skill_set,
            skills,
            [then_levels.get(id_, nothing) for id_ in ids],
            [now_levels.get(id_, nothing) for id_ in ids],
        ),
        then,
        today,
    )


@operation(Right.SEE_SKILLS)
def read_person(
    work: UnitOfWork, learner_id: UUID, set_key: str, skills: tuple[str, ...], moment: Moment
) -> PersonGrowth:
    """One person, in all skills of the set or in ``skills``; raises ``NotFound``."""
    return _person(work, learner_id, _set(work, set_key), skills, moment)


@operation(Right.SEE_SKILLS)
def growth_sheet(
    work: UnitOfWork, learner_id: UUID, set_key: str, skills: tuple[str, ...], moment: Moment
) -> GrowthSheet:
    """What the paper of one person is printed from; raises ``NotFound``."""
    skill_set = _set(work, set_key)
    growth = _person(work, learner_id, skill_set, skills, moment)
    agreed = queries_goals.read_goals(work, [learner_id], with_words=False).get(learner_id, ())
    goals: dict[str, int] = {}
    for goal in agreed:
        if goal.status is GoalStatus.OPEN and goal.set_key == skill_set.key:
            goals[goal.skill_id] = max(goal.level, goals.get(goal.skill_id, 0))
    steps = next_steps(growth.skills, goals)
    return GrowthSheet(growth, steps, skill_set.name, work.actor.name, _head(work))


@operation(Right.SEE_SKILLS)
def group_sheet(work: UnitOfWork, selection: Selection, moment: Moment) -> GroupSheet:
    """What the paper of a selection is printed from; raises ``NotFound``."""
    skill_set = _set(work, selection.set_key)
    growth = read_group(work, selection, moment)
    return GroupSheet(growth, skill_set.name, work.actor.name, _head(work))


def _person(
    work: UnitOfWork,
    learner_id: UUID,
    skill_set: SkillSet,
    skills: tuple[str, ...],
    moment: Moment,
) -> PersonGrowth:
    learner = queries.get_learner(work, learner_id)
    today = work.clock.today()
    talk = None
    if learner.kind is LearnerKind.STUDENT:
        talk = last_talks(work, [learner_id]).get(learner_id)
    then = then_of(moment, today, talk)
    key = skill_set.key
    now = queries.read_standings(work, key, [learner_id]).get(learner_id, {})
    before = queries.read_standings_on(work, key, [learner_id], then.day).get(learner_id, {})
    along = skills_along(skill_set, skills)
    return PersonGrowth(learner, grown_skills(skill_set, along, before, now), then, today)


def _learners(work: UnitOfWork, selection: Selection) -> tuple[Learner, ...]:
    if selection.kind is LearnerKind.MEMBER:
        found = queries.list_members(work)
    else:
        found = queries.list_learners(work, selection.wanted)
    if not selection.chosen:
        return found
    return tuple(one for one in found if one.id in selection.chosen)


def _set(work: UnitOfWork, key: str) -> SkillSet:
    return queries_sets.get_set(work, key) if key else load_skill_set()


def _head(work: UnitOfWork) -> PaperHead:
    school = read_school(work)
    return PaperHead(school.name, school.logo)
