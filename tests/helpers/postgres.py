"""A PostgreSQL cluster that the tests own: made in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote, urlencode
from uuid import uuid4

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tests.helpers.certificates import Authority, Shown

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
# As a school does: logins come over TLS with a password, or not at all.
_SECURE_RULES = f"""
local   all {SUPERUSER} trust
hostssl all all 127.0.0.1/32 scram-sha-256
local   all all reject
host    all all all reject
"""
_PASSWORD_RULES = f"local all {SUPERUSER} trust\nlocal all all scram-sha-256\n"


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


def _free_port() -> int:
    """Return a port that nobody listens on, below those that systems give to outgoing lines.

    So it is still free when a killed server comes back.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as line:
            try:
                line.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


@dataclass
class PostgresCluster:
    """One running server, reached over a Unix socket in its own folder.

    ``durable=True`` leaves fsync on, for tests that kill the server. ``passwords=True`` asks every
    login for its password; otherwise who has the socket may be anybody. ``secure=True`` listens on
    127.0.0.1 too, with a certificate of ``authority``: logins come in over TLS with their password
    and no other way. ``rules`` replaces what that puts in ``pg_hba.conf``; ``settings`` are added
    to those of the server.
    """

    durable: bool = False
    passwords: bool = False
    secure: bool = False
    authority: Authority = field(default_factory=Authority)
    rules: str = ""
    settings: tuple[str, ...] = ()
    folder: Path = field(init=False)
    port: int = field(init=False)
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
        self.port = _free_port() if self.secure else 5432
        if not self.rules and self.secure:
            self.rules = _SECURE_RULES
        elif not self.rules and self.passwords:
            self.rules = _PASSWORD_RULES

    @property
    def running(self) -> bool:
        """Whether the server was started and did not end."""
        return self._process is not None and self._process.poll() is None

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that signed the server's; only when ``secure``."""
        return self.folder / "authority.pem"

    @property
    def other_ca_file(self) -> Path:
        """The certificate of an authority that did not sign it; only when ``secure``."""
        return self.folder / "other_authority.pem"

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
        if identity:
            os.chown(self.folder, identity["user"], identity["group"])  # type: ignore[arg-type]
            # The server's user must get in; what lies within stays closed.
            self.folder.chmod(0o755)
        if not self._data.exists():
            self._make()
        settings = (*_SETTINGS, f"unix_socket_directories={self.folder}", f"port={self.port}")
        if self.secure:
            if not self.ca_file.exists():
                self.ca_file.write_bytes(self.authority.pem)
                self.other_ca_file.write_bytes(Authority("Andere school").pem)
            self._write_certificate(Shown.VALID)
            settings += (
                "listen_addresses=127.0.0.1",
                "ssl=on",
                f"ssl_cert_file={self._certificate}",
                f"ssl_key_file={self._key}",
            )
        else:
            settings += ("listen_addresses=",)
        if not self.durable:
            settings += _FAST
        command: list[str | Path] = [self._binaries / "postgres", "-D", self._data]
        for setting in (*settings, *self.settings):
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
        identity = _unprivileged()
        if identity:
            os.chown(self.folder, identity["user"], identity["group"])  # type: ignore[arg-type]
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

    @property
    def _certificate(self) -> Path:
        return self.folder / "server.crt"

    @property
    def _key(self) -> Path:
        return self.folder / "server.key"

    def _write_certificate(self, shown: Shown) -> None:
        certificate, key = self.authority.issue(shown)
        self._certificate.write_bytes(certificate)
        self._key.touch(0o600)
        self._key.write_bytes(key)
        identity = _unprivileged()
        if identity:
            os.chown(self._key, identity["user"], identity["group"])  # type: ignore[arg-type]

    @contextmanager
    def showing(self, shown: Shown) -> Iterator[None]:
        """Show another certificate to who connects meanwhile; only when ``secure``."""
        self._write_certificate(shown)
        self.reload()
        try:
            yield
        finally:
            self._write_certificate(Shown.VALID)
            self.reload()

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

    def dsn_tls(
        self,
        database: str,
        user: str,
        password: str | None = None,
        sslmode: str = "verify-full",
        root: Path | None = None,
        *,
        host: str = "localhost",
    ) -> str:
        """Return a libpq connection string over TCP; ``root`` is otherwise ``ca_file``."""
        return make_conninfo(
            host=host,
            port=self.port,
            dbname=database,
            user=user,
            password=password,
            **self._tls(sslmode, root),
        )

    def url_tls(
        self,
        database: str,
        user: str,
        password: str | None = None,
        sslmode: str = "verify-full",
        root: Path | None = None,
        *,
        host: str = "localhost",
    ) -> str:
        """Return what ``dsn_tls`` does as ``postgresql://…``, for SQLAlchemy and libpq alike.

        Without a password it is also an address as the application asks for.
        """
        who = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
        return f"postgresql://{who}@{host}:{self.port}/{database}?{urlencode(self._tls(sslmode, root))}"

    def _tls(self, sslmode: str, root: Path | None) -> dict[str, str]:
        if sslmode.startswith("verify-"):
            root = root or self.ca_file
        # libpq checks a root that it is given, whatever the mode says.
        return {"sslmode": sslmode} | ({"sslrootcert": str(root)} if root else {})

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
def running_cluster(
    *, durable: bool = False, passwords: bool = False, secure: bool = False
) -> Iterator[PostgresCluster]:
    """Start a cluster and stop it in the end, also when starting fails halfway."""
    cluster = PostgresCluster(durable=durable, passwords=passwords, secure=secure)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
