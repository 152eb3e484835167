"""A PostgreSQL cluster that the tests own: the product's own server, and what only tests need."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote
from uuid import uuid4

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from lob_workbench.app.local_server import SUPERUSER, LocalServer

_RELOAD_SECONDS = 30.0
_MEMORY = Path("/dev/shm")
_ROOM = 3 * 2**30
# Nobody copies from it, and few rows ever come to be cleaned.
_QUIET = (
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "checkpoint_timeout=1h",
    "max_wal_size=4GB",
    # As in the product's own connections: compiling a view of the catalogue takes seconds.
    "jit=off",
)
_ANYBODY = "local all all trust\n"


@dataclass
class PostgresCluster(LocalServer):
    """One running server, reached over a Unix socket in its own folder.

    ``passwords=True`` asks every login for its password, as a school does; otherwise who has the
    socket may be anybody.
    """

    rules: str = ""
    passwords: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
            # Many tests copy a database, which takes long on a disk.
            self.folder.rmdir()
            self.folder = Path(tempfile.mkdtemp(prefix="lob-pg-", dir=_MEMORY))
        if not self.rules:
            self.rules = LocalServer.rules if self.passwords else _ANYBODY

    def copy_from(self, source: PostgresCluster) -> None:
        """Become a standby of ``source``, which runs; what was here before is gone.

        Raises ``NoServer``. ``start`` follows.
        """
        self.kill()
        shutil.rmtree(self.data, ignore_errors=True)
        self.give_away(self.folder)
        self.run(
            "pg_basebackup",
            *("--pgdata", str(self.data), "--write-recovery-conf", "--no-sync"),
            *("--checkpoint", "fast", "--wal-method", "stream"),
            *("--dbname", make_conninfo(host=str(source.folder), port=source.port, user=SUPERUSER)),
        )

    def reload(self) -> None:
        """Have the server read its settings and certificate again, and wait until it did."""
        loaded = "SELECT pg_conf_load_time()"
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            before = connection.execute(loaded).fetchone()
            connection.execute("SELECT pg_reload_conf()")
        deadline = time.monotonic() + _RELOAD_SECONDS
        # A new connection inherits what the server itself has read; an open one reads by itself.
        while self.ask(loaded) == before:
            assert time.monotonic() < deadline, "the server does not read its settings again"
            time.sleep(0.01)

    def ask(self, statement: LiteralString, *values: object) -> tuple[Any, ...]:
        """Return the first row of a statement, run by the superuser on a line of its own."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            row = connection.execute(statement, values).fetchone()
        assert row is not None
        return row

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """Return an SQLAlchemy URL for psycopg 3."""
        where = f"?host={quote(str(self.folder), safe='/')}"
        if self.port != 5432:
            where += f"&port={self.port}"
        return f"postgresql+psycopg://{user}@/{database}{where}"

    def create_login(self, name: str, password: str) -> None:
        """Create a role that may log in and nothing else; roles are of the whole cluster."""
        self.execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
                sql.Identifier(name), sql.Literal(password)
            )
        )

    def drop_login(self, name: str) -> None:
        """Drop a role; what it owns must be gone."""
        self.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))

    def create_database(self, template: str = "template1") -> str:
        """Create a database, empty or copied from ``template``, and return its name."""
        name = f"t_{uuid4().hex}"
        parts: LiteralString = "CREATE DATABASE {} TEMPLATE {}"
        # Before 15 files were always copied; through the log it takes more than twice as long.
        if self.version >= 150_000:
            parts += " STRATEGY file_copy"
        self.execute(sql.SQL(parts).format(sql.Identifier(name), sql.Identifier(template)))
        return name

    @cached_property
    def version(self) -> int:
        """The server's version as a number, ``150018`` for 15.18."""
        return int(self.ask("SHOW server_version_num")[0])

    def drop_database(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


@contextmanager
def running_cluster(*, durable: bool = False, passwords: bool = False) -> Iterator[PostgresCluster]:
    """Start a cluster and stop it in the end, also when starting fails halfway."""
    cluster = PostgresCluster(durable=durable, passwords=passwords, settings=_QUIET)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
