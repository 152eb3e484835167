"""The same workbook without encryption: what the yardsticks of lists read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlcipher3 import dbapi2

from lob_workbench.app.session import Session
from lob_workbench.storage.engine import bare_connection


def plain_copy(folder: Path, passphrase: str) -> Path:
    """The file, beside the workbook; made when it is not there yet (a minute for a big one)."""
    file = folder.with_name(f"{folder.name}.plain.db")
    if not file.exists():
        building = file.with_suffix(".bouw")
        building.unlink(missing_ok=True)
        session = Session.open(folder, passphrase=passphrase)
        try:
            with bare_connection(session.workbook.engine) as connection:
                connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(building),))
                connection.execute("SELECT sqlcipher_export('plain')").fetchall()
                connection.execute("DETACH DATABASE plain")
        finally:
            session.close(backup=False)
        building.rename(file)
    return file


@contextmanager
def plain_engine(file: Path) -> Iterator[Engine]:
    """An engine on the copy: the same library as a workbook's, and no key."""

    def connect() -> object:
        connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA temp_store = MEMORY").fetchall()
        return connection

    engine = sa.create_engine("sqlite://", module=dbapi2, creator=connect)
    try:
        yield engine
    finally:
        engine.dispose()
