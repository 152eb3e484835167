"""Compiles each statement once a session, where an engine of its own would for each test.

A test makes one engine or more, and each would compile anew what thousands of tests ask. Engines
alike in kind, driver, version of the server and handlers of errors take one dialect and what was
compiled for it; SQLAlchemy keeps both by the engine.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.util import LRUCache

_MOST = 2000
_shared: dict[object, tuple[Dialect, LRUCache[Any, Any]]] = {}


@event.listens_for(Engine, "engine_connect")
def _take_over(connection: Connection) -> None:
    engine = connection.engine
    own: Any = engine.dialect
    handlers = tuple(own.dispatch.handle_error)
    alike = (type(own), own.dbapi, own.server_version_info, handlers)
    dialect, compiled = _shared.setdefault(alike, (own, LRUCache(_MOST)))
    if own is not dialect:
        engine.dialect = connection.dialect = dialect
    engine.update_execution_options(compiled_cache=compiled)
