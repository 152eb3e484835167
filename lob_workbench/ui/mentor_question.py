"""What a page of one's own students shows when nobody said yet whose they are."""

from PySide6.QtWidgets import QWidget

from lob_workbench.domain.contributions import Target
from lob_workbench.ui.page import EmptyState

ANSWER = Target("student_import", detail="mentor")
"""Where the question is answered."""


class MentorQuestion(EmptyState):
    """*Welke mentor ben jij?* with the number of students that wait for the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "ph.student",
            "",
            self.tr("Kies welke mentor jij bent. Dan zie je hier jouw studenten."),
            self.tr("Welke mentor ben jij?"),
            parent,
        )

    def show_count(self, count: int) -> None:
        """Say how many students are there."""
        words = self.tr("{count} studenten staan klaar")
        self.set_title(words.format(count=count))
