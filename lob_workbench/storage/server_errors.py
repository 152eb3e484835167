"""What a school's server and the way to it refuse, told in our own words.

PostgreSQL puts values of rows in the DETAIL of an error, whatever SQLAlchemy hides, and some of
its messages quote them; here they end.
"""

import re
import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import StatementError

from lob_workbench.domain.errors import (
    CertificateRefused,
    DiskFull,
    LoginRefused,
    NotAllowed,
    ServerBusy,
    ServerGone,
    ServerUnreachable,
    WorkbenchError,
)
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

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
_NOT_YET = QT_TRANSLATE_NOOP(
    "errors",
    "Het certificaat van deze server is nog niet geldig. Er is niets verstuurd. "
    "Kijk of de klok van deze laptop goed staat.",
)
_WANTS_TLS = QT_TRANSLATE_NOOP(
    "errors", "Deze server laat je alleen binnen over een beveiligde verbinding."
)
_SERVER_FULL = QT_TRANSLATE_NOOP(
    "errors",
    "De schijf van de server is vol. Waarschuw de beheerder; wat al bewaard was, staat er nog.",
)
_NO_DATABASE = QT_TRANSLATE_NOOP("errors", "Op deze server staat geen database met die naam.")

# How a client asks PostgreSQL for TLS (protocol 3, SSLRequest): a length and a number.
_ASK_TLS = struct.pack("!ii", 8, 80877103)
# OpenSSL's X509_V_ERR_…: CERT_NOT_YET_VALID, CERT_HAS_EXPIRED, HOSTNAME_MISMATCH.
_REASONS = {9: _NOT_YET, 10: _EXPIRED, 62: _OTHER_NAME}


@contextmanager
def server_trouble_told() -> Iterator[None]:
    """Turn what the driver of a bare connection raises into what an engine on a server raises."""
    try:
        yield
    except psycopg.Error as error:
        sentence = _told(error, connecting=False)
        _strip(error)
        raise (sentence or error) from None


def certificate_trouble(host: str, port: int, root: str, *, check_name: bool) -> str | None:
    """What is wrong with the certificate that a server shows, or None if that is not known.

    ``root`` is what libpq calls sslrootcert. The password is not sent.
    """
    try:
        context = ssl.create_default_context(cafile=None if root == "system" else root)
        context.check_hostname = check_name
        with socket.create_connection((host, port), timeout=10) as line:
            line.sendall(_ASK_TLS)
            if line.recv(1) == b"S":
                context.wrap_socket(line, server_hostname=host).close()
    except ssl.SSLCertVerificationError as trouble:
        return _REASONS.get(trouble.verify_code)
    except OSError:
        pass
    return None


def tell(context: ExceptionContext) -> None:
    """Listen to an engine's ``handle_error``."""
    if context.is_pre_ping:
        # The pool is only looking whether a connection still lives, and makes another if not.
        return
    error = context.original_exception
    wrapped = context.sqlalchemy_exception
    if wrapped is not None:
        wrapped.params = None
    if not isinstance(error, psycopg.Error):
        _strip_foreign(error, wrapped)
        return
    sentence = _told(error, connecting=context.connection is None)
    _strip(error)
    if wrapped is not None:
        # Made already, with the text as it was.
        wrapped.args = (f"({type(error).__qualname__}) {error.args[0]}",)
    if error.sqlstate == "25006":
        # What was the first server is now a standby: look for the first one again.
        context.is_disconnect = True
    if context.is_disconnect and sentence is None:
        sentence = ServerGone()
    if sentence is not None:
        raise sentence


def _told(error: psycopg.Error, *, connecting: bool) -> WorkbenchError | None:
    state = error.sqlstate or ""
    if state == "42501":
        return NotAllowed()
    if state in ("55P03", "57014", "40001", "40P01", "53200", "53300"):
        return ServerBusy()
    if state == "53100":
        return DiskFull(_SERVER_FULL)
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
    if any(word in words for word in ("root certificate", "verify failed", "weak sslmode")):
        return CertificateRefused()
    if "does not support ssl" in words:
        return CertificateRefused(_NO_TLS)
    if "no encryption" in words:
        return CertificateRefused(_WANTS_TLS)
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
    # Of what PostgreSQL says itself only this class names constraints and never quotes a value;
    # P0001 and LB… are the words of our own functions.
    own = state == "P0001" or state[:2] in ("23", "LB")
    said = error.diag.message_primary if own else None
    error.args = (said or (f"SQLSTATE {state}" if state else type(error).__name__),)
    error._info = error._pgconn = None
    error.__cause__ = error.__context__ = None


def _strip_foreign(error: BaseException, wrapped: StatementError | None) -> None:
    """The same for what goes wrong on this side, while a value is made ready to be sent."""
    if isinstance(error, UnicodeEncodeError):
        error.object, error.args = "", (error.encoding, "", 0, 0, error.reason)
    elif wrapped is not None:
        error.args = (type(error).__name__,)
        error.__cause__ = error.__context__ = None
    if wrapped is not None:
        wrapped.args = (f"({type(error).__qualname__})",)
