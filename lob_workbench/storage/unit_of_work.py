"""One short transaction for one action of the user."""

from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.errors import DiskFull, StaleSave


class UnitOfWork:
    """Opens a session on entry; commits on a clean exit and rolls back on an error.

    Raises ``StaleSave`` where a versioned record was changed by somebody else in between and
    ``DiskFull`` where there is no room to write.
    """

    def __init__(self, engine: Engine, actor: Actor, clock: Clock) -> None:
        self._engine = engine
        self.actor = actor
        self.clock = clock
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The session of this unit of work; only inside ``with``."""
        assert self._session is not None, "a unit of work is used inside `with`"
        return self._session

    def __enter__(self) -> Self:
        self._session = Session(self._engine, expire_on_commit=False, autoflush=True)
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
        except (StaleDataError, OperationalError) as refused:
            session.rollback()
            raise _told(refused) from refused
        finally:
            session.close()
            self._session = None
        if isinstance(error, StaleDataError | OperationalError):
            raise _told(error) from error


def _told(error: StaleDataError | OperationalError) -> Exception:
    if isinstance(error, StaleDataError):
        return StaleSave()
    return DiskFull() if "full" in str(error.orig) else error
