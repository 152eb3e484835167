"""Reading the matrix of life skills: who and which first, then levels by page, then one cell."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.content.skills import SkillSet, load_skill_set
from lob_workbench.domain.errors import NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills.claim_drafts import SCREEN, subject_of
from lob_workbench.features.life_skills.rules import (
    Cell,
    Head,
    Levels,
    Roll,
    Selection,
    groups_along,
)
from lob_workbench.features.life_skills.rules_claims import waiting
from lob_workbench.features.life_skills.rules_profile import Profile, growing, strongest
from lob_workbench.people.access import readable_students
from lob_workbench.people.queries import filter_choices, student_ids
from lob_workbench.people.records import Student
from lob_workbench.people.rules import Ids
from lob_workbench.skills import queries, queries_sets
from lob_workbench.skills.rules import NOTHING, Learner, LearnerKind, place_of
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.drafts import load_draft
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.SEE_SKILLS)
def read_head(work: UnitOfWork) -> Head:
    """The sets, routes, groups and teams to choose from."""
    return Head(queries_sets.list_sets(work), queries_sets.list_routes(work), filter_choices(work))


@operation(Right.SEE_SKILLS)
def read_roll(work: UnitOfWork, selection: Selection) -> Roll:
    """Who stands in the rows and which skills in the columns; raises ``NotFound`` for no set."""
    skill_set, chosen = _set(work, selection.set_key), selection.chosen
    known: tuple[Learner, ...] = ()
    if selection.kind is LearnerKind.MEMBER:
        found = queries.list_members(work)
        known = tuple(one for one in found if not chosen or one.id in chosen)
        ids = Ids([one.id for one in known])
    else:
        ids = Ids(student_ids(work, selection.wanted))
        ids = ids.only(chosen) if chosen else ids
    return Roll(selection, skill_set, groups_along(skill_set, selection.route), ids, known)


@operation(Right.SEE_SKILLS)
def read_levels(work: UnitOfWork, kind: LearnerKind, set_key: str, ids: tuple[UUID, ...]) -> Levels:
    """Who these are and what they stand at; who is not the actor's to see stands at nothing."""
    if kind is LearnerKind.STUDENT:
        learners = queries.learners_named(work, ids)
    else:
        learners = tuple(one for one in queries.list_members(work) if one.id in ids)
    return Levels(set_key, ids, learners, queries.read_standings(work, set_key, ids))


@operation(Right.SEE_SKILLS)
def read_cell(
    work: UnitOfWork, learner_id: UUID, kind: LearnerKind, set_key: str, skill_id: str
) -> Cell:
    """One skill of a learner with evidence and words, where the actor may read those.

    Raises ``NotFound`` for a learner whom the actor does not see.
    """
    if kind is LearnerKind.STUDENT:
        open_dossier(work, learner_id)
    learner = queries.get_learner(work, learner_id)
    skill_set = _set(work, set_key)
    if skill_id not in skill_set.skill_ids:
        raise NotFound
    readable = _may_read(work, learner)
    claims = queries.read_claims(work, learner_id, skill_set.key) if readable else ()
    found = queries.read_standings(work, skill_set.key, [learner_id])
    return Cell(
        learner,
        skill_set,
        skill_set.skill(skill_id),
        found.get(learner_id, {}).get(skill_id, NOTHING),
        tuple(one for one in claims if (place_of(one.behaviour_id) or ("",))[0] == skill_id),
        readable,
        load_draft(work, SCREEN, subject_of(learner_id, skill_set.key, skill_id)) is not None,
    )


@operation(Right.SEE_SKILLS)
def find_learner(work: UnitOfWork, learner_id: UUID) -> Learner:
    """Somebody whom the actor sees; raises ``NotFound``."""
    return queries.get_learner(work, learner_id)


@operation(Right.SEE_SKILLS)
def read_profile(work: UnitOfWork, student_id: UUID) -> Profile:
    """What one student's life skills come to, in the set in which most was written of them.

    Raises ``NotFound`` for a student whom the actor does not see.
    """
    open_dossier(work, student_id)
    learner = queries.get_learner(work, student_id)
    readable = _may_read(work, learner)
    found = [
        (skill_set, queries.read_standings(work, skill_set.key, [student_id]).get(student_id, {}))
        for skill_set in queries_sets.list_sets(work)
    ]
    best, standings = max(found, key=lambda one: len(one[1]))
    claims = queries.read_claims(work, student_id, best.key) if readable else ()
    first = strongest(best, standings)
    return Profile(
        learner,
        best,
        first,
        growing(best, standings, first),
        waiting(claims),
        readable,
    )


def _may_read(work: UnitOfWork, learner: Learner) -> bool:
    """Whether the actor reads evidence on this learner, and not only levels."""
    if learner.kind is not LearnerKind.STUDENT:
        return True
    query = sa.select(Student.id).where(Student.id == learner.id, readable_students(work))
    return work.session.scalar(query) is not None


def _set(work: UnitOfWork, key: str) -> SkillSet:
    return queries_sets.get_set(work, key) if key else load_skill_set()
