"""Agreements on life skills: reading those of a selection or a person, writing, answering."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import fold
from lob_workbench.features.life_skills import goal_drafts
from lob_workbench.features.life_skills.goal_drafts import SCREEN, GoalDraft
from lob_workbench.features.life_skills.goal_views import (
    AboutLearner,
    Answered,
    GoalSheet,
    GoalsShown,
    late_first,
)
from lob_workbench.features.life_skills.queries_goal_views import views_of
from lob_workbench.features.life_skills.rules import Selection
from lob_workbench.people.school import read_school
from lob_workbench.skills import queries, queries_goals, queries_sets, writing_goals
from lob_workbench.skills.access import require_own
from lob_workbench.skills.rules import Learner, LearnerKind
from lob_workbench.skills.rules_goals import Goal, GoalStatus, SlotProgress
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.drafts import discard_draft, own_drafts, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_appointments import list_holidays
from lob_workbench.talks.rules import PaperHead

GOAL_DRAFT = "skill_goal_draft"
"""The kind of ``Changes`` of what is being filled in."""


@operation(Right.SEE_SKILLS)
def read_goals(work: UnitOfWork, selection: Selection) -> GoalsShown:
    """The agreements of whom the selection shows; for members their teams come first.

    Words only of own students, and of members and teams that are the actor's.
    """
    open_lists(work)
    learners = tuple(
        one
        for one in _learners(work, selection)
        if not selection.chosen or one.id in selection.chosen
    )
    views = views_of(work, learners)
    route = selection.route
    if route is not None:
        views = tuple(
            view
            for view in views
            if view.goal.set_key.partition("@")[0] == route.set_id
            and view.goal.skill_id in route.skills
        )
    return GoalsShown(
        learners=learners,
        goals=late_first(views, work.clock.today()),
        holidays=list_holidays(work),
        unfinished=_unfinished(work, {one.id for one in learners if one.own}),
        # A page that does not know the sets yet asks for none.
        set_key=selection.set_key or queries_sets.list_sets(work)[0].key,
    )


@operation(Right.SEE_SKILLS)
def read_learner_goals(work: UnitOfWork, learner: Learner) -> GoalsShown:
    """The agreements of one student, member of staff or team; raises ``NotFound``."""
    if learner.kind is LearnerKind.STUDENT:
        open_dossier(work, learner.id)
    found = queries.get_learner(work, learner.id)
    return GoalsShown(
        learners=(found,),
        goals=late_first(views_of(work, (found,)), work.clock.today()),
        holidays=list_holidays(work),
        unfinished=_unfinished(work, {found.id} if found.own else ()),
    )


@operation(Right.RECORD_SKILLS)
def about_learner(work: UnitOfWork, learner_id: UUID, set_key: str) -> AboutLearner:
    """Who an agreement is for, what they stand at in that set, and the holidays around it."""
    require_own(work, learner_id)
    skill_set = queries_sets.get_set(work, set_key)
    return AboutLearner(
        learner=queries.get_learner(work, learner_id),
        skill_set=skill_set,
        holidays=list_holidays(work),
        standings=queries.read_standings(work, set_key, [learner_id]).get(learner_id, {}),
    )


@operation(Right.SEE_SKILLS)
def read_goal(work: UnitOfWork, goal_id: UUID, learner: Learner) -> Goal:
    """One agreement as it stands now, with its words; raises ``NotFound``."""
    if learner.kind is LearnerKind.STUDENT:
        open_dossier(work, learner.id)
    return queries_goals.get_goal(work, goal_id)


@operation(Right.RECORD_SKILLS)
def save_goal(work: UnitOfWork, goal: Goal, learner: Learner) -> Changes:
    """Write an agreement, new or changed, and forget its draft.

    Raises ``InputRefused`` with the reason, ``NotFound`` for a learner that is not the actor's,
    ``StaleSave`` where somebody changed it first.
    """
    if learner.kind is LearnerKind.STUDENT:
        open_dossier(work, learner.id)
    require_own(work, learner.id)
    who = queries.get_learner(work, learner.id)
    skill_set = queries_sets.get_set(work, goal.set_key)
    changes = writing_goals.write_goal(work, goal, who, skill_set)
    discard_draft(work, SCREEN, goal.id)
    return changes


@operation(Right.RECORD_SKILLS)
def answer_slot(
    work: UnitOfWork, goal_id: UUID, version: int, number: int, progress: SlotProgress
) -> Answered:
    """Say how far one period came; raises ``NotFound`` and ``StaleSave``."""
    changes = writing_goals.set_progress(work, goal_id, version, number, progress)
    return Answered(goal_id, queries_goals.find_goal(work, goal_id).version, changes)


@operation(Right.RECORD_SKILLS)
def close_goal(work: UnitOfWork, goal_id: UUID, version: int, status: GoalStatus) -> Answered:
    """Say that an agreement is reached, stopped, or goes on after all; raises as above."""
    changes = writing_goals.set_status(work, goal_id, version, status)
    return Answered(goal_id, queries_goals.find_goal(work, goal_id).version, changes)


@operation(Right.RECORD_SKILLS)
def keep_goal_draft(work: UnitOfWork, draft: GoalDraft) -> datetime:
    """Keep what is being filled in, as typed."""
    if draft.learner_id is not None:
        require_own(work, draft.learner_id)
    return save_draft(work, SCREEN, draft.id, goal_drafts.to_json(draft), draft.version or None)


@operation(Right.RECORD_SKILLS)
def drop_goal_draft(work: UnitOfWork, draft_id: UUID) -> Changes:
    """Throw away what was being filled in."""
    discard_draft(work, SCREEN, draft_id)
    return Changes.of(GOAL_DRAFT, draft_id)


@operation(Right.RECORD_SKILLS)
def put_back_goal_draft(work: UnitOfWork, draft: GoalDraft) -> Changes:
    """Put back what was thrown away."""
    keep_goal_draft(work, draft)
    return Changes.of(GOAL_DRAFT, draft.id)


@operation(Right.SEE_SKILLS)
def goal_sheet(work: UnitOfWork, learner: Learner) -> GoalSheet:
    """What the paper of one learner is made from; raises ``NotFound``."""
    shown = read_learner_goals(work, learner)
    school = read_school(work)
    return GoalSheet(
        learner=shown.learners[0],
        goals=shown.goals,
        author=work.actor.name,
        today=work.clock.today(),
        head=PaperHead(school.name, school.logo),
    )


def _learners(work: UnitOfWork, selection: Selection) -> Iterable[Learner]:
    if selection.kind is LearnerKind.STUDENT:
        return queries.list_learners(work, selection.wanted)
    words, team = fold(selection.wanted.words), selection.wanted.team
    return (
        one
        for one in (*queries.list_teams(work), *queries.list_members(work))
        if words in fold(one.name) and (not team or team in one.team.split(", "))
    )


def _unfinished(work: UnitOfWork, own: Collection[UUID]) -> tuple[GoalDraft, ...]:
    drafts = map(goal_drafts.from_json, own_drafts(work, SCREEN).values())
    return tuple(draft for draft in drafts if draft.learner_id in own and not draft.is_blank)
