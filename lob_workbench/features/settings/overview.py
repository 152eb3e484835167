"""What *Vandaag* tells of copies: too long none elsewhere, no second place, a drill that is due."""

from datetime import datetime

import sqlalchemy as sa

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import (
    Attention,
    AttentionItem,
    Target,
    TodayView,
    Tone,
)
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.people.backup_care import read_backup_care
from lob_workbench.people.records import Student
from lob_workbench.storage.audit import AuditEntry
from lob_workbench.storage.unit_of_work import UnitOfWork

CARD = Target("settings", None, "backup")

_OLD = QT_TRANSLATE_NOOP("today", "Al meer dan een week geen kopie op je tweede plek")
_MISSED = QT_TRANSLATE_NOOP("today", "Je kopieën staan alleen op deze laptop")
_DRILL = QT_TRANSLATE_NOOP("today", "Tijd voor een proef met je herstelcode")
_TO_CARD = QT_TRANSLATE_NOOP("career", "Naar je reservekopieën")


@operation(Right.KEEP_WORKBOOK)
def today(work: UnitOfWork) -> TodayView:
    """At most one line of each kind; only the owner of a workbook has copies to look after."""
    if not work.session.scalar(sa.select(sa.exists(sa.select(Student.id)))):
        # Nothing to lose yet, and the page has a welcome to show.
        return TodayView()
    care, now = read_backup_care(work), work.clock.now()
    first = _first_use(work)
    found = []
    if care.copy_is_old(now):
        found.append(_line(_OLD, "ph.archive-box", Tone.ATTENTION, care.copied))
    if care.place_is_missed(now, first):
        found.append(_line(_MISSED, "ph.archive-box", Tone.CALM, None))
    if care.drill_is_due(now, first):
        found.append(_line(_DRILL, "ph.first-aid-kit", Tone.CALM, care.drilled))
    return TodayView(attention=tuple(found))


def _line(heading: str, icon: str, tone: Tone, on: datetime | None) -> Attention:
    day = None if on is None else local(on).date()
    item = AttentionItem(None, "", "", day, CARD, label=_TO_CARD)
    return Attention(heading, heading, icon, tone, (item,))


def _first_use(work: UnitOfWork) -> datetime | None:
    """When the first entry of the log was written: the day on which the workbook was made."""
    query = sa.select(AuditEntry.at).order_by(AuditEntry.ordinal).limit(1)
    return work.session.scalars(query).first()
