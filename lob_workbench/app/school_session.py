"""A connection with a school's server as the person who logged in. Knows no Qt."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock, ShiftedClock, SystemClock
from lob_workbench.domain.errors import (
    AccountExpired,
    NoStaffRecord,
    NotAllowed,
    NotFound,
    WorkbenchError,
)
from lob_workbench.domain.text import forget_words
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from lob_workbench.people.preferences import Preferences
    from lob_workbench.people.terms import SchoolTerms
    from lob_workbench.storage.away_drafts import SchoolDrafts
    from lob_workbench.storage.server import ServerAddress
    from lob_workbench.storage.server_lines import ServerLines
    from lob_workbench.storage.unit_of_work import UnitOfWork

_CLOCK_TOLERANCE = timedelta(minutes=2)

_CLOCK_DIFFERS = QT_TRANSLATE_NOOP(
    "errors",
    "De klok van deze laptop loopt {minutes} minuten anders dan die van de school. "
    "De werkbank gebruikt de klok van de school.",
)
_NO_COPIES = QT_TRANSLATE_NOOP(
    "errors",
    "Deze laptop kan geen concepten bewaren als de verbinding wegvalt. Kijk of de schijf vol is.",
)
_ASIDE = QT_TRANSLATE_NOOP(
    "errors",
    "Op deze laptop staan concepten die niet opengaan: {count}. Misschien is je wachtwoord "
    "veranderd. Ze zijn apart gezet en niet weggegooid: {folder}",
)
_NOT_VERIFIED = QT_TRANSLATE_NOOP(
    "errors",
    "Deze verbinding controleert niet of dit echt de server van je school is. "
    "Vraag de beheerder om het certificaat.",
)


class SchoolSession:
    """Holds the connections until ``close``; hands out units of work of the one who logged in."""

    temporary = False
    shared = True

    def __init__(
        self, address: "ServerAddress", engine: "Engine", actor: Actor, name: str, clock: Clock
    ) -> None:
        self.address = address
        self._engine: Engine | None = engine
        self._lines: ServerLines | None = None
        self.actor = actor
        self.name = name
        self.clock = clock
        self.warnings: tuple[WorkbenchError, ...] = ()
        self.drafts: SchoolDrafts | None = None
        """What is kept on this laptop while the line is gone."""
        self.preferences, self.terms = self._read_settings()

    @classmethod
    def connect(
        cls, address: "ServerAddress", password: str | None, clock: Clock | None = None
    ) -> "SchoolSession":
        """Log in; not on the GUI thread.

        Raises ``ServerUnreachable``, ``LoginRefused``, ``CertificateRefused``, ``SchoolNewer``,
        ``SchoolOlder``, ``NoStaffRecord`` and ``AccountExpired``.
        """
        from lob_workbench.people.school import read_school, whoami
        from lob_workbench.storage.base import new_id
        from lob_workbench.storage.server import probe, server_engine
        from lob_workbench.storage.server_lines import ServerLines
        from lob_workbench.storage.server_setup import account_ends, anchor_day, require_current
        from lob_workbench.storage.unit_of_work import UnitOfWork

        clock = clock or SystemClock()
        facts = probe(address, password)
        engine = server_engine(address, password)
        lines = ServerLines(engine)
        try:
            require_current(engine)
            _refuse_expired(account_ends(engine))
            shifted = ShiftedClock(clock, facts.now - clock.now())
            nobody = Actor(new_id(), "", frozenset())
            with UnitOfWork(engine, nobody, shifted) as work:
                try:
                    actor = whoami(work, address.login)
                except NotFound:
                    raise NoStaffRecord from None
            with UnitOfWork(engine, actor, shifted) as work:
                school = read_school(work).name
            anchor_day(engine)
            session = cls(address, engine, actor, school, shifted)
            session._lines = lines
        except BaseException:
            engine.dispose()
            raise
        session.warnings = (
            *session._open_drafts(password),
            *_warnings(address, clock.now(), facts.now),
        )
        return session

    @property
    def engine(self) -> "Engine":
        """The connections, for who listens beside the window. Raises ``WorkbookClosed``."""
        if self._engine is None:
            from lob_workbench.storage.engine import WorkbookClosed

            raise WorkbookClosed
        return self._engine

    @property
    def identity(self) -> str:
        """What tells this school and login from others."""
        return self.address.to_text()

    @property
    def folder(self) -> Path:
        """There is none: a school is no folder on this laptop."""
        raise NotFound

    @property
    def copies(self) -> None:
        """None: who keeps the server keeps its copies."""
        return None

    def work(self) -> "UnitOfWork":
        """A fresh unit of work for the one who logged in."""
        from lob_workbench.storage.unit_of_work import UnitOfWork

        return UnitOfWork(self.engine, self.actor, self.clock)

    def reload_preferences(self) -> "Preferences":
        """Read the preferences and the school's words again after they were changed."""
        self.preferences, self.terms = self._read_settings()
        return self.preferences

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the password of this login. Raises ``LoginRefused`` when ``old`` does not fit."""
        from lob_workbench.storage.key_ring import KeyringState
        from lob_workbench.storage.login_keyring import recall, remember
        from lob_workbench.storage.server import probe, server_engine
        from lob_workbench.storage.server_setup import change_own_password

        probe(self.address, old)
        engine = server_engine(self.address, old)
        try:
            change_own_password(engine, self.address.login, new)
        finally:
            engine.dispose()
        if recall(self.address).state is KeyringState.FOUND:
            remember(self.address, new)
        if self.drafts is not None and self.drafts.by_password:
            self.drafts.move_to_password(new)

    def propose_recovery_code(self) -> str:
        """Not at a school: its administrator gives a new password."""
        raise NotAllowed

    def replace_recovery_code(self, passphrase: str, code: str) -> None:
        """Not at a school."""
        raise NotAllowed

    @property
    def quick_unlock(self) -> bool | None:
        """``None``: not at a school, where the key ring may keep the password of the login."""
        return None

    def propose_quick_key(self, passphrase: str) -> NoReturn:
        """Not at a school."""
        raise NotAllowed

    def set_quick_key(self, key: object) -> NoReturn:
        """Not at a school."""
        raise NotAllowed

    def back_up(self, reason: str = "manual") -> Path:
        """Not from a laptop: who keeps the server keeps its copies."""
        raise NotAllowed

    def cut(self) -> None:
        """End a line that hangs, also in the middle of a question; ``close`` follows."""
        if self._lines is not None:
            self._lines.cut()

    def close(self, *, backup: bool = False, keep: bool = False, elsewhere: object = None) -> None:
        """End the connections. Harmless when done twice; backups are the school's own work."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.dispose()
            forget_words()

    def _open_drafts(self, password: str | None) -> tuple[WorkbenchError, ...]:
        """Open what the laptop keeps; without it one can work all the same, and is told."""
        from lob_workbench.storage.away_drafts import open_drafts

        try:
            self.drafts = open_drafts(self.address, password, self.clock)
            aside = () if self.drafts is None else self.drafts.unopened()
        except (WorkbenchError, OSError):
            return (WorkbenchError(_NO_COPIES),)
        if not aside:
            return ()
        return (WorkbenchError(_ASIDE, count=len(aside), folder=aside[0].parent),)

    def _read_settings(self) -> "tuple[Preferences, SchoolTerms]":
        from lob_workbench.people.preferences import read_preferences
        from lob_workbench.people.terms import read_terms

        with self.work() as work:
            return read_preferences(work), read_terms(work)


def _refuse_expired(until: tuple[date | None, date]) -> None:
    last, today = until
    if last is not None and last < today:
        raise AccountExpired(date=last.strftime("%d-%m-%Y"))


def _warnings(
    address: "ServerAddress", here: datetime, there: datetime
) -> tuple[WorkbenchError, ...]:
    found = []
    if not address.is_verified:
        found.append(WorkbenchError(_NOT_VERIFIED))
    if abs(here - there) > _CLOCK_TOLERANCE:
        minutes = round(abs(here - there) / timedelta(minutes=1))
        found.append(WorkbenchError(_CLOCK_DIFFERS, minutes=minutes))
    return tuple(found)
