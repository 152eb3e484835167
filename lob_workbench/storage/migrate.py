"""Brings a database to the schema of this version. Alembic, configured in code."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from lob_workbench.domain.clock import SystemClock
from lob_workbench.domain.errors import WorkbookDamaged, WorkbookNewer
from lob_workbench.paths import migrations
from lob_workbench.storage.audit_chain import seal_all
from lob_workbench.storage.base import Base
from lob_workbench.storage.search_index import fill_index

_SERVER_LOCK = 0x10B_0001  # any number, the same for every administrator


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    # Its naming convention: a constraint without a known name could never be altered later.
    config.attributes["metadata"] = Base.metadata
    return config


def newest_revision() -> str:
    """The revision that this version of the product needs."""
    return _head_of(migrations())


@cache
def _head_of(_folder: Path) -> str:
    # Alembic runs every migration's file to find the last one, and each opening and login asks.
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None, "a product without migrations"
    return head


def current_revision(engine: Engine) -> str | None:
    """The revision of the database; ``None`` for an empty one."""
    with engine.connect() as connection:
        return _revision_of(connection)


def needs_upgrade(engine: Engine) -> bool:
    """Whether the database is older; raises ``WorkbookNewer`` when this version is older."""
    with engine.connect() as connection:
        return _is_older(connection)


def _revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _is_older(connection: Connection) -> bool:
    current = _revision_of(connection)
    if current == newest_revision():
        return False
    script = ScriptDirectory.from_config(_config())
    try:
        known = current is None or script.get_revision(current) is not None
    except CommandError:
        known = False
    if not known:
        raise WorkbookNewer
    return True


def upgrade(engine: Engine, then: Callable[[Connection], object] | None = None) -> None:
    """Upgrade to the newest revision in one transaction, or change nothing.

    ``then`` is called in the same transaction when there was something to upgrade.

    On SQLite foreign keys are off meanwhile, outside the transaction: recreating a parent table
    would otherwise delete its children in silence; the check afterwards proves that all rows
    still have their parents. On PostgreSQL an advisory lock keeps a second administrator waiting.
    Harmless where nothing is to be done; raises ``WorkbookNewer`` when this version is older.
    """
    embedded = engine.dialect.name == "sqlite"
    # Connections that watch for the audit log know the tables as they were.
    engine.dispose()
    with engine.connect() as connection:
        if embedded:
            _outside_transaction(connection, "PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not embedded:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SERVER_LOCK})")
                if _is_older(connection):
                    command.upgrade(_config(connection), "head")
                    _seal(connection)
                    fill_index(connection)
                    if then is not None:
                        then(connection)
                if embedded and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise WorkbookDamaged
        finally:
            if embedded:
                _outside_transaction(connection, "PRAGMA foreign_keys=ON")


def _seal(connection: Connection) -> None:
    """Let the log know the records as the new version left them."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT lob.seal_all()")
    else:
        seal_all(connection, SystemClock())


def _outside_transaction(connection: Connection, pragma: str) -> None:
    connection.rollback()
    cursor = connection.connection.cursor()
    cursor.execute(pragma)
    cursor.close()
