"""A school's server: its address, an engine on it, and what goes wrong there in our own words.

PostgreSQL puts values of rows in the DETAIL of an error, whatever SQLAlchemy hides; here they end.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import psycopg
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from lob_workbench.domain.errors import (
    CertificateRefused,
    InputRefused,
    LoginRefused,
    NotAllowed,
    ServerBusy,
    ServerGone,
    ServerUnreachable,
    WorkbenchError,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

_NOT_AN_ADDRESS = QT_TRANSLATE_NOOP(
    "errors", "Dit is geen adres van een school. Een adres ziet er zo uit: {example}"
)
_NO_PASSWORD = QT_TRANSLATE_NOOP(
    "errors", "Zet het wachtwoord niet in het adres: daar kan iedereen het lezen."
)
_OTHER_NAME = QT_TRANSLATE_NOOP(
    "errors",
    "Het certificaat van deze server hoort bij een andere naam. Er is niets verstuurd. "
    "Controleer het adres, of vraag het de beheerder.",
)
_NO_TLS = QT_TRANSLATE_NOOP(
    "errors", "Deze server biedt geen beveiligde verbinding aan. Er is niets verstuurd."
)
_EXPIRED = QT_TRANSLATE_NOOP(
    "errors",
    "Het certificaat van deze server is verlopen. Er is niets verstuurd. "
    "Vraag de beheerder om een nieuw certificaat.",
)
_NO_ROOT = QT_TRANSLATE_NOOP(
    "errors", "Het certificaatbestand van de school staat niet op deze plek: {path}"
)
_NO_DATABASE = QT_TRANSLATE_NOOP("errors", "Op deze server staat geen database met die naam.")
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
}


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
        where = "" if self.is_local else self.host
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
        elif self.tls in (TlsMode.VERIFY_FULL, TlsMode.VERIFY_CA):
            wanted["sslrootcert"] = "system"
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
    extra = dict(parse_qsl(query or "", strict_parsing=bool(query)) if query else [])
    if "password" in extra:
        raise InputRefused(_NO_PASSWORD)
    hosts = [urlsplit(f"//{part}") for part in where.split(",")] if where else []
    try:
        ports = [str(part.port or 5432) for part in hosts]
        tls = TlsMode(extra.get("sslmode", TlsMode.VERIFY_FULL))
    except ValueError:
        raise refused from None
    host = extra.get("host") or ",".join(part.hostname or "" for part in hosts)
    login, database = unquote(login), unquote(database)
    if not login or not host or not all(host.split(",")):
        raise refused
    root = extra.get("sslrootcert")
    return ServerAddress(
        host=host,
        database=database,
        login=login,
        port=extra.get("port") or ",".join(ports),
        tls=tls,
        root_certificate=Path(root) if root and root != "system" else None,
    )


def server_engine(
    where: ServerAddress | URL | str, password: str | None = None, **options: Any
) -> Engine:
    """An engine on PostgreSQL through psycopg 3, with times in UTC. Nothing connects yet.

    ``options`` go to ``sqlalchemy.create_engine``. What goes wrong leaves as a ``WorkbenchError``
    where a person can act on it; no error holds the value of a row.
    """
    settings: dict[str, Any] = {"application_name": "lob-workbench"}
    settings["options"] = " ".join(f"-c {name}={value}" for name, value in _LIMITS.items())
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
        connect_args=settings | options.pop("connect_args", {}),
        hide_parameters=True,
        pool_pre_ping=True,
        **options,
    )
    event.listen(engine, "handle_error", _tell)
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
    finally:
        engine.dispose()


def sqlstate(error: BaseException) -> str:
    """The SQLSTATE of an error of the database, or ""."""
    found = getattr(error, "orig", error)
    return getattr(found, "sqlstate", None) or ""


def _tell(context: ExceptionContext) -> None:
    error = context.original_exception
    if not isinstance(error, psycopg.Error):
        return
    sentence = _told(error, connecting=context.connection is None)
    _strip(error)
    if context.sqlalchemy_exception is not None:
        # Made already, with the text as it was.
        kind = type(error)
        context.sqlalchemy_exception.args = (f"({kind.__qualname__}) {error.args[0]}",)
    if context.is_disconnect and sentence is None:
        sentence = ServerGone()
    if sentence is not None:
        raise sentence


def _told(error: psycopg.Error, *, connecting: bool) -> WorkbenchError | None:
    state = error.sqlstate or ""
    if state == "42501":
        return NotAllowed()
    if state in ("55P03", "57014", "40001", "40P01", "53300"):
        return ServerBusy()
    if state[:2] in ("08", "57") or state in ("25006", "25P03"):
        return ServerGone()
    if state or not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return None
    return _refused(str(error)) if connecting else ServerGone()


def _refused(said: str) -> WorkbenchError:
    """Why connecting failed; libpq gives its words and no code."""
    words = said.lower()
    if "certificate has expired" in words:
        return CertificateRefused(_EXPIRED)
    if "does not match host name" in words:
        return CertificateRefused(_OTHER_NAME)
    if "root certificate file" in words or "certificate verify failed" in words:
        return CertificateRefused()
    if "does not support ssl" in words or "no encryption" in words:
        return CertificateRefused(_NO_TLS)
    if "fatal" in words:
        if re.search(r'database ".*" does not exist', words):
            return LoginRefused(_NO_DATABASE)
        if any(word in words for word in ("starting up", "shutting down", "too many", "recovery")):
            return ServerUnreachable()
        return LoginRefused()
    if "no password supplied" in words:
        return LoginRefused()
    return ServerUnreachable()


def _strip(error: psycopg.Error) -> None:
    """Take what people wrote out of an error that may reach a log."""
    state = error.sqlstate or ""
    said = error.diag.message_primary or type(error).__name__
    # Data exceptions quote the value itself ("invalid input syntax for type uuid: …").
    error.args = (f"SQLSTATE {state}" if state.startswith("22") else said,)
    error._info = None
