"""A database that many tests use in turn is as new for each of them."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from lob_workbench.storage.server import server_engine
from tests.helpers.postgres import PostgresCluster
from tests.helpers.reused import ReusedDatabase
from tests.helpers.stores import Store


@pytest.fixture
def database(
    postgres_cluster: PostgresCluster, server_school: tuple[str, Store]
) -> Iterator[ReusedDatabase]:
    """One of these tests alone."""
    database = ReusedDatabase(postgres_cluster, server_school[0])
    yield database
    database.drop()


def content(engine: sa.Engine) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, and what comes next of each sequence."""
    with engine.connect() as line:
        places = line.execute(
            sa.text(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables "
                "WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            )
        ).scalars()
        rows = {
            place: sorted(map(tuple, line.exec_driver_sql(f"SELECT t::text FROM {place} t")))
            for place in places
        }
        turns = "SELECT schemaname, sequencename, last_value FROM pg_sequences"
        rows["sequences"] = sorted(map(tuple, line.exec_driver_sql(turns)))
    return rows


def test_rows_of_one_test_are_not_there_in_the_next(
    postgres_cluster: PostgresCluster,
    server_school: tuple[str, Store],
    database: ReusedDatabase,
) -> None:
    names, seen = [], []
    for _ in range(2):
        with database.lent() as name:
            engine = server_engine(postgres_cluster.url(name))
            names.append(name)
            seen.append(content(engine))
            store = server_school[1].on(engine)
            store.student()
            assert content(engine) != seen[-1]
            store.close()
            engine.dispose()
    assert names[0] == names[1]
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE student DISABLE TRIGGER USER",
        "GRANT SELECT ON student TO PUBLIC",
        "CREATE TABLE left_over (id int)",
        "ALTER TABLE student DISABLE ROW LEVEL SECURITY",
        "ALTER FUNCTION pg_catalog.text_lt(text, text) NOT LEAKPROOF",
        "ANALYZE staff_member",
        "CREATE OR REPLACE FUNCTION public.left_over() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_a_database_of_another_shape_is_thrown_away(
    postgres_cluster: PostgresCluster, database: ReusedDatabase, change: str
) -> None:
    with database.lent() as first:
        engine = server_engine(postgres_cluster.url(first))
        with engine.begin() as line:
            line.exec_driver_sql(change)
        engine.dispose()
    with database.lent() as second:
        assert second != first


@pytest.mark.parametrize(
    "work",
    ["LOCK TABLE student", "INSERT INTO team (id, name) VALUES (gen_random_uuid(), 'Over')"],
)
def test_one_that_is_still_in_use_is_thrown_away(
    postgres_cluster: PostgresCluster, database: ReusedDatabase, work: str
) -> None:
    with database.lent() as first:
        engine = server_engine(postgres_cluster.url(first))
        line = engine.connect()
        line.exec_driver_sql(work)
    with database.lent() as second:
        assert second != first
    line.invalidate()
    engine.dispose()
