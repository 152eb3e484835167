"""A PostgreSQL server as a school has one: over the network, with a certificate and passwords."""

from __future__ import annotations

import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from psycopg.conninfo import make_conninfo

from lob_workbench.app.local_server import SUPERUSER
from tests.helpers.certificates import Authority, Shown
from tests.helpers.postgres import PostgresCluster

_RULES = f"""\
local   all {SUPERUSER} trust
hostssl all all 127.0.0.1/32 scram-sha-256
local   all all reject
host    all all all reject
"""


def free_port() -> int:
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
class SecureCluster(PostgresCluster):
    """A server that also listens on 127.0.0.1, with a certificate for ``localhost``.

    Logins come in over TLS with their password, and no other way; the superuser has the socket.
    """

    authority: Authority = field(default_factory=Authority)

    def __post_init__(self) -> None:
        self.rules = self.rules or _RULES
        super().__post_init__()
        self.port = free_port()
        self.ca_file.write_bytes(self.authority.pem)
        self.other_ca_file.write_bytes(Authority("Andere school").pem)

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that signed the server's."""
        return self.folder / "authority.pem"

    @property
    def other_ca_file(self) -> Path:
        """The certificate of an authority that did not sign it."""
        return self.folder / "other_authority.pem"

    @contextmanager
    def showing(self, shown: Shown) -> Iterator[None]:
        """Show this certificate to who connects meanwhile."""
        self._write_certificate(shown)
        self.reload()
        try:
            yield
        finally:
            self._write_certificate(Shown.VALID)
            self.reload()

    @property
    def _certificate(self) -> Path:
        return self.folder / "server.crt"

    @property
    def _key(self) -> Path:
        return self.folder / "server.key"

    def listening(self) -> tuple[str, ...]:
        self._write_certificate(Shown.VALID)
        return (
            "listen_addresses=127.0.0.1",
            "ssl=on",
            f"ssl_cert_file={self._certificate}",
            f"ssl_key_file={self._key}",
        )

    def _write_certificate(self, shown: Shown) -> None:
        certificate, key = self.authority.issue(shown)
        self._certificate.write_bytes(certificate)
        # The server refuses a key that others may read.
        self._key.touch(0o600)
        self._key.write_bytes(key)
        self.give_away(self._key)

    def dsn_tls(
        self,
        database: str,
        user: str,
        password: str | None = None,
        sslmode: str = "verify-full",
        root: Path | None = None,
    ) -> str:
        """Return a libpq connection string to ``localhost``; ``root`` is otherwise ``ca_file``."""
        return make_conninfo(
            host="localhost",
            port=self.port,
            dbname=database,
            user=user,
            password=password,
            **tls_parameters(sslmode, root or self.ca_file),
        )

    def url_tls(
        self,
        database: str,
        user: str,
        password: str | None = None,
        sslmode: str = "verify-full",
        root: Path | None = None,
    ) -> str:
        """Return what ``dsn_tls`` does as ``postgresql://…``, for SQLAlchemy and libpq alike.

        Without a password it is also an address as the application asks for.
        """
        extra = urlencode(tls_parameters(sslmode, root or self.ca_file))
        return (
            f"postgresql://{credentials(user, password)}@localhost:{self.port}/{database}?{extra}"
        )


def tls_parameters(sslmode: str, root: Path) -> dict[str, str]:
    """Return the parameters of libpq; it checks a root that it is given, also for ``require``."""
    checked = sslmode in ("verify-full", "verify-ca")
    return {"sslmode": sslmode} | ({"sslrootcert": str(root)} if checked else {})


def credentials(user: str, password: str | None) -> str:
    """Return what stands before the @ in a URL."""
    return quote(user, safe="") + ("" if password is None else f":{quote(password, safe='')}")


@contextmanager
def running_secure_cluster() -> Iterator[SecureCluster]:
    """Start a cluster with TLS and stop it in the end, also when starting fails halfway."""
    cluster = SecureCluster()
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
