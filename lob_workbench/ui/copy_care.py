"""What *Instellingen* may ask of the copies of a workbook."""

from pathlib import Path
from typing import Protocol

from lob_workbench.domain.changes import Changes
from lob_workbench.domain.progress import Progress
from lob_workbench.people.backup_care import CopiesView


class CopyCare(Protocol):
    """The second place and the restore drill. Slow: call through ``jobs.render``."""

    def view(self) -> CopiesView:
        """How it stands now."""
        ...

    def choose(self, place: Path) -> Changes:
        """Take ``place`` as the second place. Raises ``PlaceInside``, ``PlaceAbsent``…"""
        ...

    def forget(self) -> Changes:
        """Have no second place; what is there stays."""
        ...

    def put_advice_away(self) -> Changes:
        """Do not advise a second place any more."""
        ...

    def copy(self, progress: Progress) -> Changes:
        """Make a copy here and bring it to the second place. Raises what went wrong."""
        ...

    def drill(self, code: str, progress: Progress) -> Changes:
        """Try the newest copy with the recovery code; how it ended is kept, not raised.

        Raises ``RecoveryCodeMistyped`` before anything is tried.
        """
        ...
