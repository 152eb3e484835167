"""One short transaction for one action of the user."""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy import Engine, Executable
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import DiskFull, StaleSave
from lob_workbench.storage.audit_chain import AuditedSession


class UnitOfWork:
    """Opens a session on entry; commits on a clean exit and rolls back on an error.

    Raises ``StaleSave`` where a versioned record was changed by somebody else in between. Where
    there is no room to write (``DiskFull``, which the engine tells), ``make_room`` is called, so
    that the next attempt, of a draft after three seconds or of a person, finds some.
    """

    def __init__(
        self,
        engine: Engine,
        actor: Actor,
        clock: Clock,
        make_room: Callable[[], object] | None = None,
    ) -> None:
        self._engine = engine
        self.actor = actor
        self.clock = clock
        self._make_room = make_room
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The session of this unit of work; only inside ``with``."""
        assert self._session is not None, "a unit of work is used inside `with`"
        return self._session

    @property
    def shared(self) -> bool:
        """Whether this is a school's server, with a guard of its own, and not one desk."""
        return self._engine.dialect.name == "postgresql"

    def at_once(self, statement: Executable) -> Any:
        """The scalar of ``statement``, committed by itself before what follows here.

        At a school's server only: in a workbook it would wait for this very unit of work.
        """
        with self._engine.begin() as connection:
            return connection.scalar(statement)

    def flush_first(self, record: Any) -> None:
        """Write what waits; ``StaleSave`` where somebody wrote a key of ``record`` first.

        ``record`` is a mapped class. A check before writing does not see what another transaction
        has not committed yet.
        """
        try:
            self.session.flush()
        except IntegrityError as error:
            if _takes_a_key(error, record.__table__):
                raise StaleSave from None
            raise

    def __enter__(self) -> Self:
        if self.shared:
            # The server keeps its own log.
            self._session = Session(self._engine, expire_on_commit=False, autoflush=True)
        else:
            session = AuditedSession(self._engine, expire_on_commit=False, autoflush=True)
            session.audit_as(self.actor, self.clock)
            self._session = session
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        session = self.session
        try:
            if error is None:
                session.commit()
            else:
                session.rollback()
        except StaleDataError as stale:
            session.rollback()
            raise StaleSave from stale
        except DiskFull:
            session.rollback()
            self._give_way()
            raise
        finally:
            session.close()
            self._session = None
        if isinstance(error, StaleDataError):
            raise StaleSave from error
        if isinstance(error, DiskFull):
            self._give_way()

    def _give_way(self) -> None:
        if self._make_room is not None:
            self._make_room()


def _takes_a_key(error: IntegrityError, table: sa.Table) -> bool:
    """Whether this is a key of ``table`` that is taken already, on either engine."""
    said = str(error.orig)
    if getattr(error.orig, "sqlstate", None) == "23505":
        # The name stands between quotes; of the rest the server chooses the language.
        kinds = sa.PrimaryKeyConstraint | sa.UniqueConstraint
        keys = (key.name for key in table.constraints if isinstance(key, kinds))
        return any(f'"{name}"' in said for name in keys)
    return said.startswith(f"UNIQUE constraint failed: {table.name}.")
