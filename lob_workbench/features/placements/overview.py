"""What the time line tells of placements: where somebody began, and where it ended."""

from datetime import date
from uuid import UUID

from lob_workbench.domain.contributions import StoryItem, Target
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.access import readable_students, require
from lob_workbench.people.queries_placements import placements_of
from lob_workbench.people.rules_placements import PlacementView
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.unit_of_work import UnitOfWork

TAB = "placements"


@operation(Right.READ_TALKS)
def story(work: UnitOfWork, student_id: UUID) -> tuple[StoryItem, ...]:
    """The beginning and the end of each placement, as far as they were."""
    open_dossier(work, student_id)
    require(work, student_id, readable_students(work))
    today = work.clock.today()
    items = []
    for at in placements_of(work, student_id):
        if at.starts_on <= today:
            kind = QT_TRANSLATE_NOOP("story", "Begin van een stage")
            items.append(_item(at, at.starts_on, kind, at.trainer, "ph.briefcase"))
        if at.ends_on is not None and at.ends_on <= today:
            kind = QT_TRANSLATE_NOOP("story", "Einde van een stage")
            items.append(_item(at, at.ends_on, kind, "", "ph.flag"))
    return tuple(items)


def _item(at: PlacementView, on: date, kind: str, text: str, icon: str) -> StoryItem:
    return StoryItem(
        on=on,
        kind=kind,
        title=at.company.full_name,
        text=text,
        icon=icon,
        target=Target("students", at.student_id, TAB),
        order=str(at.id),
    )
