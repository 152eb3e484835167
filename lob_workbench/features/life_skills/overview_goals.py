"""What other pages show of agreements on life skills: the time line and *Vandaag*."""

from uuid import UUID

from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    StoryItem,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.life_skills.goal_views import GoalView, late_first
from lob_workbench.features.life_skills.queries_goal_views import views_of
from lob_workbench.people.access import readable_students, require
from lob_workbench.skills import queries, queries_goals
from lob_workbench.skills.rules import LearnerKind
from lob_workbench.skills.rules_goals import GoalStatus
from lob_workbench.storage.audit import open_dossier, open_lists
from lob_workbench.storage.unit_of_work import UnitOfWork

PAGE = "life_skills"
VIEW = "goals"
"""The detail of a ``Target`` that asks for the agreements."""

_KINDS = {
    GoalStatus.OPEN: QT_TRANSLATE_NOOP("story", "Afspraak over een skill"),
    GoalStatus.REACHED: QT_TRANSLATE_NOOP("story", "Afspraak over een skill, gehaald"),
    GoalStatus.STOPPED: QT_TRANSLATE_NOOP("story", "Afspraak over een skill, gestopt"),
}


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The agreements of a student, on the day they were made, for the time line."""
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    learner = queries.get_learner(work, student_id)
    return tuple(
        StoryItem(
            on=view.goal.made_on,
            kind=_KINDS[view.goal.status],
            title=_title(view),
            text=view.goal.action,
            icon="ph.flag",
            tone=Tone.GOOD if view.goal.status is GoalStatus.REACHED else Tone.CALM,
            order=str(view.goal.id),
        )
        for view in views_of(work, (learner,))
    )


@operation(Right.RECORD_SKILLS)
def today(work: UnitOfWork) -> TodayView:
    """Agreements of which a period is over and not done: of own students, members and teams."""
    open_lists(work)
    day = work.clock.today()
    # Few of many: the names of a whole caseload would be read for nothing.
    wanted = queries_goals.late_learners(work, day)
    if not wanted:
        return TodayView()
    others = (*queries.list_members(work), *queries.list_teams(work))
    learners = [
        one
        for one in (*queries.learners_named(work, wanted), *others)
        if one.own and one.id in wanted
    ]
    late = [view for view in views_of(work, learners) if view.goal.is_late(day)]
    if not late:
        return TodayView()
    items = []
    for view in late_first(late, day):
        slot = next(slot for slot in view.goal.slots if slot.is_late(day))
        student = view.learner.kind is LearnerKind.STUDENT
        items.append(
            AttentionItem(
                view.learner.id if student else None,
                view.learner.name,
                _title(view),
                slot.ends_on,
                Target("students", view.learner.id, PAGE)
                if student
                else Target(PAGE, view.learner.id, VIEW),
            )
        )
    return TodayView(
        attention=(
            Attention(
                QT_TRANSLATE_NOOP("today", "{count} afspraken bij life skills over tijd"),
                QT_TRANSLATE_NOOP("today", "1 afspraak bij een life skill over tijd"),
                "ph.flag",
                Tone.ATTENTION,
                tuple(items),
            ),
        )
    )


def _title(view: GoalView) -> str:
    return f"{view.skill} {view.goal.level}: {view.level_name}".removesuffix(": ")
