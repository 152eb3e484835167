"""What the step about who is missing does: let the chosen ones leave, with a way back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from lob_workbench.features.student_import.operations import (
    Departed,
    let_missing_leave,
    take_back_leaving,
)
from lob_workbench.features.student_import.page_missing import MissingStep
from lob_workbench.features.student_import.page_words import left_line
from lob_workbench.features.student_import.rules import ParsedList
from lob_workbench.features.student_import.rules_missing import Absence
from lob_workbench.ui.context import PageContext


class MissingWork(QObject):
    """Keeps the list that was taken over for as long as the question about it stands."""

    waiting = Signal(str)
    """What is being done now; empty when it is done."""
    done = Signal()
    """There is nothing to ask any more."""

    def __init__(self, context: PageContext, step: MissingStep) -> None:
        super().__init__(step)
        self._context = context
        self._step = step
        self._parsed: ParsedList | None = None

    @property
    def open(self) -> bool:
        """Whether there is something to ask."""
        return self._parsed is not None

    def ask(self, parsed: ParsedList, absences: Sequence[Absence], result: str = "") -> None:
        """Ask about who is missing on this list."""
        self._parsed = parsed
        self._step.show_absences(absences, result)

    def forget(self) -> None:
        """Another list begins, or the window locks."""
        self._parsed = None
        self._step.clear()

    def finish(self) -> None:
        """Let those leave who were chosen; without any, go on."""
        leaving, on = self._step.leaving(), self._step.day()
        if self._parsed is None or not leaving:
            self._end()
        elif on is None:
            self._step.on.check()
            self._step.on.setFocus()
        else:
            self.waiting.emit(self.tr("Uitschrijven…"))
            self._context.jobs.run(
                let_missing_leave,
                self._parsed,
                leaving,
                on,
                receiver=self,
                done="_take_departed",
                failed="_refuse",
            )

    def _take_departed(self, left: Departed) -> None:
        self.waiting.emit("")
        self._context.navigator.offer_undo(left_line(left.count), take_back_leaving, left.deed_id)
        self._end()

    def _refuse(self, error: Exception) -> None:
        self.waiting.emit("")
        self._context.navigator.complain(error)

    def _end(self) -> None:
        self.forget()
        self.done.emit()
