"""What pages know of a line that may be gone: and what the laptop keeps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from lob_workbench.domain.draft_copy import DraftCopy, KeptCopy


class AwayDrafts(Protocol):
    """Encrypted copies of drafts on this laptop. Slow: call through ``jobs.locally``."""

    def keep(self, copy: DraftCopy) -> datetime:
        """Keep ``copy``; it is on the disk when this returns. Raises ``DiskFull`` and kin."""
        ...

    def find(self, screen: str, entity_id: UUID) -> tuple[KeptCopy, ...]:
        """The copies of this draft, oldest first."""
        ...

    def all(self) -> tuple[KeptCopy, ...]:
        """Every copy, oldest first."""
        ...

    def discard(self, kept: Sequence[KeptCopy]) -> None:
        """Forget these; what was kept later stays."""
        ...

    def discard_own(self, screen: str, entity_id: UUID) -> None:
        """Forget what was kept of this draft since logging in."""
        ...

    def put_back(self, kept: KeptCopy) -> None:
        """Keep again what was discarded."""
        ...


class Away(QObject):
    """The line to the school, and the copies for when it is gone. A workbook has none."""

    line_changed = Signal(bool)
    """The line went (``False``) or is back (``True``)."""

    settled = Signal()
    """A copy was taken over or thrown away: what is offered is to be looked at again."""

    def __init__(self, drafts: AwayDrafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafts = drafts
        self.line_up = True
        self._held: set[tuple[str, UUID]] = set()

    def set_line(self, up: bool) -> None:
        """Tell that the line went or is back."""
        self.line_up = up
        self.line_changed.emit(up)

    def hold(self, key: tuple[str, UUID]) -> None:
        """A page holds the words of this copy and will save them itself."""
        self._held.add(key)

    def release(self, key: tuple[str, UUID]) -> None:
        """No page holds them any more."""
        self._held.discard(key)

    def holds(self, key: tuple[str, UUID]) -> bool:
        """Whether a page holds them: then there is nothing to offer."""
        return key in self._held
