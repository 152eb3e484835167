"""A server that restarts, fails over or ends its lines: what was acknowledged is there, once."""

import threading
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.features.conversations import operations
from lob_workbench.storage.base import new_id
from lob_workbench.storage.migrate import upgrade
from lob_workbench.storage.server import server_engine
from lob_workbench.talks.records import Conversation, ConversationText
from lob_workbench.talks.rules import ConversationDraft
from tests.helpers.postgres_pair import PostgresPair
from tests.helpers.stores import Store, new_store

SESSIONS = 3
PATIENCE_SECONDS = 60.0


@pytest.fixture
def school(postgres_pair: PostgresPair) -> Iterator[Store]:
    """A school on a primary with a standby; its lines lead to whichever can be written."""
    name = postgres_pair.primary.create_database()
    url = sa.make_url(postgres_pair.url(name)).set(drivername="postgresql+psycopg")
    engine: Engine = server_engine(url)
    upgrade(engine)
    store = new_store(engine)
    yield store
    store.close()
    engine.dispose()


class Desks:
    """Sessions that record talks until they are told to stop; a lost answer is asked again."""

    def __init__(self, store: Store, students: list[UUID]) -> None:
        self._store = store
        self.stop = threading.Event()
        self.acknowledged: dict[UUID, str] = {}
        self.drafts: dict[UUID, str] = {}
        self.repeated = 0
        self.wrong: list[Exception] = []
        self._threads = [threading.Thread(target=self._work, args=(s,)) for s in students]
        for thread in self._threads:
            thread.start()

    def _work(self, student: UUID) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            words = f"gesprek {number} " + "woorden " * (number % 50)
            draft = ConversationDraft(
                id=new_id(), student_id=student, held_on=self._store.clock.today(), summary=words
            )
            try:
                if self._until_done(operations.keep_draft, draft):
                    self.drafts[student] = words
                if number % 3 and self._until_done(operations.record, draft):
                    self.acknowledged[draft.id] = words.strip()
                    self.drafts.pop(student, None)
            except Exception as error:
                self.wrong.append(error)
                return

    def _until_done(self, operation: Callable[..., object], draft: ConversationDraft) -> bool:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                with self._store.work() as work:
                    operation(work, draft)
            except WorkbenchError:
                self.repeated += 1
                time.sleep(0.1)
            else:
                return True
        raise TimeoutError

    def end(self) -> None:
        self.stop.set()
        for thread in self._threads:
            thread.join()


@pytest.mark.parametrize("fault", ["restart", "failover", "backends"])
def test_what_was_acknowledged_is_there_once(
    school: Store, postgres_pair: PostgresPair, fault: str
) -> None:
    students = [school.student(f"041{number}") for number in range(SESSIONS)]
    login = school.login(school.owner).url.username
    assert login is not None
    desks, hit = Desks(school, students), 0
    try:
        for _ in range(1 if fault == "failover" else 3):
            before = len(desks.acknowledged)
            while len(desks.acknowledged) < before + 10 and not desks.wrong:
                time.sleep(0.02)
            if fault == "restart":
                postgres_pair.restart_primary()
                hit += 1
            elif fault == "failover":
                postgres_pair.promote()
                hit += 1
            else:
                hit += postgres_pair.kill_backends(login)
        after = len(desks.acknowledged)
        while len(desks.acknowledged) < after + 10 and not desks.wrong:
            time.sleep(0.02)
    finally:
        desks.end()
    assert desks.wrong == []
    with school.unguarded() as work:
        rows = work.session.execute(
            sa.select(Conversation.id, ConversationText.summary).outerjoin(ConversationText)
        ).all()
    found = dict(rows)
    lost = desks.acknowledged.keys() - found.keys()
    more = found.keys() - desks.acknowledged.keys()
    print(
        f"\n{fault}: {hit} hit, {len(desks.acknowledged)} acknowledged, {len(lost)} lost,"
        f" {len(more)} written besides, {desks.repeated} repeated"
    )
    assert found == desks.acknowledged
    assert len(rows) == len(found)
    assert hit > 0
    assert desks.repeated > 0
    for student, words in desks.drafts.items():
        with school.work() as work:
            assert operations.prepare(work, student).draft.summary == words
