"""The rule of migrations: from every earlier version, with rows in every table, nothing is lost.

Row counts and the content of every earlier column are equal before and after, references hold, and
the audit log knows what stands there. What a migration adds to a table on purpose stands in
``GROWS`` with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from lob_workbench.storage.audit_check import problems_in_workbook
from lob_workbench.storage.engine import dispose_engine, workbook_engine
from lob_workbench.storage.migrate import current_revision, newest_revision, upgrade
from lob_workbench.storage.server import server_engine
from tests.helpers.counts import Tally
from tests.helpers.down_level import (
    Content,
    Filler,
    copy_to_server,
    earlier_versions,
    lost_on_the_way,
    upgrade_to,
)
from tests.helpers.stores import KEY

GROWS: dict[str, str] = {}
"""Tables that a migration fills further, each with its reason."""
SEEDS = range(2, 7)


@pytest.fixture(params=earlier_versions())
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A workbook of an earlier version, without records."""
    engine = workbook_engine(tmp_path / "workbook.db", KEY, create=True)
    upgrade_to(engine, request.param)
    yield engine
    dispose_engine(engine)


def filled(engine: Engine, seed: int) -> Content:
    """Rows in every table; what stands there then."""
    with engine.begin() as connection:
        filler = Filler(connection, seed)
        filler.fill()
        assert filler.missed == [], "these tables would be tried without a row"
        return Content.of(connection)


def judge(engine: Engine, before: Content) -> None:
    """The rule itself, after the upgrade."""
    with engine.connect() as connection:
        lost = lost_on_the_way(before, Content.of(connection))
    grown = tuple(f"{table}: {len(before.rows[table])} rows became" for table in GROWS)
    assert [line for line in lost if not grown or not line.startswith(grown)] == []
    assert current_revision(engine) == newest_revision()


def check_workbook(engine: Engine, seed: int) -> None:
    """Fill, upgrade, compare."""
    before = filled(engine, seed)
    upgrade(engine)
    judge(engine, before)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"
    assert problems_in_workbook(engine) == []


def test_every_row_of_every_earlier_version_comes_through(earlier: Engine, tally: Tally) -> None:
    check_workbook(earlier, 1)
    tally("migrations of a full workbook", 1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
def test_so_do_other_rows(earlier: Engine, seed: int, tally: Tally) -> None:
    check_workbook(earlier, seed)
    tally("migrations of a full workbook", 1)


@pytest.mark.soak
def test_so_do_they_on_a_server(earlier: Engine, postgres_url: str, tally: Tally) -> None:
    revision = current_revision(earlier)
    assert revision is not None
    rows = filled(earlier, 1).rows
    server = server_engine(postgres_url)
    try:
        upgrade_to(server, revision)
        with server.begin() as connection:
            copy_to_server(connection, rows, refusing=True)
            before = Content.of(connection)
        kept = sum(len(found) for found in before.rows.values())
        assert kept > 0.8 * sum(len(found) for found in rows.values())
        upgrade(server)
        judge(server, before)
        with server.connect() as connection:
            assert connection.exec_driver_sql("SELECT * FROM lob.audit_problems()").all() == []
    finally:
        server.dispose()
    tally("migrations of a full school", 1)
