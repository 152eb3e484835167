"""What other pages show of badges: that one was given or taken back."""

from uuid import UUID

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import StoryItem, Target, Tone
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.badges import queries
from lob_workbench.features.badges.operations import list_badges_of
from lob_workbench.people.access import require, visible_students
from lob_workbench.storage.unit_of_work import UnitOfWork

_GIVEN = QT_TRANSLATE_NOOP("story", "Badge")
_TAKEN_BACK = QT_TRANSLATE_NOOP("story", "Badge ingetrokken")


@operation(Right.OPEN_WORKBENCH)
def tab_shown(work: UnitOfWork, student_id: UUID) -> bool:
    """Whether there is something to show: a badge, or a level that may become one."""
    if not work.actor.may(Right.SEE_SKILLS):
        return False
    shown = list_badges_of(work, student_id)
    return bool(shown.issued or shown.ready)


@operation(Right.SEE_SKILLS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The badges of a student, for the time line. No text of the dossier."""
    require(work, student_id, visible_students(work))
    items = []
    for badge in queries.list_badges(work, student_id):
        title = badge.title
        name = f"{title.skill}, {title.level}: {title.level_name}"
        target = Target("students", student_id, "badges")
        given = StoryItem(
            on=local(badge.issued_at).date(),
            kind=_GIVEN,
            title=name,
            text=badge.issued_by,
            icon="ph.medal",
            target=target,
            tone=Tone.GOOD,
            order=str(badge.id),
        )
        items.append(given)
        if badge.revoked_at is not None:
            items.append(
                StoryItem(
                    on=local(badge.revoked_at).date(),
                    kind=_TAKEN_BACK,
                    title=name,
                    text="",
                    icon="ph.prohibit",
                    target=target,
                    order=f"{badge.id}x",
                )
            )
    return tuple(items)
