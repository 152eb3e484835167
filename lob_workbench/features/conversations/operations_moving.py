"""Reading all talks of a student as they stand, and writing them down again at a school."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.features.conversations import drafts
from lob_workbench.people.access import own_students
from lob_workbench.people.records import Student
from lob_workbench.storage.audit import open_dossier
from lob_workbench.storage.base import Base
from lob_workbench.storage.drafts import own_drafts, save_draft
from lob_workbench.storage.unit_of_work import UnitOfWork
from lob_workbench.talks import queries, queries_agreements
from lob_workbench.talks.records import (
    Agreement,
    AgreementStepRecord,
    AgreementStepText,
    AgreementText,
    Conversation,
    ConversationQuestion,
    ConversationText,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from lob_workbench.talks.records_voices import VoiceMark
from lob_workbench.talks.rules import ConversationDraft

Row = Mapping[str, Any]
"""A record by column, without what differs between two databases: student, author, count."""

_OF_THE_PLACE = ("student_id", "author_id", "version", "updated_at")


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """One record with all rows that belong to it. ``repr`` is off: it holds text of a dossier."""

    own: Row
    parts: tuple[tuple[str, Row], ...]
    """The table of each row and the row, ordered by its key."""

    @property
    def id(self) -> UUID:
        """The record's own id, the same in both databases."""
        key: UUID = self.own["id"]
        return key


@dataclass(frozen=True, slots=True, repr=False)
class TalksOfStudent:
    """All versions of all talks of one student with what hangs on them, by id."""

    talks: Mapping[UUID, Written]
    authors: Mapping[UUID, UUID]
    agreements: Mapping[UUID, Written]
    responses: Mapping[UUID, Written]
    drafts: tuple[ConversationDraft, ...]
    """The actor's own; of this student."""


@dataclass(frozen=True, slots=True, repr=False)
class TalksToWrite:
    """What a school lacks of one talk; written in one unit of work."""

    talks: tuple[Written, ...]
    agreements: tuple[Written, ...]
    responses: tuple[Written, ...]
    withdrawn: Mapping[UUID, int]
    """Agreements that stand there and that a version in ``talks`` withdraws."""


@operation(Right.READ_TALKS)
def read_all(work: UnitOfWork, student_id: UUID) -> TalksOfStudent:
    """Everything recorded of one of the actor's own students, and the actor's own drafts."""
    open_dossier(work, student_id)
    queries.require_own(work, student_id)
    talks = _rows(work, Conversation, student_id)
    return TalksOfStudent(
        talks=_with_parts(
            talks,
            "conversation_id",
            {
                table.__tablename__: _rows(work, table, student_id)
                for table in (ConversationText, ConversationTopic, ConversationQuestion, VoiceMark)
            },
        ),
        authors={row["id"]: row["author_id"] for row in talks},
        agreements=_with_parts(
            _rows(work, Agreement, student_id),
            "agreement_id",
            {
                table.__tablename__: _rows(work, table, student_id)
                for table in (AgreementText, AgreementStepRecord, AgreementStepText)
            },
        ),
        responses=_with_parts(
            _rows(work, StudentResponseRecord, student_id),
            "response_id",
            {StudentResponseText.__tablename__: _rows(work, StudentResponseText, student_id)},
        ),
        drafts=tuple(
            draft
            for draft in map(drafts.from_json, own_drafts(work, drafts.SCREEN).values())
            if draft.student_id == student_id
        ),
    )


@operation(Right.RECORD_TALKS)
def write_talk(work: UnitOfWork, student_id: UUID, wanted: TalksToWrite) -> Changes:
    """Write a talk down as it stood elsewhere, with its own ids and moments, by the actor.

    Raises ``NotFound`` for a student that is not the actor's, and what the database raises when
    one of the ids is taken.
    """
    queries.require_own(work, student_id)
    for written in wanted.talks:
        row = {**written.own, "author_id": work.actor.staff_id}
        work.session.add(Conversation(student_id=student_id, **row))
    work.session.flush()
    for written in wanted.agreements:
        row = {**written.own, "updated_at": work.clock.now()}
        work.session.add(Agreement(student_id=student_id, **row))
    for written in wanted.responses:
        work.session.add(StudentResponseRecord(student_id=student_id, **written.own))
    work.session.flush()
    together = (*wanted.talks, *wanted.agreements, *wanted.responses)
    for mapped in _PARTS:
        # A step before its words: the guard lets words in only beside a step just taken.
        for written in together:
            for table, part in written.parts:
                if table == mapped.__tablename__:
                    work.session.add(mapped(student_id=student_id, **part))
        work.session.flush()
    for agreement_id, number in wanted.withdrawn.items():
        agreement = queries_agreements.find_agreement(work, agreement_id)
        agreement.withdrawn_in = number
        agreement.updated_at = work.clock.now()
    work.session.flush()
    return Changes.of("conversation", student_id) | Changes.of("agreement")


@operation(Right.RECORD_TALKS)
def write_draft(work: UnitOfWork, draft: ConversationDraft) -> Changes:
    """Keep a draft from elsewhere as the actor's own. Raises ``NotFound`` as ``keep_draft``."""
    open_dossier(work, draft.student_id)
    queries.require_own(work, draft.student_id)
    # The count of changes is each database's own: here the agreements are as they came along.
    ids = [given.agreement_id for given in draft.answers]
    there = queries_agreements.views_of(work, draft.student_id, ids)
    versions = {view.id: view.version for view in there}
    draft = replace(
        draft,
        answers=tuple(
            replace(given, version=versions[given.agreement_id])
            for given in draft.answers
            if given.agreement_id in versions
        ),
    )
    save_draft(work, drafts.SCREEN, draft.corrects or draft.student_id, drafts.to_json(draft))
    return Changes.of("draft", draft.student_id)


_PARTS: tuple[type[Base], ...] = (
    ConversationText,
    ConversationTopic,
    ConversationQuestion,
    AgreementText,
    AgreementStepRecord,
    AgreementStepText,
    StudentResponseText,
    VoiceMark,
)


def _rows(work: UnitOfWork, mapped: type[Base], student_id: UUID) -> list[Row]:
    """Every row of the table of one of the actor's own students, ordered by its key."""
    table = mapped.__table__
    assert isinstance(table, sa.Table)
    query = (
        sa.select(*table.columns)
        .join(Student, table.c.student_id == Student.id)
        .where(table.c.student_id == student_id, own_students(work))
        .order_by(*table.primary_key.columns)
    )
    return [dict(row) for row in work.session.execute(query).mappings()]


def _with_parts(
    rows: list[Row], reference: str, parts: Mapping[str, list[Row]]
) -> dict[UUID, Written]:
    belonging: dict[UUID, list[tuple[str, Row]]] = {}
    for table, found in parts.items():
        for row in found:
            # Marks of a trialogue belong to its first version, whose id is that of the talk.
            key = row[reference] if reference in row else row["talk_id"]
            belonging.setdefault(key, []).append((table, _portable(row)))
    return {row["id"]: Written(_portable(row), tuple(belonging.get(row["id"], ()))) for row in rows}


def _portable(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _OF_THE_PLACE}
