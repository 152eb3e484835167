"""What every page is given: whose desk it is, how to have work done, and how to reach the window.

``class XPage(Page): def __init__(self, context: PageContext, parent: QWidget | None = None)``
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from lob_workbench.domain.actor import Actor
from lob_workbench.domain.clock import Clock
from lob_workbench.domain.contributions import Feature, Target, Tone
from lob_workbench.domain.quick_key import QuickKey
from lob_workbench.ui.away import Away
from lob_workbench.ui.copy_care import CopyCare
from lob_workbench.ui.errors import error_text
from lob_workbench.ui.jobs import Jobs
from lob_workbench.ui.lent_view import Loan
from lob_workbench.ui.messages import Message


@dataclass(frozen=True, slots=True)
class Undo:
    """A line for the bar with *Ongedaan maken*, which runs ``operation(work, *args)``."""

    text: str
    operation: Callable[..., object]
    args: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF to show: its bytes, what it is called above it, and the file name to offer."""

    data: bytes
    title: str
    file_name: str


class Navigator(QObject):
    """How a page, or anything inside one, asks something of the window around it."""

    target_requested = Signal(Target)
    back_requested = Signal()
    message_posted = Signal(Message)
    undo_offered = Signal(Undo)
    paper_shown = Signal(Paper)
    settings_changed = Signal()
    lent = Signal(Loan)
    put_back_requested = Signal()
    """The open workbook is not whole: somebody wants its newest good copy."""

    def go(self, target: Target) -> None:
        """Go to a place; where the reader was stays behind Esc."""
        self.target_requested.emit(target)

    def back(self) -> None:
        """Return to the place before this one."""
        self.back_requested.emit()

    def say(self, text: str, tone: Tone = Tone.CALM) -> None:
        """Show a line at the bottom."""
        self.message_posted.emit(Message(text, tone))

    def complain(self, error: Exception) -> None:
        """Show an error in its own words; fit to be called from a ``failed`` slot."""
        self.message_posted.emit(Message(error_text(error), Tone.DANGER))

    def offer_undo(self, text: str, undo: Callable[..., object], *args: object) -> None:
        """Show a line with *Ongedaan maken*, which runs ``undo(work, *args)``."""
        self.undo_offered.emit(Undo(text, undo, args))

    def show_paper(self, data: bytes, title: str, file_name: str) -> None:
        """Show a PDF inside the window, to print or to save."""
        self.paper_shown.emit(Paper(data, title, file_name))

    def lend(self, loan: Loan) -> None:
        """Lend the laptop to somebody without an account: only ``loan`` stays in the window.

        The page is asked to :meth:`Page.leave` and then destroyed; after unlocking the counsellor
        is back where the page was.
        """
        self.lent.emit(loan)

    def apply_settings(self) -> None:
        """Have the window read theme and idle minutes again."""
        self.settings_changed.emit()


class WorkbookCare(Protocol):
    """What the settings may ask of the open workbook. Slow: call through ``jobs.render``.

    At a school (``shared``) the folder, recovery codes and backups are not this desk's to keep, and
    ``change_passphrase`` changes the password of the login (``LoginRefused`` when old is wrong).
    """

    @property
    def shared(self) -> bool:
        """Whether this is a school's server instead of a workbook on this laptop."""
        ...

    @property
    def folder(self) -> Path:
        """Where the workbook lies."""
        ...

    @property
    def copies(self) -> CopyCare | None:
        """The second place for copies and the restore drill; ``None`` at a school."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the passphrase. Raises ``WrongPassphrase`` when ``old`` does not fit."""
        ...

    def propose_recovery_code(self) -> str:
        """A fresh code to print and to type back. Nothing changes yet."""
        ...

    def replace_recovery_code(self, passphrase: str, code: str) -> None:
        """Let ``code`` open the workbook from now on; the old one stops working.

        Raises ``WrongPassphrase`` and ``RecoveryCodeMistyped``.
        """
        ...

    @property
    def quick_unlock(self) -> bool | None:
        """Whether the key ring of a computer opens it; ``None`` where that is not offered."""
        ...

    def propose_quick_key(self, passphrase: str) -> QuickKey:
        """What a key ring is to keep. Nothing changes yet. Raises ``WrongPassphrase``."""
        ...

    def set_quick_key(self, key: QuickKey | None) -> str:
        """Let it open the workbook too, or end that; returns the workbook's id."""
        ...

    def back_up(self, reason: str = "manual") -> Path:
        """Make a verified copy now and say where it is; ``reason`` as ``BackupReason`` has it."""
        ...


@dataclass(frozen=True, slots=True)
class PageContext:
    """The first constructor argument of every page and every student tab."""

    jobs: Jobs
    clock: Clock
    actor: Actor
    navigator: Navigator
    features: tuple[Feature, ...]
    care: WorkbookCare
    away: Away | None = None
    """At a school: the line, and the copies of drafts on this laptop for when it is gone."""
