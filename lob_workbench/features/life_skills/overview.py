"""What other pages show of life skills: claims and agreements together."""

from uuid import UUID

from lob_workbench.domain.contributions import StoryItem, TodayView
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.life_skills import overview_claims, overview_goals
from lob_workbench.storage.unit_of_work import UnitOfWork


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """What was confirmed and reached, and what was agreed."""
    return (
        *overview_claims.story(work, student_id),
        *overview_goals.story(work, student_id),
    )


@operation(Right.RECORD_SKILLS)
def today(work: UnitOfWork) -> TodayView:
    """Claims that wait, and agreements past a period."""
    # Agreements first: on a school's server their words ask an entry before anything is read.
    late = overview_goals.today(work)
    return TodayView(attention=(*overview_claims.today(work).attention, *late.attention))
