"""What the last step of the import does: the mentors are fetched, and one of them is the reader."""

from PySide6.QtCore import QObject, Signal

from lob_workbench.features.student_import.operations import (
    Mentors,
    be_mentor,
    mentors,
    take_unassigned,
)
from lob_workbench.features.student_import.page_mentor import MentorStep
from lob_workbench.features.student_import.page_words import asked_to_take, mine_line, taken_line
from lob_workbench.ui.context import PageContext


class MentorWork(QObject):
    """Asks the database what ``step`` shows, and writes what was chosen in it."""

    waiting = Signal(str)
    """What is being done now; empty when it is done."""
    loaded = Signal()
    """The step shows the mentors as they are."""

    def __init__(self, context: PageContext, step: MentorStep) -> None:
        super().__init__(step)
        self._context = context
        self._step = step
        self._mine = False
        self._taking = 0
        self._taken = False
        step.unassigned_asked.connect(self._ask_unassigned)

    def forget(self) -> None:
        """A new list begins."""
        self._taken = False
        self._step.set_result("")

    def load(self) -> None:
        """Fetch the mentors and how many students each has."""
        self._context.jobs.run(mentors, receiver=self, done="_take_mentors")

    def choose(self) -> None:
        """The reader is the mentor who is chosen in the list."""
        mentor = self._step.current()
        if mentor is not None:
            self.waiting.emit(self.tr("De studenten bij jou zetten…"))
            self._context.jobs.run(
                be_mentor, mentor.id, receiver=self, done="_take_mine", failed="_refuse"
            )

    def is_me(self) -> bool:
        """Whether the mentor who is chosen in the list already is the reader."""
        mentor, found = self._step.current(), self._step.mentors
        return mentor is not None and found.chosen is not None and mentor.id == found.chosen.id

    def is_done(self) -> bool:
        """Whether there is nothing to choose any more."""
        return self.is_me() or (self._taken and self._step.current() is None)

    def _take_mentors(self, found: Mentors) -> None:
        if self._mine and found.chosen is not None:
            self._step.set_result(mine_line(found.chosen.students))
        self._mine = False
        self._step.show_mentors(found)
        self.loaded.emit()

    def _take_mine(self, _changes: object) -> None:
        self._mine = True
        self.waiting.emit("")
        self.load()

    def _ask_unassigned(self) -> None:
        count = self._step.mentors.without_mentor
        if not asked_to_take(self._step, count):
            return
        self._taking = count
        self.waiting.emit(self.tr("De studenten bij jou zetten…"))
        self._context.jobs.run(
            take_unassigned, receiver=self, done="_take_unassigned", failed="_refuse"
        )

    def _take_unassigned(self, _changes: object) -> None:
        self.waiting.emit("")
        self._taken = True
        self._step.set_result(taken_line(self._taking))
        self.load()

    def _refuse(self, error: Exception) -> None:
        self.waiting.emit("")
        self._context.navigator.complain(error)
