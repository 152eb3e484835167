"""A second administrator waits until the first has upgraded the school."""

import threading

import sqlalchemy as sa

from lob_workbench.storage.migrate import _SERVER_LOCK, current_revision, newest_revision, upgrade
from lob_workbench.storage.server import server_engine

WAITING = sa.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")


def test_upgrading_waits_for_who_is_upgrading_already(postgres_url: str) -> None:
    first, second = server_engine(postgres_url), server_engine(postgres_url)
    done = threading.Event()

    def administer() -> None:
        upgrade(second)
        done.set()

    thread = threading.Thread(target=administer)
    with first.connect() as holding:
        holding.execute(sa.select(sa.func.pg_advisory_xact_lock(_SERVER_LOCK)))
        thread.start()
        while not holding.scalar(WAITING):
            assert not done.wait(0.05), "upgraded while somebody else held the lock"
        assert current_revision(first) is None
        holding.rollback()
    thread.join(60)
    assert done.is_set()
    assert current_revision(first) == newest_revision()
    first.dispose()
    second.dispose()
