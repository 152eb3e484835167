"""Finding by words, always through ``people.access``, newest first.

In a workbook the index gives numbers and nothing else, and only then those are looked up: joined
with students the planner begins with those, and asks the index a million times.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.features.search.rules import (
    FoundAgreement,
    FoundTalk,
    excerpt,
    holds_all,
)
from lob_workbench.people.access import Criterion, own_students, readable_students
from lob_workbench.people.records import Student, StudentGroup
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks.queries_talk_list import newest
from lob_workbench.talks.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.records_voices import Voice, VoiceText

_FIRST_LOOK = 40
_GROWTH = 8
_HIGHEST = 2**62

_TALK_NUMBERS = sa.table(
    "searched_talk", sa.column("number", sa.Integer()), sa.column("talk_id", sa.Uuid())
)
_AGREEMENT_NUMBERS = sa.table(
    "searched_agreement", sa.column("number", sa.Integer()), sa.column("agreement_id", sa.Uuid())
)


def newest_talks(work: UnitOfWork, words: Sequence[str], most: int) -> list[FoundTalk]:
    """The ``most`` newest talks of readable students in which all ``words`` begin a word."""
    found: list[Any] = []
    looked = _at_school(work, words, most) if work.shared else _in_workbook(work, words)
    for criterion, place in looked:
        rows = work.session.execute(_talks(work, criterion)).all()
        found += sorted(rows, key=lambda row: place[row.talk_id], reverse=True)
        if len(found) >= most:
            break
    found = found[:most]
    texts = _texts(work, [(row.id, row.talk_id) for row in found])
    return [
        FoundTalk(
            id=row.id,
            student_id=row.student_id,
            student_name=PersonName(row.first_name, row.infix, row.last_name).full,
            group=row.group or "",
            kind=row.kind,
            held_on=row.held_on,
            said=excerpt(texts[row.id], words),
        )
        for row in found
    ]


def newest_agreements(work: UnitOfWork, words: Sequence[str], most: int) -> list[FoundAgreement]:
    """The ``most`` newest agreements of own students in which all ``words`` begin a word."""
    query = (
        sa.select(
            Agreement.id,
            Agreement.student_id,
            Agreement.status,
            Agreement.due_on,
            Agreement.made_on,
            AgreementText.what,
            AgreementText.closed_reason,
            Student.first_name,
            Student.infix,
            Student.last_name,
        )
        .join(Student, Agreement.student_id == Student.id)
        .join(AgreementText)
        .where(own_students(work), Agreement.withdrawn_in.is_(None))
    )
    found: list[Any] = []
    if work.shared:
        # A counsellor's own: hundreds. No index on words would be asked under the guard.
        rows = work.session.execute(query.order_by(Agreement.made_on.desc(), Agreement.id.desc()))
        found = [row for row in rows if holds_all(f"{row.what} {row.closed_reason}", words)]
    else:
        for numbers in _numbers(work, "agreement_words", words):
            places = sa.select(_AGREEMENT_NUMBERS).where(_AGREEMENT_NUMBERS.c.number.in_(numbers))
            place = {key: number for number, key in work.session.execute(places)}
            rows = work.session.execute(query.where(Agreement.id.in_(place)))
            found += sorted(rows, key=lambda row: place[row.id], reverse=True)
            if len(found) >= most:
                break
    return [
        FoundAgreement(
            id=row.id,
            student_id=row.student_id,
            student_name=PersonName(row.first_name, row.infix, row.last_name).full,
            what=excerpt([row.what, row.closed_reason], words),
            status=row.status,
            due_on=row.due_on,
            made_on=row.made_on,
        )
        for row in found[:most]
    ]


Looked = tuple[Criterion, dict[UUID, int]]
"""Which talks, and where each stands in the order of recording."""


def _in_workbook(work: UnitOfWork, words: Sequence[str]) -> Iterator[Looked]:
    for numbers in _numbers(work, "talk_words", words):
        query = sa.select(_TALK_NUMBERS).where(_TALK_NUMBERS.c.number.in_(numbers))
        place = {key: number for number, key in work.session.execute(query)}
        yield Conversation.talk_id.in_(place), place


def _at_school(work: UnitOfWork, words: Sequence[str], most: int) -> Iterator[Looked]:
    query = sa.select(
        sa.func.lob.find_talks(" ".join(words), most).table_valued("conversation_id").c[0]
    )
    ids = list(work.session.scalars(query))
    talks = sa.select(Conversation.talk_id, Conversation.id).where(Conversation.id.in_(ids))
    talk_of = {key: talk for talk, key in work.session.execute(talks)}
    place = {talk_of[key]: -at for at, key in enumerate(ids) if key in talk_of}
    yield Conversation.id.in_(ids), place


def _numbers(work: UnitOfWork, index: str, words: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of the rows that hold all ``words``, the highest first, in growing portions."""
    query = sa.text(
        f"SELECT rowid FROM {index} WHERE {index} MATCH :asked AND rowid < :below "
        "ORDER BY rowid DESC LIMIT :most"
    )
    asked = " ".join(f'"{word}"*' for word in words)
    below, most = _HIGHEST, _FIRST_LOOK
    while numbers := list(
        work.session.scalars(query, {"asked": asked, "below": below, "most": most})
    ):
        yield numbers
        if len(numbers) < most:
            return
        below, most = numbers[-1], min(most * _GROWTH, 20_000)


def _talks(
    work: UnitOfWork, criterion: Criterion
) -> sa.Select[Any, Any, Any, Any, Any, Any, Any, Any, Any]:
    return (
        sa.select(
            Conversation.id,
            Conversation.talk_id,
            Conversation.student_id,
            Conversation.kind,
            Conversation.held_on,
            Student.first_name,
            Student.infix,
            Student.last_name,
            StudentGroup.name.label("group"),
        )
        .join(Student, Conversation.student_id == Student.id)
        .outerjoin(StudentGroup, Student.group_id == StudentGroup.id)
        .where(criterion, readable_students(work), newest())
    )


def _texts(work: UnitOfWork, talks: Sequence[tuple[UUID, UUID]]) -> dict[UUID, list[str]]:
    """What may be read of these (version, talk): at a school only while the dossier is open."""
    texts: dict[UUID, list[str]] = {version: [] for version, _ in talks}
    if not talks:
        return texts
    said = (
        sa.select(
            ConversationText.conversation_id, ConversationText.summary, ConversationText.focus
        ).where(ConversationText.conversation_id.in_(texts)),
        sa.select(
            ConversationTopic.conversation_id,
            ConversationTopic.experience,
            ConversationTopic.meaning,
            ConversationTopic.takeaway,
        ).where(ConversationTopic.conversation_id.in_(texts)),
        sa.select(StudentResponseRecord.conversation_id, StudentResponseText.text)
        .join(StudentResponseText)
        .where(StudentResponseRecord.conversation_id.in_(texts)),
    )
    for query in said:
        for version, *parts in work.session.execute(query):
            texts[version] += filter(None, parts)
    version_of = {talk: version for version, talk in talks}
    voices = (
        sa.select(Voice.talk_id, VoiceText.text)
        .join(VoiceText)
        .where(Voice.talk_id.in_(version_of))
    )
    for talk, text in work.session.execute(voices):
        texts[version_of[talk]].append(text)
    return texts
