"""A school's server: its address, and an engine on it.

What goes wrong there leaves in our own words: see ``server_errors``.
"""

import re
import ssl
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import psycopg
from sqlalchemy import URL, Engine, create_engine, event

from lob_workbench.domain.errors import CertificateRefused, InputRefused
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.server_errors import certificate_trouble, tell

_NOT_AN_ADDRESS = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen adres van een school. Een adres ziet er zo uit: {example}"
)
_NO_PASSWORD = QT_TRANSLATE_NOOP(
    "errors", "Zet het wachtwoord niet in het adres: daar kan iedereen het lezen."
)
_NO_ROOT = QT_TRANSLATE_NOOP(
    "errors", "Het certificaatbestand van de school staat niet op deze plek: {path}"
)
EXAMPLE = "postgresql://anna@lob.school.nl/lob"

# A line that is cut is noticed within about 15 seconds instead of the system's two hours.
_LINE = {
    "connect_timeout": "10",
    "keepalives": "1",
    "keepalives_idle": "5",
    "keepalives_interval": "3",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}
_LIMITS = {
    "timezone": "UTC",
    # Restricted notes lie in a schema of their own.
    "search_path": "public,second_line",
    "idle_in_transaction_session_timeout": "60s",
    "lock_timeout": "10s",
    "statement_timeout": "60s",
    # Compiling costs more than it wins: policies make the planner expect far more than there is.
    "jit": "off",
}
_ASKED = {"host", "port", "sslmode", "sslrootcert", "password"}


