"""One PostgreSQL database for many tests: after each its rows are taken away, if only rows came.

Copying and dropping a database takes longer than most tests that use it. After a test that changed
anything else than rows (a table, a function, a grant) it is thrown away. Logins are of the whole
server: a test may make them, and changes those of others in a database of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import Connection, sql

from tests.helpers.postgres import PostgresCluster

# What a migration makes has an id from here on; below stands what PostgreSQL brings along.
_OURS = 16_384
_CATALOGUES = {
    "pg_class": f"oid >= {_OURS}",
    "pg_attribute": f"attrelid >= {_OURS}",
    "pg_proc": "true",
    "pg_type": f"oid >= {_OURS}",
    "pg_default_acl": "true",
    "pg_statistic": "true",
    "pg_rewrite": f"oid >= {_OURS}",
    "pg_constraint": "true",
    "pg_event_trigger": "true",
    "pg_namespace": "true",
    "pg_policy": "true",
    "pg_trigger": "true",
    "pg_database": "datname = current_database()",
    "pg_db_role_setting": "setdatabase = "
    "(SELECT oid FROM pg_database WHERE datname = current_database())",
}
# xmin names the transaction that last wrote a line of the catalogue.
_SHAPE = " UNION ALL ".join(
    f"SELECT count(*), sum(xmin::text::bigint) FROM {name} WHERE {which}"
    for name, which in _CATALOGUES.items()
)
_TABLES = f"""
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.oid >= {_OURS} ORDER BY c.oid
"""
_EMPTY = f"""
DO $$ DECLARE one regclass; BEGIN
    FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND oid >= {_OURS} LOOP
        EXECUTE format('DELETE FROM %s', one);
    END LOOP;
END $$"""
_AT_WORK = """
SELECT 1 FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
"""
_SEQUENCES = "SELECT schemaname, sequencename, last_value FROM pg_sequences"

Table = tuple[str, str]


class ReusedDatabase:
    """A database that is as its template whenever a test gets it."""

    def __init__(self, cluster: PostgresCluster, template: str) -> None:
        self._cluster = cluster
        self._template = template
        self._name = ""
        self._line: Connection | None = None
        self._shape: object = None
        self._rows: dict[Table, bytes] = {}
        self._sequences: list[tuple[str, str, int | None]] = []

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The name of the database, for one test."""
        if not self._name:
            self._make()
        try:
            yield self._name
        except BaseException:
            self.drop()
            raise
        try:
            self._empty()
        except psycopg.Error:
            self.drop()

    def drop(self) -> None:
        """Throw the database away; the next test gets a new one."""
        if self._line is not None:
            self._line.close()
        if self._name:
            self._cluster.drop_database(self._name)
        self._name, self._line = "", None

    def _make(self) -> None:
        self._name = self._cluster.create_database(self._template)
        self._line = line = psycopg.connect(self._cluster.dsn(self._name), autocommit=True)
        line.execute("SET session_replication_role = replica")
        line.execute("SET lock_timeout = '1s'")
        self._shape = line.execute(_SHAPE).fetchall()
        self._sequences = line.execute(_SEQUENCES).fetchall()
        if not self._rows:
            for table in line.execute(_TABLES).fetchall():
                with line.cursor().copy(_copy(table, "TO STDOUT")) as copy:
                    if rows := b"".join(bytes(part) for part in copy):
                        self._rows[table] = rows

    def _empty(self) -> None:
        line = self._line
        assert line is not None
        if line.execute(_AT_WORK).fetchone() or line.execute(_SHAPE).fetchall() != self._shape:
            self.drop()
            return
        with line.transaction():
            line.execute(_EMPTY)
            for table, rows in self._rows.items():
                with line.cursor().copy(_copy(table, "FROM STDIN")) as copy:
                    copy.write(rows)
            for schema, name, last in self._sequences:
                line.execute(
                    "SELECT setval(format('%%I.%%I', %s::text, %s::text), %s, %s)",
                    (schema, name, 1 if last is None else last, last is not None),
                )


def _copy(table: Table, way: str) -> sql.Composed:
    return sql.SQL("COPY {} " + way).format(sql.Identifier(*table))  # type: ignore[arg-type]
