"""What other pages show of norms: who is behind, on *Vandaag* and as a signal."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.career import KIND_LABELS
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Signal,
    SignalKind,
    StudentFacts,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.planning import standings
from lob_workbench.features.planning.rules import StudentStanding, most_overdue
from lob_workbench.people.access import Criterion, at_school, own_students, visible_students
from lob_workbench.people.preferences import read_preferences
from lob_workbench.people.records import Student
from lob_workbench.people.rules import StudentRow
from lob_workbench.storage.unit_of_work import UnitOfWork

PAGE = "planning"
MOST = 60
"""Beyond it *Vandaag* names nobody: the page *Planning* has the list."""
_PORTION = 400
"""So many own students are looked at in one go."""


@operation(Right.RECORD_TALKS)
def today(work: UnitOfWork) -> TodayView:
    """Own students who are behind on the norm, the longest first, with the kind of talk."""
    if not read_preferences(work).shows(SignalKind.BEHIND):
        return TodayView()
    behind = _behind(work)
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
def signals(
    work: UnitOfWork, rows: Sequence[StudentRow], _facts: Mapping[UUID, StudentFacts]
) -> Mapping[UUID, Sequence[Signal]]:
    """Students who are behind on the norm, for who may see dates."""
    if not read_preferences(work).shows(SignalKind.BEHIND):
        return {}
    criterion = sa.and_(visible_students(work), Student.id.in_([row.id for row in rows]))
    found = standings.read(work, criterion, work.clock.today())
    return {
        row.person.id: (Signal(SignalKind.BEHIND, row.since, label=_first(row)),)
        for row in found.rows
        if row.overdue
    }


def _behind(work: UnitOfWork) -> list[StudentStanding]:
    """Own students who are behind, the longest first; of thousands, when there are many, not all.

    Enough to know that they are many: then nobody is named, and the rest is not worked out.
    """
    own, day = own_students(work), work.clock.today()
    ids = work.session.scalars(
        sa.select(Student.id).where(own, at_school(work)).order_by(Student.sort_key, Student.id)
    ).all()
    found: list[StudentStanding] = []
    for start in range(0, len(ids), _PORTION):
        portion = ids[start : start + _PORTION]
        found += _overdue(work, sa.and_(own, Student.id.in_(portion)), day)
        if len(found) > MOST:
            break
    return sorted(found, key=most_overdue)


def _overdue(work: UnitOfWork, criterion: Criterion, day: date) -> list[StudentStanding]:
    return [row for row in standings.read(work, criterion, day).rows if row.overdue]


def _item(row: StudentStanding) -> AttentionItem:
    return AttentionItem(
        row.person.id,
        row.person.name.full,
        row.person.group,
        row.since,
        Target("conversations", row.person.id, "prepare"),
        label=_first(row),
    )


def _first(row: StudentStanding) -> str:
    """The kind of talk that is overdue longest."""
    return next(KIND_LABELS[kind.kind] for kind in row.kinds if kind.since == row.since)