class TlsMode(StrEnum):
    """How the server must prove itself, in libpq's words. Only the first keeps everybody out."""

    VERIFY_FULL = "verify-full"
    VERIFY_CA = "verify-ca"
    REQUIRE = "require"
    DISABLE = "disable"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a school's database is, and as whom. No password.

    ``host`` and ``port`` may name several servers (``a,b`` and ``5432,5432``): the one that can be
    written is taken. A host that begins with "/" is a socket on this computer.
    """

    host: str
    database: str
    login: str
    port: str = "5432"
    tls: TlsMode = TlsMode.VERIFY_FULL
    root_certificate: Path | None = None

    @property
    def is_local(self) -> bool:
        """Whether nothing goes over a network: a socket of this computer."""
        return self.host.startswith("/")

    @property
    def is_verified(self) -> bool:
        """Whether the server proves that it is the one of this address."""
        return self.is_local or self.tls is TlsMode.VERIFY_FULL

    def as_login(self, login: str) -> "ServerAddress":
        """The same server, as somebody else."""
        return replace(self, login=login)

    def to_text(self) -> str:
        """The address as :func:`parse_server_url` reads it."""
        extra = {} if self.tls is TlsMode.VERIFY_FULL else {"sslmode": self.tls.value}
        if self.root_certificate is not None:
            extra["sslrootcert"] = str(self.root_certificate)
        if self.port != "5432" or self.is_local:
            extra["port"] = self.port
        if self.is_local:
            extra["host"] = self.host
        hosts = [f"[{host}]" if ":" in host else host for host in self.host.split(",")]
        where = "" if self.is_local else ",".join(hosts)
        text = f"postgresql://{quote(self.login, safe='')}@{where}/{quote(self.database, safe='')}"
        return f"{text}?{urlencode(extra)}" if extra else text

    def parameters(self) -> dict[str, str]:
        """What libpq is asked, without the password."""
        wanted = _LINE | {
            "host": self.host,
            "port": self.port,
            "dbname": self.database,
            "user": self.login,
            "application_name": "lob-workbench",
            "target_session_attrs": "read-write",
            # A server that cannot be trusted learns nothing of other servers' secrets either.
            "gssencmode": "disable",
        }
        if self.is_local:
            return wanted | {"sslmode": "disable"}
        wanted["sslmode"] = self.tls.value
        if self.root_certificate is not None:
            wanted["sslrootcert"] = str(self.root_certificate)
        elif self.tls is TlsMode.VERIFY_FULL:
            # The OpenSSL that comes with psycopg looks for "system" in a folder that no system has.
            wanted["sslrootcert"] = ssl.get_default_verify_paths().cafile or "system"
        elif self.tls is TlsMode.VERIFY_CA:
            # Which libpq refuses: anybody can have a certificate of a public authority.
            wanted["sslrootcert"] = "system"
        if not self.is_verified and psycopg.pq.version() >= 160000:
            # Who poses as the server may ask for anything, but is not given the password.
            wanted["require_auth"] = "!password"
        return wanted


def parse_server_url(text: str) -> ServerAddress:
    """The address in ``postgresql://login@host:port/database?sslmode=…&sslrootcert=…``.

    Raises ``InputRefused`` for what is none, and for a password in it.
    """
    refused = InputRefused(_NOT_AN_ADDRESS, example=EXAMPLE)
    found = re.fullmatch(r"postgres(?:ql)?://([^@/?]*)@([^/?]*)/([^?]+)(?:\?(.*))?", text.strip())
    if found is None or "\n" in text:
        raise refused
    login, where, database, query = found.groups()
    if ":" in login:
        raise InputRefused(_NO_PASSWORD)
    try:
        extra = dict(parse_qsl(query or "", keep_blank_values=True, strict_parsing=bool(query)))
        hosts = [urlsplit(f"//{part}") for part in where.split(",")] if where else []
        ports = [str(part.port or 5432) for part in hosts]
        tls = TlsMode(extra.get("sslmode", TlsMode.VERIFY_FULL))
    except ValueError:
        # Not chained: the text may hold a password.
        raise refused from None
    if "password" in extra:
        raise InputRefused(_NO_PASSWORD)
    port = extra.get("port") or ",".join(ports)
    if not extra.keys() <= _ASKED or not re.fullmatch(r"\d{1,5}(,\d{1,5})*", port or "5432"):
        raise refused
    host = extra.get("host") or ",".join(part.hostname or "" for part in hosts)
    login, database = unquote(login), unquote(database)
    if not login or not host or not all(host.split(",")):
        raise refused
    root = extra.get("sslrootcert")
    return ServerAddress(
        host=host,
        database=database,
        login=login,
        port=port or "5432",
        tls=tls,
        root_certificate=Path(root) if root and root != "system" else None,
    )


def server_engine(
    where: ServerAddress | URL | str, password: str | None = None, **options: Any
) -> Engine:
    """An engine on PostgreSQL through psycopg 3, with times in UTC. Nothing connects yet.

    ``options`` go to ``sqlalchemy.create_engine``. What goes wrong leaves as a ``WorkbenchError``
    where a person can act on it; no error holds the value of a row. ``options`` of libpq among
    ``connect_args`` come after the limits set here, so they win.
    """
    settings: dict[str, Any] = {"application_name": "lob-workbench"}
    limits = " ".join(f"-c {name}={value}" for name, value in _LIMITS.items())
    asked: dict[str, Any] = options.pop("connect_args", {})
    asked = asked | {"options": f"{limits} {asked.get('options', '')}".strip()}
    url: URL | str
    if isinstance(where, ServerAddress):
        url = URL.create("postgresql+psycopg")
        settings |= where.parameters()
        if password is not None:
            settings["password"] = password
    else:
        url = where
    engine = create_engine(
        url,
        connect_args=settings | asked,
        hide_parameters=True,
        pool_pre_ping=True,
        **options,
    )
    event.listen(engine, "handle_error", tell)
    return engine


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a server says of itself: its version (``150018``), its time, whether TLS is used."""

    version: int
    now: datetime
    encrypted: bool


def probe(address: ServerAddress, password: str | None) -> ServerFacts:
    """Log in once and say what was found. Raises what :func:`server_engine` raises."""
    if address.root_certificate is not None and not address.root_certificate.is_file():
        raise CertificateRefused(_NO_ROOT, path=address.root_certificate)
    engine = server_engine(address, password)
    try:
        with engine.connect() as connection:
            version, now = connection.exec_driver_sql(
                "SELECT current_setting('server_version_num')::int, clock_timestamp()"
            ).one()
            driver: Any = connection.connection.driver_connection
            return ServerFacts(version, now, bool(driver.pgconn.ssl_in_use))
    except CertificateRefused as refused:
        raise _with_reason(refused, address) from None
    finally:
        engine.dispose()


def _with_reason(refused: CertificateRefused, address: ServerAddress) -> CertificateRefused:
    """The same refusal with its reason, where libpq says only that it could not verify."""
    if refused.message != CertificateRefused.message:
        return refused
    root = address.parameters().get("sslrootcert", "system")
    host, port = address.host.split(",")[0], int(address.port.split(",")[0])
    full = address.tls is TlsMode.VERIFY_FULL
    why = certificate_trouble(host, port, root, check_name=full)
    return refused if why is None else CertificateRefused(why)


def sqlstate(error: BaseException) -> str:
    """The SQLSTATE of an error of the database, or ""."""
    found = getattr(error, "orig", error)
    return getattr(found, "sqlstate", None) or ""
