"""Reading recorded talks for lists: of one student, or a page of all, always through
``people.access``.
"""

from typing import Any

import sqlalchemy as sa

from lob_workbench.domain.career import ConversationKind
from lob_workbench.people.access import readable_students
from lob_workbench.people.records import Student, StudentGroup
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.records import Conversation, StudentResponseRecord
from lob_workbench.talks.rules import ConversationRow, NextTalk, Party
from lob_workbench.talks.rules_talk_list import (
    MOST_COUNTED,
    TalkCounts,
    TalkPage,
    TalkPlace,
    TalksWanted,
)


def newest() -> sa.ColumnElement[bool]:
    """Of every talk only the newest version."""
    later = sa.orm.aliased(Conversation)
    return ~sa.exists().where(
        later.talk_id == Conversation.talk_id,
        later.version_number > Conversation.version_number,
    )


def talk_rows(summary: sa.SQLColumnExpression[str]) -> sa.Select[*tuple[Any, ...]]:
    """The columns of a ``ConversationRow``: no mapped objects, which cost five times as much."""
    verdict = (
        sa.select(StudentResponseRecord.verdict)
        .where(
            StudentResponseRecord.conversation_id == Conversation.id,
            StudentResponseRecord.party == Party.STUDENT,
        )
        .order_by(StudentResponseRecord.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return (
        sa.select(
            Conversation.id,
            Conversation.talk_id,
            Conversation.student_id,
            Conversation.version_number,
            Conversation.kind,
            Conversation.form,
            Conversation.held_on,
            Conversation.next_on,
            Conversation.next_at,
            Conversation.next_kind,
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name.label("group"),
            verdict.label("verdict"),
            summary.label("summary"),
        )
        .join(Student, Conversation.student_id == Student.id)
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
    )


def as_rows(work: UnitOfWork, query: sa.Select[*tuple[Any, ...]]) -> tuple[ConversationRow, ...]:
    """What a query of ``talk_rows`` finds."""
    return tuple(
        ConversationRow(
            id=row.id,
            talk_id=row.talk_id,
            student_id=row.student_id,
            student_name=PersonName(row.first_name, row.infix, row.last_name).full,
            group=row.group or "",
            kind=row.kind,
            form=row.form,
            held_on=row.held_on,
            next_talk=next_talk_of(row),
            summary=row.summary,
            version_number=row.version_number,
            verdict=row.verdict,
        )
        for row in work.session.execute(query)
    )


def next_talk_of(talk: Any) -> NextTalk | None:
    """The next talk as this version (the record, or a row with its columns) planned it."""
    if talk.next_on is None:
        return None
    return NextTalk(talk.next_on, talk.next_at, talk.next_kind or talk.kind)


def talk_page(
    work: UnitOfWork, wanted: TalksWanted, after: TalkPlace | None, limit: int
) -> TalkPage:
    """At most ``limit`` talks of the readable students that follow ``after``."""
    place = sa.tuple_(Conversation.held_on, Conversation.id)
    there = sa.select(Conversation.id).where(*_of_the_list(work, wanted.kind))
    if after is not None:
        known = (after.held_on, after.id)
        there = there.where(place > known if wanted.oldest_first else place < known)
    # The page first, by the index on the order of the list, and names only for what stands in it.
    # One more than is shown tells whether there is more.
    found = there.order_by(*_order(wanted)).limit(limit + 1).subquery()
    query = (
        talk_rows(sa.literal(""))
        .join(found, Conversation.id == found.c.id)
        .order_by(*_order(wanted))
    )
    rows = as_rows(work, query)
    return TalkPage(wanted, after, rows[:limit], len(rows) > limit)


def count_talks(work: UnitOfWork) -> TalkCounts:
    """How many talks of each kind, up to a limit: the cost does not grow with the years."""
    parts = []
    for kind in ConversationKind:
        some = (
            sa.select(Conversation.id)
            .where(*_of_the_list(work, kind))
            .limit(MOST_COUNTED + 1)
            .subquery()
        )
        parts.append(sa.select(sa.literal(kind.value), sa.func.count()).select_from(some))
    found = work.session.execute(sa.union_all(*parts))
    return TalkCounts({ConversationKind(kind): number for kind, number in found if number})


def _of_the_list(
    work: UnitOfWork, kind: ConversationKind | None
) -> tuple[sa.ColumnElement[bool], ...]:
    # `exists`, not a join: a workbook must walk along the index of talks, and of a caseload of
    # thousands SQLite would begin with the students and sort all their talks for every page.
    readable = sa.exists().where(Student.id == Conversation.student_id, readable_students(work))
    criteria = (readable, newest())
    return criteria if kind is None else (Conversation.kind == kind, *criteria)


def _order(wanted: TalksWanted) -> tuple[sa.ColumnElement[Any], ...]:
    columns = (Conversation.held_on, Conversation.id)
    if wanted.oldest_first:
        return tuple(column.asc() for column in columns)
    return tuple(column.desc() for column in columns)
