"""Making a school's database and its logins: what the `server` commands do.

A database is made and upgraded by a superuser of the server; logins are the work of the school's
own functional administrator, whose login can make others but give itself nothing (migrations/sql).
"""

import secrets
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from lob_workbench.domain.errors import (
    InputRefused,
    NotAllowed,
    SchoolNewer,
    SchoolOlder,
    WorkbookNewer,
)
from lob_workbench.domain.rights import Role
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.storage.migrate import current_revision, needs_upgrade, upgrade
from lob_workbench.storage.server import sqlstate

# No l, I, 1, O or 0: it is read from paper or over a telephone.
_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_PASSWORD_LENGTH = 16

_NO_SUPERUSER = QT_TRANSLATE_NOOP(
    "errors",
    "Dit kan alleen met de inlognaam waarmee de databaseserver zelf beheerd wordt (superuser).",
)
_IS_SCHOOL = QT_TRANSLATE_NOOP(
    "errors", "Deze database is al een school. Gebruik `server upgrade` om hem bij te werken."
)
_NOT_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "In deze database staat al iets anders. Maak een nieuwe, lege database."
)
_NO_SCHOOL = QT_TRANSLATE_NOOP(
    "errors", "Deze database is nog geen school. Begin met `server init`."
)
_NOT_ADMINISTRATOR = QT_TRANSLATE_NOOP(
    "errors", "Alleen de functioneel beheerder mag dit, en niet voor zichzelf."
)
_REFUSALS = {
    "LB001": QT_TRANSLATE_NOOP(
        "errors",
        "Een inlognaam begint met een letter en heeft 2 tot 41 kleine letters, cijfers, "
        "punten of streepjes.",
    ),
    "LB002": QT_TRANSLATE_NOOP("errors", "Deze inlognaam bestaat al."),
    "LB003": QT_TRANSLATE_NOOP("errors", "Het wachtwoord kwam niet goed over. Probeer het weer."),
    "LB004": QT_TRANSLATE_NOOP(
        "errors",
        "Kies minstens één rol. Een beheerder kan geen begeleider of tweede lijn zijn.",
    ),
    "LB005": QT_TRANSLATE_NOOP("errors", "Niemand heeft deze inlognaam."),
}


@dataclass(frozen=True, slots=True)
class NewUser:
    """Somebody who gets a login; ``known_as`` is the name in a student list, if there is one."""

    login: str
    name: str
    roles: frozenset[Role]
    teams: tuple[str, ...] = ()
    known_as: str = ""
    until: date | None = None


def one_time_password() -> str:
    """A password to hand over: 93 bits, easy to read and type. To be changed in the window."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_PASSWORD_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, _PASSWORD_LENGTH, 4))


def verifier_for(engine: Engine, login: str, password: str) -> str:
    """What the server keeps of a password (SCRAM-SHA-256, RFC 5802), made on this computer.

    So the password itself never reaches the server or its log.
    """
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        made: bytes = driver.pgconn.encrypt_password(
            password.encode(), login.encode(), b"scram-sha-256"
        )
        return made.decode("ascii")


def initialise(engine: Engine, school: str, year: str, administrator: NewUser, secret: str) -> None:
    """Turn an empty database into a school with its first administrator.

    ``secret`` is the administrator's verifier. Raises ``NotAllowed`` for a login that is no
    superuser, ``InputRefused`` for a database in use or a login that exists. Nothing is half done.
    """
    _require_superuser(engine)
    if current_revision(engine) is not None:
        raise InputRefused(_IS_SCHOOL)
    if sa.inspect(engine).get_table_names():
        raise InputRefused(_NOT_EMPTY)

    def fill(connection: Connection) -> None:
        _shut_to_others(connection)
        connection.execute(
            sa.text("INSERT INTO school (id, name, year) VALUES (gen_random_uuid(), :name, :year)"),
            {"name": school, "year": year},
        )
        connection.execute(
            sa.text("SELECT lob.create_login(:login, :secret, false)"),
            {"login": administrator.login, "secret": secret},
        )
        connection.execute(
            sa.text(
                "WITH person AS (INSERT INTO staff_member"
                " (id, name, is_owner, login, version, updated_at)"
                " VALUES (gen_random_uuid(), :name, false, :login, 1, now()) RETURNING id)"
                " INSERT INTO staff_role (staff_id, role) SELECT id, 'administrator' FROM person"
            ),
            {"name": administrator.name, "login": administrator.login},
        )

    with _refusals_told():
        upgrade(engine, then=fill)


def upgrade_school(engine: Engine) -> bool:
    """Bring a school to this version; False when it was there already. Superuser only.

    What a dump does not bring back (migrations/sql/0021_plans.sql) is mended too.
    """
    _require_superuser(engine)
    if current_revision(engine) is None:
        raise InputRefused(_NO_SCHOOL)
    try:
        if not needs_upgrade(engine):
            return _shut_plans(engine)
        upgrade(engine, then=_shut_to_others)
    except WorkbookNewer as newer:
        raise SchoolNewer from newer
    return True


def require_current(engine: Engine) -> None:
    """Raise ``SchoolNewer`` or ``SchoolOlder`` unless the school has exactly this version."""
    try:
        if needs_upgrade(engine):
            raise SchoolOlder
    except WorkbookNewer as newer:
        raise SchoolNewer from newer


def add_user(engine: Engine, user: NewUser, secret: str) -> None:
    """Give somebody a login; ``engine`` is the administrator's. ``secret``: see `verifier_for`."""
    with _refusals_told(), engine.begin() as connection:
        connection.execute(
            sa.text(
                "SELECT lob.add_user(:login, :name, :roles, :teams, nullif(:known_as, ''),"
                " CAST(:until AS date), :secret)"
            ),
            {
                "login": user.login,
                "name": user.name,
                "roles": sorted(role.value for role in user.roles),
                "teams": list(user.teams),
                "known_as": user.known_as,
                "until": user.until,
                "secret": secret,
            },
        )


