"""A PostgreSQL cluster that the tests own: made in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote
from uuid import uuid4

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

SUPERUSER = "postgres"
_START_SECONDS = 30.0
_STOP_SECONDS = 10.0
# Nobody keeps this data: speed is worth more than surviving a power cut.
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_SETTINGS = (
    "unix_socket_permissions=0777",
    "shared_buffers=64MB",
    "max_connections=60",
    "timezone=UTC",
    "log_min_messages=warning",
)


class PostgresUnavailableError(Exception):
    """No PostgreSQL server can be started here; the text says why."""


def find_binaries() -> Path | None:
    """Return the folder that holds ``initdb`` and ``postgres`` (newest version), or None."""

    def version(folder: Path) -> tuple[int, ...]:
        return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())

    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    on_path = shutil.which("initdb")
    if on_path is not None:
        folders.append(Path(on_path).resolve().parent)
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    return None


def _unprivileged() -> dict[str, object]:
    """Return the ``subprocess`` arguments that shed root, since PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise PostgresUnavailableError(
        "running as root, and neither the user postgres nor the user nobody exists"
    )


@dataclass
class PostgresCluster:
    """One running server, reached over a Unix socket in its own folder.

    ``durable=True`` leaves fsync on, for tests that kill the server. ``passwords=True`` asks every
    login for its password, as a school does; otherwise who has the socket may be anybody.
    ``rules`` is a ``pg_hba.conf`` of the caller's own; ``settings`` (``name=value``) are added to
    those of the server.
    """

    durable: bool = False
    passwords: bool = False
    rules: str = ""
    settings: tuple[str, ...] = ()
    port: int = field(init=False, default=5432)
    folder: Path = field(init=False)
    _binaries: Path = field(init=False)
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        binaries = find_binaries()
        if binaries is None:
            raise PostgresUnavailableError(
                "no PostgreSQL server found (Debian and Ubuntu: apt-get install postgresql)"
            )
        self._binaries = binaries
        # Not pytest's own temporary folder: only its owner may enter that, and a socket's path
        # may not be longer than 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="lob-pg-"))
        if self.passwords and not self.rules:
            self.rules = f"local all {SUPERUSER} trust\nlocal all all scram-sha-256\n"

    @property
    def running(self) -> bool:
        """Whether the server was started and did not end."""
        return self._process is not None and self._process.poll() is None

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        """Make the cluster when it is new, start it and wait until it answers.

        Raises ``PostgresUnavailableError`` with the end of the server's log.
        """
        identity = _unprivileged()
        self._give_away(self.folder)
        if identity:
            # The server's user must get in; what lies within stays closed.
            self.folder.chmod(0o755)
        if not self._data.exists():
            self._make()
        settings = [*_SETTINGS, f"unix_socket_directories={self.folder}", f"port={self.port}"]
        settings += [*self._listening(), *(() if self.durable else _FAST), *self.settings]
        command: list[str | Path] = [self._binaries / "postgres", "-D", self._data]
        for setting in settings:
            command += ["-c", setting]
        # A test run that is killed outright must not leave a server behind.
        guard = shutil.which("setpriv")
        if guard is not None:
            command = [guard, "--pdeathsig", "QUIT", "--", *command]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                **identity,  # type: ignore[call-overload]
            )
        self._await_answer()

    def _listening(self) -> tuple[str, ...]:
        """Settings that say where the server listens, besides its socket."""
        return ("listen_addresses=",)

    def _give_away(self, path: Path) -> None:
        """Make the server's user the owner, where that is somebody else."""
        identity = _unprivileged()
        if identity:
            os.chown(path, identity["user"], identity["group"])  # type: ignore[arg-type]

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(self.folder)}

    def _make(self) -> None:
        self._run(
            "initdb",
            *("--pgdata", str(self._data)),
            *("--username", SUPERUSER, "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )
        if self.rules:
            (self._data / "pg_hba.conf").write_text(self.rules, "ascii")

    def copy_from(self, source: PostgresCluster) -> None:
        """Become a standby of ``source``, which runs; what was here before is gone.

        Raises ``PostgresUnavailableError``. ``start`` follows.
        """
        self._end(signal.SIGQUIT)
        shutil.rmtree(self._data, ignore_errors=True)
        self._give_away(self.folder)
        self._run(
            "pg_basebackup",
            *("--pgdata", str(self._data), "--write-recovery-conf", "--no-sync"),
            *("--checkpoint", "fast", "--wal-method", "stream"),
            *("--dbname", make_conninfo(host=str(source.folder), port=source.port, user=SUPERUSER)),
        )

    def _run(self, program: str, *arguments: str) -> None:
        if not (self._binaries / program).is_file():
            raise PostgresUnavailableError(f"no {program} beside the server")
        done = subprocess.run(
            [self._binaries / program, *arguments],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **_unprivileged(),  # type: ignore[call-overload]
        )
        if done.returncode != 0:
            raise PostgresUnavailableError(f"{program} failed: {done.stderr.strip()}")

    def reload(self) -> None:
        """Have the server read its settings and certificate again, and wait until it did."""
        loaded = "SELECT pg_conf_load_time()"
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            before = connection.execute(loaded).fetchone()
            connection.execute("SELECT pg_reload_conf()")
        deadline = time.monotonic() + _START_SECONDS
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

    def _await_answer(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                psycopg.connect(self.dsn("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError as error:
                ended = self._process.poll() is not None
                if not ended and time.monotonic() < deadline:
                    time.sleep(0.05)
                    continue
                said = self._log.read_text("utf-8", "replace")[-2000:]
                raise PostgresUnavailableError(f"the server does not answer: {said}") from error
            return

    def kill(self) -> None:
        """Stop the server as a power cut would; ``start`` brings it back with its data."""
        self._end(signal.SIGQUIT)

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def stop(self) -> None:
        """Stop the server and remove its folder; safe to call twice."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def dsn(self, database: str, user: str = SUPERUSER) -> str:
        """Return a libpq connection string."""
        return f"host={self.folder} port={self.port} dbname={database} user={user}"

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """Return an SQLAlchemy URL for psycopg 3."""
        where = f"?host={quote(str(self.folder), safe='/')}"
        if self.port != 5432:
            where += f"&port={self.port}"
        return f"postgresql+psycopg://{user}@/{database}{where}"

    def create_login(self, name: str, password: str) -> None:
        """Create a role that may log in and nothing else; roles are of the whole cluster."""
        self._execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(
                sql.Identifier(name), sql.Literal(password)
            )
        )

    def drop_login(self, name: str) -> None:
        """Drop a role; what it owns must be gone."""
        self._execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))

    def create_database(self, template: str = "template1") -> str:
        """Create a database, empty or copied from ``template``, and return its name."""
        name = f"t_{uuid4().hex}"
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self._execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running_cluster(*, durable: bool = False, passwords: bool = False) -> Iterator[PostgresCluster]:
    """Start a cluster and stop it in the end, also when starting fails halfway."""
    cluster = PostgresCluster(durable=durable, passwords=passwords)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
