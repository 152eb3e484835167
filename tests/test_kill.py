"""``kill -9`` at any moment: every recorded talk is there, whole, and so is the last draft."""

import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import orm

from lob_workbench.app.session import NewDesk, Session
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations import operations
from lob_workbench.features.conversations.rules import Preparation
from lob_workbench.people.naming import index_words, rename
from lob_workbench.people.records import Student
from lob_workbench.people.rules import PersonName
from lob_workbench.storage.base import new_id
from lob_workbench.storage.engine import bare_connection
from lob_workbench.storage.keys import KdfCost
from lob_workbench.storage.recovery_code import new_recovery_code
from lob_workbench.talks.records import (
    Agreement,
    AgreementText,
    Conversation,
    ConversationQuestion,
    ConversationTopic,
    StudentResponseRecord,
    StudentResponseText,
)
from tests.helpers.counts import Tally
from tests.helpers.kill_worker import AGREEMENTS, QUESTIONS, TOPICS
from tests.helpers.killing import Workers

CHEAP = KdfCost(memory_kib=65_536, iterations=2, lanes=1)
CODE = new_recovery_code()
KILLS = 20
SOAK_KILLS = 200
STUDENTS = 8

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")


@dataclass
class Told:
    """What must be in the workbook, by what the workers said that they had committed."""

    talks: dict[UUID, int] = field(default_factory=dict)
    drafts: dict[UUID, int] = field(default_factory=dict)
    """The number of the draft of each student who has one."""
    last: int = 0
    saves: int = 0
    unheard: int = 0
    """Commits that a worker made and was killed before it could say so."""

    def hear(self, line: str) -> None:
        """Take in what a worker said."""
        kind, student, made, number = line.split()
        self.last = int(number)
        if kind == "talk":
            self.talks[UUID(made)] = self.last
            self.drafts.pop(UUID(student), None)
        else:
            assert kind == "draft", line
            self.drafts[UUID(student)] = self.last
            self.saves += 1


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook with a few students."""
    folder = tmp_path / "werkboek"
    desk = NewDesk(
        folder,
        "vier paarden lopen zacht",
        CODE,
        "Mirjam Bakker",
        frozenset({Role.COUNSELLOR}),
        "Het Voorbeeldcollege",
        "2026-2027",
    )
    session = Session.create(desk, cost=CHEAP)
    with session.work() as work:
        students = [
            Student(
                id=new_id(),
                number=f"041{number}",
                counsellor_id=session.actor.staff_id,
                updated_at=session.clock.now(),
            )
            for number in range(STUDENTS)
        ]
        for student in students:
            rename(student, PersonName("Zoë", "van 't", f"Hart{student.number}"))
        work.session.add_all(students)
        index_words(work, students)
    session.close(backup=False)
    return folder


def test_nothing_that_was_acknowledged_is_lost(
    folder: Path, workers: Workers, tally: Tally
) -> None:
    kill_and_look(folder, workers, KILLS)
    tally("kills in commits of talks and drafts", KILLS)


@pytest.mark.soak
def test_nothing_is_lost_in_many_kills(folder: Path, workers: Workers, tally: Tally) -> None:
    kill_and_look(folder, workers, SOAK_KILLS)
    tally("kills in commits of talks and drafts", SOAK_KILLS)


def kill_and_look(folder: Path, workers: Workers, kills: int) -> None:
    chance, told, begun = random.Random(2026), Told(), time.monotonic()
    for kill in range(kills):
        lines = workers.killed_after(
            "talks", folder, CODE, kill, chance.randrange(1, 12), chance.random() / 20
        )
        for line in lines:
            told.hear(line)
        session = Session.open(folder, recovery_code=CODE)
        try:
            look(session, told)
        finally:
            session.close(backup=False)
    print(
        f"\n{kills} kills: {len(told.talks)} talks and {told.saves} drafts, 0 lost;"
        f" {told.unheard} commits more than were heard of; {time.monotonic() - begun:.1f} s"
    )
    assert len(told.talks) > kills
    assert told.saves > kills


def look(session: Session, told: Told) -> None:
    """Read everything back: what was acknowledged is there, and nothing is half."""
    with session.work() as work:
        found = {
            talk.id: talk
            for talk in work.session.scalars(
                sa.select(Conversation).options(orm.joinedload(Conversation.text))
            )
        }
        drafts = {
            student_id: number
            for student_id in work.session.scalars(sa.select(Student.id))
            if (number := draft_number(operations.prepare(work, student_id)))
        }
        parts = {table: counted(work.session, query) for table, query in PARTS.items()}
    more = found.keys() - told.talks.keys()
    for talk_id in more:
        drafts_expected = told.drafts.pop(found[talk_id].student_id, None)
        # What was kept last, or more of the same draft, typed and recorded before another save.
        assert drafts_expected is None or drafts_expected <= number_of(found[talk_id])
        told.talks[talk_id] = number_of(found[talk_id])
    assert {talk_id: number_of(talk) for talk_id, talk in found.items()} == told.talks
    newer = {student for student, number in drafts.items() if told.drafts.get(student) != number}
    for student in newer:
        assert drafts[student] >= told.last
        told.drafts[student] = drafts[student]
    assert drafts == told.drafts
    # A worker does one thing at a time: no more than its last commit went unheard.
    assert len(more) + len(newer) <= 1
    told.unheard += len(more) + len(newer)
    for table, count in WHOLE.items():
        # No more and no less, nothing of another talk, and no parts without a talk.
        assert parts[table] == {talk: (count, {n}) for talk, n in told.talks.items()}, table
    with bare_connection(session.workbook.engine) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert session.workbook.verify() == []


PARTS: dict[str, Any] = {
    "topics": sa.select(ConversationTopic.conversation_id, ConversationTopic.experience),
    "questions": sa.select(ConversationQuestion.conversation_id, ConversationQuestion.text),
    "agreements": sa.select(Agreement.talk_id, AgreementText.what).join(AgreementText),
    "responses": sa.select(StudentResponseRecord.conversation_id, StudentResponseText.text).join(
        StudentResponseText
    ),
}
WHOLE = {"topics": TOPICS, "questions": QUESTIONS, "agreements": AGREEMENTS, "responses": 1}


def counted(session: orm.Session, query: Any) -> dict[UUID, tuple[int, set[int]]]:
    """Per talk how many parts it has, and which numbers they name."""
    found: dict[UUID, tuple[int, set[int]]] = {}
    for talk_id, text in session.execute(query):
        count, numbers = found.get(talk_id, (0, set()))
        found[talk_id] = (count + 1, numbers | {int(text.split()[1])})
    return found


def number_of(talk: Conversation) -> int:
    """The number that a talk names, having checked that its long text is whole."""
    number = int(talk.text.summary.split()[1])
    assert talk.text.summary == f"gesprek {number} {'woorden ' * (number % 400)}".rstrip()
    assert talk.text.focus == f"nadruk {number}"
    return number


def draft_number(prepared: Preparation) -> int:
    """The number of the draft, or 0 where there is none."""
    if prepared.draft_saved_at is None:
        return 0
    number = int(prepared.draft.focus.split()[1])
    assert prepared.draft.summary == f"gesprek {number} " + "woorden " * (number % 400)
    assert len(prepared.draft.topics) == TOPICS
    return number