def change_user(
    engine: Engine, login: str, roles: Collection[Role] | None, until: date | None
) -> None:
    """Other roles or a last day for somebody else; ``None`` leaves it as it is."""
    with _refusals_told(), engine.begin() as connection:
        connection.execute(
            sa.text("SELECT lob.change_user(:login, CAST(:roles AS text[]), CAST(:until AS date))"),
            {
                "login": login,
                "roles": None if roles is None else sorted(role.value for role in roles),
                "until": until,
            },
        )


def account_ends(engine: Engine) -> tuple[date | None, date]:
    """The last day of the login that ``engine`` has, and today as the school counts it."""
    with engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT lob.active_until(), lob.today()").one()
    return row[0], row[1]


def anchor_day(engine: Engine) -> str:
    """The line that seals all audit logs of today, made when it is the first of the day."""
    with engine.begin() as connection:
        return str(connection.exec_driver_sql("SELECT lob.anchor()").scalar() or "")


def change_own_password(engine: Engine, login: str, new: str) -> None:
    """Replace the password of the login that ``engine`` has."""
    secret = verifier_for(engine, login, new)
    with engine.begin() as connection:
        name = connection.dialect.identifier_preparer.quote_identifier(login)
        # A verifier has no quotes (SCRAM-SHA-256$4096:…, base64).
        connection.exec_driver_sql(f"ALTER ROLE {name} PASSWORD '{secret}'")


def _require_superuser(engine: Engine) -> None:
    with engine.connect() as connection:
        query = "SELECT rolsuper FROM pg_roles WHERE rolname = session_user"
        if not connection.exec_driver_sql(query).scalar():
            raise NotAllowed(_NO_SUPERUSER)


def _shut_plans(engine: Engine) -> bool:
    with engine.begin() as connection:
        if connection.exec_driver_sql("SELECT 1 FROM lob.open_plans()").first() is None:
            return False
        connection.exec_driver_sql("SELECT lob.shut_plans()")
    return True


def _shut_to_others(connection: Connection) -> None:
    """Only staff come in, and nobody but the owner makes things."""
    database = connection.dialect.identifier_preparer.quote_identifier(
        str(connection.exec_driver_sql("SELECT current_database()").scalar())
    )
    connection.exec_driver_sql(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
    connection.exec_driver_sql(
        f"GRANT CONNECT ON DATABASE {database} TO lob_staff, lob_owner, lob_keeper"
    )


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Turn what the functions of the guard refuse into sentences."""
    try:
        yield
    except NotAllowed:
        raise NotAllowed(_NOT_ADMINISTRATOR) from None
    except DBAPIError as error:
        message = _REFUSALS.get(sqlstate(error))
        if message is None:
            raise
        raise InputRefused(message) from None
