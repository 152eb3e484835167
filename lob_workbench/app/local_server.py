"""A PostgreSQL server of one's own: made in a temporary folder with the programs of this computer.

For showing and testing what a school's server does. It listens on a socket in its own folder, which
only its own user may enter; when it stops, nothing of it is left.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from lob_workbench.domain.errors import WorkbenchError

SUPERUSER: Final = "postgres"
_START_SECONDS: Final = 30.0
_STOP_SECONDS: Final = 10.0
_FOLDERS: Final = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# Nobody keeps this data: speed is worth more than surviving a power cut.
_FAST: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_SETTINGS: Final = (
    "shared_buffers=64MB",
    "max_connections=60",
    "timezone=UTC",
    "log_min_messages=warning",
)
_RULES: Final = f"local all {SUPERUSER} trust\nlocal all all scram-sha-256\n"

_NO_PROGRAMS: Final = (
    "Hiervoor is een PostgreSQL-server nodig, en die staat niet op deze computer "
    "(Debian en Ubuntu: apt-get install postgresql)."
)
_NO_USER: Final = (
    "PostgreSQL start niet als root, en hier is geen gebruiker ‘postgres’ of ‘nobody’ voor hem."
)
_FAILED: Final = "De PostgreSQL-server van deze computer start niet: {reason}"


class NoServer(WorkbenchError):
    """No PostgreSQL server can be started here; the text says why."""


def find_programs() -> Path | None:
    """The folder that holds ``initdb`` and ``postgres`` (the newest version), or ``None``."""

    def version(folder: Path) -> tuple[int, ...]:
        digits = "".join(sign if sign.isdigit() else " " for sign in folder.parent.name)
        return tuple(map(int, digits.split()))

    if sys.platform == "win32":
        return None  # It would run as a service, and a socket has no owner there.
    found = [folder for pattern in _FOLDERS for folder in Path("/").glob(pattern.removeprefix("/"))]
    folders = sorted(found, key=version, reverse=True)
    on_path = shutil.which("initdb")
    if on_path is not None:
        folders.append(Path(on_path).resolve().parent)
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    return None


def _unprivileged() -> dict[str, object]:
    """The ``subprocess`` arguments that shed root, since PostgreSQL refuses root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise NoServer(_NO_USER)


@dataclass
class LocalServer:
    """One server. Who owns the folder is its superuser; other logins come in with a password.

    ``durable=True`` leaves fsync on, for who kills the server. ``rules`` is a ``pg_hba.conf`` of
    the caller's own; ``settings`` (``name=value``) are added to those of the server. Making one
    raises ``NoServer`` where no programs are. It dies with the thread that started it.
    """

    durable: bool = False
    rules: str = _RULES
    settings: tuple[str, ...] = ()
    port: int = field(init=False, default=5432)
    folder: Path = field(init=False)
    _programs: Path = field(init=False)
    _process: subprocess.Popen[bytes] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        programs = find_programs()
        if programs is None:
            raise NoServer(_NO_PROGRAMS)
        self._programs = programs
        # Short, since a socket's path may not be longer than 107 bytes; closed to others, since
        # the superuser comes in without a password.
        self.folder = Path(tempfile.mkdtemp(prefix="lob-pg-"))

    @property
    def running(self) -> bool:
        """Whether the server was started and did not end."""
        return self._process is not None and self._process.poll() is None

    @property
    def data(self) -> Path:
        """Where the cluster lies."""
        return self.folder / "data"

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        """Make the cluster when it is new, start it and wait until it answers.

        Raises ``NoServer`` with the end of the server's log.
        """
        self.give_away(self.folder)
        if not self.data.exists():
            self._make()
        settings = [*_SETTINGS, f"unix_socket_directories={self.folder}", f"port={self.port}"]
        settings += [*self.listening(), *(() if self.durable else _FAST), *self.settings]
        command: list[str | Path] = [self._programs / "postgres", "-D", self.data]
        for setting in settings:
            command += ["-c", setting]
        # Whoever started it may be killed outright; that must not leave a server behind.
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
                **_unprivileged(),  # type: ignore[call-overload]
            )
        self._await_answer()

    def listening(self) -> tuple[str, ...]:
        """Settings that say where the server listens, besides its socket."""
        return ("listen_addresses=",)

    def give_away(self, path: Path) -> None:
        """Make the server's user the owner, where that is somebody else."""
        identity = _unprivileged()
        if identity:
            os.chown(path, identity["user"], identity["group"])  # type: ignore[arg-type]

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(self.folder)}

    def _make(self) -> None:
        self.run(
            "initdb",
            *("--pgdata", str(self.data)),
            *("--username", SUPERUSER, "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C", "--no-sync"),
        )
        (self.data / "pg_hba.conf").write_text(self.rules, "ascii")

    def run(self, program: str, *arguments: str) -> None:
        """Run a program that lies beside the server, as its user. Raises ``NoServer``."""
        if not (self._programs / program).is_file():
            raise NoServer(_FAILED, reason=program)
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **_unprivileged(),  # type: ignore[call-overload]
        )
        if done.returncode != 0:
            raise NoServer(_FAILED, reason=f"{program}: {done.stderr.strip()}")

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
                raise NoServer(_FAILED, reason=said) from error
            return

    def kill(self) -> None:
        """Stop the server as a power cut would; ``start`` brings it back with its data."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGQUIT)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def stop(self) -> None:
        """Stop the server and remove its folder; safe to call twice."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def dsn(self, database: str, user: str = SUPERUSER) -> str:
        """Return a libpq connection string."""
        return f"host={self.folder} port={self.port} dbname={database} user={user}"

    def make_database(self, name: str, template: str = "template1") -> None:
        """Make a database, empty or copied from ``template``."""
        self.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )

    def execute(self, statement: sql.Composed) -> None:
        """Run a statement as the superuser."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running_server() -> Iterator[LocalServer]:
    """Start a server and stop it in the end, also when starting fails. Raises ``NoServer``."""
    server = LocalServer()
    try:
        server.start()
        yield server
    finally:
        server.stop()
