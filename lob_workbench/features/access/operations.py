"""See who may read a dossier and who did; let somebody read along, and end that."""

from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.errors import InputRefused, NotFound
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.text import clean_line
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.access import queries
from lob_workbench.features.access.rules import (
    AccessView,
    Asking,
    Colleague,
    LogEntry,
    LogLine,
    agreed_until,
    collapse,
)
from lob_workbench.people.access import own_students, readable_students, require
from lob_workbench.people.records import AccessGrant, Student
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.base import new_id
from lob_workbench.storage.unit_of_work import UnitOfWork

MOST_LINES = 200
_CHUNK = 1000


@operation(Right.READ_TALKS)
def read_access(work: UnitOfWork, student_id: UUID, most: int = MOST_LINES) -> AccessView:
    """Who may read this dossier, and the newest ``most`` lines of who did.

    Raises ``NotFound`` for a student whom the actor may not read. Who only reads along gets no
    log: that is for the student and the counsellor.
    """
    require(work, student_id, readable_students(work))
    own = queries.is_own(work, student_id)
    lines, more = _newest_lines(work, student_id, most) if own else ((), False)
    return AccessView(
        student_id=student_id,
        counsellor=queries.counsellor_of(work, student_id),
        own=own,
        readers=queries.readers(work, student_id),
        lines=lines,
        names=queries.named(work, {line.about for line in lines if line.about}),
        more=more,
    )


@operation(Right.SHARE_DOSSIER)
def list_colleagues(work: UnitOfWork) -> tuple[Colleague, ...]:
    """Who at this school can be asked to read along, by name."""
    return queries.colleagues(work)


@operation(Right.SHARE_DOSSIER)
def let_in(work: UnitOfWork, asking: Asking) -> Changes:
    """Let somebody read along with an own student from now on.

    Raises ``NotFound`` for somebody else's student, and ``InputRefused`` for oneself, for somebody
    without a working login or the role, without a reason, for a last day that will not do, and for
    somebody who reads along in this way already.
    """
    require(work, asking.student_id, own_students(work))
    reason = clean_line(asking.reason)
    if not reason:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Schrijf op waarom: de student mag dat weten.")
        )
    until = agreed_until(asking.kind, asking.until, work.clock.today())
    if asking.staff_id == work.actor.staff_id:
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Jij leest dit dossier al."))
    _check_reader(work, asking)
    if queries.has_open_grant(work, asking.student_id, asking.staff_id, asking.kind):
        raise InputRefused(QT_TRANSLATE_NOOP("errors", "Deze collega leest al mee."))
    work.session.add(
        AccessGrant(
            id=new_id(),
            student_id=asking.student_id,
            staff_id=asking.staff_id,
            kind=asking.kind,
            reason=reason,
            granted_by=work.actor.staff_id,
            granted_at=work.clock.now(),
            until=until,
        )
    )
    return Changes.of("access_grant", asking.student_id)


@operation(Right.READ_TALKS)
def end_access(work: UnitOfWork, grant_id: UUID) -> Changes:
    """End somebody's reading along, of an own student or one's own; from this moment on.

    Raises ``NotFound`` for a grant that is not the actor's to end or that is over already.
    """
    query = (
        sa.select(AccessGrant)
        .join(Student, Student.id == AccessGrant.student_id)
        .where(
            AccessGrant.id == grant_id,
            sa.or_(own_students(work), AccessGrant.staff_id == work.actor.staff_id),
            queries.still_open(work),
        )
    )
    grant = work.session.scalars(query).one_or_none()
    if grant is None:
        raise NotFound
    grant.ended_at = work.clock.now()
    return Changes.of("access_grant", grant.student_id) | Changes.of("student", grant.student_id)


def _check_reader(work: UnitOfWork, asking: Asking) -> None:
    colleague = next(
        (each for each in queries.colleagues(work) if each.id == asking.staff_id), None
    )
    if colleague is None:
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Deze collega heeft geen account waarmee dat kan.")
        )
    if not colleague.can(asking.kind):
        raise InputRefused(
            QT_TRANSLATE_NOOP("errors", "Deze collega is geen loopbaanbegeleider.")
            if asking.kind is GrantKind.ASKED_IN
            else QT_TRANSLATE_NOOP("errors", "Deze collega hoort niet bij de tweede lijn.")
        )


def _newest_lines(
    work: UnitOfWork, student_id: UUID, most: int
) -> tuple[tuple[LogLine, ...], bool]:
    """The newest lines, of days that are counted whole, and whether there are older ones."""
    found: list[LogEntry] = []
    while True:
        chunk = queries.entries(work, student_id, found[-1] if found else None, _CHUNK)
        found.extend(chunk)
        lines = collapse(found)
        if len(chunk) < _CHUNK:
            return lines[:most], len(lines) > most
        whole = [line for line in lines if line.day > lines[-1].day]
        if len(whole) >= most:
            return tuple(whole[:most]), True
