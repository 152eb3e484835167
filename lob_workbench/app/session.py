"""An open workbook with the person whose desk it is. Knows no Qt; imports storage when needed."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock, SystemClock
from lob_workbench.domain.errors import NotFound, WorkbenchError
from lob_workbench.domain.rights import Role
from lob_workbench.domain.text import forget_words
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lob_workbench.app.copies import Copies
    from lob_workbench.domain.progress import Progress as Steps
    from lob_workbench.domain.quick_key import QuickKey
    from lob_workbench.people.preferences import Preferences
    from lob_workbench.people.terms import SchoolTerms
    from lob_workbench.storage.keys import KdfCost
    from lob_workbench.storage.unit_of_work import UnitOfWork
    from lob_workbench.storage.workbook import Workbook

_UNFINISHED = QT_TRANSLATE_NOOP(
    "errors",
    "Dit werkboek is nooit afgemaakt en is leeg. Maak een nieuw werkboek in een andere map.",
)
_MAKING_KEY = QT_TRANSLATE_NOOP("new", "De sleutel maken…")
_LAYING_OUT = QT_TRANSLATE_NOOP("new", "Het werkboek klaarzetten…")
_WRITING_OWNER = QT_TRANSLATE_NOOP("new", "Je naam en school invullen…")

_QUICKLY_READ, _READ_AFTER_ALL = 64_000_000, 256_000_000

Progress = Callable[[str], object]


def _quiet(_words: str) -> None:
    pass


@dataclass(frozen=True, slots=True, repr=False)
class NewDesk:
    """What a new workbook is made from. ``repr`` is off: it holds the passphrase."""

    folder: Path
    passphrase: str
    recovery_code: str
    owner: str
    roles: frozenset[Role]
    school: str
    year: str
    logo: bytes | None = None


class Session:
    """Owns the workbook until ``close``; hands out units of work on behalf of its owner.

    A ``temporary`` one (the example school) leaves no backup, and its folder goes when it closes.
    """

    shared = False

    def __init__(
        self, workbook: "Workbook", actor: Actor, clock: Clock, *, temporary: bool = False
    ) -> None:
        self._workbook: Workbook | None = workbook
        self.actor = actor
        self.clock = clock
        self.temporary = temporary
        self.folder = workbook.folder.path
        self.last_end = workbook.last_end
        self.warnings: tuple[WorkbenchError, ...] = workbook.warnings
        self.preferences, self.terms = self._read_settings()

    @classmethod
    def create(
        cls,
        desk: NewDesk,
        clock: Clock | None = None,
        progress: Progress = _quiet,
        cost: "KdfCost | None" = None,
    ) -> "Session":
        """Make a workbook and open it. Half a second of key derivation; not on the GUI thread.

        What goes wrong halfway leaves no workbook behind. Raises what ``Workbook.create`` raises.
        """
        from lob_workbench.people.school import School, set_up
        from lob_workbench.storage.base import new_id
        from lob_workbench.storage.migrate import upgrade
        from lob_workbench.storage.unit_of_work import UnitOfWork
        from lob_workbench.storage.workbook import Workbook

        clock = clock or SystemClock()
        progress(_MAKING_KEY)
        workbook = Workbook.create(desk.folder, desk.passphrase, desk.recovery_code, cost=cost)
        try:
            progress(_LAYING_OUT)
            upgrade(workbook.engine)
            progress(_WRITING_OWNER)
            nobody = Actor(new_id(), desk.owner, desk.roles)
            with UnitOfWork(workbook.engine, nobody, clock) as work:
                school = School(desk.school, desk.year, desk.logo)
                actor = set_up(work, desk.owner, desk.roles, school)
            return cls(workbook, actor, clock)
        except BaseException:
            workbook.close()
            shutil.rmtree(desk.folder, ignore_errors=True)
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        quick_key: "QuickKey | None" = None,
        new_passphrase: str | None = None,
        clock: Clock | None = None,
        cost: "KdfCost | None" = None,
        temporary: bool = False,
    ) -> "Session":
        """Open a workbook; an older one is backed up and upgraded first.

        With ``new_passphrase`` (after a recovery code), that one opens it from now on. Raises
        what ``Workbook.open`` raises, ``WorkbookNewer`` and ``InputRefused``.
        """
        from lob_workbench.storage.backup import BackupReason, make_backup
        from lob_workbench.storage.migrate import current_revision, needs_upgrade, upgrade
        from lob_workbench.storage.workbook import Workbook

        clock = clock or SystemClock()
        workbook = Workbook.open(
            folder,
            passphrase=passphrase,
            recovery_code=recovery_code,
            quick_key=quick_key,
            clock=clock,
        )
        try:
            if current_revision(workbook.engine) is None:
                raise WorkbenchError(_UNFINISHED)
            if needs_upgrade(workbook.engine):
                make_backup(workbook, clock.now(), BackupReason.MIGRATION)
                upgrade(workbook.engine)
            actor = _owner_of(workbook, clock)
            if new_passphrase is not None:
                workbook.change_passphrase(new_passphrase, cost)
            return cls(workbook, actor, clock, temporary=temporary)
        except BaseException:
            workbook.close()
            raise

    @property
    def name(self) -> str:
        """What people call this workbook: the name of its folder."""
        return self.folder.name

    @property
    def identity(self) -> str:
        """What tells this workbook from others, wherever it lies."""
        return self.workbook.key_file.workbook_id

    @property
    def workbook(self) -> "Workbook":
        """The workbook itself, for the command line. Raises ``WorkbookClosed``."""
        if self._workbook is None:
            from lob_workbench.storage.engine import WorkbookClosed

            raise WorkbookClosed
        return self._workbook

    @property
    def copies(self) -> "Copies":
        """The second place for copies of this workbook, and the restore drill."""
        from lob_workbench.app.copies import Copies

        return Copies(self)

    def work(self) -> "UnitOfWork":
        """A fresh unit of work for the owner."""
        from lob_workbench.storage.unit_of_work import UnitOfWork

        workbook = self.workbook
        return UnitOfWork(workbook.engine, self.actor, self.clock, workbook.give_up_ballast)

    def reload_preferences(self) -> "Preferences":
        """Read the preferences and the school's words again after they were changed."""
        self.preferences, self.terms = self._read_settings()
        return self.preferences

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the passphrase. Raises ``WrongPassphrase``, ``InputRefused``."""
        self._prove(old)
        self.workbook.change_passphrase(new)

    def propose_recovery_code(self) -> str:
        """A fresh code to print and to type back. Nothing changes yet."""
        from lob_workbench.storage.recovery_code import new_recovery_code

        return new_recovery_code()

    def replace_recovery_code(self, passphrase: str, code: str) -> None:
        """Let ``code`` open the workbook. Raises ``WrongPassphrase``, ``RecoveryCodeMistyped``."""
        self._prove(passphrase)
        self.workbook.replace_recovery(code)

    @property
    def quick_unlock(self) -> bool | None:
        """Whether a key ring opens this workbook; ``None`` for one that is thrown away."""
        return None if self.temporary else self.workbook.key_file.quick_slot is not None

    def propose_quick_key(self, passphrase: str) -> "QuickKey":
        """What a key ring is to keep. Nothing changes yet. Raises ``WrongPassphrase``."""
        from lob_workbench.storage.quick_unlock import new_quick_key

        self._prove(passphrase)
        return new_quick_key(self.workbook.key_file.workbook_id)

    def set_quick_key(self, key: "QuickKey | None") -> str:
        """Let it open this workbook too, or end that; which workbook, for the key ring."""
        self.workbook.set_quick_key(key)
        return self.workbook.key_file.workbook_id

    def back_up(self, reason: str = "manual") -> Path:
        """Make a verified copy now and say where it is. Raises what ``make_backup`` raises."""
        from lob_workbench.storage.backup import BackupReason, make_backup

        return make_backup(self.workbook, self.clock.now(), BackupReason(reason)).path

    def has_ballast(self) -> bool:
        """Whether there is room in hand for a disk that is full."""
        return self.workbook.has_ballast()

    def take_ballast(self) -> bool:
        """Set that room aside again; ``False`` while the disk is too full."""
        return self.workbook.take_ballast()

    def wants_check(self) -> bool:
        """Whether to read all through now: when that is quick; after a sudden end also longer.

        A bigger one is read through with every backup.
        """
        from lob_workbench.storage.open_mark import LastEnd

        well = self.last_end is LastEnd.WELL
        return self._size() <= (_QUICKLY_READ if well else _READ_AFTER_ALL)

    def _size(self) -> int:
        with suppress(OSError):
            return self.workbook.folder.database.stat().st_size
        return 0

    def check(self) -> list[str]:
        """What is wrong with the file or behind the back of the log; empty when all is well."""
        from lob_workbench.storage.audit_check import problems_in_workbook
        from lob_workbench.storage.workbook import STILL_BUSY

        problems = [each for each in self.workbook.verify() if each != STILL_BUSY]
        if problems or self._size() > _QUICKLY_READ:
            return problems
        return problems_in_workbook(self.workbook.engine)

    def close(self, *, backup: bool, keep: bool = False, elsewhere: "Steps | None" = None) -> None:
        """Back up when asked, then close and forget engine and key, also when the backup failed.

        With ``elsewhere`` that backup goes to the second place too, if there is one; what goes
        wrong there is kept, not raised. ``keep`` leaves a temporary workbook where it is, to be
        unlocked again. Harmless when done twice. Raises what ``make_backup`` raises, after closing.
        """
        workbook = self._workbook
        if workbook is None:
            return
        try:
            if backup and not self.temporary:
                made = self.back_up("close")
                if elsewhere is not None:
                    self.copies.copy_quietly(made, elsewhere)
        finally:
            self._workbook = None
            workbook.close()
            forget_words()
            if self.temporary and not keep:
                remove_temporary(self.folder)

    def _prove(self, passphrase: str) -> None:
        self.workbook.key_file.unlock_with_passphrase(passphrase).wipe()

    def _read_settings(self) -> "tuple[Preferences, SchoolTerms]":
        from lob_workbench.people.preferences import read_preferences
        from lob_workbench.people.terms import read_terms

        with self.work() as work:
            return read_preferences(work), read_terms(work)


def remove_temporary(folder: Path) -> None:
    """Remove a temporary workbook, and the folder made around it if that is empty then."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.parent.rmdir()


def open_example(clock: Clock) -> Session:
    """Make the example school and open it; for the worker."""
    # Not at the top: the example school is itself opened as a session.
    from lob_workbench.app.example_school import open_temporary

    return open_temporary(clock)


def _owner_of(workbook: "Workbook", clock: Clock) -> Actor:
    from lob_workbench.people.school import owner
    from lob_workbench.storage.base import new_id
    from lob_workbench.storage.unit_of_work import UnitOfWork

    with UnitOfWork(workbook.engine, Actor(new_id(), "", frozenset()), clock) as work:
        try:
            return owner(work)
        except NotFound as missing:
            raise WorkbenchError(_UNFINISHED) from missing
