"""Others' changes reach an open window by themselves, and a line that is gone is said once."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from lob_workbench.app.live_changes import LiveChanges
from lob_workbench.domain.career import ConversationKind
from lob_workbench.domain.changes import Changes
from lob_workbench.domain.rights import Role
from lob_workbench.features.conversations.operations import record
from lob_workbench.people.rules import GrantKind
from lob_workbench.storage.base import new_id
from lob_workbench.storage.server_changes import KINDS, Heard
from lob_workbench.talks.rules import ConversationDraft
from tests.helpers.stores import Store

PATIENCE_MS = 20_000


@pytest.fixture
def heard_by(qtbot: QtBot) -> Iterator[object]:
    """Start listening as somebody; gives the list that fills."""
    started: list[LiveChanges] = []

    def listen(engine: Engine) -> tuple[list[Changes], list[bool]]:
        live = LiveChanges(engine)
        changes: list[Changes] = []
        line: list[bool] = []
        live.heard.connect(changes.append)
        live.line_changed.connect(line.append)
        live.start()
        started.append(live)
        qtbot.waitUntil(lambda: live._reached, timeout=PATIENCE_MS)
        return changes, line

    yield listen
    for live in started:
        live.stop()
        live.deleteLater()


def talk(store: Store, student: object) -> None:
    """The owner records a talk."""
    draft = ConversationDraft(
        id=new_id(),
        student_id=student,  # type: ignore[arg-type]
        kind=ConversationKind.CAREER_REFLECTION,
        held_on=store.clock.today(),
        summary="Wil naar de zorg.",
    )
    with store.work() as work:
        record(work, draft)


def test_every_audited_table_has_kinds(server_store: Store) -> None:
    with server_store.engine.connect() as connection:
        names = set(connection.scalars(sa.text("SELECT name FROM lob.audited")))
    assert names == set(KINDS)


def test_a_colleague_who_reads_along_hears_of_a_talk_and_a_stranger_does_not(
    qtbot: QtBot, server_store: Store, heard_by
) -> None:
    student = server_store.student()
    colleague = server_store.colleague(Role.COUNSELLOR)
    stranger = server_store.colleague(Role.COUNSELLOR)
    server_store.grant(student, colleague, GrantKind.ASKED_IN)
    seen, _ = heard_by(server_store.login(colleague))
    nothing, _ = heard_by(server_store.login(stranger))
    own, _ = heard_by(server_store.login(server_store.owner))
    talk(server_store, student)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    assert any(changes.touches("conversation") for changes in seen)
    assert all(changes.ids == {student} for changes in seen)
    qtbot.wait(1_000)
    assert nothing == []
    assert own == []


def test_what_was_told_is_not_told_again(server_store: Store) -> None:
    student = server_store.student()
    colleague = server_store.colleague(Role.COUNSELLOR)
    server_store.grant(student, colleague, GrantKind.ASKED_IN)
    engine = server_store.login(colleague)
    known = Heard()
    assert known.news(engine) == (frozenset(), frozenset())
    talk(server_store, student)
    kinds, ids = known.news(engine)
    assert "conversation" in kinds
    assert ids == {student}
    assert known.news(engine) == (frozenset(), frozenset())


def test_a_connection_that_is_cut_is_laid_again_in_silence(
    qtbot: QtBot, server_store: Store, heard_by
) -> None:
    student = server_store.student()
    colleague = server_store.colleague(Role.COUNSELLOR)
    server_store.grant(student, colleague, GrantKind.ASKED_IN)
    engine = server_store.login(colleague)
    seen, line = heard_by(engine)
    with server_store.engine.connect() as connection:
        cut = connection.scalars(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :name"),
            {"name": engine.url.username},
        ).all()
    assert cut
    talk(server_store, student)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    assert line == []
