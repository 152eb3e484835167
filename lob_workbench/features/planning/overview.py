"""What other pages show of norms: who is behind, on *Vandaag* and at the head of a student."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Notice,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.planning import standings
from lob_workbench.features.planning.rules import StudentStanding, most_overdue
from lob_workbench.people.access import own_students, visible_students
from lob_workbench.people.records import Student
from lob_workbench.storage.unit_of_work import UnitOfWork

PAGE = "planning"
MOST = 60
"""Beyond it *Vandaag* names nobody: the page *Planning* has the list."""


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Own students who are behind on the norm, the longest first, with the kind of talk."""
    found = standings.read(work, own_students(work), work.clock.today())
    behind = sorted((row for row in found.rows if row.overdue), key=most_overdue)
    if not behind:
        return TodayView()
    many = len(behind) > MOST
    return TodayView(
        attention=(
            Attention(
                QT_TRANSLATE_NOOP("today", "{count} studenten achter op de norm"),
                QT_TRANSLATE_NOOP("today", "Veel studenten achter op de norm")
                if many
                else QT_TRANSLATE_NOOP("today", "1 student achter op de norm"),
                "ph.calendar-check",
                Tone.ATTENTION,
                (AttentionItem(None, "", "", behind[0].since, Target(PAGE)),)
                if many
                else tuple(map(_item, behind)),
            ),
        )
    )


@operation(Right.COUNT_TALKS)
def notices(work: UnitOfWork, student_id: UUID) -> tuple[Notice, ...]:
    """That a student is behind on the norm, for who may see dates."""
    criterion = sa.and_(visible_students(work), Student.id == student_id)
    found = standings.read(work, criterion, work.clock.today())
    if not any(row.overdue for row in found.rows):
        return ()
    words = QT_TRANSLATE_NOOP("notices", "achter op de norm")
    return (Notice(words, "ph.calendar-check", Tone.ATTENTION),)


def _item(row: StudentStanding) -> AttentionItem:
    first = next(kind for kind in row.kinds if kind.since is not None and kind.since == row.since)
    return AttentionItem(
        row.person.id,
        row.person.name.full,
        row.person.group,
        first.since,
        Target("conversations", row.person.id, "prepare"),
        label=KIND_LABELS[first.kind],
    )
