"""How far something is that takes more than a moment, told by the thread that does it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from lob_workbench.domain.errors import WorkbenchError
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP

T = TypeVar("T")

_STEP = 100


class Stopped(WorkbenchError):
    """Somebody stopped it halfway; the unit of work takes everything back."""

    message = QT_TRANSLATE_NOOP("errors", "Gestopt. Er is niets veranderd.")


class Progress:
    """Given to work and kept by the page, which looks at it now and then and may ``stop`` it.

    Plain attributes: one thread writes each, and a reader that is late by a moment is right enough.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._stopped = False

    def tell(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` is done. Raises ``Stopped`` when it was stopped."""
        if self._stopped:
            raise Stopped
        self.done, self.total = done, total

    def stop(self) -> None:
        """Let the next :meth:`tell` end the work."""
        self._stopped = True


def followed(items: Sequence[T], progress: Progress | None) -> Iterator[T]:
    """The items one by one, told at every hundredth. Raises ``Stopped`` when it was stopped."""
    for done, item in enumerate(items):
        if progress is not None and done % _STEP == 0:
            progress.tell(done, len(items))
        yield item
