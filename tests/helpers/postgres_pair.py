"""A PostgreSQL primary with a streaming standby, to be killed and to fail over."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlencode

import psycopg

from lob_workbench.app.local_server import SUPERUSER
from tests.helpers.certificates import Authority
from tests.helpers.postgres_tls import SecureCluster, credentials, tls_parameters

_IN_STEP_SECONDS = 30.0
# Who has the socket may be anybody, the standby too; over the network it is as in a school.
_RULES = """\
local   all all trust
local   replication all trust
hostssl all all 127.0.0.1/32 scram-sha-256
host    all all all reject
"""
# After a restart of the primary the standby is back at once instead of after five seconds.
_SETTINGS = ("wal_retrieve_retry_interval=100ms", "wal_level=replica", "hot_standby=on")


class PostgresPair:
    """Two servers with fsync on: what the primary has confirmed, the standby has on its disk.

    Start and stop them in the thread that lives longest: a server dies with the thread that
    started it.
    """

    def __init__(self) -> None:
        authority = Authority()
        first, second = (
            SecureCluster(durable=True, rules=_RULES, settings=_SETTINGS, authority=authority)
            for _ in range(2)
        )
        # The order in addresses, whoever is the primary.
        self._servers = (first, second)
        self.primary: SecureCluster = first
        self.standby: SecureCluster = second
        self._standby_is_fresh = False

    def start(self) -> None:
        """Start both, the standby as a new copy, and wait until they are in step.

        Raises ``NoServer``.
        """
        self.heal()

    def heal(self) -> None:
        """Bring back what was killed; after a failover the old primary is the new standby.

        Waits until they are in step. Databases and roles that tests made stay.
        """
        if not self.primary.running:
            self.primary.start()
        if not self._standby_is_fresh:
            # Only now: the copy must not wait for a standby of its own once it is promoted.
            self.standby.copy_from(self.primary)
        if not self.standby.running:
            self.standby.start()
        if not self._standby_is_fresh:
            with psycopg.connect(self.primary.dsn("postgres"), autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            self.primary.reload()
            self._standby_is_fresh = True
        self._await_step()

    def _await_step(self) -> None:
        deadline = time.monotonic() + _IN_STEP_SECONDS
        in_step = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
        while self.primary.ask(in_step) != (1,):
            assert time.monotonic() < deadline, "the standby does not follow"
            time.sleep(0.05)

    def kill_primary(self) -> None:
        """End the primary as a power cut would; nobody takes over by themselves."""
        self.primary.kill()

    def restart_primary(self) -> None:
        """Kill the primary when it runs, start it again and wait until the standby follows.

        Between ``promote`` and ``heal`` there is no standby to wait for.
        """
        self.primary.kill()
        self.primary.start()
        if self._standby_is_fresh:
            self._await_step()

    def promote(self) -> None:
        """Make the standby the primary. The old one is killed first: two may never write at once.

        The new primary is alone, and confirms what it alone has, until ``heal``.
        """
        assert self._standby_is_fresh, "there is no standby to promote"
        self.primary.kill()
        assert self.standby.ask("SELECT pg_promote(wait => true, wait_seconds => 30)") == (True,)
        self.primary, self.standby = self.standby, self.primary
        self._standby_is_fresh = False

    def kill_backends(self, user: str) -> int:
        """End every connection of this login on the primary; return how many there were."""
        (ended,) = self.primary.ask(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
            " WHERE usename = %s AND pid <> pg_backend_pid()",
            user,
        )
        assert isinstance(ended, int)
        return ended

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """Return ``postgresql://…`` over both sockets, for libpq and SQLAlchemy alike.

        It leads to whichever can be written.
        """
        hosts = ",".join(quote(str(server.folder), safe="/") for server in self._servers)
        ports = ",".join(str(server.port) for server in self._servers)
        return (
            f"postgresql://{credentials(user, None)}@/{database}"
            f"?host={hosts}&port={ports}&target_session_attrs=read-write"
        )

    def url_tls(
        self, database: str, user: str, password: str | None = None, sslmode: str = "verify-full"
    ) -> str:
        """Return what ``url`` does over TLS, where a login needs its password."""
        extra = urlencode(tls_parameters(sslmode, self._servers[0].ca_file))
        ports = ",".join(str(server.port) for server in self._servers)
        return (
            f"postgresql://{credentials(user, password)}@/{database}"
            f"?host=localhost,localhost&port={ports}&target_session_attrs=read-write&{extra}"
        )

    def stop(self) -> None:
        """Stop both and remove their folders; safe to call twice."""
        for server in self._servers:
            server.stop()


@contextmanager
def running_pair() -> Iterator[PostgresPair]:
    """Start a pair and stop it in the end, also when starting fails halfway."""
    pair = PostgresPair()
    try:
        pair.start()
        yield pair
    finally:
        pair.stop()
