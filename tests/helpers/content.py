"""What stands in a database, and whether anything was written since."""

from typing import Any

import sqlalchemy as sa

from lob_workbench.storage.base import Base
from tests.helpers.stores import Store

Content = dict[str, list[tuple[Any, ...]]]


def content(store: Store) -> Content:
    """Every row of every table."""
    with store.engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(sa.select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


class Watch:
    """Gives the content as it is now; it is read again only when something was written.

    Reading everything takes longer than most operations, and most of those write nothing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        # The database itself tells a connection that does nothing else what the others wrote.
        self._line = store.engine.raw_connection()
        self._question = (
            "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
            if store.shared
            else "PRAGMA data_version"
        )
        self._seen = self._mark()
        self._content = content(store)

    def now(self) -> Content:
        """What stands there; not to be changed."""
        mark = self._mark()
        if mark != self._seen:
            self._seen, self._content = mark, content(self._store)
        return self._content

    def _mark(self) -> Any:
        cursor = self._line.cursor()
        cursor.execute(self._question)
        mark = cursor.fetchone()
        cursor.close()
        self._line.rollback()
        return mark

    def close(self) -> None:
        """Let go of the connection."""
        self._line.close()
